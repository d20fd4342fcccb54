"""What was said, as the journal keeps it: a stream per incident, the position's own for what belongs to none."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from console.clock import Clock
from console.journal import Entry, Json, Recorded
from console.logbook import Logbook
from console.model import By, Domain, IncidentId
from console.talk_words import Burst, Direction
from console.talking.bursts import FILED, KINDS, KeptBurst, data_of, is_same_speech, kept_of
from console.talking.press import Matter

STREAM = "talk/"
KEPT = 200  # bursts that can be looked at; those of open incidents come back after a restart
MACHINE = By(machine="talk")


class Record:
    """Bursts in the order in which they became files."""

    def __init__(
        self, clock: Clock, position: str, logbook: Logbook, append: Callable[[Sequence[Entry]], None], domain: Domain
    ) -> None:
        self._clock = clock
        self._prefix = f"{STREAM}{position}/"
        self._log = logbook
        self._append = append
        self._domain = domain
        self._bursts: deque[KeptBurst] = deque(maxlen=KEPT)
        self._theirs: set[KeptBurst] = set()  # of other positions, and not heard here
        self._versions: dict[IncidentId, int] = {}

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild the bursts of every incident whose record is open."""
        found: list[KeptBurst] = []
        theirs: list[Entry] = []
        for record in recorded:
            entry = record.entry
            if entry.domain != self._domain or entry.kind not in KINDS:
                continue
            if not entry.stream.startswith(self._prefix):
                theirs.append(entry)
                continue
            self._versions[IncidentId(entry.stream.removeprefix(self._prefix))] = entry.version
            if entry.kind != FILED:
                found.append(kept_of(entry))
        self._bursts.extend(sorted(found, key=lambda kept: kept.burst.start_ms))
        for entry in theirs:
            self.learn(entry)

    def learn(self, entry: Entry) -> bool:
        """What another position kept, unless it was heard here too; whether there is a burst more."""
        if entry.domain != self._domain or entry.kind not in KINDS or entry.kind == FILED:
            return False
        kept = kept_of(entry)
        if kept.burst.direction is Direction.SENT:
            kept = replace(kept, burst=replace(kept.burst, who=entry.by.position))
        if any(is_same_speech(kept.burst, known.burst) for known in self._bursts):
            return False
        self._theirs.add(kept)
        self._put(kept)
        return True

    def _put(self, kept: KeptBurst) -> None:
        """In its place by time."""
        newer = [known for known in self._bursts if known.burst.start_ms > kept.burst.start_ms]
        for _ in newer:
            self._bursts.pop()
        self._bursts.extend((kept, *newer))

    def keep(self, burst: Burst, matter: Matter, by: By) -> KeptBurst:
        """One burst more."""
        kept = KeptBurst(burst, matter)
        for told in [told for told in self._theirs if is_same_speech(told.burst, burst)]:
            self._theirs.discard(told)
            with suppress(ValueError):  # so long ago that it is forgotten
                self._bursts.remove(told)
        self._bursts.append(kept)
        if matter.incident is None:
            self._log.write(kept.kind, by, data_of(kept))
        else:
            self._write(matter.incident, kept.kind, data_of(kept), by)
        return kept

    def settle(self, is_open: Callable[[IncidentId], bool]) -> None:
        """File what belongs to incidents that are over."""
        for incident in [one for one in self._versions if not is_open(one)]:
            self.file(incident)

    def file(self, incident: IncidentId) -> None:
        """The incident is over: its record is closed."""
        if incident in self._versions:
            self._write(incident, FILED, {"bursts": len(self.bursts(incident))}, MACHINE, is_open=False)
            del self._versions[incident]

    def bursts(self, incident: IncidentId | None = None) -> tuple[KeptBurst, ...]:
        """Newest first; only about this incident when one is named."""
        return tuple(kept for kept in reversed(self._bursts) if incident in (None, kept.matter.incident))

    def _write(
        self, incident: IncidentId, kind: str, data: Mapping[str, Json], by: By, *, is_open: bool = True
    ) -> None:  # fmt: skip
        self._versions[incident] = version = self._versions.get(incident, 0) + 1
        entry = Entry(
            self._domain, self._prefix + incident, version, kind, self._clock.now_ms(), by, data,
            cause=f"incident:{incident}", open=is_open,
        )  # fmt: skip
        self._append((entry,))
