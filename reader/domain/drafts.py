"""What a person has typed into an editor and not kept yet."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from reader.domain.notes import Anchor

NEVER = datetime.min.replace(tzinfo=UTC)
"""When a draft was written that is not on the disk yet."""


class DraftKind(StrEnum):
    """The editor that a draft was typed into."""

    NOTE = "note"
    FIELDS = "fields"
    PASTE = "paste"


class DraftState(StrEnum):
    """What became of a draft: still being typed, left for later by the person, or thrown away by them."""

    OPEN = "open"
    LATER = "later"
    THROWN = "thrown"


@dataclass(frozen=True, slots=True)
class Draft:
    """One text on its way; `key` names it among all drafts and is made by `DraftStore.new_key`.

    NOTE: `text` are the words, `article` the id and `title` the title of what they are on; `note` is the key of the
    note that is edited, None for a new one, and `before` what that note said; `anchor` is the passage, None for the
    whole article. FIELDS: `fields` are those of `article` that were changed, as typed. PASTE: `text` is what came in
    (`raw` where it came as bytes), `fields` what was typed over what was understood of it, and `put_back` the numbers
    of the lines set aside that are to be in the text.
    `typed` is when it was last written to the disk; who writes it there sets it.
    """

    key: str
    kind: DraftKind
    text: str = ""
    article: str = ""
    title: str = ""
    note: int | None = None
    before: str = ""
    anchor: Anchor | None = None
    fields: tuple[tuple[str, str], ...] = ()
    put_back: tuple[int, ...] = ()
    raw: bytes = b""
    typed: datetime = NEVER
    state: DraftState = DraftState.OPEN
