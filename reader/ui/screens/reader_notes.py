"""The reader's keys that write, copy and act on the article."""

import os
from collections.abc import Callable

from textual import on

from reader.domain.doors import Door
from reader.domain.span import Span
from reader.render.words import citation, quote_with_citation
from reader.ui.dialogs.browser import find_browser
from reader.ui.dialogs.link import LinkChoice, LinkDialog
from reader.ui.messages import Told
from reader.ui.screens.doors import leads_out
from reader.ui.screens.reader_desk import ReaderDesk
from reader.ui.widgets.article_view_selecting import SelectingView


class NoteKeys(ReaderDesk):
    """Each action is one line that calls a pane, or asks first what it is about."""

    @on(SelectingView.NoteWanted)
    def action_note(self) -> None:
        """Ask for a note on what is selected, else at the paragraph."""
        span = self.reading.view.selected or self._paragraph
        if self.is_visit:
            self.post_message(Told("This file is not in the library. a adds it, and then it takes notes."))
        elif span:
            self.reading.view.action_end()
            self.notes.write(span)

    def action_article_note(self) -> None:
        """Ask for a note on the article."""
        self.notes.write(None)

    def action_highlight(self) -> None:
        """Highlight what is selected, else the sentence; or no longer."""
        span = self.reading.view.selected or self._sentence
        if span:
            self.reading.view.action_end()
            self.notes.highlight(span)

    def action_select(self) -> None:
        """Select the sentence at the cursor."""
        if span := self.reading.view.selected or self._sentence:
            self.reading.view.focus()
            self.reading.view.start(span)

    def action_notes(self) -> None:
        """List the notes."""
        self.notes.list_notes()

    @leads_out(Door.EDITOR)
    def action_editor(self) -> None:
        """Lend the terminal to the person's editor."""
        self.notes.write_in_own_editor()

    @leads_out(Door.CLIPBOARD)
    def action_copy_quote(self) -> None:
        """Copy what is selected, else the paragraph, and where it is from."""
        page, span = self.reading.page, self.reading.view.selected or self._paragraph
        if page and span:
            self.reading.view.action_end()
            self._copy(quote_with_citation(span.of(page.article.text), page.article), "The quote")

    @leads_out(Door.CLIPBOARD)
    def action_copy_citation(self) -> None:
        """Copy where the article is from."""
        if page := self.reading.page:
            self._copy(citation(page.article), "The citation")

    def _copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(text)
        self.post_message(Told(f"{what} went to the terminal's clipboard."))

    @property
    def _sentence(self) -> Span | None:
        page = self.reading.page
        return page.sentence_at(self.reading.view.here.cursor) if page else None

    @property
    def _paragraph(self) -> Span | None:
        page = self.reading.page
        return page.block_at(self.reading.view.here.cursor) if page and page.blocks else None

    @leads_out(Door.BROWSER)
    def action_open_link(self) -> None:
        """Show where the link leads, then open it in a browser."""
        page = self.reading.page
        link = page.link_at(self.reading.view.here.cursor) if page else None
        if link is None:
            self.post_message(Told("This paragraph has no link. f labels every link in sight."))
        else:
            browser = find_browser(os.environ)

            def chosen(choice: LinkChoice | None) -> None:
                if choice == "copy":
                    self._copy(link.url, "The address")
                elif choice == "open" and browser:
                    self._open(browser, link.url)

            self.app.push_screen(LinkDialog(link.url, opens=browser is not None), chosen)

    def _open(self, browser: Callable[[str], object], url: str) -> None:
        try:
            browser(url)
        except OSError as error:
            self.post_message(Told(f"The browser could not be started: {error.strerror}.", "warning"))

    def action_tag(self) -> None:
        """Ask for tags."""
        if row := self.row:
            self.acting.tag([row])

    def action_star(self) -> None:
        """Star, or take the star away."""
        if row := self.row:
            self.acting.star([row])

    def action_edit_fields(self) -> None:
        """Ask for other fields."""
        if row := self.row:
            self.editing.edit_fields(row)

    @leads_out(Door.EXPORT)
    def action_export(self) -> None:
        """Ask where to, and write."""
        if row := self.row:
            self.acting.export(row, [], [])

    def action_trash(self) -> None:
        """Put the article in the trash; the screen goes when that is done."""
        if row := self.row:
            self.acting.trash([row])

    def action_original(self) -> None:
        """Show the text as it came in, and what was done to it."""
        self.revising.show_original(self.article, lambda: self.looks)
