"""Reader as a process of its own: what it loads, what it reads, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
WATCHED = (
    "textual", "rich", "tinydb", "filelock", "yaml", "markdown_it", "trafilatura", "argparse", "reader.ui",
    "reader.ingest", "reader.recognition", "reader.library",
)  # fmt: skip
LOADED = f"""
import sys
from reader.__main__ import main
code = main(sys.argv[1:])
sys.stderr.write("loaded: " + " ".join(name for name in {WATCHED!r} if name in sys.modules))
sys.exit(code)
"""
TEXT = "Ferries stop\n\nAnna Berg said on Tuesday that 300 crew had stopped work.\n"


def run(*words: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`reader WORDS` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=HOUSE,
        env={**os.environ, **environment},
    )


def loaded(*words: str, stdin: bytes = b"") -> set[str]:
    """Which of the modules that are watched a command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], input=stdin, capture_output=True, check=False, cwd=HOUSE
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return set(done.stderr.decode().rpartition("loaded: ")[2].split())


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_what_only_tells_about_reader_loads_nothing(word: str) -> None:
    assert loaded(word) == set()


def test_no_verb_without_a_screen_loads_a_toolkit(added: str, tmp_path: Path) -> None:
    note = json.loads(run("note", added, "Ask.", "--json").stdout)["id"]
    commands = [
        ["add", "-"], ["list"], ["list", "ferries"], ["show", added], ["show", added, "--plain"], ["entities", added],
        ["figures", added], ["analyse", "-"], ["note", added, "More."], ["note", "edit", note, "Other."], ["notes"],
        ["tag", added, "+sea"], ["edit", added, "--source", "The Post"], ["export", added, "-o", str(tmp_path / "out")],
        ["undo"], ["redo"], ["doctor"], ["sample"], ["rm", added], ["list", "--help"],
    ]  # fmt: skip
    for words in commands:
        assert not loaded(*words, stdin=TEXT.encode()) & {"textual", "rich", "reader.ui"}, words


@pytest.mark.parametrize("words", [["list"], ["notes"], ["show", "ID", "--plain"], ["show", "ID", "--json"]])
def test_reading_what_is_there_loads_neither_ingest_nor_recognition(added: str, words: list[str]) -> None:
    words = [added if word == "ID" else word for word in words]
    assert not loaded(*words) & {"reader.ingest", "reader.recognition", "trafilatura"}


@pytest.mark.parametrize("words", [["list"], ["list", "ferries"], ["notes"], ["show", "ID"], ["show", "ID", "--json"]])
def test_reading_what_we_wrote_loads_no_parser_and_no_database(added: str, words: list[str]) -> None:
    words = [added if word == "ID" else word for word in words]
    assert not loaded(*words) & {"tinydb", "filelock", "yaml", "markdown_it"}


def test_analysing_touches_no_library() -> None:
    assert not loaded("analyse", "-", stdin=TEXT.encode()) & {"reader.library", "tinydb", "yaml"}


def test_a_closed_pipe_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "analyse", "-", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=HOUSE,
    )
    assert process.stdout
    assert process.stdin
    process.stdout.close()
    process.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
    process.stdin.close()
    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("words", [["list"], ["list", "--json"], ["analyse", "-", "--jsonl"]])
def test_output_that_cannot_be_written_is_told(added: str, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            input=b"{}\n",
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=HOUSE,
        )
    assert done.returncode == 73
    assert done.stderr.startswith(b"reader: ")
    assert done.stderr.count(b"\n") == 1


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "analyse", "-", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=HOUSE,
    ) as process:
        assert process.stdin
        assert process.stdout
        for number in (300, 400):
            process.stdin.write(json.dumps({"text": f"The fleet has {number} ships."}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["figures"][0]["value"] == number
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_terminal_can_be_written_to(added: str, encoding: str) -> None:
    run("note", added, "“Gå til 新聞” — now…")
    for words in (["notes"], ["list"], ["show", added]):
        done = run(*words, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")


def test_the_c_locale_is_enough(added: str) -> None:
    run("note", added, "“Gå til 新聞”")
    done = run("notes", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_name_that_is_no_text_is_no_traceback(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\x1b[31m.txt")
    done = run("add", str(tmp_path / name))
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert json.loads(run("add", name, "--json").stdout)["failed"][0]["input"] == name


@pytest.mark.parametrize(
    ("words", "code"), [(["list"], 0), (["show", "zzzz"], 1), (["add"], 2), (["analyse", "no"], 66)]
)
def test_the_exit_code_is_that_of_the_process(words: list[str], code: int) -> None:
    assert run(*words).returncode == code
