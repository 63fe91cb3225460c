"""Asks for the words of a note."""

import os
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, TextArea

from reader.domain.doors import is_secure
from reader.domain.drafts import Draft
from reader.domain.titles import shortened
from reader.text.screen import clean, tidied
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.own_editor import lend_terminal
from reader.ui.widgets.drafting import Drafting
from reader.ui.widgets.words import Words, literal

QUOTE_LENGTH = 400


class NoteArea(TextArea):
    """A text area whose cursor stands still and into which nothing unclean is pasted."""

    def __init__(self, text: str) -> None:
        super().__init__(clean(text), soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Put what was pasted in the place of what is selected."""
        event.prevent_default()
        event.stop()
        self.replace(tidied(event.text), *self.selection)


class NoteDialog(Dialog[str | None]):
    """Returns the text of the note, without space around it; None when it is as it was, or thrown away.

    What it is about and says so far is what is typed of `drafting`. `fault` is a sentence about it, below the words.
    Leaving keeps what was written, for nothing that was typed may be lost; the button throws it away.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "keep", "Keep", id="note.keep", priority=True),
        Binding("ctrl+e", "own_editor", "Own editor", id="note.own_editor", priority=True),
    ]

    def __init__(self, drafting: Drafting, fault: str = "") -> None:
        super().__init__()
        self.drafting: Drafting = drafting
        self._start = draft = drafting.typed
        quote = shortened(" ".join(draft.anchor.quote.split()), QUOTE_LENGTH) if draft.anchor else ""
        self._passage = Words(f"“{quote}”", id="quote")
        self._passage.display = bool(quote)
        self._area = NoteArea(draft.text)
        self._first = self._area.text
        self._fault = Words(id="fault")
        self._say_fault(fault)
        drafting.follow(self._typed)

    def compose(self) -> ComposeResult:
        """The passage, the words, the keys."""
        with Vertical(id="box", classes="dialog -small") as box:
            box.border_title = Content("Note" if self._start.anchor else "Note on the article")
            yield self._passage
            yield self._area
            yield self._fault
            with Horizontal(id="foot"):
                editor = "" if is_secure(os.environ) else "   ^e own editor"
                yield Words(f"esc keep{editor}   tab throw away", id="keys")
                yield Button(Content("Throw away"), id="discard", compact=True)

    def on_mount(self) -> None:
        """Put the cursor behind what is written."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def _typed(self) -> Draft:
        """The draft as it is now; where nothing was typed, to the letter as it was."""
        text = self._area.text
        return self._start if text == self._first else replace(self._start, text=text)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.drafting.changed()

    def action_keep(self) -> None:
        """Return what is written."""
        written = self._typed().text.strip()
        self.dismiss(None if written == self._start.before.strip() else written)

    def action_own_editor(self) -> None:
        """Go on writing in the person's own editor, on the whole terminal."""
        edited = lend_terminal(self.app, self._typed().text, self.drafting.file)
        self.drafting.is_out = self.drafting.is_out or edited.is_out
        self._say_fault(edited.sentence)
        if edited.text is not None:
            self._area.load_text(clean(edited.text))
            self._area.move_cursor(self._area.document.end)
            self.drafting.changed()

    def _say_fault(self, sentence: str) -> None:
        self._fault.say(literal(sentence))
        self._fault.display = bool(sentence)

    @on(Button.Pressed, "#discard")
    def _discard(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)
