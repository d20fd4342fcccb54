"""One recorded clip before and while it is played: that it is the file the journal knows, and when each picture is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from console.replays import PlayTrouble
from console.videod.evidence_place import Facts, NoClip, Place, place, sha256_of
from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH, fit

FRAMES_LIMIT = 1_000_000


class NoFilm(Exception):
    """The clip cannot be played; `detail` is for the log."""

    def __init__(self, code: PlayTrouble, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Film:
    """A clip that was found whole. `times_ms` of its pictures count from the first one, which is at 0."""

    place: Place
    facts: Facts
    times_ms: tuple[float, ...]
    width: int  # of a picture as it is shown, px
    height: int

    @property
    def last(self) -> int:
        """Number of the last picture."""
        return len(self.times_ms) - 1

    @property
    def length_ms(self) -> int:
        return round(self.times_ms[-1])

    def index_at(self, ms: float) -> int:
        """Number of the picture that is shown at this moment."""
        return max(0, min(self.last, bisect_right(self.times_ms, ms) - 1))

    def moment_of(self, index: int) -> int:
        """A whole millisecond at which exactly this picture is shown."""
        return int(self.times_ms[index]) + 2 if index else 0

    def wall_ms(self, index: int) -> int:
        """When the picture was received, epoch ms."""
        return self.facts.start_ms + round(self.times_ms[index])


def open_film(data: Path | None, path: str, sha256: str) -> Film:
    """The clip under this path below the data folder. Raises NoFilm: elsewhere, missing, not the one that was saved."""
    where = _found(data, path)
    try:
        actual = sha256_of(where.clip)
        facts = where.read_facts()
    except OSError as error:
        raise NoFilm(PlayTrouble.UNREADABLE, error.strerror or "") from error
    if actual != sha256:
        raise NoFilm(PlayTrouble.CHANGED, f"SHA-256 is {actual}")
    if facts is None or facts.sha256 != sha256:
        raise NoFilm(PlayTrouble.NO_FACTS)
    times, width, height = _inspect(where.clip)
    return Film(where, facts, times, width, height)


def _found(data: Path | None, path: str) -> Place:
    try:
        if data is None:
            raise NoFilm(PlayTrouble.MISSING, "no data folder")
        where = place(data, path)
    except NoClip as error:
        raise NoFilm(PlayTrouble.BAD_PATH, error.detail) from error
    if where.clip.is_symlink():
        raise NoFilm(PlayTrouble.BAD_PATH, "a link")
    if not where.clip.is_file():
        raise NoFilm(PlayTrouble.RECORDING if where.recording.is_file() else PlayTrouble.MISSING)
    return where


def _inspect(clip: Path) -> tuple[tuple[float, ...], int, int]:
    """When each picture is shown, ms from the first one, and how large they are. Raises NoFilm."""
    try:
        with av.open(str(clip)) as file:
            stream: Any = file.streams.video[0]
            tick: Fraction = stream.time_base
            found = sorted(packet.pts for packet in file.demux(stream) if packet.pts is not None)
            width, height = stream.width, stream.height
            aspect = float(stream.sample_aspect_ratio or 1)
    except (av.error.FFmpegError, OSError, IndexError) as error:
        raise NoFilm(PlayTrouble.UNPLAYABLE, type(error).__name__) from error
    if not found or len(found) > FRAMES_LIMIT or width < 1 or height < 1:
        raise NoFilm(PlayTrouble.UNPLAYABLE, f"{len(found)} pictures of {width} x {height}")
    true_width = min(MAX_WIDTH, round(width * aspect))
    size = fit(width, height, aspect, true_width, min(MAX_HEIGHT, height))
    return tuple(float((pts - found[0]) * tick * 1000) for pts in found), *size
