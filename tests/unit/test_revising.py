"""The site changes while the console runs: shown first, applied by a person, and nothing that is open gets lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from console.alarms import Outcome, Shown
from console.cameras import Index
from console.errors import CommandRefused, Problem
from console.model import (
    AlarmClass,
    Binding,
    Camera,
    CameraId,
    CameraKind,
    Condition,
    ConditionChanged,
    Heard,
    PointId,
    Sample,
    Site,
    State,
    point_id,
)
from console.ports import CameraChanged, CameraState
from console.revising import FolderRead, FolderRefused
from console.site import difference
from console.wall import ALARM_TILE, PANEL
from tests.unit import test_console
from tests.unit.test_console import FAR, NEAR, SITE, SMOKE, Room

NEW = CameraId("C-003")
HYDRANT = point_id("site", "hyd-1", "water_pressure")
FRESH = Camera(NEW, 3, "新", "New", CameraKind.FIXED, (0.0, 5.0), azimuth=90, fov=90, range_m=30)
BOUND = replace(SITE, cameras=(*SITE.cameras, FRESH), bindings=(Binding(SMOKE, NEW, 1),))
PROBLEM = Problem("cameras.csv", 3, "number", "'1' is already used in line 2", "give every camera its own number")


class Folder:
    """What stands for the site folder: `say` is what the next reading finds."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.asked: list[Site] = []

    def read(self, known: Site) -> None:
        self.asked.append(known)

    def say(self, site: Site) -> None:
        self.room.take(FolderRead(site, Index(site), difference(self.asked[-1], site), ()))


class RevisedRoom(Room):
    """A console whose site folder and whose other takers of the site are at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.folder, self.taken = Folder(self), list[Site]()
        self.revising = self.console.revising
        self.revising.connect(self.folder, (self.taken.append,))

    def read(self, site: Site) -> None:
        self.revising.ask()
        self.folder.say(site)

    def apply(self, site: Site) -> None:
        self.read(site)
        self.revising.apply()


def chosen(room: Room) -> list[CameraId]:
    return [choice.camera.id for choice in room.console.seeing.rankings[room.alarm].chosen]


# ---- shown, then applied ----


def test_what_was_read_is_announced_kind_by_kind_and_not_applied() -> None:
    room = RevisedRoom()
    room.read(replace(BOUND, name="改名"))
    assert room.console.site is SITE and not room.taken and NEW not in room.console.cameras
    (told,) = room.events("SiteChangePending")
    assert (told["added"], told["removed"], told["changed"]) == (2, 0, 1)
    assert told["kinds"] == {"cameras": [1, 0, 0], "bindings": [1, 0, 0]} and told["settings"] == ["name"]


def test_a_folder_that_says_nothing_new_leaves_nothing_to_decide() -> None:
    room = RevisedRoom()
    room.read(replace(SITE))
    assert len(room.events("SiteUnchanged")) == 1 and room.revising.pending is None
    with pytest.raises(CommandRefused, match="no_site_change"):
        room.revising.apply()


def test_a_broken_folder_is_refused_with_file_line_and_cure_and_the_site_goes_on() -> None:
    room = RevisedRoom()
    room.revising.ask()
    room.take(FolderRefused((PROBLEM,)))
    (refused,) = room.events("SiteRefused")
    assert refused["problems"] == [str(PROBLEM)] and "cameras.csv:3" in str(PROBLEM)
    assert room.revising.problems == (PROBLEM,) and room.console.site is SITE
    room.smoke()
    assert chosen(room) == [NEAR, FAR]


def test_applying_is_recorded_with_who_how_much_and_which() -> None:
    room = RevisedRoom()
    room.apply(BOUND)
    entry = next(e for e in room.store.entries if e.kind == "SiteApplied")
    assert (entry.by.person, entry.by.position, entry.data["asked"]) == ("Li", "desk-1", "here")
    assert entry.data["counts"] == {"cameras": [1, 0, 0], "bindings": [1, 0, 0]}
    assert entry.data["cameras"] == {"added": [NEW], "removed": []}
    assert room.events("SiteApplied")[0]["by"] == "Li"
    assert room.taken == [BOUND] and room.console.site is BOUND


def test_discarding_forgets_what_was_read() -> None:
    room = RevisedRoom()
    room.read(BOUND)
    room.revising.discard()
    assert room.events("SiteChangeDiscarded")[0]["by"] == "Li"
    with pytest.raises(CommandRefused):
        room.revising.apply()
    assert room.console.site is SITE


def test_the_key_reads_first_and_applies_only_when_the_change_could_be_seen() -> None:
    room = RevisedRoom()
    room.console.reload_site()
    room.console.reload_site()  # impatient: it is being read
    assert len(room.folder.asked) == 1
    room.folder.say(BOUND)
    room.console.reload_site()
    assert room.console.site is SITE
    room.clock.advance(1_000)
    room.console.reload_site()
    assert room.console.site is BOUND


def test_asked_while_it_is_read_the_folder_is_read_again_and_only_the_newer_answer_counts() -> None:
    room = RevisedRoom()
    room.revising.ask()
    room.revising.ask()
    room.folder.say(replace(SITE, name="older"))
    assert room.revising.pending is None and len(room.folder.asked) == 2
    room.folder.say(BOUND)
    assert room.revising.pending is not None and room.revising.pending.site is BOUND


def test_asked_anew_a_change_that_was_shown_is_no_longer_offered() -> None:
    room = RevisedRoom()
    room.read(BOUND)
    room.revising.ask()
    with pytest.raises(CommandRefused):
        room.revising.apply()


def test_a_console_without_a_folder_says_so() -> None:
    with pytest.raises(CommandRefused, match="no_site_folder"):
        Room().console.reload_site()


# ---- cameras ----


def test_an_open_fire_alarm_gets_the_camera_that_was_bound_to_it_meanwhile() -> None:
    room = RevisedRoom()
    room.smoke()
    room.apply(BOUND)
    assert chosen(room) == [NEW, NEAR, FAR]
    assert room.events("CamerasRanked")[-1]["cameras"] == [NEW, NEAR, FAR]
    assert room.store.entries[-1].kind == "CamerasRanked"
    assert room.console.pictures.get(NEW).state is CameraState.QUEUED
    assert room.console.pictures.get(NEAR).state is CameraState.LIVE


def test_a_picture_that_works_is_not_taken_away_by_a_better_one() -> None:
    room = RevisedRoom()
    room.smoke()
    room.apply(BOUND)
    current = room.console.seeing.wall.current
    assert current is not None and current.choice is not None and current.choice.camera.id == NEAR
    assert room.console.seeing.wall.strip[0].camera.id == FAR and len(current.choices) == 3


@pytest.mark.parametrize("act", ["best", "restore"])
def test_a_camera_that_is_gone_is_in_no_place_pinned_or_at_rest(act: str) -> None:
    room = RevisedRoom()
    room.smoke()
    room.console.steering.look_at("best")
    room.apply(replace(SITE, cameras=SITE.cameras[1:]))
    current = room.console.seeing.wall.current
    assert current is not None and current.choice is not None and current.choice.camera.id == FAR
    (room.console.steering.escape if act == "restore" else partial(room.console.steering.look_at, act))()
    assert NEAR not in room.console.seeing.wall.tiles.values()
    assert FAR in room.console.seeing.wall.tiles.values()


def test_a_camera_that_came_is_on_the_pages_and_a_page_that_is_gone_is_left() -> None:
    room = RevisedRoom()
    many = [replace(FRESH, id=CameraId(f"M-{n}"), number=10 + n) for n in range(6)]
    room.apply(replace(SITE, cameras=(*SITE.cameras, *many)))
    room.console.steering.turn_page(PANEL, 1)
    assert "M-5" in room.console.steering.surface(PANEL).tiles.values()
    room.apply(SITE)
    panel = room.console.steering.surface(PANEL)
    assert (panel.page, panel.pages) == (1, 1) and set(panel.tiles.values()) <= {NEAR, FAR}
    assert set(room.console.seeing.wall.tiles.values()) == {NEAR, FAR}


def test_a_renamed_camera_carries_its_new_name_into_the_choice() -> None:
    room = RevisedRoom()
    room.smoke()
    room.apply(replace(SITE, cameras=(replace(SITE.cameras[0], name_en="Lobby"), SITE.cameras[1])))
    current = room.console.seeing.wall.current
    assert current is not None and current.choice is not None and current.choice.camera.name_en == "Lobby"


def test_the_trouble_of_a_dark_camera_ends_with_the_camera_and_stays_until_it_is_seen() -> None:
    room = RevisedRoom()
    for camera in (NEAR, FAR):
        room.take(CameraChanged(camera, CameraState.NO_SIGNAL, room.clock.now_ms()))
    room.clock.advance(5_000)
    room.apply(replace(SITE, cameras=SITE.cameras[1:]))
    room.clock.advance(6_000)  # the one that is gone is not waited for, the other is
    assert [alarm.point for alarm in room.console.alarms.rows()] == [f"camera/{FAR}#picture"]
    room.apply(replace(SITE, cameras=()))
    assert room.console.alarms.rows()[0].shown is Shown.CLEARED
    room.console.acknowledge(room.alarm)
    assert not len(room.console.alarms)


def test_what_a_camera_still_says_after_it_is_gone_harms_nothing() -> None:
    room = RevisedRoom()
    room.apply(replace(SITE, cameras=SITE.cameras[1:]))
    room.take(CameraChanged(NEAR, CameraState.NO_SIGNAL, room.clock.now_ms()))
    room.clock.advance(20_000)
    assert not len(room.console.alarms)
    assert room.console.pictures.total == 1


# ---- points ----


def test_the_alarm_of_a_point_that_is_gone_stays_with_its_name_and_pictures_until_it_is_handled() -> None:
    room = RevisedRoom()
    room.smoke()
    alarm = room.alarm
    room.apply(replace(SITE, points=()))
    assert room.alarm == alarm and chosen(room) == [NEAR, FAR]
    point = room.console.points.find(SMOKE)
    assert point is not None and point.name == "烟感"
    assert room.console.points.count().total == 0
    room.console.acknowledge(alarm)
    room.smoke(Condition.NORMAL, receipt=8)
    assert room.console.alarms.rows()[0].shown is Shown.LATCHED
    room.console.reset(alarm, Outcome.REAL)
    assert not len(room.console.alarms)


def test_a_point_that_came_back_is_the_one_the_site_describes_now() -> None:
    room = RevisedRoom()
    room.apply(replace(SITE, points=()))
    room.apply(replace(SITE, points=(replace(SITE.points[0], name="新名"),)))
    point = room.console.points.get(SMOKE)
    assert point is not None and point.name == "新名"


def silent_points(room: Room) -> list[tuple[PointId, Condition]]:
    return [(a.point, a.condition) for a in room.console.alarms.rows() if a.kind.endswith(".silent")]


def test_a_new_point_is_supervised_from_now_on_and_an_old_one_as_before() -> None:
    room = RevisedRoom()
    hydrant = replace(SITE.points[0], id=HYDRANT, kind="water_pressure")
    room.clock.advance(1_800_000)
    room.apply(replace(SITE, points=(*SITE.points, hydrant)))
    room.clock.advance(1_810_000)
    assert silent_points(room) == [(PointId(f"{SMOKE}.silent"), Condition.ACTIVE)]
    room.clock.advance(1_800_000)
    assert len(silent_points(room)) == 2
    room.take(Sample(HYDRANT, 0.4, "MPa", State.READING, room.clock.now_ms(), room.clock.now_ms()))
    assert (PointId(f"{HYDRANT}.silent"), Condition.NORMAL) in silent_points(room)


def test_the_silence_of_a_point_ends_with_the_point_and_stays_until_it_is_seen() -> None:
    room = RevisedRoom()
    room.clock.advance(3_700_000)
    room.apply(replace(SITE, points=()))
    assert silent_points(room) == [(PointId(f"{SMOKE}.silent"), Condition.NORMAL)]
    assert room.console.points.count().silent == 0
    room.console.acknowledge(room.alarm)
    assert not len(room.console.alarms)


def test_an_alarm_of_a_point_the_site_did_not_know_gets_cameras_as_soon_as_it_does() -> None:
    room = RevisedRoom()
    now, other = room.clock.now_ms(), point_id("z2m", "0x02", "smoke")
    room.take(Heard((ConditionChanged(other, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", now, now),)))
    assert chosen(room) == []
    room.apply(replace(SITE, points=(*SITE.points, replace(SITE.points[0], id=other))))
    assert chosen(room) == [NEAR, FAR]
    assert room.console.seeing.wall.tiles[ALARM_TILE] == NEAR


@pytest.mark.parametrize(
    "of",
    [
        lambda site: replace(site, cameras=(), points=(), bindings=(), zones=(), buildings=()),
        lambda site: replace(site, name="x", time_zone="UTC", origin=(1.0, 2.0)),
        lambda site: BOUND,
    ],
)
def test_there_and_back_again_nothing_is_left_over(of: Callable[[Site], Site]) -> None:
    room = RevisedRoom()
    room.smoke()
    before = chosen(room)
    room.apply(of(SITE))
    room.apply(SITE)
    for camera in (NEAR, FAR):
        room.take(CameraChanged(camera, CameraState.LIVE, room.clock.now_ms()))
    room.clock.advance(300)
    assert chosen(room) == before
    assert room.console.site is SITE and len(room.console.alarms) == 1


def test_what_was_taken_out_while_the_console_was_down_is_not_waited_for_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = Room()
    before.take(CameraChanged(NEAR, CameraState.NO_SIGNAL, before.clock.now_ms()))
    before.clock.advance(3_700_000)
    assert {a.point for a in before.console.alarms} == {f"{SMOKE}.silent", f"camera/{NEAR}#picture"}
    monkeypatch.setattr(test_console, "SITE", replace(SITE, points=(), cameras=SITE.cameras[1:]))
    after = Room(before.store.entries)
    after.clock.advance(1)
    assert {a.shown for a in after.console.alarms} == {Shown.CLEARED} and len(after.console.alarms) == 2
