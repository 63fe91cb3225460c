"""From the labels that engines give to our six kinds."""

from collections.abc import Mapping

from reader.domain.analysis import EntityKind

KINDS: Mapping[str, EntityKind] = {
    "person": EntityKind.PERSON,
    "per": EntityKind.PERSON,
    "organization": EntityKind.ORGANISATION,
    "organisation": EntityKind.ORGANISATION,
    "org": EntityKind.ORGANISATION,
    "location": EntityKind.PLACE,
    "place": EntityKind.PLACE,
    "gpe": EntityKind.PLACE,
    "loc": EntityKind.PLACE,
    "fac": EntityKind.PLACE,
    "nationality or religious group": EntityKind.GROUP,
    "group": EntityKind.GROUP,
    "norp": EntityKind.GROUP,
    "product": EntityKind.PRODUCT,
    "event": EntityKind.EVENT,
}
"""Labels in lower case: those of OntoNotes (spaCy's English models), of WikiNER (its others), and those in ASKED."""

ASKED = ("person", "organization", "location", "nationality or religious group", "product", "event")
"""Our six kinds in the words that an engine understands which finds whatever it is asked for."""


def kind_of(label: str) -> EntityKind | None:
    """The kind that `label` means; None for labels such as DATE and WORK_OF_ART, which mean none of ours."""
    return KINDS.get(label.lower())
