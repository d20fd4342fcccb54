"""The desk that looks after the record: one seal a day, nothing deleted before it is written down, days left."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import announce
from console.announce import Announcement
from console.clock import FakeClock
from console.config.schema import DiskConfig, JournalConfig
from console.custody import Custody
from console.custody.desk import FIRST_MS, LOOK_MS, MEASURE_MS
from console.custody.disk import DAY_MS, Growth, growth_of
from console.journal import Conflict, Entry, Json, Saved
from console.model import LIVE, LinkDown, LinkUp, Site
from console.safekeeping import (
    AgedAsked,
    AgedFound,
    BackupLooked,
    CutAsked,
    CutDone,
    CutOrdered,
    CutPlanned,
    DiskLooked,
    DropOrdered,
    FilingAsked,
    KeeperOrder,
    KeepingFailed,
    MeasureAsked,
    Measured,
    SealAsked,
    SealMade,
)
from console.sealing import Signed

SIGNED = Signed("{}", "00", "11")
GB = 1_000_000_000
EVENING = 1_795_015_800_000  # 2026-11-18 23:30 in Shanghai


class Kept:
    """Custody with a Keeper that only notes its orders."""

    def __init__(self, journal: JournalConfig = JournalConfig(), disk: DiskConfig = DiskConfig()) -> None:  # noqa: B008
        self.clock = FakeClock(EVENING)
        self.orders: list[KeeperOrder] = []
        self.entries: list[Entry] = []
        self.links: list[LinkDown | LinkUp] = []
        self.told: list[Announcement] = []
        self.state: Mapping[str, Json] = {}
        self.desk = Custody(self.clock, "desk-1", place(), self.entries.extend, self.links.append, self.told.append)
        self.desk.connect(self, journal, disk, None, self.keep)

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def take(self, order: KeeperOrder) -> None:
        self.orders.append(order)

    def keep(self, state: Mapping[str, Json]) -> None:
        self.state = state

    def new(self) -> list[KeeperOrder]:
        """Orders since the last look, but for measuring."""
        found = [order for order in self.orders if not isinstance(order, MeasureAsked)]
        self.orders.clear()
        return found

    def commit(self) -> None:
        self.desk.saved(Saved({(LIVE, entry.stream): entry.version for entry in self.entries}))


def place() -> Site:
    return Site("示例小区", "Sample Court", "Asia/Shanghai", (121.5, 31.2))


def test_each_day_is_sealed_once_after_the_sites_midnight_and_filed_when_it_is_in_the_journal() -> None:
    kept = Kept()
    kept.clock.advance(FIRST_MS)
    assert kept.new() == [SealAsked("示例小区", "2026-11-17")]
    kept.desk.heard(SealMade("2026-11-17", None))
    assert kept.entries == [], "the other console had sealed it"
    kept.clock.advance(3_600_000)
    assert kept.new() == [SealAsked("示例小区", "2026-11-18")]
    kept.desk.heard(SealMade("2026-11-18", SIGNED, 3))
    (entry,) = kept.entries
    assert (entry.stream, entry.version, entry.kind, entry.by.machine) == (
        "seal/2026-11-18",
        1,
        "JournalSealed",
        "custody",
    )
    assert (kept.new(), kept.told) == ([], [])
    kept.commit()
    assert kept.new() == [FilingAsked("2026-11-18", SIGNED)]
    assert kept.told == [announce.JournalSealed(day="2026-11-18", chains=3)]
    kept.clock.advance(20 * 3_600_000)
    assert kept.new() == []


def test_a_seal_that_another_console_made_first_is_dropped_without_a_word() -> None:
    kept = Kept()
    kept.clock.advance(FIRST_MS)
    kept.desk.heard(SealMade("2026-11-17", SIGNED, 3))
    assert kept.desk.overruled(Conflict(kept.entries[0], ()))
    kept.new()
    kept.commit()
    assert (kept.new(), kept.told) == ([], [])


def test_what_concerns_an_alarm_is_not_ours() -> None:
    from tests.contract.seats import entry

    assert not Kept().desk.overruled(Conflict(entry("alarm/a#x/1", 1), ()))


def test_a_seal_that_failed_is_a_trouble_and_asked_for_again_until_it_works() -> None:
    kept = Kept()
    kept.clock.advance(FIRST_MS)
    (order,) = kept.new()
    kept.desk.heard(KeepingFailed(order, "the database server cannot be reached"))
    kept.desk.heard(KeepingFailed(order, "the database server cannot be reached"))
    (down,) = kept.links
    assert isinstance(down, LinkDown)
    assert (down.kind, down.reason, down.detail) == ("archive", "not_kept", "the database server cannot be reached")
    kept.clock.advance(LOOK_MS)
    assert kept.new() == [order]
    kept.desk.heard(SealMade("2026-11-17", SIGNED, 1))
    assert kept.links[1:] == [LinkUp("archive", "archive", kept.clock.now_ms())]


def test_nothing_goes_unless_the_site_says_so() -> None:
    kept = Kept()
    kept.clock.advance(FIRST_MS)
    kept.desk.heard(SealMade("2026-11-17", SIGNED, 1))
    kept.commit()
    assert {type(order) for order in kept.new()} == {SealAsked, FilingAsked}


def test_old_entries_are_signed_for_written_down_and_committed_before_they_are_deleted() -> None:
    kept = Kept(JournalConfig(keep_days=400))
    kept.clock.advance(FIRST_MS)
    kept.desk.heard(SealMade("2026-11-17", SIGNED, 1))
    asked = kept.new()[-1]
    assert asked == CutAsked("示例小区", "2026-11-17", kept.clock.now_ms() - 400 * DAY_MS)
    kept.commit()
    kept.desk.heard(CutPlanned("2026-11-17", SIGNED, 9))
    kept.new()
    assert [entry.kind for entry in kept.entries] == ["JournalSealed", "JournalPruned"]
    kept.commit()
    assert kept.new() == [FilingAsked("2026-11-17-cut", SIGNED), CutOrdered(SIGNED)]
    kept.desk.heard(CutDone(9))
    assert kept.told[-1] == announce.JournalPruned(day="2026-11-17", entries=9)


def test_old_recordings_are_listed_in_the_journal_before_they_are_deleted() -> None:
    kept = Kept(JournalConfig(evidence_days=200, voice_days=300))
    kept.clock.advance(FIRST_MS)
    kept.desk.heard(SealMade("2026-11-17", SIGNED, 1))
    now = kept.clock.now_ms()
    assert kept.new()[-1] == AgedAsked(now - 200 * DAY_MS, now - 300 * DAY_MS)
    kept.commit()
    kept.new()
    paths = tuple(f"voice/2025/01/01/{number}.mka" for number in range(1_100))
    kept.desk.heard(AgedFound(paths, 5 * GB))
    rows = [entry for entry in kept.entries if entry.kind == "RecordingsDropped"]
    assert [(row.stream, row.version) for row in rows] == [
        ("retention/desk-1/2026-11-17", version) for version in (1, 2, 3)
    ]
    kept.desk.saved(Saved({(LIVE, rows[0].stream): 2}))
    assert kept.new() == []
    kept.commit()
    assert kept.new() == [DropOrdered(paths)]
    assert kept.told[-1] == announce.RecordingsDropped(files=1_100, size=5 * GB)


# ---- the disk ---------------------------------------------------------------------------------------------------


def fill(kept: Kept, hours: int, gb_a_day: float, free: int) -> None:
    """The data folder grew so fast for so long."""
    for hour in range(hours + 1):
        kept.desk.heard(Measured({"journal": 10 * GB, "evidence": int(hour * gb_a_day * GB / 24)}))
        kept.desk.heard(DiskLooked(free, 1000 * GB))
        kept.clock.advance(MEASURE_MS)


def test_the_disk_lasts_as_long_as_what_is_free_divided_by_what_came_a_day() -> None:
    kept = Kept()
    kept.desk.heard(DiskLooked(300 * GB, 1000 * GB))
    assert kept.desk.disk is not None
    assert kept.desk.disk.days_left is None, "nobody can know it yet"
    fill(kept, 48, 10.0, 300 * GB)
    assert kept.desk.disk.days_left == 30
    assert [type(link) for link in kept.links] == [LinkUp]


def test_a_budget_counts_in_place_of_what_is_free() -> None:
    kept = Kept(disk=DiskConfig(budget_gb=50.0))
    fill(kept, 48, 10.0, 300 * GB)
    assert kept.desk.disk is not None
    assert kept.desk.disk.days_left == 2
    assert isinstance(kept.links[-1], LinkDown)


def test_a_disk_that_will_soon_be_full_is_a_trouble_long_before_it_is() -> None:
    kept = Kept()
    fill(kept, 48, 10.0, 100 * GB)
    (_up, down) = kept.links
    assert isinstance(down, LinkDown)
    assert (down.kind, down.reason, down.detail) == ("disk", "disk_filling", "10 d")
    kept.desk.heard(DiskLooked(900 * GB, 1000 * GB))
    assert kept.links[-1] == LinkUp("disk", "disk", kept.clock.now_ms())


def test_a_disk_with_next_to_nothing_left_is_a_trouble_at_once() -> None:
    kept = Kept()
    kept.desk.heard(DiskLooked(GB // 2, 1000 * GB))
    (down,) = kept.links
    assert isinstance(down, LinkDown)
    assert down.reason == "disk_low"


def test_a_restart_knows_how_the_disk_filled_before_it() -> None:
    kept = Kept()
    fill(kept, 48, 10.0, 300 * GB)
    again = Kept()
    again.desk.connect(again, JournalConfig(), DiskConfig(), kept.state, again.keep)
    again.desk.heard(DiskLooked(300 * GB, 1000 * GB))
    assert again.desk.disk is not None
    assert again.desk.disk.days_left == 30


@pytest.mark.parametrize("state", [None, {}, {"samples": 3}, {"samples": [[1], ["a", 2], None]}])
def test_a_kept_state_nobody_understands_is_none(state: dict[str, Json] | None) -> None:
    assert growth_of(state).samples == []


@given(st.lists(st.tuples(st.integers(0, 40 * DAY_MS), st.integers(0, 10**15)), max_size=60))
def test_growth_never_fails_and_forgets_what_is_old(told: list[tuple[int, int]]) -> None:
    growth = Growth()
    for at, used in told:
        growth.add(at, used)
        assert growth.samples[-1] == (at, used)
        assert all(at - 14 * DAY_MS <= when <= at for when, _ in growth.samples)
        days = growth.days_left(10**12, 0)
        assert days is None or 0 <= days <= 9_999


def test_a_folder_that_shrinks_lasts_as_long_as_anybody_can_see() -> None:
    growth = Growth()
    growth.add(0, 10 * GB)
    growth.add(DAY_MS, 9 * GB)
    assert growth.days_left(GB, 0) is None


# ---- backups ----


def test_a_backup_that_is_too_old_or_missing_is_a_trouble_until_there_is_a_new_one() -> None:
    kept = Kept(JournalConfig(backup_days=2))
    now = kept.clock.now_ms()
    for made_ms, state in (
        (None, ("backup_none", "")), (now - 3 * DAY_MS, ("backup_old", "3 d")), (now - DAY_MS, None),
        (now - 2 * DAY_MS, ("backup_old", "2 d")),
    ):  # fmt: skip
        for _ in range(3):
            kept.desk.heard(BackupLooked(made_ms))
        last = kept.links[-1]
        assert last.kind == "backup"
        assert (last.reason, last.detail) == state if isinstance(last, LinkDown) else state is None
    assert len(kept.links) == 4, "each is said once"


def test_where_nobody_asked_for_backups_none_is_missed() -> None:
    kept = Kept()
    kept.desk.heard(BackupLooked(None))
    assert kept.links == []
