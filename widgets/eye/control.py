"""What can be asked of the record: which position, which window, which second; and steps from there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from widgets.dispatch.button_rows import ButtonRows
from widgets.left_side import LeftForm

STEPS_S = (-10, -1, 1, 10)


class EyeControl(LeftForm):
    """Fields and buttons only; the page knows what they do. `asked`: another position, window or time was given."""

    asked = Signal()
    step_asked = Signal(int)  # seconds
    now_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.position, self.window_name = QComboBox(self), QComboBox(self)
        self.day, self.time = QLineEdit(self), QLineEdit(self)
        self.steps = {step: QPushButton(self) for step in STEPS_S}
        self.now = QPushButton(self)
        buttons = ButtonRows((*self.steps.values(), self.now), self)
        self.lay_out((), (self.position, self.window_name, self.day, self.time), (buttons, self.said))
        for box in (self.position, self.window_name):
            box.currentIndexChanged.connect(self.asked)
        for line in (self.day, self.time):
            line.returnPressed.connect(self.asked)
        for step, button in self.steps.items():
            button.clicked.connect(lambda _=False, s=step: self.step_asked.emit(s))
        self.now.clicked.connect(self.now_asked)

    def offer(self, positions: Sequence[str], windows: Sequence[tuple[str, str]]) -> None:
        """Those that can be asked for, `windows` by name and word; what is chosen stays chosen."""
        _offer(self.position, [(one, one) for one in positions])
        _offer(self.window_name, windows)

    def show_moment(self, day: str, time: str) -> None:
        """The second that is shown; what is being typed is left alone."""
        for line, text in ((self.day, day), (self.time, time)):
            if not (line.hasFocus() and line.isModified()):
                line.setText(text)

    def retranslate(self) -> None:
        self.name_fields(self.tr("Position"), self.tr("Window"), self.tr("Day"), self.tr("Time"))
        for step, button in self.steps.items():
            button.setText(self.tr("%1 s").replace("%1", f"{step:+d}".replace("-", "−")))
        self.now.setText(self.tr("Now"))
        super().retranslate()


def _offer(box: QComboBox, items: Sequence[tuple[str, str]]) -> None:
    there = [(str(box.itemData(at)), box.itemText(at)) for at in range(box.count())]
    if there == list(items):
        return
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for key, text in items:
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
