"""One clip while it is recorded: received pictures into an MP4 file, as they are. Evidence thread.

The file grows in fragments, so that what is on disk when the process dies can be played; finished, it is written once
more as a plain MP4 that can be searched.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import IO, Any, cast

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from console.clock import iso_ms
from console.ports import ClipTrouble
from console.videod.control import Record
from console.videod.evidence_place import Facts, NoClip, Place, create, of_disk, sha256_of
from console.videod.h264 import Unit, parameter_sets
from console.videod.picture import size_of
from console.videod.timeline import CLOCK, Timeline

log = logging.getLogger(__name__)

FRAGMENTS = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
CODEC = "h264"
EARLY_MS, SHORT_MS = 2_000, 2_000  # a clip that begins or ends further than this from what was ordered is partial
_TICK = Fraction(1, CLOCK)
GAPS_KEPT = 1_000


class Clip:
    """Takes units from the first key frame on; `finish` makes the file whole."""

    def __init__(self, place: Place, order: Record) -> None:
        self._place = place
        self._order = order
        self._timeline = Timeline()
        self._file: IO[bytes] | None = None
        self._container: OutputContainer | None = None
        self._stream: VideoStream | None = None
        self._size = (0, 0)

    def add(self, units: Iterable[Unit]) -> None:
        """Write these. Raises NoClip."""
        try:
            for unit in units:
                if self._container is not None or unit.is_key:
                    self._put(unit)
            if self._container is not None:
                self._place.check_room()
        except OSError as error:
            raise of_disk(error) from error
        except av.error.FFmpegError as error:
            raise NoClip(ClipTrouble.UNUSABLE, error.strerror or "") from error

    def _put(self, unit: Unit) -> None:
        if self._container is None and not self._open(unit):
            return
        assert self._container is not None
        packet = av.Packet(unit.data)
        packet.stream = self._stream  # type: ignore[assignment]  # PyAV's stubs know only streams of input
        packet.time_base = _TICK
        packet.pts = packet.dts = self._timeline.place(unit)
        packet.is_keyframe = unit.is_key
        self._container.mux(packet)

    def _open(self, key: Unit) -> bool:
        """Begin the file with this key frame; False when no picture can be made of it."""
        size = size_of(key)
        if size is None:
            return False
        self._place.prepare()
        self._size = size
        self._file = create(self._place.recording)
        self._container = av.open(self._file, "w", format="mp4", options=FRAGMENTS)
        stream = self._stream = cast("VideoStream", self._container.add_stream(CODEC))
        codec = stream.codec_context
        codec.width, codec.height, codec.pix_fmt = *size, "yuv420p"
        codec.extradata = parameter_sets(key.data)
        stream.time_base = _TICK
        start_ms = self._wall_ms(key.arrived_ns)
        order = self._order
        self._place.write_facts(Facts(order.alarm, order.camera, order.number, iso_ms(start_ms), start_ms))
        return True

    def _wall_ms(self, at_ns: int) -> int:
        return self._order.at_ms + round((at_ns - self._order.at_ns) / 1_000_000)

    def finish(self, *, is_cut: bool) -> Facts:
        """Close the file, make it whole, hash it. `is_cut`: it ended before its time. Raises NoClip."""
        if self._container is None:
            raise NoClip(ClipTrouble.NO_PICTURES)
        self._close()
        line, order = self._timeline, self._order
        start_ms, end_ms = self._wall_ms(line.first_ns), self._wall_ms(line.last_ns)
        is_short = (
            start_ms > self._wall_ms(order.from_ns) + EARLY_MS or end_ms < self._wall_ms(order.until_ns) - SHORT_MS
        )
        facts = Facts(
            alarm=order.alarm, camera=order.camera, number=order.number, start=iso_ms(start_ms), start_ms=start_ms,
            end=iso_ms(end_ms), end_ms=end_ms, frames=line.frames, gaps=tuple(line.gaps[:GAPS_KEPT]), codec=CODEC,
            width=self._size[0], height=self._size[1], is_partial=is_cut or is_short,
        )  # fmt: skip
        return keep(self._place, facts)

    def _close(self) -> None:
        """What cannot be written any more is lost; what is on disk is kept."""
        with contextlib.suppress(av.error.FFmpegError, OSError):
            assert self._container is not None
            self._container.close()
        if self._file is not None:
            self._file.close()


def settle(place: Place) -> Facts | None:
    """Finish what an earlier process left under this place; None when it left nothing. Raises NoClip."""
    facts = place.read_facts()
    if place.clip.is_file() and facts is not None and facts.sha256:
        return facts
    if not place.recording.is_file():
        return None
    frames, seconds, size = _inspect(place.recording)
    if frames == 0:
        raise NoClip(ClipTrouble.NO_PICTURES, "what was on disk holds no picture")
    if facts is None:
        raise NoClip(ClipTrouble.UNUSABLE, "the facts beside the recording are missing or spoilt")
    end_ms = facts.start_ms + round(seconds * 1000)
    return keep(
        place,
        replace(
            facts, end=iso_ms(end_ms), end_ms=end_ms, frames=frames, codec=CODEC, width=size[0], height=size[1],
            is_partial=True,
        ),
    )  # fmt: skip


def keep(place: Place, facts: Facts) -> Facts:
    """The recording becomes the clip: searchable where that can be written, else as it is. Raises NoClip."""
    try:
        source = _compacted(place)
        facts = replace(facts, size=source.stat().st_size, sha256=sha256_of(source))
        place.write_facts(facts)
        source.replace(place.clip)
        _sync(place.clip.parent)
        place.recording.unlink(missing_ok=True)
    except OSError as error:
        raise of_disk(error) from error
    return facts


def _compacted(place: Place) -> Path:
    """The same pictures as a plain MP4; the recording itself when no such file can be written."""
    try:
        with create(place.draft) as file:
            _copy(place.recording, file)
            os.fsync(file.fileno())
        return place.draft
    except (OSError, av.error.FFmpegError) as error:
        log.warning("a clip stays in fragments: %s", error)
        place.draft.unlink(missing_ok=True)
        return place.recording


def _copy(source: Path, file: IO[bytes]) -> None:
    with av.open(str(source)) as taken, av.open(file, "w", format="mp4") as made:
        stream = taken.streams.video[0]
        copied = made.add_stream_from_template(stream)
        with contextlib.suppress(av.error.InvalidDataError, av.error.EOFError):  # the last fragment may be cut off
            for packet in taken.demux(stream):
                if packet.dts is not None:
                    packet.stream = copied
                    made.mux(packet)


def _inspect(path: Path) -> tuple[int, float, tuple[int, int]]:
    """Pictures, seconds from the first to the last, and their size; 0 pictures when it cannot be read."""
    frames, last, size = 0, Fraction(0), (0, 0)
    try:
        with av.open(str(path)) as file:
            stream: Any = file.streams.video[0]
            size = (stream.width, stream.height)
            for packet in file.demux(stream):
                if packet.pts is not None:
                    frames, last = frames + 1, max(last, packet.pts * stream.time_base)
    except (av.error.FFmpegError, OSError, IndexError) as error:
        log.warning("a recording ends where the process ended: %s", error)
    return frames, float(last), size


def _sync(folder: Path) -> None:
    """Make the new name last, also across a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
