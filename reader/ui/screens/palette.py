"""The command palette: every command that counts now, and every article by its title."""

import asyncio
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.widgets import LoadingIndicator

from reader.domain.errors import ReaderError
from reader.domain.heads import ArticleRow
from reader.library.library import Library
from reader.text.screen import clean
from reader.ui.commands import COMMANDS, Command, key_names
from reader.ui.dialogs.dialog import LeftOnce
from reader.ui.messages import ArticleChosen
from reader.ui.widgets.line_input import put_line
from reader.ui.widgets.words import literal

NAME_WIDTH = 24
"""The cells that the name of a command takes before its keys."""

SCATTERED = 0.4
"""The highest score of a text that holds the letters of the query, but not its words."""

LESS = 0.9
"""What an article's score is multiplied by, so that of a command and an article alike the command comes first."""

Thing = TypeVar("Thing")

MOST_ARTICLES = 50
"""The most articles among the answers."""


class PaletteInput(CommandInput):
    """The line that a command is looked for in."""

    def on_paste(self, event: events.Paste) -> None:
        """Put the first line of what was pasted in the place of what is selected."""
        put_line(self, event)


class Palette(CommandPalette, LeftOnce[None]):
    """Textual's palette with our commands, as wide as its lines, without an emoji before its input."""

    DEFAULT_CSS = """
    Palette > Vertical { width: 84; max-width: 100%; margin-top: 1; background: $background; }
    Palette #--input { border: heavy $text-primary; background: $background; }
    Palette SearchIcon { color: $text-primary; text-style: bold; margin-top: 0; }
    Palette CommandInput, Palette CommandInput:focus { border: none; height: 1; padding: 0; }
    Palette #--results { width: 84; max-width: 100%; background: $background; }
    Palette CommandList { border: heavy $text-primary; border-top: none; background: $background; }
    Palette CommandList > .option-list--option { padding: 0 1; text-style: none; }
    Palette CommandList > .option-list--option-highlighted { background: $surface; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        """Textual's own parts, with an input that lets nothing pasted reach the terminal unclean."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield PaletteInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()

    def on_mount(self) -> None:
        """Put a sign there that every terminal draws alike."""
        self.query_one(SearchIcon).icon = ":"

    def _action_command_list(self, action: str) -> None:
        """Move in the list, where it has lines; Textual's own list cannot turn a page of what is not drawn yet."""
        commands = self.query_one(CommandList)
        if commands.option_count and (action == "select" or commands.scrollable_content_region):
            super()._action_command_list(action)


def palette(library: Library) -> Palette:
    """The palette for the screen under it."""
    return Palette([partial(_provider, library)], placeholder="a command, or words of a title")


def _provider(library: Library) -> type[Provider]:
    class Commands(ReaderProvider):
        """The provider for this library; Textual makes providers from a class alone."""

        rows = staticmethod(library.rows)

    return Commands


class ReaderProvider(Provider):
    """Commands first, then articles, newest first."""

    rows: Callable[[], list[ArticleRow]]

    async def startup(self) -> None:
        """Begin to read the titles, out of the way of the keys.

        Textual cancels a search at the next letter, and a startup that the search waits for with it; then nothing is
        ever found. So this one waits for nothing, and the titles are read by a task of their own.
        """
        self._commands = self._live()
        self._reading = asyncio.create_task(asyncio.to_thread(self._read))

    def _read(self) -> list[ArticleRow]:
        try:
            return self.rows()
        except ReaderError:
            return []

    async def discover(self) -> Hits:
        """All commands that count now."""
        for command, run in self._commands:
            yield DiscoveryHit(_shown(command, literal(command.name)), run, text=command.name)

    async def search(self, query: str) -> Hits:
        """The commands, and the articles, that match."""
        articles = await asyncio.shield(self._reading)
        hits = [*self._command_hits(query), *self._article_hits(query, articles)]
        exact = any(hit.score > SCATTERED for hit in hits)
        for hit in hits:
            if hit.score > SCATTERED or not exact:
                yield hit

    def _command_hits(self, query: str) -> Iterator[Hit]:
        texts = [(f"{command.name}\n{command.sentence}", (command, run)) for command, run in self._commands]
        for score, places, (command, run) in found(query, texts):
            name = _lit(literal(command.name), [place for place in places if place < len(command.name)])
            yield Hit(score, _shown(command, name), run, text=command.name)

    def _article_hits(self, query: str, articles: Sequence[ArticleRow]) -> Iterator[Hit]:
        ids = [row.head.id for row in articles]
        titles = [(clean(row.head.title, multiline=False), row) for row in articles]
        for score, places, row in found(query, titles)[:MOST_ARTICLES]:
            title = literal(row.head.title, multiline=False)
            about = literal(" · ".join(part for part in ("article", row.head.source, *row.head.authors) if part))
            shown = Content.assemble(_lit(title, places), "\n", about.stylize("not bold dim"))
            yield Hit(LESS * score, shown, partial(self._open, row.head.id, ids), text=title.plain)

    def _open(self, article: str, among: list[str]) -> None:
        self.screen.post_message(ArticleChosen(article, among))

    def _live(self) -> list[tuple[Command, Callable[[], object]]]:
        """The commands whose keys count now on the screen under the palette; those that count everywhere last."""
        active = {one.binding.id: one for one in self.screen.active_bindings.values() if one.enabled}
        return [
            (command, partial(self.app.run_action, active[command.id].binding.action, active[command.id].node))
            for command in sorted(COMMANDS, key=lambda one: one.place == "app")
            if command.id in active and command.id != "app.palette" and command.is_offered
        ]


def found(query: str, texts: Sequence[tuple[str, Thing]]) -> list[tuple[float, Sequence[int], Thing]]:
    """The things whose text answers a query, best first, each with its score in (0, 1] and the places that match.

    Texts that hold every word as it was typed leave those that hold its letters scattered out.
    """
    words = query.casefold().split()
    if not words:
        return []
    exact = [(_closeness(words, text), _places(words, text), thing) for text, thing in texts if _holds(words, text)]
    if exact:
        return sorted(exact, key=lambda one: -one[0])
    fuzzy = FuzzySearch()
    scattered = [(*fuzzy.match(query, text), thing) for text, thing in texts]
    highest = max((score for score, _, _ in scattered), default=0)
    return sorted(
        ((SCATTERED * score / highest, places, thing) for score, places, thing in scattered if score > 0),
        key=lambda one: -one[0],
    )


def _holds(words: Sequence[str], text: str) -> bool:
    return all(word in text.casefold() for word in words)


def _closeness(words: Sequence[str], text: str) -> float:
    """Nearer 1 the earlier the words stand, and where they begin a word."""
    folded = text.casefold()
    begin = sum(re.search(rf"\b{re.escape(word)}", folded) is not None for word in words) / len(words)
    return 0.5 + 0.25 * begin + 0.25 / (1 + folded.index(words[0]))


def _places(words: Sequence[str], text: str) -> Sequence[int]:
    """The places of the words in `text`; none where folding its case changed its length."""
    folded = text.casefold()
    if len(folded) != len(text):
        return ()
    return [folded.index(word) + at for word in words for at in range(len(word))]


def _shown(command: Command, name: Content) -> Content:
    """The name with its keys, and the sentence under it."""
    keys = (key_names(command), "bold")
    gap = " " * (NAME_WIDTH - name.cell_length)
    return Content.assemble(name, gap, keys, "\n", (command.sentence, "not bold dim"))


def _lit(text: Content, places: Sequence[int]) -> Content:
    """`text` with the characters that were searched for underlined."""
    for place in places:
        text = text.stylize("underline", place, place + 1)
    return text
