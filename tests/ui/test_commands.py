"""The table of commands: one meaning for a key in a place, and every command can be done."""

from itertools import chain

import pytest
from textual.keys import _character_to_key

from reader.ui.app import ReaderApp
from reader.ui.commands import COMMANDS, Command, bindings, commands_of, footer_of, key_name, key_names
from reader.ui.screens.library import LibraryScreen

PLACES = sorted({command.place for command in COMMANDS})


def keys_of(place: str) -> list[str]:
    return list(chain.from_iterable(command.keys.split(",") for command in commands_of(place)))


@pytest.mark.parametrize("place", PLACES)
def test_no_key_means_two_things_in_one_place(place: str) -> None:
    keys = keys_of(place)
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("place", [place for place in PLACES if place != "app"])
def test_no_key_that_counts_everywhere_means_something_else_somewhere(place: str) -> None:
    assert set(keys_of(place)).isdisjoint(keys_of("app"))


def test_every_command_has_an_id_of_its_own() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_told_in_a_sentence(command: Command) -> None:
    assert command.sentence.endswith(".")
    assert command.name
    assert command.group
    assert "[" not in command.name + command.sentence


@pytest.mark.parametrize("key", sorted({key for command in COMMANDS for key in command.keys.split(",")}))
def test_every_key_is_spelt_as_textual_spells_it(key: str) -> None:
    assert key == key.strip()
    assert len(key) > 1 or key == _character_to_key(key)


@pytest.mark.parametrize("place", PLACES)
def test_a_footer_has_no_two_commands_of_one_rank(place: str) -> None:
    ranks = [command.footer for command in footer_of(place)]
    assert len(ranks) == len(set(ranks))
    assert len(ranks) <= 7


@pytest.mark.parametrize(("place", "kind"), [("app", ReaderApp), ("library", LibraryScreen)])
def test_every_command_of_a_place_has_its_action_there(place: str, kind: type) -> None:
    missing = [command.action for command in commands_of(place) if not hasattr(kind, f"action_{command.action}")]
    assert missing == []


def test_bindings_carry_the_ids_of_the_commands() -> None:
    assert [getattr(binding, "id", None) for binding in bindings("library")] == [
        command.id for command in commands_of("library")
    ]


def test_keys_are_named_as_people_read_them() -> None:
    assert [key_name(key) for key in ("enter", "question_mark", "ctrl+r", "G", "shift+tab", "slash")] == [
        "⏎",
        "?",
        "^r",
        "G",
        "shift+tab",
        "/",
    ]
    assert key_names(commands_of("app")[0]) == ": ^p"
