"""Looking at recorded pictures: what a person does with a clip is in the journal, and what the player says is shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from console.announce import Announcement, ClipRefused, ReviewChanged, SnapshotTaken
from console.clock import FakeClock
from console.errors import CommandRefused
from console.evidence import Clip, ClipState
from console.journal import Entry
from console.logbook import Logbook
from console.model import AlarmId, CameraId, Seat
from console.ports import ClipTrouble
from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    ReplayFailed,
    ReplayOrder,
    SnapClip,
    SnapshotFailed,
    SnapshotSaved,
)
from console.reviewing import ANSWER_MS, Phase, Reviewing

ALARM = AlarmId("z2m/a#smoke/1")
CLIP = Clip(
    CameraId("gate"), 7, "evidence/2026/11/21/a/gate.mp4", 0, 90_000, ClipState.SAVED, "f" * 64, 1, 1_000, 91_000, 1350
)


@dataclass
class Room:
    clock: FakeClock = field(default_factory=FakeClock)
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    orders: list[ReplayOrder] = field(default_factory=list)

    def __post_init__(self) -> None:
        logbook = Logbook(self.clock, "desk-1/1", self.entries.extend)
        self.desk = Reviewing(self.clock, logbook, Seat("desk-1", "Li"), self.said.append)
        self.desk.connect(self.orders.append)

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]

    def opened(self) -> Room:
        self.desk.open(ALARM, CLIP, 3)
        self.desk.moved(at(self.play))
        return self

    @property
    def play(self) -> int:
        return max(order.play for order in self.orders)


def at(play: int, *, paused: bool = False) -> ClipAt:
    return ClipAt(play, 15, 1350, 1_000, 90_000, 1_000, 1.0, is_paused=paused, is_ended=False)


def test_opening_a_clip_is_an_act_in_the_journal_and_gives_the_journals_hash_to_the_player() -> None:
    room = Room().opened()
    assert room.orders == [PlayClip(1, 3, CLIP.path, CLIP.sha256)]
    (entry,) = room.entries
    assert (entry.kind, entry.by.person) == ("ClipOpened", "Li")
    assert (entry.data["alarm"], entry.data["sha256"]) == (ALARM, CLIP.sha256)
    assert (room.desk.review.phase, room.desk.review.at_wall_ms) == (Phase.OPEN, 2_000)


@pytest.mark.parametrize("state", [ClipState.RECORDING, ClipState.FAILED])
def test_a_clip_that_is_not_there_yet_or_never_is_refused(state: ClipState) -> None:
    room = Room()
    with pytest.raises(CommandRefused):
        room.desk.open(ALARM, replace(CLIP, state=state), 3)
    assert room.entries == [] and room.orders == []


def test_another_clip_closes_the_one_before_it() -> None:
    room = Room().opened()
    room.desk.open(ALARM, CLIP, 4)
    assert room.orders[1:] == [CloseClip(1), PlayClip(2, 4, CLIP.path, CLIP.sha256)]
    assert room.kinds() == ["ClipOpened", "ClipClosed", "ClipOpened"]
    room.desk.moved(at(1))
    assert room.desk.review.phase is Phase.OPENING  # a word on the clip before it changes nothing


def test_space_pauses_and_plays_on() -> None:
    room = Room().opened()
    room.desk.toggle_pause()
    room.desk.moved(at(1, paused=True))
    room.desk.toggle_pause()
    assert room.orders[1:] == [PauseClip(1, is_paused=True), PauseClip(1, is_paused=False)]


def test_nothing_is_asked_of_a_player_without_a_clip() -> None:
    room = Room()
    room.desk.seek(5)
    room.desk.step(1)
    room.desk.toggle_pause()
    room.desk.snapshot("Gate", "UTC", "REPLAY")
    room.desk.close()
    assert room.orders == [] and room.entries == []


def test_only_the_rates_that_have_a_button_are_taken() -> None:
    room = Room().opened()
    with pytest.raises(CommandRefused):
        room.desk.set_rate(3.0)


def test_a_snapshot_is_in_the_journal_with_its_hash_and_the_moment_it_shows() -> None:
    room = Room().opened()
    room.desk.snapshot("Gate", "Asia/Shanghai", "REPLAY")
    assert room.orders[-1] == SnapClip(1, ALARM, 7, "Gate", "Asia/Shanghai", "REPLAY")
    room.desk.snapped(SnapshotSaved(1, "evidence/x.png", "e" * 64, 2_000, 15))
    entry = room.entries[-1]
    assert (entry.kind, entry.data["sha256"], entry.data["taken_ms"]) == ("SnapshotTaken", "e" * 64, 2_000)
    assert entry.data["clip"] == CLIP.path and entry.data["path"] == "evidence/x.png"
    assert [said.path for said in room.said if isinstance(said, SnapshotTaken)] == ["evidence/x.png"]
    assert room.desk.review.snapshot == "evidence/x.png"


def test_a_snapshot_that_could_not_be_written_leaves_the_clip_open() -> None:
    room = Room().opened()
    room.desk.snapshot_failed(SnapshotFailed(1, ClipTrouble.DISK_FULL, ""))
    assert (room.desk.review.phase, room.desk.review.snapshot_code) == (Phase.OPEN, "disk_full")


def test_a_clip_that_is_not_the_one_recorded_is_refused_and_that_is_kept() -> None:
    room = Room()
    room.desk.open(ALARM, CLIP, 3)
    room.desk.failed(ReplayFailed(1, PlayTrouble.CHANGED, "x"))
    assert (room.desk.review.phase, room.desk.review.code) == (Phase.FAILED, "changed")
    assert (room.kinds()[-1], room.entries[-1].data["code"]) == ("ClipRefused", "changed")
    assert [said.code for said in room.said if isinstance(said, ClipRefused)] == ["changed"]
    assert isinstance(room.said[-1], ReviewChanged)


def test_a_player_that_says_nothing_is_not_waited_for_for_ever() -> None:
    room = Room()
    room.desk.open(ALARM, CLIP, 3)
    room.clock.advance(ANSWER_MS)
    room.clock.run_due()
    assert (room.desk.review.phase, room.desk.review.code) == (Phase.FAILED, "no_answer")
    assert room.orders[-1] == CloseClip(1)


def test_a_clip_that_stops_while_it_plays_says_so() -> None:
    room = Room().opened()
    room.desk.failed(ReplayFailed(1, PlayTrouble.STOPPED, ""))
    assert room.desk.review.code == "stopped"
    room.desk.close()
    assert room.desk.review.phase is Phase.CLOSED
    assert CloseClip(1) not in room.orders  # there is nothing left to close
