"""Prose as CommonMark that shows exactly that prose.

Source of the rules: the CommonMark specification 0.31 (https://spec.commonmark.org/0.31.2/), besides GitHub's tables
and strikethrough, and the comments, highlights, tags, block names and templates of Obsidian, where exports are read.
"""

import re
from collections.abc import Collection

_SPECIAL = (
    r"(?P<space>[\t\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029])|(?P<first>\A\s)|(?P<last>\s\Z)"  # else stripped
    r"|(?P<tag>&(?=#|\w)|<)"  # entities, tags, automatic links, templates
    r"|(?P<sign>\A(?:"
    r"\d{1,9}[.)](?=[ \t]|\Z)"  # a numbered list
    r"|[-+](?=[ \t]|\Z)|-(?=[- \t]*\Z)|=(?==*[ \t]*\Z)"  # lists, rules, underlined headings
    r"|#(?=#{0,5}(?:[ \t]|\Z))|>)"  # headings, quotes
    r"|(?<=[ \t])#(?=#*[ \t]*\Z)"  # the hashes that may close a heading
    r"|[\\`*\[\]|~^]"  # code, emphasis, links, tables, strikethrough, block names
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis; inside a word it is a letter
    r"|(?<!\w)#(?=[\w#/-])"  # tags
    r"|(?<==)=|=(?==)|(?<=%)%|%(?=%))"  # highlights, comments
)
"""Compiled by `re` when something is first written."""
_TAGS = {"&": "&amp;", "<": "&lt;"}


def escape(text: str, *, opens: bool = True, closes: bool = True) -> str:
    """CommonMark that renders to exactly `text`, wherever in a paragraph, heading, quote or list item it stands.

    `opens` and `closes` say whether a line may begin and end with it; where none does, spaces at that edge are safe.
    A line feed becomes a hard line break; where the lines stand in a quote, the caller puts its mark before each.
    """
    bare = {name for name, may in (("first", opens), ("last", closes)) if not may}
    lines = [re.sub(_SPECIAL, lambda found: _escaped(found, bare), line) for line in text.split("\n")]
    if len(lines) > 1 and not lines[-1]:
        lines[-2:] = [lines[-2] + "&#10;"]  # a break with nothing after it would show its backslash
    return "\\\n".join(lines)


def _escaped(found: re.Match[str], bare: Collection[str]) -> str:
    sign = found.group()
    if found.lastgroup in {"space", "first", "last"}:
        return sign if found.lastgroup in bare else f"&#{ord(sign)};"
    return _TAGS[sign] if found["tag"] else f"{sign[:-1]}\\{sign[-1]}"


def destination(url: str) -> str:
    """An address as the destination of a CommonMark link that leads to exactly `url`, which holds no line feed."""
    return "<" + re.sub(r"[\\<>]|&(?=[#\w]\w*;)", _destination_sign, url) + ">"


def _destination_sign(found: re.Match[str]) -> str:
    return "&amp;" if found.group() == "&" else "\\" + found.group()


def fence(text: str, info: str = "") -> str:
    """A fenced code block that holds exactly `text`."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{info}\n{text}\n{ticks}"
