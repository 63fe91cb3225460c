"""The folder aside/: everything that goes there is there, whatever lies there already."""

from pathlib import Path

import pytest

from reader.domain.errors import CannotWrite
from reader.storage.quarantine import Aside


def test_a_file_is_moved_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "0a1b2c3d.md"
    path.write_bytes(b"damaged")
    path.chmod(0o644)
    place = Aside(tmp_path).move(path)
    assert (place, path.exists()) == (tmp_path / "aside" / "0a1b2c3d.md", False)
    assert place.read_bytes() == b"damaged"
    assert place.stat().st_mode & 0o777 == 0o600


def test_nothing_there_is_ever_overwritten(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    for number in range(3):
        path = tmp_path / "0a1b2c3d.v2.md"
        path.write_bytes(b"damaged %d" % number)
        aside.move(path)
    assert sorted(path.name for path in aside.folder.iterdir()) == [
        "0a1b2c3d-2.v2.md", "0a1b2c3d-3.v2.md", "0a1b2c3d.v2.md",
    ]  # fmt: skip
    assert {path.read_bytes() for path in aside.folder.iterdir()} == {b"damaged 0", b"damaged 1", b"damaged 2"}


def test_bytes_that_are_there_already_are_not_kept_twice(tmp_path: Path) -> None:
    aside = Aside(tmp_path)
    assert aside.keep("a.md", b"one") == aside.keep("a.md", b"one")
    assert aside.keep("a.md", b"two").name == "a-2.md"
    assert aside.keep("a.md", b"two").name == "a-2.md"


def test_a_link_is_moved_and_what_it_leads_to_is_not(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    target.chmod(0o644)
    link = tmp_path / "0a1b2c3d.md"
    link.symlink_to(target)
    place = Aside(tmp_path).move(link)
    assert (place.is_symlink(), target.stat().st_mode & 0o777) == (True, 0o644)


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", no_links)
    for content in (b"one", b"two"):
        path = tmp_path / "a.md"
        path.write_bytes(content)
        Aside(tmp_path).move(path)
    assert (tmp_path / "aside" / "a-2.md").read_bytes() == b"two"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Aside(tmp_path).move(tmp_path / "nowhere.md")
