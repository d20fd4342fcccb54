"""A drill runs through all the desks in a domain of its own: nothing of it leaves the room, nothing live waits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console.alarms import Outcome
from console.drill import Cause, Phase, PhoneKind
from console.errors import CommandRefused
from console.inbox import Inbox
from console.incidents import Disposition
from console.journal import Conflict, Recorded
from console.model import (
    LIVE,
    Act,
    AlarmId,
    By,
    Deed,
    Group,
    GroupId,
    IncidentId,
    Reply,
    Scenario,
    ScenarioId,
    Tone,
    UnitStatus,
)
from console.model.ids import domain_of, in_domain, of_site
from console.talk_words import Burst, Direction
from tests.fake_talk import FakeTalk
from tests.unit.dispatch_room import G1, LEAK, M1, S1, SITE, SMOKE, Room
from tests.unit.test_rights_in_the_room import Seated

WORDS = {"en": "x", "zh_CN": "x", "zh_TW": "x"}
SCENARIO = Scenario(
    ScenarioId("smoke"), WORDS, 12,
    (
        Act(5, Deed.ALARM, SMOKE, text=WORDS),
        Act(30, Deed.CALL, text=WORDS, caller="312"),
        Act(300, Deed.CLEAR, SMOKE, text=WORDS),
    ),
    (Reply("M1", 8, 15, 50),),
)  # fmt: skip
TEAM = GroupId("fire-1")
DRILL_SITE = replace(
    SITE, scenarios=(SCENARIO,), groups=(Group(TEAM, "消防一组", "Fire 1", "Site/Fire 1", chosen=True),)
)


class Hall(Room):
    """The room of the dispatch tests with a scenario."""

    def __init__(self, *earlier: object, **more: object) -> None:
        super().__init__(*earlier, site=DRILL_SITE, **more)  # type: ignore[arg-type]

    def restarted(self) -> Hall:
        """The next run on the same journal, a minute after this one was killed."""
        return Hall(self.store.entries, now_ms=self.clock.now_ms() + 60_000)

    def begin(self, minutes: int = 20) -> None:
        self.console.drilling.start(ScenarioId("smoke"), "Gao Lei", minutes)

    def smoked(self) -> AlarmId:
        """The drill has begun and its detector has alarmed."""
        self.begin()
        self.clock.advance(5_000)
        return self.console.alarms.rows()[0].id

    def ordered(self) -> IncidentId:
        """And the station was sent."""
        alarm = self.smoked()
        incident = self.desk.open_from(alarm)
        self.desk.dispatch(incident, [M1])
        self.save()
        self.clock.advance(1)
        self.save()
        return incident

    def phase(self) -> Phase | None:
        drill = self.console.drilling.drill
        return drill.phase if drill is not None else None


@pytest.fixture
def hall() -> Hall:
    return Hall()


def refused(code: str) -> pytest.RaisesExc[CommandRefused]:
    return pytest.raises(CommandRefused, match=f"^{code}")


def test_names_of_a_drill_tell_their_domain_and_the_point_that_is_meant() -> None:
    domain = domain_of("drill:7/z2m/0x01#smoke/1")
    assert domain == "drill:7" and domain_of("z2m/0x01#smoke/1") == LIVE
    assert of_site(in_domain(SMOKE, domain)) == SMOKE == of_site(SMOKE) == in_domain(SMOKE, LIVE)


def test_what_the_scenario_injects_is_an_alarm_of_the_drills_domain_and_of_no_other(hall: Hall) -> None:
    alarm = hall.smoked()
    (raised,) = hall.events("AlarmRaised")
    assert raised["domain"] == hall.console.drilling.drill.domain == domain_of(alarm)  # type: ignore[union-attr]
    assert len(hall.console.live) == 0
    live = {entry.kind for entry in hall.store.entries if entry.domain == LIVE}
    assert "AlarmRaised" not in live and {"DrillStarted", "DrillInjected"} <= live
    assert hall.console.points.get(hall.console.alarms.rows()[0].point).name == "东厂房烟感"  # type: ignore[union-attr]


def test_an_order_of_a_drill_hangs_on_the_phone_wall_and_is_answered_there(hall: Hall) -> None:
    incident = hall.ordered()
    assert hall.carrier.published == [] and incident == "D-0001"
    (phone,) = hall.console.drilling.phones()
    assert (phone.kind, phone.whom, phone.incident) == (PhoneKind.ORDER, "M1", incident)
    for seconds, status in ((8, UnitStatus.ACCEPTED), (7, UnitStatus.EN_ROUTE), (35, UnitStatus.ON_SCENE)):
        hall.clock.advance(seconds * 1000)
        assert hall.status(M1) is status
    assert hall.carrier.published == []


def test_the_live_state_of_a_unit_does_not_know_of_the_drill(hall: Hall) -> None:
    hall.ordered()
    assert hall.status(M1) is UnitStatus.ORDERED
    hall.console.drilling.pause()
    assert hall.status(M1) is UnitStatus.AVAILABLE


def test_the_controller_answers_for_a_unit_that_has_no_line_in_the_scenario(hall: Hall) -> None:
    incident = hall.ordered()
    hall.desk.dispatch(incident, [S1])
    hall.save()
    hall.clock.advance(600)
    hall.save()
    phone = hall.console.drilling.phones()[0]
    assert phone.whom == "S1" and hall.status(S1) is UnitStatus.ORDERED
    hall.console.drilling.answer(phone.number, UnitStatus.ACCEPTED)
    assert hall.status(S1) is UnitStatus.ACCEPTED
    with refused("no_answer_now"):
        hall.console.drilling.answer(phone.number, UnitStatus.ACCEPTED)


def test_a_caller_of_the_scenario_rings_on_the_phone_wall(hall: Hall) -> None:
    hall.smoked()
    hall.clock.advance(25_000)
    (phone,) = hall.console.drilling.phones()
    assert (phone.kind, phone.whom, phone.text) == (PhoneKind.CALL, "312", WORDS)


def test_a_live_fire_pauses_the_drill_before_anything_else_and_the_room_sees_only_it(hall: Hall) -> None:
    hall.smoked()
    real = hall.alarm()
    assert hall.phase() is Phase.PAUSED
    assert [row.id for row in hall.console.alarms.rows()] == [real]
    kinds = [entry.kind for entry in hall.store.entries]
    assert hall.console.sounding.tone is Tone.FIRE
    paused = hall.events("DrillChanged")[-1]
    assert (paused["what"], paused["cause"]) == ("paused", Cause.LIVE_ALARM)
    names = [
        event for event in hall.log.getvalue().splitlines() if '"AlarmRaised"' in event or '"DrillChanged"' in event
    ]
    assert '"paused"' in names[-2] and '"live"' in names[-1] and "DrillPaused" in kinds


def test_a_hazard_of_the_live_day_waits_in_its_line_and_is_counted(hall: Hall) -> None:
    hall.smoked()
    hall.alarm(LEAK)
    assert hall.phase() is Phase.RUNNING
    assert len(hall.console.live) == 1 and len(hall.console.alarms) == 1


def test_a_live_fire_that_was_seen_and_then_left_alone_breaks_in_when_it_has_to_be_seen_again(hall: Hall) -> None:
    real = hall.alarm()
    hall.console.acknowledge(real)
    hall.smoked()
    assert hall.phase() is Phase.RUNNING and hall.console.seeing.wall.current is not None
    hall.clock.advance(180_000)  # nobody has done anything about it
    drill = hall.console.drilling.drill
    assert drill is not None and (drill.phase, drill.cause) == (Phase.PAUSED, Cause.LIVE_ALARM)
    current = hall.console.seeing.wall.current
    assert current is not None and current.alarm == real


def test_a_paused_drill_goes_on_only_when_the_live_fire_was_seen(hall: Hall) -> None:
    alarm = hall.smoked()
    real = hall.alarm()
    with refused("live_alarm_open"):
        hall.console.drilling.resume()
    hall.console.acknowledge(real)
    hall.console.drilling.resume()
    assert [row.id for row in hall.console.alarms.rows()] == [alarm] and hall.phase() is Phase.RUNNING
    assert hall.console.sounding.tone is Tone.DRILL


def test_nothing_is_injected_while_it_is_paused_and_the_pause_is_not_counted(hall: Hall) -> None:
    hall.smoked()
    hall.console.drilling.pause()
    hall.clock.advance(60_000)
    assert hall.console.drilling.phones() == ()
    hall.console.drilling.resume()
    hall.clock.advance(24_000)
    assert hall.console.drilling.phones() == ()
    hall.clock.advance(1_000)
    assert len(hall.console.drilling.phones()) == 1


def test_a_drill_does_not_begin_over_a_live_fire_nobody_has_seen(hall: Hall) -> None:
    real = hall.alarm()
    with refused("live_alarm_open"):
        hall.begin()
    hall.console.acknowledge(real)
    hall.begin()
    assert hall.phase() is Phase.RUNNING


def test_the_alarm_of_a_detector_on_test_keeps_no_drill_waiting(hall: Hall) -> None:
    """It stands in no list where anybody could see it, and breaks in only when it comes back into one."""
    hall.console.alarming.put_on_test([SMOKE], hall.clock.now_ms() + 3_600_000)
    hall.alarm(SMOKE)
    hall.begin()
    assert hall.phase() is Phase.RUNNING
    hall.console.alarming.end_test(SMOKE)
    assert hall.phase() is Phase.PAUSED


def test_a_drill_needs_a_controller_an_end_and_a_scenario(hall: Hall) -> None:
    drilling = hall.console.drilling
    with refused("no_controller"):
        drilling.start(ScenarioId("smoke"), "  ", 20)
    with refused("drill_length"):
        drilling.start(ScenarioId("smoke"), "Gao Lei", 481)
    with refused("no_scenario"):
        drilling.start(ScenarioId("flood"), "Gao Lei", 20)
    hall.begin()
    with refused("drill_is_on"):
        hall.begin()


def test_the_end_leaves_nothing_open_and_the_live_room_as_it_was(hall: Hall) -> None:
    hall.alarm(LEAK)
    before = [row.id for row in hall.console.alarms.rows()]
    hall.ordered()
    domain = hall.console.drilling.drill.domain  # type: ignore[union-attr]
    hall.console.drilling.end()
    last = {entry.stream: entry for entry in hall.store.entries if entry.domain == domain}
    assert [stream for stream, entry in last.items() if entry.open] == []
    assert [row.id for row in hall.console.alarms.rows()] == before and hall.console.drilling.drill is None
    assert hall.status(M1) is UnitStatus.AVAILABLE and hall.carrier.published == []
    assert not hall.restarted().console.drilling.drill


def test_it_ends_by_itself_when_its_time_has_come_and_says_so_five_minutes_before(hall: Hall) -> None:
    hall.begin(minutes=20)
    hall.clock.advance(15 * 60_000)
    assert len(hall.events("DrillEndsSoon")) == 1 and hall.phase() is Phase.RUNNING
    hall.clock.advance(5 * 60_000)
    assert hall.phase() is None and hall.events("DrillChanged")[-1]["cause"] == Cause.TIME


@pytest.mark.parametrize("relieved_by", ["", "ma"])
def test_it_ends_whole_at_its_time_when_nobody_sits_here_who_might_close_an_incident(
    hall: Hall, relieved_by: str
) -> None:
    """The seat is locked, or an engineer has relieved the dispatcher: the machine ends it, and says so."""
    seat = Seated(hall)
    seat.sits("li")
    hall.ordered()
    if relieved_by:
        seat.sits(relieved_by)
    else:
        seat.people.lock()
    hall.clock.advance(20 * 60_000)
    assert hall.phase() is None and hall.events("DrillChanged")[-1]["phase"] == "ended"
    newest = {entry.stream: entry for entry in hall.store.entries if entry.domain != LIVE}
    assert newest and not [stream for stream, entry in newest.items() if entry.open]
    closed = next(entry for entry in newest.values() if entry.kind == "IncidentClosed")
    assert not closed.by.is_person


def test_nobody_answers_on_the_phone_wall_at_a_locked_seat(hall: Hall) -> None:
    seat = Seated(hall)
    seat.sits("li")
    hall.ordered()
    order = next(phone for phone in hall.console.drilling.phones() if phone.kind is PhoneKind.ORDER)
    seat.people.lock()
    with refused("seat_locked"):
        hall.console.drilling.answer(order.number, UnitStatus.ACCEPTED)
    assert hall.console.dispatching.unit(M1).status is UnitStatus.ORDERED


def test_what_is_heard_from_the_field_during_a_drill_belongs_to_no_incident_of_it(hall: Hall) -> None:
    """Whoever speaks on the air is real: his words are not filed under what is only played."""
    hall.ordered()
    now = hall.clock.now_ms()
    hall.take(Burst(Direction.HEARD, (TEAM,), "Squad 2", now - 2_000, 2_000, 0, "voice/a.mka", "ab" * 32))
    (heard,) = [entry for entry in hall.store.entries if entry.kind == "TalkHeard"]
    assert heard.domain == LIVE and (heard.data["alarm"], heard.data["incident"]) == (None, None)


def test_its_result_measures_every_step_from_the_alarm_against_the_clocks(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.clock.advance(4_000)
    hall.console.acknowledge(alarm)
    hall.clock.advance(6_000)
    hall.desk.dispatch(hall.desk.open_from(alarm), [M1])
    hall.save()
    hall.clock.advance(55_000)
    hall.save()
    hall.console.drilling.end()
    result = hall.console.drilling.result
    assert result is not None
    (row,) = result.rows
    assert (row.acknowledged, row.dispatched) == (4_000, 10_000)
    assert (row.accepted, row.on_scene) == (18_000, 60_000)
    assert [(clock.name, clock.breached) for clock in row.clocks][:2] == [
        ("response_started", False),
        ("on_scene", False),
    ]
    (kept,) = (entry for entry in hall.store.entries if entry.kind == "DrillResult")
    assert kept.domain == result.drill.domain and kept.data["rows"]


def test_an_alarm_that_led_to_no_incident_is_in_the_result_too(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.clock.advance(4_000)
    hall.console.acknowledge(alarm)
    hall.console.drilling.end()
    (row,) = hall.console.drilling.result.rows  # type: ignore[union-attr]
    assert (row.acknowledged, row.dispatched, row.place) == (4_000, None, "东厂房烟感")


def test_after_a_kill_the_drill_is_there_paused_and_goes_on_where_it_was(hall: Hall) -> None:
    incident = hall.ordered()
    hall.clock.advance(8_000)
    after = hall.restarted()
    assert after.phase() is Phase.PAUSED and after.console.drilling.drill.cause is Cause.RESTART  # type: ignore[union-attr]
    assert len(after.console.alarms) == 0
    after.console.drilling.resume()
    (row,) = after.console.alarms.rows()
    assert row.point == in_domain(SMOKE, domain_of(row.id)) != SMOKE
    assert after.status(M1) is UnitStatus.ACCEPTED and after.desk.incident(incident) is not None
    assert after.carrier.published == []


def test_the_talk_key_of_a_drill_reaches_the_phone_wall_and_no_voice_server(hall: Hall) -> None:
    hall.smoked()
    talking = hall.console.talking
    hall.clock.advance(1)
    talking.show([TEAM])
    assert talking.press()
    hall.clock.advance(1)
    assert talking.press_now is not None and talking.press_now.heard_by == (TEAM,)
    for _ in range(20):
        hall.clock.advance(100)
        talking.held()
    talking.release()
    hall.clock.advance(1)
    phone = hall.console.drilling.phones()[0]
    assert (phone.kind, phone.whom) == (PhoneKind.SPEECH, TEAM) and 1_900 < phone.length_ms < 2_200
    assert talking.press_now is None and {event["domain"] for event in hall.events("TalkOnAir")} != {LIVE}


def test_a_press_in_a_drill_lasts_no_longer_than_the_site_allows(hall: Hall) -> None:
    hall.console.talking.connect(FakeTalk(Inbox(), hall.clock), limit_s=20)
    hall.smoked()
    talking = hall.console.talking
    hall.clock.advance(1)
    talking.show([TEAM])
    assert talking.press()
    for _ in range(210):
        hall.clock.advance(100)
        talking.held()
    assert talking.press_now is None
    assert hall.events("TalkEnded")[-1]["cause"] == "limit"


def test_a_drill_alarm_is_acknowledged_and_reset_in_its_own_domain(hall: Hall) -> None:
    alarm = hall.smoked()
    hall.console.acknowledge(alarm)
    hall.clock.advance(300_000)
    hall.console.acknowledge(alarm)  # left alone for so long it asked to be seen again
    hall.console.reset(alarm, Outcome.TEST)
    written = [entry for entry in hall.store.entries if entry.kind in {"AlarmAcknowledged", "AlarmReset"}]
    assert {entry.domain for entry in written} == {domain_of(alarm)} and len(written) == 3
    assert len(hall.console.alarms) == 0


def test_an_incident_of_a_drill_closes_like_a_live_one(hall: Hall) -> None:
    incident = hall.ordered()
    hall.desk.close(incident, Disposition.RESOLVED)
    assert hall.status(M1) in {UnitStatus.AVAILABLE, UnitStatus.RETURNING}
    assert [one.id for one in hall.desk.incidents() if not one.is_closed] == []


def test_an_act_the_controller_lets_happen_early_does_not_happen_again(hall: Hall) -> None:
    hall.begin()
    hall.console.drilling.inject(1)
    assert len(hall.console.drilling.phones()) == 1
    with refused("act_is_over"):
        hall.console.drilling.inject(1)
    hall.clock.advance(31_000)
    assert len(hall.console.drilling.phones()) == 1


def test_a_live_unit_is_free_for_a_live_incident_while_a_drill_uses_it(hall: Hall) -> None:
    hall.ordered()
    incident = hall.desk.incident(IncidentId("D-0001"))
    assert incident is not None
    real = hall.alarm()
    hall.desk.dispatch(hall.desk.open_from(real), [M1, G1])
    hall.save()
    assert [body["unit"] for body in hall.carrier.bodies()] == ["M1", "G1"]
    assert all(message.topic.startswith("watchroom/test/") for message in hall.carrier.published)


# ---- two consoles ----------------------------------------------------------------------------------------------------


def lost_to(hall: Hall, **first: object) -> Conflict:
    """The newest fact about the drill was written by desk-2 before us, and says this."""
    mine = [entry for entry in hall.store.entries if entry.stream.startswith("drill/")]
    theirs = replace(mine[-1], **first)  # type: ignore[arg-type]
    known = (Recorded(entry, "desk-1/test", seq, "", "") for seq, entry in enumerate(mine[:-1], 1))
    return Conflict(mine[-1], (*known, Recorded(theirs, "desk-2/x", 1, "", "")))


def test_a_drill_that_another_console_ended_as_we_let_it_go_on_is_over_here_and_told_so(hall: Hall) -> None:
    hall.smoked()
    hall.console.drilling.pause()
    hall.console.drilling.resume()
    wang = By(person="Wang", position="desk-2")
    hall.take(lost_to(hall, kind="DrillEnded", data={"cause": "controller"}, by=wang, open=False))
    assert hall.phase() is None and hall.console.alarms is hall.console.live
    assert hall.events("DrillChanged")[-1]["phase"] == "ended"


def test_a_live_fire_pauses_the_drill_although_its_next_act_was_written_first(hall: Hall) -> None:
    hall.smoked()
    hall.alarm(SMOKE)
    assert hall.phase() is Phase.PAUSED
    hall.take(lost_to(hall, kind="DrillInjected", data={"act": 1}, by=By(machine="drill")))
    drill = hall.console.drilling.drill
    assert drill is not None and (drill.phase, drill.cause) == (Phase.PAUSED, Cause.LIVE_ALARM)
    assert drill.injected == (0, 1) and hall.console.alarms is hall.console.live
