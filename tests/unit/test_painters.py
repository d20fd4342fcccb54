"""Whoever paints says when it is over: a painter that waits for its last reference ends when and where nobody knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.sources import ROOT


def painters() -> Iterator[tuple[str, str, str]]:
    """Where a painter is kept in a name, that name, and the source of its function."""
    for path in sorted((ROOT / "widgets").rglob("*.py")):
        for function in (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("QPainter("):
                    where = f"{path.relative_to(ROOT)}: {function.name}"
                    yield where, ast.unparse(node.targets[0]), ast.unparse(function)


def test_every_painter_is_ended_by_name() -> None:
    found = list(painters())
    assert len(found) > 10
    assert [where for where, name, source in found if f"{name}.end()" not in source] == []
