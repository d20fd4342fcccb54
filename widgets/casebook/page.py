"""The page of closed incidents in the lower panel: the search at the left, one story at the right. GUI thread."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.casebook import StoryTold
from console.errors import CommandRefused
from console.excerpts import CASES
from console.model import IncidentId
from widgets import lettering, theme
from widgets.casebook.case_words import CaseWords
from widgets.casebook.filters import HEIGHT, Filters
from widgets.casebook.listing import COLUMNS, CaseList
from widgets.columns import ColumnNames
from widgets.dispatch.board import Board
from widgets.dispatch.timeline import Timeline, TimelineEntry
from widgets.dispatch.timeline_words import TimelineWords
from widgets.lower_page import LowerPage, paint_empty
from widgets.paper import Paper, Table
from widgets.placing import Placing
from widgets.plan.chips import HEIGHT as CHIP
from widgets.plan.chips import Chip
from widgets.player.bar import PlayerBar
from widgets.saving import Saving
from widgets.words import Words

FOOT, LIST_SHARE, LIST_LEAST = 30, 0.56, 420
LIST_SHARES, STORY_SHARES = (0.17, 0.1, 0.33, 0.16, 0.1, 0.14), (0.12, 0.63, 0.25)  # of the paper's width


class CasebookPage(LowerPage[PlayerBar]):
    """Asks when it is shown and whenever something else is looked for; a story when one is opened."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent, every_ms=0)
        board = Board(console, placing, names, self)
        self.words = CaseWords(console, placing, names, board, self)
        self._lines = TimelineWords(console, placing, names, board, self)
        self.filters = Filters(self.words, self)
        self.head = ColumnNames(COLUMNS, self)
        self.list = CaseList(self.words.cells, self)
        self.timeline = Timeline(self)
        self.csv, self.pdf = (Chip(self, checkable=False) for _ in range(2))
        self.saving = Saving(console, placing, CASES, self)
        self.setFocusProxy(self.filters.sought)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.filters.asked.connect(self.ask)
        self.list.opened.connect(self.on_opened)
        self.list.moved.connect(self.on_moved)
        self.csv.clicked.connect(self.on_csv)
        self.pdf.clicked.connect(self.on_print)
        self.saving.told.connect(self.say)
        self.follow(announce.CasebookStirred)
        self._console.announcer.subscribe(announce.SiteApplied, self.on_site)

    # ---- what is shown ----

    def ask(self) -> None:
        """For what the filters say."""
        self.attempt(lambda: self._console.casebook.look(self.filters.quest()))

    def on_seen(self, *, is_seen: bool) -> None:
        if is_seen:
            self.ask()
        else:
            self._console.casebook.close()

    def on_site(self, _told: announce.SiteApplied) -> None:
        """It may have other buildings and units."""
        self.retranslate()

    def look(self) -> None:
        """What was found, and the story that is open."""
        casebook = self._console.casebook
        self.list.show_rows(casebook.cases)
        self.timeline.show_lines(self._story(casebook.story))
        self.timeline.setVisible(casebook.story is not None)
        self.csv.setVisible(bool(casebook.cases))
        self.pdf.setVisible(bool(casebook.cases))
        self.pdf.setToolTip(self._to_print())
        self.bar.title = self.words.title(casebook.story.case) if casebook.story else self.tr("Closed incidents")
        self.bar.update()
        self.update()

    def _story(self, story: StoryTold | None) -> list[TimelineEntry]:
        """What was said then is played from the folder of recordings, not from here."""
        if story is None:
            return []
        return [replace(line, plays="") for line in self._lines.told(story.case.incident, story.lines)]

    # ---- what a person does ----

    def on_opened(self, incident: str) -> None:
        """Its story is wanted; who reads it is in the record."""
        self.attempt(lambda: self._console.casebook.open(IncidentId(incident)))

    def on_moved(self) -> None:
        self.say("")

    def refusal(self, refused: CommandRefused) -> str:
        return self.words.refusal(refused.code)

    def on_csv(self) -> None:
        """The list as it stands."""
        title, name = self.tr("Keep the list of incidents"), self.saving.dated("incidents")
        self.saving.ask_paper(title, name, "csv", self.listed())

    def on_print(self) -> None:
        """The story that is open, else the list."""
        story = self._console.casebook.story
        name = f"incident_{story.case.incident.id}" if story is not None else self.saving.dated("incidents")
        paper = self.told(story) if story is not None else self.listed()
        self.saving.ask_paper(self._to_print(), name, "pdf", paper)

    def _to_print(self) -> str:
        return self.tr("Print the timeline") if self._console.casebook.story else self.tr("Print the list")

    def listed(self) -> Paper:
        """What was found, in words."""
        casebook = self._console.casebook
        counted = self.words.count(len(casebook.cases), casebook.total)
        rows = [self.words.cells(case) for case in casebook.cases]
        table = Table(self.words.heads(), rows, LIST_SHARES)
        return self.saving.paper(self.tr("Closed incidents"), (counted,), (table,))

    def told(self, story: StoryTold) -> Paper:
        """One story, in words."""
        heads = (self.tr("time"), self.tr("what happened"), self.tr("who"))
        rows = [(line.time, line.text, line.who) for line in self._lines.told(story.case.incident, story.lines)]
        table = Table(heads, rows, STORY_SHARES)
        return self.saving.paper(self.words.title(story.case), (self.words.foot(story.case),), (table,))

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        width, top = self.width(), theme.PANEL_HEAD
        beside = min(width, max(LIST_LEAST, round(LIST_SHARE * width)))
        self.filters.setGeometry(0, top, beside, HEIGHT)
        self.head.setGeometry(0, top + HEIGHT, beside, theme.COLUMN_HEAD)
        list_top = top + HEIGHT + theme.COLUMN_HEAD
        self.list.setGeometry(0, list_top, beside, max(0, self.height() - list_top - FOOT))
        left = beside + theme.GUTTER
        self.timeline.setGeometry(left, top, max(0, width - left), max(0, self.height() - top - FOOT))
        self._place_chips(width)

    def _place_chips(self, right: int) -> None:
        for chip in (self.pdf, self.csv):
            wide = chip.sizeHint().width()
            right -= wide + theme.SPACE
            chip.setGeometry(right, self.height() - FOOT + (FOOT - CHIP) // 2, wide, CHIP)

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        line = theme.colour("line.strong")
        painter.fillRect(0, self.height() - FOOT, self.width(), 1, line)
        painter.fillRect(self.timeline.x() - 1, theme.PANEL_HEAD, 1, self.timeline.height(), line)
        foot = QRect(theme.SIDE, self.height() - FOOT, self.csv.x() - 2 * theme.SIDE, FOOT)
        lettering.draw(painter, foot, "body", self._foot(), theme.colour("text"))
        if self.timeline.isHidden():
            text = self.tr("Enter on one of the list shows what happened, line by line.")
            paint_empty(painter, self.timeline.geometry(), text)

    def _foot(self) -> str:
        """What became of the last act, that somebody looks, or what was found and what is chosen."""
        casebook, case = self._console.casebook, self.list.chosen()
        if self._note or casebook.trouble:
            return self._note or self.words.trouble(casebook.trouble)
        if casebook.running is not None:
            return self.tr("Looking …")
        counted = self.words.count(len(casebook.cases), casebook.total) if casebook.is_known else ""
        return " · ".join(filter(None, (counted, self.words.foot(case) if case is not None else "")))

    def retranslate(self) -> None:
        self.filters.retranslate()
        self.head.texts = self.words.heads()
        self.list.setAccessibleName(self.tr("Closed incidents"))
        self.bar.title = self.tr("Closed incidents")
        self.csv.say(self.tr("CSV"))
        self.pdf.say(self.tr("print"))
        self._place_chips(self.width())
        super().retranslate()
