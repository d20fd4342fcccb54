"""The desk that looks after the record: a seal for each day, what has grown too old, and the room on the disk.

Desk thread. Everything that takes time is the Keeper's (`safekeeping.py`). What is let go is written down and committed
first, then deleted; of several consoles the first one's word for a day stands, the others' is silently dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from console import announce
from console.announce import Announcement
from console.attendance import ClockTold
from console.clock import Clock
from console.config.schema import DiskConfig, JournalConfig
from console.custody.disk import DAY_MS, Disk, growth_of
from console.custody.timekeeping import Timekeeping
from console.journal import Conflict, Entry, Json, Saved
from console.model import LIVE, By, LinkDown, LinkUp, Site
from console.safekeeping import (
    KEEPER_WORDS,
    AgedAsked,
    AgedFound,
    BackupLooked,
    ClockLooked,
    CutAsked,
    CutDone,
    CutOrdered,
    CutPlanned,
    DiskLooked,
    DropOrdered,
    Dropped,
    FilingAsked,
    Keeper,
    KeeperOrder,
    KeeperWord,
    KeepingFailed,
    MeasureAsked,
    Measured,
    SealAsked,
    SealMade,
)
from console.sealing import PRUNED, SEALED

MACHINE = By(machine="custody")
DROPPED = "RecordingsDropped"
KINDS = (SEALED, PRUNED, DROPPED)
SEAL, RETENTION = "seal/", "retention/"  # seal/<day>, retention/<day>, retention/<position>/<day>
LOOK_MS = 600_000  # how often it is looked whether a day is to be sealed
FIRST_MS = 60_000  # not while everything else starts
MEASURE_MS = 3_600_000
AT_ONCE = 500  # files in one entry
GB = 1_000_000_000
ARCHIVE, DISK, BACKUP = "archive", "disk", "backup"  # the links, in LinkDown and LinkUp

Keep = Callable[[Mapping[str, Json]], None]


@dataclass(frozen=True, slots=True)
class _Pending:
    """What follows once a stream is committed up to this version."""

    version: int
    announcement: Announcement
    orders: tuple[KeeperOrder, ...]


class Custody:
    """`report` takes links lost and back. `connect` gives it a Keeper; without one nothing happens."""

    def __init__(
        self, clock: Clock, position: str, site: Site, append: Callable[[Sequence[Entry]], None],
        report: Callable[[LinkDown | LinkUp], None], publish: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._position = position
        self._site = site.name
        self._zone = ZoneInfo(site.time_zone) if site.time_zone else UTC
        self.timekeeping = Timekeeping(clock, position, report)
        self._append = append
        self._report = report
        self._announce = publish
        self._journal, self._config = JournalConfig(), DiskConfig()
        self._keeper: Keeper | None = None
        self._keep: Keep = lambda _: None
        self._growth = growth_of(None)
        self._done = ""  # the day whose seal stands, whoever made it
        self._asked = ""
        self._pending: dict[str, _Pending] = {}  # by stream
        self._states: dict[str, str] = {}  # link: why it is down, "" when it is up
        self.disk: Disk | None = None  # None: not looked yet

    def connect(
        self, keeper: Keeper, journal: JournalConfig, disk: DiskConfig, kept: Mapping[str, Json] | None, keep: Keep
    ) -> None:
        """`kept`: how the disk filled in earlier runs; `keep` is given it anew."""
        self._keeper, self._journal, self._config = keeper, journal, disk
        self._growth, self._keep = growth_of(kept), keep
        self._clock.after(FIRST_MS, self._look)
        self._clock.after(FIRST_MS // 2, self._measure)

    # ---- what comes in ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        clocks: dict[type, Callable[[Any], None]] = {
            ClockLooked: self.timekeeping.looked,
            ClockTold: self.timekeeping.told,
        }
        return {**dict.fromkeys(KEEPER_WORDS, self.heard), **clocks}

    def heard(self, word: KeeperWord) -> None:
        """The Keeper says something."""
        match word:
            case SealMade():
                self._sealed(word)
            case CutPlanned():
                self._planned(word)
            case AgedFound():
                self._aged(word)
            case Measured():
                self._measured(sum(word.parts.values()))
            case DiskLooked():
                self._looked(word)
            case BackupLooked(made_ms):
                self._backed_up(made_ms)
            case KeepingFailed():
                self._failed(word)
            case CutDone() | Dropped():
                self._now(ARCHIVE, "")

    def saved(self, saved: Saved) -> None:
        """What was written down is committed: now it may be done."""
        for (domain, stream), version in saved.versions.items():
            waiting = self._pending.get(stream) if domain == LIVE else None
            if waiting is not None and version >= waiting.version:
                del self._pending[stream]
                self._announce(waiting.announcement)
                for order in waiting.orders:
                    self._order(order)

    def overruled(self, conflict: Conflict) -> bool:
        """Another console had the day before us; False when the entry is none of ours."""
        stream = conflict.entry.stream
        if not stream.startswith((SEAL, RETENTION)):
            return False
        self._pending.pop(stream, None)
        return True

    # ---- the seal of a day ----

    def _look(self) -> None:
        self._clock.after(LOOK_MS, self._look)
        day = self._yesterday()
        if day not in (self._done, self._asked):
            self._asked = day
            self._order(SealAsked(self._site, day))

    def _yesterday(self) -> str:
        here = datetime.fromtimestamp(self._clock.now_ms() / 1000, UTC).astimezone(self._zone)
        return (here.date() - timedelta(days=1)).isoformat()

    def _sealed(self, made: SealMade) -> None:
        self._now(ARCHIVE, "")
        self._done = made.day
        if made.signed is None:
            return
        filing = FilingAsked(made.day, made.signed)
        then = _Pending(1, announce.JournalSealed(day=made.day, chains=made.chains), (filing,))
        self._write(SEAL + made.day, 1, SEALED, made.signed.data(), then)
        now = self._clock.now_ms()
        if self._journal.keep_days:
            self._order(CutAsked(self._site, made.day, now - self._journal.keep_days * DAY_MS))
        clips, voice = (self._before(days, now) for days in (self._journal.evidence_days, self._journal.voice_days))
        if clips or voice:
            self._order(AgedAsked(clips, voice))

    @staticmethod
    def _before(days: int, now_ms: int) -> int:
        return now_ms - days * DAY_MS if days else 0

    # ---- what has grown too old ----

    def _planned(self, plan: CutPlanned) -> None:
        self._now(ARCHIVE, "")
        if plan.signed is None:
            return
        orders = FilingAsked(f"{plan.day}-cut", plan.signed), CutOrdered(plan.signed)
        then = _Pending(1, announce.JournalPruned(day=plan.day, entries=plan.entries), orders)
        self._write(RETENTION + plan.day, 1, PRUNED, plan.signed.data(), then)

    def _aged(self, found: AgedFound) -> None:
        self._now(ARCHIVE, "")
        stream = f"{RETENTION}{self._position}/{self._done}"
        told = announce.RecordingsDropped(files=len(found.paths), size=found.size)
        for version, start in enumerate(range(0, len(found.paths), AT_ONCE), 1):
            paths: list[Json] = list(found.paths[start : start + AT_ONCE])
            self._write(
                stream, version, DROPPED, {"paths": paths}, _Pending(version, told, (DropOrdered(found.paths),))
            )

    def _write(self, stream: str, version: int, kind: str, data: Mapping[str, Json], then: _Pending) -> None:
        """`then` follows when the entry is committed, of several entries of a stream when the last one is."""
        self._pending[stream] = then
        self._append((Entry(LIVE, stream, version, kind, self._clock.now_ms(), MACHINE, data),))

    # ---- the disk ----

    def _measure(self) -> None:
        self._clock.after(MEASURE_MS, self._measure)
        self._order(MeasureAsked())

    def _measured(self, used: int) -> None:
        self._growth.add(self._clock.now_ms(), used)
        self._keep(self._growth.kept())
        if self.disk is not None:
            self._looked(DiskLooked(self.disk.free, self.disk.total))

    def _looked(self, disk: DiskLooked) -> None:
        used = self._growth.samples[-1][1] if self._growth.samples else None
        left = self._growth.days_left(disk.free, int(self._config.budget_gb * GB))
        self.disk = Disk(disk.free, disk.total, used, left)
        if self.disk.is_low:
            self._now(DISK, "disk_low", f"{disk.free / GB:.1f} GB")
        else:
            is_short = left is not None and left < self._config.warn_days
            self._now(DISK, "disk_filling" if is_short else "", f"{left} d" if is_short else "")

    def _backed_up(self, made_ms: int | None) -> None:
        """Whoever makes backups by a timer hears of it when that stops."""
        days = self._journal.backup_days
        if not days:
            return
        age = (self._clock.now_ms() - made_ms) // DAY_MS if made_ms is not None else 0
        if made_ms is None:
            self._now(BACKUP, "backup_none")
        else:
            self._now(BACKUP, "backup_old" if age >= days else "", f"{age} d" if age >= days else "")

    # ---- inside ----

    def _failed(self, failed: KeepingFailed) -> None:
        """It is tried again at the next look; until it works the trouble stands."""
        if isinstance(failed.order, SealAsked):
            self._asked = ""
        if not isinstance(failed.order, MeasureAsked):
            self._now(ARCHIVE, "not_kept", failed.detail)

    def _order(self, order: KeeperOrder) -> None:
        if self._keeper is not None:
            self._keeper.take(order)

    def _now(self, link: str, reason: str, detail: str = "") -> None:
        """Say how a link is, once for each change."""
        if self._states.get(link) == reason:
            return
        self._states[link] = reason
        now = self._clock.now_ms()
        self._report(LinkDown(link, link, reason, now, detail) if reason else LinkUp(link, link, now))
