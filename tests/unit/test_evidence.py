"""What a fire alarm orders to be kept, what a restart makes of it, and what the journal says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.announce import Announcement, EvidenceFailed, EvidenceOrdered, EvidenceSaved
from console.clock import FakeClock
from console.config.schema import EvidenceConfig
from console.evidence import ClipState, Evidence, path_of
from console.journal import Entry, Recorded
from console.model import AlarmId, Camera, CameraId, CameraKind
from console.ports import ClipFailed, ClipOrder, ClipSaved, ClipTrouble
from console.videod.evidence_place import place

SMOKE, HEAT = AlarmId("z2m/0x1#smoke/1"), AlarmId("z2m/0x2#heat/4")
CAMERAS = [Camera(CameraId(f"cam-{n}"), n, "", "", CameraKind.FIXED, None) for n in range(1, 6)]
START = 1_795_000_000_000


@dataclass
class Room:
    """The desk with ears on all its sides."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(START))
    orders: list[ClipOrder] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    said: list[Announcement] = field(default_factory=list)
    config: EvidenceConfig = field(default_factory=EvidenceConfig)

    def __post_init__(self) -> None:
        self.desk = Evidence(self.clock, "desk-1", self.config, self.entries.extend, self.said.append)
        self.desk.connect(self.orders.append)

    def save(self, order: ClipOrder, *, until_ms: int = 0) -> None:
        end = until_ms or order.until_ms
        is_partial = end < order.until_ms
        self.desk.saved(ClipSaved(order.camera, order.path, "f" * 64, 9, order.from_ms, end, 12, 0, is_partial))

    def fail(self, order: ClipOrder, code: ClipTrouble) -> None:
        self.desk.failed(ClipFailed(order.camera, order.path, code))

    def states(self, alarm: AlarmId = SMOKE) -> list[ClipState]:
        return [clip.state for clip in self.desk.clips(alarm)]

    def restarted(self, *open_alarms: AlarmId) -> Room:
        """The next run on the same journal: only open streams are read."""
        is_open = {entry.stream: entry.open for entry in self.entries}
        room = Room(self.clock, config=self.config)
        room.desk.load(Recorded(e, "w", 1, "", "") for e in self.entries if is_open[e.stream])
        room.desk.settle(lambda alarm: alarm in open_alarms)
        return room


def test_a_fire_alarm_keeps_its_three_best_cameras_from_before_it_until_after_it() -> None:
    room = Room()
    room.desk.raised(SMOKE, CAMERAS)
    assert [order.camera for order in room.orders] == ["cam-1", "cam-2", "cam-3"]
    assert {(order.from_ms - START, order.until_ms - START) for order in room.orders} == {(-30_000, 60_000)}
    assert [type(said) for said in room.said] == [EvidenceOrdered] * 3
    assert [entry.kind for entry in room.entries] == ["EvidenceOrdered"] * 3
    assert room.states() == [ClipState.RECORDING] * 3


def test_how_many_and_how_long_is_the_sites_choice() -> None:
    room = Room(config=EvidenceConfig(cameras=1, before_s=5, after_s=7))
    room.desk.raised(SMOKE, CAMERAS)
    (order,) = room.orders
    assert (order.from_ms - START, order.until_ms - START) == (-5_000, 7_000)
    none = Room(config=EvidenceConfig(cameras=0))
    none.desk.raised(SMOKE, CAMERAS)
    assert (none.orders, none.entries) == ([], [])


def test_an_alarm_that_comes_again_orders_only_what_is_not_being_recorded() -> None:
    room = Room()
    room.desk.raised(SMOKE, CAMERAS[:2])
    room.clock.advance(20_000)
    room.desk.raised(SMOKE, CAMERAS[:3])
    assert [order.camera for order in room.orders] == ["cam-1", "cam-2", "cam-3"]
    room.save(room.orders[0])
    room.desk.raised(SMOKE, CAMERAS[:3])
    assert [order.camera for order in room.orders] == ["cam-1", "cam-2", "cam-3", "cam-1"]
    assert len(room.desk.clips(SMOKE)) == 4


def test_two_alarms_that_begin_together_share_a_clip_and_both_records_name_it() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(5_000)
    room.desk.raised(HEAT, CAMERAS)
    (order,) = room.orders
    room.save(order)
    assert [[clip.path for clip in room.desk.clips(alarm)] for alarm in (SMOKE, HEAT)] == [[order.path]] * 2
    assert room.states(SMOKE) == room.states(HEAT) == [ClipState.SAVED]


def test_an_alarm_that_begins_later_gets_a_clip_of_its_own() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(15_000)
    room.desk.raised(HEAT, CAMERAS)
    assert len({order.path for order in room.orders}) == 2


def test_what_was_saved_stands_in_the_journal_with_its_hash() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.save(room.orders[0])
    (said,) = [said for said in room.said if isinstance(said, EvidenceSaved)]
    entry = room.entries[-1]
    assert (entry.kind, entry.data["sha256"], entry.data["path"]) == ("EvidenceSaved", "f" * 64, room.orders[0].path)
    assert (said.alarm, said.frames, said.partial) == (SMOKE, 12, False)
    assert [entry.version for entry in room.entries] == [1, 2]


def test_a_clip_that_cannot_be_made_is_told_with_its_reason() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.fail(room.orders[0], ClipTrouble.DISK_FULL)
    assert [clip.code for clip in room.desk.clips(SMOKE)] == ["disk_full"]
    assert [said.code for said in room.said if isinstance(said, EvidenceFailed)] == ["disk_full"]


def test_a_clip_that_broke_off_is_kept_and_the_rest_is_recorded_as_a_second_one() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(10_000)
    room.save(room.orders[0], until_ms=START + 9_000)
    first, rest = room.orders
    assert (rest.from_ms, rest.until_ms, rest.path != first.path) == (START + 10_000, first.until_ms, True)
    room.save(rest)
    assert room.states() == [ClipState.PARTIAL, ClipState.SAVED]


def test_a_short_rest_is_not_worth_a_second_clip() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(58_000)
    room.save(room.orders[0], until_ms=START + 50_000)
    assert len(room.orders) == 1


def test_two_alarms_of_one_broken_clip_share_the_rest_too() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.desk.raised(HEAT, CAMERAS)
    room.clock.advance(10_000)
    room.save(room.orders[0], until_ms=START + 9_000)
    assert len(room.orders) == 2
    assert [clip.path for clip in room.desk.clips(HEAT)] == [order.path for order in room.orders]


def test_a_restart_knows_the_clips_of_open_alarms_and_settles_what_was_unfinished() -> None:
    room = Room(config=EvidenceConfig(cameras=2))
    room.desk.raised(SMOKE, CAMERAS)
    room.save(room.orders[0])
    room.clock.advance(90_000)
    again = room.restarted(SMOKE)
    assert again.states() == [ClipState.SAVED, ClipState.RECORDING]
    (settling,) = again.orders
    assert settling == replace(room.orders[1], is_settling=True)
    again.save(settling, until_ms=START + 3_000)
    assert again.states() == [ClipState.SAVED, ClipState.PARTIAL]
    assert again.entries[-1].version == 4


def test_a_restart_within_the_clips_time_records_the_rest() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(20_000)
    again = room.restarted(SMOKE)
    again.fail(again.orders[0], ClipTrouble.NOTHING_LEFT)
    assert [order.is_settling for order in again.orders] == [True, False]
    assert again.orders[1].until_ms == START + 60_000


def test_the_record_of_a_closed_alarm_is_closed_when_its_last_clip_is_settled() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.desk.closed(SMOKE)
    assert room.entries[-1].open
    room.save(room.orders[0])
    assert [(entry.kind, entry.open) for entry in room.entries[-2:]] == [
        ("EvidenceSaved", True),
        ("EvidenceFiled", False),
    ]
    assert room.states() == [ClipState.SAVED]
    assert room.restarted().desk.clips(SMOKE) == ()


def test_an_alarm_that_was_closed_while_nobody_ran_is_filed_at_the_next_start() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.save(room.orders[0])
    assert [entry.kind for entry in room.restarted().entries] == ["EvidenceFiled"]


def test_nobody_waits_for_ever_for_word_of_a_clip_and_late_word_still_counts() -> None:
    room = Room(config=EvidenceConfig(cameras=1))
    room.desk.raised(SMOKE, CAMERAS)
    room.clock.advance(60_000 + 120_000)
    assert [clip.code for clip in room.desk.clips(SMOKE)] == ["no_word"]
    room.save(room.orders[0])
    assert room.states() == [ClipState.SAVED]


def test_word_of_a_clip_nobody_ordered_changes_nothing() -> None:
    room = Room()
    room.desk.saved(ClipSaved(CameraId("x"), "evidence/2026/01/01/a/b.mp4", "", 0, 0, 0, 0, 0, is_partial=False))
    assert (room.entries, room.said) == ([], [])


def test_a_clips_path_says_when_and_of_what() -> None:
    path = path_of(AlarmId("z2m/hall-1#smoke/3"), CameraId("cam-7"), START)
    assert path.startswith("evidence/2026/11/18/z2m_hall-1_smoke_3-")
    assert path.endswith("/cam-7_20261118T110640000Z.mp4")


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_no_name_leads_out_of_the_evidence_folder(tmp_path_factory: pytest.TempPathFactory, one: str, two: str) -> None:
    data = tmp_path_factory.getbasetemp()
    path = path_of(AlarmId(one), CameraId(two), START)
    assert place(data, path).clip.is_relative_to(data / "evidence")
    assert all(len(part.encode()) <= 255 for part in path.split("/"))


@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=30))
def test_two_cameras_never_share_a_file(one: str, two: str) -> None:
    paths = {path_of(SMOKE, CameraId(name), START) for name in (one, two)}
    assert len(paths) == (1 if one == two else 2)
