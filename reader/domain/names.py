"""What changes are called, for undo to repeat: in words that go on after “Undid:”."""

from collections.abc import Collection

from reader.domain.titles import shortened

NAMED = 48
"""How much of a title or a note the name of a change repeats."""


def quoted(text: str) -> str:
    """A title or the words of a note as the name of a change repeats them."""
    return f"“{shortened(text, NAMED)}”"


def tagging(before: Collection[str], after: Collection[str], whose: str) -> str:
    """What a change of tags is called."""
    new, gone = sorted(set(after) - set(before)), sorted(set(before) - set(after))
    put, took = f"put {', '.join(new)} on {whose}", f"take {', '.join(gone)} off {whose}"
    if new and gone:
        return f"change the tags of {whose}"
    return put if new else took


def marking(whose: str, *, unread: bool | None, starred: bool | None) -> str:
    """What a change of star or reading state is called."""
    if starred is not None:
        return f"star {whose}" if starred else f"take the star from {whose}"
    return f"mark {whose} as {'unread' if unread else 'read'}"
