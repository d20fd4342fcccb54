"""Whose picture is on a tile and how it is doing: the part of a tile's description that every window shares."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.model import Camera, CameraId
from console.pictures import Picture
from console.ports import CameraState, Detail
from console.truth.judge import Fault
from widgets.health.health_words import HealthWords
from widgets.picture_words import PictureWords
from widgets.place import Place
from widgets.placing import Placing, span
from widgets.rewind.words import RewindWords
from widgets.tile import MISSING_STEPS, View
from widgets.words import Words

COUNTED_MS = 10_000  # up to here tenths of a second are worth reading


class Identity(QObject):
    """Identity comes from the frame on the tile; only a tile without a frame is labelled from the layout."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._why = PictureWords(self)
        self._health = HealthWords(placing, words, self)
        self._past = RewindWords(self)

    def camera(self, place: Place) -> Camera | None:
        """Whose picture is painted there, else whose is waited for."""
        camera_id = place.shot.camera if place.shot is not None else place.camera
        return self._console.cameras.get(camera_id) if camera_id is not None else None

    def view(self, place: Place) -> View:
        """Number, name, picture and state; a place without a camera gives an empty one."""
        camera = self.camera(place)
        view = View(shot=place.shot)
        if camera is None:
            return view
        view.number, view.name = str(camera.number), self._placing.camera(camera)
        rewind = self._console.sight.rewinding.rewind
        if rewind.shows(place.name, place.camera) and not rewind.has_picture(camera.id):
            view.shot, view.empty = None, self._past.missing()
            return view
        view.late = place.shot is not None and place.shot.is_late
        watch = self._console.sight.truth.get(camera.id)
        if watch is not None and watch.fault is not None:
            view.doubt, view.is_frozen = self._health.fault(watch.fault), watch.fault is Fault.FROZEN
        picture = self._console.pictures.get(camera.id)
        view.state = picture.state
        view.remark = self._remark(picture)
        if place.shot is None:
            view.detail = self._why.detail(picture.detail, picture.about)
            view.since = self._since(picture) if picture.state is not CameraState.LIVE else ""
        if place.camera is not None and place.camera != camera.id and place.camera in self._console.cameras:
            view.reason = self._coming(place.camera)
        return view

    def _remark(self, picture: Picture) -> str:
        """What is to be known of a live picture; that libvlc plays it has a mark of its own."""
        return self.tr("NOT VERIFIED") if picture.detail is Detail.UNVERIFIED else ""

    def _since(self, picture: Picture) -> str:
        """Seconds while it comes up, else the time it was lost, and what happens next."""
        if picture.state in MISSING_STEPS:
            age_ms = max(0, self._console.clock.now_ms() - picture.since_ms)
            return f"{age_ms / 1000:.1f} s" if age_ms < COUNTED_MS else span(age_ms)
        text = self.tr("since %1").replace("%1", self._placing.clock(picture.since_ms))
        if picture.retry_in_s >= 1:
            return text + " · " + self.tr("retry after %1 s").replace("%1", f"{picture.retry_in_s:.0f}")
        if picture.state in {CameraState.WRONG_PASSWORD, CameraState.UNSUPPORTED}:
            return text + " · " + self.tr("not tried again")
        return text

    def _coming(self, camera: CameraId) -> str:
        """The tile still shows another camera: say which one it waits for."""
        number, state = self._console.cameras[camera].number, self._console.pictures.get(camera).state
        return f"→ {number} · {self._words.camera_state(state)}"
