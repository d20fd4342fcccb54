"""CSV files of a site folder as records with line numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from console.site.cells import Record
from console.site.columns import FileShape
from console.site.findings import Findings, nearest
from console.site.text import read_text

OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "\uff0c": "full-width commas"}


def read_table(folder: Path, shape: FileShape, findings: Findings) -> list[Record] | None:
    """The rows of a table; None when the file is absent or its header is unusable, so that nobody judges by it."""
    text = read_text(folder, shape, findings)
    if text is None:
        return None
    lines = _lines(text, shape.name, findings)
    line, header = next(lines, (0, []))
    if not _header_ok(header, line, shape, findings):
        return None
    return [record for at, row in lines if (record := _record(at, row, header, shape, findings)) is not None]


def _lines(text: str, name: str, findings: Findings) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the line it starts on; a quoted cell may span several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield start, [cell.strip() for cell in row]
            start = reader.line_num + 1
    except csv.Error as error:
        findings.error(name, start, "", f"not readable as CSV: {error}", "close every quote and double quotes inside")


def _header_ok(header: list[str], line: int, shape: FileShape, findings: Findings) -> bool:
    """Whether rows can be read by this header; an unknown column is a problem but does not stop the reading."""
    separators = [word for mark, word in OTHER_SEPARATORS.items() if len(header) == 1 and mark in header[0]]
    if separators:
        findings.error(shape.name, line, "", f"columns are separated by {separators[0]}", "save it again with commas")
        return False
    _judge_names(header, line, shape, findings)
    missing = [column.name for column in shape.columns if column.required and column.name not in header]
    for name in missing:
        findings.error(shape.name, line, name, "the column is missing", f"add a column '{name}'")
    return not missing


def _judge_names(header: list[str], line: int, shape: FileShape, findings: Findings) -> None:
    for name in header:
        if name not in shape.names:
            free = [known for known in shape.names if known not in header]
            cure = nearest(name, free, f"known columns: {', '.join(shape.names)}")
            findings.error(shape.name, line, name, "the column is not known", cure)
    for name in sorted({name for name in header if header.count(name) > 1}):
        findings.error(shape.name, line, name, "the column is there twice", "keep one of them")


def _record(line: int, row: list[str], header: list[str], shape: FileShape, findings: Findings) -> Record | None:
    if len(row) != len(header):
        what = f"the row has {len(row)} cells, the header has {len(header)}"
        cure = "add or remove commas; put a text that holds a comma in double quotes"
        findings.error(shape.name, line, "", what, cure)
        return None
    return Record(shape.name, line, dict(zip(header, row, strict=True)), findings)
