"""The seam to the evidence player, part of the Video port: what is asked of it and what it says of its clip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from console.ports import ClipTrouble


class PlayTrouble(StrEnum):
    """Why a clip is not played, or no longer."""

    NO_PLAYER = "no_player"  # libvlc is not installed
    BAD_PATH = "bad_path"  # not a clip of ours
    MISSING = "missing"  # the file is gone
    RECORDING = "recording"  # it is not finished yet
    CHANGED = "changed"  # its SHA-256 is not the one of the journal
    NO_FACTS = "no_facts"  # the facts beside it are missing or of another file
    UNREADABLE = "unreadable"
    UNPLAYABLE = "unplayable"  # nothing that can be decoded
    HUNG = "hung"  # the player did not answer and was given up
    STOPPED = "stopped"  # the video process ended while it played
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class PlayClip:
    """Play this clip into a slot, from its beginning. `play` numbers what is played; every word on it carries it."""

    play: int
    slot: int
    path: str  # relative to the data folder
    sha256: str  # as the journal has it; another file is refused


@dataclass(frozen=True, slots=True)
class SeekClip:
    """Show the picture of this moment, ms from the clip's beginning; go on from there if it was playing."""

    play: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class RateClip:
    """So many times as fast as it was, ¼ to 8."""

    play: int
    rate: float


@dataclass(frozen=True, slots=True)
class PauseClip:
    """Stand still, or play on; at the end: from the beginning."""

    play: int
    is_paused: bool


@dataclass(frozen=True, slots=True)
class StepClip:
    """Stand still so many pictures further, or back."""

    play: int
    frames: int


@dataclass(frozen=True, slots=True)
class SnapClip:
    """Stand still and keep this very picture as a file beside the clip; the other words are written below it."""

    play: int
    alarm: str
    number: int
    name: str
    zone: str  # IANA time zone of the site
    word: str  # that it is a replay, in the operator's words


@dataclass(frozen=True, slots=True)
class CloseClip:
    play: int


ReplayOrder = PlayClip | SeekClip | RateClip | PauseClip | StepClip | SnapClip | CloseClip


@dataclass(frozen=True, slots=True)
class ClipAt:
    """Posted by a Video backend a few times a second while a clip plays, and whenever an order was obeyed."""

    play: int
    frame: int  # number of the picture that is shown, from 0
    frames: int
    at_ms: int  # its moment, from the clip's beginning
    length_ms: int
    start_ms: int  # of the clip, epoch ms
    rate: float
    is_paused: bool
    is_ended: bool


@dataclass(frozen=True, slots=True)
class ReplayFailed:
    """Posted by a Video backend: this clip is not played any more."""

    play: int
    code: PlayTrouble
    detail: str  # for the log


@dataclass(frozen=True, slots=True)
class SnapshotSaved:
    """Posted by a Video backend: a picture of the clip is on disk. `path` is relative to the data folder."""

    play: int
    path: str
    sha256: str
    at_ms: int  # the moment of the picture, epoch ms
    frame: int


@dataclass(frozen=True, slots=True)
class SnapshotFailed:
    """Posted by a Video backend: there is no such picture on disk; the clip stays open."""

    play: int
    code: ClipTrouble
    detail: str


ReplayWord = ClipAt | ReplayFailed | SnapshotSaved | SnapshotFailed
REPLAY_WORDS: tuple[type, ...] = get_args(ReplayWord)
