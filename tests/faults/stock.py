"""The toolkit as it comes, showing the texts of a file one by one: `python -m tests.faults.stock KIND FILE`.

KIND is "static" (a text, not read as markup), "border" (a title of a box), "area" (a text area), "toast" (a passing
message), or "markup" (a text as stock widgets read it).
"""

import json
import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

MARK = "\x1b]7999;{}\x1b\\"


class Stock(App[None]):
    """One widget that shows one text after the other."""

    def __init__(self, kind: str, texts: list[str]) -> None:
        super().__init__()
        self.kind = kind
        self.texts = texts
        self.shown = Static("", markup=kind == "markup")
        self.area = TextArea()

    def compose(self) -> ComposeResult:
        """Both widgets; one of them is used."""
        yield self.shown
        yield self.area

    async def show(self, pilot: Pilot[object]) -> None:
        """Show every text, then leave."""
        self.shown.styles.border = ("round", "red")
        for number, text in enumerate(self.texts):
            if self.kind == "border":
                self.shown.border_title = Content(text)
            elif self.kind == "area":
                self.area.text = text
            elif self.kind == "toast":
                self.notify(text, markup=False)
            else:
                self.shown.update(text)
            await pilot.pause()
            if self._driver is not None:
                self._driver.write(MARK.format(number))
        self.exit()


if __name__ == "__main__":
    app = Stock(sys.argv[1], json.loads(Path(sys.argv[2]).read_text()))
    app.run(auto_pilot=app.show)
    sys.exit(app.return_code or 0)
