"""The project's own files, as the tests of its shape read them."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCTION = ("console", "widgets")
NOT_OURS = {"__pycache__", "run", "build"}  # nor any hidden folder but .ci
TEXTS = {".py", ".md", ".toml", ".lock", ".csv", ".geojson", ".ts", ".json", ".yml", ".yaml", ".ini", ".cfg", ".sh", ""}


def production_files() -> list[Path]:
    """Every Python file that ships: `console/`, `widgets/` and `main.py`."""
    found = [path for package in PRODUCTION for path in (ROOT / package).rglob("*.py")]
    return sorted([*found, ROOT / "main.py"])


def python_files(folder: str) -> list[Path]:
    """Every Python file below a folder of the project."""
    return sorted((ROOT / folder).rglob("*.py"))


def text_files() -> Iterator[Path]:
    """Every text file of the project, without what git ignores."""
    for folder, inner, files in os.walk(ROOT):
        inner[:] = sorted(name for name in inner if name not in NOT_OURS and (name == ".ci" or name[0] != "."))
        yield from (Path(folder, file) for file in sorted(files) if Path(file).suffix in TEXTS)


@cache
def tree(path: Path) -> ast.Module:
    """The file as a syntax tree; parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path, line: int = 0) -> str:
    """`console/app.py:12`, as a failing test shows it."""
    relative = path.relative_to(ROOT).as_posix()
    return f"{relative}:{line}" if line else relative


def called(node: ast.Call) -> str:
    """The name of what is called, dots kept as far as they are plain names: `time.sleep`, `self.tr`."""
    return ast.unparse(node.func)
