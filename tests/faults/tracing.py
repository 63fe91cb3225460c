"""SIGKILL at every system call: `python -m tests.faults.tracing STORE ACTION FOLDER` prints what was left, as JSON.

A forked child is traced (ptrace(2)) and killed on its way into the first system call of an action, the next child on
its way into the second, until one gets through. Each stands on a copy of the same folder.
"""

import ctypes
import errno
import json
import os
import re
import shutil
import signal
import sys
import traceback
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.faults.actions import ACTIONS, Action
from tests.faults.disk import Files, files_of
from tests.faults.stores import NOTES, STORES, Store, found_in, litter

_TRACE_ME, _TO_SYSTEM_CALL, _SET_OPTIONS = 0, 24, 0x4200
_SYSTEM_CALL_IS_TOLD, _END_WITH_TRACER = 1, 0x100000
_SYSTEM_CALL = signal.SIGTRAP | 0x80
_BY_CHANCE = re.compile(r"[0-9a-f]{16}")
_BARRED = 77
"""How a child ends that may not be traced."""


@dataclass
class Left:
    """What was found after the kills, by kind; or why nobody could be traced."""

    barred: str = ""
    calls: int = 0
    found: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)


class TracingBarredError(OSError):
    """This system lets no process trace another."""


def ptrace(request: int, process: int, data: int = 0) -> None:
    """The system call; raises TracingBarredError."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    libc.ptrace.restype = ctypes.c_long
    if libc.ptrace(request, process, None, data) < 0:
        raise TracingBarredError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def killed_at(place: int, kind: type[Store], path: Path, action: Action) -> bool:
    """Start the action in a child and kill it on its way into its call number `place`; False where it got through."""
    process = os.fork()
    if not process:
        _act(kind, path, action)
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status):
        raise _why(os.WEXITSTATUS(status))
    ptrace(_SET_OPTIONS, process, _SYSTEM_CALL_IS_TOLD | _END_WITH_TRACER)
    stops = 0
    while True:
        ptrace(_TO_SYSTEM_CALL, process)
        _, status = os.waitpid(process, 0)
        if not os.WIFSTOPPED(status):
            if status:
                raise RuntimeError(f"the child ended with {status}")
            return False
        stops += os.WSTOPSIG(status) == _SYSTEM_CALL
        if stops == 2 * place - 1:  # a call stops twice, on its way in and on its way out
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            return True


def _act(kind: type[Store], path: Path, action: Action) -> None:
    """Be the child: stop when everything is ready, then act."""
    try:
        store = action.opened(kind, path)
        ptrace(_TRACE_ME, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        action.act(store)
        os._exit(0)
    except TracingBarredError:
        os._exit(_BARRED)
    finally:
        traceback.print_exc()
        os._exit(1)


def _why(code: int) -> OSError | RuntimeError:
    """Why a child ended before it could be traced."""
    if code == _BARRED:
        return TracingBarredError(errno.EPERM, os.strerror(errno.EPERM))
    return RuntimeError(f"the child ended with {code}")


def kill_everywhere(kind: type[Store], action: Action, folder: Path) -> Left:
    """Kill at every system call of the action, each time on a fresh copy, and look at what is left."""
    left = Left()
    action.prepare(kind, folder / "start" / NOTES)
    known: dict[tuple[bool, Files], str] = {}
    while True:
        copy = folder / "copy"
        shutil.copytree(folder / "start", copy, symlinks=True)
        stopped = killed_at(left.calls + 1, kind, copy / NOTES, action)
        lying = (stopped, _without_chance(files_of(copy)))
        if lying not in known:  # most calls change nothing that the next start could see
            known[lying] = _verdict(kind, copy / NOTES, action, done=not stopped)
        verdict = known[lying]
        kind_of = verdict.partition(":")[0]
        left.found[kind_of] = left.found.get(kind_of, 0) + 1
        left.said += [] if verdict in {"old", "new"} else [f"at call {left.calls + 1}: {verdict[:300]}"]
        shutil.rmtree(copy)
        if not stopped:
            return left
        left.calls += 1


def _without_chance(files: Files) -> Files:
    """The files, with the same names for what has a name by chance."""
    return tuple((_BY_CHANCE.sub("by-chance", name), content) for name, content in files)


def _verdict(kind: type[Store], path: Path, action: Action, *, done: bool) -> str:
    verdict = action.verdict(found_in(kind, path), done=done)
    return _next(kind, path, action, verdict) if verdict in {"old", "new"} else verdict


def _next(kind: type[Store], path: Path, action: Action, verdict: str) -> str:
    """Save once more after a kill: `verdict` again where that works and nothing lies about."""
    store = kind(path)
    store.save(99, "the next one")
    store.close()
    found = found_in(kind, path)
    if isinstance(found, str) or found.pop(99, "") != "the next one" or action.verdict(found, done=False) != verdict:
        return f"next save lost: {found}"
    return f"litter: {litter(path.parent)}" if litter(path.parent) else verdict


def main(kind: str, action: str, folder: str) -> None:
    """Run one action to its end and print what was left."""
    try:
        left = kill_everywhere(STORES[kind], ACTIONS[action], Path(folder))
    except TracingBarredError as error:
        left = Left(barred=f"no process may trace another here: {error.strerror}")
    print(json.dumps(asdict(left)))  # noqa: T201 - for the test that started this


if __name__ == "__main__":
    main(*sys.argv[1:])
