"""Why a camera stands where it stands, in words: the chip on the tile and the line in the list."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.cameras import Choice, Ranking, Reason, ReasonCode
from widgets.words import Words

NAMED = 6  # offline cameras listed by number


class Reasons(QObject):
    """Translates the codes and numbers of a choice."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def is_offline(self, choice: Choice) -> bool:
        return ReasonCode.OFFLINE in choice.has

    def chip(self, choice: Choice) -> str:
        """The short form on the tile: "sees it · 4 m · 195 px/m"."""
        parts = [self._words.tier(int(choice.tier))]
        if choice.distance_m is not None:
            parts.append(f"{choice.distance_m:.0f} m")
        if choice.px_per_m is not None:
            parts.append(f"{choice.px_per_m:.0f} px/m")
        if ReasonCode.SIGHT_UNKNOWN in choice.has:
            parts.append(self.tr("line of sight unknown"))
        return " · ".join(parts)

    def without_picture(self, ranking: Ranking | None, *, named: bool = True) -> str:
        """Why an alarm has no picture: nothing looks there, or everything that does (`named`: which) is offline."""
        if ranking is None or not ranking.skipped:
            return self.tr("No camera covers this detector")
        if not named:
            return self.tr("Every camera of this detector is offline")
        numbers = [str(choice.camera.number) for choice in ranking.skipped[:NAMED]]
        numbers += ["…"] if len(ranking.skipped) > NAMED else []
        return self.tr("Every camera of this detector is offline: %1").replace("%1", ", ".join(numbers))

    def line(self, choice: Choice) -> str:
        """Every reason, for the list; an offline camera says so first."""
        words = [self._words.tier(int(choice.tier))]
        words += [word for word in (self._reason(reason) for reason in choice.reasons) if word]
        if choice.distance_m is not None:
            words.append(f"{choice.distance_m:.0f} m")
        if choice.px_per_m is not None:
            words.append(f"{choice.px_per_m:.0f} px/m")
        text = " · ".join(words)
        return self.tr("offline, would be: %1").replace("%1", text) if self.is_offline(choice) else text

    def _reason(self, reason: Reason) -> str:
        """What the tier's own word does not say already; "" when it does."""
        text = {
            ReasonCode.CAN_TURN: self.tr("turn %1°"),
            ReasonCode.ADJACENT_FLOOR: self.tr("floor %1"),
            ReasonCode.STAIR: self.tr("stair, floor %1"),
            ReasonCode.FLOOR_UNKNOWN: self.tr("floor not known"),
            ReasonCode.BEYOND: self.tr("too far to count"),
            ReasonCode.SIGHT_UNKNOWN: self.tr("line of sight unknown"),
            ReasonCode.BEHIND_WALL: self.tr("wall between"),
            ReasonCode.BEYOND_RANGE: self.tr("beyond its range"),
            ReasonCode.OUT_OF_VIEW: self.tr("looks elsewhere"),
            ReasonCode.BEYOND_PAN: self.tr("beyond its pan limits"),
            ReasonCode.RIGHT_ABOVE: self.tr("right above"),
            ReasonCode.TARGET_NOT_PLACED: self.tr("detector not on the plan"),
            ReasonCode.CAMERA_NOT_PLACED: self.tr("camera not on the plan"),
        }.get(reason.code, "")
        number = f"{reason.params[0]:+.0f}" if "floor" in reason.code.value and reason.params else ""
        number = number or (f"{reason.params[0]:.0f}" if reason.params else "")
        return text.replace("%1", number)
