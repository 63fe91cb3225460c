"""From words to verbs, and from failures to exit codes."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from reader.cli import dispatch
from reader.cli.dispatch import as_given, code_of, split_options
from reader.domain import errors

Run = Callable[..., "CompletedProcess[str]"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.InputRefused, 65),
        (errors.InputMissing, 66),
        (errors.NotFound, 1),
        (errors.Ambiguous, 65),
        (errors.QuoteNotPlaced, 65),
        (errors.NothingToUndo, 1),
        (errors.CannotWrite, 73),
        (errors.WouldOverwrite, 73),
        (errors.Damaged, 65),
        (errors.NewerFormat, 65),
        (errors.Busy, 75),
        (errors.BadSettings, 78),
    ],
)
def test_every_failure_has_its_exit_code(error: type[errors.ReaderError], code: int) -> None:
    assert code_of(error("A sentence.")) == code


def test_no_failure_is_without_an_exit_code() -> None:
    def kinds(kind: type[errors.ReaderError]) -> list[type[errors.ReaderError]]:
        return [one for below in kind.__subclasses__() for one in (below, *kinds(below))]

    assert all(issubclass(kind, tuple(known for known, _ in dispatch.CODES)) for kind in kinds(errors.ReaderError))


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ([], [], []),
        (["list"], [], ["list"]),
        (["--json", "list", "--json"], ["--json"], ["list", "--json"]),
        (["--library", "list", "show", "x"], ["--library", "list"], ["show", "x"]),
        (["--library=list", "show"], ["--library=list"], ["show"]),
        (["--library"], ["--library"], []),
    ],
)
def test_options_for_all_are_told_from_the_verb(words: list[str], before: list[str], after: list[str]) -> None:
    assert split_options(words) == (before, after)


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        (["id", "+a", "-b"], ["id", "--", "+a", "-b"]),
        (["--json", "id", "-b"], ["--json", "id", "--", "-b"]),
        (["--library", "d", "id", "-b"], ["--library", "d", "id", "--", "-b"]),
        (["--help"], ["--help"]),
        ([], []),
    ],
)
def test_what_stands_behind_the_first_word_is_taken_as_it_stands(words: list[str], taken: list[str]) -> None:
    assert as_given(words) == taken


@pytest.mark.parametrize("verb", ["list", "show", "notes"])
def test_global_options_stand_before_or_behind_the_verb(reader: Run, added: str, verb: str) -> None:
    rest = [added] if verb != "list" else []
    before, behind = reader("--json", verb, *rest), reader(verb, *rest, "--json")
    assert before.returncode == 0
    assert before.stdout == behind.stdout
    assert before.stdout[0] in "[{"


def test_a_library_is_chosen_before_or_behind_the_verb(reader: Run, added: str) -> None:
    assert reader("--library", "elsewhere", "list", "--json").stdout == "[]\n"
    assert reader("list", "--json", "--library=elsewhere").stdout == "[]\n"
    assert added in reader("list", "--json").stdout


def test_wrong_usage_is_one_clean_line(reader: Run) -> None:
    said = reader("list", "--\x1b]0;owned\x07")
    assert said.returncode == 2
    assert "\x1b" not in said.stderr
    assert said.stderr.count("\n") == 1


def test_an_interruption_is_no_traceback(reader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(dispatch, "_run", interrupted)
    said = reader("list")
    assert (said.returncode, said.stdout, said.stderr) == (130, "", "")
