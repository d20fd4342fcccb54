"""The position's own stream in the journal: starts, pictures shown, operators' acts that belong to no alarm.

Desk thread. One stream per run (`position/<writer>`), so its versions never meet another console's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from console.clock import Clock
from console.journal import Entry, Json
from console.model import LIVE, By, Domain


class Logbook:
    """Numbers and appends entries of this run."""

    def __init__(
        self,
        clock: Clock,
        writer: str,
        append: Callable[[Sequence[Entry]], None],
        domain: Domain = LIVE,
    ) -> None:
        self._clock = clock
        self._writer = writer
        self._stream = f"position/{writer}"
        self._others: dict[Domain, Logbook] = {}
        self._append = append
        self._domain = domain
        self._version = 0

    def of(self, domain: Domain) -> Logbook:
        """The same for a domain of its own; its entries of this run are counted by themselves."""
        if domain == self._domain:
            return self
        if domain not in self._others:
            self._others[domain] = Logbook(self._clock, self._writer, self._append, domain)
        return self._others[domain]

    def write(self, kind: str, by: By, data: Mapping[str, Json], cause: str = "") -> Entry:
        self._version += 1
        entry = Entry(self._domain, self._stream, self._version, kind, self._clock.now_ms(), by, data, cause)
        self._append((entry,))
        return entry
