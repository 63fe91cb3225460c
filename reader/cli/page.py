"""An article as a page of the terminal with its marks lit, through the person's pager where one is named."""

import os
import shlex
import subprocess
import sys

from reader.cli.ansi import drawn
from reader.domain.doors import is_secure
from reader.domain.opened import OpenArticle
from reader.render.layout import layout
from reader.render.marking import marks_of
from reader.render.marks import MarkLevel, shown
from reader.text.cells import width as cell_width


def print_page(opened: OpenArticle, width: int, level: str) -> None:
    """Lay an article out `width` cells wide and print it with attributes."""
    marks = shown(marks_of(opened), MarkLevel(level))
    text = drawn(layout(opened.article, marks, opened.notes, width=width, cell_width=cell_width))
    if not _paged(text):
        sys.stdout.write(text)


def _paged(text: str) -> bool:
    """Whether $PAGER showed the text; less is told to pass our attributes and to leave when all fits."""
    if is_secure(os.environ):
        return False
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
