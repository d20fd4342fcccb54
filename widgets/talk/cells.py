"""The targets of the talk bar: a cell for each group, what the voice server says of it, and whether it is a target."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from console.model import GroupId
from console.talk_words import TalkState
from widgets import lettering, theme
from widgets.talk import marks
from widgets.talk.ink import REST, Ink

EDGE, ICON, LAMP, GAP = 4, 16, 16, 8


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell shows. `groups`: the teams it stands for; `is_part`: not all of them are what the word says."""

    groups: tuple[GroupId, ...]
    name: str
    about: str
    word: str
    state: TalkState
    is_target: bool
    is_part: bool = False  # a target that does not hear us while we speak, or not all of it
    heads: int = 2


class GroupCell(QAbstractButton):
    """Checked: a target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = Face((), "", "", "", TalkState.NOT_CONNECTED, is_target=False)
        self.ink = REST
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def show_face(self, face: Face, ink: Ink, in_words: str) -> None:
        """This from now on."""
        self.setChecked(face.is_target)
        if (face, ink) != (self.face, self.ink):
            self.face, self.ink = face, ink
            self.update()
        self.setAccessibleName(in_words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        face, ink = self.face, self.ink
        ground = "part_ground" if face.is_part else "hover" if self.underMouse() else "raised"
        painter.fillRect(self.rect(), ink(ground))
        if face.is_target:
            painter.fillRect(0, 0, EDGE, self.height(), ink("part" if face.is_part else "high"))
        large = self.height() >= 34
        strong, plain = ("body.strong", "body") if large else ("list", "list")
        x = EDGE + GAP
        icon = QRectF(x, (self.height() - ICON) / 2, ICON, ICON)
        marks.people(painter, icon, ink("high" if face.is_target else "dim"), face.heads)
        lamp = QRectF(self.width() - GAP - LAMP, (self.height() - LAMP) / 2, LAMP, LAMP)
        marks.lamp(painter, lamp, face.state, ink, is_part=face.is_part)
        x += ICON + GAP
        room = int(lamp.left()) - 6 - x
        word = min(lettering.width(plain, face.word) + 2, room)
        name = min(lettering.width(strong, face.name) + 2, room - word - GAP)
        colour = ink("part") if face.is_part else ink("high" if face.is_target else "dim")
        lettering.draw(painter, QRect(x, 0, max(0, name), self.height()), strong, face.name, ink(
            "high" if face.is_target else "text"
        ))  # fmt: skip
        box = QRect(int(lamp.left()) - 6 - word, 0, word, self.height())
        lettering.draw(painter, box, plain, face.word, colour, align=lettering.RIGHT)
        about = QRect(x + name + GAP, 0, box.left() - x - name - 2 * GAP, self.height())
        if about.width() >= lettering.width("note", face.about):
            lettering.draw(painter, about, "note", face.about, ink("dim"))
        self._focus(painter)

    def _focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self.ink("high"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class MoreCell(QAbstractButton):
    """Opens the list of the groups there is no room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = REST
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.ink("hover" if self.underMouse() else "raised"))
            box = self.rect().adjusted(EDGE + GAP, 0, -GAP, 0)
            lettering.draw(painter, box, "list", self.text(), self.ink("text"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("ctl.edge"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
