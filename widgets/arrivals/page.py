"""The page of what arrives: sources, and the last messages of the chosen one with what became of them. GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from console.app import Console
from console.arrivals import Arrived, SourceRow
from console.arrivals.cases import to_give_away
from console.excerpts import ARRIVALS
from console.finding import fits
from widgets import lettering, theme
from widgets.arrivals.arrival_words import ArrivalWords
from widgets.columns import Cell, Column, ColumnList, ColumnNames
from widgets.line_list import ROW
from widgets.lower_page import LowerPage
from widgets.placing import Placing
from widgets.plan.chips import Chip
from widgets.player.bar import PlayerBar
from widgets.saving import Saving
from widgets.words import Words

TOOLS, FIELD, LINE = 36, 28, 19
FOOT_LINES = 4  # of which the payload has two
FOOT = FOOT_LINES * LINE + 8
SOURCES_SHARE = 0.46  # of the height of both lists, at most
SOURCE_COLUMNS = (
    Column(132), Column(116, gives_way=3), Column(64, is_right=True), Column(76, is_right=True, gives_way=1),
    Column(84, is_right=True), Column(104, is_right=True), Column(220, share=1),
)  # fmt: skip
MESSAGE_COLUMNS = (Column(76), Column(72, share=1), Column(72, share=1), Column(72, share=1, gives_way=1))


class ArrivalsPage(LowerPage[PlayerBar]):
    """Looks once a second while it is seen. A message that was chosen stands still until it is let go."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent)
        self._arrivals = console.troubles.arrivals
        self.words = ArrivalWords(placing, names, self)
        self._newer = 0  # messages that came since it was frozen
        self._seen = 0  # number of the newest that is listed
        self.sources_head = ColumnNames(SOURCE_COLUMNS, self)
        self.sources: ColumnList[SourceRow] = ColumnList(
            SOURCE_COLUMNS, lambda row: row.name, self._source_cells, self
        )  # fmt: skip
        self._make_tools()
        self.messages_head = ColumnNames(MESSAGE_COLUMNS, self)
        self.messages: ColumnList[Arrived] = ColumnList(
            MESSAGE_COLUMNS, lambda arrived: str(arrived.number), self.words.message_cells, self, begins=False
        )  # fmt: skip
        self.saving = Saving(console, placing, ARRIVALS, self)
        self.setFocusProxy(self.sources)
        self._connect()
        self.retranslate()

    def _source_cells(self, row: SourceRow) -> tuple[Cell, ...]:
        return self.words.source_cells(row, self._console.clock.now_ms())

    def _make_tools(self) -> None:
        self.tools = QWidget(self)
        self.all, self.bad = Chip(self.tools), Chip(self.tools)
        self.all.setChecked(True)
        self.sought = QLineEdit(self.tools)
        self.sought.setFixedHeight(FIELD)
        self.freeze = Chip(self.tools)
        self.copy, self.file = (Chip(self.tools, checkable=False) for _ in range(2))
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        row.setSpacing(theme.GUTTER)
        for widget in (self.all, self.bad):
            row.addWidget(widget)
        row.addWidget(self.sought, 1)
        for widget in (self.freeze, self.copy, self.file):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.all.clicked.connect(lambda: self._narrow(to_bad=False))
        self.bad.clicked.connect(lambda: self._narrow(to_bad=True))
        self.sought.textChanged.connect(self._list_anew)
        self.freeze.clicked.connect(self.on_freeze)
        self.copy.clicked.connect(self.on_copy)
        self.file.clicked.connect(self.on_file)
        self.sources.moved.connect(self.on_source)
        self.messages.moved.connect(self.on_message)
        self.saving.told.connect(self.say)

    # ---- what is shown ----

    def look(self) -> None:
        """Sources as they are now; messages, unless they are frozen."""
        before = len(self.sources.lines.rows)
        self.sources.show_rows(self._arrivals.rows(self._console.points))
        if len(self.sources.lines.rows) != before:
            self.arrange()
        if self.freeze.isChecked():
            last = self._last()
            self._newer = max(0, last[-1].number - self._seen) if last else 0
        else:
            self._list_anew()
        self._offer()
        self.update()

    def source(self) -> str:
        """The chosen source."""
        row = self.sources.chosen()
        return row.name if row is not None else ""

    def _last(self) -> tuple[Arrived, ...]:
        """Of the chosen source, oldest first."""
        return (self._arrivals.dead if self.bad.isChecked() else self._arrivals.last)(self.source())

    def _list_anew(self) -> None:
        """The newest first; only those that fit."""
        last, sought = self._last(), self.sought.text()
        self._seen, self._newer = (last[-1].number if last else 0), 0
        listed = list(reversed(last))
        if sought.strip():
            listed = [each for each in listed if fits(self._said(each), sought)]
        self.messages.show_rows(listed)

    def _said(self, arrived: Arrived) -> str:
        return " ".join(cell.text for cell in self.words.message_cells(arrived)).casefold()

    def _offer(self) -> None:
        """Only what can be done now is there."""
        self._name_freeze()
        self.copy.setVisible(self.messages.chosen() is not None)
        self.file.setVisible(bool(self.messages.lines.rows))

    # ---- what a person does ----

    def _narrow(self, *, to_bad: bool) -> None:
        self.all.setChecked(not to_bad)
        self.bad.setChecked(to_bad)
        self._list_anew()
        self._offer()
        self.update()

    def on_source(self) -> None:
        """Another source: its messages, from now on again as they come."""
        self._note = ""
        self.freeze.setChecked(False)
        self._list_anew()
        self.messages.choose(None)
        self.freeze.setChecked(False)
        self._offer()
        self.update()

    def on_message(self) -> None:
        """A message is read: the list stands still."""
        self._note = ""
        if self.messages.chosen() is not None:
            self.freeze.setChecked(True)
        self._offer()
        self.update()

    def on_freeze(self) -> None:
        """Stand still, or go on."""
        if not self.freeze.isChecked():
            self.messages.choose(None)
            self.freeze.setChecked(False)
        self.look()

    def on_copy(self) -> None:
        """The chosen message as a line for `explain --messages` and `check --recorded`."""
        arrived = self.messages.chosen()
        if arrived is None:
            return
        if arrived.is_cut:
            self.say(self.tr("Too large to copy whole: record it with the command record."))
            return
        QApplication.clipboard().setText(to_give_away(arrived.message) + "\n")
        self.say(self.tr("Copied as a line for explain and check; what looks like a password is left out."))

    def on_file(self) -> None:
        """The listed messages as a file of such lines, oldest first."""
        name = self.saving.dated(self.source() or "messages")
        self.saving.ask(self.tr("Keep these messages"), name, "jsonl", self._order)

    def _order(self, path: Path) -> None:
        listed = [each for each in reversed(self.messages.lines.rows) if not each.is_cut]
        content = "".join(to_give_away(each.message) + "\n" for each in listed).encode()
        span = (listed[0].message.received_ms, listed[-1].message.received_ms) if listed else (0, 0)
        self.saving.order(path, lambda: content, span)

    # ---- places, looks ----

    def arrange(self) -> None:
        """Sources get the room they need, up to their share."""
        super().arrange()
        width, head = self.width(), theme.COLUMN_HEAD
        room = max(0, self.height() - theme.PANEL_HEAD - 2 * head - TOOLS - FOOT)
        top = theme.PANEL_HEAD
        self.sources_head.setGeometry(0, top, width, head)
        upper = ROW * max(1, min(round(room * SOURCES_SHARE) // ROW, len(self.sources.lines.rows)))
        self.sources.setGeometry(0, top + head, width, upper)
        top += head + upper
        self.tools.setGeometry(0, top, width, TOOLS)
        self.messages_head.setGeometry(0, top + TOOLS, width, head)
        self.messages.setGeometry(0, top + TOOLS + head, width, max(0, room - upper))

    def paint(self, painter: QPainter) -> None:
        foot = QRect(theme.SIDE, self.height() - FOOT, self.width() - 2 * theme.SIDE, FOOT)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, self.tools.y(), self.width(), 1, theme.colour("line.strong"))
        painter.fillRect(0, foot.y(), self.width(), 1, theme.colour("line.strong"))
        y = foot.y() + 4
        for text, ink, lines in self.foot():
            box = QRect(foot.x(), y, foot.width(), LINE * lines)
            if lines == 1:
                lettering.draw(painter, box, "list", text, theme.colour(ink))
            else:
                lettering.draw_paragraph(painter, box, "list", _fitting(text, box), theme.colour(ink))
            y += LINE * lines

    def foot(self) -> list[tuple[str, str, int]]:
        """Text, ink and lines: of the chosen message what it is, who takes it, what came of it; else of the source."""
        arrived, row = self.messages.chosen(), self.sources.chosen()
        if arrived is not None:
            source = self._arrivals.source(self.source())
            return [
                (f"{arrived.message.topic} · {self.words.payload(arrived)}", "text", 2),
                self._note_or(self.words.rule(arrived, source)), (*self.words.outcome(arrived), 1),
            ]  # fmt: skip
        if row is None:
            return [self._note_or("")]
        newest = next((each for each in row.refusals if each.topic), None)
        last = f"{newest.topic}: {newest.detail}" if newest is not None else ""
        return [
            (f"{self.words.source(row.name)} · {self._counted(row)} · {self.words.about(row)}", "text", 1),
            (self.tr("last refused: %1").replace("%1", last) if last else "", "text.dim", 2),
            self._note_or(self._advice()),
        ]  # fmt: skip

    def _counted(self, row: SourceRow) -> str:
        return self.tr("%n message(s) since the start", "", row.messages)

    def _advice(self) -> str:
        if self.messages.lines.rows:
            return self.tr("Choose a message to read what was made of it.")
        return self.tr("No message to show.")

    def _note_or(self, text: str) -> tuple[str, str, int]:
        """What became of the last act, as long as nothing else was done."""
        return (self._note, "text.hi", 1) if self._note else (text, "text.dim", 1)

    def _name_freeze(self) -> None:
        """The button says how many wait behind it."""
        waiting = self.tr("Frozen, %n newer", "", self._newer)
        self.freeze.say(waiting if self.freeze.isChecked() else self.tr("Freeze"))
        self.freeze.updateGeometry()

    def retranslate(self) -> None:
        self.bar.title = self.tr("What arrives")
        self.sources.setAccessibleName(self.tr("Sources"))
        self.messages.setAccessibleName(self.tr("Last messages of the source"))
        self.sources_head.texts = self.words.source_heads()
        self.messages_head.texts = self.words.message_heads()
        self.sought.setFont(theme.font("body"))
        self.sought.setPlaceholderText(self.tr("topic, device, value, reason …"))
        self.sought.setAccessibleName(self.tr("Search among the messages"))
        self.sought.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.all.say(self.tr("all"))
        self.bad.say(self.tr("refused"))
        self.freeze.setToolTip(self.tr("Messages stand still while they are read"))
        self.copy.say(self.tr("Copy as case"))
        self.file.say(self.tr("JSON lines"))
        super().retranslate()


def _fitting(text: str, box: QRect) -> str:
    """As much of a paragraph as the box holds."""
    while len(text) > 1 and lettering.paragraph_height("list", text, box.width()) > box.height():
        text = f"{text[: len(text) * 9 // 10 - 1].removesuffix('…')}…"
    return text
