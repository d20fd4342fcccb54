"""The talk bar below the plan: composes its parts, tells the desk which groups are in view, follows announcements."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from console import announce
from console.app import Console
from console.talking import Talking
from widgets import theme
from widgets.placing import Placing
from widgets.screens.displayed import is_displayed
from widgets.talk.button import TalkButton
from widgets.talk.hand import Hand, With
from widgets.talk.ink import AIR, REST, Ink
from widgets.talk.meter import Meter
from widgets.talk.spoke import Spoke
from widgets.talk.targets import Targets
from widgets.talk.words import TalkWords

PAD = 8
BUTTON_LEAST, BUTTON_MOST = 160, 224
SPOKE_LEAST, SPOKE_MOST = 206, 520
TARGETS_MOST = 1_200
METER = 20
LIVE_MS = 200  # how often times are painted anew while somebody speaks
WIDE = 900


class TalkBar(QWidget):
    """Exists only at a position that can talk (`Talking.is_on`)."""

    def __init__(self, console: Console, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._told = console.talking  # whom we told last what is in view
        self.words = TalkWords(self)
        self.button = TalkButton(console, self.words, self)
        self.targets = Targets(console, placing, self.words, self)
        self.spoke = Spoke(console, placing, self.words, self)
        self.meter = Meter(console, self)
        self.hand = Hand(console, self.tell_shown, self)
        self.button.grasped.connect(lambda: self.hand.press(With.MOUSE))
        self.button.dropped.connect(lambda: self.hand.let_go(With.MOUSE))
        self.targets.shown_changed.connect(self.tell_shown)
        self._timer = QTimer(self)
        self._timer.setInterval(LIVE_MS)
        self._timer.timeout.connect(self.refresh)
        for kind in (announce.TalkChanged, announce.SiteApplied, announce.DrillChanged):
            console.announcer.subscribe(kind, self.on_changed)
        console.announcer.subscribe(announce.MicrophoneMoved, self.on_microphone)
        self.refresh()

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    @property
    def ink(self) -> Ink:
        """White while our voice goes out, whoever opened the gate."""
        return AIR if self._talking.button.is_on_air else REST

    # ---- announcements -------------------------------------------------------------------------------------------

    def on_changed(self, _announced: announce.Announcement) -> None:
        self.refresh()

    def on_microphone(self, _announced: announce.MicrophoneMoved) -> None:
        self.meter.refresh(self.ink)

    def refresh(self) -> None:
        """Everything as the desk has it now."""
        ink = self.ink
        self.targets.refresh(ink)
        self.tell_shown()
        self.button.refresh()
        self.spoke.refresh(ink)
        self.meter.refresh(ink)
        is_live = self._talking.press_now is not None or bool(self._talking.speaking())
        if is_live != self._timer.isActive():
            (self._timer.start if is_live else self._timer.stop)()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    # ---- what the operator sees ----------------------------------------------------------------------------------

    def tell_shown(self) -> None:
        """Nobody is spoken to who is not in view: not behind a minimised window or a panel, not without a cell.

        Nor the groups of the live room while it sees a drill, nor those of a drill that is not seen any more.
        """
        if self._told is not self._talking:
            self._told.show(())
            self._told = self._talking
        self._talking.show(self.targets.shown() if is_displayed(self) else ())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.tell_shown()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.tell_shown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange and watched is self.window():
            self.tell_shown()
        return False

    # ---- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers() and not event.isAutoRepeat():
            self._talking.play_last()
        else:
            super().keyPressEvent(event)

    def has_keys(self) -> bool:
        """Whether the focus is in the bar."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # ---- places --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height() - 2 * PAD
        button = 184 if WIDE <= width < 2 * WIDE else BUTTON_LEAST if width < WIDE else BUTTON_MOST
        spoke = max(SPOKE_LEAST, min(SPOKE_MOST, (width - button) * 35 // 100))
        targets = min(TARGETS_MOST, width - button - spoke - 4 * PAD)
        self.button.setGeometry(PAD, PAD, button, height)
        self.targets.setGeometry(button + 2 * PAD, PAD, targets, height)
        left = button + targets + 3 * PAD
        self.spoke.setGeometry(left, PAD, spoke, height - METER)
        self.meter.setGeometry(left, PAD + height - METER, spoke, METER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour(self.ink.ground))
