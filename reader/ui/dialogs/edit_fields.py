"""Asks for other fields of an article."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.fields_form import FieldsForm
from reader.ui.widgets.words import Words


class EditFieldsDialog(Dialog[dict[str, str] | None]):
    """Returns the fields that were changed, as typed; None when none was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="edit_fields.keep"),
        Binding("down", "app.focus_next", "Next field", id="edit_fields.next"),
        Binding("up", "app.focus_previous", "Field before", id="edit_fields.previous"),
        Binding("escape", "leave", "Cancel", id="edit_fields.leave"),
    ]

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__()
        self._form = FieldsForm(fields)
        self._fault = Words(id="fault")

    def compose(self) -> ComposeResult:
        """The fields, what is wrong with them, the keys."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Edit fields — a change makes a new version")
            with VerticalScroll(can_focus=False):
                yield self._form
            yield self._fault
            yield Words("⏎ keep   tab next field   esc cancel", id="keys")

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
