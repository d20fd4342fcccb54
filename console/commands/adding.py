"""Rows that a command adds to the site folder: shown, judged, and written where that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from console.errors import BackendError
from console.site.adding import Addition


def carry_out(add: Callable[[], Addition], folder: Path, *, write: bool) -> int:
    """1 when the site folder would not be sound with them; then nothing is written. Raises BackendError."""
    try:
        added = add()
    except (OSError, ValueError) as error:
        raise BackendError(f"the tables of {folder} cannot be used: {error}") from None
    print(added.rows)
    if added.new_columns:
        print(f"new columns for it: {', '.join(added.new_columns)}")
    for problem in added.problems:
        print(problem)
    if not added.is_sound:
        print("nothing was written", file=sys.stderr)
        return 1
    if write:
        added.write()
        print(f"written to {folder}; a running console takes it with: ./watchroom reload")
    else:
        print("nothing was written; --write does")
    return 0
