"""The trash: what was deleted, newest first, to be brought back or emptied out for good."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.theme import Theme

from reader.domain.changes import Change
from reader.domain.discarded import KEPT, Discarded
from reader.domain.titles import shortened
from reader.library.library import Library
from reader.library.wastebasket import Emptied
from reader.render.words import date_words
from reader.ui.commands import bindings
from reader.ui.dialogs.confirm import ConfirmDialog
from reader.ui.looks import Colour, colour_of, looks_for
from reader.ui.messages import LibraryChanged, Told
from reader.ui.screens.moving import Movable, MovingScreen
from reader.ui.widgets.key_line import KeyLine
from reader.ui.widgets.mark_list import MarkList, Row
from reader.ui.widgets.title_line import TitleLine
from reader.ui.widgets.words import Words, counted, literal
from reader.ui.widgets.working import InTurn

NOTHING = f"The trash is empty.\n\nWhat is deleted lies here for {KEPT.days} days, and is gone for good after that."
ARTICLE, NOTE, HIGHLIGHT = "≡", "✎", "▎"
TITLE_LENGTH = 48
"""How much of a title a passing message repeats."""

WORDS_LENGTH = 60
"""How much of a note stands before the title of its article."""


class WastebasketScreen(MovingScreen):
    """Lists articles and notes in the trash of `library`."""

    CSS_PATH = "../styles/wastebasket.tcss"
    AUTO_FOCUS = "MarkList"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("wastebasket"),
        Binding("j,down", "down", "Down", id="wastebasket.down"),
        Binding("k,up", "up", "Up", id="wastebasket.up"),
        Binding("pagedown,space", "page_down", "Page down", id="wastebasket.page_down"),
        Binding("pageup,b", "page_up", "Page up", id="wastebasket.page_up"),
        Binding("g,home", "top", "Top", id="wastebasket.top"),
        Binding("G,end", "bottom", "Bottom", id="wastebasket.bottom"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._things: Sequence[Discarded] = ()
        self._title = TitleLine("Reader › Trash")
        self._list = MarkList(looks_for({}, Colour.NONE, is_dark=True))
        self._whole = Words()
        self._keys = KeyLine("wastebasket")

    def compose(self) -> ComposeResult:
        """Title, the list with what is under the cursor, keys."""
        yield self._title
        with Container(id="things"):
            with Vertical(id="lying") as lying:
                lying.border_title = Content("Trash · newest first")
                yield self._list
            with VerticalScroll(id="whole", can_focus=False):
                yield self._whole
        yield Words(NOTHING, id="nothing")
        yield self._keys

    def on_mount(self) -> None:
        """Dress, and read what lies in the trash."""
        self._turn = InTurn(self.app)
        self._look(self.app.current_theme)
        self.app.theme_changed_signal.subscribe(self, self._look)
        self.watch(self._list, "cursor", self._show_current, init=False)
        self._read()

    @property
    def movable(self) -> Movable:
        """The list."""
        return self._list

    def on_library_changed(self, message: LibraryChanged) -> None:
        """Read again what lies in the trash."""
        message.stop()
        self._read()

    def _look(self, theme: Theme) -> None:
        self._list.look(looks_for(self.app.theme_variables, colour_of(self.app), is_dark=theme.dark))

    # -- what is shown

    def _read(self) -> None:
        self._turn.do(self._library.wastebasket.contents, self._show)

    def _show(self, things: Sequence[Discarded]) -> None:
        if not self.is_attached:
            return
        self._things = things
        notes = sum(thing.note is not None for thing in things)
        counts = ((len(things) - notes, "article"), (notes, "note"))
        self._title.say(right=" · ".join(counted(number, name) for number, name in counts if number))
        self.set_class(not things, "-empty")
        self._list.show([_row(thing, number) for number, thing in enumerate(things)])
        self._show_current()

    @property
    def _current(self) -> Discarded | None:
        target = self._list.current
        return self._things[target[1]] if target and target[1] < len(self._things) else None

    def _show_current(self) -> None:
        self._whole.say(_whole(self._current) if self._current else "")

    # -- the keys

    def action_restore(self) -> None:
        """Bring back what is under the cursor."""
        thing = self._current
        if thing is not None:
            self._turn.do(partial(self._library.wastebasket.restore, [thing]), partial(self._restored, thing))

    def _restored(self, thing: Discarded, _: Change) -> None:
        title = f"“{shortened(thing.title, TITLE_LENGTH)}”"
        self._changed(f"A note on {title} is back." if thing.note else f"{title} is back in the library.")

    def action_empty(self) -> None:
        """Ask, and then empty it of what is listed."""
        things = tuple(self._things)
        if not things:
            self.post_message(Told("The trash is empty already."))
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual calls with the answer
            if yes:
                self._turn.do(partial(self._library.wastebasket.empty, things), self._emptied)

        self.app.push_screen(ConfirmDialog(_question(things), yes="Empty it", no="Keep it"), answered)

    def _emptied(self, gone: Emptied) -> None:
        counts = ((gone.articles, "article"), (gone.notes, "note"))
        told = " and ".join(counted(number, name) for number, name in counts if number)
        self._changed(f"{told or 'Nothing'} gone for good.")

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()

    def _changed(self, sentence: str) -> None:
        self.app.post_message(Told(sentence))
        for screen in self.app.screen_stack:
            screen.post_message(LibraryChanged())


def _row(thing: Discarded, number: int) -> Row:
    """One thing in the trash as a line."""
    left = f"{thing.days_left} day{'s' * (thing.days_left != 1)} left"
    target = ("thing", number)
    if thing.note is None:
        return Row("", thing.title, left, ARTICLE, target=target)
    quote = thing.note.anchor.quote if thing.note.anchor else ""
    words = " ".join((thing.note.text or quote).split())
    sign = NOTE if thing.note.text else HIGHLIGHT
    return Row("", f"{shortened(words, WORDS_LENGTH)} · “{thing.title}”", left, sign, target=target)


def _whole(thing: Discarded) -> Content:
    """All that is known of a thing."""
    when = f"Deleted {date_words(thing.trashed.date())}.\n{_kept(thing.days_left)}"
    note = thing.note
    if note is None:
        notes = f" with {counted(thing.notes, 'note')}" if thing.notes else ""
        return Content.assemble(literal(thing.title).stylize("bold"), f"\n\nAn article{notes}.\n{when}")
    quote = literal(f"“{note.anchor.quote}”\n\n") if note.anchor else Content("")
    text = literal(note.text or "(a highlight without words)")
    about = literal(f"\n\nOn “{thing.title}”, written {date_words(note.created.date())}.\n{when}")
    return Content.assemble(quote.stylize("italic"), text, about)


def _kept(days: int) -> str:
    if not days:
        return "Its time is over; it goes when Reader is opened next."
    return f"Kept for {counted(days, 'more day')}."


def _question(things: Sequence[Discarded]) -> str:
    notes = sum(thing.note is not None for thing in things)
    articles = len(things) - notes
    parts = (
        [f"{counted(articles, 'article')} with all notes on {'it' if articles == 1 else 'them'}"] if articles else []
    )
    parts += [counted(notes, "single note")] if notes else []
    return f"Empty the trash? {' and '.join(parts)} would be gone for good. Undo cannot bring that back."
