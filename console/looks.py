"""The seam to what the video process finds out about cameras: figures of their streams, small pictures of their views.

Part of the Video port. Nothing here is asked for while nobody wants it, and a camera is told of at its own pace.
"""

from __future__ import annotations

from dataclasses import dataclass

from console.model import CameraId


@dataclass(frozen=True, slots=True)
class Survey:
    """From now on tell each camera's figures every `figures_s`, and look at its view every `views_s`; 0 = never."""

    figures_s: float
    views_s: float


@dataclass(frozen=True, slots=True)
class StreamMeasured:
    """Posted by a Video backend: how a camera's stream does, over the time since the last such word."""

    camera: CameraId
    fps: float
    kbit_s: float
    key_s: float  # from key frame to key frame, 0 = not known yet
    codec: str  # "" = not known yet
    width: int  # px of the picture, 0 = not known yet
    height: int
    transport: str  # tcp, udp …, "" while it is not connected
    lost: int  # gaps in what it sent, since it is known
    visits: int  # times it was connected to
    age_ms: int  # of the newest picture, -1 = there was none
    ring_s: float  # seconds of it in memory
    clock_ms: int  # its clock minus ours
    has_clock: bool  # whether it said what time it has


@dataclass(frozen=True, slots=True)
class ViewSeen:
    """Said by the video process: what a camera shows, small and grey, as `truth.reference.packed` writes it.

    `looks`: key frames in a row in which nothing changed, over `still_s` seconds.
    """

    camera: CameraId
    luma: str
    colour: float
    looks: int
    still_s: float


@dataclass(frozen=True, slots=True)
class CameraClock:
    """Posted now and then for each camera that tells its time by ONVIF: how far it is ahead, true within so much."""

    camera: CameraId
    offset_ms: int
    within_ms: int


LookReport = StreamMeasured | ViewSeen
