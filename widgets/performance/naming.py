"""What a point of the record is called: by the site as it is now, else as the alarm itself named it. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.app import Console
from console.model import CameraId, PointId
from widgets.placing import Placing, joined
from widgets.trends.telling import base
from widgets.words import Words


class Naming(QObject):
    """Asked at every refresh."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._names = names

    def title(self, point: PointId, kind: str, label: str = "") -> str:
        """What and where, in one line."""
        return joined(self._names.kind(kind), self.where(point, label))

    def place_first(self, point: PointId, kind: str, label: str = "") -> str:
        """The same for a narrow column: kinds repeat, places tell points apart."""
        return f"{self.where(point, label)} · {self._names.kind(kind)}"

    def where(self, point: PointId, label: str = "") -> str:
        """The place: a point, a camera, or whatever the record says."""
        device = base(point)
        known = self._console.points.find(device)
        if known is not None:
            return self._placing.pick(known.name, known.name_en)
        name = device.partition("/")[2].partition("#")[0]
        camera = self._console.cameras.get(CameraId(name)) if device.startswith("camera/") else None
        if camera is not None:
            return f"{camera.number} {self._placing.camera(camera)}"
        return label or name
