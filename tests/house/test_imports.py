"""Who may import whom: the contracts of pyproject.toml, and what a fresh interpreter really loads."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ROOMS_BELOW_THE_INTERFACE = [
    "reader.library.library",
    "reader.render",
    "reader.ingest",
    "reader.recognition",
    "reader.storage",
    "reader.export",
    "reader.settings",
]


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the project in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "", "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"},
    )


def loaded_by(module: str) -> set[str]:
    """The top-level packages in sys.modules after importing `module` in a fresh interpreter."""
    code = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_contracts_are_kept() -> None:
    run = contracts(HOUSE)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("reader/domain/span.py", "import reader.files"),
        ("reader/export/__init__.py", "import reader.storage"),
        ("reader/library/__init__.py", "import textual"),
        ("reader/ingest/__init__.py", "import tinydb"),
        ("reader/render/__init__.py", "import rich"),
        ("reader/storage/__init__.py", "import sqlite3"),
        ("reader/export/__init__.py", "import yaml"),
        ("reader/ui/widgets/__init__.py", "import reader.library"),
        ("reader/ui/widgets/__init__.py", "import reader.ui.app"),
        ("reader/somewhere.py", ""),
    ],
)
def test_a_broken_wall_is_seen(tmp_path: Path, file: str, line: str) -> None:
    shutil.copytree(HOUSE / "reader", tmp_path / "reader", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    target = tmp_path / file
    before = target.read_text(encoding="utf-8") if target.exists() else '"""New."""\n'
    target.write_text(before + f"\n{line}\n", encoding="utf-8")
    assert contracts(tmp_path).returncode != 0


@pytest.mark.parametrize("module", ROOMS_BELOW_THE_INTERFACE)
def test_no_room_below_the_interface_loads_a_toolkit(module: str) -> None:
    assert loaded_by(module).isdisjoint({"textual", "rich"})


@pytest.mark.parametrize("module", ["reader", "reader.domain.article", "reader.files", "reader.settings"])
def test_the_ground_floor_loads_the_standard_library_alone(module: str) -> None:
    foreign = {"tinydb", "filelock", "yaml", "markdown_it", "platformdirs", "orjson", "textual", "rich"}
    assert loaded_by(module).isdisjoint(foreign)
