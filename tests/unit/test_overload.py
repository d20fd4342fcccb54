"""Too many pictures: what gives way and in which order, what never does, what is said and when it is lifted again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.announce import Announcement, LayoutWeighed, LoadChanged
from console.clock import FakeClock
from console.errors import CommandRefused
from console.journal import Entry
from console.logbook import Logbook
from console.model import CameraId, Quality, Seat
from console.overload import LEVELS, Overload, Shown, Stage, stage_of
from console.overload.cost import cores
from console.overload.shedding import paces
from console.painting import Counts
from console.ports import VideoLoad
from console.wall import SurfaceId, TileId

WALL = SurfaceId("wall-1")
ALARM = TileId("alarm")


def tile(slot: int, *, guarded: bool = False, large: bool = False, name: str = "") -> Shown:
    size = (1280, 720, Quality.MAIN) if large else (320, 180, Quality.SUB)
    width, height, quality = size
    return Shown(slot, TileId(name or f"wall-1/{slot}"), CameraId(f"C-{slot}"), quality, width, height, guarded)


@dataclass
class Room:
    """Seconds of a machine whose load the test decides."""

    clock: FakeClock = field(default_factory=FakeClock)
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    told: list[tuple[dict[int, int], bool]] = field(default_factory=list)
    load: VideoLoad | None = field(default_factory=lambda: VideoLoad(0.0, 0, 0, 20))
    counts: Counts = field(default_factory=Counts)

    def __post_init__(self) -> None:
        logbook = Logbook(self.clock, "desk-1/1", self.entries.extend)
        self.desk = Overload(
            self.clock, logbook, Seat("desk-1", "Li"), self.said.append,
            limit=0.8, processors=2, is_guarded=lambda name: name == ALARM,
        )  # fmt: skip
        self.desk.connect(lambda: self.load, lambda every, spare: self.told.append((dict(every), spare)), self.painted)

    def painted(self) -> Counts:
        return self.counts

    def pass_seconds(self, count: int, cpu: float, late: int = 0, decoded: int = 300, dropped: int = 0) -> None:
        for _ in range(count):
            if self.load is not None:
                self.load = replace(
                    self.load, cpu_s=self.load.cpu_s + cpu, late=self.load.late + late,
                    decoded=self.load.decoded + decoded,
                )  # fmt: skip
            self.counts = Counts(self.counts.painted + 300, self.counts.dropped + dropped)
            self.clock.advance(1_000)

    def stages(self) -> list[str]:
        return [one.stage for one in self.said if isinstance(one, LoadChanged)]

    @property
    def paces(self) -> dict[int, int]:
        return self.told[-1][0] if self.told else {}


@pytest.fixture
def room() -> Room:
    made = Room()
    for slot in range(1, 9):
        made.desk.shows(tile(slot))
    made.desk.shows(tile(9, large=True, name=ALARM))
    return made


# ---- what gives way ----


@given(
    st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40),
    st.integers(min_value=0, max_value=LEVELS),
)
def test_an_alarms_tile_and_one_in_use_never_give_way(made: list[tuple[bool, bool]], level: int) -> None:
    shown = [tile(slot, guarded=guarded, large=large) for slot, (guarded, large) in enumerate(made)]
    assert not {one.slot for one in shown if one.guarded} & paces(shown, level).keys()


@given(st.lists(st.booleans(), min_size=1, max_size=40))
def test_every_level_costs_no_more_than_the_one_before_it(made: list[bool]) -> None:
    shown = [tile(slot, large=large) for slot, large in enumerate(made)]
    costs = [cores(shown, paces(shown, level)) for level in range(LEVELS + 1)]
    assert costs == sorted(costs, reverse=True)


def test_small_tiles_are_slowed_before_large_ones_and_the_last_of_the_small_stop_first() -> None:
    shown = [tile(1, large=True), *(tile(slot) for slot in range(2, 9))]
    assert paces(shown, 1) == {}
    assert paces(shown, 2) == dict.fromkeys(range(2, 9), 2)
    assert paces(shown, 3) == dict.fromkeys(range(1, 9), 4)
    assert {slot for slot, every in paces(shown, 4).items() if every == 0} == {7, 8}
    assert set(paces(shown, LEVELS).values()) == {0}


# ---- when ----


def test_a_quiet_machine_holds_nothing_back(room: Room) -> None:
    room.pass_seconds(30, cpu=0.4)
    assert room.stages() == [] and room.paces == {}


def test_late_pictures_make_first_what_nobody_sees_give_way_then_small_tiles(room: Room) -> None:
    room.pass_seconds(4, cpu=0.4)
    room.pass_seconds(3, cpu=1.0, late=30)
    assert room.stages() == ["unseen"] and room.told[-1] == ({}, True)
    room.pass_seconds(3, cpu=1.0, late=30)
    assert room.stages() == ["unseen", "half"] and room.paces == dict.fromkeys(range(1, 9), 2)
    assert room.entries[-1].kind == "LoadShed"
    assert room.entries[-1].data == {
        "stage": "half", "why": "late", "load": 50, "late": 9, "slowed": 8, "paused": 0,
    }  # fmt: skip


def test_a_moment_of_it_is_none(room: Room) -> None:
    room.pass_seconds(4, cpu=0.4)
    for _ in range(10):
        room.pass_seconds(2, cpu=1.0, late=30)
        room.pass_seconds(1, cpu=0.4)
    assert room.stages() == []


def test_pictures_that_take_too_much_of_the_processor_or_reach_no_window_count_too(room: Room) -> None:
    room.pass_seconds(4, cpu=0.4)
    room.pass_seconds(3, cpu=1.9)
    room.pass_seconds(3, cpu=0.4, dropped=300)
    assert [one.why for one in room.said if isinstance(one, LoadChanged)] == ["processor", "window"]


def test_it_is_lifted_by_itself_after_calm_and_more_slowly_after_a_relapse(room: Room) -> None:
    room.pass_seconds(4, cpu=0.4)
    room.pass_seconds(6, cpu=1.0, late=30)
    assert room.stages()[-1] == "half"
    room.pass_seconds(14, cpu=0.4)
    assert room.stages()[-1] == "half"
    room.pass_seconds(2, cpu=0.4)
    assert room.stages()[-1] == "full" and room.told[-1] == ({}, False)
    assert room.entries[-1].kind == "LoadLifted"
    room.pass_seconds(3, cpu=1.0, late=30)
    assert room.stages()[-1] == "unseen"
    room.pass_seconds(25, cpu=0.4)
    assert room.stages()[-1] == "unseen"
    room.pass_seconds(6, cpu=0.4)
    assert room.stages()[-1] == "full"


def test_a_new_video_process_is_no_overload(room: Room) -> None:
    room.pass_seconds(10, cpu=0.4)
    room.load = None
    room.pass_seconds(2, cpu=0.0)
    room.load = VideoLoad(0.0, 0, 0, 20)
    room.pass_seconds(10, cpu=0.4)
    assert room.stages() == []


def test_a_tile_that_is_shown_later_is_held_back_too(room: Room) -> None:
    room.pass_seconds(4, cpu=0.4)
    room.pass_seconds(6, cpu=1.0, late=30)
    room.desk.shows(tile(20))
    room.pass_seconds(1, cpu=0.4)
    assert room.paces[20] == 2
    room.desk.hides(20)
    room.pass_seconds(1, cpu=0.4)
    assert 20 not in room.paces


# ---- before it is shown ----


def test_a_layout_that_the_machine_carries_is_simply_shown(room: Room) -> None:
    room.desk.weigh(WALL, "64", tuple(CameraId(f"C-{n}") for n in range(64)))
    assert room.said == [] or all(not isinstance(one, LayoutWeighed) for one in room.said)


def heavy(room: Room) -> tuple[CameraId, ...]:
    """A machine on which what is shown costs nearly four times what it should."""
    room.pass_seconds(40, cpu=1.5)
    room.said.clear()
    return tuple(CameraId(f"D-{n}") for n in range(64))


def test_a_heavy_layout_is_refused_with_figures_and_shown_when_the_person_says_so_again(room: Room) -> None:
    cameras = heavy(room)
    with pytest.raises(CommandRefused, match="layout_heavy"):
        room.desk.weigh(WALL, "64", cameras)
    assert room.desk.heavy is not None
    seen = room.desk.heavy[2]
    assert seen.need > seen.limit == 0.8 and seen.stage is not Stage.FULL
    room.pass_seconds(5, cpu=1.5)
    room.desk.weigh(WALL, "64", cameras)
    weighed = [entry.data["shown"] for entry in room.entries if entry.kind == "LayoutWeighed"]
    assert weighed == [False, True]
    assert room.desk.heavy is None


def test_the_question_is_forgotten_after_a_while_and_asked_anew(room: Room) -> None:
    cameras = heavy(room)
    for _ in range(2):
        with pytest.raises(CommandRefused):
            room.desk.weigh(WALL, "64", cameras)
        room.pass_seconds(21, cpu=1.5)
        assert room.desk.heavy is None


def test_the_levels_have_names() -> None:
    assert [stage_of(level) for level in (0, 1, 2, 3, 4, LEVELS)] == [
        Stage.FULL, Stage.UNSEEN, Stage.HALF, Stage.QUARTER, Stage.PAUSED, Stage.PAUSED,
    ]  # fmt: skip
