"""The one form in which Reader writes the body of an article, and a reader for that form alone.

Every block but code stands on one line between blank ones (items of a list may follow each other), and every sign that
could mean something is escaped. The reader either understands the whole body exactly as CommonMark does or declines it;
it never guesses, and it is far sooner loaded than a parser for all that Markdown can be.
"""

import re
from collections.abc import Iterator, Sequence

from reader.domain.article import BlockKind, Link
from reader.domain.span import Span
from reader.markup.pieces import TABLE_INFO, Piece

_BLOCK = re.compile(
    r"(?:(?P<hashes>\#{1,6})[ ]|(?P<quote>>)[ ]|(?P<bullet>-)[ ]|(?P<ordinal>[0-9]{1,9})(?P<sign>[.)])[ ])?"
    r"(?P<words>(?![-+=\#>_~*`|<]|[0-9]{1,9}[.)](?:[ ]|\Z))\S(?:.*\S)?)",  # what begins no block of another kind
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"(?:\A|\s)#+\Z")
_FENCE = re.compile(f"(?P<ticks>`{{3,}})(?P<info>(?:{TABLE_INFO})?)")

_TEXT = (
    r"(?:[^\\`*_\[\]|~^<&!\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]"
    r"|\\[!-/:-@\[-`{-~]"  # an escaped sign
    r"|&(?:amp|lt|\#(?:32|160|[1-9][0-9]{3,4}));|&(?![\#\w])"
    r"|(?<=[^\W_])_(?=[^\W_])|!(?!\[))++"  # no emphasis, no picture
)
_URL = r"(?:[^\\<>&]|\\[\\<>]|&amp;|&(?![\#\w]\w*;))++"
_RUN = re.compile(rf"(?P<text>{_TEXT})|\[(?P<label>{_TEXT})\]\(<(?P<url>{_URL})>\)", re.VERBOSE)
_ESCAPED = re.compile(r"\\(?P<sign>.)|&(?:(?P<name>amp|lt)|#(?P<code>[0-9]+));")
_NAMES = {"amp": "&", "lt": "<"}


class _DeclinedError(Exception):
    """Something is not in our own form."""


def pieces(body: str) -> list[Piece] | None:
    """The blocks of a body in our own form, without those that hold no text; None for a body in any other form."""
    if "\r" in body or "\0" in body or (body and not body.endswith("\n")):
        return None
    try:
        return [piece for piece in _pieces(body.split("\n")) if piece.text]
    except _DeclinedError:
        return None


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    at = 0
    open_list: str | None = ""
    """The sign of the list that the line above belongs to, "" after a blank line, None after any other."""
    while at < len(lines):
        if not lines[at]:
            open_list = ""
        elif fence := _FENCE.fullmatch(lines[at]):
            end = _end_of_code(lines, at + 1, fence["ticks"])
            if open_list != "":
                raise _DeclinedError
            yield Piece(BlockKind.TABLE if fence["info"] else BlockKind.CODE, "\n".join(lines[at + 1 : end]))
            at, open_list = end, None
        else:
            block = _BLOCK.fullmatch(lines[at])
            sign = (block["bullet"] or block["sign"]) if block else None
            if block is None or open_list not in {"", sign} or open_list is None:
                raise _DeclinedError
            yield _piece(block)
            open_list = sign
        at += 1


def _end_of_code(lines: Sequence[str], at: int, ticks: str) -> int:
    """The number of the line that closes a fence; one that might close it and is not of our own form is declined."""
    while at < len(lines):
        bare = lines[at].strip()
        if bare.startswith(ticks) and not bare.strip("`"):
            if lines[at] == ticks:
                return at
            break
        at += 1
    raise _DeclinedError


def _piece(block: re.Match[str]) -> Piece:
    text, links = _text_and_links(block["words"])
    if block["hashes"]:
        if _CLOSING_HASHES.search(block["words"]):
            raise _DeclinedError
        level = len(block["hashes"])
        return Piece(BlockKind.HEADLINE if level == 1 else BlockKind.HEADING, text, links, level)
    if block["quote"]:
        return Piece(BlockKind.QUOTE, text, links)
    if block["bullet"] or block["sign"]:
        return Piece(BlockKind.LIST_ITEM, text, links, ordinal=int(block["ordinal"]) if block["sign"] else None)
    return Piece(BlockKind.PARAGRAPH, text, links)


def _text_and_links(words: str) -> tuple[str, tuple[Link, ...]]:
    parts: list[str] = []
    links: list[Link] = []
    at = length = 0
    while at < len(words):
        run = _RUN.match(words, at)
        if run is None:
            raise _DeclinedError
        parts.append(_ESCAPED.sub(_shown, run["text"] or run["label"]))
        if run["url"]:
            links.append(Link(Span(length, length + len(parts[-1])), _ESCAPED.sub(_shown, run["url"])))
        at, length = run.end(), length + len(parts[-1])
    return "".join(parts), tuple(links)


def _shown(found: re.Match[str]) -> str:
    if found["code"]:
        return _space(int(found["code"]))
    return found["sign"] or _NAMES[found["name"]]


def _space(code: int) -> str:
    """The white space that is written by its number; nothing else is in our own form."""
    space = chr(code)
    if not space.isspace():
        raise _DeclinedError
    return space
