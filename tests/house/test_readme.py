"""The README tells the truth: its key table, its verbs, its pictures."""

import re
from pathlib import Path
from urllib.parse import unquote

from reader.cli.verbs import PLACES
from reader.ui.commands import COMMANDS, Command, key_names

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->"
TITLES = {
    "app": "Everywhere",
    "library": "In the library",
    "reader": "In an article",
    "wastebasket": "In the trash",
    "selecting": "While selecting a passage",
}


def row(command: Command) -> str:
    """One line of the table; a bar would end its cell."""
    keys = " ".join(f"`{key}`" for key in key_names(command).split()).replace("|", "\\|")
    return f"| {keys} | {command.sentence} |"


def table() -> str:
    """The key table as the README should hold it."""
    parts = []
    for place in dict.fromkeys(command.place for command in COMMANDS):
        rows = [row(command) for command in COMMANDS if command.place == place]
        parts.append("\n".join([f"| {TITLES[place]} | |", "| --- | --- |", *rows]))
    return "\n" + "\n\n".join(parts) + "\n\n"


def test_the_key_table_is_that_of_the_commands() -> None:
    assert README.split(BEGIN)[1].split(END)[0] == table(), table()


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)\n]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (HOUSE / unquote(picture)).is_file()] == []


def test_the_verbs_it_shows_exist() -> None:
    shown = set(re.findall(r"^(?:.*\| )?reader ([a-z]+)", README, re.MULTILINE))
    assert shown
    assert shown <= set(PLACES)


def test_the_test_command_is_where_the_check_looks_for_it() -> None:
    assert re.search(r"<!-- tests -->\n```sh\n.*pytest.*\n```\n", README)
