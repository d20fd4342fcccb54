"""Pictures shared between the video process and the window: one segment of memory per slot, three buffers in each.

The window owns the memory: an unnamed memory file whose descriptor the video process inherits. It has no name under
`/dev/shm`, so nothing can be left behind, and a killed child cannot take it away. One process writes a slot, one reads.
"""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import os
import threading
from array import array
from collections.abc import Callable
from dataclasses import dataclass

from console.model import CameraId, Quality
from console.ports import Frame
from console.videod.sizes import MAX_HEIGHT, MAX_WIDTH

SLOTS = 1024  # slot numbers run from 0 to SLOTS - 1
MAX_STRIDE = MAX_WIDTH * 4 + 128  # decoders pad their rows
MAX_ID = 128  # bytes of a camera's id in UTF-8

_ALIGN = 65_536  # the largest page of the machines we run on
_BUFFERS = 3
_HEAD = 4096  # the words below, one cache line each, then a header per buffer
_BODY = -(-MAX_STRIDE * MAX_HEIGHT // 4096) * 4096
SEGMENT = -(-(_HEAD + _BUFFERS * _BODY) // _ALIGN) * _ALIGN

_LATEST = 0  # word: number (1…3) of the newest whole buffer, 0 = none; the writer's
_READING = 8  # word: number of the buffer the reader holds, 0 = none; the reader's
_HEADER = 32  # first word of buffer 1's header
_HEADER_WORDS = 32
_SEQUENCE, _ARRIVED, _WIDTH, _HEIGHT, _STRIDE, _FLAGS, _ID_BYTES, _ID = range(8)
_MEMORY, _MAIN, _LATE, _REPLAY, _709, _FULL_RANGE, _DELAYED = 1, 2, 4, 8, 16, 32, 64  # flags
_CHROMA_AT = 32  # the upper half of the word with the stride: that of the colour planes, 0 = there are none

_HEADERS = (0, *(_HEADER + buffer * _HEADER_WORDS for buffer in range(_BUFFERS)))  # first word by number of the buffer
_CLAIMS = 4  # times the reader tries to hold the newest buffer before it waits for the next call


class Arena:
    """The memory file behind every slot; made by the window, grown as slots are used, freed with its last user."""

    def __init__(self) -> None:
        self.fd = os.memfd_create("watchroom-video", os.MFD_CLOEXEC)
        self._slots = 0

    def grow(self, slot: int) -> None:
        """Make room for this slot; costs no memory until pictures are written."""
        if slot >= self._slots:
            self._slots = slot + 1
            os.ftruncate(self.fd, self._slots * SEGMENT)

    def close(self) -> None:
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


class _Segment:
    """One slot's memory as words and bytes. Words are aligned, so each is read and written whole."""

    def __init__(self, fd: int, slot: int) -> None:
        self._map = mmap.mmap(fd, SEGMENT, offset=slot * SEGMENT)
        self.bytes = memoryview(self._map)
        self.words = self.bytes[:_HEAD].cast("Q")
        self.address = ctypes.addressof(ctypes.c_char.from_buffer(self._map))  # good until `close`
        self._lock = threading.Lock()

    def fence(self) -> None:
        """Keep the order of the stores before and the loads after: the two processes share no lock.

        Taking a lock twice is a full barrier on x86-64 (locked instruction) and on ARM64 (release before acquire).
        """
        for _ in range(2):
            self._lock.acquire()
            self._lock.release()

    @staticmethod
    def header(buffer: int) -> int:
        return _HEADERS[buffer]

    @staticmethod
    def body(buffer: int) -> int:
        return _HEAD + (buffer - 1) * _BODY

    def close(self) -> None:
        """Unmap; while somebody still holds pixels of a frame, the memory stays until they let go."""
        with contextlib.suppress(BufferError):
            self.words.release()
            self.bytes.release()
            self._map.close()


@dataclass(frozen=True, slots=True)
class Picture:
    """What a writer puts into a slot: BGRA rows of `stride` bytes; `arrived_ns` is monotonic time.

    `pixels` are the rows, or who writes them to the address it is given. With `colours` it is grey rows, and these two
    planes of half the size with rows of `chroma` bytes.
    """

    camera: CameraId
    quality: Quality
    arrived_ns: int
    width: int
    height: int
    stride: int
    pixels: memoryview | Callable[[int], None]
    from_memory: bool
    is_late: bool = False
    is_replay: bool = False
    colours: tuple[memoryview, ...] = ()
    chroma: int = 0
    is_709: bool = False
    is_full_range: bool = False
    is_delayed: bool = False


class SlotWriter:
    """The video process's side of a slot. One thread at a time."""

    def __init__(self, fd: int, slot: int) -> None:
        self._segment = _Segment(fd, slot)
        words, latest = self._segment.words, self._segment.words[_LATEST]
        self._sequence = words[self._segment.header(latest)] if 1 <= latest <= _BUFFERS else 0

    def write(self, picture: Picture) -> int:
        """Put a picture where the reader is not looking, then make it the newest. Returns its sequence number."""
        segment, words = self._segment, self._segment.words
        buffer = self._free()
        head = segment.header(buffer)
        words[head + _SEQUENCE] = 0  # whoever comes here by mistake sees that it is being written
        segment.fence()
        self._fill(buffer, head, picture)
        self._sequence += 1
        segment.fence()
        words[head + _SEQUENCE] = self._sequence
        segment.fence()
        words[_LATEST] = buffer
        segment.fence()  # the next write must see a reader that claimed this buffer's predecessor
        return self._sequence

    def _free(self) -> int:
        latest, reading = self._segment.words[_LATEST], self._segment.words[_READING]
        buffer = 1
        while buffer in (latest, reading):
            buffer += 1
        return buffer

    def _fill(self, buffer: int, head: int, picture: Picture) -> None:
        segment, words = self._segment, self._segment.words
        name = picture.camera.encode()[:MAX_ID]
        is_main = picture.quality is Quality.MAIN
        flags = _MEMORY * picture.from_memory | _MAIN * is_main | _LATE * picture.is_late | _REPLAY * picture.is_replay
        flags |= _709 * picture.is_709 | _FULL_RANGE * picture.is_full_range | _DELAYED * picture.is_delayed
        stride = picture.stride | picture.chroma << _CHROMA_AT
        about = (picture.arrived_ns, picture.width, picture.height, stride, flags, len(name))
        words[head + _ARRIVED : head + _ID] = memoryview(array("Q", about))
        at = (head + _ID) * 8
        segment.bytes[at : at + len(name)] = name
        size, body = picture.stride * picture.height, segment.body(buffer)
        if isinstance(picture.pixels, memoryview):
            segment.bytes[body : body + size] = picture.pixels[:size]
        elif size <= _BODY:
            picture.pixels(segment.address + body)
        else:
            raise ValueError(f"a picture of {picture.width} x {picture.height} is too large for a slot")
        for plane in picture.colours:
            body, size = body + size, picture.chroma * _half(picture.height)
            segment.bytes[body : body + size] = plane[:size]

    def close(self) -> None:
        self._segment.close()


def _half(size: int) -> int:
    """Of a colour plane, where the picture has so many rows or columns."""
    return (size + 1) // 2


class SlotReader:
    """The window's side of a slot. Trusts nothing that it reads: the writer parses hostile input."""

    def __init__(self, fd: int, slot: int) -> None:
        self._segment = _Segment(fd, slot)
        self._words = self._segment.words
        self._last = 0

    def newest(self) -> Frame | None:
        """The newest picture, when it is newer than the last one returned; its pixels stay until the next call."""
        words = self._words
        latest = words[_LATEST]
        if not 1 <= latest <= _BUFFERS or words[_HEADERS[latest]] <= self._last:
            return None  # most looks: nothing new
        buffer = self._claim()
        if buffer == 0:
            return None
        frame = self._read(buffer)
        if frame is not None:
            self._last = frame.sequence
        return frame

    def _claim(self) -> int:
        """Hold the newest buffer so that the writer keeps away from it; 0 when there is nothing new."""
        segment, words = self._segment, self._segment.words
        for _ in range(_CLAIMS):
            latest = words[_LATEST]
            if not 1 <= latest <= _BUFFERS or words[segment.header(latest)] <= self._last:
                return 0
            words[_READING] = latest
            segment.fence()
            if words[_LATEST] == latest:
                return latest
        return 0

    def _read(self, buffer: int) -> Frame | None:
        segment, words, head = self._segment, self._segment.words, self._segment.header(buffer)
        width, height, strides = words[head + _WIDTH], words[head + _HEIGHT], words[head + _STRIDE]
        stride, chroma = strides & (1 << _CHROMA_AT) - 1, strides >> _CHROMA_AT
        sequence, name_bytes = words[head + _SEQUENCE], words[head + _ID_BYTES]
        if not self._is_plausible(width, height, stride, chroma, name_bytes) or sequence <= self._last:
            return None
        size = stride * height + 2 * chroma * _half(height)
        at, body, flags = (head + _ID) * 8, segment.body(buffer), words[head + _FLAGS]
        return Frame(
            camera=CameraId(bytes(segment.bytes[at : at + name_bytes]).decode(errors="replace")),
            quality=Quality.MAIN if flags & _MAIN else Quality.SUB,
            sequence=sequence,
            arrived_ns=words[head + _ARRIVED],
            width=width,
            height=height,
            stride=stride,
            pixels=segment.bytes[body : body + size].toreadonly(),
            from_memory=bool(flags & _MEMORY),
            is_late=bool(flags & _LATE),
            is_delayed=bool(flags & _DELAYED),
            is_replay=bool(flags & _REPLAY),
            chroma=chroma,
            is_709=bool(flags & _709),
            is_full_range=bool(flags & _FULL_RANGE),
        )

    @staticmethod
    def _is_plausible(width: int, height: int, stride: int, chroma: int, name_bytes: int) -> bool:
        if not (1 <= width <= MAX_WIDTH and 1 <= height <= MAX_HEIGHT and name_bytes <= MAX_ID):
            return False
        if not chroma:
            return width * 4 <= stride <= MAX_STRIDE
        return width <= stride <= MAX_STRIDE // 2 and _half(width) <= chroma <= MAX_STRIDE // 2

    def close(self) -> None:
        self._segment.close()
