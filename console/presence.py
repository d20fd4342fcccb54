"""The desk of the positions: which consoles share this journal, which of them fell silent, who does what alone.

Desk thread, so a position whose desk hangs falls silent, too. Silence is counted on our own monotonic clock, and only
while the journal answers us: who cannot hear does not call others dumb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.attendance import Attendance, Beat, Present
from console.clock import Clock
from console.journal import Recorded
from console.model import AlarmClass, Condition, ConditionChanged, PointId, Seat, point_id

BEAT_MS = 1_000
DARK_MS = 5_000  # as long as a guardian takes to start a hung console again, and a machine its breath
GAP_MS = 3_000  # between two answers of the journal: what the others said meanwhile we may have missed
FORGOTTEN_MS = 86_400_000  # a position that fell silent so long before we looked is in use no more

KIND = "position"
EVIDENCE = "evidence"  # the lease of whoever orders the clips of a fire
LEASES = (EVIDENCE,)


@dataclass(frozen=True, slots=True)
class Other:
    """Another position as it was last heard. `is_dark`: it fell silent without having left."""

    position: str
    person: str
    hears: bool  # its link to the broker is up
    is_dark: bool
    has_left: bool

    @property
    def is_alive(self) -> bool:
        return not (self.is_dark or self.has_left)


@dataclass(slots=True)
class _Heard:
    """The newest beat of a position, and when it came by our own clock."""

    present: Present
    at_ns: int
    is_dark: bool = False


class Presence:
    """`beat` says that we live; `report` is given each position that falls silent or is back.

    `changed` is called when it has become another's task, or ours, to do something.
    """

    def __init__(
        self, clock: Clock, seat: Seat, writer: str, beat: Callable[[Beat], None], hears: Callable[[], bool],
        report: Callable[[ConditionChanged], None], announce_it: Callable[[Announcement], None],
        changed: Callable[[], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._writer = writer
        self._beat = beat
        self._hears = hears
        self._report = report
        self._announce = announce_it
        self._changed = changed
        self._heard: dict[str, _Heard] = {}
        self._wrote: dict[str, tuple[str, int]] = {}  # the writer of a position's newest entry, and when it came here
        self._leases: dict[str, str] = {}
        self._answered_ns = 0
        self._told: tuple[object, ...] = ()
        self.attended: Callable[[Sequence[Present]], None] = lambda _: None  # whoever else wants to hear of beats

    # ---- reading ----

    def others(self) -> tuple[Other, ...]:
        """Every other position, by name; those that left long ago too."""
        return tuple(
            Other(name, known.present.person, known.present.hears, known.is_dark, known.present.has_left)
            for name, known in sorted(self._heard.items())
        )

    def dark(self) -> tuple[str, ...]:
        """Positions that fell silent without a word."""
        return tuple(other.position for other in self.others() if other.is_dark)

    def is_away(self, position: str) -> bool:
        """Whether nobody works at that position any more; one nobody has heard of is."""
        if position == self._seat.position or self._has_begun(position):
            return False
        known = self._heard.get(position)
        return known is None or known.is_dark or known.present.has_left

    def leads(self, lease: str) -> bool:
        """Whether it is our task; as long as nobody has said anything else it is."""
        return self._leases.get(lease, self._writer) == self._writer

    def does(self, position: str) -> bool:
        """Whether what that position began is ours to finish: our own, and that of a console that is gone."""
        return position in ("", self._seat.position) or (self._answered_ns > 0 and self.is_away(position))

    @property
    def is_heard_elsewhere(self) -> bool:
        """Whether another console hears what comes from the broker."""
        return any(other.is_alive and other.hears for other in self.others())

    # ---- life ----

    def start(self) -> None:
        """The store runs: say that we are here, now and every second."""
        self._tell(self._seat.position, Condition.NORMAL)  # whoever called us dark meanwhile
        self._live()

    def take(self, attendance: Attendance) -> None:
        """The journal's home says who is here."""
        now_ns = self._clock.monotonic_ns()
        was_deaf = self._answered_ns and now_ns - self._answered_ns > GAP_MS * 1_000_000
        for present in attendance.present:
            if present.position != self._seat.position:
                self._see(present, now_ns)
        for known in self._heard.values() if was_deaf else ():
            known.at_ns = max(known.at_ns, now_ns)
        self._answered_ns = now_ns
        self.attended(attendance.present)
        self._leases = dict(attendance.leases)
        self._look(now_ns)
        begun = tuple(filter(self._has_begun, self._wrote))
        told = (self.others(), begun, *(self.leads(lease) for lease in LEASES))
        if told != self._told:
            self._told = told
            self._changed()

    def wrote(self, entries: Iterable[Recorded]) -> None:
        """What others committed while we live: a console that has begun writes before its first beat is heard."""
        now_ns = self._clock.monotonic_ns()
        for writer in dict.fromkeys(record.writer for record in entries):
            self._wrote[writer.rpartition("/")[0]] = writer, now_ns

    # ---- inside ----

    def _has_begun(self, position: str) -> bool:
        """Whether a new run of it has written, and is to be heard any moment."""
        known, (writer, at_ns) = self._heard.get(position), self._wrote.get(position, ("", 0))
        is_new = bool(writer) and (known is None or known.present.writer != writer)
        return is_new and self._clock.monotonic_ns() - at_ns <= DARK_MS * 1_000_000

    def _live(self) -> None:
        gone = frozenset(known.present.writer for known in self._heard.values() if known.is_dark)
        self._beat(Beat(self._hears(), self._seat.person, LEASES, gone))
        self._clock.after(BEAT_MS, self._live)

    def _see(self, present: Present, now_ns: int) -> None:
        known = self._heard.get(present.position)
        if known is None:
            is_old = self._clock.now_ms() - present.at_ms > FORGOTTEN_MS
            if not (is_old or present.has_left):
                self._announce(announce.PositionSeen(position=present.position, person=present.person))
            if not is_old:
                self._heard[present.position] = _Heard(present, now_ns)
            return
        was, is_news = known.present, (present.writer, present.beat) != (known.present.writer, known.present.beat)
        if is_news:
            known.at_ns = now_ns
            self._wake(known, present)
        known.present = present
        if present.has_left and not was.has_left:
            self._announce(announce.PositionLeft(position=present.position))
            self._wake(known, present)

    def _wake(self, known: _Heard, present: Present) -> None:
        if known.is_dark:
            known.is_dark = False
            self._announce(announce.PositionBack(position=present.position))
            self._tell(present.position, Condition.NORMAL)

    def _look(self, now_ns: int) -> None:
        for name, known in self._heard.items():
            is_silent = now_ns - known.at_ns > DARK_MS * 1_000_000
            if is_silent and not known.is_dark and not known.present.has_left:
                known.is_dark = True
                self._announce(announce.PositionDark(position=name))
                self._tell(name, Condition.ACTIVE)

    def _tell(self, position: str, condition: Condition) -> None:
        now = self._clock.now_ms()
        self._report(
            ConditionChanged(
                point=dark_point(position), alarm_class=AlarmClass.TROUBLE, kind=KIND, condition=condition,
                cause="dark", source_ms=now, received_ms=now, label=position,
            )
        )  # fmt: skip


def dark_point(position: str) -> PointId:
    """The point of the trouble that a position is dark."""
    return point_id("link", position, KIND)
