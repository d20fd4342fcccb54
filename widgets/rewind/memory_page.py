"""The page of the memory of pictures: how much of the budget is in use, and what is held of each camera. GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.model import CameraId
from console.rewinds import Memory, MemoryTold, Shortage
from console.wall import ALARM_TILE
from widgets import lettering, theme
from widgets.lower_page import LowerPage
from widgets.placing import Placing
from widgets.player.bar import PlayerBar
from widgets.rewind.memory_list import Line, MemoryList
from widgets.rewind.words import MEGA, RewindWords
from widgets.words import Words

ASK_MS = 2_000
HEAD = 64
BAR = 14
WORST = (
    Shortage.BUDGET, Shortage.YOUNG, Shortage.PART, Shortage.KEYFRAMES, Shortage.NOT_HOT, Shortage.NO_SUB,
    Shortage.NO_CAMERA, Shortage.NONE,
)  # fmt: skip


class MemoryPage(LowerPage[PlayerBar]):
    """Asks for figures while it is seen; cameras of which less is held come first."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent, every_ms=ASK_MS)
        self._rewinding = console.sight.rewinding
        self._placing = placing
        self._tile_words = words
        self._words = RewindWords(self)
        self.list = MemoryList(self)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self.on_opened)
        self.follow(announce.MemoryChanged)
        self.retranslate()

    # ---- what is shown ----

    def on_tick(self) -> None:
        """What memory has is announced."""
        self._rewinding.ask_memory()

    def on_seen(self, *, is_seen: bool) -> None:
        if is_seen:
            self._rewinding.ask_memory()

    def look(self) -> None:
        """What memory has now."""
        told = self._rewinding.memory
        if told is not None:
            found = sorted(told.cameras, key=lambda one: (WORST.index(one.shortage), one.seconds, one.camera))
            self.list.show_rows([self._line(one, told) for one in found])
        self.update()

    def _line(self, memory: Memory, told: MemoryTold) -> Line:
        camera = self._console.cameras.get(CameraId(memory.camera))
        return Line(
            CameraId(memory.camera),
            str(camera.number) if camera is not None else "",
            self._placing.camera(camera) if camera is not None else memory.camera,
            self.tr("%1 s").replace("%1", f"{memory.seconds:.0f}"),
            self.tr("%1 MB").replace("%1", f"{memory.size / MEGA:.1f}"),
            self._why(memory),
            min(1.0, memory.seconds / max(1, told.ring_s)),
        )

    def _why(self, memory: Memory) -> str:
        """Why less is held of it."""
        if memory.shortage is Shortage.YOUNG and memory.seconds == 0:
            return self.tr("no picture comes")
        return self._words.shortage(memory.shortage, memory.granted_s)

    def _summary(self, told: MemoryTold | None) -> str:
        if told is None:
            return self.tr("The video process has not told yet")
        less = sum(one.shortage is not Shortage.NONE for one in told.cameras)
        text = self.tr("%1 cameras, %2 s of each wanted, %3 have less")
        counts = (len(told.cameras), told.ring_s, less)
        for at, count in enumerate(counts, start=1):
            text = text.replace(f"%{at}", str(count))
        return f"{self._words.memory(told)} · {text}"

    def on_opened(self, camera: str) -> None:
        """Its picture into the tile that is selected."""
        steering = self._console.steering
        self.attempt(lambda: steering.put(steering.selected or ALARM_TILE, CameraId(camera)))

    def refusal(self, refused: CommandRefused) -> str:
        return self._tile_words.refusal(refused.code)

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        top = theme.PANEL_HEAD
        self.list.setGeometry(0, top + HEAD, self.width(), max(0, self.height() - top - HEAD))

    def paint(self, painter: QPainter) -> None:
        told = self._rewinding.memory
        top, width = theme.PANEL_HEAD, self.width() - 2 * theme.SIDE
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        line = QRect(theme.SIDE, top + 6, width, 24)
        lettering.draw(painter, line, "body", self._note or self._summary(told), theme.colour("text"))
        groove = QRect(theme.SIDE, top + 38, width, BAR)
        painter.fillRect(groove, theme.colour("line"))
        if told is not None and told.budget:
            used = round(width * min(1.0, told.used / told.budget))
            held = round(width * min(1.0, (told.used + told.held) / told.budget))
            painter.fillRect(QRect(groove.x(), groove.y(), held, BAR), theme.colour("text.hi"))
            painter.fillRect(QRect(groove.x(), groove.y(), used, BAR), theme.colour("text.dim"))

    def retranslate(self) -> None:
        self.bar.title = self.tr("Pictures in memory")
        self.list.setAccessibleName(self.bar.title)
        super().retranslate()
