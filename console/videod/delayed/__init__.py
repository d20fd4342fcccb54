"""Sources that our receiver does not speak (HTTP MJPEG, HLS, RTMP, odd containers), played by libvlc and delayed by it.

Each one that is shown has a process of its own: libvlc reads hostile network input, and it has hung in our hands.
"""

from console.videod.delayed.sources import Delayed
from console.videod.delayed.visit import is_delayed

__all__ = ["Delayed", "is_delayed"]
