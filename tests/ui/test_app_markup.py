"""No text of an article is ever read as markup: no bare string reaches a parameter of Textual that parses it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "reader" / "ui"
FILES = sorted(UI.rglob("*.py"))
PARSING = {
    "Button",
    "Checkbox",
    "Collapsible",
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
    "Tabs",
    "Tree",
}
"""Textual's widgets that read a string as markup unless they are told otherwise."""

TITLES = {"border_title", "border_subtitle", "tooltip"}
FORBIDDEN = {"from_markup", "render_str", "to_content"}
SAFE = {"Content", "literal"}
STATIC_ALLOWED = UI / "widgets" / "words.py"


def faults(source: str) -> Iterator[str]:
    """Every place where a string could be read as markup."""
    tree = ast.parse(source)
    safe = SAFE | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _gives_content(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _call_faults(node, safe)
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in TITLES and not _is_safe(node.value, safe):
                    yield f"line {node.lineno}: {target.attr} gets a bare string"


def _call_faults(call: ast.Call, safe: set[str]) -> Iterator[str]:
    name = _name(call.func)
    literal = any(word.arg == "markup" and _is_false(word.value) for word in call.keywords)
    if name == "notify" and not literal:
        yield f"line {call.lineno}: notify without markup=False"
    if name in PARSING and not literal and not all(_is_safe(argument, safe) for argument in call.args):
        yield f"line {call.lineno}: {name} gets a bare string"
    if name in FORBIDDEN:
        yield f"line {call.lineno}: {name}"


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


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_false(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_no_bare_string_reaches_a_parameter_that_parses_markup(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(UI)))
def test_texts_are_shown_by_words_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert path == STATIC_ALLOWED or imported.isdisjoint({"Static", "Label", "Markdown", "MarkdownViewer"})


@pytest.mark.parametrize(
    "line",
    [
        'Static("a [b]")',
        "Label(title)",
        'Option(f"{title}")',
        "OptionList(*titles)",
        "Button(name)",
        "self.notify(sentence)",
        "self.app.notify(sentence, markup=True)",
        "self.border_title = title",
        "box.border_subtitle = f'{place}/{count}'",
        "widget.tooltip = url",
        "Content.from_markup(title)",
        "SelectionList(Selection(title, 1))",
    ],
)
def test_a_bare_string_is_seen(line: str) -> None:
    assert list(faults(line))


@pytest.mark.parametrize(
    "line",
    [
        "Static(title, markup=False)",
        "Option(Content(name))",
        "Option(literal(title).stylize('bold'))",
        "self.notify(sentence, markup=False)",
        "self.border_title = Content('Library')",
        "def line(number: int) -> Content: ...\nOption(line(3))",
        "OptionList(*(Option(Content(name)) for name in names), markup=False)",
    ],
)
def test_what_is_literal_passes(line: str) -> None:
    assert list(faults(line)) == []
