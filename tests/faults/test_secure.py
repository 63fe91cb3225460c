"""READER_SECURE shuts every way out of Reader: on the command line, in the interface, and at the doors themselves."""

import ast
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from reader.__main__ import main
from reader.cli.dispatch import verb_of
from reader.cli.page import print_page
from reader.cli.verbs import PLACES
from reader.domain.doors import Door, is_secure, refuse_if_secure
from reader.domain.errors import TurnedOff
from reader.ingest.source import contents, lines
from reader.library.library import Library
from reader.library.visiting import visit
from reader.settings import folders
from reader.ui.commands import COMMANDS, Command, footer_of
from reader.ui.dialogs.browser import find_browser
from reader.ui.dialogs.help import keys_of
from reader.ui.dialogs.own_editor import run_in_terminal
from reader.ui.messages import ArticleChosen
from reader.ui.screens.palette import ReaderProvider
from tests.ui.conftest import Desk, walk

HOUSE = Path(__file__).parents[2]
NO_PERMISSION = 77
ARTICLE = """\
Ferries to the islands stop for a week

By Per Dahl in Vardo

Anna Berg, who speaks for Nordkyst, said on Tuesday that the strike would cost $2.5mn a day, as \
[the board](https://board.example/strike) had feared.

About 300 crew have stopped work.
"""

THROUGH_A_DOOR: dict[str, list[list[str]]] = {
    "add": [["mine.txt"], ["-"], ["mine.txt", "--json"], ["https://post.example/ferries"]],
    "analyse": [["mine.txt"], ["-"], ["-", "--jsonl"], ["mine.txt", "--jsonl"]],
    "export": [["ID", "-o", "out"], ["--all", "-o", "out"], ["--all", "-o", "out", "--json"]],
    "backup": [["out.zip"]],
    "restore": [["mine.txt"]],
}
"""The verbs that read or write what lies outside Reader's own folders, each as it may be typed."""

WITHIN: dict[str, list[str]] = {
    "list": [],
    "show": ["ID"],
    "entities": ["ID"],
    "figures": ["ID"],
    "note": ["ID", "Who counted?"],
    "notes": [],
    "tag": ["ID", "+sea"],
    "edit": ["ID", "--source", "The Post"],
    "rm": ["ID"],
    "undo": [],
    "redo": [],
    "sample": [],
    "doctor": [],
    "keys": [],
    "check": [],
    "trash": [],
}
"""The verbs that stay within Reader, each with words that it understands."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `reader WORDS` in a folder with a file of the person's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("A file\n\nThat is nobody else's business.\n", encoding="utf-8")

    def run(*words: str, stdin: str = "") -> Said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = main(list(words))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture
def library() -> Library:
    """One article, kept before the doors were shut."""
    keys = count(1 << 60)
    made = Library(folders(), now=lambda: datetime(2026, 3, 12, 12, 0, tzinfo=UTC), new_key=lambda: next(keys))
    made.add(made.preview(ARTICLE), ARTICLE)
    return made


@pytest.fixture
def article(library: Library) -> str:
    """Its id."""
    return library.rows()[0].head.id


@pytest.fixture
def shut(article: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """All doors are shut; the id of the article that is there."""
    monkeypatch.setenv("READER_SECURE", "1")
    return article


# -- the switch


@pytest.mark.parametrize(("value", "secure"), [("1", True), ("yes", True), ("false", True), ("0", False), ("", False)])
def test_any_value_but_nothing_and_zero_shuts(value: str, *, secure: bool) -> None:
    assert is_secure({"READER_SECURE": value}) == secure


def test_without_the_variable_every_door_is_open() -> None:
    assert not is_secure({})
    for door in Door:
        refuse_if_secure(door, {})


# -- the command line


def test_every_verb_is_known_to_go_out_or_to_stay_within() -> None:
    assert set(PLACES) <= THROUGH_A_DOOR.keys() | WITHIN.keys()
    assert {name for name in PLACES if verb_of(name).door} == THROUGH_A_DOOR.keys() & PLACES.keys()


@pytest.mark.parametrize("name", [name for name in THROUGH_A_DOOR if name in PLACES])
def test_a_verb_that_leads_out_is_refused_in_one_sentence(name: str, run: Run, shut: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    for words in THROUGH_A_DOOR[name]:
        said = run(name, *[shut if word == "ID" else word for word in words], stdin='{"text": "One."}\n')
        assert (said.code, said.out) == (NO_PERMISSION, ""), words
        assert said.err.count("READER_SECURE") == said.err.count("\n") == 1
        assert "business" not in said.err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", [name for name in THROUGH_A_DOOR if name in PLACES])
def test_its_help_can_still_be_read(name: str, run: Run, shut: str) -> None:
    assert run(name, "--help").code == 0


@pytest.mark.parametrize("name", [name for name in WITHIN if name in PLACES])
def test_a_verb_that_stays_within_works_as_ever(name: str, run: Run, shut: str, tmp_path: Path) -> None:
    if name in {"undo", "redo"}:
        run("tag", shut, "+sea")
    if name == "redo":
        run("undo")
    said = run(name, *[shut if word == "ID" else word for word in WITHIN[name]])
    assert said.code == 0, said.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_not_opened_and_nobody_learns_whether_it_is_there(run: Run, shut: str, tmp_path: Path) -> None:
    there, absent = run(str(tmp_path / "mine.txt")), run(str(tmp_path / "none.txt"))
    assert (there.code, there.out) == (absent.code, absent.out) == (NO_PERMISSION, "")
    assert there.err.replace("mine", "none") == absent.err


def test_a_note_from_standard_input_is_refused(run: Run, shut: str) -> None:
    assert run("note", shut, "-", stdin="words").code == NO_PERMISSION
    assert "words" not in run("notes").out


def test_no_pager_is_started(
    library: Library,
    shut: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGER", f"{sys.executable} -c \"open('paged', 'w')\"")
    print_page(library.open(shut), 80, "calm")
    assert "Ferries" in capsys.readouterr().out
    assert not (tmp_path / "paged").exists()
    monkeypatch.delenv("READER_SECURE")
    print_page(library.open(shut), 80, "calm")
    assert (tmp_path / "paged").exists()


# -- the doors themselves, for whoever comes past the command line and the interface


def test_the_library_lets_nothing_out_or_in(shut: str, library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text(ARTICLE, encoding="utf-8")
    ways: list[Callable[[], object]] = [
        lambda: library.export([shut], tmp_path / "out"),
        lambda: visit(library, tmp_path / "mine.txt"),
        lambda: contents(tmp_path / "mine.txt"),
        lambda: contents("-"),
        lambda: next(lines(str(tmp_path / "mine.txt"))),
        lambda: run_in_terminal(os.environ),
    ]
    if keeping := getattr(library, "safekeeping", None):
        ways += [lambda: keeping.backup(tmp_path / "out.zip"), lambda: keeping.restore(tmp_path / "mine.txt")]
    for way in ways:
        with pytest.raises(TurnedOff, match="READER_SECURE"):
            way()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_no_browser_is_found() -> None:
    environment = {"DISPLAY": ":0", "BROWSER": sys.executable, "PATH": os.environ["PATH"]}
    assert find_browser(environment) is not None
    assert find_browser(environment | {"READER_SECURE": "1"}) is None


STARTS = {
    "os": {"system", "popen", "startfile", "fork", "forkpty", "posix_spawn", "posix_spawnp"},
    "pty": {"spawn", "fork"},
}
"""What starts programs, apart from the two modules that are for nothing else."""


def starts_programs(path: Path) -> bool:
    """Whether a file of Reader can start a program."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if {"subprocess", "webbrowser", "multiprocessing", "ctypes"} & {name.split(".")[0] for name in names}:
            return True
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module, name = node.value.id, node.attr
            if name in STARTS.get(module, ()) or (module == "os" and name.startswith(("exec", "spawn"))):
                return True
    return False


TRAINING = "reader/recognition/training"
"""What makes the model; it asks the C library for its dice, and no part of the app loads it."""


def modules() -> dict[str, Path]:
    """The modules of the app by their paths in the project."""
    every = {path.relative_to(HOUSE).as_posix(): path for path in (HOUSE / "reader").rglob("*.py")}
    return {name: path for name, path in every.items() if not name.startswith(TRAINING)}


def test_the_app_loads_nothing_of_the_training() -> None:
    loads = ("from " + TRAINING.replace("/", "."), "import " + TRAINING.replace("/", "."))
    texts = {name: path.read_text(encoding="utf-8") for name, path in modules().items()}
    assert [name for name, text in texts.items() if any(one in text for one in loads)] == []


def test_nothing_else_in_reader_starts_programs() -> None:
    found = {name for name, path in modules().items() if starts_programs(path)}
    assert found == {"reader/cli/page.py", "reader/ui/dialogs/browser.py", "reader/ui/dialogs/own_editor.py"}
    for name in found:
        assert "_secure(" in (HOUSE / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("line", ["import subprocess", "import os; os.execvp('sh', [])", "from webbrowser import get"])
def test_a_new_way_to_start_programs_would_be_seen(tmp_path: Path, line: str) -> None:
    (tmp_path / "new.py").write_text(line, encoding="utf-8")
    assert starts_programs(tmp_path / "new.py")


# -- the interface

LED_OUT = [command for command in COMMANDS if command.door]


def test_the_commands_that_lead_out_are_known() -> None:
    assert {command.action: command.door for command in LED_OUT} == {
        "import_file": Door.IMPORT,
        "export": Door.EXPORT,
        "editor": Door.EDITOR,
        "open_link": Door.BROWSER,
        "copy_quote": Door.CLIPBOARD,
        "copy_citation": Door.CLIPBOARD,
    }


async def go_to(place: str, desk: Desk, article: str) -> None:
    """Show the screen where the keys of `place` count."""
    if place == "reader":
        desk.app.post_message(ArticleChosen(article, (article,)))
        await desk.settle()


@pytest.mark.parametrize("command", LED_OUT, ids=lambda command: command.id)
def test_its_keys_tell_one_calm_sentence(command: Command, library: Library, shut: str) -> None:
    async def script(desk: Desk) -> None:
        await go_to(command.place, desk, shut)
        under = desk.app.screen
        for key in command.keys.split(","):
            told = len(desk.told)
            await desk.press(key)
            assert desk.told[told:] == [
                f"{command.door} is turned off, because READER_SECURE is set. Nothing was done."
            ]
            assert desk.app.screen is under

    walk(library, script)


@pytest.mark.parametrize("place", ["library", "reader"])
def test_neither_footer_nor_palette_nor_help_offers_them(place: str, library: Library, shut: str) -> None:
    async def script(desk: Desk) -> None:
        await go_to(place, desk, shut)
        provider = ReaderProvider(desk.app.screen)
        provider.rows = list
        await provider.startup()
        listed = {command.id for command, _ in provider._commands}
        helped = {line.sentence for line in keys_of(desk.app.screen)}
        shown = {command.id for command in COMMANDS if command.sentence in helped}
        assert f"{place}.tag" in listed & shown
        assert not (listed | shown) & {command.id for command in LED_OUT}

    walk(library, script)
    assert not [command for command in footer_of(place) if command.door]


def test_nothing_is_hinted_at_that_cannot_be_done(library: Library, shut: str) -> None:
    async def script(desk: Desk) -> None:
        await go_to("reader", desk, shut)
        await desk.press("v")
        assert "grow" in desk.text or "sentence" in desk.text
        assert "copy" not in desk.text.splitlines()[-1]

    walk(library, script)


def test_an_empty_library_does_not_offer_files(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    async def script(desk: Desk) -> None:
        seen.append("an article from a file" in desk.text)

    walk(Library(folders()), script)
    monkeypatch.setenv("READER_SECURE", "1")
    walk(Library(folders()), script)
    assert seen == [True, False]


def test_what_is_copied_stays_in_reader(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    async def script(desk: Desk) -> None:
        assert desk.app._driver is not None
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        desk.app.copy_to_clipboard("the mouse selected this")
        assert desk.app.clipboard == "the mouse selected this"

    walk(library, script)
    assert any("\x1b]52;" in part for part in written)
    written.clear()
    monkeypatch.setenv("READER_SECURE", "1")
    walk(library, script)
    assert not any("\x1b]52;" in part for part in written)


def test_what_the_person_types_or_pastes_goes_in(library: Library, shut: str) -> None:
    async def script(desk: Desk) -> None:
        await desk.paste("A new quay\n\nThe harbour of Vardo gets a quay of 90 metres.\n")
        await desk.press("ctrl+s")

    walk(library, script)
    assert len(library.rows()) == 2
