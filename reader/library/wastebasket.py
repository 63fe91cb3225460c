"""The trash: what was deleted lies there for 30 days, to be brought back or to be emptied out for good.

Emptying is one change to the notes first: of every record only its name stays (`domain.notes.emptied`), which nothing
brings back, neither undo nor another process. The files of the articles go after that. Where this is cut short, an
article whose files are still there is not shown any more, and `purge` finishes the work.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reader.domain.changes import Change, Step
from reader.domain.discarded import KEPT, Discarded, days_left
from reader.domain.errors import Ambiguous, CannotWrite, NotFound
from reader.domain.ids import as_typed, note_id
from reader.domain.names import quoted
from reader.domain.notes import ArticleState, Note, Record, emptied, is_emptied
from reader.library.shelf import Shelf

SETTLED = timedelta(hours=12)
"""How long ago something must have been written to witness that time went by: a clock set wrong has not run so long."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many articles and single notes are gone for good."""

    articles: int = 0
    notes: int = 0


class Wastebasket:
    """What is in the trash of one library. Every method may raise a ReaderError."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def contents(self) -> list[Discarded]:
        """All that lies in the trash, newest first."""
        now = self._shelf.now()
        counts: dict[str, int] = {}
        for note in self._shelf.notes.notes():
            counts[note.article] = counts.get(note.article, 0) + 1
        found = [
            Discarded(
                record,
                self._shelf.title_of(record.article),
                trashed,
                days_left(trashed, now),
                0 if isinstance(record, Note) else counts.get(record.article, 0),
            )
            for record, trashed in self._lying()
        ]
        return sorted(found, key=lambda one: (one.trashed, note_id(one.note.key) if one.note else ""), reverse=True)

    def identify(self, typed: str) -> Discarded:
        """What in the trash has an id that begins with `typed`. Raises NotFound, Ambiguous."""
        beginning = as_typed(typed)
        named = [(_name(one.record), one) for one in self.contents()]
        found = [one for name, one in named if beginning and name.startswith(beginning)]
        exact = [one for name, one in named if name == beginning]
        if len(found) > 1 and len(exact) != 1:
            raise Ambiguous(f"“{typed}” begins {len(found)} ids in the trash. Type more of it.")
        if not found:
            raise NotFound(f"Nothing in the trash has an id that begins with “{typed}”. `reader trash` shows it all.")
        return (exact or found)[0]

    def restore(self, things: Sequence[Discarded]) -> Change:
        """Bring these back as one change, and return it; a note brings its article along where that lies there too."""
        steps: dict[str, Step] = {}
        for thing in things:
            home = self._shelf.notes.state(thing.record.article)
            for record in (thing.record, home):
                if record.trashed is not None and not is_emptied(record):
                    steps[_name(record)] = Step(record, replace(record, trashed=None))
        change = Change(f"bring back {_words(things)}", tuple(steps.values()))
        self._shelf.notes.apply(change)
        return change

    def empty(self, things: Sequence[Discarded]) -> Emptied:
        """Remove these for good: articles with all their versions and notes, notes alone.

        What changed since it was listed, because another process brought it back, stays.
        """
        return self._empty([thing.record for thing in things])

    def purge(self) -> Emptied:
        """Empty out what has lain in the trash for longer than it is kept, and finish what was cut short before.

        It must have lain there so long by the clock, and by something that was written in the library since, half a day
        ago or longer: a clock that was set forward by mistake, or runs back, takes nothing away.
        """
        now = self._shelf.now()
        due = [(record, trashed + KEPT) for record, trashed in self._lying() if trashed + KEPT < now]
        if not due:
            self._remove_files()
            return Emptied()
        witness = self._witness(now - SETTLED, enough=max(end for _, end in due))
        return self._empty([record for record, end in due if witness and end <= witness])

    def _empty(self, records: Sequence[Record]) -> Emptied:
        steps = {_name(one): Step(one, emptied(one)) for record in records for one in self._with_notes(record)}
        self._shelf.notes.apply(Change("empty the trash", tuple(steps.values()), undoable=False))
        self._remove_files()
        gone = [record for record in records if is_emptied(self._stored(record))]
        notes = sum(isinstance(record, Note) for record in gone)
        return Emptied(len(gone) - notes, notes)

    def _with_notes(self, record: Record) -> list[Record]:
        """A record, and where it is an article all the notes on it."""
        if isinstance(record, Note):
            return [record]
        here = self._shelf.notes
        thrown = [note for note in here.notes(record.article, trashed=True) if not is_emptied(note)]
        return [record, *here.notes(record.article), *thrown]

    def _remove_files(self) -> None:
        """Remove the files of every article that was emptied out, as far as they are still there."""
        gone = {state.article for state in self._shelf.notes.states().values() if is_emptied(state)}
        failed: list[CannotWrite] = []
        for article in sorted(gone.intersection(self._shelf.articles.ids())) if gone else ():
            try:
                self._shelf.articles.remove(article)
            except CannotWrite as error:
                failed.append(error)
        if failed:
            raise failed[0]

    def _lying(self) -> Iterator[tuple[ArticleState | Note, datetime]]:
        """Everything in the trash with the moment it went there."""
        notes = self._shelf.notes
        records: list[ArticleState | Note] = [*notes.states().values(), *notes.notes(trashed=True)]
        for record in records:
            if record.trashed is not None and not is_emptied(record):
                yield record, record.trashed

    def _witness(self, until: datetime, enough: datetime) -> datetime | None:
        """The newest moment not after `until` at which something is known to have been written.

        Articles are looked at only where notes and states tell of none that reaches `enough`.
        """
        notes = self._shelf.notes
        moments = [one.modified for one in (*notes.notes(), *notes.notes(trashed=True))]
        moments += [state.opened for state in notes.states().values() if state.opened is not None]
        moments += [trashed for _, trashed in self._lying()]
        newest = max((moment for moment in moments if moment <= until), default=None)
        if newest is not None and newest >= enough:
            return newest
        moments = [newest] if newest else []
        moments += [head.added for head in self._shelf.articles.heads() if head.added <= until]
        return max(moments, default=None)

    def _stored(self, record: Record) -> Record:
        notes = self._shelf.notes
        return notes.note(record.key) if isinstance(record, Note) else notes.state(record.article)


def _name(record: Record) -> str:
    return note_id(record.key) if isinstance(record, Note) else record.article


def _words(things: Sequence[Discarded]) -> str:
    """What these are: one by its name, more by their number."""
    if len(things) == 1:
        title = quoted(things[0].title)
        return f"a note on {title}" if things[0].note else title
    notes = sum(thing.note is not None for thing in things)
    counts = ((len(things) - notes, "article"), (notes, "note"))
    return " and ".join(f"{number} {name}{'s' * (number != 1)}" for number, name in counts if number)
