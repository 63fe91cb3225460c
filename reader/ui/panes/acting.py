"""Acting on articles from the list: star, read, tags, notes, trash, fields, export."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.message import Message
from textual.screen import Screen

from reader.domain.changes import Change, Step
from reader.domain.heads import ArticleRow
from reader.domain.names import marking, tagging
from reader.domain.notes import ArticleState
from reader.domain.reports import ExportReport
from reader.domain.titles import shortened
from reader.library.library import Library
from reader.ui.dialogs.export import ExportDialog, ExportWish, Outgoing
from reader.ui.messages import LibraryChanged, Told
from reader.ui.widgets.words import counted
from reader.ui.widgets.working import InTurn

EXPORTS = "reader-notes"
"""The folder under the home folder that is offered for exports."""

TITLE_LENGTH = 48
"""How much of a title a passing message repeats."""


class StatesKept(Message):
    """Articles are in a new state."""

    def __init__(self, states: list[ArticleState]) -> None:
        self.states = states
        super().__init__()


class Acting:
    """What is done with chosen articles; asks by dialogs on `screen`, writes in turn, tells the screen."""

    def __init__(self, screen: Screen[None], library: Library) -> None:
        self._screen = screen
        self._library = library
        self._turn = InTurn(screen)
        self._folder = Path.home() / EXPORTS

    def star(self, rows: Sequence[ArticleRow]) -> None:
        """Star the articles; if all are starred, take the stars away."""
        starred = not all(row.state.starred for row in rows)
        words = partial(marking, unread=None, starred=starred)
        self._set_states(rows, lambda state: replace(state, starred=starred), words)

    def toggle_read(self, rows: Sequence[ArticleRow]) -> None:
        """Mark the articles read; if all are, unread."""
        unread = not any(row.state.unread for row in rows)
        words = partial(marking, unread=unread, starred=None)
        self._set_states(rows, lambda state: replace(state, unread=unread), words)

    def tag(self, rows: Sequence[ArticleRow]) -> None:
        """Ask for tags; those that all the articles share are offered to be taken off."""
        from reader.ui.dialogs.tags import TagsDialog  # noqa: PLC0415 - the list is on the screen first

        shared = tuple(sorted(set.intersection(*(set(row.state.tags) for row in rows))))

        def ask(known: dict[str, int]) -> None:
            if self._is_on_top:
                self._screen.app.push_screen(TagsDialog(shared, known), partial(self._tagged, rows, shared))

        self._turn.do(self._library.tags, ask)

    def trash(self, rows: Sequence[ArticleRow]) -> None:
        """Put the articles in the trash."""
        one = f"“{_title(rows[0])}” is in the trash. u brings it back; D shows the trash."
        more = f"{len(rows)} articles are in the trash. u brings them back; D shows the trash."
        sentence = one if len(rows) == 1 else more
        self._turn.do(partial(self._library.trash, _ids(rows)), lambda _: self._changed(sentence))

    def export(self, current: ArticleRow | None, chosen: Sequence[ArticleRow], every: Sequence[ArticleRow]) -> None:
        """Ask where to and how much, then write one Markdown file per article."""
        from reader.export.names import file_name  # noqa: PLC0415 - the list is on the screen first

        def outgoing(rows: Sequence[ArticleRow]) -> tuple[Outgoing, ...]:
            return tuple(Outgoing(row.head.id, file_name(row.head.title, row.head.id)) for row in rows)

        scopes = {"this article": outgoing([current] if current else []), "selected": outgoing(chosen)}
        scopes["all shown"] = outgoing(every)
        dialog = ExportDialog({name: files for name, files in scopes.items() if files}, self._folder)
        self._screen.app.push_screen(dialog, self._wished)

    @property
    def _is_on_top(self) -> bool:
        """Whether the person still looks at the screen that is to ask; fast keys may have led elsewhere."""
        return self._screen.app.screen is self._screen

    # -- what follows an answer

    def _wished(self, wish: ExportWish | None) -> None:
        if wish:
            self._folder = wish.folder
            self._turn.do(partial(self._write, wish, overwrite=False), partial(self._exported, wish))

    def _write(self, wish: ExportWish, *, overwrite: bool) -> ExportReport:
        return self._library.export(wish.articles, wish.folder, whole_text=wish.whole_text, overwrite=overwrite)

    def _exported(self, wish: ExportWish, report: ExportReport) -> None:
        """Tell what was written; ask before anything in the way is overwritten."""
        from reader.ui.dialogs.confirm import ConfirmDialog  # noqa: PLC0415 - asked for seldom

        self._tell_export(wish, report)
        if report.refused:
            names = "\n".join(path.name for path in report.refused[:8])
            more = f"\n… {len(report.refused) - 8} more" if len(report.refused) > 8 else ""
            there = counted(len(report.refused), "file")
            question = f"{there} of that name in {wish.folder} with other words:\n\n{names}{more}"

            def answered(yes: bool | None) -> None:  # noqa: FBT001 - Textual calls with the answer
                if yes:
                    self._turn.do(partial(self._write, wish, overwrite=True), partial(self._tell_export, wish))

            self._screen.app.push_screen(ConfirmDialog(question, yes="Overwrite them", no="Leave them"), answered)

    def _tell_export(self, wish: ExportWish, report: ExportReport) -> None:
        told = [f"{counted(len(report.written), 'file')} written to {wish.folder}"]
        if report.unchanged:
            told.append(f"{len(report.unchanged)} there already and up to date")
        if report.refused:
            told.append(f"{len(report.refused)} left as before")
        self._tell(", ".join(told) + ".")

    def _tagged(self, rows: Sequence[ArticleRow], shared: Sequence[str], answer: Sequence[str] | None) -> None:
        from reader.library.annotating import plain_tag  # noqa: PLC0415 - the list is on the screen first

        if answer is None:
            return
        wanted = {tag for tag in map(plain_tag, answer) if tag}
        gone = set(shared) - wanted

        def tagged(state: ArticleState) -> ArticleState:
            return replace(state, tags=tuple(sorted((set(state.tags) | wanted) - gone)))

        self._set_states(rows, tagged, partial(tagging, shared, wanted))
        whose = f"“{_title(rows[0])}”" if len(rows) == 1 else counted(len(rows), "article")
        new = wanted - set(shared)
        told = [f"{', '.join(sorted(tags))} {done}" for tags, done in ((new, "put on"), (gone, "taken off")) if tags]
        if told:
            self._tell(f"{'; '.join(told)}: {whose}.")

    def _set_states(
        self, rows: Sequence[ArticleRow], after: Callable[[ArticleState], ArticleState], words: Callable[[str], str]
    ) -> None:
        """Draw the articles in their new state at once, keep it as one change; read again if that failed.

        `words` name the change for undo, given whose it is.
        """
        self._screen.post_message(StatesKept([after(row.state) for row in rows]))

        def write() -> list[ArticleState]:
            states = [self._library.shelf.state(article) for article in _ids(rows)]
            steps = tuple(Step(state, after(state)) for state in states if after(state) != state)
            if steps:
                self._library.apply(Change(words(_whose(rows, steps)), steps))
            return [after(state) for state in states]

        self._turn.do(write, lambda states: self._screen.post_message(StatesKept(states)), self._failed)

    def _failed(self, error: Exception) -> None:
        self._screen.post_message(Told(str(error), "error"))
        self._screen.post_message(LibraryChanged())

    def _changed(self, sentence: str) -> None:
        self._tell(sentence)
        self._screen.post_message(LibraryChanged())

    def _tell(self, sentence: str) -> None:
        self._screen.post_message(Told(sentence))


def _ids(rows: Sequence[ArticleRow]) -> list[str]:
    return [row.head.id for row in rows]


def _title(row: ArticleRow) -> str:
    return shortened(row.head.title, TITLE_LENGTH)


def _whose(rows: Sequence[ArticleRow], steps: Sequence[Step]) -> str:
    """The articles that a change is about: one by its title, more by their number."""
    changed = {step.after.article for step in steps if step.after}
    titles = [_title(row) for row in rows if row.head.id in changed]
    return f"“{titles[0]}”" if len(titles) == 1 else counted(len(titles), "article")
