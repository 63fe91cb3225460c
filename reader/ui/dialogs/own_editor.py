"""Lets the person write in the editor of their choice."""

import os
import secrets
import shlex
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, SuspendNotSupported

from reader.domain.doors import Door, refuse_if_secure
from reader.domain.errors import ReaderError
from reader.files import cause, make_folder, read_plain, write_atomically

USUAL = ("nano", "vi", "notepad")
LARGEST = 4 * 1024 * 1024
"""No note is larger, in bytes; a larger file was not meant to be one."""
AT_ONCE = 0.5
"""Nobody opens and leaves an editor within so many seconds: it has opened a window of its own and not waited for it."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it: the new text, or None where it stays as it was; `sentence` says why where that is not plain.

    `is_out` says that the editor may have let go of this process and still have the text.
    """

    text: str | None
    sentence: str = ""
    is_out: bool = False


AS_BEFORE = Edited(None)
AT_ONCE_WORDS = (
    "“{}” was back at once, with the text as it was. If it writes in a window of its own, give EDITOR the option to "
    "wait for that, such as “code --wait”. What you save there meanwhile is offered as a draft: W in the library."
)

Run = Callable[[Sequence[str]], int]
"""Runs a command and waits for it; returns its exit code. Raises OSError where it cannot be started."""


def editor_command(environment: Mapping[str, str], find: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The person's editor with its arguments: VISUAL, else EDITOR, else one that is usually there; [] if none is."""
    for name in ("VISUAL", "EDITOR"):
        if environment.get(name, "").strip():
            try:
                return shlex.split(environment[name], posix=os.name != "nt")
            except ValueError:
                return [environment[name]]
    return next(([name] for name in USUAL if find(name)), [])


def run_in_terminal(environment: Mapping[str, str]) -> Run:
    """A way to run a command on the terminal that this process has; no shell is involved. Raises TurnedOff."""
    refuse_if_secure(Door.EDITOR, environment)

    def run(command: Sequence[str]) -> int:
        return subprocess.run(list(command), check=False, env=dict(environment)).returncode  # noqa: S603 - the person's own editor, as a list of arguments

    return run


def lend_terminal(app: App[object], text: str, file: Callable[[], Path]) -> Edited:
    """Have `text` edited on the terminal that the app has; `file` says where, and may raise a ReaderError."""
    environment = dict(os.environ) | ({"NO_COLOR": "1"} if app.no_color else {})
    try:
        run = run_in_terminal(environment)
        path = file()
        with app.suspend():
            return edit(text, path, editor_command(environment), run)
    except ReaderError as error:
        return Edited(None, error.sentence)
    except SuspendNotSupported:
        return Edited(None, "This terminal cannot be lent to an editor. The note is as it was.")


def edit(
    text: str, path: Path, command: Sequence[str], run: Run, clock: Callable[[], float] = time.monotonic
) -> Edited:
    """Have `text` edited in `path`, a new file readable by its owner alone, and gone afterwards.

    The text stays as it was unless the editor ended well and left another text that is not empty and is UTF-8; what
    it left else goes to a file of its own, and the sentence says where. Raises CannotWrite.
    """
    if not command:
        return Edited(None, "No editor was found. Set EDITOR to the one you like, such as EDITOR=nano.")
    make_folder(path.parent)
    write_atomically(path, text.encode("utf-8", "replace"), overwrite=False)
    began = clock()
    try:
        code = run([*command, str(path)])
    except OSError as error:
        path.unlink(missing_ok=True)
        return Edited(None, f"The editor “{command[0]}” could not be started: {cause(error)}. Nothing was changed.")
    outcome = _outcome(text, path, code)
    if outcome == AS_BEFORE and clock() - began < AT_ONCE:
        return Edited(None, AT_ONCE_WORDS.format(command[0]), is_out=True)
    return outcome


def _outcome(before: str, path: Path, code: int) -> Edited:
    try:
        raw = read_plain(path, LARGEST + 1)
    except FileNotFoundError:
        return Edited(None, "The editor left no file. The note is as it was.")
    except OSError as error:
        return _unusable(path, f"something that is no file to read ({cause(error)})")
    try:
        after = raw.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        return _unusable(path, "something that is not text")
    if len(raw) > LARGEST or "\0" in after:
        return _unusable(path, "something that is no note")
    is_same = after == before.encode("utf-8", "replace").decode().strip()
    if code != 0 and after and not is_same:
        return Edited(None, f"{_ending(code)} The note is as it was; your text is in {_kept(path)}.")
    path.unlink(missing_ok=True)
    if code != 0:
        return Edited(None, f"{_ending(code)} The note is as it was.")
    if not after and not is_same:
        return Edited(None, "The editor left an empty text. The note is as it was.")
    return AS_BEFORE if is_same else Edited(after)


def _ending(code: int) -> str:
    if code > 0:
        return f"The editor ended with an error ({code})."
    with suppress(ValueError):
        return f"The editor was ended by {signal.Signals(-code).name}."
    return f"The editor was ended by signal {-code}."


def _unusable(path: Path, what: str) -> Edited:
    return Edited(None, f"The editor left {what}. The note is as it was; what it left is in {_kept(path)}.")


def _kept(path: Path) -> Path:
    """The name under which what an editor left stays, however often it is called again."""
    kept = path.with_name(f"note-{secrets.token_hex(6)}.md")
    with suppress(OSError):
        return path.rename(kept)
    return path
