"""Words for the load: what gives way, what showed it, what a layout would need. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.overload import Forecast, Stage, State, Why


class LoadWords(QObject):
    """Two lines each: what, and why."""

    def held_back(self, state: State, since: str) -> tuple[str, str]:
        """What gives way now, since when, and what showed that it must."""
        said = self.tr("Overload: %1").replace("%1", self._stage(state.stage, state.slowed, state.paused))
        return said, self.tr("since %1 · %2").replace("%1", since).replace("%2", self._why(state))

    def weighed(self, layout: str, seen: Forecast) -> tuple[str, str]:
        """What a layout would need, what would give way for it, and how to have it all the same."""
        need, limit = str(round(seen.need * 100)), str(round(seen.limit * 100))
        said = self.tr("%1 tiles would need about %2 % of the processor; pictures may take %3 %")
        slowed = seen.tiles - seen.paused
        then = self.tr("Then: %1. Once more shows it all the same")
        return (
            said.replace("%1", layout).replace("%2", need).replace("%3", limit),
            then.replace("%1", self._stage(seen.stage, slowed, seen.paused)),
        )

    def paused(self) -> str:
        """On a tile that gets no pictures."""
        return self.tr("Paused: overload")

    def _stage(self, stage: Stage, slowed: int, paused: int) -> str:
        match stage:
            case Stage.PAUSED if not slowed:
                return self.tr("%1 tiles paused").replace("%1", str(paused))
            case Stage.PAUSED:
                text = self.tr("%1 tiles paused, %2 slowed to a quarter")
                return text.replace("%1", str(paused)).replace("%2", str(slowed))
            case Stage.QUARTER:
                return self.tr("%1 tiles slowed to a quarter").replace("%1", str(slowed))
            case Stage.HALF:
                return self.tr("%1 small tiles slowed to half").replace("%1", str(slowed))
            case _:
                return self.tr("views of unseen cameras not checked")

    def _why(self, state: State) -> str:
        match state.why:
            case Why.LATE:
                return self.tr("%1 % of the pictures came late").replace("%1", str(state.late))
            case Why.WINDOW:
                return self.tr("the windows do not come to paint them")
            case _:
                return self.tr("pictures took %1 % of the processor").replace("%1", str(state.load))
