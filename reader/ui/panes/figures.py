"""The panel: the figures, entities and dates of the article on the screen."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.domain.analysis import Analysis
from reader.domain.article import Article
from reader.render.marks import MarkClass
from reader.render.places import Paragraphs, paragraphs
from reader.ui.looks import Looks
from reader.ui.widgets.mark_list import MarkList, Target
from reader.ui.widgets.mark_list_rows import MORE, class_of_target, mark_rows


class FiguresPane(Vertical):
    """Lists what was recognised; tells `Wanted` when the person wants to see one of them in the text."""

    class Wanted(Message):
        """The next mention of one figure, entity or date is to be shown; `index` as `Mark.index`."""

        def __init__(self, cls: MarkClass, index: int) -> None:
            self.cls = cls
            self.index = index
            super().__init__()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.list = MarkList(looks)
        self._shown: tuple[Analysis, Article, Paragraphs] | None = None
        self._whole: set[MarkClass] = set()

    def compose(self) -> ComposeResult:
        """The list."""
        yield self.list

    def show(self, analysis: Analysis, article: Article) -> None:
        """List what was recognised in this article."""
        self._shown = analysis, article, paragraphs(article)
        self._whole.clear()
        self._fill()

    def look(self, looks: Looks) -> None:
        """Draw everything in other styles."""
        self.list.look(looks)

    @on(MarkList.Chosen)
    def _chosen(self, message: MarkList.Chosen) -> None:
        message.stop()
        cls = class_of_target(message.target)
        if cls is not None:
            self.post_message(self.Wanted(cls, message.target[1]))
        elif message.target[0] == MORE:
            self._whole.add(MarkClass(message.target[1]))
            self._fill(at=self.list.cursor)

    def _fill(self, at: int | None = None) -> None:
        if self._shown:
            rows = mark_rows(*self._shown, self._whole)
            target: Target | None = rows[at].target if at is not None and at < len(rows) else None
            self.list.show(rows, at=target)
