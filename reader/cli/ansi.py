"""Lines of an article for a terminal: roles and marks as attributes, and colours where the terminal has them.

Nothing but what is written here commands the terminal; the text of the lines is clean already.
"""

import os
from collections.abc import Iterable, Mapping

from reader.render.lines import Line, Role, Run
from reader.render.marks import MarkClass

ROLES: Mapping[Role, str] = {
    Role.KICKER: "2",
    Role.HEADLINE: "1",
    Role.STANDFIRST: "3",
    Role.BYLINE: "2",
    Role.CAPTION: "2;3",
    Role.CREDIT: "2",
    Role.HEADING: "1",
    Role.QUOTE: "3",
    Role.TAIL: "2",
    Role.RULE: "2",
    Role.BULLET: "2",
}
MARKS: Mapping[MarkClass, str] = {
    MarkClass.PERSON: "4",
    MarkClass.ORGANISATION: "4",
    MarkClass.PLACE: "4",
    MarkClass.GROUP: "4",
    MarkClass.PRODUCT: "4",
    MarkClass.EVENT: "4",
    MarkClass.FIGURE: "1",
    MarkClass.DATE: "3",
}
HUES: Mapping[MarkClass, str] = {
    MarkClass.PERSON: "94",
    MarkClass.ORGANISATION: "95",
    MarkClass.PLACE: "92",
    MarkClass.GROUP: "96",
    MarkClass.PRODUCT: "93",
    MarkClass.EVENT: "91",
}
"""Of the sixteen colours that every terminal has; a mark is never told by its colour alone."""

PLAIN = "\x1b[0m"


def drawn(lines: Iterable[Line], *, colour: bool | None = None) -> str:
    """The lines with their attributes; colours unless NO_COLOR is set (https://no-color.org)."""
    coloured = "NO_COLOR" not in os.environ if colour is None else colour
    return "".join("".join(_run(run, coloured=coloured) for run in line.runs) + "\n" for line in lines)


def _run(run: Run, *, coloured: bool) -> str:
    codes = [ROLES.get(run.role, "")]
    if run.cls is not None:
        codes += [MARKS[run.cls], HUES.get(run.cls, "") if coloured else ""]
    if run.highlighted:
        codes.append("7")
    given = ";".join(code for code in codes if code)
    return f"\x1b[{given}m{run.text}{PLAIN}" if given and run.text.strip() else run.text
