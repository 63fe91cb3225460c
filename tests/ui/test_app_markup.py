"""No text of an article is ever read as markup: no bare string reaches a parameter of Textual that parses it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "reader" / "ui"
ROOM = UI.parent
FILES = sorted(UI.rglob("*.py"))
PARSING = {
    "Button",
    "Checkbox",
    "Collapsible",
    "CollapsibleTitle",
    "DataTable",
    "Digits",
    "Label",
    "Link",
    "Option",
    "OptionList",
    "RadioButton",
    "RadioSet",
    "RichLog",
    "Select",
    "Selection",
    "SelectionList",
    "Static",
    "Tab",
    "TabPane",
    "TabbedContent",
    "Tabs",
    "Tooltip",
    "Tree",
}
"""Textual's widgets that read a string as markup unless they are told otherwise."""

METHODS = {
    "update",
    "add_option",
    "add_options",
    "replace_option_prompt",
    "replace_option_prompt_at_index",
    "add_column",
    "add_columns",
    "add_row",
    "add_rows",
    "update_cell",
    "update_cell_at",
    "add_leaf",
    "set_label",
    "add_tab",
    "add_pane",
    "set_options",
}
"""What hands such a widget another text."""

TITLES = {"border_title", "border_subtitle", "tooltip", "label", "prompt", "title", "sub_title"}
"""Attributes that are read as markup, or that show where nothing cleans them."""

NAMED = {"title", "label", "prompt", "tooltip", "border_title", "border_subtitle"}
NAMING = PARSING | {"notify", "Binding", "SystemCommand", "ToggleButton"}
"""Keywords that are read as markup or shown as they stand, and what takes them."""

OF_CONTENT = "Content of a text that is not cleaned"

FORBIDDEN = {
    "from_markup",
    "from_text",
    "from_ansi",
    "from_rich_text",
    "render_str",
    "render_markup",
    "to_content",
    "visualize",
    "print",
    "set_window_title",
    "from_meta",
}
"""What makes styles, actions or escape sequences of a text; the drawing of the article alone puts places in a style."""

SAFE = {"Content", "literal"}
STATIC_ALLOWED = UI / "widgets" / "words.py"
META_ALLOWED = UI / "widgets" / "article_view_strips.py"
OUTSIDE = {"system", "popen", "eval", "exec", "getoutput", "getstatusoutput", "create_subprocess_shell"}
"""What gives a text to a shell, or to Python."""


def faults(source: str, *, is_words: bool = False, is_strips: bool = False) -> Iterator[str]:
    """Every place where a string could be read as markup, or drawn as it stands.

    `is_words` is for the file that makes content of cleaned text, `is_strips` for the one that draws the article.
    """
    tree = ast.parse(source)
    safe = SAFE | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _gives_content(node)}
    forbidden = FORBIDDEN - ({"from_meta"} if is_strips else set())
    for node in ast.walk(tree):
        for fault in _faults_of(node, safe, forbidden):
            if not (is_words and fault == OF_CONTENT):
                yield f"line {getattr(node, 'lineno', 0)}: {fault}"


def _faults_of(node: ast.AST, safe: set[str], forbidden: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Call):
        yield from _call_faults(node, safe)
        if _name(node.func) in forbidden:
            yield _name(node.func)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Attribute) and target.attr in TITLES and not _is_safe(node.value, safe):
                yield f"{target.attr} gets a bare string"
    if isinstance(node, ast.FunctionDef) and node.name == "render" and _name(node.returns) in {"str", ""}:
        yield "render may give a bare string"
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ("@click" in node.value):
        yield "an action in a text"


def _call_faults(call: ast.Call, safe: set[str]) -> Iterator[str]:
    name = _name(call.func)
    literal = any(word.arg == "markup" and _is_false(word.value) for word in call.keywords)
    if name == "notify" and not (literal and call.args and _is_call_of(call.args[0], "clean")):
        yield "notify without markup=False, or with a text that is not cleaned"
    if name in PARSING and not literal and not all(_is_safe(argument, safe) for argument in call.args):
        yield f"{name} gets a bare string"
    if name in METHODS and isinstance(call.func, ast.Attribute) and any(_is_text(one) for one in call.args):
        yield f"{name} gets a bare string"
    if name == "Content" and call.args and not _is_ours(call.args[0]):
        yield OF_CONTENT
    for word in call.keywords:
        if word.arg in NAMED and name in NAMING and not _is_safe(word.value, safe):
            yield f"{name} gets a bare {word.arg}"
        if word.arg == "link" and name in {"Style", "stylize"}:
            yield "a style that is a link"


def _is_text(value: ast.expr) -> bool:
    """Whether an expression is surely a string."""
    return isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and isinstance(value.value, str))


def _is_ours(value: ast.expr) -> bool:
    """Whether a text stands in the code itself."""
    if isinstance(value, ast.IfExp):
        return _is_ours(value.body) and _is_ours(value.orelse)
    return isinstance(value, ast.Constant)


def _is_call_of(value: ast.expr, name: str) -> bool:
    return isinstance(value, ast.Call) and _name(value.func) == name


def _gives_content(function: ast.FunctionDef) -> bool:
    return isinstance(function.returns, ast.Name) and function.returns.id == "Content"


def _is_safe(value: ast.expr | None, safe: set[str]) -> bool:
    """Whether an expression is surely Textual's content: made by it, or by a function here that says so."""
    if isinstance(value, ast.Starred):
        return _is_safe(value.value, safe)
    if isinstance(value, ast.GeneratorExp | ast.ListComp):
        return _is_safe(value.elt, safe)
    if isinstance(value, ast.Call):
        inner = value.func
        while isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Call):
            inner = inner.value.func  # Content("…").stylize(…)
        root = inner.value if isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name) else inner
        return _name(root) in safe or _name(inner) in safe or _name(value.func) in PARSING
    return isinstance(value, ast.Constant) and value.value is None


def _name(node: ast.AST | None) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_no_bare_string_reaches_a_parameter_that_parses_markup(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert list(faults(source, is_words=path == STATIC_ALLOWED, is_strips=path == META_ALLOWED)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_texts_are_shown_by_words_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert path == STATIC_ALLOWED or imported.isdisjoint({"Static", "Label", "Markdown", "MarkdownViewer", "Header"})


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_no_text_is_given_to_a_shell(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert _name(node.func) not in OUTSIDE
            assert not any(word.arg == "shell" for word in node.keywords)
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        assert "webbrowser" not in names


@pytest.mark.parametrize(
    "line",
    [
        'Static("a [b]")',
        "Label(title)",
        'Option(f"{title}")',
        "OptionList(*titles)",
        "Button(name)",
        "self.notify(sentence)",
        "self.notify(sentence, markup=False)",
        "self.app.notify(clean(sentence), markup=True)",
        "self.notify(clean(sentence), title=name, markup=False)",
        "self.border_title = title",
        "box.border_subtitle = f'{place}/{count}'",
        "widget.tooltip = url",
        "button.label = name",
        "self.title = head.title",
        "self.sub_title = f'{head.title}'",
        "Content.from_markup(title)",
        "Content.from_text(title)",
        "Text.from_markup(title)",
        "console.print(title)",
        "SelectionList(Selection(title, 1))",
        "Select(names)",
        "Collapsible(title=head.title)",
        "TabPane(title)",
        "Binding('x', 'y', tooltip=title)",
        "self.update(f'{title}')",
        "self.list.add_option(f'{title}')",
        "self.list.replace_option_prompt(1, f'{title}')",
        "Content(title)",
        "Content(f'{title}')",
        "Style(link=url)",
        "Style.from_meta({'@click': action})",
        "def render(self) -> str: ...",
        "def render(self): ...",
    ],
)
def test_a_bare_string_is_seen(line: str) -> None:
    assert list(faults(line))


@pytest.mark.parametrize(
    "line",
    [
        "Static(title, markup=False)",
        "Option(Content('name'))",
        "Option(literal(title).stylize('bold'))",
        "self.notify(clean(sentence), markup=False)",
        "self.border_title = Content('Library')",
        "self.border_title = literal(title, multiline=False)",
        "def line(number: int) -> Content: ...\nOption(line(3))",
        "OptionList(*(Option(literal(name)) for name in names), markup=False)",
        "Input(placeholder=hint)",
        "self.update(content)",
        "def render(self) -> Content: ...",
    ],
)
def test_what_is_literal_passes(line: str) -> None:
    assert list(faults(line)) == []
