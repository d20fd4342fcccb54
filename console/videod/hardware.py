"""Decoding by the machine's own hardware, where FFmpeg offers it and a key frame has proven that it works.

Drivers crash: the proof is made by a process of its own, `python -m console.videod.hardware KIND CODEC`, which prints
what it can. `Hardware` belongs to the loop thread, `codec` to any decoder worker.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.codec.hwaccel import HWAccel
from av.video.codeccontext import VideoCodecContext

from console.videod.unit import Codec

log = logging.getLogger(__name__)

PROOF_S = 20.0  # the first use of a card may build its programs
SIZE = (640, 352)  # of the picture of the proof: no decoder refuses it for being small
WORKS = "works"
ENCODERS: dict[str, str] = {"h264": "libx264", "hevc": "libx265"}
NODES = {"cuda": "nvidiactl", "vaapi": "dri", "vdpau": "nvidiactl", "vulkan": "dri", "qsv": "dri", "drm": "dri"}
DEVICES = Path("/dev")  # a kind without its node there is not even tried: a proof takes a second of a processor


class Hardware:
    """Which kind of device decodes a codec here; none until it is proven, none again once it has failed."""

    def __init__(self) -> None:
        self._kinds: dict[str, str] = {}

    @property
    def name(self) -> str:
        """What decodes, "" the processor alone."""
        return ", ".join(sorted(set(self._kinds.values())))

    async def prove(self) -> None:
        """Try what FFmpeg offers, one after the other; pictures are decoded by the processor meanwhile."""
        for codec in ENCODERS:
            for kind in offered(codec):
                if await _works(kind, codec):
                    self._kinds[codec] = kind
                    log.info("%s is decoded by %s", codec, kind)
                    break

    def codec(self, name: Codec) -> VideoCodecContext | None:
        """A decoder of the machine's own; None where there is none. One that cannot be opened is not tried again."""
        kind = self._kinds.get(name)
        if kind is None:
            return None
        try:
            return _opened(kind, name)
        except (av.error.FFmpegError, OSError, RuntimeError, ValueError) as error:
            log.warning("%s decodes no longer: %s", kind, error)
            self._kinds.pop(name, None)
            return None

    def failed(self, name: Codec) -> None:
        """Pictures of this codec came out broken: the processor decodes them from now on."""
        if self._kinds.pop(name, None) is not None:
            log.warning("%s is decoded by the processor again", name)


def offered(codec: str) -> list[str]:
    """The kinds of device that FFmpeg can decode this codec with and that this machine may have."""
    configs = av.Codec(codec, "r").hardware_configs or []
    kinds = [config.device_type.name for config in configs if config.is_supported]
    return [kind for kind in kinds if (DEVICES / NODES.get(kind, kind)).exists()]


async def _works(kind: str, codec: str) -> bool:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "console.videod.hardware", kind, codec,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PROOF_S):
            said, _ = await child.communicate()
    except TimeoutError:
        return False
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return child.returncode == 0 and said.decode(errors="replace").strip() == WORKS


def _opened(kind: str, name: str) -> VideoCodecContext:
    accel = HWAccel(kind, allow_software_fallback=False)
    codec = cast("VideoCodecContext", av.CodecContext.create(name, "r", hwaccel=accel))
    if not codec.is_hwaccel:
        raise ValueError(f"{kind} does not decode {name}")
    return codec


def is_proven(kind: str, codec: str) -> bool:
    """Whether a device of this kind makes the picture that the processor makes of one key frame.

    Raises FFmpegError, OSError or ValueError where there is no such device.
    """
    sent = _key_frame(codec)
    theirs, ours = _first(_opened(kind, codec), sent), _first(av.CodecContext.create(codec, "r"), sent)
    if theirs is None or ours is None:
        return False
    one, other = (frame.reformat(format="gray8").to_ndarray().astype(int) for frame in (theirs, ours))
    return one.shape == other.shape and float(abs(one - other).mean()) < 1.0


def _first(codec: object, sent: bytes) -> av.VideoFrame | None:
    decoder = cast("VideoCodecContext", codec)
    for packet in (av.Packet(sent), None):
        for frame in decoder.decode(packet):
            return frame
    return None


def _key_frame(codec: str) -> bytes:
    """A picture that falls from light to dark, encoded."""
    encoder = cast("VideoCodecContext", av.CodecContext.create(ENCODERS[codec], "w"))
    encoder.width, encoder.height = SIZE
    encoder.pix_fmt, encoder.time_base = "yuv420p", Fraction(1, 15)
    frame = av.VideoFrame(*SIZE, "yuv420p")
    for plane in frame.planes:
        plane.update(bytes(at % 200 + 20 for at in range(plane.buffer_size)))
    return b"".join(bytes(packet) for packet in (*encoder.encode(frame), *encoder.encode(None)))


def main(kind: str, codec: str) -> int:
    """0 and a word when it works; whatever else happens is a no."""
    if not is_proven(kind, codec):
        return 1
    sys.stdout.write(WORKS + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
