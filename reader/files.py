"""Atomic writes: a file is either as it was or wholly new, and only its owner may read it."""

import os
import secrets
from pathlib import Path

from reader.domain.errors import CannotWrite, WouldOverwrite

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_folder(folder: Path) -> Path:
    """Make `folder` and its missing parents, readable by the owner alone whatever the umask; return it.

    Raises CannotWrite.
    """
    try:
        for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
            missing.mkdir(mode=FOLDER_MODE, exist_ok=True)
            missing.chmod(FOLDER_MODE)
    except OSError as error:
        raise CannotWrite(f"The folder {folder} could not be made: {error.strerror}.") from error
    return folder


def write_atomically(path: Path, content: bytes, *, mode: int | None = FILE_MODE, overwrite: bool = True) -> None:
    """Write `content` to `path` so that after a crash either the old or the new file is there, never a part.

    `mode` None leaves the permissions to the person's umask (for what they export). A symbolic link is replaced, never
    followed. On return the bytes and the name are on the disk. Raises WouldOverwrite, CannotWrite.
    """
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(8)}.tmp")
    try:
        _write_new(temporary, content, mode)
        if overwrite:
            temporary.replace(path)
        else:
            os.link(temporary, path, follow_symlinks=False)
            temporary.unlink()
        _sync_folder(path.parent)
    except FileExistsError as error:
        temporary.unlink(missing_ok=True)
        raise WouldOverwrite(f"{path} exists already and was left as it is.") from error
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CannotWrite(
            f"{path} could not be written: {error.strerror}. What was there before is untouched."
        ) from error


def _write_new(path: Path, content: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o666 if mode is None else mode)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            path.chmod(mode)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Put a new name on the disk; Windows offers no way to, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
