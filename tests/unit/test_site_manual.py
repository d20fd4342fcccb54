"""The manual of the site folder and the code name the same files and columns."""

from __future__ import annotations

import re

import pytest

from console.site.columns import SHAPES, FileShape
from tests.sources import ROOT

MANUAL = (ROOT / "docs" / "site-folder.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z_0-9.]+)`(\*?) \|", re.MULTILINE)


def section(name: str) -> str:
    found = re.search(rf"^## {re.escape(name)}$(.*?)(?=^## |\Z)", MANUAL, re.MULTILINE | re.DOTALL)
    assert found, f"docs/site-folder.md has no section {name}"
    return found[1]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_column_of_the_code_is_in_the_manual_and_the_other_way_round(shape: FileShape) -> None:
    told = [(name, star == "*") for name, star in ROW.findall(section(shape.name))]
    assert told == [(column.name, column.required) for column in shape.columns]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_manual_says_which_files_are_optional(shape: FileShape) -> None:
    assert section(shape.name).strip().startswith("Optional.") is not shape.required
