"""The desk of the recorded pictures: which clip this position looks at, where in it, what was kept of it. Desk thread.

Every clip that is opened or closed and every snapshot is an act in the journal; so is a clip that cannot be played.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from console import announce
from console.announce import Announcement
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.evidence import Clip, ClipState
from console.journal import Json
from console.logbook import Logbook
from console.model import AlarmId, By, Seat
from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    RateClip,
    ReplayFailed,
    ReplayOrder,
    ReplayWord,
    SeekClip,
    SnapClip,
    SnapshotFailed,
    SnapshotSaved,
    StepClip,
)

RATES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
ANSWER_MS = 40_000  # a clip of which nothing is heard for so long will not be played
PLAYABLE = (ClipState.SAVED, ClipState.PARTIAL)


class Phase(StrEnum):
    """How far the player has got with its clip."""

    CLOSED = "closed"
    OPENING = "opening"  # the file is being checked
    OPEN = "open"
    FAILED = "failed"  # `code` says why


@dataclass(frozen=True, slots=True)
class Review:
    """What the player shows. Times are ms from the clip's beginning unless said otherwise."""

    phase: Phase = Phase.CLOSED
    alarm: AlarmId | None = None
    clip: Clip | None = None
    slot: int = 0
    at: ClipAt | None = None
    code: str = ""  # `ports.PlayTrouble`
    snapshot: str = ""  # path of the newest one, below the data folder
    snapshot_code: str = ""  # `ports.ClipTrouble`, when the newest one could not be written

    @property
    def is_open(self) -> bool:
        return self.phase is Phase.OPEN

    @property
    def at_wall_ms(self) -> int:
        """When the picture that is shown was received, epoch ms."""
        return self.at.start_ms + self.at.at_ms if self.at is not None else 0


class Reviewing:
    """One clip at a time; without a Video to order from none can be played."""

    def __init__(self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None]) -> None:
        self._clock = clock
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._order: Callable[[ReplayOrder], None] | None = None
        self._play = 0
        self._answer: Deadline | None = None
        self.review = Review()

    def connect(self, order: Callable[[ReplayOrder], None]) -> None:
        """From now on clips are played there."""
        self._order = order

    # ---- what a person does ----

    def open(self, alarm: AlarmId, clip: Clip, slot: int) -> None:
        """Play this clip into a slot of the shared memory. Raises CommandRefused when there is nothing to play yet."""
        if clip.state not in PLAYABLE:
            raise CommandRefused("clip_not_ready", clip.path)
        if self._order is None:
            raise CommandRefused("no_video")
        self.close()
        self._play += 1
        self._log.write("ClipOpened", self._seat.by, {**_facts(alarm, clip), "sha256": clip.sha256})
        self._announce(announce.ClipOpened(alarm=alarm, camera=clip.camera, path=clip.path, by=self._seat.person))
        self._answer = self._clock.after(ANSWER_MS, self._unanswered)
        self._become(Review(Phase.OPENING, alarm, clip, slot))
        self._order(PlayClip(self._play, slot, clip.path, clip.sha256))

    def close(self) -> None:
        """Look at recorded pictures no longer."""
        review = self.review
        if review.phase is Phase.CLOSED:
            return
        self._forget_answer()
        if self._order is not None and review.phase is not Phase.FAILED:
            self._order(CloseClip(self._play))
        if review.clip is not None and review.alarm is not None:
            at_ms = review.at.at_ms if review.at is not None else 0
            self._log.write("ClipClosed", self._seat.by, {**_facts(review.alarm, review.clip), "at_ms": at_ms})
            self._announce(
                announce.ClipClosed(
                    alarm=review.alarm, camera=review.clip.camera, path=review.clip.path, by=self._seat.person
                )
            )  # fmt: skip
        self._become(Review())

    def seek(self, at_ms: int) -> None:
        self._send(SeekClip(self._play, max(0, at_ms)))

    def step(self, frames: int) -> None:
        """Stand still so many pictures further or back."""
        self._send(StepClip(self._play, frames))

    def set_rate(self, rate: float) -> None:
        """One of `RATES`. Raises CommandRefused."""
        if rate not in RATES:
            raise CommandRefused("unknown_rate")
        self._send(RateClip(self._play, rate))

    def toggle_pause(self) -> None:
        """Stand still, or play on; at the end again from the beginning."""
        if self.review.at is not None:
            self._send(PauseClip(self._play, is_paused=not self.review.at.is_paused))

    def snapshot(self, name: str, zone: str, word: str) -> None:
        """Keep the picture that is shown, with the camera's name and the word for a replay written below it."""
        clip, alarm = self.review.clip, self.review.alarm
        if clip is not None and alarm is not None:
            self._send(SnapClip(self._play, alarm, clip.number, name, zone, word))

    def _send(self, order: ReplayOrder) -> None:
        if self.review.is_open and self._order is not None:
            self._order(order)

    # ---- what the player says ----

    def heard(self, word: ReplayWord) -> None:
        """Whatever the player says."""
        match word:
            case ClipAt():
                self.moved(word)
            case ReplayFailed():
                self.failed(word)
            case SnapshotSaved():
                self.snapped(word)
            case SnapshotFailed():
                self.snapshot_failed(word)

    def moved(self, at: ClipAt) -> None:
        if at.play == self._play and self.review.phase in {Phase.OPENING, Phase.OPEN}:
            self._forget_answer()
            self._become(replace(self.review, phase=Phase.OPEN, at=at))

    def failed(self, failed: ReplayFailed) -> None:
        """The clip is not played, or no longer: a fact about evidence, so it is kept."""
        review = self.review
        if failed.play != self._play or review.phase not in {Phase.OPENING, Phase.OPEN}:
            return
        self._forget_answer()
        if review.clip is not None and review.alarm is not None:
            data = {**_facts(review.alarm, review.clip), "code": failed.code.value, "detail": failed.detail[:200]}
            self._log.write("ClipRefused", By(machine="player"), data)
            self._announce(
                announce.ClipRefused(
                    alarm=review.alarm, camera=review.clip.camera, path=review.clip.path, code=failed.code.value
                )
            )  # fmt: skip
        self._become(replace(review, phase=Phase.FAILED, code=failed.code.value))

    def snapped(self, saved: SnapshotSaved) -> None:
        review = self.review
        if saved.play != self._play or review.clip is None or review.alarm is None:
            return
        facts = _facts(review.alarm, review.clip)
        data: dict[str, Json] = {
            **facts, "clip": review.clip.path, "path": saved.path, "sha256": saved.sha256, "taken_ms": saved.at_ms,
            "frame": saved.frame,
        }  # fmt: skip
        self._log.write("SnapshotTaken", self._seat.by, data)
        self._announce(
            announce.SnapshotTaken(
                alarm=review.alarm, camera=review.clip.camera, path=saved.path, sha256=saved.sha256,
                taken_ms=saved.at_ms, by=self._seat.person,
            )
        )  # fmt: skip
        self._become(replace(review, snapshot=saved.path, snapshot_code=""))

    def snapshot_failed(self, failed: SnapshotFailed) -> None:
        if failed.play == self._play:
            self._become(replace(self.review, snapshot="", snapshot_code=failed.code.value))

    # ---- inside ----

    def _become(self, review: Review) -> None:
        self.review = review
        self._announce(announce.ReviewChanged())

    def _unanswered(self) -> None:
        self._answer = None
        if self._order is not None:
            self._order(CloseClip(self._play))
        self.failed(ReplayFailed(self._play, PlayTrouble.NO_ANSWER, ""))

    def _forget_answer(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
            self._answer = None


def _facts(alarm: AlarmId, clip: Clip) -> dict[str, Json]:
    return {"alarm": alarm, "camera": clip.camera, "path": clip.path}
