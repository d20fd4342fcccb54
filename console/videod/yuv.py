"""libyuv, where the machine has it: scales and colours a decoded picture several times as fast as swscale.

For a small picture it is called without letting go of the interpreter: a call takes some ten microseconds, waiting for
one's turn afterwards may take more. `Bench` belongs to one thread.
"""

from __future__ import annotations

import ctypes
import logging
from functools import cache
from typing import Any, NamedTuple

from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange

log = logging.getLogger(__name__)

PLANAR = "yuv420p"
SAME = {PLANAR, "yuvj420p"}  # the second one says only that it uses the full range

_LIBRARY = "libyuv.so.0"
_BILINEAR, _BOX = 2, 3
_LARGE = 1_000_000  # pixels; with more than that other threads go on meanwhile
_EIGHT = 8  # rows of a picture whose colours have four
_SPARE = 64  # bytes behind the planes that wide instructions may read
# libyuv's names by (is BT.709, uses the full range)
_MATRICES = {
    (False, False): "kYuvI601Constants",
    (False, True): "kYuvJPEGConstants",
    (True, False): "kYuvH709Constants",
    (True, True): "kYuvF709Constants",
}

_709, _UNSAID, _601_PAL, _601_NTSC = 1, 2, 5, 6  # FFmpeg's AVColorSpace, which is what a frame says


class Rows(NamedTuple):
    """Addresses of the grey plane and of the two colour planes of half its size, each with the bytes of its rows."""

    luma: int
    luma_stride: int
    blue: int
    blue_stride: int
    red: int
    red_stride: int
    width: int
    height: int


class Library(NamedTuple):
    """libyuv twice: for calls that keep the interpreter, and for those that let it go."""

    short: ctypes.PyDLL
    long: ctypes.CDLL


class Bench:
    """Where one thread's pictures lie between the steps: small enough to stay in the processor's own memory."""

    def __init__(self, library: Library) -> None:
        self._all = library
        self._now: ctypes.CDLL = library.short
        self._memory: list[ctypes.Array[ctypes.c_char]] = []
        symbols = {key: ctypes.c_char.in_dll(library.short, name) for key, name in _MATRICES.items()}
        self._matrices = {key: ctypes.addressof(symbol) for key, symbol in symbols.items()}

    def paint(self, frame: VideoFrame, width: int, height: int, address: int, size: tuple[int, int, int]) -> None:
        """Bring a picture of format `SAME` to width × height, then write the lower left of it to `address` as BGRA.

        `size`: width, height and bytes in a row of what is written.
        """
        self._now = self._all.long if frame.width * frame.height > _LARGE else self._all.short
        planes = self._scaled(planes_of(frame), width, height)
        shown_width, shown_height, stride = size
        matrix = self._matrices[is_709(frame), is_full(frame)]
        shown = _below(planes, height - shown_height)
        self._now.I420ToARGBMatrix(*shown[:6], address, stride, matrix, shown_width, shown_height)

    def _scaled(self, planes: Rows, width: int, height: int) -> Rows:
        """By halves, each pixel the mean of four, and what is left between its neighbours: nothing flickers."""
        step = 0
        while planes.width >= 2 * width and planes.height >= 2 * height:
            planes = self._step(step, planes, (planes.width + 1) // 2, (planes.height + 1) // 2, _BOX)
            step += 1
        if (planes.width, planes.height) == (width, height):
            return planes
        if step and (4 * width, 4 * height) == (3 * planes.width, 3 * planes.height) and planes.width % _EIGHT == 0:
            planes = _lengthened(planes)
            height = planes.height * 3 // 4
        return self._step(step, planes, width, height, _BILINEAR)

    def _step(self, step: int, planes: Rows, width: int, height: int, how: int) -> Rows:
        there = self._room(step, width, height)
        self._now.I420Scale(*planes, *there, how)
        return there

    def _room(self, step: int, width: int, height: int) -> Rows:
        chroma, rows = (width + 1) // 2, _by_eight(height)
        need = (width + chroma) * rows + _SPARE
        while len(self._memory) <= step:
            self._memory.append(ctypes.create_string_buffer(need))
        if len(self._memory[step]) < need:
            self._memory[step] = ctypes.create_string_buffer(need)
        luma = ctypes.addressof(self._memory[step])
        blue = luma + width * rows
        return Rows(luma, width, blue, chroma, blue + chroma * (rows // 2), chroma, width, height)


def _lengthened(planes: Rows) -> Rows:
    """With further rows below, until the rows of each plane go by four: three are made of four at once, not singly.

    Nobody sees what becomes of those, but for the first one of colours: it is as the last real one.
    """
    rows, row = (planes.height + 1) // 2, planes.blue_stride
    if rows % 4:
        for plane in (planes.blue, planes.red):
            ctypes.memmove(plane + rows * row, plane + (rows - 1) * row, row)
    return planes._replace(height=_by_eight(planes.height))


def _below(planes: Rows, rows: int) -> Rows:
    """Without so many of the uppermost rows."""
    half = rows // 2
    return planes._replace(
        luma=planes.luma + rows * planes.luma_stride,
        blue=planes.blue + half * planes.blue_stride,
        red=planes.red + half * planes.red_stride,
    )


def _by_eight(size: int) -> int:
    return -(-size // _EIGHT) * _EIGHT


def bench() -> Bench | None:
    """For the thread that calls; None where swscale has to do the work."""
    yuv = library()
    return Bench(yuv) if yuv is not None else None


def planes_of(frame: VideoFrame) -> Rows:
    """Good as long as the frame is."""
    luma, blue, red = frame.planes
    return Rows(
        luma.buffer_ptr, luma.line_size, blue.buffer_ptr, blue.line_size, red.buffer_ptr, red.line_size,
        frame.width, frame.height,
    )  # fmt: skip


def is_709(frame: VideoFrame) -> bool:
    """As swscale takes it where nothing is said, every other picture is BT.601."""
    return frame.colorspace == _709


def is_known(frame: VideoFrame) -> bool:
    """Whether its colours are of a kind that `Bench` knows: those of nearly every camera."""
    return frame.colorspace in (_709, _UNSAID, _601_PAL, _601_NTSC)


def is_full(frame: VideoFrame) -> bool:
    return frame.format.name == "yuvj420p" or frame.color_range == ColorRange.JPEG


@cache
def library() -> Library | None:
    """libyuv with its calls described; None where there is none: swscale does its work then."""
    try:
        yuv = Library(ctypes.PyDLL(_LIBRARY), ctypes.CDLL(_LIBRARY))
        for one in yuv:
            _describe(one)
        for name in _MATRICES.values():
            ctypes.c_char.in_dll(yuv.short, name)
    except (OSError, AttributeError, ValueError) as error:
        log.warning("swscale scales pictures, at several times the cost: install the package libyuv0 (%s)", error)
        return None
    return yuv


def _describe(yuv: ctypes.CDLL) -> None:
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    planes: list[Any] = [pointer, integer] * 3
    yuv.I420Scale.argtypes = [*planes, integer, integer, *planes, integer, integer, integer]
    yuv.I420ToARGBMatrix.argtypes = [*planes, pointer, integer, pointer, integer, integer]
