"""The name under which this machine writes into a library, by which its commits are told from those of others.

A name and a number tell a commit for ever, so no two histories may share a name: each library has its own on each
machine, and a new one is chosen where the journal of the old one was lost or went back to an earlier state.
"""

import os
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader import files
from reader.domain.errors import CannotWrite

LOCAL = "local"
"""The name where nobody gave another."""
_WRITTEN = re.compile(r"([0-9a-z]{8}) (\d{1,18})\n", re.ASCII)


def new_name() -> str:
    """Eight random hex digits."""
    return os.urandom(4).hex()


@dataclass(frozen=True, slots=True)
class Device:
    """The name of this device: `fixed`, or the one in a file of its own, which is made at the first save.

    The file lies outside the library, so that no sync tool brings it to another device.
    """

    fixed: str = ""
    file: Path | None = None
    choose: Callable[[], str] = new_name

    def known(self) -> str:
        """The name, or "" as long as there is none."""
        return self._read()[0]

    def last(self) -> int:
        """The number of a commit that was made under this name; there may have been later ones since."""
        return self._read()[1]

    def made(self) -> str:
        """The name, made now where there was none. Raises CannotWrite."""
        return self.known() or self.renewed()

    def renewed(self) -> str:
        """Another name than before, to begin anew with; one that is fixed stays. Raises CannotWrite."""
        if self.file is not None:
            files.make_folder(self.file.parent)
            self._write(self.choose(), 0)
            if not self.known():
                raise CannotWrite(f"{self.file} could not be read back. Nothing was changed.")
        return self.known()

    def remember(self, number: int) -> None:
        """Keep the number of a commit in mind; a disk that refuses costs nothing but this."""
        name, last = self._read()
        if self.file is not None and name and number > last:
            with suppress(CannotWrite):
                self._write(name, number)

    def _read(self) -> tuple[str, int]:
        if self.file is None:
            return self.fixed, 0
        try:
            found = _WRITTEN.fullmatch(self.file.read_text(encoding="ascii", errors="replace"))
        except OSError:
            return "", 0
        return (found[1], int(found[2])) if found else ("", 0)

    def _write(self, name: str, number: int) -> None:
        if self.file is not None:
            files.write_atomically(self.file, f"{name} {number}\n".encode("ascii"))


def device_in(state: Path, library: Path) -> Device:
    """The device that writes into the library folder `library` from this machine; `state` holds what is known of it."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    place = f"{host}\n{os.path.realpath(library)}".encode("utf-8", "surrogatepass")
    # Two checksums are no proof against malice, but nobody gains by it, and hashes are slow to load.
    return Device(file=state / "devices" / f"{zlib.crc32(place):08x}{zlib.adler32(place):08x}")
