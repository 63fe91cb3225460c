"""A library in which a hostile text stands at every place that a text can stand at."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.intake import Intake
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span
from reader.library.library import Library
from reader.settings import Folders
from tests.faults.payloads import CANARY

BLOCKS = (
    BlockKind.KICKER,
    BlockKind.HEADLINE,
    BlockKind.STANDFIRST,
    BlockKind.BYLINE,
    BlockKind.CAPTION,
    BlockKind.CREDIT,
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.PARAGRAPH,
    BlockKind.QUOTE,
    BlockKind.LIST_ITEM,
    BlockKind.CODE,
    BlockKind.TABLE,
    BlockKind.CORRECTION,
    BlockKind.TAIL,
)
OTHERS = ("author", "dateline", "date", "source", "link", "repair", "aside", "note", "note on a passage", "tag")
PLACES = len(BLOCKS) + len(OTHERS)
"""How many texts one article takes."""

BODY = (
    "Ruth Okafor of Varga Steel said on Tuesday that number {number} would cost $420mn, a fifth more than in 2023.",
    "Ruth{text}Okafor told Northern Development Bank of “{text}” in Port Ellery; it fell 7.4 per cent.",
)
"""Paragraphs with names and figures, so that there is something to mark; the second with a text among them."""


def library_at(folder: Path) -> Library:
    """The library in this folder; the folder of its settings and the others lie beside it."""
    return Library(Folders(folder / "library", folder / "config", folder / "state", folder / "cache"))


def fill(library: Library, texts: Sequence[str], turn: int = 0) -> None:
    """Add articles until every text stands in one place; another `turn` gives each text another place."""
    for number, start in enumerate(range(0, len(texts), PLACES)):
        some = [texts[(start + at) % len(texts)] for at in range(PLACES)]
        turned = some[turn % PLACES :] + some[: turn % PLACES]
        _add(library, number, turned[: len(BLOCKS)], dict(zip(OTHERS, turned[len(BLOCKS) :], strict=True)))


def put_by(library: Library, texts: Sequence[str]) -> None:
    """Put each text into a draft and into a note in the trash, every third article into the trash as well.

    And a file that is none of the library's lies among its articles under each name that the system takes.
    """
    ids = [row.head.id for row in library.rows()]
    for number, text in enumerate(texts):
        library.drafts.keep(_draft(library.drafts.new_key(), number, _storable(text), ids[0]))
        _stray(library.folders.library / "articles", text)
    library.trash_note(*(library.annotate(ids[0], _storable(text) or "x").key for text in texts))
    library.trash(ids[2::3])


def _draft(key: str, number: int, text: str, article: str) -> Draft:
    """A draft of one kind or another with the text wherever it is shown; none is offered before it is asked for."""
    kind, state = tuple(DraftKind)[number % 3], (DraftState.LATER, DraftState.THROWN)[number % 2]
    fields = (("headline", text), ("source", text)) if kind is DraftKind.FIELDS else ()
    return Draft(key, kind, text, article, _line(text), fields=fields, state=state)


def name_of(text: str) -> str:
    """The text as a name of a file, as far as the system takes it."""
    return _storable(text).replace("\0", "").replace("/", "_").encode()[:200].decode("utf-8", "ignore")


def _stray(folder: Path, text: str) -> None:
    with suppress(OSError):
        (folder / (name_of(text) or "x")).write_text("none of ours")


def _add(library: Library, number: int, blocks: Sequence[str], others: dict[str, str]) -> None:
    intake = Intake(
        _article(number, blocks, others),
        (Repair("odd space", 0, _storable(others["repair"]), "x"), Repair("markdown escape", 1, "x", "y")),
        (SetAside(_line(others["aside"]), "promotion", 1),),
        notices=(_storable(others["aside"]),),
    )
    added = library.add(intake, SEPARATOR.join(map(_storable, blocks)), tags=[_line(others["tag"])])
    library.annotate(added.id, _storable(others["note"]) or "x")
    start = intake.article.text.index("Ruth")
    library.annotate(added.id, _storable(others["note on a passage"]), Span(start, start + 20))


def _article(number: int, blocks: Sequence[str], others: dict[str, str]) -> Article:
    body = [(BlockKind.PARAGRAPH, one.format(number=number, text=_line(others["note"]))) for one in BODY]
    made = [*zip(BLOCKS, map(_line, blocks), strict=True), *body]
    text = SEPARATOR.join(words for _, words in made)
    spans = list(_spans([words for _, words in made]))
    whole = tuple(Block(kind, span) for (kind, _), span in zip(made, spans, strict=True))
    url = "".join(_line(others["link"]).split())
    links = (
        Link(Span(spans[-1].start, spans[-1].start + 4), f"https://example.org/{url}"),
        Link(Span(spans[-2].start, spans[-2].start + 4), url[:200] or "-x"),
    )
    return Article(
        text,
        whole,
        links,
        (_line(others["author"]), "Ines Calder"),
        (_line(others["author"]),),
        _line(others["dateline"]),
        None,
        _line(others["date"]),
        _line(others["source"]),
    )


def _spans(words: Sequence[str]) -> Iterator[Span]:
    at = 0
    for one in words:
        yield Span(at, at + len(one))
        at += len(one) + len(SEPARATOR)


def _storable(text: str) -> str:
    """The text without half characters, which the library refuses to write."""
    return text.encode("utf-8", "replace").decode()


def _line(text: str) -> str:
    """The text as one line that is not empty, so that it can be a block or a field."""
    return " ".join(_storable(text).split("\n")).strip() or f"empty {CANARY}"
