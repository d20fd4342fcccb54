"""The evidence player: recorded clips, played by libvlc into a slot of the shared memory."""

from __future__ import annotations

from console.videod.player.player import Player

__all__ = ["Player"]
