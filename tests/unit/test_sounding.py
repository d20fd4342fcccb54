"""What the room hears of its alarms: the console decides, a person silences and tries, all of it is journalled."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO

import pytest

from console.alarms import Alarm
from console.announce import Announcer
from console.app import Console
from console.audible import Sound, SpeakersOpened, ToneOutcome, ToneTried
from console.clock import FakeClock
from console.journal import Entry
from console.model import (
    AlarmClass,
    AlarmId,
    Condition,
    ConditionChanged,
    Heard,
    LinkDown,
    LinkUp,
    PointId,
    Site,
    Tone,
    point_id,
)
from console.model.people import Seat
from console.model.sounds import SpeechOutcome, Spoken
from tests.unit.test_console import ListStore

SMOKE, OTHER = point_id("z2m", "0x01", "smoke"), point_id("z2m", "0x02", "smoke")
LEAK, BATTERY = point_id("site", "panel-1", "leakage_current"), point_id("z2m", "0x01", "battery")
SITE = Site("测试园区", "Test park", "Asia/Shanghai", (120.0, 30.0))


@dataclass
class Notepad:
    """A loudspeaker that writes down what it is asked for."""

    tones: list[Tone | None] = field(default_factory=list)
    tests: int = 0
    said: list[tuple[int, str, str]] = field(default_factory=list)
    hushed: int = 0

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def play(self, tone: Tone | None) -> None:
        self.tones.append(tone)

    def test(self) -> None:
        self.tests += 1

    def say(self, number: int, text: str, language: str) -> None:
        self.said.append((number, text, language))

    def hush(self) -> None:
        self.hushed += 1


class Position:
    """A console with a loudspeaker and everything it wrote."""

    def __init__(
        self, earlier: list[Entry] | None = None, has_sound: bool = True, speaker: Sound | None = None,
        speak: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self.clock, self.sound, self.log = FakeClock(), Notepad(), StringIO()
        self.store = ListStore(earlier or [])
        self.console = Console(
            seat=Seat("desk-1", "li"),
            site=SITE,
            clock=self.clock,
            announcer=Announcer(self.clock, self.log),
            store=self.store,
            stale_after_s=lambda point: 0,
            sound=(speaker or self.sound) if has_sound else None,
            speak=speak,
        )
        self.console.start()

    @property
    def tone(self) -> Tone | None:
        """What sounds now."""
        return self.sound.tones[-1] if self.sound.tones else None

    def condition(self, point: PointId, alarm_class: AlarmClass, condition: Condition = Condition.ACTIVE) -> AlarmId:
        now = self.clock.now_ms()
        change = ConditionChanged(
            point=point, alarm_class=alarm_class, kind="smoke", condition=condition, cause="state",
            source_ms=now, received_ms=now,
        )  # fmt: skip
        self.console.handle(Heard((change,)))
        return next((alarm.id for alarm in self.console.alarms if alarm.point == point), AlarmId(""))

    def journal(self, kind: str) -> list[Entry]:
        return [entry for entry in self.store.entries if entry.kind == kind]

    def events(self, name: str) -> list[dict[str, object]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]


@pytest.fixture
def desk() -> Position:
    return Position()


@pytest.mark.parametrize(
    ("alarm_class", "tone"),
    [("F", "fire"), ("P", "high"), ("S", "medium"), ("H", "medium"), ("T", "fault"), ("W", "low"), ("E", "low")],
)
def test_each_class_has_the_tone_of_its_priority(desk: Position, alarm_class: str, tone: str) -> None:
    desk.condition(SMOKE, AlarmClass(alarm_class))
    assert desk.tone == tone
    assert desk.events("SoundChanged")[-1]["tone"] == tone


def test_acknowledging_ends_the_tone(desk: Position) -> None:
    desk.console.acknowledge(desk.condition(SMOKE, AlarmClass.FIRE))
    assert desk.sound.tones == [Tone.FIRE, None]


def test_a_fire_that_clears_unseen_sounds_on_and_a_hazard_gives_one_soft_tone(desk: Position) -> None:
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.condition(SMOKE, AlarmClass.FIRE, Condition.NORMAL)
    assert desk.tone is Tone.FIRE
    desk.console.acknowledge(next(alarm.id for alarm in desk.console.alarms))
    desk.condition(LEAK, AlarmClass.HAZARD)
    desk.clock.advance(3_000)
    desk.condition(LEAK, AlarmClass.HAZARD, Condition.NORMAL)
    assert desk.sound.tones == [Tone.FIRE, None, Tone.MEDIUM, None, Tone.CLEARED]


def test_silence_is_no_acknowledgement_and_stands_in_the_journal(desk: Position) -> None:
    alarm = desk.condition(SMOKE, AlarmClass.FIRE)
    assert desk.console.sounding.silence()
    assert desk.tone is None
    assert desk.console.sounding.is_silenced
    found = desk.console.alarms.get(alarm)
    assert found is not None and found.acknowledged is None
    (entry,) = desk.journal("SoundSilenced")
    assert (entry.by.person, entry.by.position) == ("li", "desk-1")
    assert entry.data == {"tone": "fire", "alarms": [alarm]}
    assert desk.events("SoundSilenced")[0]["by"] == "li"


def test_silence_where_nothing_sounds_leaves_no_trace(desk: Position) -> None:
    assert not desk.console.sounding.silence()
    assert desk.journal("SoundSilenced") == []


def test_a_new_fire_sounds_through_the_silence_of_another(desk: Position) -> None:
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.console.sounding.silence()
    desk.condition(OTHER, AlarmClass.FIRE)
    assert desk.tone is Tone.FIRE


def test_a_new_occurrence_of_a_silenced_fire_sounds(desk: Position) -> None:
    for condition in (Condition.ACTIVE, Condition.NORMAL):
        desk.condition(SMOKE, AlarmClass.FIRE, condition)
    desk.console.sounding.silence()
    desk.condition(SMOKE, AlarmClass.FIRE)
    assert desk.tone is Tone.FIRE


def test_after_a_restart_an_unacknowledged_fire_sounds_again_though_it_was_silenced(desk: Position) -> None:
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.console.sounding.silence()
    again = Position(earlier=desk.store.entries)
    assert again.tone is Tone.FIRE


def test_a_tried_loudspeaker_is_journalled_with_its_name_and_the_outcome(desk: Position) -> None:
    desk.console.handle(SpeakersOpened("USB speaker"))
    desk.console.sounding.test_tone()
    assert desk.sound.tests == 1
    assert desk.journal("SoundTested") == []
    desk.console.handle(ToneTried(ToneOutcome.PLAYED, "USB speaker"))
    desk.clock.advance(60_000)
    (entry,) = desk.journal("SoundTested")
    assert entry.data == {"outcome": "played", "device": "USB speaker"}
    assert desk.console.sounding.tried is not None and desk.console.sounding.tried.by == "li"


def test_a_test_nobody_answers_has_failed_after_five_seconds(desk: Position) -> None:
    desk.console.sounding.test_tone()
    desk.console.sounding.test_tone()
    desk.clock.advance(5_000)
    desk.console.handle(ToneTried(ToneOutcome.PLAYED, "too late"))
    assert [entry.data["outcome"] for entry in desk.journal("SoundTested")] == ["no_answer"]
    assert desk.sound.tests == 1


def test_no_test_is_played_over_an_alarm(desk: Position) -> None:
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.console.sounding.test_tone()
    assert desk.sound.tests == 0
    assert desk.events("SoundTested")[0]["outcome"] == "alarm_sounds"


def test_lost_sound_is_a_trouble_and_a_lamp_until_it_is_back(desk: Position) -> None:
    desk.console.handle(LinkDown("audio", "audio", "no_device", desk.clock.now_ms()))
    assert not desk.console.links.is_up("audio")
    (alarm,) = desk.console.alarms
    assert (alarm.alarm_class, alarm.kind) == (AlarmClass.TROUBLE, "audio")
    desk.console.handle(LinkUp("audio", "audio", desk.clock.now_ms()))
    assert desk.console.links.is_up("audio")
    assert not next(iter(desk.console.alarms)).is_active


def test_a_position_without_sound_knows_what_would_sound_and_says_that_it_is_off() -> None:
    desk = Position(has_sound=False)
    desk.condition(SMOKE, AlarmClass.FIRE)
    assert not desk.console.sounding.is_on
    assert desk.console.sounding.tone is Tone.FIRE
    assert desk.console.sounding.silence()
    desk.console.sounding.test_tone()
    assert desk.events("SoundTested")[0]["outcome"] == "off"
    assert desk.console.links.get("audio") is None


# ---- time alone ----


def test_a_fire_nobody_acknowledges_sounds_otherwise_after_fifteen_seconds_even_if_it_was_silenced(
    desk: Position,
) -> None:
    desk.console.alarming.displayed(desk.condition(SMOKE, AlarmClass.FIRE))
    desk.console.sounding.silence()
    desk.clock.advance(14_900)
    assert desk.tone is None
    desk.clock.advance(100)
    assert desk.tone is Tone.ESCALATED


def test_the_last_fifteen_seconds_of_a_verify_clock_tick_and_end_with_it(desk: Position) -> None:
    alarm = desk.condition(SMOKE, AlarmClass.FIRE)
    desk.console.acknowledge(alarm)
    desk.clock.advance(74_900)
    assert desk.tone is None
    desk.clock.advance(200)
    assert desk.tone is Tone.TICK
    desk.clock.advance(15_000)
    assert desk.tone is None


def test_a_hazard_that_was_acknowledged_and_forgotten_is_brought_back_to_mind_after_half_an_hour(
    desk: Position,
) -> None:
    desk.console.acknowledge(desk.condition(LEAK, AlarmClass.HAZARD))
    desk.clock.advance(29 * 60_000)
    desk.sound.tones.clear()
    desk.clock.advance(2 * 60_000)
    assert desk.sound.tones == [Tone.REMINDER, None]
    desk.condition(LEAK, AlarmClass.HAZARD, Condition.NORMAL)
    desk.clock.advance(60 * 60_000)
    assert desk.sound.tones == [Tone.REMINDER, None]


# ---- said aloud ----


class Words:
    """An operator who speaks in codes."""

    language = "en"

    def alarm(self, alarm: Alarm) -> str:
        return f"{alarm.alarm_class.value} {alarm.point}"

    def more(self, fires: int, others: int) -> str:
        return f"{fires} fires, {others} others"


WORDS = Words()  # the desk holds them weakly, as those of a window that may be closed


def speaking(*classes: str) -> Position:
    desk = Position(speak=classes)
    desk.console.sounding.speaking.connect(WORDS)
    return desk


def told(desk: Position) -> list[str]:
    return [text for _, text, _ in desk.sound.said]


def over(desk: Position, outcome: SpeechOutcome = SpeechOutcome.SPOKEN) -> None:
    desk.console.handle(Spoken(desk.sound.said[-1][0], outcome))


def test_each_alarm_is_said_once_and_only_of_the_classes_the_site_wants() -> None:
    desk = speaking("F")
    alarm = desk.condition(SMOKE, AlarmClass.FIRE)
    desk.condition(LEAK, AlarmClass.HAZARD)
    over(desk)
    desk.clock.advance(20_000)
    assert told(desk) == [f"F {SMOKE}"]
    assert desk.events("AlarmSpoken") == [
        {"t": desk.events("AlarmSpoken")[0]["t"], "event": "AlarmSpoken", "domain": "live", "alarm": alarm,
         "outcome": "spoken"},
    ]  # fmt: skip


def test_a_fire_cuts_into_what_is_said_of_a_hazard_which_is_said_afterwards() -> None:
    desk = speaking("F", "H")
    desk.condition(LEAK, AlarmClass.HAZARD)
    desk.condition(SMOKE, AlarmClass.FIRE)
    assert told(desk) == [f"H {LEAK}", f"F {SMOKE}"]
    over(desk)
    assert told(desk)[-1] == f"H {LEAK}"


def test_of_many_that_wait_the_number_is_said_and_none_is_left_out_of_it() -> None:
    desk = speaking("F", "H")
    for number in range(6):
        desk.condition(point_id("z2m", f"n{number}", "smoke"), AlarmClass.FIRE)
    desk.condition(LEAK, AlarmClass.HAZARD)
    over(desk)
    assert told(desk)[1] == "5 fires, 1 others"
    over(desk)
    assert len(told(desk)) == 2


def test_what_was_acknowledged_before_its_turn_is_not_said() -> None:
    desk = speaking("F")
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.console.acknowledge(desk.condition(OTHER, AlarmClass.FIRE))
    over(desk)
    assert told(desk) == [f"F {SMOKE}"]


def test_f10_ends_what_is_said_too() -> None:
    desk = speaking("F")
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.condition(OTHER, AlarmClass.FIRE)
    desk.console.sounding.silence()
    assert desk.sound.hushed == 1
    over(desk, SpeechOutcome.CUT)
    assert told(desk) == [f"F {SMOKE}"]


def test_a_voice_that_never_answers_holds_up_nobody() -> None:
    desk = speaking("F")
    desk.condition(SMOKE, AlarmClass.FIRE)
    desk.condition(OTHER, AlarmClass.FIRE)
    desk.clock.advance(60_000)
    assert told(desk) == [f"F {SMOKE}", f"F {OTHER}"]
