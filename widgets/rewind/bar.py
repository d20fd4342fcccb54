"""The bar of instant replay below the pictures: how long ago, where in memory, what can be done, what memory has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.app import Console
from console.rewinding import Kept, Rewind
from widgets import lettering, theme
from widgets.placing import Placing
from widgets.plan.chips import Chip
from widgets.player.transport import RATE_NAMES
from widgets.rewind.scrub import HEIGHT, Scrub, Track
from widgets.rewind.words import RewindWords
from widgets.tile.past import WIDEST, age_text
from widgets.words import Words

BAR, PAD, ROW = 68, 6, 28
SECOND_MS = 1_000
SAID = 120  # px that words on the memory need
MOMENT = "2026-11-21 00:00:00.0"  # as wide as any


class RewindBar(QWidget):
    """Has the keys while the operator looks back. `photo_asked`, `all_asked`: the pictures know what they show."""

    photo_asked = Signal()
    all_asked = Signal()

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._rewinding = console.sight.rewinding
        self._placing = placing
        self._tile_words = words
        self._words = RewindWords(self)
        self.note = ""
        self.scrub = Scrub(self)
        names = ("back", "play", "forth", "slower", "rate", "faster", "begin", "end", "keep", "photo", "all", "live")
        self.chips = {name: Chip(self, checkable=name in {"begin", "end"}) for name in names}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.scrub.sought.connect(self._rewinding.seek)
        for name, act in self._acts().items():
            self.chips[name].clicked.connect(lambda _=False, a=act: a())
        self.retranslate()

    def _acts(self) -> Mapping[str, Callable[[], None]]:
        desk = self._rewinding
        return {
            "back": lambda: desk.step(-1), "play": desk.toggle_pause, "forth": lambda: desk.step(1),
            "slower": lambda: desk.change_rate(-1), "rate": lambda: desk.set_rate(1.0),
            "faster": lambda: desk.change_rate(1), "begin": lambda: desk.mark(begins=True),
            "end": lambda: desk.mark(begins=False), "keep": self.keep, "photo": self.photo_asked.emit,
            "all": self.all_asked.emit, "live": desk.live,
        }  # fmt: skip

    def keep(self) -> None:
        """What lies between the marks, of every camera that is shown."""
        cameras = self._console.cameras
        self._rewinding.keep({camera: one.number for camera, one in cameras.items()})

    # ---- what it shows ----

    def look(self, *, can_all: bool) -> None:
        """Take up what the desk says now; `can_all`: other pictures of the alarm could be looked back at with it."""
        rewind = self._rewinding.rewind
        at = rewind.at
        self.scrub.show_track(self._track(rewind) if at is not None else None)
        paused = at is None or at.is_paused
        self.chips["play"].say("▶" if paused else "❚❚")
        self.chips["play"].setAccessibleName(self.tr("Play") if paused else self.tr("Pause"))
        self.chips["rate"].say(RATE_NAMES.get(at.rate if at is not None else 1.0, ""))
        self.chips["begin"].setChecked(bool(rewind.in_ns))
        self.chips["end"].setChecked(bool(rewind.out_ns))
        self.chips["all"].setVisible(can_all)
        self._place_chips()
        self.setAccessibleDescription(f"{self._tile_words.replay()} {self._age(rewind)} {self._moment(rewind)}")
        self.update()

    def _track(self, rewind: Rewind) -> Track:
        assert rewind.at is not None
        at = rewind.at
        spans = [
            (held.from_ns, held.until_ns) if (held := rewind.held.get(camera)) is not None else (0, 0)
            for camera in rewind.cameras
        ]
        alarm = self._console.alarm(rewind.alarm) if rewind.alarm is not None else None
        alarm_ns = self._rewinding.ns_of(alarm.last.raised_ms) if alarm is not None else 0
        return Track(at.from_ns, at.until_ns, at.at_ns, spans, rewind.in_ns, rewind.out_ns, alarm_ns)

    def _age(self, rewind: Rewind) -> str:
        """How long ago the moment is that is shown."""
        if rewind.at is None:
            return ""
        return age_text(max(0, self._console.clock.monotonic_ns() - rewind.at.at_ns))

    def _moment(self, rewind: Rewind) -> str:
        """The moment itself, at the site."""
        if rewind.at is None:
            return ""
        ms = self._rewinding.ms_of(rewind.at.at_ns)
        return self._placing.local(ms).strftime("%Y-%m-%d %H:%M:%S") + f".{ms % 1000 // 100}"

    def _said(self, rewind: Rewind) -> str:
        """What became of a clip or picture, else what memory has."""
        if told := self.note or self._words.kept(rewind.kept):
            return told
        lead = rewind.held.get(rewind.cameras[0]) if rewind.cameras else None
        parts = []
        if lead is not None and lead.frames:
            parts = [
                self._words.held((lead.until_ns - lead.from_ns) / 1e9), self._words.shortage(lead.shortage)
            ]  # fmt: skip
        return " · ".join(filter(None, (*parts, self._words.memory(self._rewinding.memory))))

    # ---- places ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self._left()
        right = lettering.width("value", MOMENT) + 3 * PAD
        self.scrub.setGeometry(left, PAD - 1, max(80, self.width() - left - right), HEIGHT)
        self._place_chips()

    def _left(self) -> int:
        """Where the line begins: after the word and the longest age."""
        return 3 * PAD + 8 + lettering.width("value", f"{self._tile_words.replay()} {WIDEST}")

    def _place_chips(self) -> None:
        x, top = PAD, BAR - ROW - PAD // 2
        for chip in self.chips.values():
            if not chip.isHidden():
                width = chip.sizeHint().width()
                chip.setGeometry(x, top, width, ROW - 2)
                x += width + 3
        self._chips_end = x

    # ---- keys ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        desk, ctrl = self._rewinding, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: self.all_asked.emit if event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            else desk.toggle_pause,
            Qt.Key.Key_Comma: lambda: desk.step(-1),
            Qt.Key.Key_Period: lambda: desk.step(1),
            Qt.Key.Key_Left: lambda: desk.go_by(-SECOND_MS),
            Qt.Key.Key_Right: lambda: desk.go_by(SECOND_MS),
            Qt.Key.Key_Down: lambda: desk.go_by(-10 * SECOND_MS),
            Qt.Key.Key_Up: lambda: desk.go_by(10 * SECOND_MS),
            Qt.Key.Key_BracketLeft: lambda: desk.change_rate(-1),
            Qt.Key.Key_BracketRight: lambda: desk.change_rate(1),
            Qt.Key.Key_I: lambda: desk.mark(begins=True),
            Qt.Key.Key_O: lambda: desk.mark(begins=False),
            Qt.Key.Key_K: self.keep,
            Qt.Key.Key_S: self.photo_asked.emit,
            Qt.Key.Key_End: desk.live,
            Qt.Key.Key_Escape: desk.back,
        }  # fmt: skip
        act = acts.get(event.key())
        if act is None or ctrl:
            super().keyPressEvent(event)
            return
        act()

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        rewind = self._rewinding.rewind
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.raise"))
            painter.fillRect(QRect(0, 0, self.width(), 1), theme.colour("line.strong"))
            box = QRect(PAD, PAD - 1, self._left() - 2 * PAD, HEIGHT)
            painter.setPen(QPen(theme.colour("text.hi"), 2, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
            inner = box.adjusted(6, 0, -6, 0)
            hi = theme.colour("text.hi")
            lettering.draw(painter, inner, "value", self._tile_words.replay(), hi)
            lettering.draw(painter, inner, "value", self._age(rewind), hi, align=lettering.RIGHT)
            self._at_right(painter, rewind)

    def _at_right(self, painter: QPainter, rewind: Rewind) -> None:
        """The moment, and below it what there is to say; in a narrow bar what was done takes the moment's place."""
        right = lettering.width("value", MOMENT) + 2 * PAD
        moment = QRect(self.width() - right, PAD - 1, right - PAD, HEIGHT)
        said = QRect(self._chips_end + PAD, BAR - ROW - PAD // 2, self.width() - self._chips_end - 2 * PAD, ROW - 2)
        is_news = bool(self.note or rewind.kept != Kept())
        is_narrow = said.width() < SAID
        if not (is_news and is_narrow):
            name, ink = "value", theme.colour("text.hi")
            lettering.draw(painter, moment, name, self._moment(rewind), ink, align=lettering.RIGHT)
        if is_news or not is_narrow:
            box = moment if is_narrow else said
            ink = theme.colour("text.hi" if is_news else "text.dim")
            lettering.draw(painter, box, "note", self._said(rewind), ink, align=lettering.RIGHT)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        texts = {
            "back": ("◀", self.tr("One picture back (,)")), "forth": ("▶▏", self.tr("One picture on (.)")),
            "slower": ("[", self.tr("Slower")), "faster": ("]", self.tr("Faster")),
            "rate": ("1×", self.tr("As fast as it was")), "play": ("▶", self.tr("Play")),
            "begin": (self.tr("From (I)"), self.tr("The clip begins here")),
            "end": (self.tr("To (O)"), self.tr("The clip ends here")),
            "keep": (self.tr("Keep clip (K)"), self.tr("Keep what lies between the marks as a clip")),
            "photo": (self.tr("Snapshot (S)"), self.tr("Keep this picture as a file")),
            "all": (self.tr("All together"), self.tr("All pictures at the same moment (Shift+Space)")),
            "live": (self.tr("Live (Esc)"), self.tr("Back to what is now")),
        }  # fmt: skip
        for name, (text, tip) in texts.items():
            self.chips[name].say(text)
            self.chips[name].setAccessibleName(tip)
            self.chips[name].setToolTip(tip)
        self.setAccessibleName(self.tr("Instant replay"))
        self._place_chips()
