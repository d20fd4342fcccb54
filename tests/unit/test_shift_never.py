"""Whatever happens in a shift, in whatever order: what must never be hidden never is, and a restart forgets nothing."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from console.alarms import Alarm, Aside
from console.errors import CommandRefused
from console.model import AlarmClass
from tests.unit.shift import POINTS, Shift

NAMES = ("smoke-1", "smoke-2", "pre-1", "pre-2", "leak", "battery", "gateway", "rain", "door")
SOURCE = st.tuples(st.sampled_from(NAMES), st.sampled_from(["alarm", "worse", "eased", "normal", "lost"])).map(" ".join)
PERSON = st.tuples(
    st.sampled_from(["acks", "resets {} false", "finds {} false", "finds {} real", "shelves {} 10 works", "unshelves",
                     "disables {} 60 P-1 watch with wang", "enables", "tests {} 5", "ends", "takes"]),
    st.sampled_from(NAMES),
).map(lambda act: f"li {act[0].format(act[1])}" if "{}" in act[0] else f"li {act[0]} {act[1]}")  # fmt: skip
ROOM = st.tuples(st.sampled_from(["shown"]), st.sampled_from(NAMES)).map(" ".join)
TIME = st.sampled_from(["20", "95", "200", "700"]).map(lambda seconds: f"wait {seconds}")
ACTS = st.lists(st.one_of(SOURCE, SOURCE, PERSON, PERSON, ROOM, TIME), max_size=25)


def play(shift: Shift, act: str) -> None:
    if act.startswith("wait "):
        shift.clock.advance(int(act.split()[1]) * 1000)
        return
    with suppress(CommandRefused):
        shift.happen(act)


def remembered(alarm: Alarm) -> tuple[object, ...]:
    """What must be the same after a restart."""
    return (
        alarm.id, alarm.version, alarm.shown, alarm.alarm_class, alarm.acknowledged, alarm.verify, alarm.shelved,
        alarm.suppressed, alarm.escalation, alarm.peak, alarm.live, alarm.occurrences, alarm.latched, alarm.lost,
        alarm.out_of_service, alarm.on_test, alarm.displayed_ms, alarm.reopened, alarm.owed_ms, alarm.minded_ms,
    )  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_fire_is_never_shelved_or_suppressed_and_leaves_only_by_a_persons_reset(acts: list[str]) -> None:
    shift = Shift()
    for act in acts:
        before = {a.id for a in shift.console.live if a.alarm_class is AlarmClass.FIRE}
        written = len(shift.store.entries)
        play(shift, act)
        for alarm in shift.console.live:
            if alarm.alarm_class is AlarmClass.FIRE:
                assert alarm.shelved is None and alarm.suppressed is None, act
        left = before - {alarm.id for alarm in shift.console.live}
        resets = {e.stream for e in shift.store.entries[written:] if e.kind == "AlarmReset" and e.by.is_person}
        assert {f"alarm/{alarm}" for alarm in left} <= resets, act


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_every_open_alarm_is_in_the_list_or_in_one_that_is_counted(acts: list[str]) -> None:
    shift = Shift()
    for act in acts:
        play(shift, act)
    desk = shift.console.live
    counts = desk.counts()
    lists = {aside: desk.aside(aside) for aside in Aside}
    assert len(desk) == len(desk.rows()) + sum(map(len, lists.values()))
    assert (counts.listed, counts.shelved, counts.suppressed) == (
        len(desk.rows()), len(lists[Aside.SHELVED]), len(lists[Aside.SUPPRESSED])
    )  # fmt: skip
    assert counts.owed == sum(alarm.is_owed for alarm in desk)
    assert counts.unknown == sum(alarm.lost for alarm in desk)
    assert desk.rows() == sorted(desk.rows(), key=lambda alarm: alarm.sort_key)
    assert sum(group.count for group in desk._registry.flooding.groups()) == len(desk.rows())


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_a_restart_forgets_nothing_and_every_clock_rings_as_it_would_have(acts: list[str]) -> None:
    shift = Shift()
    for act in acts:
        play(shift, act)
    before = sorted(remembered(alarm) for alarm in shift.console.live)
    later = Shift(shift.store.entries, type(shift.clock)(shift.clock.now_ms()))
    assert sorted(remembered(alarm) for alarm in later.console.live) == before
    shift.clock.advance(1_000_000)
    later.clock.advance(1_000_000)
    assert sorted(remembered(a) for a in later.console.live) == sorted(remembered(a) for a in shift.console.live)


@settings(max_examples=30, deadline=None)
@given(ACTS)
def test_what_is_owed_sounds_and_what_is_not_does_not_keep_on(acts: list[str]) -> None:
    shift = Shift()
    for act in acts:
        play(shift, act)
    shift.clock.advance(1_000)
    fires = [alarm for alarm in shift.console.live if alarm.is_owed and alarm.alarm_class is AlarmClass.FIRE]
    if fires:
        assert shift.console.sounding.tone is not None
    if not any(alarm.is_owed for alarm in shift.console.live):
        shift.clock.advance(10_000)
        still_owed = any(alarm.is_owed for alarm in shift.console.live)
        assert still_owed or shift.console.sounding.tone is None


def test_the_acts_reach_every_kind_of_point() -> None:
    assert {POINTS[name][1] for name in NAMES} == set(AlarmClass) - {AlarmClass.EVENT}
