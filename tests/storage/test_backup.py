"""A backup as a file: what it holds, how it is written, and what a hostile one can do (nothing)."""

import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import CannotWrite, Damaged, InputRefused, NewerFormat, WouldOverwrite
from reader.domain.kept import KeptArticle
from reader.storage.articles import ArticleStore
from reader.storage.backup import checked_target, write_backup
from reader.storage.backup_names import MANIFEST, NOTES, Part, Place, place_of
from reader.storage.backup_reading import Backup, Limits

MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SMALL = Limits(entries=10, entry=50_000, total=80_000, ratio=50, harmless=1_000)


def nobody(done: int, total: int) -> None:
    """Tell nobody."""


@contextmanager
def opened(path: Path, limits: Limits = SMALL) -> Iterator[Backup]:
    with path.open("rb") as file, Backup(file, path, limits) as backup:
        yield backup


def packed(path: Path, entries: dict[str, bytes], told: dict[str, bytes] | None = None, /, **manifest: object) -> Path:
    """A zip file with these entries, and a manifest that tells of them (or of others)."""
    sums = {name: {"sha256": sha256(raw).hexdigest()} for name, raw in (told or entries).items()}
    content = {"what": "reader backup", "format": 1, "entries": sums} | manifest
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in entries.items():
            archive.writestr(name, raw)
        archive.writestr(MANIFEST, json.dumps(content))
    return path


@pytest.fixture
def store(tmp_path: Path, kept: KeptArticle) -> ArticleStore:
    store = ArticleStore(tmp_path / "library")
    store.write(kept, b"what it came from")
    return store


@pytest.fixture
def write(store: ArticleStore) -> Callable[[Path], Path]:
    def one(path: Path) -> Path:
        write_backup(path, store.files, b'{"notes": {}}', MADE, nobody, overwrite=False)
        return path

    return one


def test_a_backup_holds_every_file_of_a_library(write: Callable[[Path], Path], tmp_path: Path) -> None:
    with opened(write(tmp_path / "b.zip")) as backup:
        assert backup.names == [
            "articles/0a1b2c3d.md", NOTES, "originals/0a1b2c3d.txt", "originals/0a1b2c3d.v1.json",
        ]  # fmt: skip
        assert backup.read("originals/0a1b2c3d.txt") == b"what it came from"
        assert backup.verify(lambda _: None) == {}
        assert backup.skipped == []


def test_the_same_library_gives_the_same_bytes(write: Callable[[Path], Path], tmp_path: Path) -> None:
    assert write(tmp_path / "one.zip").read_bytes() == write(tmp_path / "two.zip").read_bytes()


def test_only_its_owner_may_read_a_backup(write: Callable[[Path], Path], tmp_path: Path) -> None:
    assert write(tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600


def test_any_program_for_zip_files_opens_it(write: Callable[[Path], Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(write(tmp_path / "b.zip")) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read(MANIFEST))["entries"][NOTES]["bytes"] == 13


def test_files_that_are_not_ours_stay_out(store: ArticleStore, write: Callable[[Path], Path], tmp_path: Path) -> None:
    for name in ("articles/notes.md", "originals/.DS_Store", "articles/0a1b2c3d (copy).md", "secret.txt"):
        (store.files.folder / name).write_bytes(b"private")
    with zipfile.ZipFile(write(tmp_path / "b.zip")) as archive:
        assert len(archive.namelist()) == 5


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_kept(store: ArticleStore, tmp_path: Path) -> None:
    store.files.original("0a1b2c3d", 2).mkdir()
    written = write_backup(tmp_path / "b.zip", store.files, b"{}", MADE, nobody, overwrite=False)
    assert len(written.left_out) == 1
    assert "articles/0a1b2c3d.md" in written.entries


def test_a_backup_that_reads_back_otherwise_is_not_kept(
    write: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backup, "verify", lambda *_: {"articles/0a1b2c3d.md": "damaged"})
    with pytest.raises(CannotWrite):
        write(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_a_full_disk_leaves_nothing_behind(
    write: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        write(tmp_path / "b.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_what_a_killed_backup_left_goes_with_the_next(write: Callable[[Path], Path], tmp_path: Path) -> None:
    litter = tmp_path / ".b.zip.0123456789abcdef.tmp"
    litter.write_bytes(b"half")
    write(tmp_path / "b.zip")
    assert not litter.exists()


def test_a_pipe_among_the_articles_keeps_nobody_waiting(store: ArticleStore, tmp_path: Path) -> None:
    os.mkfifo(store.files.article("0a1b2c3d", 2))
    written = write_backup(tmp_path / "b.zip", store.files, b"{}", MADE, nobody, overwrite=False)
    assert len(written.left_out) == 1


def test_a_file_in_the_way_is_left_as_it_is(store: ArticleStore, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_bytes(b"mine")
    with pytest.raises(WouldOverwrite):
        checked_target(path, store.files.folder, overwrite=False)
    checked_target(path, store.files.folder, overwrite=True)
    with pytest.raises(WouldOverwrite):
        write_backup(path, store.files, b"{}", MADE, nobody, overwrite=False)
    assert path.read_bytes() == b"mine"


def test_no_backup_lies_in_the_library(store: ArticleStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.files.folder)
    for folder in (store.files.folder, store.files.articles, tmp_path / "link" / "articles"):
        with pytest.raises(CannotWrite):
            checked_target(folder / "b.zip", store.files.folder, overwrite=False)
    checked_target(tmp_path / "library-of-mine.zip", store.files.folder, overwrite=False)


@pytest.mark.parametrize(
    "name",
    [
        "../../outside.md", "articles/../../outside.md", "/etc/passwd", "articles\\0a1b2c3d.md", "C:/x.md",
        "articles/..",
    ],
)  # fmt: skip
def test_a_name_that_points_out_of_the_library_condemns_the_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputRefused, match="points out of"), opened(packed(tmp_path / "b.zip", {name: b"x"})):
        pass


@pytest.mark.parametrize(
    "name", ["articles/readme.md", "articles/0a1b2c3d.v1.md", "originals/0a1b2c3d.json", "articles/0a1b2c3d.md.md",
             "articles/x/0a1b2c3d.md", "0a1b2c3d.md", "Articles/0a1b2c3d.md", "articles/0A1B2C3D.md", "notes.json.bak",
             "articles/0a1b2c3d.v02.md", "articles/0a1b2c3d.md ", "aside/0a1b2c3d.md", "articles//0a1b2c3d.md"],
)  # fmt: skip
def test_a_name_that_is_not_ours_is_left_out_with_a_sentence(tmp_path: Path, name: str) -> None:
    with opened(packed(tmp_path / "b.zip", {name: b"x", NOTES: b"{}"})) as backup:
        assert backup.names == [NOTES]
        assert len(backup.skipped) == 1


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFSOCK])
def test_links_and_devices_condemn_the_file(tmp_path: Path, kind: int) -> None:
    path = packed(tmp_path / "b.zip", {NOTES: b"{}"})
    entry = zipfile.ZipInfo("articles/0a1b2c3d.md")
    entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, b"/etc/passwd")
    with pytest.raises(InputRefused, match="link or a device"), opened(path):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_condemn_the_file(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {NOTES: b"{}"})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(NOTES, b'{"notes": {}}')
    with pytest.raises(InputRefused, match="one name"), opened(path):
        pass


@pytest.mark.parametrize(
    "entries",
    [
        {NOTES: b" " * 20_000},
        {NOTES: bytes(60_000)},
        {f"articles/0a1b2c3{sign}.md": bytes(range(250)) * 70 for sign in "abcdef"},
        {f"articles/0a1b2c3{sign}.md": b"x" for sign in "0123456789abc"},
    ],
)
def test_what_unfolds_to_more_than_it_may_is_never_unfolded(tmp_path: Path, entries: dict[str, bytes]) -> None:
    with pytest.raises(InputRefused), opened(packed(tmp_path / "b.zip", entries)):
        pass


def test_an_entry_that_unfolds_to_more_than_it_says_is_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {NOTES: b" " * 900})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(struct.pack("<L", 900), struct.pack("<L", 9)))
    with opened(path) as backup, pytest.raises(Damaged):
        backup.read(NOTES)


def test_an_entry_with_a_wrong_checksum_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    entries = {NOTES: b"{}", "articles/0a1b2c3d.md": b"text"}
    path = packed(tmp_path / "b.zip", entries, entries | {NOTES: b"other"})
    with opened(path) as backup:
        assert list(backup.verify(lambda _: None)) == [NOTES]
        assert backup.read("articles/0a1b2c3d.md") == b"text"


def test_an_entry_that_the_manifest_does_not_know_is_left_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {NOTES: b"{}", "articles/0a1b2c3d.md": b"text"}, {NOTES: b"{}"})
    with opened(path) as backup:
        assert backup.names == [NOTES]


def test_an_entry_that_is_missing_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "b.zip", {NOTES: b"{}"}, {NOTES: b"{}", "articles/0a1b2c3d.md": b"text"})
    with opened(path) as backup:
        assert backup.skipped == [f"“articles/0a1b2c3d.md” is missing in {path}."]


def test_a_backup_of_a_later_version_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(NewerFormat), opened(packed(tmp_path / "b.zip", {NOTES: b"{}"}, format=2)):
        pass


@pytest.mark.parametrize(
    "manifest", [{"what": "other"}, {"format": "1"}, {"format": None}, {"entries": []}, {"entries": {NOTES: 1}}]
)
def test_a_zip_file_of_another_kind_is_refused(tmp_path: Path, manifest: dict[str, object]) -> None:
    with pytest.raises(InputRefused), opened(packed(tmp_path / "b.zip", {NOTES: b"{}"}, None, **manifest)):
        pass


@pytest.mark.parametrize("raw", [b"", b"[" * 100_000, b"\xff", b"9" * 9999, b"null"])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(MANIFEST, raw)
    with pytest.raises(InputRefused), opened(path, Limits()):
        pass


def test_a_zip_file_without_a_manifest_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(NOTES, b"{}")
    with pytest.raises(InputRefused), opened(path):
        pass


@given(st.data())
def test_a_damaged_backup_gives_what_was_written_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    entries = {NOTES: b'{"notes": {}}', "articles/0a1b2c3d.md": b"text " * 50}
    path = packed(tmp_path_factory.mktemp("damaged") / "b.zip", entries)
    raw = bytearray(path.read_bytes())
    if data.draw(st.booleans()):
        del raw[data.draw(st.integers(0, len(raw))) :]
    for at in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=8)) if raw else ():
        raw[at] = data.draw(st.integers(0, 255))
    path.write_bytes(raw)
    try:
        with opened(path) as backup:
            bad = backup.verify(lambda _: None)
            good = {name: backup.read(name) for name in backup.names if name not in bad}
    except (InputRefused, NewerFormat):
        return
    assert good.items() <= entries.items()


@given(
    st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=8, max_size=12),
    st.integers(1, 10**6),
    st.sampled_from(list(Part)),
)
def test_every_place_has_a_name_that_leads_back_to_it(article: str, version: int, part: Part) -> None:
    place = Place(article, version, part)
    assert place_of(place.name) == place
