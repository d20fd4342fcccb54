"""Who spoke: what was said, newest first, with its length; who speaks right now on top. A click plays it again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.app import Console
from console.model import GroupId
from console.talk_words import Direction
from console.talking import KeptBurst, Talking
from widgets import lettering
from widgets.placing import Placing, span
from widgets.talk.ink import REST, Ink
from widgets.talk.words import TalkWords, seconds

HEAD, LINE = 22, 18
ROOMY = 260  # px: from there on times have seconds


@dataclass(frozen=True, slots=True)
class Line:
    """One line in words."""

    time: str
    text: str
    length: str
    burst: KeptBurst | None = None  # None: it is being said
    is_playing: bool = False


class SpokenLine(QAbstractButton):
    """One burst."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: Line | None = None
        self.ink = REST
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_line(self, line: Line | None, ink: Ink) -> None:
        """This from now on; None: nothing was said."""
        self.setVisible(line is not None)
        self.line, self.ink = line, ink
        if line is not None:
            self.setEnabled(line.burst is not None and bool(line.burst.burst.path))
            self.setAccessibleName(" ".join((line.time, line.text, line.length)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.line is None:
            return
        with QPainter(self) as painter:
            self._paint(painter, self.line)

    def _paint(self, painter: QPainter, line: Line) -> None:
        if self.isEnabled() and self.underMouse():
            painter.fillRect(self.rect(), self.ink("hover"))
        is_live = line.burst is None
        name = "body.strong" if is_live else "list"
        colour = self.ink("high" if is_live or line.is_playing else "text")
        length = lettering.width("list", line.length) + 2
        box = self.rect().adjusted(2, 0, -2, 0)
        time = 0 if is_live else lettering.width("list", line.time) + 6
        lettering.draw(painter, QRect(box.left(), 0, time, box.height()), "list", line.time, self.ink("dim"))
        text = QRect(box.left() + time, 0, box.width() - time - length - 6, box.height())
        lettering.draw(painter, text, name, ("▶ " if line.is_playing else "") + line.text, colour)
        right = QRect(box.right() - length + 1, 0, length, box.height())
        lettering.draw(painter, right, "list", line.length, self.ink("dim"), align=lettering.RIGHT)
        if self.hasFocus():
            painter.setPen(QPen(self.ink("high"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class Replay(QAbstractButton):
    """R plays last: the key works while the focus is in the bar, the click always."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = REST
        self.is_near = False  # the keys are in the bar
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.ink("edge"))
            painter.setBrush(self.ink("hover" if self.underMouse() else "raised"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            colour = self.ink("text" if self.is_near or self.isEnabled() else "dim")
            lettering.draw(painter, self.rect(), "note", self.text(), colour, align=lettering.CENTRE)


class Spoke(QWidget):
    """Head, then as many lines as there is room for."""

    def __init__(self, console: Console, placing: Placing, words: TalkWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._lines: list[SpokenLine] = []
        self._ink = REST
        self.replay = Replay(self)
        self.replay.clicked.connect(self.on_replay)

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = max(1, (self.height() - HEAD) // LINE)
        while len(self._lines) > count:
            self._lines.pop().deleteLater()
        while len(self._lines) < count:
            line = SpokenLine(self)
            line.clicked.connect(lambda _=False, one=line: self.on_line(one))
            self._lines.append(line)
        for number, line in enumerate(self._lines):
            line.setGeometry(0, HEAD + number * LINE, self.width(), LINE)
        self.refresh(self._ink)

    def on_replay(self) -> None:
        """What was heard last."""
        self._talking.play_last()

    def on_line(self, line: SpokenLine) -> None:
        """Say it again."""
        if line.line is not None and line.line.burst is not None:
            self._talking.play(line.line.burst)

    def refresh(self, ink: Ink) -> None:
        """What was said until now."""
        self._ink = self.replay.ink = ink
        self.replay.setText(self.tr("R plays last"))
        width = lettering.width("note", self.replay.text()) + 14
        self.replay.setGeometry(self.width() - width, 0, width, 20)
        self.replay.setVisible(not self._talking.button.is_on_air)
        self.replay.setEnabled(any(kept.burst.direction is Direction.HEARD for kept in self._talking.bursts()))
        self.replay.update()
        lines = self._all()
        for number, widget in enumerate(self._lines):
            widget.show_line(lines[number] if number < len(lines) else None, ink)
        self.update()

    def _all(self) -> list[Line]:
        now = self._console.clock.now_ms()
        live = [
            Line("", self._pair(who, (group,)), span(now - since))
            for group, who, since in sorted(self._talking.speaking(), key=lambda one: -one[2])
        ]
        return live + [self._line(kept) for kept in self._talking.bursts()[: len(self._lines)]]

    def _line(self, kept: KeptBurst) -> Line:
        burst = kept.burst
        who = self._console.seat.position if burst.direction is Direction.SENT else burst.who
        is_playing = bool(burst.path) and burst.path == self._talking.playing
        time = self._placing.clock(burst.start_ms)
        time = time if self.width() >= ROOMY else time[:5]
        return Line(
            time,
            self._pair(who, burst.groups),
            seconds(burst.length_ms),
            kept,
            is_playing,
        )

    def _pair(self, who: str, groups: tuple[GroupId, ...]) -> str:
        names = {target.id: target.group for target in self._talking.targets()}
        told = (self._placing.pick(names[g].name, names[g].name_en) if g in names else g for g in groups)
        return f"{who} → {', '.join(told)}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            head = QRect(2, 0, self.width() - 2 if self.replay.isHidden() else self.replay.x() - 8, 20)
            lettering.draw(painter, head, "note", self._head(), self._ink("dim"))
            if not self._all():
                box = QRect(2, HEAD, self.width() - 4, LINE)
                lettering.draw(painter, box, "list", self.tr("Nobody has spoken yet."), self._ink("dim"))

    def _head(self) -> str:
        """While we speak: that nobody of those we speak to is heard."""
        if self._talking.button.is_on_air:
            return self.tr("You hear nobody you speak to")
        if trouble := self._words.say_trouble(self._talking.say_trouble):
            return trouble
        if self._console.drilling.is_shown:
            return self.tr("Sandbox: not on the air")
        return self.tr("Who spoke")
