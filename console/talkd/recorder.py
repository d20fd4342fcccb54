"""Every burst becomes a file: Opus in Matroska, as it was on the wire. Its own thread: a slow disk mutes nobody.

Cut short by a kill, a file is playable up to its last second.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from console.model import GroupId
from console.mumble.opus import RATE
from console.talk_words import Burst, Direction

log = logging.getLogger("talkd")

FOLDER = "voice"
WAITING = 20_000  # packets that wait for the disk: more than that and the file has holes of our own
UNSAFE = re.compile(r"[^\w.-]+")
STOP_S = 0.5
OPTIONS = {"flush_packets": "1", "cluster_time_limit": "1000"}  # what a kill may cost: a second


@dataclass(frozen=True, slots=True)
class Beginning:
    burst: int
    direction: Direction
    groups: tuple[GroupId, ...]
    who: str
    start_ms: int


@dataclass(frozen=True, slots=True)
class Piece:
    burst: int
    at_ms: int  # since the beginning
    length_ms: int
    opus: bytes


@dataclass(frozen=True, slots=True)
class Ending:
    burst: int
    length_ms: int
    holes: int


Word = Beginning | Piece | Ending


class Recorder:
    """`on_burst` is called on the recorder's thread, once for each beginning that was ended."""

    def __init__(self, data: Path | None, on_burst: Callable[[Burst], None]) -> None:
        """`data`: the data folder; without one nothing is kept, and bursts are told of without a path."""
        self._data = data
        self._on_burst = on_burst
        self._words: queue.Queue[Word | None] = queue.Queue(WAITING)
        self._open: dict[int, _File] = {}
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self._thread.start()

    def take(self, word: Word) -> None:
        """Never blocks."""
        try:
            self._words.put_nowait(word)
        except queue.Full:
            log.error("the disk does not keep up: a recording has a hole")

    def stop(self) -> None:
        """Write what waits; waits at most half a second."""
        self._words.put(None)
        self._thread.join(STOP_S)

    def _run(self) -> None:
        while (word := self._words.get()) is not None:
            match word:
                case Beginning():
                    self._open[word.burst] = _File(self._data, word)
                case Piece():
                    if (file := self._open.get(word.burst)) is not None:
                        file.write(word)
                case Ending():
                    if (file := self._open.pop(word.burst, None)) is not None:
                        self._on_burst(file.end(word))


class _File:
    """One recording; a disk that refuses it costs the file and nothing else."""

    def __init__(self, data: Path | None, beginning: Beginning) -> None:
        self._data = data
        self._beginning = beginning
        self._path = _path(beginning)
        self._container: Any = None
        self._stream: Any = None
        try:
            if data is not None:
                self._begin(data / self._path)
        except (OSError, av.FFmpegError) as error:
            self._fail(error)

    def _begin(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._container = av.open(str(file), "w", format="matroska", options=OPTIONS)
        self._stream = self._container.add_stream("libopus", rate=RATE, layout="mono")
        self._stream.codec_context.open()

    def write(self, piece: Piece) -> None:
        if self._container is None:
            return
        packet = av.Packet(piece.opus)
        packet.stream = self._stream
        packet.time_base = Fraction(1, RATE)
        packet.pts = packet.dts = piece.at_ms * RATE // 1000
        packet.duration = piece.length_ms * RATE // 1000
        try:
            self._container.mux(packet)
        except (OSError, av.FFmpegError) as error:
            self._fail(error)

    def end(self, ending: Ending) -> Burst:
        said = self._beginning
        path = digest = ""
        if self._container is not None and self._data is not None:
            try:
                self._container.close()
                digest = hashlib.sha256((self._data / self._path).read_bytes()).hexdigest()
                path = self._path
            except (OSError, av.FFmpegError) as error:
                self._fail(error)
        return Burst(
            said.direction, said.groups, said.who, said.start_ms, ending.length_ms, ending.holes, path, digest
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        log.error("a burst cannot be kept: %s", type(error).__name__)
        self._container = None


def _path(beginning: Beginning) -> str:
    """Unique by the moment, the direction and who."""
    at = datetime.fromtimestamp(beginning.start_ms / 1000, UTC)
    stamp = at.strftime("%Y%m%dT%H%M%S") + f"{beginning.start_ms % 1000:03d}Z"
    about = UNSAFE.sub("_", "-".join((*beginning.groups[:3], beginning.who)))[:80].strip("-")
    return f"{FOLDER}/{at:%Y/%m/%d}/{stamp}_{beginning.burst}_{beginning.direction}_{about}.mka"
