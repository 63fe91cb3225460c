"""Messages that cross panes."""

from collections.abc import Sequence
from typing import Literal

from textual.message import Message

Weight = Literal["information", "warning", "error"]


class ArticleChosen(Message):
    """An article is to be read; `among` is the list it was chosen from, in its order, for going on to the next."""

    def __init__(self, article: str, among: Sequence[str]) -> None:
        self.article = article
        self.among = tuple(among)
        super().__init__()


class LibraryChanged(Message, bubble=False):
    """What is kept has changed by something else than the screen that gets this; it reads again what it shows."""


class Told(Message):
    """Something happened that the person is told in one sentence; the app shows it for some `seconds`.

    The sentence may hold words of an article or an error: the app cleans it and takes no markup from it.
    """

    def __init__(self, sentence: str, weight: Weight = "information", seconds: float = 5) -> None:
        self.sentence = sentence
        self.weight: Weight = weight
        self.seconds = seconds
        super().__init__()
