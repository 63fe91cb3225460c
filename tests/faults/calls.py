"""The system calls of a store, watched in its own process: recorded, announced, or made to fail.

Only calls on files below one folder are seen, and only those made through Python's `os`, `io`, `open` and `fcntl`;
`test_system_calls` compares them with what the kernel sees.
"""

import builtins
import fcntl
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias
from unittest.mock import patch

CHANGING = frozenset({"write", "fsync", "truncate", "rename", "link", "unlink", "mkdir", "rmdir", "chmod"})
"""The calls that may change what lies on the disk, next to an `open` that creates or truncates."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call on the file `path`, relative to the watched folder; `target` is the second name of a rename or link.

    `offset` is where a write lands, or the new size of a file that is cut off.
    """

    name: str
    path: str
    target: str = ""
    offset: int = 0
    data: bytes = b""
    creates: bool = False
    truncates: bool = False
    failed: bool = False

    @property
    def changes(self) -> bool:
        """Whether it may change what lies on the disk."""
        return self.name in CHANGING or self.creates or self.truncates


Hook: TypeAlias = Callable[[Call], int | None]
"""Sees each call before it is made; may raise OSError instead of it, or give the number of bytes to write of it."""


def unhindered(_: Call) -> None:
    """Let every call pass."""


class Watch:
    """The calls on files below `folder` that were made, those that failed among them, in their order."""

    def __init__(self, folder: Path, hook: Hook) -> None:
        self.made: list[Call] = []
        self._root = os.path.realpath(folder)
        self._hook = hook
        self._asking = False

    def run(self, call: Call | None, act: Callable[[], Any]) -> Any:
        """Make a call, seen where it concerns the folder."""
        if call is None or self._asking:
            return act()
        self._ask(call)
        result = act()
        self.made.append(call)
        return result

    def write(self, descriptor: int, data: bytes, offset: int | None = None) -> int:
        """Write, perhaps less than was asked for, as the system may."""
        path = self.path_of(descriptor)
        if path is None or self._asking:
            return os_pwrite(descriptor, data, offset) if offset is not None else os_write(descriptor, data)
        at = _place(descriptor) if offset is None else offset
        room = self._ask(Call("write", path, offset=at, data=data))
        part = data if room is None else data[:room]
        count = os_pwrite(descriptor, part, offset) if offset is not None else os_write(descriptor, part)
        self.made.append(Call("write", path, offset=at, data=part[:count]))
        return count

    def call(self, name: str, path: object, folder: int | None = None, **details: Any) -> Call | None:
        """The call of this name on a file, given as a path or a descriptor; None for a file elsewhere.

        `folder` is the descriptor of the folder from which a path starts.
        """
        found = self.path_of(path, folder)
        return None if found is None else Call(name, found, **details)

    def path_of(self, given: object, folder: int | None = None) -> str | None:
        """The path of a file below the folder, relative to it; "." for the folder, None for what is elsewhere."""
        if isinstance(given, int):
            whole = _name_of(given)
        elif isinstance(given, str | bytes | os.PathLike):
            name = Path(_name_of(folder) if folder is not None else "", os.fsdecode(given))
            whole = os.fspath(_real_folder(name.parent) / name.name)
        else:
            return None
        if whole != self._root and not whole.startswith(self._root + os.sep):
            return None
        return os.path.relpath(whole, self._root)

    def holds(self, path: str) -> bool:
        """Whether there is a file of this name."""
        try:
            os_lstat(f"{self._root}/{path}")
        except OSError:
            return False
        return True

    def _ask(self, call: Call) -> int | None:
        self._asking = True
        try:
            return self._hook(call)
        except OSError:
            self.made.append(replace(call, failed=True))
            raise
        finally:
            self._asking = False


os_open, os_write, os_pwrite, os_fstat, os_lstat = os.open, os.write, os.pwrite, os.fstat, os.lstat
os_readlink, io_open = os.readlink, io.open


def _name_of(descriptor: int) -> str:
    try:
        return os_readlink(f"/proc/self/fd/{descriptor}")
    except OSError:  # it is closed, and the call will fail
        return ""


def _real_folder(folder: Path) -> Path:
    with patch.object(os, "lstat", os_lstat):
        return Path(os.path.realpath(folder))


def _place(descriptor: int) -> int:
    if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_APPEND:
        return os_fstat(descriptor).st_size
    return os.lseek(descriptor, 0, os.SEEK_CUR)


@contextmanager
def watching(folder: Path, hook: Hook = unhindered) -> Iterator[Watch]:
    """See every call on files below `folder` until the block ends."""
    watch = Watch(folder, hook)
    with ExitStack() as stack:
        for module, name, stand_in in _stand_ins(watch):
            stack.enter_context(patch.object(module, name, stand_in))
        yield watch


def _stand_ins(watch: Watch) -> Iterator[tuple[Any, str, Callable[..., Any]]]:
    yield os, "open", _opening(watch)
    yield io, "open", _io_opening(watch)
    yield builtins, "open", _io_opening(watch)
    yield os, "write", watch.write
    yield os, "pwrite", watch.write
    yield os, "writev", lambda descriptor, parts: watch.write(descriptor, b"".join(parts))
    for name in ("stat", "lstat", "scandir", "listdir", "read", "mkdir", "rmdir", "chmod"):
        yield os, name, _simple(watch, name, getattr(os, name))
    for name, function in (("fsync", os.fsync), ("fdatasync", os.fdatasync)):
        yield os, name, _simple(watch, "fsync", function)
    for seen_as, name in (("stat", "fstat"), ("chmod", "fchmod")):
        yield os, name, _simple(watch, seen_as, getattr(os, name))
    for name in ("unlink", "remove"):
        yield os, name, _simple(watch, "unlink", getattr(os, name))
    for name in ("truncate", "ftruncate"):
        yield os, name, _cutting(watch, getattr(os, name))
    for name, seen_as in (("rename", "rename"), ("replace", "rename"), ("link", "link")):
        yield os, name, _naming(watch, seen_as, getattr(os, name))
    for name in ("flock", "lockf"):
        yield fcntl, name, _locking(watch, getattr(fcntl, name))


def _simple(watch: Watch, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def stand_in(path: Any = ".", *rest: Any, **named: Any) -> Any:
        call = watch.call(name, path, named.get("dir_fd"))
        return watch.run(call, lambda: function(path, *rest, **named))

    return stand_in


def _cutting(watch: Watch, function: Callable[..., Any]) -> Callable[..., Any]:
    def stand_in(path: Any, length: int) -> Any:
        return watch.run(watch.call("truncate", path, offset=length), lambda: function(path, length))

    return stand_in


def _naming(watch: Watch, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def stand_in(source: Any, target: Any, **named: Any) -> Any:
        after = watch.path_of(target, named.get("dst_dir_fd"))
        call = watch.call(name, source, named.get("src_dir_fd"), target=after or "")
        return watch.run(call, lambda: function(source, target, **named))

    return stand_in


def _locking(watch: Watch, function: Callable[..., Any]) -> Callable[..., Any]:
    def stand_in(descriptor: Any, operation: int, *rest: Any) -> Any:
        frees = bool(operation & fcntl.LOCK_UN)
        number = descriptor if isinstance(descriptor, int) else descriptor.fileno()
        call = None if frees else watch.call("lock", number)
        return watch.run(call, lambda: function(descriptor, operation, *rest))

    return stand_in


def _opening(watch: Watch) -> Callable[..., int]:
    def stand_in(path: Any, flags: int, mode: int = 0o777, **named: Any) -> int:
        call = watch.call("open", path, named.get("dir_fd"))
        if call is not None:
            absent = not watch.holds(call.path)
            call = replace(
                call, creates=bool(flags & os.O_CREAT) and absent, truncates=bool(flags & os.O_TRUNC) and not absent
            )
        opened: int = watch.run(call, lambda: os_open(path, flags, mode, **named))
        return opened

    return stand_in


def _io_opening(watch: Watch) -> Callable[..., Any]:
    opener = _opening(watch)

    def stand_in(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        if watch.path_of(file) is None or named.get("opener"):
            return io_open(file, mode, buffering, *rest, **named)
        binary = mode.replace("t", "").replace("b", "")
        raw = _WatchedFile(watch, file, binary, named.pop("closefd", True), None if isinstance(file, int) else opener)
        if buffering == 0:
            return raw
        buffered: Any
        if "+" in mode:
            buffered = io.BufferedRandom(raw)
        else:
            buffered = io.BufferedReader(raw) if mode.startswith("r") else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *rest, **named)

    return stand_in


class _WatchedFile(io.FileIO):
    """A file whose reads and writes the watch sees."""

    def __init__(self, watch: Watch, file: Any, mode: str, closes: bool, opener: Any) -> None:  # noqa: FBT001 - as in io
        self._watch = watch
        super().__init__(file, mode, closes, opener)

    def write(self, data: Any) -> int:
        return self._watch.write(self.fileno(), bytes(data))

    def truncate(self, size: int | None = None) -> int:
        length = self.tell() if size is None else size
        act = super().truncate
        result: int = self._watch.run(self._watch.call("truncate", self.fileno(), offset=length), lambda: act(length))
        return result

    def readall(self) -> Any:
        act = super().readall
        return self._watch.run(self._watch.call("read", self.fileno()), act)

    def readinto(self, buffer: Any) -> Any:
        act = super().readinto
        return self._watch.run(self._watch.call("read", self.fileno()), lambda: act(buffer))
