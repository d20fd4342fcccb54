"""The page of the cameras' health in the lower panel: every camera, those that need somebody first. GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from console.app import Console
from console.errors import CommandRefused
from console.excerpts import HEALTH
from console.finding import fits
from console.health import CameraHealth, Worry
from console.model import CameraId
from console.wall import ALARM_TILE
from widgets import lettering, theme
from widgets.columns import ColumnNames
from widgets.health.health_words import HealthWords
from widgets.health.order import COLUMNS, Column, arranged
from widgets.health.table import HealthTable
from widgets.lower_page import LowerPage
from widgets.paper import Paper, Table
from widgets.placing import Placing
from widgets.plan.chips import Chip
from widgets.player.bar import PlayerBar
from widgets.saving import Saving
from widgets.words import Words

TOOLS, FOOT, FIELD = 36, 52, 28
LEFT_OUT = (Worry.WELL, Worry.UNKNOWN)  # of those that need somebody
SHARES = (0.03, 0.2, 0.09, 0.05, 0.05, 0.04, 0.05, 0.05, 0.11, 0.04, 0.05, 0.04, 0.05, 0.15)  # of the paper's width


class HealthPage(LowerPage[PlayerBar]):
    """Asks for figures while it is seen."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent)
        self._health = console.sight.health
        self._names = names
        self._every_s = console.sight.truth.every_s
        self.words = HealthWords(placing, names, self)
        self._counts = (0, 0)  # cameras, and of them those that need somebody
        self._make_tools()
        self.head = ColumnNames(COLUMNS, self, by=Column.CARE)
        self.table = HealthTable(lambda row: self.words.cells(row, console.clock.now_ms()), self)
        self.saving = Saving(console, placing, HEALTH, self)
        self.setFocusProxy(self.table)
        self._connect()
        self.retranslate()

    def _make_tools(self) -> None:
        self.tools = QWidget(self)
        self.all, self.ill = Chip(self.tools), Chip(self.tools)
        self.all.setChecked(True)
        self.sought = QLineEdit(self.tools)
        self.sought.setFixedHeight(FIELD)
        self.right, self.csv, self.pdf = (Chip(self.tools, checkable=False) for _ in range(3))
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(theme.SPACE, 0, theme.SPACE, 0)
        row.setSpacing(theme.GUTTER)
        for widget in (self.all, self.ill):
            row.addWidget(widget)
        row.addWidget(self.sought, 1)
        for widget in (self.right, self.csv, self.pdf):
            row.addWidget(widget)

    def _connect(self) -> None:
        self.all.clicked.connect(lambda: self._narrow(to_ill=False))
        self.ill.clicked.connect(lambda: self._narrow(to_ill=True))
        self.sought.textChanged.connect(self.look)
        self.right.clicked.connect(self.on_right)
        self.csv.clicked.connect(lambda: self.on_file("csv"))
        self.pdf.clicked.connect(lambda: self.on_file("pdf"))
        self.head.sorted.connect(self.look)
        self.table.moved.connect(self.on_moved)
        self.table.opened.connect(self.on_opened)
        self.saving.told.connect(self.say)

    # ---- what is shown ----

    def look(self) -> None:
        """Every camera as it is now."""
        rows = self._health.rows()
        self._counts = len(rows), sum(row.worry not in LEFT_OUT for row in rows)
        self.all.say(self.tr("all %1").replace("%1", str(self._counts[0])))
        self.ill.say(self.tr("to see to %1").replace("%1", str(self._counts[1])))
        by = Column(self.head.by or 0)
        self.table.show_rows(arranged(self._listed(rows), by, is_turned=self.head.is_turned))
        self._offer()
        self.update()

    def _listed(self, rows: Sequence[CameraHealth]) -> list[CameraHealth]:
        sought, now = self.sought.text(), self._console.clock.now_ms()
        listed = [row for row in rows if not (self.ill.isChecked() and row.worry in LEFT_OUT)]
        if not sought.strip():
            return listed
        return [row for row in listed if fits(self._said(row, now), sought)]

    def _said(self, row: CameraHealth, now_ms: int) -> str:
        camera = row.camera
        words = (*self.words.cells(row, now_ms), camera.name, camera.name_en, camera.id, self.words.place(row))
        return " ".join(words).casefold()

    def _offer(self) -> None:
        """Only what can be done to the chosen camera is there."""
        row = self.table.chosen()
        self.right.setVisible(row is not None and row.view is not None and row.view.view is not None and row.is_live)

    # ---- what a person does ----

    def _narrow(self, *, to_ill: bool) -> None:
        self.all.setChecked(not to_ill)
        self.ill.setChecked(to_ill)
        self.look()

    def on_moved(self) -> None:
        self.say("")
        self._offer()

    def on_opened(self, camera: str) -> None:
        """Its picture into the tile that is selected."""
        steering = self._console.steering
        self.attempt(lambda: steering.put(steering.selected or ALARM_TILE, CameraId(camera)))

    def refusal(self, refused: CommandRefused) -> str:
        return self._names.refusal(refused.code)

    def on_right(self) -> None:
        """What the chosen camera shows is right."""
        if (row := self.table.chosen()) is not None:
            done = self.tr("Its view is right from now on: %1").replace("%1", self.words.name(row))
            if self.attempt(lambda: self._console.sight.truth.approve(row.camera.id)):
                self.say(done)

    def on_file(self, ending: str) -> None:
        """The list as it stands; `ending` is csv or pdf."""
        self.saving.ask_paper(
            self.tr("Keep the cameras' health"), self.saving.dated("cameras"), ending, self.paper()
        )  # fmt: skip

    def paper(self) -> Paper:
        """The list in words, as it stands now; four columns more in a spreadsheet."""
        now = self._console.clock.now_ms()
        counts = self.tr("%1 cameras, %2 to see to").replace("%1", str(self._counts[0]))
        lines = [
            (
                *self.words.cells(row, now), row.camera.id, self.words.place(row),
                self.words.view(row, self._every_s), self.words.cure(row),
            )
            for row in self.table.lines.rows
        ]  # fmt: skip
        heads = (*self.words.heads(), self.tr("id"), self.tr("place"), self.tr("view"), self.tr("what to do"))
        table = Table(heads, lines, (*SHARES, 0, 0, 0, 0))
        return self.saving.paper(self.bar.title, (counts.replace("%2", str(self._counts[1])),), (table,), is_wide=True)

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        width, top = self.width(), theme.PANEL_HEAD
        self.tools.setGeometry(0, top, width, TOOLS)
        self.head.setGeometry(0, top + TOOLS, width, theme.COLUMN_HEAD)
        list_top = top + TOOLS + theme.COLUMN_HEAD
        self.table.setGeometry(0, list_top, width, max(0, self.height() - list_top - FOOT))

    def paint(self, painter: QPainter) -> None:
        foot = QRect(theme.SIDE, self.height() - FOOT, self.width() - 2 * theme.SIDE, FOOT)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.fillRect(0, foot.y(), self.width(), 1, theme.colour("line.strong"))
        for at, (text, ink) in enumerate(self._foot()):
            line = QRect(foot.x(), foot.y() + 5 + 21 * at, foot.width(), 21)
            lettering.draw(painter, line, "body", text, theme.colour(ink))

    def _foot(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """About the chosen camera: what is known of it, and what to do; or what became of the last act."""
        row = self.table.chosen()
        if row is None:
            return (self._note or self.tr("Choose a camera; Enter shows its picture."), "text.dim"), ("", "text")
        parts = (
            f"{row.camera.number} {self.words.name(row)}", self.words.place(row),
            self.words.view(row, self._every_s), self._held(row),
        )  # fmt: skip
        return (" · ".join(filter(None, parts)), "text"), (self._note or self.words.cure(row), "text.hi")

    def _held(self, row: CameraHealth) -> str:
        """How much of it memory has."""
        if row.stream is None:
            return ""
        return self.tr("%1 s in memory").replace("%1", f"{row.stream.ring_s:.0f}")

    def on_seen(self, *, is_seen: bool) -> None:
        self._health.watch(self, is_looking=is_seen)

    def retranslate(self) -> None:
        self.bar.title = self.tr("Health of the cameras")
        self.table.setAccessibleName(self.bar.title)
        self.head.texts = self.words.heads()
        self.head.setAccessibleName(self.tr("Order of the list"))
        self.head.setToolTip(self.tr("A press sorts by a column, another turns it round; also Tab, ← → and Enter"))
        self.sought.setFont(theme.font("body"))
        self.sought.setPlaceholderText(self.tr("name, place, state, codec …"))
        self.sought.setAccessibleName(self.tr("Search among the cameras"))
        self.right.say(self.tr("View is right"))
        self.right.setToolTip(self.tr("Takes what it shows now as a reference"))
        self.csv.say(self.tr("CSV"))
        self.pdf.say(self.tr("print"))
        super().retranslate()
