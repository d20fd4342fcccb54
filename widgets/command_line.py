"""The command line of the header: one box that finds everything, with a list that drops below it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console import announce
from console.app import Console
from console.consignments import consignments
from console.finding import MOST, Finding, Found, Sought
from console.model import Right, UnitId
from console.roll_call import RollCall, report_of
from widgets import lettering, theme
from widgets.dispatch.unit_words import UnitWords
from widgets.placing import Placing
from widgets.words import Words

FOUND = Qt.ItemDataRole.UserRole
ROW, LEAST_WIDTH, KIND_WIDTH = 32, 480, 96
HINT_AIR = 26  # px of the line beside what is written in it
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FoundRow(QStyledItemDelegate):
    """What it is, its name, and how far or where."""

    def __init__(self, line: CommandLine) -> None:
        super().__init__(line)
        self._line = line

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found | None = index.data(FOUND)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, theme.colour("bg.select" if chosen else "bg.raise"))
        inner = box.adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        if found is None:
            lettering.draw(painter, inner, "body", index.data(), theme.colour("text.dim"))
        else:
            self._found(painter, inner, found)
        if chosen:
            painter.setPen(theme.colour("text.hi"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()

    def _found(self, painter: QPainter, box: QRect, found: Found) -> None:
        kind, name, more = self._line.describe(found)
        dim = theme.colour("text.dim")
        lettering.draw(painter, QRect(box.x(), box.y(), KIND_WIDTH - 8, ROW), "note", kind, dim)
        width = lettering.width("note", more) + 2 if more else 0
        right = QRect(box.right() - width, box.y(), width, ROW)
        lettering.draw(painter, right, "note", more, dim, align=lettering.RIGHT)
        middle = QRect(box.x() + KIND_WIDTH, box.y(), right.x() - box.x() - KIND_WIDTH - 8, ROW)
        lettering.draw(painter, middle, "body", name, theme.colour("text.hi"))


class CommandLine(QLineEdit):
    """`chosen` carries the line Enter or a click acted on; `left` is emitted when the keys go back to the desk.

    Also shows the camera number that is typed while the keys belong to the desk.
    """

    chosen = Signal(object)  # Found
    left = Signal()

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._finding: Finding | None = None  # built when first asked, anew for another site
        self._roll: RollCall | None = None
        self._units = UnitWords(self)
        self.results = QListWidget(self)
        self.results.setItemDelegate(FoundRow(self))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setFrameShape(QFrame.Shape.Box)
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.itemClicked.connect(self.on_clicked)
        self.results.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.textEdited.connect(self.on_edited)
        console.announcer.subscribe(announce.SiteApplied, self.on_site_applied)
        self.retranslate()

    def retranslate(self) -> None:
        self.setFont(theme.font("body"))
        self._hint()
        self.setAccessibleName(self.tr("Command line"))

    def _hint(self) -> None:
        """What can be typed here, and the key; the key alone where there is room for no more."""
        hints = self.tr("number, place, alarm  Ctrl+K"), self.tr("number, place, alarm")
        room = self.width() - HINT_AIR
        self.setPlaceholderText(next((one for one in hints if lettering.width("body", one) <= room), "Ctrl+K"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    # ---- keys ----

    def begin(self) -> None:
        """Ctrl+K: the keys go here."""
        self.clear()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Esc, or done: the keys go back to where they were."""
        self.clear()
        self.results.hide()
        self.left.emit()

    def show_entry(self, typed: str) -> None:
        """The camera number that is being typed on the desk, "" when there is none."""
        if not self.hasFocus():
            self.setText(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act(self.results.currentItem())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.hide()

    def _step(self, by: int) -> None:
        rows = self.results.count()
        if rows:
            self.results.setCurrentRow((self.results.currentRow() + by) % rows)

    # ---- what is found ----

    def on_site_applied(self, _applied: announce.SiteApplied) -> None:
        self._finding = self._roll = None

    def on_edited(self, text: str) -> None:
        self.results.clear()
        for found in self.search(text):
            item = QListWidgetItem(" ".join(self.describe(found)), self.results)
            item.setData(FOUND, found)
        if not self.results.count() and text.strip():
            QListWidgetItem(self.tr("Nothing is called so"), self.results)
        self.results.setCurrentRow(0)
        self._drop(bool(text.strip()))

    def search(self, text: str) -> tuple[Found, ...]:
        """What the text may mean, the likeliest first."""
        if self._finding is None:
            self._finding = Finding(self._console.site, self._console.seeing.cameras_of)
        alarms = [(alarm.id, alarm.point) for alarm in self._console.alarms.rows()]
        found = self._finding.find(text, alarms, self.salvos())
        return (*self._sent(text), *self._pages(text), *self._called(text), *found)[:MOST]

    def _sent(self, text: str) -> Iterator[Found]:
        """Onto a wall of another position."""
        console = self._console
        if console.people.may(Right.WALLS):
            yield from consignments(text, console.sight.remote.targets(), console.cameras.values(), self.salvos())

    def _pages(self, text: str) -> Iterator[Found]:
        """Pages of the lower panel, by the beginning of one of their names in whatever language."""
        typed = text.strip().casefold()
        pages = (
            (Sought.DRILL, self.tr("Drill"), ("drill", "演练", "演練")),
            (
                Sought.PROOFS,
                self.tr("Proof of the alarm paths"),
                ("proof", "test of detectors", "报警测试", "警報測試"),
            ),
            (Sought.PERFORMANCE, self.tr("Alarm performance"), ("performance", "绩效", "績效")),
            (Sought.HANDOVER, self.tr("Change of shift"), ("handover", "shift", "交接班", "交班")),
            (Sought.SCREENS, self.tr("What was on the screens"), ("screens", "eye", "屏幕记录", "畫面紀錄")),
            (Sought.NEWCOMERS, self.tr("Devices without a place"), ("new", "unplaced", "新设备", "新裝置")),
            (Sought.HEALTH, self.tr("Health of the cameras"), ("health", "cameras", "摄像机健康", "攝影機健康")),
            (Sought.MEMORY, self.tr("Pictures in memory"), ("memory", "ring", "内存录像", "記憶體影像")),
            (Sought.ARRIVALS, self.tr("What arrives"), ("arrivals", "sources", "消息来源", "訊息來源")),
            (Sought.CASES, self.tr("Closed incidents"), ("closed", "cases", "已结警情", "結案紀錄")),
        )
        for kind, name, known in pages:
            if typed and any(word.startswith(typed) for word in (*known, name.casefold())):
                yield Found(kind, kind.value, name, name)

    def _called(self, text: str) -> tuple[Found, ...]:
        """Units and incidents; a bare number is a camera."""
        if self._roll is None:
            self._roll = RollCall(self._console.site.units)
        if text.strip().isdecimal():
            return ()
        incidents = self._console.dispatching.incidents()
        return self._roll.find(text, [(one.id, one.scene.name, one.scene.name_en) for one in incidents])

    def salvos(self) -> tuple[str, ...]:
        """Names of the stored arrangements of the wall."""
        return tuple(salvo.name for salvo in self._console.steering.salvos())

    def _drop(self, wanted: bool) -> None:
        """The list belongs to the window, so that it may lie over everything, and never takes the keys."""
        if not wanted:
            self.results.hide()
            return
        window = self.window()
        self.results.setParent(window)
        width = max(LEAST_WIDTH, self.width())
        right = self.mapTo(window, QPoint(self.width(), self.height() + 4))
        self.results.setGeometry(right.x() - width, right.y(), width, self.results.count() * ROW + 2)
        self.results.show()
        self.results.raise_()

    def on_clicked(self, item: QListWidgetItem) -> None:
        self._act(item)

    def _act(self, item: QListWidgetItem | None) -> None:
        found: Found | None = item.data(FOUND) if item is not None else None
        if found is not None:
            self.leave()
            self.chosen.emit(found)

    # ---- words ----

    def describe(self, found: Found) -> tuple[str, str, str]:
        """Kind, name, and what stands at the right: how far, or where."""
        name = self._placing.pick(found.name, found.name_en)
        if found.kind in (Sought.CAMERA, Sought.TILE) or (found.kind is Sought.SEND and found.number):
            name = f"{found.number} {name}"
        if found.kind in (Sought.UNIT, Sought.INCIDENT):
            name = f"{found.key} {name}"
        return self._kind(found), name, self._more(found)

    def _kind(self, found: Found) -> str:
        return {
            Sought.CAMERA: self.tr("Camera"),
            Sought.ALARM: self.tr("Alarm"),
            Sought.POINT: self.tr("Point"),
            Sought.BUILDING: self.tr("Building"),
            Sought.FLOOR: self.tr("Floor"),
            Sought.SALVO: self.tr("Salvo"),
            Sought.TILE: self.tr("Onto tile"),
            Sought.UNIT: self.tr("Unit"),
            Sought.INCIDENT: self.tr("Incident"),
            Sought.REPORT: self.tr("Unit says"),
            Sought.SEND: self.tr("Send"),
            Sought.DRILL: self.tr("Page"),
            Sought.PROOFS: self.tr("Page"),
            Sought.HANDOVER: self.tr("Page"),
            Sought.PERFORMANCE: self.tr("Page"),
            Sought.SCREENS: self.tr("Page"),
            Sought.NEWCOMERS: self.tr("Page"),
            Sought.HEALTH: self.tr("Page"),
            Sought.MEMORY: self.tr("Page"),
            Sought.ARRIVALS: self.tr("Page"),
            Sought.CASES: self.tr("Page"),
        }[found.kind]

    def _more(self, found: Found) -> str:
        if found.distance_m is not None:
            return f"{found.distance_m:.0f} m"
        if found.kind in (Sought.TILE, Sought.SEND):
            typed = found.key.removeprefix(str(found.number or found.name))
            return typed.removeprefix("*") if found.kind is Sought.TILE else typed
        if found.kind is Sought.REPORT:
            return self._units.status(report_of(found.key)[1])
        if found.kind is Sought.UNIT:
            return self._status(UnitId(found.key))
        if found.kind in (Sought.CAMERA, Sought.POINT):
            return self._placing.floor(found.building, found.floor)
        return ""

    def _status(self, unit: UnitId) -> str:
        """What a unit does now."""
        found = (one for one in self._console.dispatching.units() if one.id == unit)
        return next((self._units.status(one.status) for one in found), "")
