"""What the places of a canvas ask of the video process, and what they get: slots, sizes, newest frames. GUI thread."""

from __future__ import annotations

from console.model import CameraId, Quality
from console.ports import Video
from widgets.place import Place
from widgets.slots import Slots
from widgets.tile import Shot

Wish = tuple[CameraId, Quality, int, int, int]  # camera, stream, width and height in device pixels, rewind or 0


class Asking:
    """A place holds a slot exactly while it wants a picture."""

    def __init__(self, video: Video, slots: Slots, stale_ms: int) -> None:
        self._video = video
        self._slots = slots
        self._stale_ns = stale_ms * 1_000_000

    def ask(self, place: Place, wish: Wish) -> None:
        """The place wants this from now on; it keeps the picture it has until the new one is there."""
        if wish == place.asked:
            return
        place.asked = wish
        if place.slot is not None:
            self._video.show(place.slot, *wish)
            self._slots.asked(place.slot, place.name, *wish[:4])
            return
        place.slot = self._slots.take()
        self._video.show(place.slot, *wish)
        self._slots.asked(place.slot, place.name, *wish[:4])
        left_over = self._video.frame(place.slot)  # of whoever had the slot before
        if left_over is not None and left_over.camera == place.camera:
            place.shot = Shot.of(left_over, self._stale_ns)

    def let_go(self, place: Place) -> None:
        """It wants no picture; the memory of the one it has may be used by another place at once."""
        place.shot = place.told = place.asked = None
        place.painted = 0
        if place.slot is not None:
            self._video.show(place.slot, None, Quality.SUB, 0, 0)
            self._slots.give_back(place.slot)
            place.slot = None

    def take_newest(self, place: Place) -> bool:
        """Whether the place has a new picture. The one before it is gone with this call: it lay in the same memory."""
        frame = self._video.frame(place.slot) if place.slot is not None else None
        if frame is None:
            return False
        if place.painted:
            self._slots.painting.dropped(frame.sequence - 1 - place.painted)
            place.painted = frame.sequence - 1  # counted once
        place.shot = Shot.of(frame, self._stale_ns)
        return True

    def painted(self, place: Place) -> None:
        """What the place shows has been painted."""
        if place.shot is not None and place.shot.sequence != place.painted:
            place.painted = place.shot.sequence
            self._slots.painting.painted()
