"""Which tone sounds when: graver first, silenced only what sounds, and fire never forgotten."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from console.clock import FakeClock
from console.model import AlarmId, Tone
from console.sounds import Siren

LIMIT_MS = 120_000
FIRE_1, FIRE_2, PRE, TROUBLE, HAZARD = (AlarmId(name) for name in ("f1", "f2", "p", "t", "h"))


class Desk:
    """A siren and everything it asked for."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.said: list[Tone | None] = []
        self.siren = Siren(self.clock, LIMIT_MS, self.said.append)


def test_the_gravest_alarm_sounds_and_pre_empts_at_once() -> None:
    desk = Desk()
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    desk.siren.call(PRE, Tone.HIGH, 1)
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.call(TROUBLE, Tone.FAULT, 1)
    assert desk.said == [Tone.MEDIUM, Tone.HIGH, Tone.FIRE]


def test_what_waited_behind_a_fire_sounds_once_the_fire_is_acknowledged() -> None:
    desk = Desk()
    for alarm, tone in ((FIRE_1, Tone.FIRE), (HAZARD, Tone.MEDIUM), (TROUBLE, Tone.FAULT)):
        desk.siren.call(alarm, tone, 1)
    desk.siren.end(FIRE_1)
    desk.clock.advance(10_000)
    assert desk.said == [Tone.FIRE, Tone.MEDIUM, Tone.FAULT, None]


def test_a_single_tone_that_was_cut_short_sounds_again_later() -> None:
    desk = Desk()
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.end(FIRE_1)
    assert desk.said == [Tone.MEDIUM, Tone.FIRE, Tone.MEDIUM]


def test_a_flood_of_troubles_is_a_slow_beat_and_the_last_one_is_heard_too() -> None:
    desk = Desk()
    for number in range(100):
        desk.siren.call(AlarmId(f"t{number}"), Tone.FAULT, 1)
        desk.clock.advance(100)
    desk.clock.advance(5_000)
    assert desk.said == [Tone.FAULT] * 6 + [None]


def test_an_alarm_said_again_without_news_does_not_sound_again() -> None:
    desk = Desk()
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    desk.clock.advance(3_000)
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    assert desk.said == [Tone.MEDIUM, None]


def test_a_new_occurrence_of_a_silenced_alarm_sounds_again() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    assert desk.siren.silence() == (FIRE_1,)
    desk.siren.call(FIRE_1, Tone.FIRE, 2)
    assert desk.said == [Tone.FIRE, None, Tone.FIRE]


def test_a_second_fire_while_one_sounds_is_asked_for_anew() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.call(FIRE_2, Tone.FIRE, 1)
    assert desk.said == [Tone.FIRE, Tone.FIRE]


def test_silence_covers_what_is_there_and_ends_at_the_next_raise_whatever_that_is() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    assert set(desk.siren.silence()) == {FIRE_1, HAZARD}
    assert desk.siren.tone is None
    desk.siren.call(TROUBLE, Tone.FAULT, 1)
    assert desk.siren.tone is Tone.FIRE
    assert set(desk.siren.silence()) == {FIRE_1, TROUBLE}


def test_an_alarm_that_cleared_or_a_reminder_is_no_raise_and_ends_no_silence() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    desk.siren.silence()
    desk.siren.call(HAZARD, Tone.CLEARED, 1)
    desk.siren.call(PRE, Tone.REMINDER, 1)
    assert desk.said == [Tone.FIRE, None, Tone.CLEARED]
    assert desk.siren.silenced == {FIRE_1}


def test_a_silenced_fire_that_escalates_is_heard_again_with_its_second_tone() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.silence()
    desk.siren.call(FIRE_1, Tone.ESCALATED, 1)
    assert desk.said == [Tone.FIRE, None, Tone.ESCALATED]


def test_the_last_seconds_of_a_verify_clock_tick_only_where_nothing_graver_sounds() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.TICK, 1)
    desk.siren.call(HAZARD, Tone.MEDIUM, 1)
    desk.clock.advance(2_000)
    assert desk.said == [Tone.TICK, Tone.MEDIUM, Tone.TICK]
    desk.siren.end(FIRE_1)
    assert desk.siren.tone is None


def test_a_silenced_fire_speaks_up_after_two_minutes_unless_it_was_acknowledged() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.call(FIRE_2, Tone.FIRE, 1)
    desk.siren.silence()
    desk.siren.end(FIRE_2)
    desk.clock.advance(LIMIT_MS - 1)
    assert desk.siren.tone is None
    desk.clock.advance(1)
    assert desk.siren.tone is Tone.FIRE
    desk.siren.silence()
    desk.siren.end(FIRE_1)
    desk.clock.advance(10 * LIMIT_MS)
    assert desk.siren.tone is None
    assert desk.siren.silenced == frozenset()


def test_silence_with_nothing_sounding_does_not_prolong_an_earlier_one() -> None:
    desk = Desk()
    desk.siren.call(FIRE_1, Tone.FIRE, 1)
    desk.siren.silence()
    desk.clock.advance(LIMIT_MS - 1_000)
    assert desk.siren.silence() == ()
    desk.clock.advance(1_000)
    assert desk.siren.tone is Tone.FIRE


ALARMS = st.sampled_from(["a", "b", "c", "d"]).map(AlarmId)
TONES = st.sampled_from([Tone.FIRE, Tone.HIGH, Tone.MEDIUM, Tone.FAULT, Tone.LOW, Tone.CLEARED])
ACTS = st.one_of(
    st.tuples(st.just("call"), ALARMS, TONES),
    st.tuples(st.just("end"), ALARMS, TONES),
    st.tuples(st.just("silence"), ALARMS, TONES),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(ACTS, st.integers(0, 90_000)), max_size=40))
def test_an_unacknowledged_fire_is_never_silent_for_longer_than_the_limit(acts: list) -> None:  # type: ignore[type-arg]
    desk = Desk()
    burning: set[AlarmId] = set()
    silent_ms = 0
    for number, ((act, alarm, tone), wait_ms) in enumerate(acts):
        if act == "call":
            desk.siren.call(alarm, tone, number)
            burning = burning | {alarm} if tone is Tone.FIRE else burning - {alarm}
            if tone is Tone.FIRE:
                assert desk.siren.tone is Tone.FIRE
        elif act == "end":
            desk.siren.end(alarm)
            burning -= {alarm}
        else:
            desk.siren.silence()
        for _ in range(wait_ms // 1_000):
            silent_ms = silent_ms + 1_000 if burning and desk.siren.tone is not Tone.FIRE else 0
            assert silent_ms <= LIMIT_MS
            desk.clock.advance(1_000)
    if not burning:
        desk.siren.silence()
        for alarm in "abcd":
            desk.siren.end(AlarmId(alarm))
        assert desk.siren.tone is None
