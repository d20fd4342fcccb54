"""The talk key: a press goes to whom the operator sees, ends whatever happens, and says what really became of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO

import pytest

from console.announce import Announcer
from console.app import Console
from console.clock import FakeClock
from console.inbox import Inbox
from console.incidents import Disposition
from console.journal import Entry
from console.model import (
    AlarmClass,
    AlarmId,
    Condition,
    ConditionChanged,
    Group,
    GroupId,
    GroupKind,
    Heard,
    IncidentId,
    Site,
    point_id,
)
from console.model.people import Seat
from console.talk_words import (
    Burst,
    Direction,
    GroupState,
    MicrophoneBack,
    MicrophoneLost,
    MicrophoneTrouble,
    TalkDetail,
    TalkState,
    TalkTone,
)
from console.talking import ButtonState, Refusal
from tests.fake_talk import FakeTalk
from tests.unit.test_console import ListStore

FIRE, GUARDS, ESTATE, ALL = (GroupId(name) for name in ("fire", "guards", "estate", "all"))
GROUPS = (
    Group(FIRE, "消防", "Fire 1", "Park/Fire", chosen=True),
    Group(GUARDS, "保卫", "Security", "Park/Guards"),
    Group(ESTATE, "物业", "Estate", "Park/Estate"),
    Group(ALL, "全体", "All", "Park", GroupKind.ALL),
)
SITE = Site("测试园区", "Test park", "Asia/Shanghai", (120.0, 30.0), groups=GROUPS)
SMOKE = point_id("z2m", "0x01", "smoke")


class Position:
    """A console with a voice, everything it wrote, and a clock that moves when told to."""

    def __init__(self, earlier: Sequence[Entry] = (), ready: Sequence[str] = (FIRE, GUARDS, ESTATE)) -> None:
        self.clock, self.inbox, self.log, self.store = FakeClock(), Inbox(), StringIO(), ListStore(earlier)
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=SITE, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=self.store, stale_after_s=lambda _point: 3600,
        )  # fmt: skip
        self.console.start()
        self.voice = FakeTalk(self.inbox, self.clock)
        self.desk = self.console.talking
        self.desk.connect(self.voice)
        self.desk.show((FIRE, GUARDS, ESTATE))
        self.voice.ready(*ready)
        self.settle()

    def settle(self) -> None:
        self.inbox.drain(self.console.handle, self.console.failed, 1000)

    def pass_time(self, ms: int, *, held: bool = False) -> None:
        """In beats of a held key."""
        for _ in range(ms // 100):
            if held:
                self.desk.held()
            self.clock.advance(100)
            self.settle()

    def hold(self, ms: int = 0) -> bool:
        """Press and keep it down."""
        pressed = self.desk.press()
        self.settle()
        self.pass_time(ms, held=True)
        return pressed

    def release(self) -> None:
        self.desk.release()
        self.settle()

    @property
    def state(self) -> ButtonState:
        return self.desk.button.state

    def choose(self, *groups: GroupId) -> None:
        for group in groups:
            self.desk.choose(group, True)

    def raise_alarm(self) -> AlarmId:
        now = self.clock.now_ms()
        change = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", now, now, True, None)
        self.console.handle(Heard((change,)))
        return next(iter(self.console.alarms)).id

    def events(self, name: str) -> list[dict[str, object]]:
        return [line for line in map(json.loads, self.log.getvalue().splitlines()) if line["event"] == name]

    def entries(self, kind: str) -> list[Entry]:
        return [entry for entry in self.store.entries if entry.kind == kind]


# ---- to whom ---------------------------------------------------------------------------------------------------------


def test_a_press_goes_to_exactly_the_chosen_targets() -> None:
    room = Position()
    room.choose(ESTATE)
    assert room.hold()
    assert room.voice.pressed == [(FIRE, ESTATE)]
    assert room.voice.gate == (1, (FIRE, ESTATE))


def test_a_target_that_is_not_on_the_screen_is_never_spoken_to() -> None:
    room = Position()
    room.choose(ESTATE)
    room.desk.show((FIRE, GUARDS))
    assert not room.hold()
    assert room.voice.pressed == []
    assert room.desk.refusal is Refusal.NOT_SHOWN
    assert room.voice.tones == [TalkTone.CUT]


@pytest.mark.parametrize("change", ["chosen", "dropped", "hidden", "gone"])
def test_a_press_ends_with_a_tone_when_the_targets_change_under_it(change: str) -> None:
    room = Position()
    room.hold(500)
    match change:
        case "chosen":
            room.desk.choose(ESTATE, True)
        case "dropped":
            room.desk.choose(FIRE, False)
        case "hidden":
            room.desk.show((GUARDS, ESTATE))
        case _:
            room.desk.take_site(Site("测", "Test", "Asia/Shanghai", (120.0, 30.0), groups=GROUPS[1:]))
    room.settle()
    assert room.voice.gate is None
    assert room.voice.tones == [TalkTone.CUT]
    (ended,) = room.events("TalkEnded")
    assert (ended["cause"], ended["groups"]) == ("targets", ["fire"])


def test_a_press_ends_when_the_site_gives_its_target_another_channel() -> None:
    """The same group, and other people hear it."""
    room = Position()
    room.hold(200)
    moved = tuple(replace(group, channel="Park/Elsewhere") if group.id == FIRE else group for group in GROUPS)
    room.desk.take_site(replace(SITE, groups=moved))
    room.settle()
    assert room.voice.gate is None and room.voice.tones == [TalkTone.CUT]


def test_a_press_goes_on_when_the_site_changes_somebody_else() -> None:
    room = Position()
    room.hold(200)
    moved = tuple(replace(group, channel="Park/Elsewhere") if group.id == GUARDS else group for group in GROUPS)
    room.desk.take_site(replace(SITE, groups=moved))
    room.pass_time(300, held=True)
    assert room.voice.gate == (1, (FIRE,))


def test_a_target_that_is_not_in_the_press_may_leave_the_screen() -> None:
    room = Position()
    room.hold(200)
    room.desk.show((FIRE,))
    assert room.voice.gate is not None


def test_all_chooses_every_team_below_it_and_gives_them_back() -> None:
    room = Position()
    room.choose(ALL)
    assert [target.is_chosen for target in room.desk.targets()] == [True, True, True]
    assert room.desk.is_chosen(GROUPS[-1])
    room.desk.choose(ALL, False)
    assert not any(target.is_chosen for target in room.desk.targets())
    assert [group.id for group in room.voice.groups] == [FIRE, GUARDS, ESTATE]


def test_choosing_the_same_again_disturbs_no_press() -> None:
    room = Position()
    room.hold(200)
    room.desk.choose(FIRE, True)
    assert room.voice.gate is not None


# ---- what the button says --------------------------------------------------------------------------------------------


def test_the_button_is_on_the_air_only_when_the_transport_says_so() -> None:
    room = Position()
    room.voice.opens = False
    room.hold(300)
    assert room.state is ButtonState.OPENING
    assert room.events("TalkOnAir") == []
    room.voice.open()
    room.settle()
    assert room.state is ButtonState.ON_AIR
    assert [line["groups"] for line in room.events("TalkOnAir")] == [["fire"]]


def test_the_button_stays_on_the_air_until_the_gate_is_shut() -> None:
    room = Position()
    room.hold(300)
    room.desk.release()  # the transport has not answered yet
    assert room.state is ButtonState.ON_AIR
    room.settle()
    assert room.state is ButtonState.READY


def test_a_gate_that_stands_open_without_a_press_is_shown() -> None:
    room = Position()
    room.voice.tell(GUARDS, TalkState.ON_AIR)
    room.settle()
    assert room.desk.button.is_on_air


def test_with_one_of_two_targets_down_the_press_is_partly_heard_and_says_which() -> None:
    room = Position(ready=(FIRE,))
    room.choose(ESTATE)
    assert room.desk.button.is_partial
    room.hold(300)
    button = room.desk.button
    assert (button.state, button.reached, button.chosen, button.is_partial) == (ButtonState.ON_AIR, 1, 2, True)
    room.release()
    (entry,) = room.entries("TalkEnded")
    assert entry.data["results"] == {"fire": "on_air", "estate": "not_connected"}
    assert room.events("TalkOnAir")[-1]["missing"] == ["estate"]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (TalkState.NOT_CONNECTED, ButtonState.NOT_CONNECTED),
        (TalkState.OPENING, ButtonState.OPENING),
        (TalkState.READY, ButtonState.READY),
        (TalkState.ON_AIR, ButtonState.ON_AIR),
        (TalkState.BUSY, ButtonState.BUSY),
        (TalkState.REFUSED, ButtonState.REFUSED),
        (TalkState.DEVICE_LOST, ButtonState.DEVICE_LOST),
        (TalkState.NO_MICROPHONE, ButtonState.NO_MICROPHONE),
    ],
)
def test_each_state_of_the_transport_has_its_face(told: TalkState, shown: ButtonState) -> None:
    room = Position()
    room.voice.tell(FIRE, told, who="Wu")
    room.settle()
    assert room.state is shown


def test_with_nobody_chosen_the_button_asks_for_a_target() -> None:
    room = Position()
    room.desk.choose(FIRE, False)
    assert room.state is ButtonState.NO_TARGET
    assert not room.hold()
    assert room.desk.refusal is Refusal.NO_TARGET


def test_busy_says_who_speaks_and_a_press_is_heard_all_the_same() -> None:
    room = Position()
    room.voice.speak(FIRE, "Squad 2", True)
    room.settle()
    assert (room.state, room.desk.button.who) == (ButtonState.BUSY, "Squad 2")
    assert [(group, who) for group, who, _ in room.desk.speaking()] == [(FIRE, "Squad 2")]
    assert room.hold()
    assert room.desk.button.is_on_air


def test_who_speaks_is_forgotten_when_the_connection_is_lost() -> None:
    room = Position()
    room.voice.speak(FIRE, "Squad 2", True)
    room.voice.lose(FIRE)
    room.settle()
    assert room.desk.speaking() == ()


# ---- refused ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (TalkState.NOT_CONNECTED, Refusal.NOT_CONNECTED),
        (TalkState.REFUSED, Refusal.GROUP_REFUSED),
        (TalkState.NO_MICROPHONE, Refusal.NO_MICROPHONE),
        (TalkState.DEVICE_LOST, Refusal.NO_MICROPHONE),
    ],
)
def test_a_press_nobody_would_hear_does_nothing_and_says_why(state: TalkState, refusal: Refusal) -> None:
    room = Position()
    room.voice.tell(FIRE, state, TalkDetail.LOST)
    room.settle()
    assert not room.hold()
    assert room.voice.pressed == []
    assert (room.desk.refusal, room.voice.tones) == (refusal, [TalkTone.CUT])
    assert [entry.data["code"] for entry in room.entries("TalkRefused")] == [refusal.value]
    room.pass_time(5_000)
    assert room.desk.refusal is None


def test_without_a_microphone_one_listens_and_a_new_one_lets_one_speak() -> None:
    room = Position()
    room.inbox.post(MicrophoneLost("Headset", MicrophoneTrouble.UNPLUGGED))
    room.voice.speak(GUARDS, "Gate", True)
    room.settle()
    assert not room.hold()
    assert [who for _, who, _ in room.desk.speaking()] == ["Gate"]
    room.inbox.post(MicrophoneBack("Headset"))
    room.settle()
    assert room.hold()


def test_a_press_the_transport_refuses_is_over() -> None:
    room = Position()
    room.voice.states[FIRE] = GroupState(FIRE, TalkState.NOT_CONNECTED, "", 0, (), TalkDetail.LOST)  # not told yet
    room.hold()
    (ended,) = room.events("TalkEnded")
    assert (ended["cause"], ended["groups"]) == ("refused", [])
    assert room.desk.press_now is None


# ---- how it ends -----------------------------------------------------------------------------------------------------


def test_letting_go_shuts_the_gate_without_a_tone() -> None:
    room = Position()
    room.hold(700)
    room.release()
    (ended,) = room.events("TalkEnded")
    assert (ended["cause"], ended["ms"]) == ("released", 700)
    assert room.voice.tones == []


def test_a_window_that_hangs_shuts_the_gate_within_half_a_second() -> None:
    room = Position()
    room.hold(1_000)
    room.pass_time(600)  # nobody says that the key is down
    assert room.voice.gate is None
    assert room.events("TalkEnded")[-1]["cause"] == "guard"
    assert room.voice.tones == [TalkTone.CUT]


def test_it_warns_at_45_seconds_and_is_over_at_60() -> None:
    room = Position()
    room.hold(44_900)
    assert not room.desk.button.is_warned and room.voice.tones == []
    room.pass_time(200, held=True)
    assert room.desk.button.is_warned and room.voice.tones == [TalkTone.WARNING]
    assert room.desk.button.left_ms == 14_900
    room.pass_time(15_000, held=True)
    assert room.voice.gate is None
    assert room.events("TalkEnded")[-1]["cause"] == "limit"
    assert room.voice.tones == [TalkTone.WARNING, TalkTone.CUT]


def test_a_site_may_have_a_shorter_limit_and_is_warned_at_three_quarters_of_it() -> None:
    room = Position()
    room.desk.connect(room.voice, limit_s=20)
    room.hold(15_100)
    assert room.voice.tones == [TalkTone.WARNING] and room.desk.button.left_ms == 4_900
    room.pass_time(5_000, held=True)
    assert room.voice.gate is None and room.events("TalkEnded")[-1]["cause"] == "limit"


def test_a_latched_press_goes_on_without_a_hand_until_it_is_pressed_again() -> None:
    room = Position()
    room.hold()
    room.desk.latch()
    room.pass_time(20_000)
    assert room.desk.button.is_latched and room.desk.button.is_on_air
    assert room.desk.button.left_ms == 40_000
    room.release()
    assert room.voice.gate is None
    assert room.events("TalkEnded")[-1]["cause"] == "released"


def test_a_latched_press_ends_at_the_limit_too() -> None:
    room = Position()
    room.hold()
    room.desk.latch()
    room.pass_time(61_000)
    assert room.voice.gate is None and room.events("TalkEnded")[-1]["cause"] == "limit"


def test_a_hand_that_is_lost_ends_the_press_with_a_tone() -> None:
    room = Position()
    room.hold(300)
    room.desk.lose_hand()
    room.settle()
    assert room.events("TalkEnded")[-1]["cause"] == "away"
    assert room.voice.tones == [TalkTone.CUT]


def test_a_voice_process_that_never_answers_leaves_no_press_behind() -> None:
    room = Position()
    room.hold(300)
    room.voice.gate = None  # it died
    room.release()
    assert room.desk.press_now is not None
    room.pass_time(2_100)
    assert room.desk.press_now is None
    assert room.hold()


def test_a_second_press_while_one_is_down_is_none() -> None:
    room = Position()
    room.hold()
    room.hold()
    assert room.voice.pressed == [(FIRE,)]


def test_whoever_presses_again_while_his_last_words_are_on_their_way_speaks_again() -> None:
    """The gate stays open for a moment after the hand let go: a press in that moment is a press."""
    room = Position()
    room.voice.tail_ms = 120
    room.hold(500)
    room.release()
    room.clock.advance(60)
    assert room.hold(1_000)
    assert room.voice.gate == (2, (FIRE,)) and room.state is ButtonState.ON_AIR
    assert [event["press"] for event in room.events("TalkOnAir")] == [1, 2]
    room.release()
    room.pass_time(500)
    ends = [(event["press"], event["cause"]) for event in room.events("TalkEnded")]
    assert ends == [(1, "released"), (2, "released")] and room.voice.tones == []


def test_after_the_limit_the_key_has_to_be_pressed_anew() -> None:
    room = Position()
    room.hold(60_500)
    assert room.voice.pressed == [(FIRE,)]
    room.release()
    assert room.hold()


# ---- what is kept ----------------------------------------------------------------------------------------------------


def test_every_press_and_every_burst_is_in_the_journal_with_its_file() -> None:
    room = Position()
    room.hold(500)
    room.release()
    room.voice.burst(FIRE, "Squad 2", path="voice/2026/11/21/a.mka")
    room.settle()
    (pressed,) = room.entries("TalkPressed")
    assert pressed.by.person == "Li" and pressed.data["groups"] == ["fire"]
    (heard,) = room.entries("TalkHeard")
    assert (heard.data["who"], heard.data["length_ms"], heard.data["path"]) == (
        "Squad 2", 2_600, "voice/2026/11/21/a.mka",
    )  # fmt: skip
    assert heard.data["sha256"] == "ab" * 32
    assert [kept.burst.who for kept in room.desk.bursts()] == ["Squad 2"]
    assert room.events("BurstKept")[0]["direction"] == "heard"


def test_what_is_said_while_an_alarm_is_shown_belongs_to_its_incident_and_comes_back_after_a_restart() -> None:
    room = Position()
    alarm = room.raise_alarm()
    incident = room.console.dispatching.open_from(alarm)
    room.voice.burst(FIRE, "Squad 2")
    room.settle()
    (heard,) = room.entries("TalkHeard")
    assert (heard.stream, heard.data["alarm"], heard.data["incident"]) == (f"talk/desk-1/{incident}", alarm, incident)
    again = Position(room.store.entries)
    assert [kept.burst.who for kept in again.desk.bursts(incident)] == ["Squad 2"]
    assert again.desk.bursts(IncidentId("E-9999")) == ()


def test_the_record_of_a_closed_incident_is_not_loaded_again() -> None:
    room = Position()
    incident = room.console.dispatching.open_from(room.raise_alarm())
    room.voice.burst(FIRE, "Squad 2")
    room.settle()
    room.console.dispatching.close(incident, Disposition.FALSE_ALARM)
    again = Position(room.store.entries)
    assert again.entries("TalkFiled")[0].data == {"bursts": 1}
    assert Position(again.store.entries).desk.bursts() == ()


def test_what_was_said_stands_in_the_timeline_of_its_incident() -> None:
    room = Position()
    incident = room.console.dispatching.open_from(room.raise_alarm())
    room.voice.burst(FIRE, "Squad 2", path="voice/1.mka")
    room.settle()
    lines = [line for line in room.console.dispatching.timeline(incident) if line.kind == "TalkHeard"]
    assert [(line.who, line.path) for line in lines] == [("Squad 2", "voice/1.mka")]


def test_a_burst_of_ours_belongs_to_what_was_shown_when_the_key_went_down() -> None:
    room = Position()
    alarm = room.raise_alarm()
    room.console.dispatching.open_from(alarm)
    room.hold(400)
    start = room.clock.now_ms() - 300
    room.release()
    room.console.seeing.wall.restore()
    room.inbox.post(_sent(start))
    room.settle()
    (sent,) = room.entries("TalkSent")
    assert (sent.data["alarm"], sent.by.person) == (alarm, "Li")


def test_the_last_words_heard_are_played_again_and_that_is_an_act() -> None:
    room = Position()
    room.voice.burst(FIRE, "Squad 2", path="voice/1.mka")
    room.voice.burst(FIRE, "Squad 3", path="voice/2.mka")
    room.inbox.post(_sent(room.clock.now_ms()))
    room.settle()
    room.desk.play_last()
    assert room.voice.said == ["voice/2.mka"] and room.desk.playing == "voice/2.mka"
    assert room.entries("TalkPlayed")[0].by.person == "Li"
    room.voice.played()
    room.settle()
    assert room.desk.playing == ""


def test_nothing_is_played_over_our_own_voice() -> None:
    room = Position()
    room.voice.burst(FIRE, "Squad 2")
    room.settle()
    room.hold()
    room.desk.play_last()
    assert room.voice.said == []


def test_without_a_voice_server_there_is_nothing_to_talk_with() -> None:
    room = Position()
    assert room.desk.is_on
    silent = Console(
        seat=Seat("desk-1", "Li"), site=SITE, clock=room.clock, announcer=Announcer(room.clock), store=ListStore(),
        stale_after_s=lambda _point: 3600,
    )  # fmt: skip
    assert not silent.talking.is_on


def _sent(start_ms: int) -> Burst:
    return Burst(Direction.SENT, (FIRE,), "", start_ms, 400, 0, "voice/own.mka", "cd" * 32)
