"""Watching the library: what other programs save is shown, and what the person should know is told."""

from dataclasses import dataclass

from textual.app import App

from reader.domain.discarded import KEPT
from reader.library.library import Library
from reader.library.wastebasket import Emptied
from reader.ui.messages import LibraryChanged, Told
from reader.ui.widgets.words import counted
from reader.ui.widgets.working import InTurn

EVERY = 2.0
"""How many seconds lie between two looks at the files; a look reads nothing but what is new in them."""

LONG = 15.0
"""How many seconds a notice stays that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look found: how much others saved so far, notices, and what was emptied out for its age."""

    elsewhere: int
    notices: tuple[str, ...]
    gone: Emptied


class Watching:
    """Looks at the library now and then, in a thread; at the second look it empties out what is old in the trash."""

    def __init__(self, app: App[None], library: Library) -> None:
        self._app = app
        self._library = library
        self._turn = InTurn(app)
        self._elsewhere: int | None = None
        self._told: set[str] = set()
        self._is_looking = False
        self._has_purged = False

    def start(self) -> None:
        """Look once now, and go on."""
        self._app.call_after_refresh(self.look)
        self._app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Look, unless the look before is not done yet."""
        if not self._is_looking:
            self._is_looking = True
            self._turn.do(self._see, self._show, self._pass_over)

    def _see(self) -> Seen:
        gone = Emptied()
        if self._elsewhere is not None and not self._has_purged:
            self._has_purged = True
            gone = self._library.wastebasket.purge()
        return Seen(self._library.shelf.notes.elsewhere, self._library.safekeeping.notices(), gone)

    def _show(self, seen: Seen) -> None:
        self._is_looking = False
        before, self._elsewhere = self._elsewhere, seen.elsewhere
        if (before is not None and before != seen.elsewhere) or seen.gone != Emptied():
            for screen in self._app.screen_stack:
                screen.post_message(LibraryChanged())
        new = [notice for notice in seen.notices if notice not in self._told]
        self._told.update(new)
        counts = ((seen.gone.articles, "article"), (seen.gone.notes, "note"))
        gone = " and ".join(counted(number, name) for number, name in counts if number)
        if gone:
            new.append(f"{gone} lay in the trash for more than {KEPT.days} days and went for good.")
        if new:
            self._app.post_message(Told("\n".join(new), seconds=LONG))

    def _pass_over(self, _: Exception) -> None:
        """Whoever shows the library tells what is wrong with it."""
        self._is_looking = False
