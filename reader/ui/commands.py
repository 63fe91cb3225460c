"""Every command once: its name, keys and sentence, from which bindings, palette, help and the README's table come."""

import os
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import format_key

from reader.domain.doors import Door, is_secure


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do.

    `id` is "place.action": place is where the keys count ("app" is everywhere), action the name of the method
    `action_<action>` that does it. `keys` are Textual's names, separated by commas. `footer` is the rank in the footer
    of the place, most useful first; 0 keeps it out of the footer. `door` is the way out of Reader that it takes, if
    any: where that is shut the command is not offered, and its keys tell so.
    """

    id: str
    keys: str
    name: str
    sentence: str
    group: str
    footer: int = 0
    door: Door | None = None

    @property
    def place(self) -> str:
        """Where the keys count."""
        return self.id.split(".", 1)[0]

    @property
    def action(self) -> str:
        """The action's name, as Textual calls it."""
        return self.id.split(".", 1)[1]

    @property
    def is_offered(self) -> bool:
        """Whether footer, palette and help tell of it."""
        return self.door is None or not is_secure(os.environ)


COMMANDS: tuple[Command, ...] = (
    Command("app.palette", "colon,ctrl+p", "Commands", "Find any command by its name.", "App", 90),
    Command("app.help", "question_mark,f1", "Help", "Show the keys of this screen and what the marks mean.", "App", 91),
    Command("app.theme", "T", "Theme", "Choose the colours.", "App"),
    Command("app.quit", "q,ctrl+q", "Quit", "Leave Reader; everything is saved already.", "App"),
    Command("app.undo", "u", "Undo", "Take back the last change.", "App"),
    Command("app.redo", "ctrl+r", "Redo", "Do again what was taken back.", "App"),
    Command("app.wastebasket", "D", "Show the trash", "See what was deleted, and bring it back.", "App"),
    Command(
        "app.how_to_quit", "ctrl+c", "How to leave", "Copy what the mouse selected; else tell how to leave.", "App"
    ),
    Command(
        "app.suspend", "ctrl+z", "Suspend", "Give the terminal to the shell until fg; in a text it takes back.", "App"
    ),
    # -- the library
    Command("library.open", "enter,l,right", "Read", "Open the article.", "Library", 1),
    Command(
        "library.filter", "slash", "Filter", "Show only articles with these words in title, text or tags.", "Library", 2
    ),
    Command("library.add", "a", "Add", "Add an article by pasting it.", "Library", 3),
    Command("library.import_file", "i", "Import", "Add an article from a file.", "Library", door=Door.IMPORT),
    Command("library.tag", "t", "Tags", "Put tags on the article, or take them off.", "Library", 4),
    Command("library.note", "n,N", "Note", "Write a note on the article.", "Library", 5),
    Command("library.sort", "s", "Sort", "Sort by the next column.", "Library"),
    Command("library.star", "asterisk", "Star", "Star the article, or take the star away.", "Library"),
    Command("library.toggle_read", "r", "Read or unread", "Mark the article read, or unread again.", "Library"),
    Command("library.export", "x", "Export", "Write the notes to Markdown files.", "Library", door=Door.EXPORT),
    Command("library.trash", "d", "Trash", "Put the article in the trash; u brings it back.", "Library"),
    Command("library.edit_fields", "E", "Edit fields", "Correct headline, author, date and the like.", "Library"),
    Command(
        "library.select", "space", "Select", "Select the article, for what follows to act on all selected.", "Library"
    ),
    Command(
        "library.select_range",
        "V",
        "Select to here",
        "Select all from the last selected article to this one.",
        "Library",
    ),
    Command("library.show_all", "escape", "Show all", "Clear the filter, then the selection.", "Library"),
    Command("library.drafts", "W", "Drafts", "List what was typed and not finished, to go on with it.", "Library"),
    Command("library.down", "j,down", "Down", "The next article.", "Moving"),
    Command("library.up", "k,up", "Up", "The article before.", "Moving"),
    Command("library.page_down", "pagedown", "Page down", "One screen further.", "Moving"),
    Command("library.page_up", "b,pageup", "Page up", "One screen back.", "Moving"),
    Command("library.half_down", "ctrl+d", "Half a page down", "Half a screen further.", "Moving"),
    Command("library.half_up", "ctrl+u", "Half a page up", "Half a screen back.", "Moving"),
    Command("library.top", "g,home", "Top", "The first article.", "Moving"),
    Command("library.bottom", "G,end", "Bottom", "The last article.", "Moving"),
    Command("library.next_pane", "tab,shift+tab", "Other pane", "Move to the preview, or back to the list.", "Moving"),
    # -- the reader
    Command("reader.next_mark", "full_stop,right_square_bracket", "Next mark", "Go to the next mark.", "Marks", 1),
    Command("reader.previous_mark", "comma,left_square_bracket", "Previous mark", "Go to the mark before.", "Marks"),
    Command("reader.note", "n", "Note", "Write a note at this paragraph, or on what is selected.", "Notes", 2),
    Command("reader.article_note", "N", "Article note", "Write a note on the whole article.", "Notes"),
    Command(
        "reader.highlight",
        "h",
        "Highlight",
        "Highlight the sentence, or what is selected; again takes it away.",
        "Notes",
        3,
    ),
    Command("reader.select", "v", "Select", "Select the sentence; w b ) ( } { grow and shrink it.", "Notes"),
    Command("reader.tag", "t", "Tags", "Put tags on the article, or take them off.", "Notes"),
    Command(
        "reader.notes", "A", "Notes here", "List the notes on this article, to read, edit or delete them.", "Notes"
    ),
    Command(
        "reader.editor",
        "ctrl+e",
        "Own editor",
        "Write the article's note in your own editor.",
        "Notes",
        door=Door.EDITOR,
    ),
    Command(
        "reader.copy_quote",
        "y",
        "Copy quote",
        "Copy what is selected, or the paragraph, with its citation.",
        "Notes",
        door=Door.CLIPBOARD,
    ),
    Command(
        "reader.copy_citation",
        "Y",
        "Copy citation",
        "Copy author, title, source and date.",
        "Notes",
        door=Door.CLIPBOARD,
    ),
    Command("reader.panel", "e", "Panel", "Show or hide entities and figures.", "Marks", 4),
    Command("reader.marks", "m", "Marks", "Marks off, calm or all.", "Marks", 5),
    Command("reader.letters", "M", "Letters", "Show the class of each mark by a letter, or not.", "Marks"),
    Command(
        "reader.show_mark",
        "enter",
        "What is this",
        "Tell all about the mark under the cursor, or where its link leads.",
        "Marks",
    ),
    Command("reader.only_people", "1", "People", "Mark only people; again marks all.", "Marks"),
    Command("reader.only_organisations", "2", "Organisations", "Mark only organisations; again marks all.", "Marks"),
    Command("reader.only_places", "3", "Places", "Mark only places; again marks all.", "Marks"),
    Command("reader.only_groups", "4", "Groups", "Mark only groups; again marks all.", "Marks"),
    Command("reader.only_products", "5", "Products", "Mark only products and weapons; again marks all.", "Marks"),
    Command("reader.only_events", "6", "Events", "Mark only events; again marks all.", "Marks"),
    Command("reader.only_figures", "7", "Figures", "Mark only figures; again marks all.", "Marks"),
    Command("reader.only_dates", "8", "Dates", "Mark only dates; again marks all.", "Marks"),
    Command("reader.down", "j,down", "Down", "One line further.", "Moving"),
    Command("reader.up", "k,up", "Up", "One line back.", "Moving"),
    Command("reader.page_down", "space,pagedown", "Page down", "One page further.", "Moving"),
    Command("reader.page_up", "b,pageup", "Page up", "One page back.", "Moving"),
    Command("reader.half_down", "ctrl+d", "Half a page down", "Half a page further.", "Moving"),
    Command("reader.half_up", "ctrl+u", "Half a page up", "Half a page back.", "Moving"),
    Command("reader.top", "g,home", "Top", "The beginning of the article.", "Moving"),
    Command("reader.bottom", "G,end", "Bottom", "The end of the article.", "Moving"),
    Command("reader.next_paragraph", "right_curly_bracket", "Next paragraph", "The next paragraph.", "Moving"),
    Command("reader.previous_paragraph", "left_curly_bracket", "Previous paragraph", "The paragraph before.", "Moving"),
    Command("reader.next_article", "J", "Next article", "The next article of the list.", "Moving"),
    Command("reader.previous_article", "K", "Previous article", "The article before in the list.", "Moving"),
    Command("reader.next_pane", "tab", "Next pane", "Move to the panel, its notes, or back to the text.", "Moving"),
    Command("reader.previous_pane", "shift+tab", "Pane before", "Move to the pane before.", "Moving"),
    Command("reader.back", "escape,left", "Back", "Back to the text, then to the library.", "Moving"),
    Command("reader.zen", "z", "Zen", "Only the text.", "Article"),
    Command(
        "reader.original",
        "o",
        "Original",
        "What was repaired and set aside, to undo and restore; and the text as it came in.",
        "Article",
    ),
    Command("reader.labels", "f", "Labels", "Label links and marks with letters, to go to one.", "Article"),
    Command(
        "reader.open_link",
        "O",
        "Open link",
        "Open the link under the cursor in the browser.",
        "Article",
        door=Door.BROWSER,
    ),
    Command("reader.edit_fields", "E", "Edit fields", "Correct headline, author, date and the like.", "Article"),
    Command("reader.add", "a", "Add", "Add a file that was only opened to the library.", "Article"),
    Command("reader.star", "asterisk", "Star", "Star the article, or take the star away.", "Article"),
    Command("reader.export", "x", "Export", "Write the notes to a Markdown file.", "Article", door=Door.EXPORT),
    Command("reader.trash", "d", "Trash", "Put the article in the trash and go back; u brings it back.", "Article"),
    # -- the trash
    Command("wastebasket.restore", "enter,r", "Bring back", "Bring back what is under the cursor.", "Trash", 1),
    Command("wastebasket.empty", "E", "Empty", "Empty the trash for good; asks first.", "Trash", 2),
    Command("wastebasket.back", "escape,left", "Back", "Back to where you were.", "Trash", 3),
    # -- in the reader, while something is being selected
    Command("selecting.grow_word", "w", "Word more", "Select one word more.", "Notes"),
    Command("selecting.shrink_word", "b", "Word less", "Select one word less.", "Notes"),
    Command("selecting.grow_sentence", "right_parenthesis", "Sentence more", "Select one sentence more.", "Notes"),
    Command("selecting.shrink_sentence", "left_parenthesis", "Sentence less", "Select one sentence less.", "Notes"),
    Command("selecting.grow_paragraph", "right_curly_bracket", "Paragraph more", "Select a paragraph more.", "Notes"),
    Command("selecting.shrink_paragraph", "left_curly_bracket", "Paragraph less", "Select a paragraph less.", "Notes"),
    Command("selecting.note", "enter", "Note on it", "Write a note on what is selected.", "Notes"),
    Command("selecting.end", "escape", "Select nothing", "Stop selecting.", "Notes"),
)


def commands_of(place: str) -> tuple[Command, ...]:
    """The commands whose keys count in `place`, in the order of the table."""
    return tuple(command for command in COMMANDS if command.place == place)


def bindings(place: str) -> list[BindingType]:
    """Textual bindings of the commands of one place; every one has an id, so that people can remap it."""
    return [
        Binding(command.keys, command.action, command.name, show=command.footer > 0, id=command.id)
        for command in commands_of(place)
    ]


def footer_of(place: str) -> tuple[Command, ...]:
    """The commands that a footer of `place` shows, most useful first; those that count everywhere come last."""
    here = [one for one in COMMANDS if one.footer and one.place in {place, "app"} and one.is_offered]
    return tuple(sorted(here, key=lambda command: command.footer))


def key_name(key: str) -> str:
    """One of Textual's key names as people read it: "?" for question_mark, "^r" for ctrl+r."""
    *modifiers, last = key.strip().split("+")
    shown = format_key(last)
    return f"^{shown}" if modifiers == ["ctrl"] else "+".join((*modifiers, shown))


def key_names(command: Command) -> str:
    """All keys of a command, as people read them."""
    return " ".join(key_name(key) for key in command.keys.split(","))
