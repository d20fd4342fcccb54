"""Why a unit is recommended or left out, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.dispatching import LeftOut, Reason, ReasonCode, Recommendation
from widgets.dispatch.unit_words import UnitWords
from widgets.placing import span

# What speaks against a unit is read first: it must not be what a narrow column leaves out.
FIRST = (ReasonCode.BUSY, ReasonCode.NO_ANSWER, ReasonCode.DECLINED, ReasonCode.LACKS_SKILL)


class ReasonWords(QObject):
    """Translates the codes and figures of a recommendation."""

    def __init__(self, units: UnitWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units = units

    def line(self, one: Recommendation) -> str:
        """Every reason, what speaks against it first."""
        reasons = sorted(one.reasons, key=lambda reason: reason.code not in FIRST)
        return " · ".join(filter(None, (self._reason(reason) for reason in reasons)))

    def _reason(self, reason: Reason) -> str:
        """One text is translated, not all of them: a dozen units have some reasons each."""
        match reason.code:
            case ReasonCode.SKILL | ReasonCode.LACKS_SKILL:
                text = self.tr("has %1") if reason.code is ReasonCode.SKILL else self.tr("lacks %1")
                text = text.replace("%1", self._units.skill(reason.word))
            case ReasonCode.FROM_POSITION | ReasonCode.NO_ANSWER:
                is_place = reason.code is ReasonCode.FROM_POSITION
                text = self.tr("position %2 ago") if is_place else self.tr("no answer %2")
                text = text.replace("%2", span(reason.figure * 1000))
            case ReasonCode.BUSY:
                text = self.tr("at incident %3").replace("%3", reason.word)
            case ReasonCode.NEAREST:
                text = self.tr("nearest free")
            case ReasonCode.FROM_STATION:
                text = self.tr("from its station")
            case ReasonCode.DECLINED:
                text = self.tr("has declined")
            case ReasonCode.RETURNING:
                text = self.tr("on its way back")
        return text

    def left_out(self, code: LeftOut) -> str:
        """Why a unit is not in the list."""
        return {
            LeftOut.NONE: "",
            LeftOut.OUT_OF_SERVICE: self.tr("out of service"),
            LeftOut.NO_POSITION: self.tr("no position"),
            LeftOut.NO_SKILL: self.tr("none of the skills"),
            LeftOut.ON_THIS_INCIDENT: self.tr("sent already"),
        }[code]
