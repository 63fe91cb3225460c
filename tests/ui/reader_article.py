"""An article of our own with a known analysis, and a library that opens it so, for the tests of the reader."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

from reader.domain.analysis import Analysis, DateMention, Entity, EntityKind, Figure, FigureKind
from reader.domain.article import SEPARATOR, Article, Block, BlockKind, Link
from reader.domain.intake import Intake
from reader.domain.opened import OpenArticle
from reader.domain.repairs import Repair, SetAside
from reader.domain.span import Span
from reader.library.library import Library
from reader.settings import Folders
from reader.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Desk

BARRAGE = """\
kicker: Energy

headline: Tidal barrage at {place Skerry Sound} wins licence after nine years of doubt

standfirst: Engineers promise power for a third of the islands; fishermen promise to appeal

byline: By {person Ailsa Drummond} in {place Port Rannoch} YESTERDAY

caption: The sound at low water, seen from the ferry pier in March

credit: © Tor Henriksen/Northline

paragraph: The {organisation Islands Energy Authority} on {date Tuesday} granted a licence for a tidal barrage \
across {place Skerry Sound}, ending nine years of hearings over a scheme that will cost {figure £1.3bn} and \
supply power to {figure 84,000} homes.

paragraph: “This is the day the tide began to work for us,” said {person Mairi Colquhoun}, the authority’s \
chair, who signed the paper in the harbour office. {person Mairi Colquhoun=Colquhoun} said that the first of \
{figure 26} turbines would turn in {date 2029}.

paragraph: The turbines are of the {product Nautilus-4} type, which has run for two winters in {place Norway} \
without a failure. Each weighs {figure 310 tonnes}, and the makers, {organisation Halden Marine}, will be paid \
{figure £540mn} over six years.

heading: What the fishermen fear

paragraph: {group Scottish} skippers who work the sound say the barrage will close it to them for good. {person \
Rab Innes}, who speaks for {figure several hundred} of them, said they would go to court {date before the end of \
May}.

quote: You cannot put a wall across the sea and call it a gate, {person Rab Innes=Innes} told a meeting in \
{place Port Rannoch}. Nobody laughed.

paragraph: The licence sets three conditions, which the authority published in full:

list item: the gates stay open on {figure 40} days a year, when salmon pass;

list item: noise may not rise by more than {figure 6 per cent} during the works;

list item: the makers clear the seabed of every anchor they lay.

paragraph: Money was the longest quarrel. The {organisation Northern Investment Bank} will lend {figure £700mn} \
at {figure 3.2 per cent}, according to the published terms, and {organisation Halden Marine} puts in the rest. \
The islands’ own council pays nothing, which {person Mairi Colquhoun=Colquhoun} called “the part I argued over \
longest”.

paragraph: It would be the largest work of its kind since the {event Great Storm} of 1953 broke the old sea wall \
and drowned {figure 31} people. Schoolchildren in {place Port Rannoch} still learn their names.

paragraph: An earlier plan, drawn up in 2014, went through {figure 61} hearings and was dropped when the price \
of steel doubled. That plan had {figure 40} smaller turbines and no lock for boats. The new one has a lock that \
takes a vessel of {figure 90 metres} and opens twice an hour.

paragraph: Biologists are of two minds. {person Ingrid Sæther}, who counted {figure 1,900} seals in {place \
Norway} for a decade, said that they learn within a season where the blades are. Terns, she said, do not.

paragraph: The minister for the sea, {person Callum Reid}, is to lay the first stone on {date 1 June}. His \
office said that he would come by boat.

tail: Additional reporting by Tor Henriksen

tail: Copyright Northline 2026. All rights reserved.
"""
"""Blocks by kind; what is recognised stands in braces, "{kind name=as printed}"."""

AMOUNTS = {
    "£1.3bn": (FigureKind.MONEY, "1300000000", "GBP", "barrage"),
    "84,000": (FigureKind.COUNT, "84000", "", "homes"),
    "26": (FigureKind.COUNT, "26", "", "turbines"),
    "310 tonnes": (FigureKind.QUANTITY, "310", "t", "turbine"),
    "£540mn": (FigureKind.MONEY, "540000000", "GBP", "turbines"),
    "40": (FigureKind.COUNT, "40", "", "days"),
    "6 per cent": (FigureKind.PERCENT, "6", "%", "noise"),
    "£700mn": (FigureKind.MONEY, "700000000", "GBP", "loan"),
    "3.2 per cent": (FigureKind.PERCENT, "3.2", "%", ""),
    "31": (FigureKind.COUNT, "31", "", "people"),
    "1,900": (FigureKind.COUNT, "1900", "", "seals"),
    "61": (FigureKind.COUNT, "61", "", "hearings"),
    "90 metres": (FigureKind.QUANTITY, "90", "m", "vessel"),
}
DAYS = {
    "Tuesday": (date(2026, 3, 10), date(2026, 3, 10)),
    "2029": (date(2029, 1, 1), date(2029, 12, 31)),
    "before the end of May": (None, date(2026, 5, 31)),
    "1 June": (date(2026, 6, 1), date(2026, 6, 1)),
}
LINKED = "published in full"
URL = "https://example.org/licence/skerry-sound?part=2"
_TAGGED = re.compile(r"\{(\w+) ([^}=]+)(?:=([^}]+))?\}")


def barrage() -> tuple[Article, Analysis]:
    """The article and what is recognised in it."""
    text, blocks = "", []
    found: list[tuple[str, str, Span]] = []
    for part in BARRAGE.strip().split("\n\n"):
        kind, tagged = part.split(": ", 1)
        text += SEPARATOR if text else ""
        start, at = len(text), 0
        for tag in _TAGGED.finditer(tagged):
            text += tagged[at : tag.start()]
            shown = tag[3] or tag[2]
            found.append((tag[1], tag[2], Span(len(text), len(text) + len(shown))))
            text, at = text + shown, tag.end()
        text += tagged[at:]
        blocks.append(Block(BlockKind(kind), Span(start, len(text)), level=2 if kind == "heading" else 0))
    link = Link(Span(text.index(LINKED), text.index(LINKED) + len(LINKED)), URL)
    article = Article(
        text,
        tuple(blocks),
        (link,),
        ("Ailsa Drummond",),
        dateline="Port Rannoch",
        published=date(2026, 3, 10),
        published_text="YESTERDAY",
        source="Northline",
    )
    return article, _analysis(text, found)


def _analysis(text: str, found: list[tuple[str, str, Span]]) -> Analysis:
    mentions: dict[tuple[EntityKind, str], list[Span]] = {}
    figures, dates = [], []
    for kind, name, span in found:
        if kind == "figure":
            figures.append(_figure(text, name, span))
        elif kind == "date":
            dates.append(DateMention(span, *DAYS[name]))
        else:
            mentions.setdefault((EntityKind(kind), name), []).append(span)
    ranked = sorted(mentions.items(), key=lambda item: -len(item[1]))
    entities = tuple(
        Entity(name, kind, 1 / (place + 1), tuple(spans), (f"named {len(spans)} times",))
        for place, ((kind, name), spans) in enumerate(ranked)
    )
    return Analysis(entities, tuple(figures), tuple(dates))


def _figure(text: str, name: str, span: Span) -> Figure:
    end = text.find(".", span.end)
    sentence = Span(max(text.rfind(". ", 0, span.start), text.rfind("\n", 0, span.start)) + 1, end + 1)
    if name not in AMOUNTS:
        return Figure(
            span, FigureKind.COUNT, None, Decimal(200), Decimal(999), approximate=True, of="skippers", sentence=sentence
        )
    kind, amount, unit, of = AMOUNTS[name]
    value = Decimal(amount)
    money = kind is FigureKind.MONEY
    return Figure(
        span, kind, value, value, value, "" if money else unit, unit if money else "", of=of, sentence=sentence
    )


class KnownLibrary(Library):
    """A library in which the barrage is recognised as the table above says, whatever recognition learns."""

    def open(self, article: str, version: int | None = None) -> OpenArticle:
        """An article; the barrage with its known analysis, as long as its text is the same."""
        opened = super().open(article, version)
        known, analysis = barrage()
        return replace(opened, analysis=analysis) if opened.article.text == known.text else opened


def known_library(folder: Path, now: Callable[[], datetime]) -> KnownLibrary:
    """An empty library under `folder` that recognises what the table above says, with keys that do not change."""
    keys = count(1 << 60)
    folders = Folders(folder / "library", folder / "config", folder / "state", folder / "cache")
    return KnownLibrary(folders, now=now, new_key=lambda: next(keys))


def reader(desk: Desk) -> ReaderScreen:
    """The reader screen."""
    return next(screen for screen in desk.app.screen_stack if isinstance(screen, ReaderScreen))


def add_barrage(library: Library) -> str:
    """Keep the barrage with one repair and one line set aside; return its id."""
    article, _ = barrage()
    repair = Repair("split paragraph", article.text.index("\n\n") + 8, "\n", " ")
    aside = SetAside("Sign up for our evening letter", "promotion", 6)
    original = article.text.replace("\n\n", "\n\n\n") + "\nSign up for our evening letter\n"
    return library.add(Intake(article, (repair,), (aside,)), original).id
