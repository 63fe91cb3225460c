"""The import dialog: a text on its way in, what was understood of it, and what of that is to be corrected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, TextArea

from reader.domain.drafts import Draft
from reader.domain.errors import ReaderError
from reader.domain.intake import Intake
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.drafting import Drafting
from reader.ui.widgets.fields_form import FieldsForm
from reader.ui.widgets.intake_words import day_question, repairs_words, text_words
from reader.ui.widgets.paste_area import PasteArea
from reader.ui.widgets.set_aside_list import SetAsideList
from reader.ui.widgets.words import Words, counted, literal
from reader.ui.widgets.working import InTurn

ASKED_FIRST = (
    "title",
    "kicker",
    "standfirst",
    "authors",
    "dateline",
    "published",
    "source",
    "url",
)
"""The fields that the dialog asks for, in the order in which people read them."""

BOX_HOLDS = 100_000
"""The longest text, in code points, that goes into the box again; a longer one is shown as understood only."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the dialog needs to know how to do: read a text, name its fields, and make an intake of what was changed."""

    read: Callable[[str | bytes], Intake]
    fields: Callable[[Intake], Mapping[str, str]]
    revise: Callable[[Intake, Mapping[str, str], list[int]], Intake]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that is to be added, with what it came from."""

    intake: Intake
    original: str | bytes
    tags: tuple[str, ...] = ()


class ImportDialog(Dialog[Wanted | None]):
    """Shows what a text would become; without a text, a box to paste it into.

    The text, and what was typed over what was understood of it, is what is typed of `drafting`. `fault` is a sentence
    about it. Returns what to add; None when that was left undone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "go_on", "Add", id="import.go_on"),
        Binding("ctrl+t", "box", "The text itself", id="import.box"),
        Binding("escape", "leave", "Cancel", id="import.leave"),
    ]

    def __init__(self, drafting: Drafting, reading: Reading, fault: str = "") -> None:
        super().__init__()
        self.drafting: Drafting = drafting
        self._start = drafting.typed
        self._raw: str | bytes = self._start.raw or self._start.text
        self._shown = ""
        self._edits: Mapping[str, str] = dict(self._start.fields)
        self._back: Sequence[int] = self._start.put_back
        self._reading = reading
        self._first_fault = fault
        self._turn = InTurn(self)
        self._intake: Intake | None = None
        self._form: FieldsForm | None = None
        self._aside = SetAsideList()
        self._area = PasteArea()
        self._fault_words = Words(id="fault")
        self._key_words = Words(id="keys")
        self._room = VerticalScroll(id="understood", can_focus=False)
        drafting.follow(self._typed)

    def compose(self) -> ComposeResult:
        """The box to paste into, and room for what is understood; one of the two shows."""
        with Vertical(classes="dialog") as self._box:
            self._box.border_title = Content("Add an article")
            yield self._area
            yield self._room
            yield self._fault_words
            yield self._key_words

    def on_mount(self) -> None:
        """Read the text at once where there is one."""
        if self._raw:
            self._read(self._raw)
        else:
            self._show_box("")

    # -- the two faces

    def _show_box(self, text: str) -> None:
        self.add_class("-asking")
        self._say_keys("paste an article here", "^s understand", "esc cancel")
        self._shown = text
        self._area.fill(text)
        self._area.focus()

    def _read(self, raw: str | bytes) -> None:
        self._raw = raw
        self._edits, self._back = self._changes
        self.drafting.changed()
        self._say_keys("reading …", "esc cancel")
        self._fault("")
        self._turn.do(lambda: self._reading.read(raw), self._understood, self._refused)

    def _refused(self, error: ReaderError) -> None:
        self._intake = None
        text = self._raw if isinstance(self._raw, str) and len(self._raw) <= BOX_HOLDS else ""
        self._show_box(text)
        self._fault(error.sentence)

    async def _understood(self, intake: Intake) -> None:
        if not self._room.is_attached:
            return
        self._intake = intake
        known = self._reading.fields(intake)
        fields = {name: known[name] for name in ASKED_FIRST} | {"tags": ""}
        question = day_question(intake)
        self._form = FieldsForm(fields, typed=self._edits, asks={"published": question} if question else {})
        self._aside.show(intake.set_aside, self._back)
        await self._room.remove_children()
        await self._room.mount(self._form, *self._about(intake))
        self.remove_class("-asking")
        done = (f"{counted(len(intake.set_aside), 'line')} set aside", counted(len(intake.repairs), "repair"))
        self._box.border_subtitle = literal(" · ".join(done))
        self._say_keys("⏎ add", "tab next field", "space put a line back", "^t the text", "esc cancel")
        self._form.focus_on("published" if question else "title")
        self._fault(self._first_fault)
        self._first_fault = ""

    def _about(self, intake: Intake) -> list[Words | SetAsideList]:
        """What stands under the fields: notices, the text, what was set aside, what was repaired."""
        parts: list[Words | SetAsideList] = [Words(notice, classes="notice") for notice in intake.notices]
        parts.append(Words(text_words(intake.article), classes="about"))
        if intake.set_aside:
            name = f"SET ASIDE {len(intake.set_aside)}"
            parts.append(Words(literal(f"{name} — space puts a line back into the text"), classes="section"))
            parts.append(self._aside)
        if intake.repairs:
            parts.append(Words(repairs_words(intake.repairs), classes="about"))
        return parts

    # -- keys

    @on(PasteArea.Pasted)
    def _pasted(self, message: PasteArea.Pasted) -> None:
        self._read(message.text)

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Understand what is in the box; add what was understood."""
        if self.has_class("-asking"):
            text = self._area.whole
            if text.strip():
                self._read(text)
            return
        if self._intake is None or self._form is None:
            return
        if fault := self._form.fault():
            self._fault(fault)
            return
        self._add(self._intake, self._form.changed)

    def action_box(self) -> None:
        """Show the text itself, to be changed and understood anew."""
        if isinstance(self._raw, str) and len(self._raw) <= BOX_HOLDS and self._intake is not None:
            self._show_box(self._raw)

    def action_leave(self) -> None:
        """Leave without adding; what there was is offered again."""
        self.dismiss(None)

    # -- what is typed

    @property
    def _changes(self) -> tuple[Mapping[str, str], Sequence[int]]:
        """What was made of the fields and of the lines set aside; it stays while the text is changed and read anew."""
        return (self._form.changed, self._aside.restored) if self._form else (self._edits, self._back)

    def _typed(self) -> Draft:
        """The draft as it is now; what does not fit into the box is what it was."""
        is_box = self.has_class("-asking") and self._area.whole != self._shown
        raw = self._area.whole if is_box else self._raw
        fields, back = self._changes
        draft = replace(self._start, fields=tuple(fields.items()), put_back=tuple(back))
        return replace(draft, text="", raw=raw) if isinstance(raw, bytes) else replace(draft, text=raw, raw=b"")

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(SetAsideList.Changed)
    def _changed(self) -> None:
        self.drafting.changed()

    def _add(self, intake: Intake, changed: Mapping[str, str]) -> None:
        fields = {name: value for name, value in changed.items() if name != "tags"}
        tags = tuple(tag.strip() for tag in changed.get("tags", "").replace(";", ",").split(",") if tag.strip())
        restored = self._aside.restored
        self._turn.do(
            lambda: self._reading.revise(intake, fields, restored),
            lambda revised: self.dismiss(Wanted(revised, self._raw, tags)),
            lambda error: self._fault(error.sentence),
        )

    def _fault(self, sentence: str) -> None:
        self._fault_words.say(literal(sentence))
        self.set_class(bool(sentence), "-fault")

    def _say_keys(self, *keys: str) -> None:
        self._key_words.say("   ".join(keys))
