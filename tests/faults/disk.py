"""A disk that loses power: which files may lie there after the system calls that a store made.

POSIX promises little: what was written and not synchronised may be there, or not, or as zeros, or in part; a name that
was given and whose folder was not synchronised may be there or not. Everything else is on the disk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path, PurePath
from typing import TypeAlias

from tests.faults.calls import Call

Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""The files of a folder by name, in the order of their names."""
_Names: TypeAlias = dict[str, int]

FOLDER = -1
"""Stands for the content of a name that is a folder."""


def files_of(folder: Path) -> Files:
    """All files of a folder."""
    return tuple(
        sorted((str(each.relative_to(folder)), each.read_bytes()) for each in folder.rglob("*") if each.is_file())
    )


def put(files: Files, folder: Path) -> None:
    """Make a folder that holds these files."""
    folder.mkdir(parents=True)
    for name, content in files:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


class Disk:
    """A folder on a disk, as the calls made so far have left it."""

    def __init__(self, start: Files) -> None:
        self._content = [bytearray(content) for _, content in start]
        self._synced = [content for _, content in start]
        self._dropped: list[set[int]] = [set() for _ in start]
        self._names: _Names = {name: number for number, (name, _) in enumerate(start)}
        self._names |= {_folder(name): FOLDER for name in list(self._names)}
        self._durable = dict(self._names)
        self._pending: list[Call] = []

    def make(self, call: Call) -> None:
        """Carry out one call. After an fsync that failed the kernel calls the data clean, and never writes it again."""
        if call.failed:
            self._drop(call)
        elif call.name == "fsync":
            self._sync(call.path)
        elif call.name == "write" and call.path in self._names:
            content = self._content[self._names[call.path]]
            content.extend(bytes(max(0, call.offset - len(content))))
            content[call.offset : call.offset + len(call.data)] = call.data
            self._dropped[self._names[call.path]] -= set(range(call.offset, call.offset + len(call.data)))
        elif call.name == "truncate" or call.truncates:
            self._cut(call.path, call.offset)
        elif call.creates or call.name in {"rename", "link", "unlink", "mkdir", "rmdir"}:
            self._name(call)

    def now(self) -> Files:
        """What another process sees now: also what a killed process leaves."""
        return self._laid_out(self._names, "kept")

    def after_power_loss(self, *, thorough: bool) -> Iterator[Files]:
        """What may lie there when the power fails now; `thorough` tries any of the pending names."""
        for names in self._possible_names(thorough=thorough):
            for data in ("kept", "lost", "zeros", "half", "late"):
                yield self._laid_out(names, data)

    def _sync(self, name: str) -> None:
        number = self._names.get(name, FOLDER)
        if number != FOLDER:
            now, before, dropped = self._content[number], self._synced[number], self._dropped[number]
            self._synced[number] = bytes(
                (before[at] if at < len(before) else 0) if at in dropped else byte for at, byte in enumerate(now)
            )
            return
        inside = [call for call in self._pending if name in {_folder(call.path), _folder(call.target or call.path)}]
        for call in inside:
            _rename(self._durable, call)
        self._pending = [call for call in self._pending if call not in inside]

    def _drop(self, call: Call) -> None:
        number = self._names.get(call.path, FOLDER)
        if call.name == "fsync" and number != FOLDER:
            now, before = self._content[number], self._synced[number]
            self._dropped[number] |= {at for at, byte in enumerate(now) if at >= len(before) or byte != before[at]}

    def _cut(self, name: str, length: int) -> None:
        number = self._names.get(name, FOLDER)
        if number != FOLDER:
            content = self._content[number]
            content.extend(bytes(max(0, length - len(content))))
            del content[length:]
            self._dropped[number] = {at for at in self._dropped[number] if at < length}

    def _name(self, call: Call) -> None:
        if call.creates:
            self._content.append(bytearray())
            self._synced.append(b"")
            self._dropped.append(set())
            number = len(self._content) - 1
        else:
            number = FOLDER if call.name == "mkdir" else self._names.get(call.path, FOLDER)
        call = replace(call, offset=number)
        _rename(self._names, call)
        self._pending.append(call)

    def _possible_names(self, *, thorough: bool) -> Iterator[_Names]:
        pending = self._pending
        counts = range(len(pending) + 1)
        chosen = (
            (each for count in counts for each in combinations(pending, count))
            if thorough and len(pending) < 8
            else (pending[:count] for count in counts)
        )
        for calls in chosen:
            names = dict(self._durable)
            for call in calls:
                _rename(names, call)
            yield names

    def _laid_out(self, names: _Names, data: str) -> Files:
        return tuple(
            sorted(
                (name, self._read(number, data))
                for name, number in names.items()
                if number != FOLDER and _folder(name) in {".", *names}
            )
        )

    def _read(self, number: int, data: str) -> bytes:
        now, synced = bytes(self._content[number]), self._synced[number]
        if data == "kept" or now == synced:
            return now
        if data == "lost":
            return synced
        unsure = [at for at, byte in enumerate(now) if at >= len(synced) or byte != synced[at]]
        middle = (len(unsure) + 1) // 2
        there = {"half": unsure[:middle], "late": unsure[middle:], "zeros": []}[data]
        found = bytearray(synced)
        if data != "half":
            found.extend(bytes(max(0, len(now) - len(synced))))
        for at in there:
            found.extend(bytes(max(0, at + 1 - len(found))))
            found[at] = now[at]
        return bytes(found)


def _rename(names: _Names, call: Call) -> None:
    """Carry out one call on a table of names; what it names is known, even where the name before is not on the disk."""
    if call.name in {"rename", "unlink", "rmdir"}:
        names.pop(call.path, None)
    if call.name not in {"unlink", "rmdir"}:
        names[call.target or call.path] = call.offset


def _folder(name: str) -> str:
    return str(PurePath(name).parent)


def states(start: Files, calls: Sequence[Call], *, thorough: bool, since: int = 0) -> Iterator[tuple[bool, Files]]:
    """Every folder that a stop after the first `since` calls may leave, each once; True where all calls were made.

    Whether the lock file is there says nothing, so calls on it are left out.
    """
    disk = Disk(start)
    seen: set[tuple[Files, bool]] = set()
    calls = [call for call in calls if call.changes and not call.path.endswith(".lock")]
    for count in range(len(calls) + 1):
        if count:
            disk.make(calls[count - 1])
        if count < since:
            continue
        for files in (disk.now(), *disk.after_power_loss(thorough=thorough)):
            if (files, count == len(calls)) not in seen:
                seen.add((files, count == len(calls)))
                yield count == len(calls), files
