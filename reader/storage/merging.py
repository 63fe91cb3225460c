"""A change that meets a record which somebody else changed meanwhile: what both wanted is kept."""

from dataclasses import fields, replace
from typing import Any

from reader.domain.notes import ArticleState, Note, Record, is_emptied


def merged(stored: Record | None, before: Record | None, after: Record | None) -> Record | None:
    """What to keep when a change from `before` to `after` meets `stored`; all three are of one kind and key.

    Each field that the change touches gets its new value, the others stay as stored; tags are added and taken off one
    by one. Where both wrote the text of a note, both texts are kept, and a note whose text was changed meanwhile is not
    removed: nothing that a person typed is lost. What was emptied out of the trash stays so, whatever undo or another
    process would make of it; what changed since it was to be emptied is not.
    """
    if is_emptied(stored):
        return stored
    if stored is None or stored == before:
        return after
    if is_emptied(after):
        return stored
    if isinstance(stored, Note) and not isinstance(before, ArticleState) and not isinstance(after, ArticleState):
        return _merged_note(stored, before, after)
    if isinstance(stored, ArticleState) and isinstance(after, ArticleState):
        base = before if isinstance(before, ArticleState) else ArticleState(after.article)
        return replace(stored, **_touched(base, after) | {"tags": _merged_tags(stored, base, after)})
    return after


def _merged_note(stored: Note, before: Note | None, after: Note | None) -> Note | None:
    untouched = before is not None and stored.text == before.text
    if after is None:
        return None if untouched else stored
    touched = _touched(before, after) if before else {}
    text = touched.get("text", stored.text) if untouched else _both(stored, before, after)
    return replace(stored, **touched | {"text": text, "modified": max(stored.modified, after.modified)})


def _both(stored: Note, before: Note | None, after: Note) -> str:
    if before and after.text == before.text:
        return stored.text
    here, there = stored.text.split("\n\n"), after.text.split("\n\n")
    if all(_is_in(one, here) for one in there):
        return stored.text
    return "\n\n".join([one for one in here if not _is_in(one, there)] + there)


def _is_in(paragraph: str, others: list[str]) -> bool:
    """Whether one of `others` is this paragraph, or begins with it and goes on behind its last word."""
    end = len(paragraph)
    return any(one.startswith(paragraph) and not one[end : end + 1].isalnum() for one in others)


def _touched(before: Record, after: Record) -> dict[str, Any]:
    pairs = ((each.name, getattr(before, each.name), getattr(after, each.name)) for each in fields(after))
    return {name: new for name, old, new in pairs if old != new}


def _merged_tags(stored: ArticleState, before: ArticleState, after: ArticleState) -> tuple[str, ...]:
    kept = {tag for tag in stored.tags if tag in after.tags or tag not in before.tags}
    together = kept | (set(after.tags) - set(before.tags))
    return after.tags if together == set(after.tags) else tuple(sorted(together))
