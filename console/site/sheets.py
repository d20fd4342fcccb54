"""Rows added to tables of a site folder: as each file's own columns want them, judged before anything is written.

Reads and writes files: for the command line and `work` children, never on the desk thread.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.errors import Problem
from console.site.columns import FileShape
from console.site.folder import check

MARK = "\ufeff"

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its new rows: the whole text of the file, the rows by themselves, the columns added for them."""

    path: Path
    text: str
    rows: str
    new_columns: tuple[str, ...]

    def write(self) -> None:
        """In one piece: a console that reads the folder meanwhile finds the old file or the new one.

        A table that is a link is written where it lies, and who may read it stays as it was.
        """
        place = self.path.resolve()
        draft = place.with_suffix(".new")
        draft.write_text(self.text, encoding="utf-8", newline="")
        if place.exists():
            shutil.copymode(place, draft)
        draft.replace(place)


def extended(folder: Path, shape: FileShape, added: Sequence[Cells]) -> Sheet:
    """The file with these rows at its end; one that may be missing is begun. Raises OSError, ValueError."""
    path = folder / shape.name
    if not shape.required and not path.exists():
        header = [column.name for column in shape.columns if column.required]
        text = _csv([header], "\n")
    else:
        text = path.read_bytes().decode("utf-8")  # with its line ends as they are
    mark, text = (MARK, text.removeprefix(MARK)) if text.startswith(MARK) else ("", text)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:  # no ValueError
        raise ValueError(f"{path.name} is not readable as CSV: {error}") from None
    if not read or shape.names[0] not in read[0]:
        raise ValueError(f"{path.name} has no row of column names")
    given = {name for cells in added for name, cell in cells.items() if cell}
    new = tuple(name for name in shape.names if name in given and name not in read[0])
    header = [*read[0], *new]
    end = "\r\n" if "\r\n" in text else "\n"
    if new:
        kept = _csv([header, *([*row, *[""] * len(new)] for row in read[1:] if row)], end)
    else:
        kept = text if text.endswith(("\n", "\r")) else text + end
    rows = _csv([[cells.get(name, "") for name in header] for cells in added], end)
    return Sheet(path, mark + kept + rows, rows.rstrip(), new)


def judged(folder: Path, sheets: Sequence[Sheet]) -> tuple[Problem, ...]:
    """What `check` would say that it does not say now, and every error: a broken folder takes nothing new."""
    before = set(check(folder))
    names = {sheet.path.name for sheet in sheets}
    with tempfile.TemporaryDirectory() as made:
        beside = Path(made)
        for each in folder.absolute().iterdir():
            if each.name not in names:
                (beside / each.name).symlink_to(each)
        for sheet in sheets:
            (beside / sheet.path.name).write_text(sheet.text, encoding="utf-8", newline="")
        return tuple(problem for problem in check(beside) if problem not in before or not problem.warning)


def _csv(rows: Sequence[Sequence[str]], end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerows(rows)
    return out.getvalue()
