"""What was typed and not finished, to go on with, keep elsewhere or throw away."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.domain.doors import Door, is_secure, refuse_if_secure
from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import TurnedOff
from reader.domain.titles import shortened
from reader.render.words import date_words
from reader.ui.dialogs.dialog import Dialog
from reader.ui.messages import Told
from reader.ui.widgets.choices import Choices
from reader.ui.widgets.fields_form import LABELS
from reader.ui.widgets.words import Words, counted, literal

DraftDeed = Literal["open", "note", "throw"]

SHOWN = 4_000
"""How much of a text is shown, in code points; all of it is copied."""
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class DraftWish:
    """What is to be done with a draft."""

    deed: DraftDeed
    draft: Draft


class DraftsDialog(Dialog[DraftWish | None]):
    """Returns the one thing to do with one of the drafts, or None: then all stay for later.

    `elsewhere` is the title of the article that a draft can be made a note on, "" where there is none. `at` is the key
    of the draft to begin with, `intro` what is said of all of them, and `fault` of that one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", id="drafts.down"),
        Binding("k,up", "move(-1)", "Up", id="drafts.up"),
        Binding("enter", "wish('open')", "Go on with it", id="drafts.open"),
        Binding("n", "wish('note')", "Make it a note here", id="drafts.note"),
        Binding("y", "copy", "Copy its words", id="drafts.copy"),
        Binding("d", "wish('throw')", "Throw away", id="drafts.throw"),
        Binding("escape,left,q", "leave", "Later", id="drafts.leave"),
    ]

    def __init__(
        self, drafts: Sequence[Draft], elsewhere: str = "", at: str = "", *, intro: str = "", fault: str = ""
    ) -> None:
        super().__init__()
        self._drafts = sorted(drafts, key=lambda draft: draft.state is DraftState.THROWN)
        self._elsewhere = elsewhere
        self._first = next((place for place, one in enumerate(self._drafts) if one.key == at), 0)
        self._list = Choices(markup=False)
        self._intro = Words(intro, id="intro")
        self._intro.display = bool(intro)
        self._words = Words(id="words")
        self._fault = Words(literal(fault), id="fault")
        self._fault.display = bool(fault)
        self._keys = Words(id="keys")

    def compose(self) -> ComposeResult:
        """The list, the draft under the cursor in full, the keys."""
        with Vertical(classes="dialog -small") as box:
            box.border_title = Content("Drafts")
            box.border_subtitle = literal(_counts(self._drafts))
            yield self._intro
            yield self._list
            with VerticalScroll(id="whole", can_focus=False):
                yield self._words
            yield self._fault
            yield self._keys

    def on_mount(self) -> None:
        """Fill the list."""
        self._list.add_options([Option(_line(draft)) for draft in self._drafts])
        self._list.highlighted = self._first
        self._list.focus()

    @property
    def _draft(self) -> Draft:
        return self._drafts[self._list.highlighted or 0]

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        draft = self._draft
        self._words.say(literal(shortened_text(text_of(draft))))
        note = f"n note on “{shortened(self._elsewhere, 30)}”" if self._can_move(draft) else ""
        copy = "" if is_secure(os.environ) else "y copy"
        thrown = "" if draft.state is DraftState.THROWN else "d throw away"
        self._keys.say("   ".join(key for key in ("⏎ go on", "esc later", copy, thrown, note) if key))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_wish("open")

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.highlighted = max(0, min(len(self._drafts) - 1, (self._list.highlighted or 0) + by))

    def action_wish(self, deed: DraftDeed) -> None:
        """Return what to do with the draft under the cursor."""
        if deed == "note" and not self._can_move(self._draft):
            return
        self.dismiss(DraftWish(deed, self._draft))

    def action_copy(self) -> None:
        """Copy the words of the draft under the cursor."""
        try:
            refuse_if_secure(Door.CLIPBOARD, os.environ)
        except TurnedOff as error:
            self.post_message(Told(error.sentence))
            return
        self.app.copy_to_clipboard(text_of(self._draft).encode("utf-8", "replace").decode())
        self.post_message(Told("The words of the draft went to the terminal's clipboard."))

    def action_leave(self) -> None:
        """Leave all for later."""
        self.dismiss(None)

    def _can_move(self, draft: Draft) -> bool:
        return draft.kind is DraftKind.NOTE and bool(self._elsewhere)


def text_of(draft: Draft) -> str:
    """What was typed, in words."""
    fields = [f"{LABELS.get(name, name)}: {value}" for name, value in draft.fields]
    text = draft.text or draft.raw.decode("utf-8", "replace")
    return "\n".join([*fields, *([""] if fields and text else []), text]).rstrip("\n")


def shortened_text(text: str) -> str:
    """As much of a text as is shown."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def name_of(draft: Draft) -> str:
    """What a draft is, in words: “note on “…””."""
    if draft.kind is DraftKind.PASTE:
        return f"article to add: “{shortened(text_of(draft).lstrip(), TITLE_LENGTH)}”"
    what = "fields of" if draft.kind is DraftKind.FIELDS else "note on"
    return f"{what} “{shortened(draft.title, TITLE_LENGTH)}”" if draft.title else "note on an article unknown"


def _line(draft: Draft) -> Content:
    name = literal(name_of(draft), multiline=False)
    day = literal(f"{date_words(draft.typed.date()):<16}").stylize("dim")
    if draft.state is DraftState.THROWN:
        return day + Content("thrown away: ").stylize("dim") + name.stylize("dim")
    return day + name


def _counts(drafts: Sequence[Draft]) -> str:
    thrown = sum(draft.state is DraftState.THROWN for draft in drafts)
    waiting = len(drafts) - thrown
    parts = [f"{counted(waiting, 'draft')} not finished"] if waiting else []
    return " · ".join([*parts, *([f"{thrown} thrown away, kept 30 days"] if thrown else [])])
