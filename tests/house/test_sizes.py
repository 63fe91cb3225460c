"""The walls of the house that are counted: files, functions, classes, and what may be caught."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
FILES = sorted((HOUSE / "reader").rglob("*.py"))
TEST_FILES = sorted((HOUSE / "tests").rglob("*.py"))
VISIBLE = {"reader", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
LINES_A_FILE = 400
LINES_A_FUNCTION = 50
LINES_A_CLASS = 300
METHODS_A_CLASS = 25
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "tools"}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


def faults(path: Path) -> Iterator[str]:
    """Every place of one file that stands over a wall."""
    source = path.read_text(encoding="utf-8")
    if source.count("\n") > LINES_A_FILE:
        yield f"{path}: {source.count(chr(10))} lines"
    for node in ast.walk(ast.parse(source)):
        yield from (f"{path}:{getattr(node, 'lineno', 0)}: {fault}" for fault in faults_of(node))


def faults_of(node: ast.AST) -> Iterator[str]:
    """What is too large about one node, or caught too widely by it."""
    if isinstance(node, (*FUNCTION, ast.ClassDef)):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if isinstance(node, FUNCTION) and lines > LINES_A_FUNCTION:
            yield f"{node.name} has {lines} lines"
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(part, FUNCTION) for part in node.body)
            if lines > LINES_A_CLASS or methods > METHODS_A_CLASS:
                yield f"{node.name} has {lines} lines and {methods} methods"
    if isinstance(node, ast.ExceptHandler) and _catches_everything(node.type):
        yield "catches everything"


def _catches_everything(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(name is None or getattr(name, "id", "") in {"Exception", "BaseException"} for name in names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_file_stands_over_a_wall(path: Path) -> None:
    assert list(faults(path)) == []


@pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_test_file_is_too_long(path: Path) -> None:
    assert [fault for fault in faults(path) if fault.endswith("lines")] == []


def test_the_walls_are_seen_to_fall() -> None:
    long = "def f() -> None:\n" + "    pass\n" * LINES_A_FUNCTION
    wide = "class C:\n" + "".join(f"    def f{n}(self): pass\n" for n in range(METHODS_A_CLASS + 1))
    caught = "try:\n    pass\nexcept (OSError, Exception):\n    pass\n"
    bare = "try:\n    pass\nexcept:\n    pass\n"
    for source in (long, wide, caught, bare):
        assert [fault for node in ast.walk(ast.parse(source)) for fault in faults_of(node)]


def test_nothing_else_lies_at_the_top() -> None:
    ignored = {"__pycache__", "dist", "build", "snapshot_report.html"}
    seen = {path.name for path in HOUSE.iterdir() if not path.name.startswith(".")} - ignored
    assert seen <= VISIBLE, seen - VISIBLE


def test_no_module_is_named_for_nothing() -> None:
    assert [path for path in FILES if path.stem in NAMELESS] == []


def test_no_import_hides_behind_type_checking() -> None:
    assert [path for path in FILES if "TYPE_CHECKING" in path.read_text(encoding="utf-8")] == []
