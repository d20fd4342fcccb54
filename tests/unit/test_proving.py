"""The alarm path of every detector is proven end to end in its time; what failed or is overdue cannot be overlooked."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from console.alarms import Alarm, Occurrence
from console.announce import Announcement
from console.clock import FakeClock
from console.config.schema import ProvingConfig
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Recorded
from console.model import AlarmClass, AlarmId, Condition, ConditionChanged, Point, PointId, Right, Seat, point_id
from console.proving import Ending, Missing, Owing, Proving, Standing, Step, as_csv

SMOKE, HEAT, PRESSURE, RAIN = (
    point_id("site", device, kind)
    for device, kind in (("s-1", "smoke"), ("h-1", "heat"), ("p-1", "water_pressure"), ("r-1", "rain"))
)
POINTS = tuple(Point(id_, f"点{n}", f"Point {n}", id_.rpartition("#")[2]) for n, id_ in enumerate((SMOKE, HEAT, RAIN)))
DAY_MS = 86_400_000
CONFIG = ProvingConfig(fire_days=180, remind_days=14)


class TestList:
    """Who puts detectors on test; remembers them."""

    __test__ = False

    def __init__(self) -> None:
        self.on: dict[PointId, int] = {}

    def put_on_test(self, points: Sequence[PointId], until_ms: int) -> None:
        self.on |= dict.fromkeys(points, until_ms)

    def end_test(self, point: PointId) -> None:
        if self.on.pop(point, None) is None:
            raise CommandRefused("not_on_test", point)


@dataclass
class Bench:
    """One position with a desk of proofs; `again` is the next run on the same journal."""

    clock: FakeClock
    entries: list[Entry]
    points: tuple[Point, ...] = POINTS

    def __post_init__(self) -> None:
        self.seat = Seat("desk-1", "Li")
        self.told: list[Announcement] = []
        self.changes: list[ConditionChanged] = []
        self.open: dict[PointId, Alarm] = {}
        self.tests = TestList()
        owing = Owing(self.clock, self.changes.append)
        self.desk = Proving(
            self.clock, self.seat, CONFIG, self.points, self.entries.extend, self.told.append, self.open.get, owing
        )
        self.desk.connect(self.tests)
        last = {entry.stream: entry for entry in self.entries}
        self.desk.load(Recorded(e, "w", 1, "", "") for e in list(self.entries) if last[e.stream].open)
        self.desk.resume()
        self.clock.advance(30_000)

    def again(self, points: tuple[Point, ...] = POINTS) -> Bench:
        return Bench(FakeClock(self.clock.now_ms()), self.entries, points)

    def raise_(self, point: PointId) -> Alarm:
        now = self.clock.now_ms()
        alarm = Alarm(
            id=AlarmId(f"{point}/1"), point=point, alarm_class=AlarmClass.FIRE, kind="smoke", cause="alarm", version=1,
            condition=Condition.ACTIVE, occurrences=(Occurrence(now - 300, now - 100, now),), latched=True,
        )  # fmt: skip
        self.open[point] = alarm
        self.desk.raised(alarm)
        return alarm

    def prove(self, point: PointId) -> None:
        alarm = self.raise_(point)
        self.clock.advance(400)
        self.desk.displayed(alarm, self.clock.now_ms(), "desk-1")
        del self.open[point]  # the smoke is gone and somebody has reset it

    def standing(self, point: PointId) -> Standing:
        return next(each.standing for each in self.desk.obligations() if each.point.id == point)

    def steps(self) -> dict[PointId, Step]:
        assert self.desk.trial is not None
        return {point: course.step for point, course in self.desk.trial.courses.items()}

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]

    def owed_told(self) -> list[tuple[str, float]]:
        return [(change.condition.value, float(change.value or 0)) for change in self.changes]


@pytest.fixture
def bench() -> Bench:
    return Bench(FakeClock(), [])


def refused(act: object) -> str:
    with pytest.raises(CommandRefused) as caught:
        act()  # type: ignore[operator]
    return caught.value.code


def test_a_detector_is_owed_only_after_its_interval_has_passed_since_the_console_knows_it(bench: Bench) -> None:
    assert {each.point.id for each in bench.desk.obligations()} == {SMOKE, HEAT}  # rain is a measurement
    assert bench.standing(SMOKE) is Standing.PLANNED
    bench.clock.advance(167 * DAY_MS)
    assert bench.standing(SMOKE) is Standing.SOON
    bench.clock.advance(13 * DAY_MS)
    assert bench.standing(SMOKE) is Standing.OVERDUE
    assert [each.point.id for each in bench.desk.owed()] == [HEAT, SMOKE]


def test_a_signal_that_was_raised_and_painted_proves_the_path_with_every_time_on_its_way(bench: Bench) -> None:
    bench.desk.begin([SMOKE], 30)
    assert bench.tests.on == {SMOKE: bench.clock.now_ms() + 30 * 60_000}
    alarm = bench.raise_(SMOKE)
    assert bench.steps() == {SMOKE: Step.ARRIVED}
    bench.clock.advance(400)
    bench.desk.displayed(alarm, bench.clock.now_ms(), "wall-1")
    assert bench.steps() == {SMOKE: Step.PROVEN}
    (entry,) = [e for e in bench.entries if e.kind == "PathProven"]
    seen = alarm.last
    assert {key: entry.data[key] for key in ("source_ms", "received_ms", "raised_ms", "displayed_ms")} == {
        "source_ms": seen.source_ms, "received_ms": seen.received_ms, "raised_ms": seen.raised_ms,
        "displayed_ms": seen.raised_ms + 400,
    }  # fmt: skip
    assert entry.data["tester"] == "Li" and entry.data["position"] == "wall-1"
    assert bench.standing(SMOKE) is Standing.PROVEN


def test_a_signal_nobody_could_see_proves_nothing(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.raise_(SMOKE)
    bench.clock.advance(30 * 60_000)
    found = [(e.stream, e.data["reason"]) for e in bench.entries if e.kind == "ProofMissed"]
    assert found == [(f"proof/{SMOKE}/0", Missing.NOT_DISPLAYED), (f"proof/{HEAT}/0", Missing.NO_SIGNAL)]
    assert bench.standing(SMOKE) is Standing.MISSED
    assert bench.desk.trial is not None and bench.desk.trial.ending is Ending.TIME


def test_an_alarm_of_a_detector_that_is_not_under_test_proves_nothing(bench: Bench) -> None:
    bench.desk.begin([SMOKE], 30)
    bench.prove(HEAT)
    assert "PathProven" not in bench.kinds()
    assert bench.steps() == {SMOKE: Step.WAITING}


def test_the_tester_can_say_that_a_detector_does_not_answer(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.desk.fail(SMOKE, " cover painted over ")
    assert bench.steps() == {SMOKE: Step.MISSED, HEAT: Step.WAITING}
    (missed,) = [e for e in bench.entries if e.kind == "ProofMissed"]
    assert (missed.by.person, missed.data["note"]) == ("Li", "cover painted over")
    assert refused(lambda: bench.desk.fail(SMOKE)) == "not_tested"


def test_a_test_ended_by_hand_leaves_the_detectors_nobody_came_to_as_they_were(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.prove(SMOKE)
    bench.desk.end()
    assert bench.tests.on == {}
    assert (bench.standing(SMOKE), bench.standing(HEAT)) == (Standing.PROVEN, Standing.PLANNED)
    bench.clock.advance(60 * 60_000)
    assert "ProofMissed" not in bench.kinds()
    assert refused(bench.desk.end) == "no_trial"


def test_what_is_owed_is_one_trouble_that_goes_when_everything_is_proven(bench: Bench) -> None:
    bench.clock.advance(180 * DAY_MS)
    assert bench.owed_told()[-1] == ("active", 2)
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.prove(SMOKE)
    bench.prove(HEAT)
    assert bench.owed_told()[-1] == ("normal", 0)


def test_more_detectors_owing_ask_again_for_attention_at_most_once_a_day(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.desk.fail(SMOKE)
    assert bench.owed_told()[-1] == ("active", 1)
    bench.desk.fail(HEAT)
    assert bench.owed_told()[-1] == ("active", 1)
    bench.clock.advance(DAY_MS + 600_000)
    assert bench.owed_told()[-1] == ("active", 2)
    assert bench.changes[-1].cause == "limit_worse"  # the acknowledgement of the shorter list does not cover it


def test_proofs_misses_and_a_running_test_outlive_a_restart(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.prove(SMOKE)
    later = bench.again()
    assert later.steps() == {SMOKE: Step.PROVEN, HEAT: Step.WAITING}
    later.clock.advance(30 * 60_000)
    assert later.standing(HEAT) is Standing.MISSED
    assert later.again().standing(HEAT) is Standing.MISSED
    assert later.again().standing(SMOKE) is Standing.PROVEN


def test_a_restart_reads_one_proof_of_each_detector_however_often_it_was_proven(bench: Bench) -> None:
    for _ in range(5):
        bench.desk.begin([SMOKE], 30)
        bench.prove(SMOKE)
        bench.desk.end()
    last = {e.stream: e for e in bench.entries}
    assert [stream for stream, e in last.items() if e.open and stream.startswith("proof/")] == [f"proof/{SMOKE}/5"]
    assert bench.again().standing(SMOKE) is Standing.PROVEN


def test_a_detector_that_joins_the_site_is_counted_from_the_day_it_joined(bench: Bench) -> None:
    bench.clock.advance(170 * DAY_MS)
    pump = Point(PRESSURE, "泵", "Pump", "water_pressure")
    bench.desk.take_site((*POINTS, pump))
    assert (bench.standing(PRESSURE), bench.standing(SMOKE)) == (Standing.PLANNED, Standing.SOON)
    assert bench.again((*POINTS, pump)).standing(PRESSURE) is Standing.PLANNED


def test_of_two_consoles_that_saw_the_same_proof_the_first_one_is_kept(bench: Bench) -> None:
    bench.desk.begin([SMOKE], 30)
    bench.prove(SMOKE)
    ours = next(e for e in bench.entries if e.kind == "PathProven")
    theirs = replace(ours, data={**ours.data, "position": "desk-2"})
    assert bench.desk.overruled(Conflict(ours, (Recorded(theirs, "desk-2/x", 1, "", ""),)))
    (record,) = [each.record for each in bench.desk.obligations() if each.point.id == SMOKE]
    assert record.proof is not None and record.proof.position == "desk-2"
    assert not bench.desk.overruled(Conflict(replace(ours, kind="AlarmRaised", stream="alarm/x/1"), ()))


def test_a_test_begun_at_another_console_is_followed_here(bench: Bench) -> None:
    other = Bench(FakeClock(bench.clock.now_ms()), list(bench.entries))
    before = len(other.entries)
    other.desk.begin([SMOKE], 30)
    for entry in other.entries[before:]:
        bench.desk.learn(entry)
    assert bench.steps() == {SMOKE: Step.WAITING}
    assert refused(lambda: bench.desk.begin([HEAT], 30)) == "trial_is_on"


@pytest.mark.parametrize(
    ("points", "minutes", "code"),
    [((), 30, "no_detector"), ((RAIN,), 30, "not_planned"), ((SMOKE,), 0, "trial_length"),
     ((SMOKE,), 481, "trial_length"), ((HEAT,), 30, "detector_in_alarm")],
)  # fmt: skip
def test_a_test_that_makes_no_sense_is_refused(
    bench: Bench, points: tuple[PointId, ...], minutes: int, code: str
) -> None:
    bench.raise_(HEAT)
    assert refused(lambda: bench.desk.begin(points, minutes)) == code
    assert bench.tests.on == {}


def test_who_may_not_test_is_refused(bench: Bench) -> None:
    def rule(right: Right, _class: AlarmClass | None, _point: PointId | None) -> None:
        raise CommandRefused("no_right", right.value)

    bench.seat.rule = rule
    assert refused(lambda: bench.desk.begin([SMOKE], 30)) == "no_right"


def test_the_table_for_the_auditor_has_a_line_for_each_detector_with_the_time_its_path_took(bench: Bench) -> None:
    bench.desk.begin([SMOKE, HEAT], 30)
    bench.prove(SMOKE)
    bench.desk.fail(HEAT, "=HYPERLINK()")
    rows = list(csv.DictReader(io.StringIO(as_csv(bench.desk.obligations()).decode("utf-8-sig"))))
    by_point = {row["point"]: row for row in rows}
    assert (by_point[SMOKE]["standing"], by_point[SMOKE]["path_ms"], by_point[SMOKE]["tester"]) == (
        "proven",
        "500",
        "Li",
    )
    assert (by_point[HEAT]["missed_reason"], by_point[HEAT]["missed_note"]) == ("said", "'=HYPERLINK()")
