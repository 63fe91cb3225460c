"""Drafts on the disk: one small file each, which outlives the process that was typing it.

A file is named SESSION-KEY.json, where SESSION is the process that types; SESSION-KEY.md is the same draft while it is
out in the person's own editor. What is named otherwise is not touched.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import RLock

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import CannotWrite, NotFound
from reader.files import cause, read_plain, sweep, write_atomically
from reader.storage.draft_sessions import Sessions, new_name

THROWN_KEPT = timedelta(days=30)
"""How long what was thrown away is kept."""
PATIENCE = 10.0
"""How many seconds another process may look through the folder before this one gives up."""
LARGEST_NOTE = 4 * 1024 * 1024
"""The most bytes that an editor may have left for them to be a note."""

_DRAFT = re.compile(r"([0-9a-f]{12})-([0-9a-f]{12})\.json")
_EDITED = re.compile(r"([0-9a-f]{12})-([0-9a-f]{12})\.md")


@dataclass(frozen=True, slots=True)
class _Found:
    """A file of the folder, whose it is and which draft it belongs to."""

    path: Path
    session: str
    key: str


class DraftStore:
    """The drafts of one library, in a folder that may hold those of others. Any thread may call.

    A draft belongs to the process that keeps or takes it; what another living process types in is offered to nobody.
    """

    def __init__(self, folder: Path, library: Path, now: Callable[[], datetime], patience: float = PATIENCE) -> None:
        self.folder = folder
        self.damaged: tuple[str, ...] = ()
        self._library = library
        self._now = now
        self._sessions = Sessions(folder, patience)
        self._open: set[str] = set()
        self._one_at_a_time = RLock()

    def new_key(self) -> str:
        """A name for a draft."""
        return new_name()

    def keep(self, draft: Draft) -> None:
        """Put a draft on the disk in the place of what it was before. Raises CannotWrite, Busy."""
        with self._one_at_a_time:
            self._begin()
            self._write(draft)
            (self._open.add if draft.state is DraftState.OPEN else self._open.discard)(draft.key)

    def forget(self, key: str) -> None:
        """Remove a draft of this process, if it ever was on the disk: what was typed is kept elsewhere."""
        with self._one_at_a_time:
            self._open.discard(key)
            if self._sessions.name:
                _remove(self._path(key))

    def take(self, key: str) -> Draft:
        """Make a draft that was offered one of this process, to go on typing in it.

        Raises NotFound where another process has taken it meanwhile; Damaged, CannotWrite, Busy.
        """
        with self._one_at_a_time, self._sessions.hold():
            file = next((one for one in self._files(_DRAFT) if one.key == key and self._is_free(one)), None)
            draft = self._read(file) if file else None
            if file is None or draft is None:
                raise NotFound("This draft is not there any more; another window of Reader may have opened it.")
            self._sessions.begin()
            self._rename(file)
            return draft

    def all(self) -> list[Draft]:
        """The drafts that nobody is typing in, newest first; `damaged` says afterwards what could not be read.

        What was thrown away long ago, and what killed writers left half done, is removed. Raises CannotWrite, Busy.
        """
        with self._one_at_a_time:
            self.damaged = ()
            if not self.folder.is_dir():
                return []
            with self._sessions.hold():
                for file in self._files(_EDITED):
                    self._take_in(file)
                drafts = list(filter(None, map(self._offered, self._files(_DRAFT))))
                sweep(self.folder)
                self._sessions.sweep()
        return sorted(drafts, key=lambda draft: draft.typed, reverse=True)

    def editor_file(self, key: str) -> Path:
        """The file that the person's own editor gets while it has this draft. Raises CannotWrite, Busy."""
        with self._one_at_a_time:
            self._begin()
            return self._path(key).with_suffix(".md")

    # -- the files

    def _begin(self) -> None:
        if not self._sessions.name:
            with self._sessions.hold():
                self._sessions.begin()

    def _path(self, key: str) -> Path:
        return self.folder / f"{self._sessions.name}-{key}.json"

    def _files(self, names: re.Pattern[str]) -> list[_Found]:
        try:
            paths = sorted(self.folder.iterdir())
        except OSError as error:
            raise CannotWrite(f"The drafts in {self.folder} cannot be listed: {cause(error)}.") from error
        named = ((path, names.fullmatch(path.name)) for path in paths)
        return [_Found(path, found[1], found[2]) for path, found in named if found]

    def _is_free(self, file: _Found) -> bool:
        """Whether nobody is typing in this draft."""
        is_own = file.session == self._sessions.name
        return file.key not in self._open if is_own else self._sessions.is_gone(file.session)

    def _write(self, draft: Draft) -> None:
        from reader.storage import draft_records  # noqa: PLC0415 - most processes type nothing

        stamped = replace(draft, typed=self._now())
        write_atomically(self._path(draft.key), draft_records.dump(stamped, str(self._library)))

    def _rename(self, file: _Found) -> None:
        try:
            file.path.replace(self._path(file.key))
        except OSError as error:
            raise CannotWrite(f"{file.path} could not be renamed: {cause(error)}. The draft is kept.") from error

    def _read(self, file: _Found) -> Draft | None:
        """The draft in a file; None where it is damaged, which is told, or belongs to another library."""
        from reader.storage import draft_records  # noqa: PLC0415 - most processes type nothing

        try:
            draft, library = draft_records.load(file.key, read_plain(file.path))
        except (OSError, ValueError) as error:
            self._tell(f"The draft {file.path} cannot be read: {error}. It was left as it is.")
            return None
        # A library that is there no more may be this one, moved: nobody else would offer its drafts.
        return draft if library == str(self._library) or not Path(library).is_dir() else None

    def _tell(self, sentence: str) -> None:
        self.damaged = (*self.damaged, sentence)

    # -- what is found at the start

    def _take_in(self, file: _Found) -> None:
        """Make a draft of what an editor has left under which Reader was killed, or which let go of it at once."""
        if not self._is_free(file):
            return
        sibling = replace(file, path=file.path.with_suffix(".json"))
        known = self._read(sibling) if sibling.path.exists() else Draft("", DraftKind.NOTE)
        try:
            is_taken = known is not None and self._take_words(file, known)
        except (OSError, ValueError, CannotWrite) as error:
            self._tell(f"What an editor has left in {file.path} is no draft: {error}. It was left as it is.")
            return
        if is_taken:
            _remove(file.path)
        if is_taken and known and _is_husk(known):
            _remove(sibling.path)

    def _take_words(self, file: _Found, known: Draft) -> bool:
        """Make a draft like `known` of the words in a file; False where there are none that are new."""
        text = edited_text(read_plain(file.path, LARGEST_NOTE + 1))
        if text in {"", known.text.strip()}:
            if file.session != self._sessions.name:
                _remove(file.path)
            return False
        self._sessions.begin()
        self._write(replace(known, key=new_name(), text=text, state=DraftState.OPEN))
        return True

    def _offered(self, file: _Found) -> Draft | None:
        """The draft in a file if nobody is typing in it; what was thrown away long ago is removed."""
        draft = self._read(file) if self._is_free(file) else None
        if draft is None:
            return None
        is_past = draft.state is DraftState.THROWN and draft.typed < self._now() - THROWN_KEPT
        if is_past or (_is_husk(draft) and file.session != self._sessions.name):
            _remove(file.path)
        return None if is_past or _is_husk(draft) else draft


def _is_husk(draft: Draft) -> bool:
    """Whether a draft holds no words, and only says whose those are that an editor has."""
    return draft.kind is DraftKind.NOTE and draft.text == draft.before


def edited_text(raw: bytes) -> str:
    """The words in the bytes that an editor has left. Raises ValueError, saying why they are none."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError("it is not text in UTF-8") from error
    if len(raw) > LARGEST_NOTE or "\0" in text:
        raise ValueError("it is too large for a note, or not text")
    return text.replace("\r\n", "\n").strip()


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
