"""The main path without windows: a changed condition becomes an alarm, a ranked picture, a record and a word."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from io import StringIO

import pytest

from console.alarms import Outcome
from console.announce import AlarmRaised, Announcer
from console.app import Console
from console.attendance import Beat
from console.clock import FakeClock
from console.config.schema import SourceConfig
from console.errors import CommandRefused
from console.inbox import Inbox
from console.journal import Conflict, Entry, Recorded, Saved
from console.model import (
    LIVE,
    AlarmClass,
    AlarmId,
    By,
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    Domain,
    Heard,
    Introduced,
    LinkDown,
    LinkUp,
    Message,
    Point,
    PointId,
    Rejected,
    Sample,
    Site,
    State,
    Tone,
    point_id,
)
from console.model.people import Seat
from console.parse.rejects import Reject
from console.ports import CameraChanged, CameraState, Painted, SetAside
from console.strangers import MOST_STRANGERS

SMOKE = point_id("z2m", "0x01", "smoke")
NEAR, FAR = CameraId("C-001"), CameraId("C-002")


class ListStore:
    """A journal in a list; what was appended before is what an earlier run left."""

    def __init__(self, earlier: Sequence[Entry] = (), before: str = "desk-1/before") -> None:
        self.entries = list(earlier)
        self.before = before  # who wrote them
        self.receipts: list[int] = []
        self.beats: list[Beat] = []
        self.asked: list[tuple[Domain, str]] = []
        self.writer = "desk-1/test"

    def open(self) -> None: ...

    def overtaken(self) -> Sequence[Conflict]:
        return ()

    def beat(self, beat: Beat) -> None:
        self.beats.append(beat)

    def ask(self, domain: Domain, stream: str) -> None:
        self.asked.append((domain, stream))

    def start(self) -> None: ...

    def stop(self) -> bool:
        return True

    def previous_head(self) -> tuple[str, int, str] | None:
        return ("desk-1/before", 7, "ab" * 32)

    def open_streams(self, domain: Domain) -> Iterable[Recorded]:
        last = {e.stream: e for e in self.entries}
        kept = [e for e in self.entries if last[e.stream].open and e.domain == domain]
        return [Recorded(e, self.before, i, "", "") for i, e in enumerate(kept, 1)]

    def episodes(self, _domain: Domain) -> Mapping[PointId, int]:
        counted = ("alarm/", "unit/", "incident/", "point/")
        found = [e.stream.removeprefix("alarm/").rpartition("/") for e in self.entries if e.stream.startswith(counted)]
        return {PointId(point): int(n) for point, _, n in found}

    def since(self, domain: Domain, t_ms: int, kinds: Collection[str]) -> Iterable[Recorded]:
        wanted = [e for e in self.entries if e.domain == domain and e.t_ms >= t_ms and e.kind in kinds]
        return [Recorded(e, "w", i, "", "") for i, e in enumerate(wanted, 1)]

    def append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        self.entries += entries
        self.receipts += receipts

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]


class ListFeed:
    def __init__(self) -> None:
        self.aside: list[tuple[int, str]] = []

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def handled(self, receipts: Sequence[int]) -> None: ...

    def set_aside(self, receipt: int, error: str) -> None:
        self.aside.append((receipt, error))


SITE = Site(
    "测试", "Test", "Asia/Shanghai", (120.0, 30.0),
    cameras=(
        Camera(NEAR, 1, "近", "Near", CameraKind.FIXED, (0.0, 0.0), azimuth=90, fov=90, range_m=30),
        Camera(FAR, 2, "远", "Far", CameraKind.FIXED, (-50.0, 0.0), azimuth=90, fov=60, range_m=80),
    ),
    points=(Point(SMOKE, "烟感", "Smoke detector", "smoke", (10.0, 0.0)),),
)  # fmt: skip


class Room:
    """A console of one smoke detector and two cameras."""

    def __init__(
        self, earlier: Sequence[Entry] = (), sources: Sequence[SourceConfig] = (), before: str = "desk-1/before",
        **announcing: Callable[[Exception], object],
    ) -> None:  # fmt: skip
        self.clock, self.inbox, self.log = FakeClock(), Inbox(), StringIO()
        self.store, self.feed = ListStore(earlier, before), ListFeed()
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=SITE, clock=self.clock,
            announcer=Announcer(self.clock, self.log, **announcing),
            store=self.store, stale_after_s=lambda _point: 3600, sources=sources,
        )  # fmt: skip
        self.console.start(self.feed)
        for camera in (NEAR, FAR):
            self.take(CameraChanged(camera, CameraState.LIVE, self.clock.now_ms()))
        self.clock.advance(300)

    def take(self, item: object) -> None:
        self.inbox.post(item)
        self.inbox.drain(self.console.handle, self.console.failed, 1000)

    def smoke(self, condition: Condition = Condition.ACTIVE, receipt: int = 7) -> None:
        self.clock.advance(1000)
        now = self.clock.now_ms()
        change = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", condition, "alarm", now - 200, now - 10, True)
        self.take(Heard((change,), receipt))

    def events(self, name: str) -> list[dict[str, object]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]

    @property
    def alarm(self) -> AlarmId:
        return self.console.alarms.rows()[0].id


def test_a_smoke_alarm_is_raised_ranked_shown_and_recorded_in_this_order() -> None:
    room = Room()
    room.smoke()
    current = room.console.seeing.wall.current
    assert current is not None and current.choice is not None and current.choice.camera.id == NEAR
    assert room.store.kinds()[1:] == ["AlarmRaised", "CamerasRanked"]
    (raised,) = room.events("AlarmRaised")
    assert (raised["class"], raised["occurrence"], raised["domain"]) == ("F", 1, "live")
    assert room.events("CamerasRanked")[0]["cameras"] == [NEAR, FAR]


def test_the_receipt_is_handled_by_the_commit_that_holds_its_last_change() -> None:
    room = Room()
    now = room.clock.now_ms()
    tamper = ConditionChanged(
        point_id("z2m", "0x01", "tamper"), AlarmClass.TROUBLE, "tamper", Condition.ACTIVE, "trouble", now, now
    )
    smoke = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", now, now)
    seen: list[tuple[list[str], list[int]]] = []
    append = room.store.append
    room.store.append = lambda e, r=(): (seen.append(([x.kind for x in e], list(r))), append(e, r))  # type: ignore
    room.take(Heard((smoke, tamper), 9))
    assert [receipts for kinds, receipts in seen if kinds == ["AlarmRaised"]] == [[], [9]]


def test_what_was_shown_before_it_could_be_spooled_is_handled_after_what_it_changed() -> None:
    room = Room()
    room.smoke(receipt=0)
    room.take(Heard((), 31))
    assert room.store.kinds().count("AlarmRaised") == 1 and room.store.receipts == [31]


def test_the_ledger_holds_all_five_times_once_the_alarm_is_acknowledged() -> None:
    room = Room()
    room.smoke()
    painted_ms = room.clock.now_ms() + 120
    room.console.seeing.painted(Painted(room.alarm, NEAR, "desk-1", "alarm", painted_ms, "memory", 30))
    room.clock.advance(4000)
    room.console.acknowledge(room.alarm)
    (ledger,) = [e.data for e in room.store.entries if e.kind == "LatencyLedger"]
    raised_ms = room.console.alarms.rows()[0].raised_ms
    assert dict(ledger) == {
        "alarm": room.alarm, "source_ms": raised_ms - 200, "received_ms": raised_ms - 10, "decided_ms": raised_ms,
        "painted_ms": painted_ms, "acknowledged_ms": raised_ms + 4000,
    }  # fmt: skip
    (shown,) = room.events("CameraShown")
    assert (shown["camera"], shown["tier"], shown["from"], shown["tile"]) == (NEAR, 1, "memory", "alarm")


def test_when_the_chosen_camera_goes_dark_the_next_best_takes_its_place() -> None:
    room = Room()
    room.smoke()
    room.take(CameraChanged(NEAR, CameraState.NO_SIGNAL, room.clock.now_ms()))
    room.clock.advance(300)
    current = room.console.seeing.wall.current
    assert current is not None and current.choice is not None and current.choice.camera.id == FAR
    assert [c.camera.id for c in room.console.seeing.rankings[room.alarm].skipped] == [NEAR]


def test_after_a_restart_the_open_alarm_is_there_again_with_its_picture_and_is_not_raised_twice() -> None:
    before = Room()
    before.smoke()
    before.console.acknowledge(before.alarm)
    later = Room(before.store.entries)
    later.smoke()
    (alarm,) = later.console.alarms.rows()
    assert alarm.acknowledged is not None and len(alarm.occurrences) == 1
    assert later.console.seeing.wall.current is not None
    assert later.events("AlarmRaised") == [] and later.events("Started")[0]["open_alarms"] == 1


def test_a_start_records_the_head_of_the_run_before() -> None:
    room = Room()
    assert room.store.entries[0].data["previous"] == {"writer": "desk-1/before", "seq": 7, "hash": "ab" * 32}


def test_a_lost_broker_is_a_trouble_on_the_table_and_clears_when_it_is_back() -> None:
    room = Room()
    room.take(LinkDown("broker", "broker", "no_heartbeat", room.clock.now_ms()))
    assert [a.point for a in room.console.alarms.rows()] == ["link/desk-1#broker"]
    room.take(LinkUp("broker", "broker", room.clock.now_ms()))
    room.console.acknowledge(room.alarm)
    assert len(room.console.alarms) == 0
    assert [e["kind"] for e in room.events("LinkDown")] == ["broker"]


def test_a_message_that_makes_the_core_raise_is_set_aside_told_and_blocks_nobody(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    room = Room()
    monkeypatch.setattr(room.console.alarms, "condition", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):  # even the trouble row cannot be made: the loop's last net has to know
        room.smoke(receipt=11)
    monkeypatch.undo()
    assert room.feed.aside == [(11, "ZeroDivisionError('division by zero')")]
    room.smoke(receipt=12)
    assert 12 in room.store.receipts


class Broken:
    """A window that raises at whatever it is told; another one that is told after it."""

    def __init__(self, console: Console) -> None:
        self.told: list[str] = []
        console.announcer.subscribe(AlarmRaised, self.on_alarm)
        console.announcer.subscribe(AlarmRaised, self.on_alarm_too)

    def on_alarm(self, _raised: AlarmRaised) -> None:
        raise ZeroDivisionError

    def on_alarm_too(self, raised: AlarmRaised) -> None:
        self.told.append(raised.alarm)


def test_a_window_that_raises_keeps_no_fire_from_the_others_and_is_reported() -> None:
    reported: list[Exception] = []
    room = Room(failed=reported.append)
    broken = Broken(room.console)
    room.smoke(receipt=11)
    assert broken.told == [room.alarm] and room.console.sounding.tone is Tone.FIRE
    assert [type(error) for error in reported] == [ZeroDivisionError]
    assert 11 in room.store.receipts and room.feed.aside == []


def test_a_fire_whose_cameras_cannot_be_ranked_is_told_and_heard(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    room = Room()
    monkeypatch.setattr(room.console.seeing, "rank", lambda _alarm: 1 / 0)
    room.smoke(receipt=11)
    assert room.events("AlarmRaised")[0]["alarm"] == f"{SMOKE}/1" and room.console.sounding.tone is Tone.FIRE
    assert room.feed.aside == [(11, "ZeroDivisionError('division by zero')")]


def test_a_poisoned_message_raises_a_trouble_that_stays_until_it_is_seen() -> None:
    room = Room()
    room.take(SetAside(5, "ValueError('x')"))
    (alarm,) = room.console.alarms.rows()
    assert (alarm.point, alarm.shown.value) == ("link/desk-1#message", "cleared")


def test_a_clock_stepped_back_an_hour_is_told_and_nothing_is_lost() -> None:
    room = Room()
    room.smoke()
    room.clock.step(-3_600_000)
    room.clock.advance(1000)
    assert room.events("ClockStepped")[0]["step_ms"] == -3_600_000
    assert [a.point for a in room.console.alarms.rows()] == [SMOKE, "link/desk-1#clock"]


def test_the_loser_of_two_consoles_is_told_who_acknowledged_first() -> None:
    room = Room()
    room.smoke()
    room.console.acknowledge(room.alarm)
    mine = [e for e in room.store.entries if e.stream.startswith("alarm/")]
    theirs = [mine[0], replace(mine[1], by=By(person="Wang", position="desk-2"))]
    room.take(Conflict(mine[1], tuple(Recorded(e, "desk-2/x", i, "", "") for i, e in enumerate(theirs, 1))))
    (event,) = room.events("ActOverruled")
    assert (event["by"], event["position"]) == ("Wang", "desk-2")
    acknowledged = room.console.alarms.rows()[0].acknowledged
    assert acknowledged is not None and acknowledged.by.person == "Wang"


def test_a_saved_alarm_loses_its_mark_and_an_acknowledged_one_can_be_reset_when_normal() -> None:
    room = Room()
    room.smoke()
    room.take(Saved({(LIVE, f"alarm/{room.alarm}"): 1}))
    assert not room.console.alarms.rows()[0].unsaved
    room.console.acknowledge(room.alarm)
    with pytest.raises(CommandRefused, match="still_active"):
        room.console.reset(room.alarm, Outcome.FALSE)
    room.smoke(Condition.NORMAL)
    room.console.reset(room.alarm, Outcome.FALSE)
    assert len(room.console.alarms) == 0 and room.console.seeing.wall.current is None
    assert room.events("AlarmReset")[0]["outcome"] == "false"


def test_the_newest_value_of_a_point_is_known() -> None:
    room = Room()
    room.take(Sample(SMOKE, False, None, State.NORMAL, 1, 2))
    newest = room.console.points.newest(SMOKE)
    assert newest is not None and newest.value is False


def test_names_invented_at_the_broker_push_out_only_each_other() -> None:
    room = Room()
    alarming, listed = point_id("z2m", "0x99", "smoke"), point_id("z2m", "0x77", "heat")
    faulty = point_id("z2m", "0x98", "smoke")
    now = room.clock.now_ms()
    for point in (SMOKE, alarming, listed, faulty):
        room.take(Sample(point, False, None, State.NORMAL, now, now))
    for point in (alarming, PointId(f"{faulty}.trouble")):
        room.take(Heard((ConditionChanged(point, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", now, now),), 1))
    room.take(Introduced("z2m", "0x77", "loft", kinds=("heat",), at_ms=now))
    room.clock.advance(1_000)
    invented = [point_id("z2m", f"0xff{n}", "smoke") for n in range(MOST_STRANGERS + 500)]
    for point in invented:
        room.take(Sample(point, False, None, State.NORMAL, now, now))
    newest = room.console.points.newest
    assert [point for point in (SMOKE, alarming, listed, faulty) if newest(point) is None] == []
    assert newest(invented[-1]) is not None
    assert sum(newest(point) is not None for point in invented) <= MOST_STRANGERS


def test_what_was_heard_of_a_point_counts_as_a_strangers_from_the_moment_the_site_has_it_no_more() -> None:
    room = Room()
    room.take(Sample(SMOKE, False, None, State.NORMAL, 1, 2))
    room.console.points.take_site(())
    for n in range(MOST_STRANGERS + 1):
        room.take(Sample(point_id("z2m", f"0xff{n}", "smoke"), False, None, State.NORMAL, 1, 2))
    assert room.console.points.newest(SMOKE) is None


REFUSED_SITE = point_id("link", "sources/site", "refused")


def mostly_refused(source: str) -> ConditionChanged:
    """The trouble of a source, as the desk of what arrives tells it."""
    point = point_id("link", f"sources/{source}", "refused")
    return ConditionChanged(point, AlarmClass.TROUBLE, "refused", Condition.ACTIVE, "refused", 1, 1, "bad_json")


def test_the_trouble_of_a_source_ends_by_itself_when_the_configuration_has_the_source_no_more() -> None:
    before = Room()
    for source in ("site", "z2m", "units"):
        before.take(Heard((mostly_refused(source),)))
    after = Room(before.store.entries, (SourceConfig("z2m", "zigbee2mqtt"),))
    active = {alarm.point for alarm in after.console.live if alarm.is_active}
    assert active == {point_id("link", "sources/z2m", "refused"), point_id("link", "sources/units", "refused")}
    ended = [entry for entry in after.store.entries if entry.kind == "AlarmCleared"]
    assert [(entry.stream, entry.cause) for entry in ended] == [(f"alarm/{REFUSED_SITE}/1", "rule:source_removed")]


def test_a_console_without_a_source_leaves_the_trouble_that_another_position_has_with_it() -> None:
    other = Room()
    other.take(Heard((mostly_refused("site"),)))
    here = Room(other.store.entries, (SourceConfig("z2m", "zigbee2mqtt"),), before="desk-2/boot")
    here.clock.advance(10_000)
    assert [alarm.point for alarm in here.console.live if alarm.is_active] == [REFUSED_SITE]
    assert [entry for entry in here.store.entries if entry.kind == "AlarmCleared"] == []


def test_a_source_that_is_still_refused_is_a_trouble_again_when_another_console_ended_it() -> None:
    room = Room(sources=(SourceConfig("site", "site"),))
    arrivals = room.console.troubles.arrivals

    def refuse() -> None:
        for _ in range(20):
            bad = Rejected(Reject.BAD_JSON, "site/a/smoke", "site", room.clock.now_ms())
            arrivals.ledger.saw("site", Message("site/a/smoke", b"{", room.clock.now_ms()), bad)
        room.clock.advance(60_000)

    refuse()
    assert [alarm.point for alarm in room.console.live if alarm.is_active] == [REFUSED_SITE]
    room.take(Heard((replace(mostly_refused("site"), condition=Condition.NORMAL),)))
    assert [alarm.point for alarm in room.console.live if alarm.is_active] == []
    refuse()
    refuse()
    assert [alarm.point for alarm in room.console.live if alarm.is_active] == [REFUSED_SITE]
    assert room.store.kinds().count("AlarmRaised") == 2


def low_pressure(room: Room, condition: Condition, receipt: int, delay_ms: int = 5000) -> None:
    now = room.clock.now_ms()
    change = ConditionChanged(
        point_id("site", "hyd-01", "water_pressure"), AlarmClass.SUPERVISORY, "water_pressure", condition, "limit_low",
        now, now, 0.1, "MPa", 0.14, delay_ms=delay_ms if condition is Condition.ACTIVE else 0,
    )  # fmt: skip
    room.take(Heard((change,), receipt))


def test_a_delayed_alarm_comes_without_another_message_and_its_receipt_is_handled_only_then() -> None:
    room = Room()
    low_pressure(room, Condition.ACTIVE, 21)
    room.clock.advance(4999)
    assert len(room.console.alarms) == 0 and 21 not in room.store.receipts
    room.clock.advance(1)
    assert len(room.console.alarms) == 1 and 21 in room.store.receipts


def test_what_is_taken_back_within_its_delay_never_was_an_alarm() -> None:
    room = Room()
    low_pressure(room, Condition.ACTIVE, 21)
    room.clock.advance(3000)
    low_pressure(room, Condition.NORMAL, 22)
    room.clock.advance(60_000)
    assert len(room.console.alarms) == 0 and {21, 22} <= set(room.store.receipts)


def test_after_a_restart_only_the_rest_of_the_delay_is_waited_for() -> None:
    room = Room()
    now = room.clock.now_ms()
    change = ConditionChanged(
        point_id("site", "hyd-01", "water_pressure"), AlarmClass.SUPERVISORY, "water_pressure", Condition.ACTIVE,
        "limit_low", now - 4000, now - 4000, delay_ms=5000,
    )  # fmt: skip
    room.take(Heard((change,), 23))
    room.clock.advance(1000)
    assert len(room.console.alarms) == 1
