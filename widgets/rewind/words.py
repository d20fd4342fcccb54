"""What is said of instant replay, in the operator's language. An unknown code is shown as it is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.rewinding import Kept
from console.rewinds import MemoryTold, Shortage
from widgets.player.words import PlayerWords

MEGA = 1024 * 1024


class RewindWords(QObject):
    """Looked up when painted, so a language switch needs no rebuilding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips = PlayerWords(self)

    def shortage(self, code: Shortage, granted_s: float = 0.0) -> str:
        """Why memory has less of a camera; "" when it has all that is wanted."""
        words = {
            Shortage.NONE: "",
            Shortage.KEYFRAMES: self.tr("key frames only"),
            Shortage.NOT_HOT: self.tr("not kept ready"),
            Shortage.NO_SUB: self.tr("no sub-stream"),
            Shortage.BUDGET: self.tr("no room in memory"),
            Shortage.PART: self.tr("room for %1 s").replace("%1", f"{granted_s:.0f}"),
            Shortage.YOUNG: self.tr("connected only since then"),
            Shortage.NO_CAMERA: self.tr("nothing is kept of it"),
        }
        return words[code]

    def ended(self, code: str) -> str:
        """Why the pictures are live again; "" when the operator wanted it so."""
        return {
            "idle": self.tr("Live again: nobody touched the replay for two minutes"),
            "taken": self.tr("Live again: the tile shows another camera"),
            "stopped": self.tr("Replay over: the video process ended, its memory is gone"),
            "nothing_held": self.tr("Memory has no picture of this camera"),
            "no_answer": self.tr("No replay: the video process does not answer"),
        }.get(code, "")

    def memory(self, told: MemoryTold | None) -> str:
        """How much of the budget is in use."""
        if told is None:
            return ""
        text = self.tr("Memory %1 of %2 MB").replace("%1", f"{(told.used + told.held) / MEGA:.0f}")
        return text.replace("%2", f"{told.budget / MEGA:.0f}")

    def held(self, seconds: float) -> str:
        return self.tr("%1 s held").replace("%1", f"{seconds:.0f}")

    def kept(self, kept: Kept) -> str:
        """What became of the clips that were ordered last; "" when none was."""
        if kept.code:
            return self.not_kept(kept.code)
        if kept.waiting:
            return self.tr("%n clip(s) being saved", "", kept.waiting)
        if len(kept.paths) == 1:
            return self.saved(kept.paths[0])
        return self.tr("%n clip(s) saved", "", len(kept.paths)) if kept.paths else ""

    def saved(self, path: str) -> str:
        return self.tr("Saved: %1").replace("%1", path.rpartition("/")[2])

    def not_kept(self, code: str) -> str:
        return self.tr("Not saved: %1").replace("%1", self._clips.clip_trouble(code))

    def missing(self) -> str:
        """Where a tile has no picture of the moment that is shown."""
        return self.tr("Memory has no picture of this moment")
