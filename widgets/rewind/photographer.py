"""Snapshots of tiles: which picture was painted, and what is written below it. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.model import AlarmId, Quality
from console.rewinding import Subject
from widgets.canvas import Canvas
from widgets.drill import veil
from widgets.placing import Placing
from widgets.words import Words

PART = "  ·  "
TIME = "{time}"  # stands for the picture's own time


class Photographer(QObject):
    """Raises CommandRefused where there is nothing to photograph from."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words

    def take(self, canvas: Canvas, name: str, alarm: AlarmId | None) -> bool:
        """Keep what is painted on this place; False when there is no picture."""
        place = canvas.place(name)
        shot = place.shot
        camera = self._console.cameras.get(shot.camera) if shot is not None else None
        if shot is None or camera is None:
            return False
        quality = place.asked[1] if place.asked is not None and not shot.is_replay else Quality.SUB
        rewind = self._console.sight.rewinding.rewind.number if shot.is_replay else 0
        live = shot.is_live(self._console.clock.monotonic_ns())
        word = self._words.replay() if shot.is_replay else self._words.live() if live else self._words.not_live()
        drill = (veil.TEXT,) if veil.is_shown() else ()
        head = PART.join((f"{camera.number}  {self._placing.camera(camera)}", word, *drill))
        seat = self._console.seat
        shown = self._console.alarm(alarm) if alarm is not None else None
        foot = PART.join(filter(None, (seat.person, seat.position, self._placing.title(shown) if shown else "")))
        subject = Subject(name, camera, quality, shot.arrived_ns, rewind, alarm)
        zone = self._console.site.time_zone
        self._console.sight.rewinding.photographs.take(subject, (head, TIME, foot), zone)
        return True
