"""Asks which tags something is to carry."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Input

from reader.text.screen import clean
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words, literal

MOST_SHOWN = 24
_BETWEEN = re.compile(r"[,;]")


class TagSuggester(Suggester):
    """Completes the last tag of a line with the first known one that begins so."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = list(known)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last tag completed."""
        begun = _last(value)
        fitting = (tag for tag in self._known if begun and tag.startswith(begun) and tag not in tags_in(value))
        found = next(fitting, None)
        return None if found is None else value + found[len(begun) :]


class TagsDialog(Dialog[tuple[str, ...] | None]):
    """Returns all the tags that are wanted, in the order typed; None when nothing is to change.

    `current` are the tags so far; `known` every tag there is, those first that shall be offered first, and where it is
    a mapping, how many articles carry each.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "Complete", id="tags.complete", priority=True),
        Binding("ctrl+s", "keep", "Keep", id="tags.keep"),
        Binding("escape", "leave", "Cancel", id="tags.leave"),
    ]

    def __init__(self, current: Collection[str], known: Collection[str]) -> None:
        super().__init__()
        self._current = tuple(current)
        self._written = {_shown(tag): tag for tag in (*known, *current)}
        self._known = [_shown(tag) for tag in known]
        self._counts = {_shown(tag): known[tag] for tag in known} if isinstance(known, Mapping) else {}
        self._fitting = Words(id="known")
        self._first = "".join(f"{_shown(tag)}, " for tag in self._current)
        self._input = LineInput(
            self._first, placeholder="tags, with commas between", suggester=TagSuggester(self._known)
        )

    def compose(self) -> ComposeResult:
        """The line, the tags that fit, the keys."""
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = Content("Tags")
            yield self._input
            yield self._fitting
            yield Words("⏎ keep   tab complete   esc cancel", id="keys")

    def on_mount(self) -> None:
        """Put the cursor behind the last tag."""
        self._input.cursor_position = len(self._input.value)
        self._input.focus()
        self._show_known()

    @on(Input.Changed)
    def _show_known(self) -> None:
        """Show the known tags that begin like the one being typed."""
        begun = _last(self._input.value)
        there = set(tags_in(self._input.value)) - {begun}
        fitting = [tag for tag in self._known if tag.startswith(begun) and tag not in there]
        shown = [f"{tag} {self._counts[tag]}" if tag in self._counts else tag for tag in fitting[:MOST_SHOWN]]
        more = f"   … {len(fitting) - MOST_SHOWN} more" if len(fitting) > MOST_SHOWN else ""
        self._fitting.display = bool(shown)
        self._fitting.say(literal("   ".join(shown) + more))

    def action_complete(self) -> None:
        """Take the completion, and begin another tag."""
        begun = _last(self._input.value)
        there = tags_in(self._input.value)
        fitting = (tag for tag in self._known if begun and tag.startswith(begun) and (tag == begun or tag not in there))
        found = next(fitting, None)
        if found is not None:
            self._input.value = self._input.value[: len(self._input.value) - len(begun)] + f"{found}, "
            self._input.cursor_position = len(self._input.value)

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Return the tags."""
        wanted = tuple(self._written.get(tag, tag) for tag in tags_in(self._input.value))
        is_same = self._input.value == self._first or set(wanted) == set(self._current)
        self.dismiss(None if is_same else wanted)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def tags_in(line: str) -> tuple[str, ...]:
    """The tags in a line, each once; commas or semicolons stand between them, a "#" before one is not part of it."""
    parts = (" ".join(part.split()).lstrip("#").casefold() for part in _BETWEEN.split(line))
    return tuple(dict.fromkeys(part for part in parts if part))


def _shown(tag: str) -> str:
    """A tag as it can be typed; what is kept stays as it was written."""
    return " ".join(clean(tag, multiline=False).split()).casefold()


def _last(line: str) -> str:
    """The beginning of the tag that is being typed."""
    return _BETWEEN.split(line)[-1].lstrip().lstrip("#").casefold()
