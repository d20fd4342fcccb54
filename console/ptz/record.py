"""What the journal knows of every head: writes ours, follows what other positions write. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from console.clock import Clock
from console.journal import Conflict, Entry, Recorded
from console.model import By, CameraId
from console.ptz.hold import (
    BACK,
    FACTS,
    Fact,
    Freed,
    Head,
    Refused,
    Taken,
    Turned,
    apply,
    camera_of,
    is_ptz,
    stream_of,
    to_entry,
)
from console.ptz.port import Aim


class Record:
    """`when_others` is told of each camera whose head another position has changed."""

    def __init__(self, clock: Clock, append: Callable[[Sequence[Entry]], None]) -> None:
        self._clock = clock
        self._append = append
        self._heads: dict[CameraId, Head] = {}
        self._folded: dict[str, int] = {}  # how far a stream was read again
        self.when_others: Callable[[CameraId], None] = lambda _: None

    def head(self, camera: CameraId) -> Head:
        return self._heads.get(camera) or Head(camera)

    def errands(self) -> tuple[Head, ...]:
        """The heads that an alarm has turned."""
        return tuple(head for head in self._heads.values() if head.errand is not None)

    def held(self) -> tuple[Head, ...]:
        """The heads that somebody has."""
        return tuple(head for head in self._heads.values() if head.hold is not None)

    # ---- ours ----

    def write(self, camera: CameraId, fact: Fact, by: By) -> None:
        """Apply it at once and append it."""
        head = self.head(camera)
        if head.is_idle:
            stream = stream_of(camera, _day(self._clock.now_ms()))
            head = replace(head, stream=stream, version=head.version if head.stream == stream else 0)
        entry = to_entry(head, fact, by, self._clock.now_ms())
        self._heads[camera] = apply(head, fact, entry)
        self._append((entry,))

    def looked(self, camera: CameraId, before: Aim) -> None:
        """Where it looked before an alarm turned it, as far as it is not known yet."""
        head = self.head(camera)
        if head.errand is not None and head.errand.before is None:
            self._heads[camera] = replace(head, errand=replace(head.errand, before=before))

    # ---- what stands in the journal, what others write ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        for record in recorded:
            if is_ptz(record.entry):
                self._take(record.entry)

    def learn(self, record: Recorded) -> None:
        """What another console wrote. One that ours has met on its way is told as a conflict instead."""
        entry = record.entry
        if is_ptz(entry) and not self._has(entry):
            self._take(entry)
            self.when_others(camera_of(entry))

    def _has(self, entry: Entry) -> bool:
        head = self.head(camera_of(entry))
        return head.stream == entry.stream and head.version >= entry.version

    def _take(self, entry: Entry) -> None:
        camera = camera_of(entry)
        self._heads[camera] = apply(self.head(camera), FACTS.read(entry.kind, entry.data), entry)

    def overruled(self, conflict: Conflict) -> bool:
        """Another position was first, or an earlier run had begun this day's stream; False: it is none of ours.

        What does not contradict what stands there is written again behind it.
        """
        lost = conflict.entry
        if not is_ptz(lost):
            return False
        camera, truth = camera_of(lost), [record.entry for record in conflict.stream]
        if truth and truth[-1].version > self._folded.get(lost.stream, 0):  # once for all that was lost together
            self._folded[lost.stream] = truth[-1].version
            self._fold(camera, truth)
        fact = FACTS.read(lost.kind, lost.data)
        if self._still_holds(self.head(camera), fact, lost.by):
            self.write(camera, fact, lost.by)
        else:
            self.when_others(camera)
        return True

    def _fold(self, camera: CameraId, truth: Sequence[Entry]) -> None:
        before = self.head(camera).errand
        self._heads[camera] = Head(camera)
        for entry in truth:
            self._take(entry)
        if before is not None and before.before is not None:
            self.looked(camera, before.before)

    @staticmethod
    def _still_holds(head: Head, fact: Fact, by: By) -> bool:
        """Whether what was decided can still be said."""
        match fact:
            case Refused():
                return True
            case Taken():
                return head.hold is None or fact.level.outranks(head.hold.level)
            case Freed():
                return head.hold is not None and head.hold.by == by
            case Turned() if fact.alarm and fact.act in BACK:
                return head.errand is not None and head.errand.alarm == fact.alarm
            case Turned() if fact.alarm:
                return head.errand is None or head.errand.alarm != fact.alarm
            case _:
                return head.hold is not None and head.hold.by == by


def _day(t_ms: int) -> str:
    return datetime.fromtimestamp(t_ms / 1000, UTC).date().isoformat()
