"""What was done to a text when it came in, to be undone piece by piece, and the text as it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from reader.domain.repairs import Repair, SetAside
from reader.domain.titles import shortened
from reader.text.screen import unseen
from reader.ui.dialogs.dialog import Dialog
from reader.ui.looks import Looks
from reader.ui.widgets.mark_list import MarkList, Row
from reader.ui.widgets.words import Words

SHOWN = 100_000
"""How many code points of the original are shown; the command line shows the file itself."""

PIECE = 30
"""How much of what stood before and after a repair is shown."""

LEAD = 10
"""How much of that stands before the first difference, where the difference comes late."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One thing to take back: the repair, or the setting aside of the line, of that number."""

    kind: Literal["repair", "line"]
    number: int


class OriginalDialog(Dialog[Revision | None]):
    """Returns what is to be taken back, or None; of `text`, the article as it is now, what hides in it is told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", id="original.down"),
        Binding("k,up", "move(-1)", "Up", id="original.up"),
        Binding("space,pagedown", "scroll(1)", "Original down", id="original.page_down"),
        Binding("b,pageup", "scroll(-1)", "Original up", id="original.page_up"),
        Binding("enter", "choose", "Take back", id="original.choose"),
        Binding("escape,left,q,o", "leave", "Close", id="original.leave"),
    ]

    def __init__(
        self, repairs: Sequence[Repair], set_aside: Sequence[SetAside], original: str, looks: Looks, text: str = ""
    ) -> None:
        super().__init__()
        self._rows = [*_set_aside_rows(set_aside), *repair_rows(repairs), *hidden_rows(text)]
        self._original = original
        self._list = MarkList(looks)
        self._words = Words(id="original")
        self._whole = VerticalScroll(self._words, id="whole", can_focus=False)

    def compose(self) -> ComposeResult:
        """The list, the original, the keys."""
        with Vertical(id="box", classes="dialog") as box:
            box.border_title = Content("What was repaired and set aside")
            yield self._list
            yield Words("AS IT CAME IN", classes="section")
            yield self._whole
            yield Words("⏎ take back what the cursor is on   space b turn the pages   esc close", id="keys")

    def on_mount(self) -> None:
        """Fill the list and the text."""
        rows = self._rows or [Row("Nothing had to be repaired or set aside.")]
        self._list.styles.height = max(1, min(len(rows), 14))
        self._list.show(rows)
        self._list.focus()
        more = f"\n\n… {len(self._original) - SHOWN:,} more characters" if len(self._original) > SHOWN else ""
        self._words.say(self._original[:SHOWN] + more)

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self._list.move(by)

    def action_scroll(self, by: int) -> None:
        """Turn a page of the original."""
        page = by * max(1, self._whole.size.height - 1)
        self._whole.scroll_to(y=self._whole.scroll_target_y + page, animate=False)

    def action_choose(self) -> None:
        """Return what the cursor is on."""
        self._list.choose()

    @on(MarkList.Chosen)
    def _chosen(self, message: MarkList.Chosen) -> None:
        message.stop()
        kind, number = message.target
        self.dismiss(Revision("repair" if kind == "repair" else "line", number))

    def action_leave(self) -> None:
        """Take nothing back."""
        self.dismiss(None)


def _set_aside_rows(lines: Sequence[SetAside]) -> list[Row]:
    rows = [
        Row(" ".join(line.text.split()), right=line.reason, sign="−", target=("line", number))
        for number, line in enumerate(lines)
    ]
    return [Row("SET ASIDE — ⏎ puts back", right=str(len(rows)), is_heading=True), *rows] if rows else []


def repair_rows(repairs: Sequence[Repair]) -> list[Row]:
    """The repairs under a heading; none where there are none."""
    rows = [
        Row(" → ".join(map(_visible, _difference(one))), right=one.kind, sign="~", target=("repair", number))
        for number, one in enumerate(repairs)
    ]
    return [Row("REPAIRED — ⏎ undoes", right=str(len(rows)), is_heading=True), *rows] if rows else []


def hidden_rows(text: str) -> list[Row]:
    """What hides in a text, by name, under a heading; none where nothing does."""
    found = unseen(text)
    rows = [Row(name, right=f"×{times}") for name, times in found.most_common()]
    return [Row("HIDDEN CHARACTERS IN THE TEXT", right=str(found.total()), is_heading=True), *rows] if rows else []


def _difference(repair: Repair) -> tuple[str, str]:
    """What stood before and after, from a little before the first place where they differ."""
    pairs = zip(repair.before, repair.after, strict=False)
    same = next((at for at, (old, new) in enumerate(pairs) if old != new), len(repair.after))
    first = same - LEAD if same > PIECE - LEAD else 0
    return repair.before[first:], repair.after[first:]


def _visible(text: str) -> str:
    """A piece of text in which line breaks and odd spaces can be seen; a plain one shows where it stands alone."""
    odd = text if text.isspace() else text.replace(" ", "")
    seen = "".join("↵" if one == "\n" else "␣" if one.isspace() and one in odd else one for one in text)
    return f"“{shortened(seen, PIECE)}”" if seen else "nothing"
