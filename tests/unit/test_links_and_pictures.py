"""What the operator is told when a peer, a camera or a detector falls silent, and when it comes back."""

from __future__ import annotations

import pytest

from console.clock import FakeClock
from console.links import Links
from console.model import (
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    Health,
    LinkDown,
    LinkUp,
    Point,
    PointId,
    Sample,
    State,
    point_id,
)
from console.pictures import DARK_MS, STARTING_MS, Pictures
from console.points import Points
from console.ports import CameraChanged, CameraState, Detail

C1 = CameraId("C-001")
HYDRANT = point_id("site", "hyd-01", "water_pressure")


def test_a_lost_broker_is_one_trouble_of_this_position_until_it_is_back() -> None:
    links = Links("desk-1")
    first = links.lost(LinkDown("broker", "broker", "no_heartbeat", 1000))
    again = links.lost(LinkDown("broker", "broker", "refused", 2000))
    back = links.back(LinkUp("broker", "broker", 3000))
    assert first is not None and first.point == "link/desk-1#broker" and first.condition is Condition.ACTIVE
    assert again is None
    assert back is not None and back.condition is Condition.NORMAL
    assert links.is_up("broker")


def test_the_lamp_shows_the_newest_reason_and_the_first_moment() -> None:
    links = Links("desk-1")
    links.lost(LinkDown("broker", "broker", "no_heartbeat", 1000))
    links.lost(LinkDown("broker", "broker", "refused", 2000))
    link = links.get("broker")
    assert link is not None and (link.reason, link.since_ms, link.up) == ("refused", 1000, False)


def test_two_links_of_a_kind_are_told_apart_and_the_lamp_shows_the_worse() -> None:
    links = Links("desk-1")
    links.back(LinkUp("broker", "broker", 1000))
    change = links.lost(LinkDown("broker", "mosquitto", "died", 2000))
    assert change is not None and change.point == "link/desk-1/mosquitto#broker"
    assert not links.is_up("broker")


class Room:
    """Desks of one camera and one hydrant, with what they report."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.told: list[ConditionChanged] = []
        camera = Camera(C1, 1, "一号", "One", CameraKind.FIXED, (0.0, 0.0))
        point = Point(HYDRANT, "消火栓", "Hydrant", "water_pressure")
        self.pictures = Pictures(self.clock, [camera], self.told.append)
        self.points = Points(self.clock, [point], lambda _point: 60, self.told.append)

    def camera(self, state: CameraState, detail: Detail = Detail.NONE) -> None:
        self.pictures.changed(CameraChanged(C1, state, self.clock.now_ms(), detail))

    def hydrant(self) -> None:
        now = self.clock.now_ms()
        self.points.heard(Sample(HYDRANT, 0.3, "MPa", State.READING, now, now))


def blamed(room: Room) -> list[ConditionChanged]:
    """What was told of the camera."""
    return [told for told in room.told if told.kind == "picture"]


def test_a_camera_that_reconnects_quickly_is_no_trouble() -> None:
    room = Room()
    room.camera(CameraState.LIVE)
    room.camera(CameraState.NO_SIGNAL)
    room.clock.advance(DARK_MS - 1)
    room.camera(CameraState.LIVE)
    room.clock.advance(DARK_MS)
    assert room.told == []


def test_a_camera_that_stays_dark_is_a_trouble_until_it_is_live() -> None:
    room = Room()
    room.camera(CameraState.NO_SIGNAL)
    room.camera(CameraState.CONNECTING)
    room.clock.advance(DARK_MS)
    room.camera(CameraState.LIVE)
    assert [(t.point, t.condition) for t in room.told] == [
        ("camera/C-001#picture", Condition.ACTIVE),
        ("camera/C-001#picture", Condition.NORMAL),
    ]


def test_a_camera_that_never_answers_while_it_is_dialled_is_a_trouble_after_two_minutes() -> None:
    room = Room()
    for _ in range(11):
        room.camera(CameraState.CONNECTING)
        room.camera(CameraState.WAITING_KEY)
        room.hydrant()
        room.clock.advance(10_000)
    assert room.told == []
    room.clock.advance(10_000)
    assert [t.point for t in room.told] == ["camera/C-001#picture"]


@pytest.mark.parametrize(
    ("state", "detail"),
    [
        (CameraState.STALE, Detail.NONE), (CameraState.NO_SIGNAL, Detail.NO_ANSWER),
        (CameraState.NO_SIGNAL, Detail.NO_CONNECTION),
    ],
)  # fmt: skip
def test_while_everything_starts_a_camera_that_is_merely_slow_is_no_trouble(state: CameraState, detail: Detail) -> None:
    room = Room()
    for _ in range(4):
        room.clock.advance(15_000)
        room.camera(state, detail)
        room.clock.advance(DARK_MS)
        room.camera(CameraState.LIVE)
    assert blamed(room) == []
    room.clock.advance(STARTING_MS)
    room.camera(state, detail)
    room.clock.advance(DARK_MS)
    assert [t.condition for t in blamed(room)] == [Condition.ACTIVE], "later it is one after ten seconds, as ever"


def test_one_that_stays_away_is_a_trouble_when_the_start_is_over_and_one_that_refuses_us_at_once() -> None:
    slow, refused = Room(), Room()
    slow.camera(CameraState.NO_SIGNAL, Detail.NO_CONNECTION)
    refused.camera(CameraState.WRONG_PASSWORD)
    for room in (slow, refused):
        room.clock.advance(DARK_MS)
    assert (len(blamed(slow)), len(blamed(refused))) == (0, 1)
    slow.clock.advance(STARTING_MS - DARK_MS)
    assert [t.condition for t in blamed(slow)] == [Condition.ACTIVE]


def test_a_receiver_that_is_started_anew_has_its_time_to_start_again() -> None:
    room = Room()
    room.clock.advance(2 * STARTING_MS)
    room.pictures.source_lost()
    room.camera(CameraState.STALE)
    room.clock.advance(2 * DARK_MS)
    assert blamed(room) == []


def test_when_the_receiver_itself_dies_no_camera_is_blamed() -> None:
    room = Room()
    room.camera(CameraState.NO_SIGNAL)
    room.pictures.source_lost()
    room.clock.advance(2 * DARK_MS)
    assert room.told == [] and room.pictures.health() == {C1: Health.UNKNOWN}


def test_health_follows_the_state_of_the_stream() -> None:
    room = Room()
    for state, health in (
        (CameraState.LIVE, Health.OK),
        (CameraState.STALE, Health.DEGRADED),
        (CameraState.CONNECTING, Health.UNKNOWN),
        (CameraState.WRONG_PASSWORD, Health.OFFLINE),
        (CameraState.NO_SIGNAL, Health.OFFLINE),
    ):
        room.camera(state)
        assert room.pictures.health()[C1] is health


def test_a_point_not_heard_for_its_supervision_time_is_a_trouble_and_being_heard_ends_it() -> None:
    room = Room()
    room.hydrant()
    room.clock.advance(59_000)
    room.hydrant()
    room.clock.advance(59_000)
    assert room.told == []
    room.clock.advance(10_000)
    assert [(t.point, t.condition) for t in room.told] == [(f"{HYDRANT}.silent", Condition.ACTIVE)]
    room.hydrant()
    assert room.told[-1].condition is Condition.NORMAL


def test_a_stepped_wall_clock_makes_nobody_silent() -> None:
    room = Room()
    room.hydrant()
    room.clock.step(3_600_000)
    room.clock.advance(10_000)
    assert room.told == []


def test_the_counts_say_how_much_of_the_site_was_heard() -> None:
    room = Room()
    assert (room.points.count().heard, room.points.count().total) == (0, 1)
    room.hydrant()
    assert room.points.count().heard == 1


def test_a_cached_repeat_counts_as_heard_and_leaves_the_newest_value_alone() -> None:
    room = Room()
    room.hydrant()
    room.clock.advance(59_000)
    now = room.clock.now_ms()
    room.points.heard(Sample(HYDRANT, None, None, State.IGNORE, now, now))
    room.clock.advance(59_000)
    newest = room.points.newest(HYDRANT)
    assert room.told == [] and newest is not None and newest.value == 0.3


def test_trouble_with_one_silent_point_ends_the_watch_over_no_other() -> None:
    clock, told = FakeClock(), list[ConditionChanged]()
    listed = [Point(PointId(f"p/{n}#water_pressure"), "消火栓", "Hydrant", "water_pressure") for n in range(3)]

    def report(change: ConditionChanged) -> None:
        told.append(change)
        if len(told) == 1:
            raise ValueError("the first word of all goes wrong")

    Points(clock, listed, lambda _point: 60, report)
    with pytest.raises(ValueError, match="goes wrong"):
        clock.advance(70_000)
    clock.advance(70_000)
    assert {change.point.partition("#")[0] for change in told} == {"p/0", "p/1", "p/2"}
