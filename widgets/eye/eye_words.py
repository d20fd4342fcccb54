"""What the record says, in the operator's language: pictures, acts, holes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.eye import Happened, Picture, Scene, Seen
from console.ports import CameraState
from console.wall import ALARM_TILE, STRIP
from widgets.placing import Placing
from widgets.remote.remote_words import RemoteWords
from widgets.words import Words


class EyeWords(QObject):
    """An act without a word here is shown as the journal spells it."""

    def __init__(self, placing: Placing, words: Words, remote: RemoteWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._words = words
        self._remote = remote

    def window(self, name: str) -> str:
        return self.tr("Desk") if name == "desk" else self._remote.wall(name)

    def label(self, seen: Seen) -> str:
        """Number and name as they stood on the picture."""
        return f"{seen.view.number} {seen.view.name}".strip()

    def picture(self, seen: Seen) -> str:
        """What stood there, and how old it was."""
        view, age = seen.view, f"{seen.age_ms / 1000:.1f} s"
        match view.picture:
            case Picture.LIVE:
                return f"{self._words.live()} ≤ {age}"
            case Picture.DELAYED:
                return f"{self._words.delayed()} ≤ {age}"
            case Picture.STALE:
                return f"{self._words.not_live()} {age}"
            case Picture.REPLAY:
                return f"{self._replay()} −{age}"
            case Picture.HIDDEN:
                return self.tr("could not be seen")
            case _:
                known = view.state in set(CameraState)
                return self._words.camera_state(CameraState(view.state)) if known else self.tr("no picture yet")

    def _replay(self) -> str:
        return self.tr("REPLAY")

    def moment(self, at_ms: int) -> str:
        return self._placing.local(at_ms).strftime("%Y-%m-%d %H:%M:%S")

    def hole(self, scene: Scene) -> str:
        """Nothing was recorded: when it was, before and after."""
        text = self.tr("Nothing was recorded then.")
        if scene.before_s:
            text += " " + self.tr("Last before: %1.").replace("%1", self.moment(scene.before_s * 1000))
        if scene.after_s:
            text += " " + self.tr("First after: %1.").replace("%1", self.moment(scene.after_s * 1000))
        return text

    def happened(self, one: Happened) -> tuple[str, str]:
        """What changed, and who did it."""
        tile = self._tile(one.tile)
        if one.act:
            what = " · ".join(filter(None, (self._act(one.act), tile or str(one.data.get("salvo") or ""))))
            return what, ", ".join(filter(None, (one.who, one.position)))
        if one.view is None:
            return self.tr("%1: gone").replace("%1", tile), ""
        seen = Seen(one.tile, (0, 0, 0, 0), one.view, one.view.within_ms)
        plain = {
            Picture.LIVE: self._words.live(),
            Picture.DELAYED: self._words.delayed(),
            Picture.STALE: self._words.not_live(),
            Picture.REPLAY: self._replay(),
        }
        said = plain.get(one.view.picture) or self.picture(seen)
        return f"{tile}: {self.label(seen)}", said

    def _tile(self, name: str) -> str:
        """A tile of a wall has its number; those of the desk have names."""
        if name == ALARM_TILE:
            return self.tr("alarm tile")
        if name in STRIP:
            return self.tr("next best %1").replace("%1", name.rpartition("-")[2])
        return name

    def _act(self, act: str) -> str:
        return {
            "put": self.tr("put a camera"),
            "enter": self.tr("entered a number"),
            "swap": self.tr("exchanged two tiles"),
            "layout": self.tr("took another layout"),
            "page": self.tr("turned the page"),
            "zoom": self.tr("zoomed"),
            "full": self.tr("full screen"),
            "pin": self.tr("pinned"),
            "show_salvo": self.tr("showed a salvo"),
            "start_tour": self.tr("started a tour"),
            "stop_tour": self.tr("stopped a tour"),
            "restore": self.tr("sent the alarms away"),
            "next": self.tr("next camera of the alarm"),
            "best": self.tr("best camera of the alarm"),
            "remote": self.tr("sent here"),
        }.get(act, act)
