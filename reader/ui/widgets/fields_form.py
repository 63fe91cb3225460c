"""A form of named fields, one line each, that knows what the person changed."""

from collections.abc import Mapping
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from reader.ui.widgets.line_input import LineInput
from reader.ui.widgets.words import Words

LABELS = {
    "kicker": "Kicker",
    "title": "Headline",
    "standfirst": "Standfirst",
    "authors": "Authors",
    "contributors": "Contributors",
    "dateline": "Dateline",
    "published": "Date",
    "published_text": "Date as printed",
    "source": "Source",
    "url": "Address",
    "language": "Language",
    "tags": "Tags",
}
HINTS = {
    "authors": "names, with semicolons between",
    "contributors": "names, with semicolons between",
    "published": "year-month-day, such as 2026-03-09",
    "dateline": "the place it was written in",
    "url": "https://…",
    "tags": "with commas between",
    "language": "two letters, such as en",
}
DATES = frozenset({"published"})


class FieldsForm(Vertical):
    """One labelled line of text for each field; `asks` are questions that stand under a field."""

    DEFAULT_CSS = """
    FieldsForm { height: auto; }
    FieldsForm .field { height: 1; }
    FieldsForm .label { width: 16; color: $foreground 70%; }
    FieldsForm .asked { height: auto; padding: 0 0 0 16; text-style: bold italic; }
    FieldsForm LineInput { width: 1fr; background: $surface; }
    FieldsForm LineInput:focus { background-tint: $foreground 12%; }
    """

    def __init__(
        self,
        fields: Mapping[str, str],
        *,
        typed: Mapping[str, str] | None = None,
        asks: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._inputs = {name: LineInput(value, placeholder=HINTS.get(name, "")) for name, value in fields.items()}
        self._before = {name: line.value for name, line in self._inputs.items()}
        self._asks = asks or {}
        for name, value in (typed or {}).items():
            if name in self._inputs:
                self._inputs[name] = LineInput(value, placeholder=HINTS.get(name, ""))

    def compose(self) -> ComposeResult:
        """A label and an input for each field, and the questions."""
        for name, line in self._inputs.items():
            with Horizontal(classes="field"):
                yield Words(LABELS.get(name, name), classes="label")
                yield line
            if name in self._asks:
                yield Words(self._asks[name], classes="asked")

    def focus_on(self, name: str) -> None:
        """Give the keys to one field."""
        self._inputs[name].focus()

    @property
    def changed(self) -> dict[str, str]:
        """What the person made of the fields that they changed."""
        return {name: line.value for name, line in self._inputs.items() if line.value != self._before[name]}

    def fault(self) -> str:
        """What is wrong with a field, in a sentence, with the keys given to that field; nothing when all is well."""
        for name in DATES & self._inputs.keys():
            typed = self._inputs[name].value.strip()
            if typed and not _is_day(typed):
                self.focus_on(name)
                return f"“{typed}” is not a date. Write it as year-month-day, such as 2026-03-09."
        return ""


def _is_day(typed: str) -> bool:
    try:
        date.fromisoformat(typed)
    except ValueError:
        return False
    return True
