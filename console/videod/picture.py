"""One stream while it is decoded: its codec, its newest picture, the slots it fills. Belongs to one decoder worker."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import cast

import av
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from console.model import CameraId, Quality
from console.videod.hardware import Hardware
from console.videod.outlet import Outlet
from console.videod.planes import Planar, Planes
from console.videod.scaler import Scaler
from console.videod.slots import Picture
from console.videod.unit import Codec, Unit
from console.videod.yuv import Bench

log = logging.getLogger(__name__)

MAX_PIXELS = 7680 * 4320  # a bigger picture is not a camera's; FFmpeg refuses it before it allocates


@dataclass(frozen=True, slots=True)
class Target:
    """A slot and the box its picture has to fit; `generation` ends with the slot's next `show`.

    It takes every n-th picture, the others are left out and said to be.
    """

    outlet: Outlet
    generation: int
    width: int
    height: int
    every: int = 1
    is_planar: bool = False


class _Filling:
    """What one target has got of a stream so far."""

    def __init__(self, target: Target, bench: Bench | None) -> None:
        box = target.width, target.height
        self._every, self._turn = target.every, 0
        self.scaler = Scaler(box, bench)
        self.planar = Planar(box) if target.is_planar else None

    def takes(self) -> bool:
        """Whether the next picture is one of those that its target takes."""
        self._turn = (self._turn + 1) % self._every
        return not self._turn


class Decoded:
    """Decodes units in order; `publish` scales the newest picture into the slots."""

    def __init__(
        self, camera: CameraId, quality: Quality, *,
        is_replay: bool = False, hardware: Hardware | None = None, bench: Bench | None = None,
    ) -> None:  # fmt: skip
        self._camera = camera
        self._quality = quality
        self._is_replay = is_replay
        self._hardware = hardware or Hardware()
        self._bench = bench
        self._codec: VideoCodecContext | None = None
        self._pixel_aspect = 1.0
        self._is_plain = False  # the codec leaves the edges of blocks as they are
        self._newest: VideoFrame | None = None
        self._from_memory = False
        self._is_new = False
        self.blind_ns = 0  # arrival of the first unit since which no picture came out; 0 = they come
        self._targets: dict[Target, _Filling] = {}
        self._unserved: set[Target] = set()

    def aim(self, targets: tuple[Target, ...]) -> None:
        """Fill these slots from now on; those that are new get the newest picture at once."""
        before = self._targets
        self._targets = {target: before.get(target) or _Filling(target, self._bench) for target in targets}
        self._unserved = {target for target in targets if target not in before}

    def decode(self, unit: Unit, *, from_memory: bool) -> int:
        """Decode one unit; returns the number of pictures it gave. After an error it waits for the next key frame."""
        codec = self._begun(unit.codec) if unit.is_key else self._codec
        if codec is None:
            return 0
        packet = av.Packet(unit.data)
        packet.pts = unit.arrived_ns  # comes back with the picture, also where the codec reorders
        try:
            frames = [frame for frame in codec.decode(packet) if not frame.is_corrupt]
        except av.error.FFmpegError as error:
            log.debug("%s %s cannot be decoded: %s", self._camera, self._quality, error.strerror)
            self._broke()
            frames = []
        if frames:
            self._newest, self._from_memory, self._is_new = frames[-1], from_memory, True
        self.blind_ns = 0 if frames else self.blind_ns or unit.arrived_ns
        if unit.is_key:
            ratio = codec.sample_aspect_ratio
            self._pixel_aspect = float(ratio) if ratio else 1.0
        return len(frames)

    def _begun(self, name: Codec) -> VideoCodecContext:
        """The codec for a key frame: another one when the camera changed it, or the size it is shown at did."""
        is_plain = bool(self._targets) and all(one.scaler.is_small() for one in self._targets.values())
        if self._codec is None or is_plain != self._is_plain or self._codec.name != name:
            self._codec, self._is_plain = self._hardware.codec(name) or _codec(name, is_plain=is_plain), is_plain
        return self._codec

    @property
    def newest(self) -> VideoFrame | None:
        """The picture that was decoded last, as it was sent; its pts is when it arrived."""
        return self._newest

    def _broke(self) -> None:
        """A stream that cannot be decoded: whether it or the machine's own decoder is to blame, nobody knows."""
        if self._codec is not None and self._codec.is_hwaccel:
            self._hardware.failed(Codec(self._codec.name))
        self.restart()

    def restart(self) -> None:
        """Forget the codec's state; the next key frame begins anew."""
        self._codec = None

    def publish(self, *, is_late: bool = False) -> None:
        """Write the newest picture into every slot that has not got it; `is_late`: the next ones are left out."""
        frame = self._newest
        if frame is not None:
            from_memory = self._from_memory or not self._is_new
            for target in self._targets if self._is_new else self._unserved:
                if target in self._unserved or self._targets[target].takes():
                    self._write(frame, target, from_memory=from_memory, is_late=is_late or target.every > 1)
            self._unserved.clear()
        self._is_new = False

    def _write(self, frame: VideoFrame, target: Target, *, from_memory: bool, is_late: bool) -> None:
        filling = self._targets[target]
        if filling.planar is not None:
            planes = filling.planar.planes(frame, self._pixel_aspect)
            target.outlet.write(target.generation, self._planar(frame, planes, from_memory, is_late))
            return
        scaler = filling.scaler
        pixels = scaler.scale(frame, self._pixel_aspect)
        picture = Picture(
            camera=self._camera,
            quality=self._quality,
            arrived_ns=frame.pts or 0,
            width=scaler.width,
            height=scaler.height,
            stride=scaler.stride,
            pixels=pixels,
            from_memory=from_memory,
            is_late=is_late,
            is_replay=self._is_replay,
        )
        target.outlet.write(target.generation, picture)

    def _planar(self, frame: VideoFrame, planes: Planes, from_memory: bool, is_late: bool) -> Picture:
        luma, *chroma = planes.parts
        return Picture(
            self._camera, self._quality, frame.pts or 0, planes.width, planes.height, planes.stride, luma, from_memory,
            is_late, self._is_replay, tuple(chroma), planes.chroma, planes.is_709, planes.is_full_range,
        )  # fmt: skip


def size_of(key: Unit) -> tuple[int, int] | None:
    """Width and height of the picture a key frame holds; None when no picture can be made of it."""
    frame = picture_of(key)
    return (frame.width, frame.height) if frame is not None else None


def picture_of(key: Unit) -> VideoFrame | None:
    """The picture a key frame holds; None when none can be made of it."""
    codec = _codec(key.codec)
    try:
        for data in (av.Packet(key.data), None):
            for frame in codec.decode(data):
                if not frame.is_corrupt:
                    return frame
    except av.error.FFmpegError as error:
        log.debug("a key frame cannot be decoded: %s", error.strerror)
    return None


def _codec(name: Codec, *, is_plain: bool = False) -> VideoCodecContext:
    codec = cast("VideoCodecContext", av.CodecContext.create(name, "r"))
    codec.thread_count = 1  # the workers are the threads; frame threads would add a frame of delay each
    codec.flags |= Flags.low_delay
    codec.options = {"max_pixels": str(MAX_PIXELS), **({"skip_loop_filter": "nokey"} if is_plain else {})}
    return codec
