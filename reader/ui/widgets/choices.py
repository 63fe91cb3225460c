"""A list that one thing is chosen from."""

from textual.widgets import OptionList


class Choices(OptionList):
    """Textual's list, whose page keys also do no harm before its lines are laid out; there Textual's own falls."""

    def action_page_up(self) -> None:
        """Go up by a page."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual left it untyped

    def action_page_down(self) -> None:
        """Go down by a page."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]  # as above
