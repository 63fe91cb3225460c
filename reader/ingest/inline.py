"""Marks inside a line: escapes, entities, links, pictures and emphasis of Markdown, and bare addresses."""

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reader.domain.article import BlockKind, Link
from reader.domain.span import Span
from reader.ingest.draft import Draft, Replacement, apply
from reader.ingest.vocabulary import HTML_NAMES, words

MARKUP = frozenset({"markdown escape", "html entity", "markdown link", "picture", "emphasis"})
"""The repairs that are taken back where a line is only set aside, so that it can be read as it came."""

_ESCAPES = re.compile(r"(?:\\[!-/:-@\[\]^-`{-~])+")
_ENTITIES = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_NAMED = words(HTML_NAMES)
_TARGET = (
    r"\([ \t]*+(?P<url><[^<>\n]{0,4000}>|(?:[^()\s]|\([^()\s]*+\))*+)(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'))?[ \t]*+\)"
)
_WORDS = r"\[(?P<words>(?:[^\[\]\n]|\[[^\[\]\n]*+\])*+)\]"
_PICTURE = re.compile(rf"(?<!\\)!{_WORDS}{_TARGET}")
_LINK = re.compile(rf"(?<![!\\]){_WORDS}{_TARGET}")
_REFERENCE = re.compile(rf"(?<![!\\]){_WORDS}(?:[ ]?\[(?P<name>[^\[\]\n]{{0,200}}+)\])?+")
_DEFINITION = re.compile(r"^[ \t]{0,3}\[([^\]\n]{1,200})\]:[ \t]*<?([^\s>]+)>?", re.MULTILINE)
_STRONG = re.compile(r"(?<![*\\])(\*\*\*|\*\*)(?=[^\s*])((?:[^*\n\\]|\\[^\n]){1,2000}+)(?<!\s)\1(?!\*)")
_UNDER_STRONG = re.compile(r"(?<![\w\\])(__)(?=[^\s_])((?:[^_\n\\]|\\[^\n]|_(?!_)){1,2000}+)(?<!\s)__(?!\w)")
_STARRED = re.compile(r"(?<![\w*\\])(\*)(?=[^\s*])((?:[^*\n\\]|\\[^\n]){1,2000}+)(?<!\s)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w\\])(_)(?=[^\s_])((?:[^_\n\\]|\\[^\n]){1,2000}+)(?<!\s)_(?!\w)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,4000})>")
_BARE = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\"“”‘’«»|\\^`{}\x00-\x1f]{3,4000}", re.IGNORECASE)
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\u2060\ufeff\u00ad\ud800-\udfff]")
_NOWHERE = frozenset({"", "#", "/", "javascript:void(0)", "javascript:;", "about:blank"})
_LONGEST_ADDRESS = 1000
_SHRUG = "¯\\_"


def in_words(draft: Draft, step: Callable[[str], Iterable[Replacement]]) -> Draft:
    """The draft with what `step` proposes for everything but code."""
    if not any(piece.kind is BlockKind.CODE for piece in draft.pieces):
        return apply(draft, step(draft.text))
    return apply(
        draft, (change for start, end in _outside_code(draft) for change in _moved(step, draft.text, start, end))
    )


def _outside_code(draft: Draft) -> Iterator[tuple[int, int]]:
    start = 0
    for piece in draft.pieces:
        if piece.kind is BlockKind.CODE:
            yield start, piece.start
            start = piece.end
    yield start, len(draft.text)


def _moved(step: Callable[[str], Iterable[Replacement]], text: str, start: int, end: int) -> Iterator[Replacement]:
    for change in step(text[start:end]):
        yield replace(change, start=change.start + start, end=change.end + start)


def escapes(text: str) -> Iterator[Replacement]:
    r"""Markdown's backslash before a sign goes ("\$40mn"); a path of Windows and a shrug keep theirs."""
    for found in _ESCAPES.finditer(text):
        run = found[0]
        if text[max(0, found.start() - 1) : found.end()].startswith(_SHRUG):
            continue
        yield Replacement(found.start(), found.end(), run[1::2], "markdown escape")


def entities(text: str) -> Iterator[Replacement]:
    """HTML's names for signs ("&amp;") become the signs."""
    if "&" not in text or ";" not in text:
        return
    for found in _ENTITIES.finditer(text):
        name = found[0][1:-1]
        sign = html.unescape(found[0]) if name[0] == "#" or name in _NAMED else found[0]
        if sign != found[0] and sign.isprintable():
            yield Replacement(found.start(), found.end(), sign, "html entity")


def pictures(text: str) -> Iterator[Replacement]:
    """A Markdown picture becomes the words that stand for it."""
    if "![" not in text:
        return
    for found in _PICTURE.finditer(text):
        yield Replacement(found.start(), found.end(), found["words"].strip(), "picture", address(found["url"]))


def links(text: str) -> Iterator[Replacement]:
    """A Markdown link becomes its words, which from then on lead to its address."""
    if "](" not in text:
        return
    for found in _LINK.finditer(text):
        yield Replacement(found.start(), found.end(), found["words"].strip(), "markdown link", address(found["url"]))


def references(text: str) -> Iterator[Replacement]:
    """A link whose address stands elsewhere ("[words][1]") becomes its words."""
    known = {name.casefold(): url for name, url in _DEFINITION.findall(text)}
    if not known:
        return
    for found in _REFERENCE.finditer(text):
        name = (found["name"] or found["words"]).casefold()
        if name in known and text[found.end() : found.end() + 1] != ":" and not found["words"].startswith("^"):
            yield Replacement(found.start(), found.end(), found["words"], "markdown link", address(known[name]))


def slanted(text: str) -> Iterator[Replacement]:
    """Single stars and strokes round words go: strokes always, stars where they come in numbers or round a line."""
    if "_" in text:
        yield from _unmarked(text, _UNDERLINED)
    if "*" in text and (_STRONG.search(text) or _is_in_use(text)):
        yield from _unmarked(text, _STARRED)


def strong(text: str) -> Iterator[Replacement]:
    """Double stars and strokes round words go."""
    if "**" in text:
        yield from _unmarked(text, _STRONG)
    if "__" in text:
        yield from (change for change in _unmarked(text, _UNDER_STRONG) if " " in change.after)


def _unmarked(text: str, pattern: re.Pattern[str]) -> Iterator[Replacement]:
    for found in pattern.finditer(text):
        if any(map(str.isalnum, found[2])) and not _is_in_address(text, found.start()):
            yield Replacement(found.start(), found.end(), found[2], "emphasis")


def _is_in_address(text: str, at: int) -> bool:
    """Whether what stands before, up to the last space, begins an address."""
    begin = max(text.rfind(" ", max(0, at - _LONGEST_ADDRESS), at), text.rfind("\n", max(0, at - _LONGEST_ADDRESS), at))
    return "://" in text[max(begin, at - _LONGEST_ADDRESS, 0) : at]


def _is_in_use(text: str) -> bool:
    """Whether pairs of stars come twice, or one goes round a whole line."""
    found = _STARRED.search(text)
    if not found:
        return False
    alone = text[found.start() - 1 : found.start()] in {"", "\n"} and text[found.end() : found.end() + 1] in {"", "\n"}
    return alone or bool(_STARRED.search(text, found.end()))


def autolinks(text: str) -> Iterator[Replacement]:
    """An address in angle brackets stands without them."""
    if "<" not in text:
        return
    for found in _AUTOLINK.finditer(text):
        yield Replacement(found.start(), found.end(), found[1], "markdown link", address(found[1]))


def with_bare_links(draft: Draft) -> Draft:
    """Addresses that stand in the text as they are become links; no word changes."""
    taken = [link.span for link in draft.links]
    taken += [Span(piece.start, piece.end) for piece in draft.pieces if piece.kind is BlockKind.CODE]
    taken.sort()
    found: list[Link] = []
    for match in _BARE.finditer(draft.text):
        words = _unstopped(match[0])
        span = Span(match.start(), match.start() + len(words))
        if len(words) > 7 and "." in words and not _is_taken(taken, span):
            url = words if "://" in words[:8] else f"https://{words}"
            found.append(Link(span, address(url)))
    return replace(draft, links=tuple(sorted((*draft.links, *found), key=lambda link: link.span))) if found else draft


def _is_taken(taken: list[Span], span: Span) -> bool:
    """Whether one of the sorted spans, which lie apart, shares a letter with this one."""
    at = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])


def _unstopped(words: str) -> str:
    """An address without the stop, or the bracket of the sentence round it, that follows it."""
    while words and (words[-1] in ".,;:!?'\"*_]" or (words[-1] == ")" and words.count("(") < words.count(")"))):
        words = words[:-1]
    return words


def address(url: str) -> str:
    """An address without spaces and control characters; nothing, if it leads nowhere."""
    bare = url.strip().strip("<>").strip()
    if bare.casefold() in _NOWHERE:
        return ""
    return _UNFIT.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace")), bare)
