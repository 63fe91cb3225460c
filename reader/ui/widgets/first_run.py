"""The card on an empty library: how to begin."""

import os

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content

from reader.domain.doors import is_secure
from reader.ui.widgets.words import Words

WAYS = (
    ("paste", "an article, as your terminal pastes (ctrl+shift+v)"),
    ("a", "the same, into a box"),
    ("i", "an article from a file of text or Markdown"),
    ("⏎", "the sample, which shows everything"),
    (":", "every command by its name"),
    ("?", "the keys of each screen"),
)


class FirstRun(Container):
    """Says how to begin; no wizard, nothing to answer."""

    DEFAULT_CSS = """
    FirstRun { align: center middle; }
    FirstRun Words { width: auto; max-width: 76; height: auto; border: round $text-primary; padding: 1 3; }
    """

    def compose(self) -> ComposeResult:
        """The card."""
        ways = [way for way in WAYS if way[0] != "i" or not is_secure(os.environ)]
        lines = [Content.assemble((f"{key:>5}", "bold $text-primary"), "  ", what) for key, what in ways]
        card = Words(Content("\n").join([Content("Your library is empty. To begin:"), Content(""), *lines]))
        card.border_title = Content("Reader")
        yield card
