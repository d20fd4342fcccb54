"""Why a unit is recommended or left out, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.dispatching import LeftOut, Reason, ReasonCode, Recommendation
from widgets.dispatch.unit_words import UnitWords
from widgets.placing import span

FIRST = (ReasonCode.BUSY, ReasonCode.NO_ANSWER, ReasonCode.DECLINED)  # what speaks against it is read first


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
        text = {
            ReasonCode.NEAREST: self.tr("nearest free"),
            ReasonCode.FROM_POSITION: self.tr("position %2 ago"),
            ReasonCode.FROM_STATION: self.tr("from its station"),
            ReasonCode.SKILL: self.tr("has %1"),
            ReasonCode.LACKS_SKILL: self.tr("no %1"),
            ReasonCode.BUSY: self.tr("at incident %3"),
            ReasonCode.NO_ANSWER: self.tr("no answer %2"),
            ReasonCode.DECLINED: self.tr("has declined"),
            ReasonCode.RETURNING: self.tr("on its way back"),
        }[reason.code]
        text = text.replace("%1", self._units.skill(reason.word)).replace("%3", reason.word)
        return text.replace("%2", span(reason.figure * 1000))

    def left_out(self, code: LeftOut) -> str:
        """Why a unit is not in the list."""
        return {
            LeftOut.NONE: "",
            LeftOut.OUT_OF_SERVICE: self.tr("out of service"),
            LeftOut.NO_POSITION: self.tr("no position"),
            LeftOut.NO_SKILL: self.tr("none of the skills"),
            LeftOut.ON_THIS_INCIDENT: self.tr("sent already"),
        }[code]
