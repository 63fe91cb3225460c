"""The whole text of an article as Markdown, block by block."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, urlsplit

from reader.domain.article import Article, Block, BlockKind
from reader.export.prose import inline, prose, quoted
from reader.text.screen import clean

DEEPEST = 6
_SAFE_IN_ADDRESS = "/:?#@!&'*+,;=%~-._$"
_WEB = frozenset({"http", "https", "mailto"})
_LOOSE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
"""A sign that begins no escape; two of them would hide what stands between them in some vaults."""

_RUNS = re.compile(r"<%|\{[{%#]|%%|\[\[|<!--|::")
"""What some program would obey even inside code, where nothing can be escaped."""


def whole_text(article: Article) -> str:
    """Every block but the headline, which the file has as its title; list items stand close, all else is set apart."""
    out = ""
    before: BlockKind | None = None
    for block in article.blocks:
        if block.kind is BlockKind.HEADLINE:
            continue
        close = block.kind is before is BlockKind.LIST_ITEM
        out += ("\n" if close else "\n\n" if out else "") + _markdown(article, block)
        before = block.kind
    return out


def _markdown(article: Article, block: Block) -> str:
    writer = _WRITERS.get(block.kind)
    return writer(article, block) if writer else _linked(article, block)


def _heading(article: Article, block: Block) -> str:
    """Headings go one level down, to stand under the heading of the section."""
    return f"{'#' * min(max(block.level, 2) + 1, DEEPEST)} {_linked(article, block)}"


def _quote(article: Article, block: Block) -> str:
    return quoted(article.text_of(block))


def _slanted(article: Article, block: Block) -> str:
    return f"*{prose(article.text_of(block))}*"


def _item(article: Article, block: Block) -> str:
    mark = "-" if block.ordinal is None else f"{block.ordinal}."
    return f"{mark} {_linked(article, block)}"


def _lines_as_they_stand(article: Article, block: Block) -> str:
    """Code and tables in a fence, or as plain lines if they hold what a program would obey even there."""
    text = clean(article.text_of(block))
    if _RUNS.search(text):
        return "\\\n".join(prose(line) for line in text.split("\n"))
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


_WRITERS: Mapping[BlockKind, Callable[[Article, Block], str]] = {
    BlockKind.HEADING: _heading,
    BlockKind.QUOTE: _quote,
    BlockKind.STANDFIRST: _slanted,
    BlockKind.CAPTION: _slanted,
    BlockKind.CREDIT: _slanted,
    BlockKind.LIST_ITEM: _item,
    BlockKind.CODE: _lines_as_they_stand,
    BlockKind.TABLE: _lines_as_they_stand,
}


def _linked(article: Article, block: Block) -> str:
    """The words of a block with its links as links."""
    out, at = "", block.span.start
    for link in sorted(article.links, key=lambda link: link.span):
        address = web_address(link.url)
        if not address or link.span.start < at or link.span.end > block.span.end or not len(link.span):
            continue
        out += inline(article.text[at : link.span.start])
        out += f"[{inline(link.span.of(article.text))}](<{address}>)"
        at = link.span.end
    return (out + inline(article.text[at : block.span.end])).strip()


def web_address(url: str) -> str:
    """An address fit to stand between angle brackets, or nothing if it is no web or mail address."""
    try:
        scheme = urlsplit(url).scheme.casefold()
    except ValueError:
        return ""
    safe = quote(url.encode("utf-8", "replace"), safe=_SAFE_IN_ADDRESS)
    return _LOOSE_PERCENT.sub("%25", safe).replace("::", ":%3A") if scheme in _WEB else ""
