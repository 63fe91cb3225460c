"""Walks the real interface through every screen and dialog, on the terminal it is started on.

`python -m tests.faults.walking FOLDER PART` opens the library in FOLDER and walks one part of the way, "listing" or
"reading"; FOLDER/texts.json holds the texts that are typed. The last thing it writes is a mark that says how many
actions texts have started.
"""

import json
import sys
import traceback
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen

from reader.library.library import Library
from reader.ui.app import ReaderApp
from reader.ui.app import __file__ as app_file
from reader.ui.dialogs.confirm import ConfirmDialog
from reader.ui.dialogs.drafts import DraftsDialog
from reader.ui.dialogs.link import LinkDialog
from reader.ui.dialogs.mark import MarkDialog
from reader.ui.messages import Told
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.reader import ReaderScreen
from reader.ui.screens.wastebasket import WastebasketScreen
from reader.ui.widgets.mark_list import Row
from tests.faults.hostile_library import library_at
from tests.ui.conftest import Desk

MARK = "\x1b]7999;{}\x1b\\"


class Watched(ReaderApp):
    """The app, with an action that texts ask for and nothing else does."""

    CSS_PATH = [str(Path(app_file).parent / one) for one in ReaderApp.CSS_PATH]  # noqa: RUF012 - as in the app
    stolen = 0

    def action_stolen(self, *_: object) -> None:
        """Count it."""
        self.stolen += 1


class Walk:
    """The steps of the walk; each says in the stream which it is."""

    def __init__(self, app: Watched, library: Library, folder: Path, part: str) -> None:
        self.part = part
        self.app = app
        self.library = library
        self.folder = folder
        self.texts: list[str] = json.loads((folder / "texts.json").read_text())

    @property
    def steps(self) -> Sequence[Callable[[], Awaitable[None]]]:
        """The steps of the part that was asked for, in their order."""
        if self.part == "reading":
            return self.read, self.read_all, self.tell
        return (
            self.list_articles,
            self.find,
            self.palette_and_help,
            self.write,
            self.take_in,
            self.export,
            self.trash,
            self.drafts,
        )

    async def __call__(self, pilot: Pilot[object]) -> None:
        """All steps, then a mark that all is done."""
        self.desk = Desk(self.app, pilot)  # type: ignore[arg-type]  # whatever the app returns
        await self.desk.settle()
        for step in self.steps:
            self.say(step.__name__)
            await step()
            await self.desk.settle()
        self.say(f"done {self.app.stolen} stolen")
        self.app.exit()

    def say(self, words: str) -> None:
        """Write a mark into the stream."""
        driver = self.app._driver
        assert driver is not None
        driver.write(MARK.format(words))

    async def home(self, screen: type[Screen[None]] = LibraryScreen) -> None:
        """Back to the library, or to the reader."""
        for _ in range(8):
            if isinstance(self.app.screen, screen):
                return
            await self.desk.press("escape")
        raise AssertionError(f"{self.app.screen} is not left by escape")

    async def in_turn(self, *keys: str) -> None:
        """Keys of the reader one by one; what they open is closed again."""
        for key in keys:
            await self.desk.press(key)
            await self.home(ReaderScreen)

    async def click(self) -> None:
        """Click here and there, as far as the screen stays."""
        screen = self.app.screen
        for y in range(1, min(40, self.app.size.height), 4):
            for share in (10, 3, 1.5):
                if self.app.screen is screen:
                    await self.desk.pilot.click(offset=(int(self.app.size.width / share) - 3, y))
        await self.desk.settle()

    async def list_articles(self) -> None:
        """Every article in the list and in the preview, in every order."""
        for _ in self.library.rows():
            await self.desk.press("j")
        await self.click()
        await self.home()
        for _ in range(5):
            await self.desk.press("s")
        await self.desk.press("tab", "G", "g", "tab")

    async def find(self) -> None:
        """The filter with texts in it."""
        for text in self.texts:
            await self.desk.press("slash")
            await self.desk.paste(text)
            await self.desk.press("escape")

    async def palette_and_help(self) -> None:
        """Titles in the palette; what is searched for in the help; the themes."""
        for letter in "aeo":
            await self.desk.press("colon", letter, "escape")
        for text in self.texts:
            await self.desk.press("colon")
            await self.desk.paste(text)
            await self.desk.press("escape")
            await self.home()
            await self.desk.press("question_mark")
            await self.desk.paste(text)
            await self.desk.press("escape")
        await self.desk.press("colon", *"theme", "enter", "escape")
        await self.home()

    async def write(self) -> None:
        """Tags, notes and fields of articles, with texts in them; what is told of it; undo and redo."""
        for text in self.texts:
            await self.desk.press("t", "a", "tab", *"[@", "tab")
            await self.desk.paste(text)
            await self.desk.press("enter", "n")
            await self.desk.paste(text)
            await self.desk.press("escape", "E")
            await self.desk.paste(text)
            await self.desk.press("escape", "u", "j")
        await self.desk.press("asterisk", "r", "u", "u", "ctrl+r")
        await self.desk.press("d", "u")
        await self.home()

    async def take_in(self) -> None:
        """The dialogs of import: what is pasted, what was typed, files."""
        for text in self.texts:
            await self.desk.paste(f"{text}\n\nBy {text}\n\nA text of some words, {text}, and more.\n\n{text}\n")
            await self.desk.press("ctrl+t")
            await self.desk.paste(text)
            await self.home()
            await self.desk.press("i")
            await self.desk.paste(text)
            await self.desk.press("tab", "enter")
            await self.home()
        await self.desk.press("i", "tab", "enter")
        await self.home()

    async def export(self) -> None:
        """Where to, what is written, and what is in the way."""
        for _ in range(2):
            await self.desk.press("x", "right", "tab", "tab")
            await self.desk.press("ctrl+u")
            await self.desk.paste(str(self.folder / "out"))
            await self.desk.press("enter")
            await self.home()
            for path in (self.folder / "out").glob("*.md"):
                path.write_text("something else\n")
        await self.desk.press("x", "escape")
        await self.home()

    async def trash(self) -> None:
        """All that lies in the trash, one after the other; what is told when it comes back, and before it goes."""
        await self.desk.press("D")
        assert isinstance(self.app.screen, WastebasketScreen)
        for _ in self.library.wastebasket.contents():
            await self.desk.press("j")
        await self.desk.press("enter", "g", "enter")
        await self.desk.press("E", "escape", "question_mark", "escape")
        await self.click()
        await self.home()
        await self.desk.press("u", "ctrl+r")

    async def drafts(self) -> None:
        """All drafts in their list, and each kind gone on with, copied, made a note and thrown away."""
        for keys in ("enter", "jenter", "jjenter", "n", "y", "d"):
            await self.desk.press("W")
            assert isinstance(self.app.screen, DraftsDialog)
            further = keys.count("j")
            await self.desk.press(*["j"] * further, keys[further:])
            await self.home()
        await self.desk.press("W", *["j"] * len(self.library.drafts.all()))
        await self.click()
        await self.home()

    async def read(self) -> None:
        """One article with everything that can be asked of it."""
        await self.desk.press("enter")
        assert isinstance(self.app.screen, ReaderScreen)
        await self.desk.press("m", "m", "M", *["full_stop"] * 12)
        await self.in_turn("enter", "e", "e", "z", "z", "f", "A", "o", "t", "E", "N", "n", "y", "Y")
        reading = self.app.screen.reading
        assert reading.page is not None
        for link in reading.page.article.links:
            reading.go_to(link.span.start)
            await self.in_turn("O")
        await self.desk.press("v", "w", "w", "y", "h", "u", "tab", "j", "enter")
        await self.home(ReaderScreen)
        await self.desk.press("G", "g")
        await self.click()
        await self.home()

    async def read_all(self) -> None:
        """Every article from top to bottom, with all marks lit and lettered, its notes and what was repaired."""
        await self.desk.press("g", "enter")
        await self.desk.press("M")
        for _ in self.library.rows():
            await self.in_turn("pagedown", "o")
            await self.desk.press("A", "n")
            await self.in_turn("J")
        await self.home()

    async def tell(self) -> None:
        """Every text as a passing message, as an error, and in the dialogs that show what they are given."""
        reader = self.app.screen
        for weight in ("information", "error"):
            for text in self.texts:
                reader.post_message(Told(text, weight))
            await self.desk.settle()
        self.app.clear_notifications()
        joined = "\n".join(text[:300] for text in self.texts)
        looks = ReaderScreen(self.library, "", ()).looks
        rows = [Row(text, text, text, target=("mention", number)) for number, text in enumerate(self.texts)]
        for text in self.texts:
            await self.app.push_screen(LinkDialog(f"https://example.org/{text}", opens=True))
            await self.desk.press("escape")
        for dialog in (
            ConfirmDialog(joined, yes=self.texts[0], no=self.texts[1]),
            MarkDialog(joined, self.texts, rows, looks),
        ):
            await self.app.push_screen(dialog)
            await self.desk.press("j", "k", "escape")
            await self.home()


def main() -> None:
    """Walk, and end with the exit code of the app."""
    folder = Path(sys.argv[1])
    library = library_at(folder)
    app = Watched(library)
    walk = Walk(app, library, folder, sys.argv[2])
    app.run(auto_pilot=walk)
    if app.failure:
        traceback.print_exception(app.failure)
    sys.exit(app.return_code or 0)


if __name__ == "__main__":
    main()
