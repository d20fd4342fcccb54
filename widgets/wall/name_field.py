"""Where a name is typed on the bar: Enter keeps it, Esc leaves it, and the keys go back to where they came from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

LONGEST = 40


class NameField(QLineEdit):
    """Hidden until `ask`; hides itself when the focus goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._came_from: QWidget | None = None
        self.setMaxLength(LONGEST)
        self.hide()

    def ask(self) -> None:
        """Take the keys for a new name."""
        focus = QApplication.focusWidget()
        self._came_from = focus if focus is not self else self._came_from
        self.clear()
        self.show()
        self.setFocus()

    def leave(self) -> None:
        """Give the keys back: otherwise the next button would have them, and no alarm would bring the plan."""
        came_from = self._came_from
        if self.hasFocus() and came_from is not None and came_from.isVisible():
            came_from.setFocus()
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field while it has the keys, not to the pictures of an alarm."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
