"""Reading a backup that may come from anyone: nothing in it is believed before it was looked at."""

import hashlib
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

from reader.domain.errors import Damaged, InputRefused, NewerFormat
from reader.storage.backup_names import FORMAT, MANIFEST, NOTES, WHAT, place_of

MOST_TOLD = 20
"""How many foreign names are told one by one."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, OverflowError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What reading a damaged zip file ends in."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a backup may hold: entries; bytes in one and in all; and how often its own size it may unfold to.

    Text deflates to a tenth; a file that unfolds to more than `ratio` times itself was made to fill a disk. Small ones
    are let pass, because they cannot.
    """

    entries: int = 2_000_000
    entry: int = 1 << 30
    total: int = 1 << 36
    ratio: int = 200
    harmless: int = 1 << 26


LIMITS = Limits()


class Backup:
    """A backup in an open file; `names` are its entries that are ours, `skipped` tells of the others.

    Raises InputRefused for a file that no version of Reader wrote, NewerFormat for one that a later version did.
    """

    def __init__(self, file: BinaryIO, path: Path, limits: Limits = LIMITS) -> None:
        self._path = path
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise self._refused("it is no whole zip file") from error
        infos = self._archive.infolist()
        self._check_sizes(infos)
        for info in infos:
            self._check_entry(info)
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) != len(infos):
            raise self._refused("two of its entries have one name")
        self._sums = self._read_manifest()
        known = [name for name in self._infos if name == NOTES or place_of(name)]
        self.names = sorted(name for name in known if name in self._sums)
        self.skipped = self._told_of_others()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def read(self, name: str) -> bytes:
        """One entry, compared with what the manifest says of it. Raises Damaged."""
        info = self._infos[name]
        try:
            with self._archive.open(info) as entry:
                raw = entry.read(info.file_size + 1)
        except _BROKEN as error:
            raise Damaged(f"“{name}” in {self._path} is damaged: {error}.") from error
        if hashlib.sha256(raw).hexdigest() != self._sums[name]:
            raise Damaged(f"“{name}” in {self._path} is damaged: its checksum does not fit.")
        return raw

    def verify(self, progress: Callable[[int], None]) -> dict[str, str]:
        """Read everything once; a sentence for each entry that is damaged, by its name."""
        bad: dict[str, str] = {}
        for done, name in enumerate(self.names):
            progress(done)
            try:
                self.read(name)
            except Damaged as damaged:
                bad[name] = damaged.sentence
        return bad

    def _told_of_others(self) -> list[str]:
        foreign = sorted(set(self._infos) - {MANIFEST, *self.names})
        missing = sorted(set(self._sums) - set(self._infos))
        told = [f"“{name}” in {self._path} is nothing that Reader put there; it was left out." for name in foreign]
        told += [f"“{name}” is missing in {self._path}." for name in missing]
        more = len(told) - MOST_TOLD
        return told if more <= 0 else [*told[:MOST_TOLD], f"{more:,} more entries are likewise foreign or missing."]

    def _check_sizes(self, infos: list[zipfile.ZipInfo]) -> None:
        limits = self._limits
        total = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        if len(infos) > limits.entries or total > limits.total:
            raise self._refused("it holds more than Reader restores")
        for info in infos:
            if info.file_size > limits.entry or _is_bomb(info.file_size, info.compress_size, limits):
                raise self._refused(f"“{info.filename}” unfolds to {info.file_size:,} bytes")
        if _is_bomb(total, min(packed, self._size()), limits):
            raise self._refused(f"it unfolds to {total:,} bytes")

    def _size(self) -> int:
        file = self._archive.fp
        return file.seek(0, 2) if file else 0

    def _check_entry(self, info: zipfile.ZipInfo) -> None:
        """Refuse what is never found in a backup of ours, and in a file that means harm often."""
        name = info.filename
        mode = info.external_attr >> 16
        if "\\" in name or name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise self._refused(f"“{name}” points out of the library")
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            raise self._refused(f"“{name}” is a link or a device")
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _METHODS:
            raise self._refused(f"“{name}” is encrypted, or packed in a way that Reader never uses")

    def _read_manifest(self) -> dict[str, str]:
        """The SHA-256 of each entry."""
        if MANIFEST not in self._infos:
            raise self._refused(f"it holds no {MANIFEST}")
        try:
            manifest = json.loads(self._archive.read(MANIFEST))
        except (*_BROKEN, RecursionError) as error:
            raise self._refused(f"its {MANIFEST} cannot be read") from error
        match manifest:
            case {"what": what, "format": int(version)} if what == WHAT and version > FORMAT:
                raise NewerFormat(
                    f"{self._path} was written by a later version of Reader (format {version}). "
                    "Nothing was restored; update Reader to use it."
                )
            case {"what": what, "format": int(), "entries": dict(entries)} if what == WHAT and _are_sums(entries):
                return {name: entry["sha256"] for name, entry in entries.items()}
        raise self._refused(f"its {MANIFEST} does not say what it holds")

    def _refused(self, why: str) -> InputRefused:
        return InputRefused(f"{self._path} is no backup of Reader's, or a damaged one: {why}. Nothing was restored.")


def _are_sums(entries: dict[str, Any]) -> bool:
    return all(isinstance(entry, dict) and isinstance(entry.get("sha256"), str) for entry in entries.values())


def _is_bomb(size: int, packed: int, limits: Limits) -> bool:
    return size > limits.harmless and size > packed * limits.ratio
