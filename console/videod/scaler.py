"""A stream's pictures in the size of one slot: by libyuv where it is, by swscale where it is not. Decoder worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from av.video.format import VideoFormat
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from console.videod import yuv
from console.videod.sizes import Size, fit, snug

# A picture shown at half its size or smaller is decoded without smoothing the edges of its blocks between key frames:
# nobody can see it at that size (docs/limits.md gives the figures), and it is a seventh of the whole work.
SMALL = 2
LINE = 64  # bytes; rows begin at the beginning of a cache line
_BGRA = VideoFormat("bgra")


class Scaler:
    """Brings pictures into a box of width × height px. `bench` is its thread's; None leaves the work to swscale."""

    def __init__(self, box: Size, bench: yuv.Bench | None = None) -> None:
        self._box = box
        self._bench = bench
        self._source: tuple[int, int, float, str] | None = None
        self._reformatter = VideoReformatter()
        self._whole: Size = (0, 0)  # before its edge is cut
        self._is_quick = False
        self.width = self.height = self.stride = 0  # of the last picture

    def scale(self, frame: VideoFrame, pixel_aspect: float) -> memoryview | Callable[[int], None]:
        """Its rows, or who writes them to an address, until the next picture."""
        source = frame.width, frame.height, pixel_aspect, frame.format.name
        if source != self._source:
            self._source = source
            self._measure(*source)
        if self._bench is not None and self._is_quick and yuv.is_known(frame):
            self.stride = -(-self.width * 4 // LINE) * LINE
            return partial(self._paint, self._bench, frame)
        return self._by_swscale(frame)

    def _measure(self, width: int, height: int, pixel_aspect: float, form: str) -> None:
        self._is_quick = self._bench is not None and form in yuv.SAME
        whole = shown = fit(width, height, pixel_aspect, *self._box)
        if self._is_quick and pixel_aspect == 1.0:
            whole, shown = snug(width, height, *self._box) or (whole, shown)
        self._whole, (self.width, self.height) = whole, shown

    def _paint(self, bench: yuv.Bench, frame: VideoFrame, address: int) -> None:
        bench.paint(frame, *self._whole, address, (self.width, self.height, self.stride))

    def _by_swscale(self, frame: VideoFrame) -> memoryview:
        scaled = self._reformatter.reformat(
            frame, *self._whole,
            _BGRA,  # type: ignore[arg-type]  # a word would be looked up for each picture; the stub knows only words
            interpolation=Interpolation.FAST_BILINEAR, threads=1,
        )  # fmt: skip
        plane = scaled.planes[0]
        self.stride = plane.line_size
        return memoryview(plane)

    def is_small(self) -> bool:
        """Known as soon as it has scaled a picture."""
        return self._source is not None and self.width * SMALL <= self._source[0]
