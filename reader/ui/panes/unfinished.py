"""Unfinished: what was typed and never kept, offered again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from textual.message import Message
from textual.screen import Screen

from reader.domain.drafts import Draft, DraftKind, DraftState
from reader.domain.errors import NotFound
from reader.domain.heads import ArticleRow
from reader.library.library import Library
from reader.ui.messages import Told
from reader.ui.widgets.words import counted
from reader.ui.widgets.working import InTurn

GONE = "The article of this draft is in the trash or gone; its words are here."
INTERRUPTED = "{} {} not finished when Reader ended. Here is what was typed; esc leaves {} for later."
WAITING = "{} from before. W lists {}."


class DraftWanted(Message):
    """A draft is to be gone on with; it belongs to this process now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__()


class Unfinished:
    """What offers drafts; asks by a dialog on `screen`. `row` is the article that a draft can be made a note on."""

    def __init__(
        self,
        screen: Screen[None],
        library: Library,
        row: Callable[[], ArticleRow | None],
        note: Callable[[Draft, ArticleRow], object],
    ) -> None:
        self._screen = screen
        self._library = library
        self._row = row
        self._note = note
        self._turn = InTurn(screen)
        self._is_offered = False

    def offer(self) -> None:
        """Offer once what was being typed when Reader ended; of what was left for later, say only that it is there."""
        if not self._is_offered:
            self._turn.do(self._library.drafts.all, self._offer)

    def list_all(self) -> None:
        """List all drafts, also those thrown away."""
        self._turn.do(self._library.drafts.all, self._ask)

    def _offer(self, drafts: Sequence[Draft]) -> None:
        if self._is_offered or self._screen.app.screen is not self._screen:
            return
        self._is_offered = True
        self._tell_damage()
        waiting = [draft for draft in drafts if draft.state is not DraftState.THROWN]
        interrupted = [draft for draft in waiting if draft.state is DraftState.OPEN]
        if interrupted:
            are, them = ("was", "it") if len(interrupted) == 1 else ("were", "them")
            intro = INTERRUPTED.format(counted(len(interrupted), "draft"), are, them)
            self._ask(waiting, interrupted[0].key, intro=intro)
        elif waiting:
            self._tell(WAITING.format(counted(len(waiting), "draft"), "it" if len(waiting) == 1 else "them"))

    def _ask(self, drafts: Sequence[Draft], at: str = "", *, intro: str = "", fault: str = "") -> None:
        from reader.ui.dialogs.drafts import DraftsDialog, DraftWish  # noqa: PLC0415 - the list is on the screen first

        if self._screen.app.screen is not self._screen:
            return
        if not drafts:
            self._tell("There are no drafts: all that was typed is kept.")
            self._tell_damage()
            return
        row = self._row()

        def answered(wish: DraftWish | None) -> None:
            if wish is None:
                self._turn.do(partial(self._leave, drafts), lambda _: None)
            elif wish.deed == "throw":
                self._turn.do(partial(self._throw, wish.draft), self._thrown)
            elif wish.deed == "note" and row:
                take = partial(self._library.drafts.take, wish.draft.key)
                self._turn.do(take, lambda draft: self._note(draft, row))
            else:
                self._turn.do(partial(self._take, wish.draft), partial(self._taken, drafts, wish.draft))

        dialog = DraftsDialog(drafts, row.head.title if row else "", at, intro=intro, fault=fault)
        self._screen.app.push_screen(dialog, answered)

    # -- what is done with them; in a thread

    def _leave(self, drafts: Sequence[Draft]) -> None:
        """Remember that these were offered, so that they do not come by themselves again."""
        for draft in drafts:
            if draft.state is DraftState.OPEN:
                with suppress(NotFound):  # another window of Reader has taken it
                    self._library.drafts.keep(replace(self._library.drafts.take(draft.key), state=DraftState.LATER))

    def _throw(self, draft: Draft) -> list[Draft]:
        taken = self._library.drafts.take(draft.key)
        self._library.drafts.keep(replace(taken, state=DraftState.THROWN))
        return self._library.drafts.all()

    def _take(self, draft: Draft) -> Draft | None:
        """The draft, to go on with it; None where its article is not there."""
        is_there = draft.kind is DraftKind.PASTE or any(row.head.id == draft.article for row in self._library.rows())
        return self._library.drafts.take(draft.key) if is_there else None

    # -- and what follows

    def _thrown(self, drafts: Sequence[Draft]) -> None:
        self._tell("Thrown away. W lists it for 30 days.")
        if any(draft.state is not DraftState.THROWN for draft in drafts):
            self._ask(drafts)

    def _taken(self, drafts: Sequence[Draft], asked: Draft, taken: Draft | None) -> None:
        if taken is None:
            self._ask(drafts, asked.key, fault=GONE)
        else:
            self._screen.post_message(DraftWanted(taken))

    def _tell_damage(self) -> None:
        damaged = self._library.drafts.damaged
        if damaged:
            more = f" {len(damaged) - 1} more cannot be read." if len(damaged) > 1 else ""
            self._screen.post_message(Told(damaged[0] + more, "warning"))

    def _tell(self, sentence: str) -> None:
        self._screen.post_message(Told(sentence))
