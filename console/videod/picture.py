"""One stream while it is decoded: its codec, its newest picture, the slots it fills. Belongs to one decoder worker."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import av
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from console.model import CameraId, Quality
from console.videod.h264 import Unit
from console.videod.outlet import Outlet
from console.videod.sizes import fit
from console.videod.slots import Picture

log = logging.getLogger(__name__)

MAX_PIXELS = 7680 * 4320  # a bigger picture is not a camera's; FFmpeg refuses it before it allocates


@dataclass(frozen=True, slots=True)
class Target:
    """A slot and the box its picture has to fit; `generation` ends with the slot's next `show`."""

    outlet: Outlet
    generation: int
    width: int
    height: int


class Decoded:
    """Decodes units in order; `publish` scales the newest picture into the slots."""

    def __init__(self, camera: CameraId, quality: Quality) -> None:
        self._camera = camera
        self._quality = quality
        self._codec: VideoCodecContext | None = None
        self._newest: VideoFrame | None = None
        self._from_memory = False
        self._is_new = False
        self.blind_ns = 0  # arrival of the first unit since which no picture came out; 0 = they come
        self._targets: dict[Target, VideoReformatter] = {}
        self._unserved: set[Target] = set()

    def aim(self, targets: tuple[Target, ...]) -> None:
        """Fill these slots from now on; those that are new get the newest picture at once."""
        before = self._targets
        self._targets = {target: before.get(target) or VideoReformatter() for target in targets}
        self._unserved = {target for target in targets if target not in before}

    def decode(self, unit: Unit, *, from_memory: bool) -> int:
        """Decode one unit; returns the number of pictures it gave. After an error it waits for the next key frame."""
        if self._codec is None:
            if not unit.is_key:
                return 0
            self._codec = _codec()
        packet = av.Packet(unit.data)
        packet.pts = unit.arrived_ns  # comes back with the picture, also where the codec reorders
        try:
            frames = [frame for frame in self._codec.decode(packet) if not frame.is_corrupt]
        except av.error.FFmpegError as error:
            log.debug("%s %s cannot be decoded: %s", self._camera, self._quality, error.strerror)
            self.restart()
            frames = []
        if frames:
            self._newest, self._from_memory, self._is_new = frames[-1], from_memory, True
        self.blind_ns = 0 if frames else self.blind_ns or unit.arrived_ns
        return len(frames)

    def restart(self) -> None:
        """Forget the codec's state; the next key frame begins anew."""
        self._codec = None

    def publish(self, *, is_late: bool = False) -> None:
        """Write the newest picture into every slot that has not got it; `is_late`: the next ones are left out."""
        frame, targets = self._newest, self._targets if self._is_new else self._unserved
        if frame is not None:
            for target in list(targets):
                self._write(frame, target, from_memory=self._from_memory or not self._is_new, is_late=is_late)
            self._unserved = set()
        self._is_new = False

    def _write(self, frame: VideoFrame, target: Target, *, from_memory: bool, is_late: bool) -> None:
        width, height = fit(frame.width, frame.height, self._pixel_aspect(), target.width, target.height)
        scaled = self._targets[target].reformat(
            frame, width, height, "bgra", interpolation=Interpolation.FAST_BILINEAR, threads=1
        )
        plane = scaled.planes[0]
        picture = Picture(
            camera=self._camera,
            quality=self._quality,
            arrived_ns=frame.pts or 0,
            width=width,
            height=height,
            stride=plane.line_size,
            pixels=memoryview(plane),
            from_memory=from_memory,
            is_late=is_late,
        )
        target.outlet.write(target.generation, picture)

    def _pixel_aspect(self) -> float:
        ratio = self._codec.sample_aspect_ratio if self._codec is not None else None
        return float(ratio) if ratio else 1.0


def size_of(key: Unit) -> tuple[int, int] | None:
    """Width and height of the picture a key frame holds; None when no picture can be made of it."""
    codec = _codec()
    try:
        for data in (av.Packet(key.data), None):
            for frame in codec.decode(data):
                if not frame.is_corrupt:
                    return frame.width, frame.height
    except av.error.FFmpegError as error:
        log.debug("a key frame cannot be decoded: %s", error.strerror)
    return None


def _codec() -> VideoCodecContext:
    codec = av.CodecContext.create("h264", "r")
    codec.thread_count = 1  # the workers are the threads; frame threads would add a frame of delay each
    codec.flags |= Flags.low_delay
    codec.options = {"max_pixels": str(MAX_PIXELS)}
    return codec
