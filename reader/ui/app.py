"""The Textual app: themes, the first screen, and what counts in every screen."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.filter import LineFilter, NoColor
from textual.screen import Screen

from reader.domain.changes import Change
from reader.domain.doors import is_secure
from reader.library.library import Library
from reader.text.screen import clean, tidied
from reader.ui.commands import bindings
from reader.ui.messages import ArticleChosen, LibraryChanged, Told
from reader.ui.panes.watching import Watching
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.too_small import TooSmall, fits
from reader.ui.terminal.departure import Departure
from reader.ui.terminal.leaving import BY_SIGNAL, SOFTWARE, LeavingApp
from reader.ui.widgets.working import InTurn

Colour = Literal["full", "16", "none"]

WIDTHS = ((0, "-narrow"), (100, "-wide"), (160, "-ultra"))
"""From how many columns on a screen bears which class."""

PLAIN_THEME = "ansi-dark"
"""The theme that leaves all colours to the terminal."""

NOT_A_TERMINAL = (
    "reader needs a terminal for its screens. Without one, use the command line: "
    "`reader list`, `reader show ID`, `reader add FILE`; `reader --help` tells all."
)
DUMB_TERMINAL = (
    "reader's screens need a terminal that can place a cursor, and TERM says this one cannot. Use the command line: "
    "`reader list`, `reader show ID`, `reader add FILE`; `reader --help` tells all."
)
USAGE = 2


def everywhere() -> list[BindingType]:
    """The bindings of all screens; the key that suspends counts in dialogs too, whatever has the keys there."""
    found = [one for one in bindings("app") if isinstance(one, Binding)]
    return [replace(one, priority=True) if one.id == "app.suspend" else one for one in found]


class ReaderApp(LeavingApp, inherit_bindings=False):
    """The whole interface on one library.

    `start` is the id of an article, or the whole path of a file, to open at once. `colour` is what the terminal can
    show: with "16" and "none" the colours are the terminal's own, with "none" there are none at all.
    """

    TITLE = "Reader"
    CSS_PATH = ["styles/app.tcss", "styles/library.tcss"]  # noqa: RUF012 - Textual declares it so
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = list(WIDTHS)  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = everywhere()

    def __init__(self, library: Library, *, start: str | None = None, colour: Colour = "full") -> None:
        super().__init__(ansi_color=None if colour == "full" else True)
        self._library = library
        self._start = start
        self._colour = colour
        self._turn = InTurn(self)
        self.watching = Watching(self, library)
        self.animation_level = "none"
        self.no_color = colour == "none"
        if colour != "full":
            self.theme = PLAIN_THEME

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters; without colour, one that takes every colour out whatever the environment says."""
        filters = super().get_line_filters()
        return filters if self._colour != "none" else [*filters, NoColor()]

    def get_default_screen(self) -> Screen[None]:
        """The library lies under all other screens."""
        return LibraryScreen(self._library)

    def on_mount(self) -> None:
        """Open the article that was asked for, and watch the library."""
        self.watching.start()
        if self._start and Path(self._start).is_absolute():
            self._visit(Path(self._start))
        elif self._start:
            self.post_message(ArticleChosen(self._start, (self._start,)))

    def _visit(self, path: Path) -> None:
        """Open a file that is added only when the person asks for it; one that was added before opens from there."""
        from reader.library.visiting import Visit, visit  # noqa: PLC0415 - seldom, and it reads foreign text
        from reader.ui.screens.reader import ReaderScreen  # noqa: PLC0415 - likewise

        def opened(found: Visit) -> None:
            article = found.kept.id
            if found.is_kept:
                self.post_message(ArticleChosen(article, (article,)))
            else:
                self.push_screen(ReaderScreen(found, article, (article,)))

        self._turn.do(partial(visit, self._library, path), opened)

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the terminal is too small, for as long as it is."""
        if fits(event.size) and isinstance(self.screen, TooSmall):
            self.pop_screen()
        elif not fits(event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def on_article_chosen(self, message: ArticleChosen) -> None:
        """Open the reader screen."""
        from reader.ui.screens.reader import ReaderScreen  # noqa: PLC0415 - the library is on the screen first

        if isinstance(self.screen, ReaderScreen) and self.screen.article == message.article:
            return  # Enter came twice before the article was there
        self.push_screen(ReaderScreen(self._library, message.article, message.among))

    def on_told(self, message: Told) -> None:
        """Show the sentence for a moment."""
        self.notify(clean(message.sentence), severity=message.weight, timeout=message.seconds, markup=False)

    def action_palette(self) -> None:
        """Open the command palette on the commands that count now."""
        from reader.ui.screens.palette import palette  # noqa: PLC0415 - asked for seldom

        self.push_screen(palette(self._library))

    def action_help(self) -> None:
        """Show the keys that count now."""
        from reader.ui.dialogs.help import HelpDialog, keys_of  # noqa: PLC0415 - asked for seldom

        self.push_screen(HelpDialog(keys_of(self.screen)))

    def action_theme(self) -> None:
        """Choose the colours, each seen as the cursor reaches it."""
        from reader.ui.dialogs.theme import ThemeDialog  # noqa: PLC0415 - asked for seldom

        names = [name for name in sorted(self.available_themes) if self._colour == "full" or name.startswith("ansi")]
        self.push_screen(ThemeDialog(names, self.theme))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._turn.do(self._library.undo, partial(self._changed, "Undid: {} — ^r does it again"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn.do(self._library.redo, partial(self._changed, "Done again: {} — u takes it back"))

    def action_wastebasket(self) -> None:
        """Show what was deleted."""
        from reader.ui.screens.wastebasket import WastebasketScreen  # noqa: PLC0415 - asked for seldom

        if not isinstance(self.screen, WastebasketScreen):
            self.push_screen(WastebasketScreen(self._library))

    def copy_to_clipboard(self, text: str) -> None:
        """Hand a text to the terminal's clipboard, without what would act or hide where it is pasted.

        Where READER_SECURE is set it stays here, to be pasted here.
        """
        tidy = tidied(text)
        if is_secure(os.environ):
            self._clipboard = tidy
        else:
            super().copy_to_clipboard(tidy)

    def action_how_to_quit(self) -> None:
        """Tell how to leave, for those whose fingers press control and C."""
        self.post_message(Told("Press q to leave Reader. Everything is saved already."))

    def _changed(self, sentence: str, change: Change) -> None:
        self.post_message(Told(sentence.format(change.what)))
        for screen in self.screen_stack:
            screen.post_message(LibraryChanged())


def colour_depth(environment: Mapping[str, str]) -> Colour:
    """What the terminal can show: NO_COLOR (https://no-color.org) means none, else as Rich reads TERM and COLORTERM."""
    if "NO_COLOR" in environment:
        return "none"
    from rich.console import Console  # noqa: PLC0415 - Textual has loaded it

    system = Console(force_terminal=True, _environ=environment, legacy_windows=False).color_system
    return "full" if system in {"256", "truecolor"} else "16"


def refusal(environment: Mapping[str, str], is_terminal: Callable[[], bool]) -> str:
    """Why no screen can be opened here, in a sentence that names the other way; nothing where one can."""
    if not is_terminal():
        return NOT_A_TERMINAL
    return DUMB_TERMINAL if environment.get("TERM", "") in {"dumb", "unknown"} else ""


def run_app(library: Library, start: str | None = None) -> int:
    """Open the interface and stay until the person leaves; return the exit code of the process."""
    reason = refusal(os.environ, lambda: sys.stdin.isatty() and sys.stdout.isatty())
    if reason:
        sys.stderr.write(reason + "\n")
        return USAGE
    app = ReaderApp(library, start=start, colour=colour_depth(os.environ))
    with Departure(app) as departure:
        app.run()
    if app.left_by:
        return BY_SIGNAL + app.left_by
    if failure := app.failure or departure.failure:
        from reader.ui.terminal.failing import tell_failure  # noqa: PLC0415 - this is not expected

        sys.stderr.write(tell_failure(failure, library.folders.state, datetime.now(UTC)) + "\n")
        return SOFTWARE
    return app.return_code or 0
