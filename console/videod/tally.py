"""What the video process did since its start and what its memory holds, added up for the beat. Loop thread."""

from __future__ import annotations

from collections.abc import Collection

from console.ports import CameraState, Detail
from console.videod.control import Beat
from console.videod.stream import Counts, Stream


def tally(streams: Collection[Stream], gone: Counts, told: Collection[Stream]) -> Beat:
    """Figures of all streams; `gone`: what those did that are no more; `told`: the one of each camera."""
    rings = [stream.gop.ring for stream in streams if stream.source.is_hot]
    lengths = [seconds for ring in rings if (seconds := ring.seconds()) > 0]
    return Beat(
        cameras=len(told),
        live=sum(stream.state is CameraState.LIVE for stream in told),
        units=gone.units + sum(stream.counts.units for stream in streams),
        received=gone.received + sum(stream.received for stream in streams),
        lost=gone.lost + sum(stream.lost for stream in streams),
        gops=sum(stream.gop.size for stream in streams),
        rings=sum(ring.size for ring in rings),
        ring_min_s=round(min(lengths, default=0.0), 1),
        ring_max_s=round(max(lengths, default=0.0), 1),
        without_ring=sum(ring.granted_s == 0 for ring in rings),
        without_session=sum(stream.standing.detail is Detail.SESSION_CAP for stream in told),
    )
