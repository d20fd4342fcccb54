"""The desk of the proofs: which detectors owe one, the test that runs, and what came of it. Desk thread.

A test puts detectors on test, waits for the signal of each to be raised and to be painted where somebody can see it,
and writes down every time on the way. What is owed is one trouble with a list behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.config.schema import ProvingConfig
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Recorded
from console.model import LIVE, By, Point, PointId, Right, Seat
from console.proving.owing import Owing
from console.proving.plan import Obligation, Plan
from console.proving.proofs import Missing, PathProven, ProofMissed, is_proof
from console.proving.register import Register
from console.proving.trial import (
    FACTS,
    Course,
    Ending,
    Fact,
    Step,
    Trial,
    TrialBegun,
    TrialEnded,
    apply,
    id_of,
    is_trial,
    to_entry,
)

MACHINE = By(machine="proving")
MOST_MINUTES = 8 * 60
MOST_POINTS = 500  # in one test
NOTE_MOST = 400  # characters
SETTLED_MS = 30_000  # the first seconds of a run belong to what is more urgent
LOOK_MS = 600_000  # how often it is looked what has become due


class OnTest(Protocol):
    """Who puts detectors on test: their signals then count as tests and raise no help."""

    def put_on_test(self, points: Sequence[PointId], until_ms: int) -> None:
        """Raises CommandRefused."""

    def end_test(self, point: PointId) -> None:
        """Raises CommandRefused."""


class Proving:
    """`find`: the open alarm of a point. At most one test is on in the whole room, on whatever console."""

    def __init__(
        self, clock: Clock, seat: Seat, config: ProvingConfig, points: Iterable[Point],
        append: Callable[[Sequence[Entry]], None], publish: Callable[[Announcement], None],
        find: Callable[[PointId], Alarm | None], owing: Owing,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._append = append
        self._announce = publish
        self._find = find
        self._owing = owing
        self._tests: OnTest | None = None
        self._register = Register(clock, Plan(config), points, append)
        self._trial: Trial | None = None
        self._timer: Deadline | None = None

    def connect(self, tests: OnTest) -> None:
        """From now on detectors are put on test there; without it nothing can be tested."""
        self._tests = tests

    # ---- reading ----

    @property
    def trial(self) -> Trial | None:
        """The test that is on, else the last one that ended in this run."""
        return self._trial

    def obligations(self) -> tuple[Obligation, ...]:
        """Every detector that has to be proven, what wants attention first."""
        return self._register.obligations()

    def owed(self) -> tuple[Obligation, ...]:
        """Those that failed or are overdue."""
        return tuple(each for each in self.obligations() if each.is_owed)

    # ---- start, site ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild proofs and the test that was on from the entries of the open streams."""
        for record in recorded:
            self.follow(record.entry)

    def resume(self) -> None:
        """Everything is loaded: the test goes on; the plan and what is owed come when the start is over."""
        self._catch_up()
        self._clock.after(SETTLED_MS, self._settle)

    def _settle(self) -> None:
        self._register.plan()
        self._look()

    def take_site(self, points: Iterable[Point]) -> None:
        """Another site: detectors come into the plan, or leave it with their records kept."""
        self._register.take_site(points)
        self._register.plan()
        self._tell()

    # ---- what a person does: every act raises CommandRefused ----

    def begin(self, points: Sequence[PointId], minutes: int) -> Trial:
        """Put these on test and wait for the signal of each.

        Codes: no_right, trial_is_on, no_detector, many_detectors, not_planned, detector_in_alarm, trial_length, and
        those of putting on test.
        """
        self._seat.check(Right.TEST)
        chosen = tuple(dict.fromkeys(points))
        self._must_be_testable(chosen, minutes)
        assert self._tests is not None, "nobody puts detectors on test"
        now = self._clock.now_ms()
        until_ms = now + minutes * 60_000
        self._tests.put_on_test(chosen, until_ms)
        trial = self._apply(f"{self._seat.position}-{now}", TrialBegun(chosen, until_ms), self._seat.by)
        self._announce(
            announce.TrialBegun(trial=trial.id, points=len(chosen), until_ms=until_ms, by=self._seat.person)
        )  # fmt: skip
        return trial

    def _must_be_testable(self, points: Sequence[PointId], minutes: int) -> None:
        running = self._running()
        planned = {each.point.id for each in self.obligations()}
        alarmed = next((p for p in points if (alarm := self._find(p)) is not None and alarm.is_active), "")
        refusals = (
            (running is not None, "trial_is_on", running.by.person if running is not None else ""),
            (not points, "no_detector", ""),
            (len(points) > MOST_POINTS, "many_detectors", str(MOST_POINTS)),
            (not planned.issuperset(points), "not_planned", ""),
            (not 1 <= minutes <= MOST_MINUTES, "trial_length", str(MOST_MINUTES)),
            (bool(alarmed), "detector_in_alarm", alarmed),
        )
        for refused, code, about in refusals:
            if refused:
                raise CommandRefused(code, about)

    def fail(self, point: PointId, note: str = "") -> None:
        """The person who tests says that this one does not answer. Codes: no_right, no_trial, not_tested."""
        self._seat.check(Right.TEST)
        self._must_run(point)
        self._miss(point, Missing.SAID, self._seat.by, note.strip()[:NOTE_MOST])

    def end(self) -> None:
        """The test is over; detectors nobody came to are as they were before. Codes: no_right, no_trial."""
        self._seat.check(Right.TEST)
        trial = self._must_run()
        self._finish(trial, Ending.PERSON, self._seat.by)

    def _must_run(self, point: PointId | None = None) -> Trial:
        trial = self._running()
        if trial is None:
            raise CommandRefused("no_trial")
        if point is not None and point not in trial.open():
            raise CommandRefused("not_tested", point)
        return trial

    # ---- what the detectors say ----

    def raised(self, alarm: Alarm) -> None:
        """A live alarm was raised; one of a detector under test has arrived."""
        trial = self._running()
        if trial is not None and alarm.point in trial.open():
            self._trial = trial.moved(alarm.point, Step.ARRIVED, alarm.id)
            self._announce(announce.ProofsStirred())

    def displayed(self, alarm: Alarm, at_ms: int, position: str) -> None:
        """The alarm was painted where somebody could see it: the path of a detector under test is proven."""
        trial = self._running()
        course = trial.courses.get(alarm.point) if trial is not None else None
        if trial is None or course is None or course.step is not Step.ARRIVED:
            return
        seen = alarm.last
        proof = PathProven(
            trial.id, alarm.id, trial.begun_ms, seen.source_ms, seen.received_ms, seen.raised_ms, at_ms,
            trial.by.person, position,
        )  # fmt: skip
        self._trial = trial.moved(alarm.point, Step.PROVEN)
        self._register.prove(alarm.point, proof, MACHINE)
        self._announce(
            announce.PathProven(
                point=alarm.point, alarm=alarm.id, source_ms=seen.source_ms, received_ms=seen.received_ms,
                raised_ms=seen.raised_ms, displayed_ms=at_ms,
            )
        )  # fmt: skip
        self._tell()

    # ---- what the journal says ----

    def follow(self, entry: Entry) -> None:
        """An entry of an earlier run, or of another console; of a test nobody told us the beginning of nothing."""
        if is_proof(entry):
            self._register.follow(entry)
        elif is_trial(entry):
            id_, fact = id_of(entry.stream), FACTS.read(entry.kind, entry.data)
            known = self._trial if self._trial is not None and self._trial.id == id_ else None
            if known is not None or isinstance(fact, TrialBegun):
                self._trial = apply(known, id_, fact, entry)

    def learn(self, entry: Entry) -> None:
        """Another console wrote it: a test may have begun, gone on or ended there."""
        if is_proof(entry) or is_trial(entry):
            self.follow(entry)
            self._catch_up()
            self._tell()

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with something of ours."""
        if not (is_proof(conflict.entry) or is_trial(conflict.entry)):
            return False
        for record in conflict.stream:
            self.follow(record.entry)
        self._register.plan()
        self._catch_up()
        self._tell()
        return True

    # ---- inside ----

    def _running(self) -> Trial | None:
        return self._trial if self._trial is not None and not self._trial.is_over else None

    def _apply(self, id_: str, fact: Fact, by: By) -> Trial:
        blank = Entry(LIVE, "", 0, "", self._clock.now_ms(), by)
        self._trial = apply(None if isinstance(fact, TrialBegun) else self._trial, id_, fact, blank)
        self._append((to_entry(fact, self._trial, blank),))
        self._arm()
        return self._trial

    def _finish(self, trial: Trial, cause: Ending, by: By) -> None:
        over = self._apply(trial.id, TrialEnded(cause), by)
        if self._tests is not None and cause is Ending.PERSON:  # else their own clock has ended it
            for point in over.courses:
                self._take_off(point)
        self._announce(announce.TrialEnded(trial=over.id, cause=cause.value, by=by.person))
        self._tell()

    def _take_off(self, point: PointId) -> None:
        assert self._tests is not None
        try:
            self._tests.end_test(point)
        except CommandRefused:
            return  # somebody ended it before

    def _miss(self, point: PointId, reason: Missing, by: By, note: str = "") -> None:
        trial = self._must_run(point)
        self._trial = trial.moved(point, Step.MISSED)
        self._register.miss(point, ProofMissed(trial.id, reason, trial.begun_ms, trial.by.person, note), by)
        self._announce(announce.ProofMissed(point=point, reason=reason.value))
        self._tell()

    def _arm(self) -> None:
        """Wait for the end of the test."""
        if self._timer is not None:
            self._timer.cancel()
        trial = self._running()
        if trial is not None:
            self._timer = self._clock.after(trial.until_ms - self._clock.now_ms(), self._time_is_over)

    def _time_is_over(self) -> None:
        trial = self._running()
        if trial is None or self._clock.now_ms() < trial.until_ms:
            self._arm()  # the wall clock was stepped
            return
        for point in trial.open():
            arrived = trial.courses[point].step is Step.ARRIVED
            self._miss(point, Missing.NOT_DISPLAYED if arrived else Missing.NO_SIGNAL, MACHINE)
        self._finish(trial, Ending.TIME, MACHINE)

    def _catch_up(self) -> None:
        """What the journal knows of the detectors under test."""
        trial = self._running()
        for point, course in trial.courses.items() if trial is not None else ():
            self._trial = self._known(trial, point, course) if trial is not None else None
            trial = self._trial
        self._arm()

    def _known(self, trial: Trial, point: PointId, course: Course) -> Trial:
        record, alarm = self._register.record(point), self._find(point)
        if record.proof is not None and record.proof.trial == trial.id:
            return trial.moved(point, Step.PROVEN, record.proof.alarm)
        if record.miss is not None and record.miss.fact.trial == trial.id:
            return trial.moved(point, Step.MISSED)
        if course.step is Step.WAITING and alarm is not None and alarm.last.raised_ms >= trial.begun_ms:
            return trial.moved(point, Step.ARRIVED, alarm.id)
        return trial

    def _look(self) -> None:
        self._tell()
        self._clock.after(LOOK_MS, self._look)

    def _tell(self) -> None:
        self._owing.tell(len(self.owed()))
        self._announce(announce.ProofsStirred())
