"""The reader's keys that light and walk marks, and move by paragraphs."""

from functools import partial

from textual import on

from reader.render.marks import Mark, MarkClass
from reader.ui.dialogs.labels import LabelsDialog, labels_for
from reader.ui.dialogs.mark import MarkDialog
from reader.ui.messages import Told
from reader.ui.panes.reading import ReadingPane
from reader.ui.screens.reader_desk import ZEN, ReaderDesk
from reader.ui.widgets.article_view_lighting import Lighting
from reader.ui.widgets.article_view_page import Page
from reader.ui.widgets.mark_list_rows import facts_of, mention_rows


class MarkKeys(ReaderDesk):
    """Each action is one line that calls a pane."""

    def action_next_mark(self) -> None:
        """To the next mark."""
        self.reading.walk(1)

    def action_previous_mark(self) -> None:
        """To the mark before."""
        self.reading.walk(-1)

    def action_marks(self) -> None:
        """Off, calm, all."""
        self.reading.light(Lighting.with_next_level)

    def action_letters(self) -> None:
        """Letters on or off."""
        self.reading.toggle_letters()

    def action_only_people(self) -> None:
        """Only people."""
        self._only(MarkClass.PERSON)

    def action_only_organisations(self) -> None:
        """Only organisations."""
        self._only(MarkClass.ORGANISATION)

    def action_only_places(self) -> None:
        """Only places."""
        self._only(MarkClass.PLACE)

    def action_only_groups(self) -> None:
        """Only groups."""
        self._only(MarkClass.GROUP)

    def action_only_products(self) -> None:
        """Only products and weapons."""
        self._only(MarkClass.PRODUCT)

    def action_only_events(self) -> None:
        """Only events."""
        self._only(MarkClass.EVENT)

    def action_only_figures(self) -> None:
        """Only figures."""
        self._only(MarkClass.FIGURE)

    def action_only_dates(self) -> None:
        """Only dates."""
        self._only(MarkClass.DATE)

    def _only(self, cls: MarkClass) -> None:
        self.reading.light(lambda lighting: lighting.with_only(cls))

    def action_next_paragraph(self) -> None:
        """To the next paragraph."""
        self.reading.go_paragraphs(1)

    def action_previous_paragraph(self) -> None:
        """To the paragraph before."""
        self.reading.go_paragraphs(-1)

    def action_panel(self) -> None:
        """Show or hide the panel."""
        self.show_panel(shown=not self.is_panel_shown)

    def action_zen(self) -> None:
        """Only the text, or everything again."""
        self.toggle_class(ZEN)
        self.reading.view.focus()

    def action_next_pane(self) -> None:
        """Give the keys to the next pane."""
        self._go_pane(1)

    def action_previous_pane(self) -> None:
        """Give the keys to the pane before."""
        self._go_pane(-1)

    def _go_pane(self, by: int) -> None:
        panes = (self.reading.view, self.figures.list, self.notes.list)
        at = next((number for number, pane in enumerate(panes) if pane is self.focused), 0)
        following = panes[(at + by) % len(panes)]
        if self.is_panel_shown and not self.has_class(ZEN):
            self.set_focus(following)  # at once, so that a key pressed straight after goes there
            return
        self.remove_class(ZEN)
        self.show_panel(shown=True)
        self.call_after_refresh(self.set_focus, following)

    @on(ReadingPane.Asked)
    def action_show_mark(self) -> None:
        """In the panel, to what the cursor is on; in the text, tell about the mark, or show where the link leads."""
        lists = [part for part in (self.figures.list, self.notes.list) if part is self.focused]
        if lists:
            lists[0].choose()
            return
        page, here = self.reading.page, self.reading.view.here
        if page and here.mark:
            self._tell_of(page, here.mark)
        elif page and page.link_begins_at(here.cursor):
            self.action_open_link()
        else:
            self.post_message(Told("The cursor is on no mark. A full stop goes to the next one."))

    def _tell_of(self, page: Page, mark: Mark) -> None:
        mentions = mention_rows(mark, page.marks, page.article.text, page.places)
        facts = facts_of(mark, page.opened.analysis, page.article.text)
        title = mark.words.split(" ", 1)[0].capitalize()

        def go(number: int | None) -> None:
            if number is not None and number < len(page.marks):
                self.reading.follow_to(page.marks[number])

        self.app.push_screen(MarkDialog(title, facts, mentions, self.looks), go)

    def action_labels(self) -> None:
        """Label what is in sight and wait for a label."""
        offsets = self.reading.labelled_places()
        labels = labels_for(len(offsets))
        if not labels:
            self.post_message(Told("No mark and no link is in sight."))
            return
        self.reading.label(dict(zip(offsets, labels, strict=True)))
        self.app.push_screen(LabelsDialog(labels), partial(self._labelled, dict(zip(labels, offsets, strict=True))))

    def _labelled(self, offsets: dict[str, int], label: str | None) -> None:
        self.reading.label(None)
        if label is not None:
            self.reading.go_to_place(offsets[label])
