"""Asks for other fields of an article."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from reader.domain.drafts import Draft
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.drafting import Drafting
from reader.ui.widgets.fields_form import FieldsForm
from reader.ui.widgets.words import Words


class EditFieldsDialog(Dialog[dict[str, str] | None]):
    """Returns the fields that were changed, as typed; None when none was.

    `fields` are what they are; what was made of them already is what is typed of `drafting`. `fault` is a sentence
    about that.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="edit_fields.keep"),
        Binding("down", "app.focus_next", "Next field", id="edit_fields.next"),
        Binding("up", "app.focus_previous", "Field before", id="edit_fields.previous"),
        Binding("escape", "leave", "Cancel", id="edit_fields.leave"),
    ]

    def __init__(self, drafting: Drafting, fields: Mapping[str, str], fault: str = "") -> None:
        super().__init__()
        self.drafting: Drafting = drafting
        self._form = FieldsForm(fields, typed=dict(drafting.typed.fields))
        self._fault = Words(fault, id="fault")
        self._start = drafting.typed
        drafting.follow(self._typed)

    def compose(self) -> ComposeResult:
        """The fields, what is wrong with them, the keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Edit fields — a change makes a new version")
            with VerticalScroll(can_focus=False):
                yield self._form
            yield self._fault
            yield Words("⏎ keep   tab next field   esc cancel", id="keys")

    def _typed(self) -> Draft:
        return replace(self._start, fields=tuple(self._form.changed.items()))

    @on(Input.Changed)
    def _changed(self) -> None:
        self.drafting.changed()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Return what was changed, unless something is wrong with it."""
        fault = self._form.fault()
        self._fault.say(fault)
        if not fault:
            self.dismiss(self._form.changed or None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
