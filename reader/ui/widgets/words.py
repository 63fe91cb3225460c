"""Words on the screen that are never read as markup, whatever stands in them."""

from textual.content import Content
from textual.widgets import Static

from reader.text.screen import clean


def literal(text: str, *, multiline: bool = True) -> Content:
    """Foreign text as Textual's content: cleaned of what must not reach a terminal, square brackets as they stand."""
    return Content(clean(text, multiline=multiline))


def counted(number: int, name: str) -> str:
    """A number with the name of what is counted: "1 note", "1,400 notes"."""
    return f"{number:,} {name}" + "s" * (number != 1)


class Words(Static):
    """A text that is shown as it stands."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(_content(text), id=id, classes=classes, markup=False)

    def say(self, text: str | Content) -> None:
        """Show another text."""
        self.update(_content(text))


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else literal(text)
