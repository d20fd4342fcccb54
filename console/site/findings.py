"""What was found wrong while a site folder is read: every problem at once, never only the first."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from console.errors import Problem

MOST_COMPARED = 200_000  # words: some seconds; who has so many mistakes of one kind knows by then what it is


class Findings:
    """Collects problems; `errors` stop the start, warnings do not."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._compared = 0

    def error(self, file: str, line: int, key: str, what: str, cure: str) -> None:
        self._problems.append(Problem(file, line, key, what, cure))

    def warn(self, file: str, line: int, key: str, what: str, cure: str) -> None:
        self._problems.append(Problem(file, line, key, what, cure, warning=True))

    def nearest(self, word: str, known: Iterable[str], instead: str) -> str:
        """As the function of that name, for what a row refers to; in a folder full of mistakes only for the first."""
        if self._compared > MOST_COMPARED:
            return instead
        words = list(known)
        self._compared += len(words)
        return nearest(word, words, instead)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems, sorted by file and line."""
        return tuple(sorted(self._problems, key=lambda p: (p.file, p.line, p.key, p.what)))

    @property
    def has_errors(self) -> bool:
        return any(not problem.warning for problem in self._problems)


def nearest(word: str, known: Iterable[str], instead: str) -> str:
    """A cure that names the nearest known word, or `instead` when none is near."""
    close = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'?" if close else instead
