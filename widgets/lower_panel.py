"""The panel below the alarm tile: plan, camera wall, clips or trends. An alarm brings the plan, Esc what was there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from console.clock import Clock
from console.wall import POINTER_MS
from widgets.pace import Steady

PLAN, WALL, CLIP, TRENDS, INCIDENT, DRILL = "plan", "wall", "clip", "trends", "incident", "drill"
PROOFS, HANDOVER, PERFORMANCE, EYE = "proofs", "handover", "performance", "eye"  # seldom: a button only while shown
NEWCOMERS = "newcomers"  # devices without a place
HEALTH, MEMORY = "health", "memory"  # of the cameras, of their pictures; seldom, too
ARRIVALS = "arrivals"  # messages, by source
CASES = "cases"  # closed incidents
LOOK_MS = 500  # how often it is looked whether the pointer moves


class LowerPanel(QStackedWidget):
    """Hidden while it has no page. `page_changed` carries the name of the page that is shown now."""

    page_changed = Signal(str)
    pin_changed = Signal()
    focus_lost = Signal()  # the page that had the keys is not shown any more

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._pages: dict[str, QWidget] = {}
        self._before: str | None = None  # the page an alarm replaced
        self._pointer = QCursor.pos()
        self._moved_ns = -POINTER_MS * 1_000_000
        self.pinned = False
        self.setVisible(False)
        self._timer = Steady(LOOK_MS, self.on_look, self)
        self._timer.begin()

    def add(self, name: str, page: QWidget) -> None:
        """One more page; the first one is shown."""
        self._pages[name] = page
        self.addWidget(page)
        self.setVisible(True)
        self.page_changed.emit(self.page)

    def pin(self, on: bool) -> None:
        """A pinned page stays when an alarm comes."""
        self.pinned = on
        self.pin_changed.emit()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._pages)

    @property
    def page(self) -> str:
        """Name of the page that is shown, "" without pages."""
        return next((name for name, page in self._pages.items() if page is self.currentWidget()), "")

    def show_page(self, name: str) -> None:
        """The operator wants this page; there is nothing to give back after it."""
        self._before = None
        self._show(name)

    def alarm_came(self) -> None:
        """The plan comes forward, unless the operator has a hand on this panel or has pinned it."""
        if self.page == PLAN or PLAN not in self._pages or self.pinned or self.is_in_hand():
            return
        self._before = self._before or self.page
        self._show(PLAN)

    def give_back(self) -> bool:
        """Esc: the page an alarm replaced comes back. Whether there was one."""
        before, self._before = self._before, None
        if before is None or before == self.page:
            return False
        self._show(before)
        return True

    def is_in_hand(self) -> bool:
        """Whether the focus is in it, or a pointer that was not just left there."""
        if self._has_focus():
            return True
        self.on_look()
        return self._is_under_pointer() and self._clock.monotonic_ns() - self._moved_ns < POINTER_MS * 1_000_000

    def on_look(self) -> None:
        """Remember when the pointer moved last."""
        pointer = QCursor.pos()
        if pointer != self._pointer:
            self._pointer, self._moved_ns = pointer, self._clock.monotonic_ns()

    def _is_under_pointer(self) -> bool:
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def _show(self, name: str) -> None:
        if name in self._pages and name != self.page:
            had_focus = self._has_focus()
            self.setCurrentWidget(self._pages[name])
            self.page_changed.emit(name)
            if had_focus:  # else Qt gives it to the first button of the new page, and Space would press that
                self.focus_lost.emit()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)
