"""The desks behind the health page: faults of views, what a person says of them, clocks, advice, figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from console.announce import Announcement, ViewApproved, ViewDoubted, ViewTrusted
from console.clock import FakeClock
from console.config.schema import TruthConfig
from console.errors import CommandRefused
from console.health import Advice, Health, Worry, advice_on
from console.journal import Entry, Json, Recorded
from console.logbook import Logbook
from console.looks import StreamMeasured, Survey, ViewSeen
from console.model import LIVE, By, Camera, CameraId, CameraKind, Condition, ConditionChanged, PointId, Seat
from console.pictures import Pictures
from console.ports import CameraChanged, CameraState
from console.site.guidance import OWN
from console.truth.desk import PREFIX, Truth
from console.truth.glimpse import Glimpse, glimpse_of
from console.truth.judge import Fault, Stillness
from console.truth.reference import PIXELS, packed, view_of
from tests.sources import ROOT

GATE, HALL = CameraId("gate"), CameraId("大堂/1")
PAGE = (ROOT / "docs" / "camera-health.md").read_text(encoding="utf-8")
LOOKS_MS = 30_000
HOUR_MS = 3_600_000
WELL = StreamMeasured(GATE, 10.0, 420.0, 2.0, "h264", 640, 360, "tcp", 0, 1, 40, 60.0, 0, has_clock=False)


def picture(seed: int) -> bytes:
    """Something to be recognised; another seed is another place."""
    coarse = np.random.default_rng(seed).integers(30, 220, (9, 16))
    return np.kron(coarse, np.ones((10, 10))).astype(np.uint8).tobytes()


def camera(id_: CameraId, number: int) -> Camera:
    return Camera(id_, number, "东门", "East gate", CameraKind.FIXED, None)


@dataclass
class Room:
    clock: FakeClock = field(default_factory=FakeClock)
    cameras: dict[CameraId, Camera] = field(default_factory=lambda: {GATE: camera(GATE, 1), HALL: camera(HALL, 2)})
    config: TruthConfig = field(default_factory=lambda: TruthConfig(patience_s=60, learn_h=0))
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    changes: list[ConditionChanged] = field(default_factory=list)
    files: dict[str, Mapping[str, Json]] = field(default_factory=dict)
    orders: list[Survey] = field(default_factory=list)
    position: str = "desk-1"

    def __post_init__(self) -> None:
        book = Logbook(self.clock, f"{self.position}/1", self.entries.extend)
        self.pictures = Pictures(self.clock, self.cameras.values(), self.changes.append)
        self.seat = Seat(self.position, "Wang")
        self.truth = Truth(
            self.clock, self.seat, lambda: self.cameras, book, self.changes.append, self.said.append, self.config
        )
        self.truth.connect(self.files.get, self.files.__setitem__)
        self.truth.start()
        self.health = Health(self.clock, self.pictures, lambda: self.cameras, self.truth, self.config)
        self.health.connect(self.orders.append)

    def look(self, seed: int, times: int = 1, id_: CameraId = GATE) -> None:
        for _ in range(times):
            self.clock.advance(LOOKS_MS)
            self.truth.saw(Glimpse(id_, view_of(picture(seed), 8.0), Stillness()))

    def troubles(self) -> list[tuple[PointId, Condition]]:
        return [(change.point, change.condition) for change in self.changes]

    def live(self, id_: CameraId = GATE) -> None:
        self.pictures.changed(CameraChanged(id_, CameraState.LIVE, self.clock.now_ms()))

    def row(self) -> Worry:
        return next(row.worry for row in self.health.rows() if row.camera.id == GATE)


def moved() -> Room:
    room = Room()
    room.look(1, 4)
    room.look(2, 5)
    return room


def test_a_camera_that_was_moved_is_a_trouble_that_names_it_and_what_happened() -> None:
    room = moved()
    assert room.troubles() == [(PointId("camera/gate#camera_moved"), Condition.ACTIVE)]
    assert [type(one) for one in room.said] == [ViewDoubted]
    room.look(1, 3)
    assert room.troubles()[1:] == [(PointId("camera/gate#camera_moved"), Condition.NORMAL)]
    assert isinstance(room.said[-1], ViewTrusted)


def test_another_fault_takes_the_place_of_the_first() -> None:
    room = moved()
    for _ in range(4):
        room.clock.advance(LOOKS_MS)
        room.truth.saw(Glimpse(GATE, view_of(bytes(PIXELS), 0.0), Stillness()))
    assert room.troubles()[1:] == [
        (PointId("camera/gate#camera_moved"), Condition.NORMAL), (PointId("camera/gate#camera_dark"), Condition.ACTIVE),
    ]  # fmt: skip


def test_who_says_that_the_view_is_right_is_in_the_journal_and_the_trouble_is_over_at_once() -> None:
    room = moved()
    room.truth.approve(GATE)
    assert room.troubles()[-1] == (PointId("camera/gate#camera_moved"), Condition.NORMAL)
    assert [(entry.kind, entry.by.person, entry.data["camera"]) for entry in room.entries] == [
        ("ViewApproved", "Wang", "gate")
    ]
    assert ViewApproved(camera=GATE, by="Wang") in room.said


def test_what_was_approved_at_another_console_is_right_here_from_the_next_look_on() -> None:
    room = moved()
    entry = Entry(LIVE, "position/desk-2/1", 1, "ViewApproved", 0, By("Li", "desk-2"), {"camera": "gate"})
    assert room.truth.learn(Recorded(entry, "desk-2/1", 1, "", ""))
    room.look(2)
    assert room.troubles()[-1] == (PointId("camera/gate#camera_moved"), Condition.NORMAL)


def test_a_view_nobody_has_looked_at_lately_cannot_be_approved() -> None:
    room = moved()
    room.clock.advance(10 * LOOKS_MS)
    for id_ in (GATE, HALL):
        with pytest.raises(CommandRefused, match="no_view"):
            room.truth.approve(id_)


def test_references_are_kept_and_the_next_run_judges_by_them() -> None:
    room = Room()
    room.look(1, 4)
    after = Room(files=room.files)
    after.look(2, 5)
    assert after.troubles() == [(PointId("camera/gate#camera_moved"), Condition.ACTIVE)]


def test_a_trouble_of_an_earlier_run_ends_when_the_camera_is_seen_to_be_well() -> None:
    room = Room()
    room.truth.take_up(
        [PointId("camera/gate#camera_dark"), PointId("camera/大堂/1#clock"), PointId("camera/x#picture")]
    )
    room.look(1, 4)
    for _ in range(3):
        room.truth.clocks.told(HALL, 100, "rtcp")
    assert room.troubles() == [
        (PointId("camera/gate#camera_dark"), Condition.NORMAL), (PointId("camera/大堂/1#clock"), Condition.NORMAL),
    ]  # fmt: skip


def test_the_trouble_of_a_camera_that_leaves_the_site_leaves_with_it() -> None:
    room = moved()
    del room.cameras[GATE]
    room.clock.advance(60_000)
    assert room.troubles()[-1] == (PointId("camera/gate#camera_moved"), Condition.NORMAL)


def test_a_clock_that_is_wrong_is_told_after_some_words_and_over_at_half_of_it() -> None:
    room = Room()
    for offset, said in ((HOUR_MS, 0), (HOUR_MS, 0), (HOUR_MS, 1), (3_000, 1)):
        room.truth.clocks.told(GATE, offset, "rtcp")
        assert len(room.changes) == said
    assert room.changes[0].point == "camera/gate#clock" and room.changes[0].value == "+3600.0 s"
    for _ in range(6):
        room.truth.clocks.told(GATE, 2_000, "onvif")
    assert room.troubles()[-1] == (PointId("camera/gate#clock"), Condition.NORMAL)


def test_words_that_were_delayed_are_no_slow_clock() -> None:
    room = Room()
    for offset in (-9_000, -12_000, -40, -8_000, -30_000, -7_000):
        room.truth.clocks.told(GATE, offset, "rtcp")
    believed = room.truth.clocks.get(GATE)
    assert not room.changes
    assert believed is not None
    assert believed.ms == -40


def test_figures_come_every_second_only_while_somebody_looks() -> None:
    room, who = Room(), object()
    assert room.orders == [Survey(10.0, 60.0)]
    room.health.watch(who, is_looking=True)
    room.health.watch(who, is_looking=False)
    assert [order.figures_s for order in room.orders] == [10.0, 1.0, 10.0]


def test_the_gravest_thing_about_a_camera_is_what_it_is_listed_by() -> None:
    room = Room()
    assert room.row() is Worry.DARK
    room.live()
    assert room.row() is Worry.UNKNOWN
    room.health.measured(WELL)
    assert room.row() is Worry.WELL
    room.health.measured(replace(WELL, key_s=8.0))
    assert room.row() is Worry.ADVISED
    for _ in range(3):
        room.health.measured(replace(WELL, has_clock=True, clock_ms=-HOUR_MS))
    assert room.row() is Worry.ODD
    room.look(1, 4)
    room.look(2, 5)
    assert room.row() is Worry.UNTRUE


def test_what_to_do_at_each_fault_can_be_written_down() -> None:
    assert {f"{PREFIX}{fault.value}" for fault in Fault} <= set(OWN)


def test_age_grows_between_two_words_about_a_camera() -> None:
    room = Room()
    room.health.measured(WELL)
    room.clock.advance(2_000)
    assert next(iter(room.health.rows())).age_ms(room.clock.now_ms()) == 2_040


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({}, Advice.NONE), ({"key_s": 4.5}, Advice.KEY_LONG), ({"key_s": 0.2}, Advice.KEY_SHORT),
        ({"fps": 2.0}, Advice.FEW_FRAMES), ({"fps": 50.0}, Advice.TOO_MANY_FRAMES), ({"kbit_s": 6_000.0}, Advice.FAT),
        ({"width": 2560, "height": 1440}, Advice.LARGE), ({"lost": 40}, Advice.LOSSY),
        ({"key_s": 0.0, "fps": 0.0}, Advice.NONE), ({"key_s": 10.0, "lost": 99}, Advice.KEY_LONG),
    ],
)  # fmt: skip
def test_what_should_be_set_otherwise_is_told_from_how_the_stream_comes(
    change: dict[str, float], advice: Advice
) -> None:
    assert advice_on(replace(WELL, **change)) is advice  # type: ignore[arg-type]


def test_a_word_that_is_no_picture_is_dropped() -> None:
    assert glimpse_of(ViewSeen(GATE, "no picture", 1.0, 0, 0.0)) is None
    seen = glimpse_of(ViewSeen(GATE, packed(picture(1)), 8.0, 5, 40.0))
    assert seen is not None and seen.still.is_frozen and not seen.view.is_mono


@pytest.mark.parametrize(("mark", "known"), [("faults", list(Fault)), ("advice", [one for one in Advice if one])])
def test_every_fault_and_every_advice_is_explained_in_the_manual(mark: str, known: list[str]) -> None:
    table = PAGE[PAGE.index(f"<!-- {mark} -->") :].split("\n\n")[0]
    assert re.findall(r"(?m)^\| `([a-z_]+)` \|", table) == [str(one) for one in known]
