"""What is asked before something is put aside: shelved, taken out of service, put on test. In the foot of the column.

Never a dialog over the room: an alarm that comes meanwhile is seen, and what was typed stays with its alarm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCompleter, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.clock import Clock
from console.model import AlarmId, PointId
from widgets import theme
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.hold_button import HoldButton

HOUR = 60  # minutes
TEXT_MOST = 400


class Way(StrEnum):
    SHELVE = "shelve"
    OUT_OF_SERVICE = "out_of_service"
    ON_TEST = "on_test"


@dataclass(frozen=True, slots=True)
class About:
    """What the form is about. `point` "" has to be named in the form; `minutes` are offered; `two`: a second person."""

    way: Way
    title: str
    minutes: tuple[int, ...]
    alarms: tuple[AlarmId, ...] = ()
    point: PointId | None = None
    two: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in. `text` is the reason or the permit."""

    about: About
    point: str
    minutes: int
    text: str
    measure: str
    person: str
    secret: str


class AsideForm(QWidget):
    """Hidden until `begin`. Several at once are shelved by a button held for a second."""

    given = Signal(object)  # Given
    begun = Signal()
    done = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about: About | None = None
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setStyleSheet(f"color: {theme.TOKENS['text.hi']}")
        self._names = QStringListModel(self)
        self.point, self.text, self.measure, self.person, self.secret = (QLineEdit(self) for _ in range(5))
        self._durations = tuple(QPushButton(self) for _ in range(5))
        self._group = QButtonGroup(self)
        self.confirm, self.hold, self.back = QPushButton(self), HoldButton(clock, self), QPushButton(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.point.setCompleter(completer)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for button in self._durations:
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(self.refresh)
        for field in self._fields():
            field.setMaxLength(TEXT_MOST)
            field.textChanged.connect(self.refresh)
        for button in (*self._durations, self.confirm, self.hold, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.confirm.clicked.connect(self.on_given)
        self.hold.held.connect(self.on_given)
        self.back.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        rows = (
            self._title, self.point, ButtonRows(self._durations, self), self.text, self.measure, self.person,
            self.secret, ButtonRows([self.confirm, self.hold, self.back], self),
        )  # fmt: skip
        for widget in rows:
            column.addWidget(widget)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.point, self.text, self.measure, self.person, self.secret

    # ---- life ----

    @property
    def is_open(self) -> bool:
        return self.about is not None

    def begin(self, about: About, points: Sequence[str] = ()) -> None:
        """Ask about this; `points`: the names that may be given where none is known yet."""
        self.about = about
        for field in self._fields():
            field.clear()
        self._names.setStringList(list(points))
        for button, minutes in zip(self._durations, (*about.minutes, *(0,) * 5), strict=False):
            button.setProperty("minutes", minutes)
            button.setVisible(minutes > 0)
        self._durations[0].setChecked(True)
        self._show_fields(about)
        self.retranslate()
        self.show()
        first = self.text if about.way is not Way.ON_TEST else self._durations[0]
        self.begun.emit()
        (self.point if self.point.isVisibleTo(self) else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fields(self, about: About) -> None:
        is_out = about.way is Way.OUT_OF_SERVICE
        shown = {
            self.point: not about.point and not about.alarms, self.text: about.way is not Way.ON_TEST,
            self.measure: is_out, self.person: about.two, self.secret: about.two,
            self.hold: len(about.alarms) > 1, self.confirm: len(about.alarms) <= 1,
        }  # fmt: skip
        for widget, wanted in shown.items():
            widget.setVisible(wanted)

    def minutes(self) -> int:
        """How long, as chosen."""
        chosen = self._group.checkedButton()
        return int(chosen.property("minutes")) if chosen is not None else 0

    def refresh(self) -> None:
        """What is missing keeps the button shut."""
        shown = (field for field in self._fields() if field.isVisibleTo(self))
        ready = self.minutes() > 0 and all(field.text().strip() for field in shown)
        self.confirm.setEnabled(ready)
        self.hold.setEnabled(ready)

    def on_given(self) -> None:
        if self.about is None:
            return
        texts = [field.text().strip() for field in self._fields()]
        point, text, measure, person, _ = texts
        given = Given(self.about, point, self.minutes(), text, measure, person, self.secret.text())
        self.leave()
        self.given.emit(given)

    def leave(self) -> bool:
        """Nothing is asked any more; whether anything was. A secret is forgotten at once."""
        was_open, self.about = self.about is not None, None
        self.secret.clear()
        self.hide()
        if was_open:
            self.done.emit()
        return was_open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.confirm.isVisible():
            self.confirm.click()
        else:
            super().keyPressEvent(event)

    # ---- words ----

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        if self.about is None:
            return
        words = {
            Way.SHELVE: (self.tr("Shelve: %1"), self.tr("Reason"), self.tr("Shelve")),
            Way.OUT_OF_SERVICE: (
                self.tr("Out of service: %1"), self.tr("Permit number"), self.tr("Take out of service"),
            ),
            Way.ON_TEST: (self.tr("On test: %1"), "", self.tr("Put on test")),
        }  # fmt: skip
        title, text, confirm = words[self.about.way]
        self._title.setText(title.replace("%1", self.about.title))
        hints = {
            self.point: self.tr("Detector"), self.text: text,
            self.measure: self.tr("What is done instead, e.g. fire watch"),
            self.person: self.tr("Second person"), self.secret: self.tr("Password of the second person"),
        }  # fmt: skip
        for field, hint in hints.items():
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.setFont(theme.font("body"))
        for button in self._durations:
            button.setText(self._duration(int(button.property("minutes") or 0)))
        self.confirm.setText(confirm)
        self.hold.setText(self.tr("%1: hold 1 s").replace("%1", confirm))
        self.back.setText(self.tr("Back"))
        self._title.setFont(theme.font("body.strong"))
        for button in (*self._durations, self.confirm, self.hold, self.back):
            button.setFont(theme.font("body.strong"))
        self.refresh()

    def _duration(self, minutes: int) -> str:
        if minutes % (24 * HOUR) == 0 and minutes:
            return self.tr("%1 d").replace("%1", str(minutes // (24 * HOUR)))
        if minutes % HOUR == 0:
            return self.tr("%1 h").replace("%1", str(minutes // HOUR))
        return self.tr("%1 min").replace("%1", str(minutes))
