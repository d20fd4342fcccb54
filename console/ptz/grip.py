"""The one tile whose camera is turned here: no alarm takes it, and it ends with its picture. Desk thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console import announce
from console.announce import Announcement
from console.errors import CommandRefused
from console.model import CameraId
from console.ptz.desk import Heads
from console.ptz.hold import Why
from console.ptz.port import Velocity
from console.wall import TileId


@dataclass(frozen=True, slots=True)
class Gripped:
    """Where the keys and the mouse turn a camera now."""

    tile: TileId
    camera: CameraId


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the grip asks of tiles. `hold`: nothing may replace this tile, or it may again."""

    camera_on: Callable[[TileId], CameraId | None]
    hold: Callable[[TileId, bool], None]


class Grip:
    """Acts raise CommandRefused as `Heads` does, and empty_tile. Without a grip turning means nothing."""

    def __init__(
        self, heads: Heads, around: Surroundings, announce_it: Callable[[Announcement], None]
    ) -> None:  # fmt: skip
        self._heads = heads
        self._around = around
        self._announce = announce_it
        self.at: Gripped | None = None
        heads.when_gone = self._gone

    def begin(self, tile: TileId) -> None:
        """The camera on this tile is ours, and its tile stays."""
        camera = self._around.camera_on(tile)
        if camera is None:
            raise CommandRefused("empty_tile", tile)
        if self.at is not None and self.at != Gripped(tile, camera):
            self.end()
        self._heads.take(camera)
        self.at = Gripped(tile, camera)
        self._around.hold(tile, True)
        self._changed(camera)

    def end(self, why: Why = Why.HAND) -> bool:
        """Stand still and let go; whether there was anything."""
        if self.at is None:
            return False
        self._heads.free(self.at.camera, why)  # which tells us that it is gone
        self._let_go()
        return True

    def toggle(self, tile: TileId) -> None:
        if self.at is not None and self.at.tile == tile:
            self.end()
        else:
            self.begin(tile)

    def drive(self, velocity: Velocity) -> None:
        """Turn the camera of the grip; still: stop it."""
        if self.at is not None:
            self._heads.drive(self.at.camera, velocity)

    def look(self) -> None:
        """Tiles have changed: another picture where we turn ends it."""
        if self.at is not None and self._shown(self.at.tile) != self.at.camera:
            self.end(Why.LEFT)

    def _shown(self, tile: TileId) -> CameraId | None:
        try:
            return self._around.camera_on(tile)
        except CommandRefused:  # the tile is gone
            return None

    def _gone(self, camera: CameraId) -> None:
        """Let go, left alone for too long, or taken by somebody of a higher level."""
        if self.at is not None and self.at.camera == camera:
            self._let_go()

    def _let_go(self) -> None:
        gone, self.at = self.at, None
        if gone is not None:
            self._around.hold(gone.tile, False)
            self._changed(gone.camera)

    def _changed(self, camera: CameraId) -> None:
        self._announce(announce.PtzChanged(camera=camera))
