"""An article as a page of the terminal, through the person's pager where one is named."""

import os
import shlex
import subprocess
import sys

from reader.cli.ansi import drawn, has_attributes
from reader.cli.library import kept
from reader.cli.out import is_terminal
from reader.library.library import Library
from reader.render import MarkLevel, layout, marks_of, shown
from reader.text.cells import width as cell_width


def print_page(library: Library, article: str, version: int | None, width: int, level: str) -> None:
    """Lay an article out `width` cells wide and print it.

    Marks are lit where a terminal can; nothing is recognised where it cannot, which takes a tenth of the time.
    """
    if not (is_terminal() and has_attributes(os.environ)):
        lines = layout(kept(library, article, version).article, width=width, cell_width=cell_width)
        sys.stdout.write("".join(line.text.rstrip() + "\n" for line in lines))
        return
    opened = library.open(article, version)
    marks = shown(marks_of(opened), MarkLevel(level))
    text = drawn(layout(opened.article, marks, opened.notes, width=width, cell_width=cell_width))
    if not _paged(text):
        sys.stdout.write(text)


def _paged(text: str) -> bool:
    """Whether $PAGER showed the text; less is told to pass our attributes and to leave when all fits."""
    try:
        pager = shlex.split(os.environ.get("PAGER", ""))
    except ValueError:  # a quote is left open
        return False
    if not pager:
        return False
    environment = {"LESS": "-FRX", **os.environ}
    sys.stdout.flush()
    page = text.encode("utf-8", "replace")
    try:
        done = subprocess.run(pager, input=page, env=environment, check=False)  # noqa: S603 - the person's own pager
    except OSError:
        return False
    return done.returncode == 0
