"""Going on with a draft: what of the note and the passage that it was begun on is still there."""

from collections.abc import Sequence
from dataclasses import replace

from reader.anchoring import carry_over
from reader.domain.drafts import Draft
from reader.domain.notes import Note
from reader.domain.titles import shortened

DELETED = "The note was deleted meanwhile: this becomes a new one."
NO_PASSAGE = "The passage is not in this version of the article: this becomes a note on the whole article."
CHANGED = "The note says something else by now: “{}”. Keeping this replaces that; u brings it back."


def resumed(draft: Draft, notes: Sequence[Note], text: str, version: int) -> tuple[Draft, str]:
    """A draft of a note fitted to the article's `notes` and its `text` as they are now, and what to say of that.

    A note that was deleted is written anew, one that the draft was kept as already is edited, and a passage that is
    not in this version is given up.
    """
    draft, about_note = _fitted_to_note(draft, notes)
    if draft.anchor is None:
        return draft, about_note
    anchor = carry_over(draft.anchor, text, version)
    if anchor.placed:
        return replace(draft, anchor=anchor), about_note
    if draft.note is not None:
        return draft, about_note
    return replace(draft, anchor=None), f"{about_note} {NO_PASSAGE}".strip()


def _fitted_to_note(draft: Draft, notes: Sequence[Note]) -> tuple[Draft, str]:
    if draft.note is None:
        return _as_kept(draft, notes), ""
    note = next((note for note in notes if note.key == draft.note), None)
    if note is None:
        return replace(draft, note=None, before=""), DELETED
    is_news = note.text not in {draft.before, draft.text}
    return replace(draft, before=note.text), CHANGED.format(shortened(note.text)) if is_news else ""


def _as_kept(draft: Draft, notes: Sequence[Note]) -> Draft:
    """The draft of a note that was kept before Reader was killed, so that it is not kept twice."""
    span = draft.anchor.span if draft.anchor else None
    same = (note for note in notes if note.text and note.text == draft.text.strip())
    twin = next((note for note in same if (note.anchor.span if note.anchor else None) == span), None)
    return replace(draft, note=twin.key, before=twin.text) if twin else draft
