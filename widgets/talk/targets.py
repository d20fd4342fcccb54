"""Which groups have a cell where, and what each cell says. What has no cell is not spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from console.app import Console
from console.model import Group, GroupId, GroupKind
from console.talk_words import TalkState
from console.talking import Talking, Target
from widgets import theme
from widgets.placing import Placing
from widgets.talk.cells import Face, GroupCell, MoreCell
from widgets.talk.ink import Ink
from widgets.talk.words import TalkWords

CELL_LEAST, CELL_MOST = 216, 400  # width, px
HIGH, LOW = 34, 22  # least height of a cell, px: of three lines of text size body, or of list size
GAP = 2


class Targets(QWidget):
    """`shown_changed` whenever another set of groups is in view."""

    shown_changed = Signal()

    def __init__(self, console: Console, placing: Placing, words: TalkWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._cells: dict[GroupId, GroupCell] = {}
        self._visible: tuple[GroupId, ...] = ()
        self._more = MoreCell(self)
        self._more.clicked.connect(self.on_more)
        self.rebuild()

    @property
    def _talking(self) -> Talking:
        """Of what the room sees: in a drill another one."""
        return self._console.talking

    # ---- which ---------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """The groups of the site may be others."""
        for cell in self._cells.values():
            cell.deleteLater()
        self._cells = {}
        for group in self._offered():
            cell = self._cells[group.id] = GroupCell(self)
            cell.clicked.connect(lambda on, g=group.id: self._talking.choose(g, on))
        self.arrange()

    def _offered(self) -> tuple[Group, ...]:
        """Who calls everybody stands last, whatever the file says: it is the largest step."""
        teams = tuple(target.group for target in self._talking.targets())
        return (*teams, *self._talking.everybody)

    def shown(self) -> tuple[GroupId, ...]:
        """The teams in view: those with a cell, and those a chosen call to everybody names."""
        found: set[GroupId] = set()
        for group in self._offered():
            is_meant = group.kind is GroupKind.TEAM or self._talking.is_chosen(group)
            if is_meant and group.id in self._visible and _is_uncovered(self._cells[group.id]):
                found |= set(self._talking.teams(group))
        return tuple(target.id for target in self._talking.targets() if target.id in found)

    def _places(self) -> tuple[int, int]:
        """Columns and rows that fit."""
        count = len(self._cells)
        columns = max(1, min((self.width() + GAP) // (CELL_LEAST + GAP), 3))
        for least in (HIGH, LOW):
            rows = max(1, (self.height() + GAP) // (least + GAP))
            if columns * rows >= count:
                return max(1, min(columns, -(-count // rows))), min(rows, 4)
        return columns, max(1, (self.height() + GAP) // (LOW + GAP))

    def _choose_visible(self, capacity: int) -> tuple[GroupId, ...]:
        """All of them; when there is no room, everybody's call and the chosen ones first, in the order of the site."""
        offered = [group.id for group in self._offered()]
        if len(offered) <= capacity:
            return tuple(offered)
        calls = [group.id for group in self._talking.everybody]
        chosen = [target.id for target in self._talking.targets() if target.is_chosen]
        wanted = [*calls, *chosen, *offered]
        kept = set(list(dict.fromkeys(wanted))[: max(1, capacity - 1)])
        return tuple(group for group in offered if group in kept)

    # ---- where ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """A place for every cell that is in view."""
        columns, rows = self._places()
        before, self._visible = self._visible, self._choose_visible(columns * rows)
        hidden = len(self._cells) - len(self._visible)
        shown: list[QWidget] = [self._cells[group] for group in self._visible]
        self._more.setVisible(hidden > 0)
        if hidden > 0:
            self._more.setText(self.tr("%1 more …").replace("%1", str(hidden)))
            shown.append(self._more)
        for group, cell in self._cells.items():
            cell.setVisible(group in self._visible)
        self._lay(shown, columns, rows)
        if before != self._visible:
            self.shown_changed.emit()

    def _lay(self, shown: Sequence[QWidget], columns: int, rows: int) -> None:
        rows = max(1, min(rows, -(-len(shown) // columns)))
        rows = max(rows, min(3, (self.height() + GAP) // (LOW + GAP)))
        width = min(CELL_MOST, (self.width() - (columns - 1) * GAP) // columns)
        height = (self.height() - (rows - 1) * GAP) // rows
        for number, cell in enumerate(shown):
            at = QPoint(number // rows * (width + GAP), number % rows * (height + GAP))
            cell.setGeometry(at.x(), at.y(), width, height)

    def sizeHint(self) -> QSize:
        return QSize(CELL_LEAST, 3 * HIGH)

    # ---- what ----------------------------------------------------------------------------------------------------

    def refresh(self, ink: Ink) -> None:
        """Every cell as the desk has it now."""
        if set(self._cells) != {group.id for group in self._offered()}:
            self.rebuild()
        self.arrange()
        self._more.ink = ink
        self._more.update()
        targets = {target.id: target for target in self._talking.targets()}
        for group in self._offered():
            members = [targets[one] for one in self._talking.teams(group) if one in targets]
            face = self._team(members[0]) if group.kind is GroupKind.TEAM else self._call(group, members)
            self._cells[group.id].show_face(face, ink, self._in_words(face))

    def _team(self, target: Target) -> Face:
        press = self._talking.press_now
        is_missed = press is not None and target.id in press.groups and press.heard_by != ()
        is_missed = is_missed and target.state is not TalkState.ON_AIR
        word = self._words.state(target.state)
        if target.state is TalkState.BUSY and target.who:
            word = self.tr("%1 speaks").replace("%1", target.who)
        about = self._words.hearing(len(target.members), is_on_air=target.state is TalkState.ON_AIR)
        if target.state in {TalkState.NOT_CONNECTED, TalkState.REFUSED}:
            about = self._words.detail(target.detail)
        return Face((target.id,), self._name(target.group), about, word, target.state, target.is_chosen, is_missed)

    def _call(self, group: Group, members: Sequence[Target]) -> Face:
        """Everybody at once: the state most of them are in is not enough, so they are counted."""
        is_target = self._talking.is_chosen(group)
        wanted = TalkState.ON_AIR if any(t.state is TalkState.ON_AIR for t in members) else TalkState.READY
        there = sum(target.state is wanted for target in members)
        state = wanted if there else next((t.state for t in members), TalkState.NOT_CONNECTED)
        counted = self.tr("%1 of %2 on air") if wanted is TalkState.ON_AIR else self.tr("%1 of %2 ready")
        word = counted.replace("%1", str(there)).replace("%2", str(len(members)))
        is_part = is_target and wanted is TalkState.ON_AIR and there < len(members)
        teams = tuple(target.id for target in members)
        about = self.tr("%n group(s)", "", len(members))
        return Face(teams, self._name(group), about, word, state, is_target, is_part, heads=3)

    def _name(self, group: Group) -> str:
        return self._placing.pick(group.name, group.name_en)

    def _in_words(self, face: Face) -> str:
        target = self.tr("target") if face.is_target else self.tr("no target")
        return ", ".join(filter(None, (face.name, face.about, face.word, target)))

    # ---- more ----------------------------------------------------------------------------------------------------

    def on_more(self) -> None:
        """The groups without a cell; the one that is chosen gets one."""
        menu = QMenu(self)
        for group in self._offered():
            if group.id not in self._visible:
                action = QAction(self._name(group), menu)
                action.triggered.connect(lambda _on=False, g=group.id: self._talking.choose(g, True))
                menu.addAction(action)
        menu.setFont(theme.font("body"))
        menu.exec(self._more.mapToGlobal(QPoint(0, 0)))
        menu.deleteLater()


def _is_uncovered(cell: QWidget) -> bool:
    """Whether nothing in its window lies over its name, its middle or its word."""
    window, middle = cell.window(), cell.height() // 2
    spots = (QPoint(x, middle) for x in (cell.width() // 8, cell.width() // 2, cell.width() * 7 // 8))
    return all(window.childAt(cell.mapTo(window, spot)) is cell for spot in spots)
