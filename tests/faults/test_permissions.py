"""Only the person may read what Reader keeps, whatever the umask; what they export follows it."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main
from reader.domain.drafts import Draft, DraftKind
from reader.domain.ids import note_id
from reader.library.library import Library
from reader.settings import folders
from reader.ui.messages import ArticleChosen
from tests.ui.conftest import Desk, walk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes are of POSIX")

ARTICLE = """\
Ferries to the islands stop for a week

By Per Dahl in Vardo

Anna Berg, who speaks for Nordkyst, said on Tuesday that the strike would cost $2.5mn a day.

About 300 crew have stopped work.
"""
EDITOR = """\
import os, sys
print(oct(os.stat(sys.argv[1]).st_mode & 0o777), file=open(sys.argv[2], "w"))
open(sys.argv[1], "a").write(" More.")
"""


@dataclass
class Made:
    """Every file and folder that was made below `home`, with its mode in the very moment."""

    home: Path
    loose: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)

    def look(self, path: Any, descriptor: int) -> None:
        """Remember a file that was just opened."""
        mode = stat.S_IMODE(os.fstat(descriptor).st_mode)
        name = os.path.relpath(os.fsdecode(path), self.home) if isinstance(path, str | bytes | os.PathLike) else ".."
        if not name.startswith(".."):
            self.files.add(name)
            if mode & 0o077:
                self.loose.append(f"{name} with {mode:o}")

    def everything(self) -> dict[str, int]:
        """The mode of each file and folder that is there now."""
        there = [self.home, *self.home.rglob("*")]
        return {str(path.relative_to(self.home)): stat.S_IMODE(path.lstat().st_mode) for path in there}

    def wrong(self) -> list[str]:
        """What somebody else may read now, or could for a moment."""
        modes = self.everything().items()
        bad = [f"{name} with {mode:o}" for name, mode in modes if mode != (0o700 if self._is_folder(name) else 0o600)]
        return bad + self.loose

    def _is_folder(self, name: str) -> bool:
        return (self.home / name).is_dir()


@pytest.fixture(params=[0o000, 0o077], ids=["umask 000", "umask 077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Two umasks in turn."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """All that is made in Reader's own folders, temporary files among it."""
    seen = Made(tmp_path / "home")
    monkeypatch.setenv("READER_HOME", str(seen.home))
    monkeypatch.chdir(tmp_path)
    watch(seen, monkeypatch)
    return seen


def watch(seen: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at every file that is opened to be made, as soon as it is there."""
    os_open, io_open = os.open, io.open

    def opening(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        descriptor = os_open(path, flags, *rest, **named)
        if flags & os.O_CREAT:
            seen.look(path, descriptor)
        return descriptor

    def opening_file(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        file = io_open(path, mode, *rest, **named)
        if set(mode) & set("wax+"):
            seen.look(path, file.fileno())
        return file

    monkeypatch.setattr(os, "open", opening)
    monkeypatch.setattr(io, "open", opening_file)
    monkeypatch.setattr("builtins.open", opening_file)


def run(monkeypatch: pytest.MonkeyPatch, *words: str, stdin: str = "", code: int = 0) -> None:
    """Run a verb that is expected to end so."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
    assert main(list(words)) == code, words


def an_article() -> tuple[Library, str]:
    """The library, and its newest article."""
    library = Library(folders())
    return library, library.rows()[0].head.id


def test_what_the_verbs_make_is_for_the_person_alone(
    umask: int, made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(monkeypatch, "add", "-", stdin=ARTICLE)
    library, article = an_article()
    run(monkeypatch, "note", article, "Who counted?", "--quote", "300 crew")
    note = note_id(library.notes(article)[0].key)
    changes = [
        ["note", "edit", note, "Who counted them?"], ["note", "rm", note], ["tag", article, "+sea"],
        ["edit", article, "--source", "The Post"], ["undo"], ["redo"], ["sample"], ["list"], ["list", "ferries"],
        ["show", article], ["entities", article], ["figures", article], ["notes"], ["doctor"], ["check"],
        ["check", "--repair"], ["backup", "all.zip"], ["rm", article], ["trash"], ["trash", "--restore", article],
        ["rm", article], ["trash", "--empty", "--yes"], ["restore", "all.zip"],
    ]  # fmt: skip
    for words in changes:
        run(monkeypatch, *words)
        assert made.wrong() == [], words
    (made.home / "library" / "notes.json").write_bytes(b"{")
    run(monkeypatch, "tag", article, "+sky")
    run(monkeypatch, "check", "--repair")
    assert made.wrong() == []
    names = " ".join(made.everything())
    for part in ("articles/", "originals/", "notes.json", ".journal", ".lock", "aside/", "snapshots/"):
        assert part in names, part
    assert any(name.endswith(".tmp") for name in made.files)
    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600


def test_what_the_app_makes_is_for_the_person_alone(umask: int, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "add", "-", stdin=ARTICLE)
    library, article = an_article()

    async def script(desk: Desk) -> None:
        desk.app.post_message(ArticleChosen(article, (article,)))
        await desk.settle()
        await desk.press("n", *"Quick", "ctrl+s", "h", "N", *"Half")
        assert made.wrong() == []
        await desk.press("escape", "escape", "escape", "asterisk", "q")

    walk(library, script)
    assert made.wrong() == []
    assert "Quick" in [note.text for note in library.notes(article)]


def test_drafts_are_for_the_person_alone(umask: int, made: Made) -> None:
    library = Library(folders())
    key = library.drafts.new_key()
    library.drafts.keep(Draft(key, DraftKind.NOTE, "Half a thought"))
    library.drafts.editor_file(key)
    library.drafts.all()
    assert any("drafts/" in name for name in made.everything())
    assert made.wrong() == []


def test_a_file_for_the_editor_is_for_the_person_alone(umask: int, made: Made, tmp_path: Path) -> None:
    from reader.ui.dialogs.own_editor import edit, run_in_terminal  # noqa: PLC0415 - the toolkit is not needed above

    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")

    def editor(command: Any) -> int:
        run = run_in_terminal(os.environ)
        return run([sys.executable, str(tmp_path / "editor.py"), command[-1], str(tmp_path / "mode")])

    assert edit("A note.", folders().state / "drafts" / "a.md", ["editor"], editor).text == "A note. More."
    assert (tmp_path / "mode").read_text(encoding="utf-8").strip() == oct(0o600)
    assert made.wrong() == []


@pytest.mark.parametrize("overwrite", [[], ["--overwrite"]], ids=["new", "overwritten"])
def test_an_exported_file_follows_the_persons_umask(
    overwrite: list[str], umask: int, made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(monkeypatch, "add", "-", stdin=ARTICLE)
    if overwrite:
        run(monkeypatch, "export", "--all", "-o", "notes")
        (file,) = (tmp_path / "notes").iterdir()
        file.write_text("other words", encoding="utf-8")
        file.chmod(0o604)
    run(monkeypatch, "export", "--all", "-o", "notes", *overwrite)
    (file,) = (tmp_path / "notes").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o666 & ~umask
    assert stat.S_IMODE((tmp_path / "notes").stat().st_mode) == 0o777 & ~umask


# -- what was looser before


def loosen(made: Made) -> dict[str, int]:
    """Let others read everything, and return the modes of what was there."""
    for path in [made.home, *made.home.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    return made.everything()


@pytest.mark.parametrize("verb", ["doctor", "check"])
def test_a_looser_mode_is_told_and_left_to_the_person(
    verb: str, made: Made, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "add", "-", stdin=ARTICLE)
    before = loosen(made)
    capsys.readouterr()
    run(monkeypatch, verb, code=1)
    said = capsys.readouterr().out
    assert said.count("Others on this machine may") >= 1
    assert str(made.home / "library") in said
    assert {name: mode for name, mode in made.everything().items() if name in before} == before


def test_an_older_folder_that_is_looser_stays_so_while_new_files_do_not(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    (made.home / "library" / "articles").mkdir(parents=True)
    (made.home / "library" / "articles").chmod(0o755)
    run(monkeypatch, "add", "-", stdin=ARTICLE)
    modes = made.everything()
    assert modes["library/articles"] == 0o755
    assert {mode for name, mode in modes.items() if (made.home / name).is_file()} == {0o600}


# -- that the watch can fail


@pytest.mark.parametrize(
    "make",
    [
        lambda home: (home / "a").write_text("x", encoding="utf-8"),
        lambda home: (home / "folder").mkdir(),
        lambda home: os.close(os.open(home / "a", os.O_CREAT | os.O_WRONLY)),
        lambda home: _for_a_moment(home / "a"),
    ],
    ids=["a file", "a folder", "a descriptor", "a file that is gone again"],
)
def test_what_others_could_read_is_seen(make: Callable[[Path], object], made: Made) -> None:
    made.home.mkdir(mode=0o700)
    assert made.wrong() == []
    before = os.umask(0)
    try:
        make(made.home)
    finally:
        os.umask(before)
    assert made.wrong()


def _for_a_moment(path: Path) -> None:
    path.write_text("x", encoding="utf-8")
    path.unlink()


def test_a_library_begun_now_has_only_its_own_folders(made: Made) -> None:
    Library(folders(), now=lambda: datetime(2026, 3, 12, tzinfo=UTC)).rows()
    assert not made.home.exists()
