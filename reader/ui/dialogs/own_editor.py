"""Lets the person write in the editor of their choice."""

import os
import secrets
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import CannotWrite
from reader.files import FILE_MODE, make_folder

USUAL = ("nano", "vi", "notepad")
LARGEST = 4 * 1024 * 1024
"""No note is larger, in bytes; a larger file was not meant to be one."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of it: the new text, or None where it stays as it was; `sentence` says why where that is not plain."""

    text: str | None
    sentence: str = ""


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
    """A way to run a command on the terminal that this process has; no shell is involved."""

    def run(command: Sequence[str]) -> int:
        return subprocess.run(list(command), check=False, env=dict(environment)).returncode  # noqa: S603 - the person's own editor, as a list of arguments

    return run


def edit(text: str, folder: Path, command: Sequence[str], run: Run) -> Edited:
    """Have `text` edited in a file of its own in `folder`, readable by its owner alone, and gone afterwards.

    The text stays as it was unless the editor ended well and left another text that is not empty and is UTF-8; where
    it left something that cannot be used, the file stays, and the sentence says where. Raises CannotWrite.
    """
    if not command:
        return Edited(None, "No editor was found. Set EDITOR to the one you like, such as EDITOR=nano.")
    path = _new_file(make_folder(folder), text)
    try:
        code = run([*command, str(path)])
    except OSError as error:
        path.unlink(missing_ok=True)
        return Edited(None, f"The editor “{command[0]}” could not be started: {error.strerror}. Nothing was changed.")
    return _outcome(text, path, code)


def _new_file(folder: Path, text: str) -> Path:
    path = folder / f"note-{secrets.token_hex(6)}.md"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CannotWrite(f"{path} could not be written: {error.strerror}. The note is as it was.") from error
    return path


def _outcome(before: str, path: Path, code: int) -> Edited:
    try:
        raw = path.read_bytes()[: LARGEST + 1]
    except OSError:
        return Edited(None, "The editor left no file. The note is as it was.")
    try:
        after = raw.decode("utf-8-sig").replace("\r\n", "\n").strip()
    except UnicodeDecodeError:
        return Edited(None, f"The editor left something that is not text. The note is as it was; the file is {path}.")
    if len(raw) > LARGEST or "\0" in after:
        return Edited(None, f"The editor left something that is no note. The note is as it was; the file is {path}.")
    is_same = after == before.strip()
    if code != 0 and not is_same:
        return Edited(None, f"The editor ended with an error ({code}). The note is as it was; your text is in {path}.")
    path.unlink(missing_ok=True)
    if not after and not is_same:
        return Edited(None, "The editor left an empty text. The note is as it was; A deletes it.")
    return Edited(None if is_same else after)
