"""Keeping what is typed on the disk while it is being typed, out of the way of the keys."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Protocol

from textual.dom import DOMNode

from reader.domain.drafts import Draft, DraftState
from reader.domain.errors import ReaderError
from reader.ui.messages import Told
from reader.ui.widgets.working import InTurn

SOON = 0.3
"""After how many seconds the first change is written."""
EVERY = 1.0
"""How many seconds lie at least between the beginnings of two writes."""

Later = Callable[[float, Callable[[], None]], object]
"""Calls on the interface's own thread in so many seconds."""


class Drafts(Protocol):
    """Where drafts are kept; each may raise a ReaderError."""

    def keep(self, draft: Draft) -> None:
        """Put a draft on the disk in the place of what it was before."""

    def forget(self, key: str) -> None:
        """Remove a draft."""

    def editor_file(self, key: str) -> Path:
        """The file that the person's own editor gets while it has this draft."""


class Drafting:
    """One text on its way from the keys to where it belongs: meanwhile it is on the disk, a second old at most.

    `draft` is what it was when this began, and counts as kept. `is_out` is set where an editor may still have the text
    when all is done: then a word of whose it is stays. `node` must outlive the dialog that is typed into: the
    writing goes on until the draft is forgotten or put by, for keeping the text may yet fail.
    """

    def __init__(
        self,
        node: DOMNode,
        drafts: Drafts,
        draft: Draft,
        *,
        later: Later | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.draft = replace(draft, state=DraftState.OPEN)
        self.is_out = False
        self._take: Callable[[], Draft] = lambda: self.draft
        self._node = node
        self._drafts = drafts
        self._later: Later = later or node.set_timer
        self._clock = clock
        self._turn = InTurn(node)
        self._taking, self._at_work = Lock(), Lock()
        self._taken = self._written = 0
        self._kept = self.draft
        self._began = -EVERY
        self._is_due = self._is_over = self._is_told = False

    @property
    def typed(self) -> Draft:
        """What is typed so far."""
        return self._take()

    def file(self) -> Path:
        """The file for the person's own editor, with the draft on the disk beside it. Raises CannotWrite, Busy."""
        self._put(*self._taken_now())
        return self._drafts.editor_file(self.draft.key)

    def follow(self, take: Callable[[], Draft]) -> None:
        """Take from here on what is typed from `take`, which must answer also when the dialog is gone."""
        self._take = take

    # -- while it is typed

    def changed(self) -> None:
        """Have what is typed written soon: at most once a second, however fast the keys come."""
        if not self._is_due and not self._is_over:
            self._is_due = True
            self._later(max(SOON, self._began + EVERY - self._clock()), self._write_away)

    def _write_away(self) -> None:
        draft, number = self._taken_now()
        if self._is_over or draft == self._kept:
            self._is_due = False
            return
        self._began = self._clock()
        self._turn.do(partial(self._put, draft, number), self._go_on, self._tell)

    def _go_on(self, _: object = None) -> None:
        """Write again what was typed while the disk was busy."""
        self._is_due = False
        if self.typed != self._kept:
            self.changed()

    def _tell(self, error: ReaderError) -> None:
        """Say once that drafts cannot be kept, and go on trying."""
        self._go_on()
        if not self._is_told:
            self._is_told = True
            self._node.post_message(Told(f"What you type is not safe from a crash yet. {error.sentence}", "warning"))

    def _taken_now(self) -> tuple[Draft, int]:
        """What is typed so far, and a number that is higher than those of all that was taken before."""
        with self._taking:
            self._taken += 1
            return self.typed, self._taken

    def _put(self, draft: Draft, number: int) -> None:
        """Write unless something newer is on the disk already, or the draft is done with."""
        with self._at_work:
            if not self._is_over and number > self._written:
                self._drafts.keep(draft)
                self._written, self._kept = number, draft

    # -- at its end

    def save(self) -> None:
        """Put what is typed on the disk before this returns, unless it is there; any thread may call.

        Raises CannotWrite, Busy.
        """
        draft, number = self._taken_now()
        if draft != self._kept:
            self._put(draft, number)

    def forget(self) -> None:
        """Take the draft off the disk, for good; any thread may call."""
        with self._at_work:
            self._is_over = True
            if self.is_out:
                with suppress(ReaderError):
                    self._drafts.keep(replace(self.draft, text=self.draft.before, state=DraftState.LATER))
                    return
            self._drafts.forget(self.draft.key)

    def put_by(self, state: DraftState) -> None:
        """Leave the draft on the disk as it is now, thrown away or for later; any thread may call.

        Raises CannotWrite, Busy.
        """
        draft = self.typed
        with self._at_work:
            self._drafts.keep(replace(draft, state=state))
            self._is_over = True
