"""Moving the cursor by keys, the same in every list of a screen."""

from typing import Protocol

from reader.ui.dialogs.dialog import LeftOnce


class Movable(Protocol):
    """What the moving keys move: a list by its items, a text by its lines."""

    @property
    def page(self) -> int:
        """How much is on the screen at once."""
        ...

    def move(self, by: int) -> None:
        """Go further, or back where `by` is negative, as far as there is anything."""
        ...


FAR = 1 << 40
"""Further than anything is long."""


class MovingScreen(LeftOnce[None]):
    """A screen whose moving keys go to whatever `movable` says."""

    @property
    def movable(self) -> Movable:
        """What has the keys."""
        raise NotImplementedError

    def action_down(self) -> None:
        """One further."""
        self.movable.move(1)

    def action_up(self) -> None:
        """One back."""
        self.movable.move(-1)

    def action_page_down(self) -> None:
        """A page further."""
        self.movable.move(self.movable.page)

    def action_page_up(self) -> None:
        """A page back."""
        self.movable.move(-self.movable.page)

    def action_half_down(self) -> None:
        """Half a page further."""
        self.movable.move(max(1, self.movable.page // 2))

    def action_half_up(self) -> None:
        """Half a page back."""
        self.movable.move(-max(1, self.movable.page // 2))

    def action_top(self) -> None:
        """To the beginning."""
        self.movable.move(-FAR)

    def action_bottom(self) -> None:
        """To the end."""
        self.movable.move(FAR)
