"""One clip while it is recorded: received pictures into an MP4 file, as they are. Evidence thread.

The file grows in fragments, so that what is on disk when the process dies can be played; finished, it is written once
more as a plain MP4 that can be searched.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import IO, Any

import av
from av.container import InputContainer, OutputContainer
from av.video.stream import VideoStream

from console.clock import iso_ms
from console.ports import ClipTrouble
from console.videod.control import Record
from console.videod.evidence_place import Facts, NoClip, Place, create, of_disk, sha256_of
from console.videod.picture import size_of
from console.videod.timeline import CLOCK, Timeline, decoding, goes_back, lasting
from console.videod.unit import Codec, Unit

log = logging.getLogger(__name__)

FRAGMENTS = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
TAGS = {Codec.H264: "avc1", Codec.H265: "hvc1"}  # how players recognise the codec in an MP4
EARLY_MS, SHORT_MS = 2_000, 2_000  # a clip that begins or ends further than this from what was ordered is partial
_TICK = Fraction(1, CLOCK)
GAPS_KEPT = 1_000


class Clip:
    """Takes units from the first key frame on; `finish` makes the file whole."""

    def __init__(self, place: Place, order: Record) -> None:
        self._place = place
        self._order = order
        self._timeline = Timeline()
        self._is_reordered = False
        self._file: IO[bytes] | None = None
        self._container: OutputContainer | None = None
        self._stream: VideoStream | None = None
        self._size = (0, 0)
        self._codec = Codec.H264

    def add(self, units: Iterable[Unit]) -> None:
        """Write these. Raises NoClip."""
        units = list(units)
        self._is_reordered |= goes_back(units)
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
        if unit.codec is not self._codec:
            raise NoClip(ClipTrouble.UNUSABLE, f"the camera changed from {self._codec} to {unit.codec}")
        packet = av.Packet(unit.data)
        packet.stream = self._stream  # type: ignore[assignment]  # PyAV's stubs know only streams of input
        packet.time_base = _TICK
        packet.pts = self._timeline.place(unit)
        packet.dts = self._timeline.stored()
        packet.is_keyframe = unit.is_key
        self._container.mux(packet)

    def _open(self, key: Unit) -> bool:
        """Begin the file with this key frame; False when no picture can be made of it."""
        size = size_of(key)
        if size is None:
            return False
        self._place.prepare()
        self._size, self._codec = size, key.codec
        self._file = create(self._place.recording)
        self._container = av.open(self._file, "w", format="mp4", options=FRAGMENTS)
        with av.open(io.BytesIO(key.data), format=key.codec.value) as alone:
            self._is_reordered |= alone.streams.video[0].codec_context.has_b_frames
            self._stream = _copy_of(alone.streams.video[0], self._container)
        self._timeline = Timeline(is_reordered=self._is_reordered)
        self._stream.time_base = _TICK
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
            end=iso_ms(end_ms), end_ms=end_ms, frames=line.frames, gaps=tuple(line.gaps[:GAPS_KEPT]), codec=self._codec,
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
    frames, seconds, size, codec = _inspect(place.recording)
    if frames == 0:
        raise NoClip(ClipTrouble.NO_PICTURES, "what was on disk holds no picture")
    if facts is None:
        raise NoClip(ClipTrouble.UNUSABLE, "the facts beside the recording are missing or spoilt")
    end_ms = facts.start_ms + round(seconds * 1000)
    return keep(
        place,
        replace(
            facts, end=iso_ms(end_ms), end_ms=end_ms, frames=frames, codec=codec, width=size[0], height=size[1],
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


def _copy_of(stream: VideoStream, made: OutputContainer) -> VideoStream:
    """A stream of the same pictures in the file to be made, named so that every player takes it."""
    copied = made.add_stream_from_template(stream)
    copied.codec_context.codec_tag = TAGS[Codec(stream.codec_context.name)]
    return copied


def _copy(source: Path, file: IO[bytes]) -> None:
    with av.open(str(source)) as looked_at:
        shown = [packet.pts or 0 for packet in _packets(looked_at)]
    start = min(shown, default=0)
    stored_at = lasting(decoding([pts - start for pts in shown]))
    with av.open(str(source)) as taken, av.open(file, "w", format="mp4") as made:
        copied = _copy_of(taken.streams.video[0], made)
        for packet, (stored, lasts) in zip(_packets(taken), stored_at, strict=False):
            packet.dts, packet.duration = stored, lasts
            packet.pts = (packet.pts or 0) - start
            packet.stream = copied
            made.mux(packet)


def _packets(file: InputContainer) -> Iterator[av.Packet[VideoStream]]:
    """Of its pictures, in the order in which they are stored, as far as they can be read."""
    with contextlib.suppress(av.error.InvalidDataError, av.error.EOFError):  # the last fragment may be cut off
        for packet in file.demux(file.streams.video[0]):
            if packet.dts is not None:
                yield packet


def _inspect(path: Path) -> tuple[int, float, tuple[int, int], str]:
    """Pictures, seconds from the first to the last, their size and codec; 0 pictures when it cannot be read."""
    times: list[Fraction] = []
    size, codec = (0, 0), ""
    try:
        with av.open(str(path)) as file:
            stream: Any = file.streams.video[0]
            size, codec = (stream.width, stream.height), stream.codec_context.name
            times.extend(packet.pts * stream.time_base for packet in file.demux(stream) if packet.pts is not None)
    except (av.error.FFmpegError, OSError, IndexError) as error:
        log.warning("a recording ends where the process ended: %s", error)
    return len(times), float(max(times, default=0) - min(times, default=0)), size, codec


def _sync(folder: Path) -> None:
    """Make the new name last, also across a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
