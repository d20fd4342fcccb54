"""Looking back: what a person begins, ends and keeps is in the journal, and nothing stays in the past by itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from console.announce import Announcement, ReplayEnded, ReplayKept, SnapshotTaken
from console.clock import FakeClock
from console.errors import CommandRefused
from console.evidence import Clip, ClipState
from console.journal import Entry
from console.logbook import Logbook
from console.model import AlarmId, Camera, CameraId, CameraKind, Quality, Seat
from console.ports import ClipSaved, ClipTrouble
from console.rewinding import BACK_MS, IDLE_MS, Phase, Rewinding, Subject
from console.rewinds import (
    BeginRewind,
    EndRewind,
    KeepRewind,
    PaceRewind,
    PauseRewind,
    PictureSnapped,
    RewindAt,
    RewindEnded,
    RewindHolds,
    RewindKept,
    RewindOrder,
    RewindTrouble,
    RewindUnkept,
    SeekRewind,
    Shortage,
    SnapFailed,
    SnapPicture,
)
from console.wall import TileId, Use

SECOND = 1_000_000_000
ALARM = AlarmId("z2m/a#smoke/1")
GATE, HALL = CameraId("gate"), CameraId("hall")
TILES = {"alarm": GATE, "strip-1": HALL}


@dataclass
class Room:
    clock: FakeClock = field(default_factory=FakeClock)
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    orders: list[RewindOrder] = field(default_factory=list)
    held: set[TileId] = field(default_factory=set)
    adopted: list[tuple[AlarmId, Clip]] = field(default_factory=list)

    def __post_init__(self) -> None:
        logbook = Logbook(self.clock, "desk-1/1", self.entries.extend)
        seat = Seat("desk-1", "Li")
        self.desk = Rewinding(self.clock, logbook, seat, self.said.append, self.on_hold, self.on_release)
        self.clock.advance(600_000)
        self.desk.connect(self.orders.append, lambda alarm, clip: self.adopted.append((alarm, clip)))

    def on_hold(self, tile: TileId, use: Use) -> None:
        assert use is Use.REPLAY
        self.held.add(tile)

    def on_release(self, tile: TileId, _use: Use) -> None:
        self.held.discard(tile)

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]

    def opened(self, alarm: AlarmId | None = None) -> Room:
        self.desk.begin("desk", TILES, alarm)
        self.hear(self.at())
        return self

    def at(self, back_s: float = 10.0, *, is_paused: bool = False, rate: float = 1.0) -> RewindAt:
        now = self.clock.monotonic_ns()
        first, last = now - 60 * SECOND, now
        return RewindAt(self.desk.rewind.number, now - round(back_s * SECOND), first, last, rate, is_paused)

    def hear(self, word: object) -> None:
        self.desk.takers()[type(word)](word)


@pytest.fixture
def room() -> Room:
    return Room()


def test_looking_back_begins_ten_seconds_ago_on_every_tile_at_once_and_is_written_down(room: Room) -> None:
    room.opened()
    (order,) = room.orders
    assert isinstance(order, BeginRewind)
    assert order.cameras == (GATE, HALL)
    assert room.clock.monotonic_ns() - order.at_ns == BACK_MS * 1_000_000
    assert room.desk.rewind.phase is Phase.OPEN
    assert room.desk.rewind.shows("alarm", GATE)
    assert not room.desk.rewind.shows("alarm", HALL)
    (entry,) = room.entries
    assert (entry.kind, entry.by.person, entry.data["cameras"]) == ("ReplayBegun", "Li", [GATE, HALL])


def test_an_alarm_is_looked_back_at_from_before_it_was_raised_unless_that_is_too_long_ago(room: Room) -> None:
    raised = room.clock.now_ms() - 40_000
    room.desk.begin("desk", TILES, ALARM, raised)
    assert isinstance(room.orders[-1], BeginRewind)
    assert room.clock.monotonic_ns() - room.orders[-1].at_ns == 50 * SECOND
    room.desk.begin("desk", TILES, ALARM, raised - 600_000)
    assert isinstance(room.orders[-1], BeginRewind)
    assert room.clock.monotonic_ns() - room.orders[-1].at_ns == 10 * SECOND


def test_the_tiles_of_an_alarm_are_guarded_while_it_is_looked_back_at_others_are_not(room: Room) -> None:
    room.opened(ALARM)
    assert room.held == {"alarm", "strip-1"}
    room.desk.live()
    assert room.held == set()
    room.opened()
    assert room.held == set()


def test_esc_goes_back_to_live_once_and_says_who_did(room: Room) -> None:
    room.opened()
    assert room.desk.back()
    assert not room.desk.back()
    assert isinstance(room.orders[-1], EndRewind)
    assert not room.desk.rewind.shows("alarm", GATE)
    assert (room.entries[-1].kind, room.entries[-1].data["why"], room.entries[-1].by.person) == (
        "ReplayEnded", "live", "Li",
    )  # fmt: skip


def test_left_alone_it_ends_by_itself_and_every_act_puts_that_off(room: Room) -> None:
    room.opened()
    room.clock.advance(IDLE_MS - 1)
    room.desk.go_by(-1_000)
    assert isinstance(room.orders[-1], SeekRewind)
    room.clock.advance(IDLE_MS - 1)
    assert room.desk.rewind.is_on
    room.clock.advance(1)
    assert not room.desk.rewind.is_on
    assert room.entries[-1].data["why"] == "idle"
    assert room.entries[-1].by.machine


def test_without_an_answer_it_ends_and_says_why(room: Room) -> None:
    room.desk.begin("desk", TILES)
    room.clock.advance(5_000)
    assert room.desk.rewind.ended == "no_answer"


def test_memory_that_is_gone_ends_it(room: Room) -> None:
    room.opened()
    room.hear(RewindEnded(room.desk.rewind.number, RewindTrouble.STOPPED))
    assert room.desk.rewind.ended == "stopped"
    assert [said.why for said in room.said if isinstance(said, ReplayEnded)] == ["stopped"]


def test_a_tile_that_an_alarm_took_is_live_and_with_the_last_one_it_is_over(room: Room) -> None:
    room.opened()
    room.desk.still("wall-1", {})
    assert room.desk.rewind.is_on
    room.desk.still("desk", {"alarm": HALL, "strip-1": HALL})
    assert dict(room.desk.rewind.tiles) == {"strip-1": HALL}
    room.desk.still("desk", {"alarm": HALL, "strip-1": None})
    assert room.desk.rewind.ended == "taken"


def test_words_on_an_earlier_one_are_passed_over(room: Room) -> None:
    late = room.opened().at()
    room.desk.begin("desk", TILES)
    room.hear(late)
    room.hear(RewindEnded(late.rewind, RewindTrouble.STOPPED))
    assert room.desk.rewind.phase is Phase.OPENING


def test_pace_and_pause_follow_what_is_shown(room: Room) -> None:
    room.opened()
    room.desk.toggle_pause()
    room.desk.change_rate(1)
    room.desk.change_rate(-1)
    pause, faster, slower = room.orders[-3:]
    assert pause == PauseRewind(room.desk.rewind.number, is_paused=True)
    assert isinstance(faster, PaceRewind)
    assert isinstance(slower, PaceRewind)
    assert (faster.rate, slower.rate) == (2.0, 0.5)
    with pytest.raises(CommandRefused):
        room.desk.set_rate(3.0)


def test_seconds_add_up_before_the_video_process_has_answered_and_old_answers_are_passed_over(room: Room) -> None:
    room.opened()
    before = room.at()
    for _ in range(3):
        room.desk.go_by(-1_000)
    room.hear(before)
    assert room.desk.rewind.at is not None
    assert room.desk.rewind.at.at_ns == before.at_ns - 3 * SECOND
    room.desk.mark(begins=True)
    assert room.desk.rewind.in_ns == before.at_ns - 3 * SECOND
    last = room.orders[-1]
    assert isinstance(last, SeekRewind)
    room.hear(replace(before, at_ns=last.at_ns + 1, seek=last.seek))
    assert room.desk.rewind.at.at_ns == last.at_ns + 1


def test_a_camera_memory_does_not_reach_back_for_has_no_picture_of_that_moment(room: Room) -> None:
    room.opened()
    number, now = room.desk.rewind.number, room.clock.monotonic_ns()
    room.hear(RewindHolds(number, GATE, now - 60 * SECOND, now, 900, 1, Shortage.NONE))
    room.hear(RewindHolds(number, HALL, now - 5 * SECOND, now, 75, 1, Shortage.YOUNG))
    assert room.desk.rewind.has_picture(GATE)
    assert not room.desk.rewind.has_picture(HALL)


def kept(order: KeepRewind) -> RewindKept:
    return RewindKept(ClipSaved(CameraId(order.camera), order.path, "f" * 64, 9, 1, 2, 3, 0, is_partial=False))


def test_what_lies_between_the_marks_is_kept_of_every_camera_and_belongs_to_the_alarm(room: Room) -> None:
    room.opened(ALARM)
    room.hear(room.at(30))
    room.desk.mark(begins=True)
    room.hear(room.at(20))
    room.desk.mark(begins=False)
    room.desk.keep({GATE: 7, HALL: 8})
    orders = [order for order in room.orders if isinstance(order, KeepRewind)]
    assert [(order.camera, order.number, order.until_ns - order.from_ns) for order in orders] == [
        (GATE, 7, 10 * SECOND), (HALL, 8, 10 * SECOND),
    ]  # fmt: skip
    assert room.desk.rewind.kept.waiting == 2
    room.hear(kept(orders[0]))
    room.hear(RewindUnkept(HALL, orders[1].path, ClipTrouble.DISK_FULL, "x"))
    assert (room.desk.rewind.kept.waiting, room.desk.rewind.kept.code) == (0, "disk_full")
    assert room.desk.rewind.kept.paths == (orders[0].path,)
    assert [(alarm, clip.state, clip.sha256) for alarm, clip in room.adopted] == [(ALARM, ClipState.SAVED, "f" * 64)]
    assert room.kinds()[-2:] == ["ReplayKept", "ReplayUnkept"]
    assert room.entries[-2].by.person == "Li"
    assert any(isinstance(said, ReplayKept) and said.sha256 == "f" * 64 for said in room.said)


def test_without_marks_all_that_is_held_is_kept_and_without_an_alarm_it_is_in_the_journal_alone(room: Room) -> None:
    room.opened()
    room.desk.keep({GATE: 7, HALL: 8})
    order = next(order for order in room.orders if isinstance(order, KeepRewind))
    assert order.until_ns - order.from_ns == 60 * SECOND
    assert "/replay/" in order.path
    room.hear(kept(order))
    assert room.adopted == []
    assert room.entries[-1].data["path"] == order.path


def test_a_clip_that_comes_after_the_end_is_still_written_down(room: Room) -> None:
    room.opened()
    room.desk.keep({GATE: 7, HALL: 8})
    order = next(order for order in room.orders if isinstance(order, KeepRewind))
    room.desk.live()
    room.hear(kept(order))
    assert room.kinds()[-1] == "ReplayKept"


def test_a_mark_at_the_same_moment_goes_and_one_that_contradicts_replaces_the_other(room: Room) -> None:
    room.opened()
    room.hear(room.at(30))
    room.desk.mark(begins=True)
    assert room.desk.rewind.in_ns
    room.desk.mark(begins=True)
    assert not room.desk.rewind.in_ns
    room.hear(room.at(20))
    room.desk.mark(begins=True)
    room.hear(room.at(25))
    room.desk.mark(begins=False)
    assert room.desk.rewind.at is not None
    assert (room.desk.rewind.in_ns, room.desk.rewind.out_ns) == (0, room.desk.rewind.at.at_ns)


def test_a_photograph_of_a_tile_is_in_the_journal_with_its_hash_and_whether_it_was_live(room: Room) -> None:
    camera = Camera(GATE, 7, "大门", "Gate", CameraKind.FIXED, None)
    photographs = room.desk.photographs
    photographs.take(Subject("alarm", camera, Quality.MAIN, 5, alarm=ALARM), ("7 Gate",), "Asia/Shanghai")
    (order,) = room.orders
    assert isinstance(order, SnapPicture)
    assert (order.camera, order.quality, order.arrived_ns, order.rewind) == (GATE, Quality.MAIN, 5, 0)
    room.hear(PictureSnapped(order.snap, "evidence/x.png", "e" * 64, 2_000))
    (entry,) = room.entries
    assert (entry.kind, entry.data["sha256"], entry.data["source"]) == ("SnapshotTaken", "e" * 64, "live")
    assert entry.cause == f"alarm:{ALARM}"
    assert any(isinstance(said, SnapshotTaken) for said in room.said)
    photographs.take(Subject("alarm", camera, Quality.SUB, 5, rewind=1), ("7 Gate",), "Asia/Shanghai")
    assert isinstance(room.orders[-1], SnapPicture)
    room.hear(SnapFailed(room.orders[-1].snap, ClipTrouble.NO_PICTURES, ""))
    assert photographs.newest is not None
    assert photographs.newest.code == "no_pictures"


def test_without_a_video_process_there_is_nothing_to_look_back_at() -> None:
    clock = FakeClock()
    desk = Rewinding(clock, Logbook(clock, "desk-1/1", lambda _entries: None), Seat("desk-1", "Li"), lambda _said: None)
    with pytest.raises(CommandRefused):
        desk.begin("desk", TILES)
    assert not desk.rewind.is_on
