"""What else can be done about the chosen alarm: put it aside, bring it back, take it over. Only what can be done."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.alarms import Alarm, Aside
from console.app import Console
from console.areas import is_made
from console.model import AlarmClass, Right
from console.model.ids import of_site, principal
from widgets import theme
from widgets.plan.chips import HEIGHT, Chip

SHELVED_LONG = (AlarmClass.SUPERVISORY, AlarmClass.TROUBLE)
NEVER_SHELVED = (AlarmClass.FIRE, AlarmClass.WARNING)


class Deed(StrEnum):
    SHELVE = "shelve"
    UNSHELVE = "unshelve"
    OUT_OF_SERVICE = "out_of_service"
    PUT_BACK = "put_back"
    ON_TEST = "on_test"
    END_TEST = "end_test"
    TAKE = "take"


class AlarmActs(QWidget):
    """One row of small buttons; `asked` carries the deed."""

    asked = Signal(object)  # Deed

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self.chips = {deed: Chip(self, checkable=False) for deed in Deed}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GUTTER)
        for deed, chip in self.chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(lambda _=False, one=deed: self.asked.emit(one))
            row.addWidget(chip)
        row.addStretch(1)
        self.setFixedHeight(HEIGHT)
        self.hide()

    def show_alarm(self, alarm: Alarm | None) -> None:
        """Offer what can be done about it by the person here."""
        offered = self.offered(alarm) if alarm is not None else frozenset()
        for deed, chip in self.chips.items():
            if (deed in offered) == chip.isHidden():
                chip.setVisible(deed in offered)
        if bool(offered) == self.isHidden():
            self.setVisible(bool(offered))

    def offered(self, alarm: Alarm) -> frozenset[Deed]:
        deeds = {Deed.TAKE} if alarm.acknowledged is not None and alarm.owner != self._console.seat.by else set()
        return frozenset(deeds | self._of_the_alarm(alarm) | self._of_its_point(alarm))

    def _of_the_alarm(self, alarm: Alarm) -> set[Deed]:
        if alarm.aside is Aside.SHELVED and self._may(Right.SHELVE, alarm):
            return {Deed.UNSHELVE}
        right = Right.SHELVE_LONG if alarm.alarm_class in SHELVED_LONG else Right.SHELVE
        can = alarm.aside is None and not alarm.is_closed and alarm.alarm_class not in NEVER_SHELVED and not alarm.red
        can = can and alarm.heightened is None
        return {Deed.SHELVE} if can and self._may(right, alarm) else set()

    def _of_its_point(self, alarm: Alarm) -> set[Deed]:
        is_device = principal(alarm.point) == alarm.point and not is_made(alarm.point)
        if not is_device or self._console.points.get(alarm.point) is None:
            return set()  # a camera, a link, a rule: nothing that could be taken out of service
        deeds: set[Deed] = set()
        if self._may(Right.OUT_OF_SERVICE, alarm):
            if alarm.out_of_service is not None:
                deeds.add(Deed.PUT_BACK)
            elif not alarm.is_pressing:
                deeds.add(Deed.OUT_OF_SERVICE)
        if self._may(Right.TEST, alarm):
            if alarm.on_test is not None:
                deeds.add(Deed.END_TEST)
            elif not alarm.is_pressing:
                deeds.add(Deed.ON_TEST)
        return deeds

    def _may(self, right: Right, alarm: Alarm) -> bool:
        return self._console.people.may(right, alarm.alarm_class, of_site(alarm.point))

    def retranslate(self) -> None:
        words = {
            Deed.SHELVE: self.tr("Shelve…"),
            Deed.UNSHELVE: self.tr("Unshelve"),
            Deed.OUT_OF_SERVICE: self.tr("Out of service…"),
            Deed.PUT_BACK: self.tr("Back in service"),
            Deed.ON_TEST: self.tr("On test…"),
            Deed.END_TEST: self.tr("End test"),
            Deed.TAKE: self.tr("Take over"),
        }
        for deed, chip in self.chips.items():
            chip.say(words[deed])
            chip.updateGeometry()
