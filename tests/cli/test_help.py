"""Help, the version, and the parsers behind them."""

import re
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from reader import __version__
from reader.cli.dispatch import verb_of
from reader.cli.help import HELP
from reader.cli.verb import parser_of
from reader.cli.verbs import PLACES

Run = Callable[..., "CompletedProcess[str]"]
EXAMPLE = re.compile(r"(?:^|\| )reader (\w+)")


def verbs_in_help() -> set[str]:
    """The verbs at the left of the list that --help prints."""
    listed = HELP.partition("Verbs:\n")[2].partition("\n\n")[0]
    left = re.findall(r"^  ([a-z]+)(?:, ([a-z]+))?", listed, re.MULTILINE)
    return {verb for pair in left for verb in pair if verb}


def test_help_comes_with_examples_first(reader: Run) -> None:
    said = reader("--help")
    assert said.returncode == 0
    places = [said.stdout.index(f"\n{part}:\n") for part in ("Examples", "Usage", "Verbs", "Everywhere")]
    assert places == sorted(places)


def test_help_names_every_verb_and_no_other() -> None:
    assert verbs_in_help() == set(PLACES)


def test_every_example_of_help_is_one_of_a_verb() -> None:
    examples = HELP.partition("Examples:\n")[2].partition("\n\n")[0].splitlines()
    assert {found[1] for line in examples if (found := EXAMPLE.search(line.strip()))} <= {*PLACES, "article"}


def test_help_fits_a_terminal() -> None:
    assert max(len(line) for line in HELP.splitlines()) <= 100


@pytest.mark.parametrize("name", PLACES)
def test_every_verb_tells_what_it_understands(name: str, reader: Run) -> None:
    said = reader(name, "--help")
    assert said.returncode == 0
    assert f"usage: reader {name}" in said.stdout
    assert "examples:" in said.stdout
    assert "--json" in said.stdout


@pytest.mark.parametrize("name", PLACES)
def test_the_examples_of_a_verb_name_verbs(name: str) -> None:
    for example in verb_of(name).examples:
        found = EXAMPLE.search(example)
        assert found is not None
        assert found[1] in PLACES


@pytest.mark.parametrize("name", PLACES)
def test_the_parser_of_a_verb_refuses_what_it_does_not_know(name: str) -> None:
    with pytest.raises(SystemExit) as left:
        parser_of(name, verb_of(name)).parse_args(["--no-such-option"])
    assert left.value.code == 2


def test_the_version_is_told(reader: Run) -> None:
    said = reader("--version")
    assert (said.returncode, said.stdout) == (0, f"reader {__version__}\n")
