"""Notices: one line under the banner for what a person has to have read once, and dismisses with a key or a click.

Not for alarms: those are in the table and go when they are over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.journal import Json
from console.mishaps import Cause
from console.model import Tone
from widgets import lettering, shapes, theme
from widgets.placing import Placing

HEIGHT = 32
BUTTON_WIDTH = 150
RESTARTED, CRASHED, NO_SOUND = "console_restarted", "crash_reported", "no_sound"
GRAVE = (Tone.FIRE, Tone.HIGH)

Wording = Callable[[], str]  # asked at every paint, so a language switch rewords what stands there


@dataclass(frozen=True, slots=True)
class Notice:
    """`code` names it (one of a code at a time), `about` goes into the journal when it is dismissed."""

    code: str
    wording: Wording
    about: Mapping[str, Json] = field(default_factory=dict)


class Notices(QWidget):
    """Takes no room while there is nothing to say. The newest is shown, and how many wait behind it."""

    def __init__(self, console: Console, placing: Placing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._notices: list[Notice] = []
        self.setFixedHeight(HEIGHT)
        self.hide()
        console.announcer.subscribe(announce.ConsoleRestarted, self.on_restarted)
        console.announcer.subscribe(announce.CrashReported, self.on_crash_reported)
        for kind in (announce.SoundChanged, announce.LinkLost, announce.LinkBack):
            console.announcer.subscribe(kind, self.on_sound)
        self.on_restarted()

    # ---- for whoever has something to say ----

    def say(self, code: str, wording: Wording, about: Mapping[str, Json] | None = None) -> None:
        """Show it until a person dismisses it or `withdraw` takes it back; an earlier one of that code is replaced."""
        self.withdraw(code)
        self._notices.insert(0, Notice(code, wording, about or {}))
        self._refresh()

    def withdraw(self, code: str) -> None:
        """It is no longer so: nobody has to read it any more."""
        self._notices = [notice for notice in self._notices if notice.code != code]
        self._refresh()

    def dismiss(self) -> None:
        """The person has read the notice that is shown: an act, journalled. Does nothing when there is none."""
        if self._notices:
            notice = self._notices.pop(0)
            self._refresh()
            self._console.mishaps.dismissed(notice.code, notice.about)

    def shown(self) -> str:
        """What is said now, "" when nothing is."""
        return self._notices[0].wording() if self._notices else ""

    def _refresh(self) -> None:
        self.setVisible(bool(self._notices))
        self.update()

    # ---- the program's own mishaps ----

    def on_restarted(self, _announced: announce.ConsoleRestarted | None = None) -> None:
        if (restart := self._console.mishaps.restart) is not None:
            self.say(RESTARTED, self._restart, {"cause": restart.cause.value, "report": restart.report})

    def on_crash_reported(self, announced: announce.CrashReported) -> None:
        def wording() -> str:
            text = self.tr("A part of the program failed: %1.").replace("%1", announced.error)
            return self._with_report(text, announced.report)

        self.say(CRASHED, wording, {"report": announced.report})

    def _restart(self) -> str:
        restart = self._console.mishaps.restart
        assert restart is not None
        text = {
            Cause.HUNG: self.tr("The console was restarted at %1 after it hung for %2 s."),
            Cause.START_HUNG: self.tr("The console was restarted at %1: it did not start within %2 s."),
            Cause.KILLED: self.tr("The console was restarted at %1 after it was killed (%2)."),
            Cause.ENDED: self.tr("The console was restarted at %1 after it ended with status %2."),
        }[restart.cause]
        text = text.replace("%1", self._placing.clock(restart.at_ms)).replace("%2", restart.figure)
        return self._with_report(text, restart.report)

    def _with_report(self, text: str, report: str) -> str:
        if not report:
            return text + " " + self.tr("No report could be written.")
        return text + " " + self.tr("Report: %1").replace("%1", report)

    # ---- an alarm nobody hears ----

    def on_sound(self, _announced: announce.Announcement) -> None:
        """Said while a grave tone is due and cannot be heard."""
        audio = self._console.links.get("audio")
        is_mute = audio is not None and not audio.up and self._console.sounding.tone in GRAVE
        is_said = any(notice.code == NO_SOUND for notice in self._notices)
        if is_mute and not is_said:
            self.say(NO_SOUND, lambda: self.tr("No sound: look at the screen. An alarm is due that nobody can hear."))
        elif is_said and not is_mute:
            self.withdraw(NO_SOUND)

    # ---- looks ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.raise"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        shapes.lamp(painter, QRectF(theme.SIDE, 8, 16, 16), "part")
        box = self._button()
        more = self._more()
        more_width = lettering.width("note", more) + 8 if more else 0
        text = QRect(40, 0, box.left() - more_width - 52, self.height())
        lettering.draw(painter, text, "body", self.shown(), theme.colour("text.hi"))
        if more:
            beside = QRect(box.left() - more_width - 8, 0, more_width, self.height())
            lettering.draw(painter, beside, "note", more, theme.colour("text.dim"), align=lettering.RIGHT)
        painter.fillRect(box, theme.colour("bg.void"))
        painter.setPen(theme.colour("ctl.edge"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        word = self.tr("Seen  Ctrl+D")
        lettering.draw(painter, box, "body.strong", word, theme.colour("text.hi"), align=lettering.CENTRE)
        painter.end()

    def _more(self) -> str:
        waiting = len(self._notices) - 1
        return self.tr("%1 more").replace("%1", str(waiting)) if waiting > 0 else ""

    def _button(self) -> QRect:
        return QRect(self.width() - BUTTON_WIDTH - 6, 3, BUTTON_WIDTH, self.height() - 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._button().contains(event.position().toPoint()):
            self.dismiss()
