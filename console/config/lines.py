"""Where in a TOML text a key stands, so that a problem can name its line; `tomllib` does not tell. Pure."""

from __future__ import annotations

import re
from itertools import accumulate

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_WORD = re.compile(  # of a value, as far as it tells where that ends: texts, comments, brackets, ends of rows
    r"""\"{3}(?:\\.|[^\\])*?\"{3}(?!")|'{3}.*?'{3}(?!')|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n""",
    re.DOTALL,
)


class Lines:
    """The line of every key and table of one well-formed TOML text; array tables are numbered from 0."""

    def __init__(self, text: str) -> None:
        self._at: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self._text = text.replace("\r\n", "\n")
        rows = self._text.split("\n")  # TOML knows no other ends of rows, and an editor shows no other
        self._starts = list(accumulate((len(row) + 1 for row in rows), initial=0))
        row = 0
        while row < len(rows):
            row = self._read(rows, row)

    def of(self, path: Path) -> int:
        """1-based line of a key; that of its table when it has none of its own (inline or missing); 0 at worst."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, 0)

    def _read(self, rows: list[str], row: int) -> int:
        """Take one line, or one value over several lines; returns the next row."""
        if header := _HEADER.match(rows[row]):
            self._enter(_parts(header[2]), array=header[1] == "[[", line=row + 1)
            return row + 1
        key = _KEY.match(rows[row])
        if not key:
            return row + 1
        path = self._table + _parts(key[1])
        for length in range(len(self._table) + 1, len(path) + 1):
            self._at.setdefault(path[:length], row + 1)
        return row + _rows_of_value(self._text, self._starts[row] + key.end())

    def _enter(self, parts: tuple[str, ...], *, array: bool, line: int) -> None:
        """A header: names on the way that are array tables mean their newest element."""
        path: Path = ()
        for part in parts[:-1]:
            path = (*path, part)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, parts[-1])
        self._at.setdefault(path, line)
        if array:
            index = self._counts.get(path, 0)
            self._counts[path] = index + 1
            path = (*path, index)
            self._at[path] = line
        self._table = path


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _rows_of_value(text: str, at: int) -> int:
    """How many rows the value that begins there takes."""
    depth = rows = 0
    for word in _WORD.finditer(text, at):
        rows += word[0].count("\n")
        depth += (word[0] in "[{") - (word[0] in "]}")
        if word[0] == "\n" and depth <= 0:
            return rows
    return rows + 1
