"""The desk of instant replay: what this position looks back at, where in it, what it keeps of it. Desk thread.

Its beginning, its end and every clip that is kept are acts in the journal. Left alone it ends by itself: nobody shall
take what was for what is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from console import announce
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.evidence import Clip
from console.journal import Json
from console.logbook import Logbook
from console.model import AlarmId, By, CameraId, Seat
from console.rewinding.clips import MACHINE, Now, RewindClips
from console.rewinding.photographs import Photographs
from console.rewinding.rewind import Kept, Phase, Rewind
from console.rewinds import (
    AskMemory,
    BeginRewind,
    EndRewind,
    MemoryTold,
    PaceRewind,
    PauseRewind,
    PictureSnapped,
    RewindAt,
    RewindEnded,
    RewindHolds,
    RewindKept,
    RewindOrder,
    RewindUnkept,
    SeekRewind,
    SnapFailed,
    StepRewind,
)
from console.wall import TileId, Use

RATES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
BACK_MS = 10_000  # it begins so long ago, or so long before its alarm
REACH_MS = 180_000  # an alarm longer ago is no longer in memory
IDLE_MS = 120_000  # without an act for so long it ends
ANSWER_MS = 5_000  # nothing was heard of it for so long: it will not come

Hold = Callable[[TileId, Use], None]


class Rewinding:
    """One at a time; without a Video to order from there is none. `hold` and `release` guard the tiles of an alarm."""

    def __init__(
        self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None],
        hold: Hold = lambda _tile, _use: None, release: Hold = lambda _tile, _use: None,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._hold, self._release = hold, release
        self._order: Callable[[RewindOrder], None] | None = None
        self._number = 0
        self._seek = 0  # number of the last one that was asked for
        self._answer: Deadline | None = None
        self._idle: Deadline | None = None
        self.clips = RewindClips(logbook, seat, announce_it, self._settled)
        self.photographs = Photographs(clock, logbook, seat, announce_it)
        self.rewind = Rewind()
        self.memory: MemoryTold | None = None

    def connect(
        self, order: Callable[[RewindOrder], None], adopt: Callable[[AlarmId, Clip], None] | None = None
    ) -> None:
        """From now on memory is asked there; `adopt` is given each clip that belongs to an alarm."""
        self._order = order
        self.clips.adopt = adopt or self.clips.adopt
        self.photographs.connect(order)

    # ---- what a person does ----

    def begin(
        self, surface: str, tiles: Mapping[str, CameraId], alarm: AlarmId | None = None, raised_ms: int = 0
    ) -> None:
        """Look back on these tiles, all at one moment, the first one leading; from before the alarm where it is given.

        `raised_ms`: when it was raised, epoch ms. Raises CommandRefused: no_video, empty_tile.
        """
        if self._order is None:
            raise CommandRefused("no_video")
        if not tiles:
            raise CommandRefused("empty_tile")
        self.live("again")
        self._number += 1
        self._seek = 0
        now_ms = self._clock.now_ms()
        is_near = raised_ms and 0 <= now_ms - raised_ms < REACH_MS
        from_ms = (raised_ms if is_near else now_ms) - BACK_MS
        cameras = tuple(dict.fromkeys(tiles.values()))
        self._order(BeginRewind(self._number, cameras, self.ns_of(from_ms)))
        self._log.write(
            "ReplayBegun", self._seat.by,
            {"surface": surface, "cameras": list(cameras), "tiles": list(tiles), "alarm": alarm, "from_ms": from_ms},
            cause=f"alarm:{alarm}" if alarm else "",
        )  # fmt: skip
        self._announce(
            announce.ReplayBegun(cameras=cameras, surface=surface, alarm=alarm or AlarmId(""), by=self._seat.person)
        )
        for tile in tiles if alarm is not None else ():
            self._hold(TileId(tile), Use.REPLAY)
        self._answer = self._clock.after(ANSWER_MS, lambda: self._end("no_answer", MACHINE))
        self._touch()
        self._become(Rewind(Phase.OPENING, self._number, surface, dict(tiles), cameras, alarm))

    def live(self, why: str = "live") -> None:
        """Everything shows what is now."""
        self._end(why, self._seat.by)

    def back(self) -> bool:
        """Esc: back to live; whether there was anything to leave."""
        is_on = self.rewind.is_on
        self.live()
        return is_on

    def seek(self, at_ns: int) -> None:
        """Go to this moment; what follows counts from there, before the video process has answered."""
        at = self.rewind.at
        if at is None:
            return
        self._seek += 1
        wanted = max(at.from_ns, min(at_ns, at.until_ns))
        self._become(replace(self.rewind, at=replace(at, at_ns=wanted)))
        self._send(SeekRewind(self._number, wanted, self._seek))

    def go_by(self, ms: int) -> None:
        """So many milliseconds on, or back."""
        if self.rewind.at is not None:
            self.seek(self.rewind.at.at_ns + ms * 1_000_000)

    def step(self, frames: int) -> None:
        """Stand still so many pictures of the leading camera further or back."""
        self._send(StepRewind(self._number, frames))

    def set_rate(self, rate: float) -> None:
        """One of `RATES`. Raises CommandRefused."""
        if rate not in RATES:
            raise CommandRefused("unknown_rate")
        self._send(PaceRewind(self._number, rate))

    def change_rate(self, by: int) -> None:
        """The next faster or slower one, as far as there is one."""
        at = self.rewind.at
        if at is not None and at.rate in RATES:
            self.set_rate(RATES[max(0, min(len(RATES) - 1, RATES.index(at.rate) + by))])

    def toggle_pause(self) -> None:
        if self.rewind.at is not None:
            self._send(PauseRewind(self._number, is_paused=not self.rewind.at.is_paused))

    def mark(self, *, begins: bool) -> None:
        """A clip that is kept begins, or ends, at the moment that is shown; pressed again at the same one: no more."""
        if self.rewind.is_on:
            self._touch()
            self._become(self.rewind.marked(begins=begins))

    def keep(self, numbers: Mapping[CameraId, int]) -> None:
        """Keep what lies between the marks, of every camera, as clips; `numbers` are the cameras' own."""
        if self._order is None or self.rewind.at is None:
            return
        self._touch()
        now = Now(self._clock.monotonic_ns(), self._clock.now_ms())
        for camera in self.rewind.cameras:
            self._order(self.clips.order(self.rewind, camera, numbers.get(camera, 0), now))
        self._become(replace(self.rewind, kept=Kept(waiting=len(self.rewind.cameras))))

    def ask_memory(self) -> None:
        """How much of each camera is in memory; `memory` follows."""
        if self._order is not None:
            self._order(AskMemory())

    # ---- what windows say ----

    def still(self, surface: str, tiles: Mapping[str, CameraId | None]) -> None:
        """What the places of this surface are to show now: one that lost its camera is live, with the last it ends."""
        if not self.rewind.is_on or surface != self.rewind.surface:
            return
        kept = {tile: camera for tile, camera in self.rewind.tiles.items() if tiles.get(tile) == camera}
        if not kept:
            self._end("taken", MACHINE)
        elif kept.keys() != self.rewind.tiles.keys():
            self._let_go(self.rewind.tiles.keys() - kept.keys())
            self._become(replace(self.rewind, tiles=kept))

    # ---- moments ----

    def ns_of(self, ms: int) -> int:
        """Monotonic ns of a moment of the wall clock."""
        return self._clock.monotonic_ns() - (self._clock.now_ms() - ms) * 1_000_000

    def ms_of(self, ns: int) -> int:
        """Epoch ms of a monotonic moment."""
        return self._clock.now_ms() - round((self._clock.monotonic_ns() - ns) / 1_000_000)

    # ---- what the video process says ----

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            RewindAt: self._moved,
            RewindHolds: self._holds,
            RewindEnded: self._ended,
            RewindKept: self.clips.kept,
            RewindUnkept: self.clips.unkept,
            PictureSnapped: self.photographs.snapped,
            SnapFailed: self.photographs.failed,
            MemoryTold: self._told,
        }

    def _moved(self, at: RewindAt) -> None:
        if self.rewind.is_on and at.rewind == self._number and at.seek == self._seek:
            self._forget_answer()
            self._become(replace(self.rewind, phase=Phase.OPEN, at=at))

    def _holds(self, held: RewindHolds) -> None:
        if self.rewind.is_on and held.rewind == self._number:
            self._become(replace(self.rewind, held={**self.rewind.held, CameraId(held.camera): held}))

    def _ended(self, ended: RewindEnded) -> None:
        if ended.rewind == self._number:
            self._end(ended.code.value, MACHINE)

    def _told(self, memory: MemoryTold) -> None:
        self.memory = memory
        self._announce(announce.MemoryChanged())

    def _settled(self, path: str, code: str) -> None:
        kept = self.rewind.kept
        paths = (*kept.paths, path) if path else kept.paths
        self._become(replace(self.rewind, kept=Kept(max(0, kept.waiting - 1), paths, code or kept.code)))

    # ---- inside ----

    def _send(self, order: RewindOrder) -> None:
        if self.rewind.is_on and self._order is not None:
            self._touch()
            self._order(order)

    def _touch(self) -> None:
        """Somebody is at it."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = self._clock.after(IDLE_MS, lambda: self._end("idle", MACHINE))

    def _forget_answer(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
            self._answer = None

    def _let_go(self, tiles: Iterable[str]) -> None:
        for tile in tiles:
            self._release(TileId(tile), Use.REPLAY)

    def _end(self, why: str, by: By) -> None:
        """Whoever ends it, and why; nothing of it is left on any tile."""
        ended = self.rewind
        if not ended.is_on:
            return
        self._forget_answer()
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._let_go(ended.tiles)
        at_ms = self.ms_of(ended.at.at_ns) if ended.at is not None else 0
        data: dict[str, Json] = {"cameras": list(ended.cameras), "at_ms": at_ms, "why": why, "alarm": ended.alarm}
        self._log.write("ReplayEnded", by, data)
        self._announce(announce.ReplayEnded(cameras=ended.cameras, why=why))
        self._become(Rewind(ended=why, kept=ended.kept))
        if self._order is not None:
            self._order(EndRewind(ended.number))

    def _become(self, rewind: Rewind) -> None:
        self.rewind = rewind
        self._announce(announce.RewindChanged())
