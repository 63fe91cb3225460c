"""Words that others wrote, made harmless in a Markdown file whatever program opens it.

Besides Markdown itself this heeds what runs or links in the vaults where such files are kept, most of which look at the
raw bytes: commands of Templater, Liquid and Handlebars, inline fields of Dataview, and mathematics.
"""

import re

from reader.markup.markdown import escape
from reader.text.screen import clean

_BREAKS = re.compile(r"\s*\n\s*")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$")


def prose(text: str) -> str:
    """Markdown on one line that shows exactly the words of `text`, cleaned of what no file should hold."""
    return inline(text).strip()


def inline(text: str) -> str:
    """As `prose`, for a piece of a line: the spaces around it stay."""
    line = _BREAKS.sub(" ", clean(text))
    core = line.strip(" ")
    if not core:
        return line
    before, _, after = line.partition(core)
    return before + _without_commands(escape(core)) + after


def own_words(text: str) -> str:
    """Markdown that the person wrote, as they wrote it but for control and invisible characters.

    A fence of code that they left open is closed, so that it swallows nothing of what follows.
    """
    lines = "\t".join(clean(part) for part in text.split("\t")).strip("\n").split("\n")
    fence = _open_fence(lines)
    return "\n".join([*lines, fence] if fence else lines)


def quoted(text: str) -> str:
    """A block quote of words that others wrote, a paragraph of it for each of theirs."""
    paragraphs = [prose(part) for part in clean(text).split("\n\n")]
    return "\n>\n".join(f"> {part}" for part in paragraphs if part)


def _without_commands(markdown: str) -> str:
    """Escaped Markdown whose bytes hold no command of a program that heeds no Markdown."""
    safe = re.sub(r"\{(?=[{%#\\])", "&#123;", markdown.replace("\\<", "&lt;"))
    safe = re.sub("(?<=:):", "\\:", safe)
    return safe.replace("$", "\\$") if safe.count("$") > 1 else safe  # one alone opens no formula


def _open_fence(lines: list[str]) -> str:
    """The fence that is still open after the last line, or nothing."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark is None:
            continue
        if not fence:
            fence = mark[1]
        elif mark[1].startswith(fence) and not mark[2]:
            fence = ""
    return fence
