"""The windows of a room: Qt's application, the pump, the language, and the end. GUI thread."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QSocketNotifier, QTimer, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from console.app import Console
from console.collecting import Collecting
from console.loop import APPLY, RELOAD, obey, on_site_signals
from console.room import Room
from widgets import pseudo, theme
from widgets.eye.gaze import Gaze
from widgets.heartbeat import Heartbeat
from widgets.pump import Pump
from widgets.screens.windows import Look, Windows

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"


def show(room: Room) -> int:
    """Open the windows and run until the main one is closed, the program is told to end, or its time is over."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["watchroom"])
    app.setApplicationName("watchroom")
    signals = Signals(app, room.console)
    languages = Languages(app)
    languages.choose(room.config.console.language)
    theme.apply(app)
    theme.reduce_motion(room.config.console.reduce_motion)
    pump = Pump(room.console, room.inbox, room.clock)
    heartbeat = Heartbeat(room.announcer, room.options.late_s)
    app.setQuitOnLastWindowClosed(False)
    look = Look(
        room.config.console.language, room.config.video.stale_ms, room.options.kiosk, room.config.video.renderer
    )
    windows = Windows(room.console, room.video, room.keeping, look, app)
    windows.language_chosen.connect(languages.choose)
    windows.painting.connect(pump.begin_work)
    windows.ended.connect(app.exit)  # `quit` asks every window first, and a kiosk's windows say no
    windows.open()
    gaze = Gaze(room.console, lambda: {str(role): window for role, window in windows.windows.items()}, app)
    collecting = Collecting(room.clock, lambda: not room.console.alarms.counts().owed)
    collecting.begin()
    if room.options.seconds is not None:
        QTimer.singleShot(int(room.options.seconds * 1000), app.exit)
    if room.is_asked_to_end:
        QTimer.singleShot(0, app.exit)
    pump.start()
    heartbeat.start()
    gaze.start()
    try:
        return app.exec()
    finally:
        collecting.end()
        gaze.stop()
        heartbeat.stop()
        pump.stop()
        signals.close()
        windows.close()


class Languages(QObject):
    """Installs the translators of one language at a time; every widget hears LanguageChange."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []

    @Slot(str)
    def choose(self, language: str) -> None:
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        theme.set_language(language)
        self._installed = [t for t in (self._ours(language), self._qts(language)) if t is not None]
        for translator in self._installed:
            QCoreApplication.installTranslator(translator)

    def _ours(self, language: str) -> QTranslator | None:
        if language == pseudo.LOCALE:
            return pseudo.PseudoTranslator(self)
        translator = QTranslator(self)
        return translator if translator.load(str(TRANSLATIONS / f"watchroom_{language}.qm")) else None

    def _qts(self, language: str) -> QTranslator | None:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        return translator if translator.load(f"qtbase_{language}", folder) else None


class Signals(QObject):
    """SIGTERM and SIGINT end the program in order, RELOAD and APPLY concern the site folder.

    Python's handlers only run when Qt hands control back, so the numbers come through a pipe.
    """

    def __init__(self, app: QApplication, console: Console) -> None:
        super().__init__(app)
        self._app = app
        self._console = console
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self.on_signal)
        signal.set_wakeup_fd(self._write)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: None)
        on_site_signals(lambda _number: None)

    @Slot()
    def on_signal(self) -> None:
        for number in os.read(self._read, 64):
            if number in (RELOAD, APPLY):
                obey(self._console, number)
            else:
                self._app.exit()

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        os.close(self._read)
        os.close(self._write)
