"""The page of the alarm performance in the lower panel: figures or a rule at its left, the rate and the ten busiest
points at its right.
"""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console import announce
from console.announce import Announcement
from console.app import Console
from console.errors import CommandRefused
from console.kinds import kind_of
from console.performance.desk import DAY_MS
from console.performance.nuisance import Busy
from console.performance.report import Report
from console.performance.study import Study, Verdict
from widgets import theme
from widgets.lower_page import LowerPage, paint_empty
from widgets.performance.bar import PerformanceBar
from widgets.performance.chart import RateChart
from widgets.performance.export import PerformanceExport
from widgets.performance.figure_rows import FigureRows
from widgets.performance.naming import Naming
from widgets.performance.performance_words import PerformanceWords, percent
from widgets.performance.study_rows import StudyRows
from widgets.performance.top_list import Entry, TopHead, TopList
from widgets.performance.trial_form import TrialForm
from widgets.placing import Placing
from widgets.plan.chips import Chip
from widgets.sheet import Head, Row, Sheet, Text
from widgets.trends.ticks import times
from widgets.words import Words

LEFT_SHARE, LEFT_LEAST, LEFT_MOST = 0.40, 316, 440
CHART_SHARE, CHART_LEAST, CHART_MOST = 0.33, 84, 180
SIDE_HEAD = 28
TICK_ROOM = 72  # px a time needs below the chart
FIXED = (Verdict.FIRE, Verdict.NO_RULE, Verdict.NO_SAMPLES)  # nothing to be tried there


class PerformancePage(LowerPage[PerformanceBar]):
    """Follows the desk of the performance by itself; `open` when a person wants to see it."""

    def __init__(self, console: Console, placing: Placing, names: Words, parent: QWidget | None = None) -> None:
        self.words = PerformanceWords()
        super().__init__(console, PerformanceBar(self.words), parent, every_ms=0)
        self._placing = placing
        self._names = names
        self._span_ms = DAY_MS
        self._place = -1
        self._shows_rule = False
        self.naming = Naming(console, placing, names, self)
        self._figure_rows = FigureRows(self.words, names, placing, self.naming, self)
        self._study_rows = StudyRows(self.words, placing, self.naming, self)
        self._make_left()
        self.chart, self.head, self.top = RateChart(self), TopHead(self), TopList(self)
        self.export = PerformanceExport(
            console, self.words, names, placing, self.naming, self._figure_rows, self
        )  # fmt: skip
        self.setFocusProxy(self.top)
        self._connect()
        self.retranslate()

    def _make_left(self) -> None:
        self._side = QWidget(self)
        self.to_figures, self.to_rule = Chip(self._side), Chip(self._side)
        row = QHBoxLayout(self._side)
        row.setContentsMargins(theme.SPACE, 2, theme.SPACE, 2)
        row.setSpacing(theme.GUTTER)
        row.addWidget(self.to_figures)
        row.addWidget(self.to_rule)
        row.addStretch(1)
        self.figures, self.study = Sheet(self._of_figures, self), Sheet(self._of_study, self)
        self.form = TrialForm(self)

    def _connect(self) -> None:
        self.bar.span_asked.connect(self.on_span)
        self.bar.cancel_asked.connect(self.on_cancel)
        self.bar.file_asked.connect(self.on_file)
        self.to_figures.clicked.connect(lambda: self._turn(rule=False))
        self.to_rule.clicked.connect(lambda: self._turn(rule=True))
        self.top.moved.connect(lambda: self.on_chosen(self.top.currentIndex().row()))
        self.form.asked.connect(self.on_try)
        self.export.saving.told.connect(self.say)
        self.follow(announce.PerformanceStirred, announce.SiteApplied)

    # ---- what is shown ----

    @property
    def report(self) -> Report | None:
        return self._console.performance.report

    def chosen(self) -> tuple[Study, Busy] | None:
        """The rule that is looked at: as it was tried last, else as it was proposed."""
        report = self.report
        if report is None or not 0 <= self._place < len(report.figures.top):
            return None
        study, tried = report.study(self._place), self._console.performance.tried
        is_tried = tried is not None and tried.signal == study.signal
        return (tried if is_tried and tried is not None else study), report.figures.top[self._place]

    def on_announced(self, announced: Announcement) -> None:
        if self._console.performance.running is None:
            self._note = ""
        super().on_announced(announced)

    def say(self, text: str) -> None:
        """In the bar."""
        super().say(text)
        self.refresh()

    def look(self) -> None:
        """Everything as it is now."""
        report = self.report
        entries = self._entries(report) if report is not None else ()
        self.top.show_rows(entries)
        if self._place >= len(entries):
            self._place, self._shows_rule = -1, False
        for part in (self.chart, self.head, self.top):
            part.setVisible(report is not None)
        self._show_rates(report)
        running = self._console.performance.running
        self.bar.show_state(
            self._span_ms, self._said(), is_running=running is not None, has_report=report is not None
        )  # fmt: skip
        self._show_left()
        self.update()

    def _said(self) -> str:
        desk = self._console.performance
        if desk.running is not None:
            text = self.tr("working: %1 %").replace("%1", f"{100 * desk.done:.0f}")
            return f"{text} · {desk.what}" if desk.what else text
        if desk.trouble:
            return self.words.trouble(desk.trouble)
        if self._note or desk.report is None:
            return self._note
        return self.tr("as of %1").replace("%1", self._placing.clock(desk.read_ms)[:5])

    def _show_rates(self, report: Report | None) -> None:
        if report is None:
            self.chart.show_rates(None, (), "")
            return
        rates, zone = report.figures.rates, ZoneInfo(self._console.site.time_zone)
        most = max(2, self.chart.width() // TICK_ROOM)
        self.chart.show_rates(rates, times(rates.start_ms, rates.end_ms, zone, most), self.tr("alarm flood"))

    def _entries(self, report: Report) -> Sequence[Entry]:
        top = report.figures.top
        return [self._entry(report, at, busy, top[0].calls) for at, busy in enumerate(top)]

    def _entry(self, report: Report, at: int, busy: Busy, most: int) -> Entry:
        study = report.study(at)
        gone = study.chosen.vanished / study.calls if study.chosen is not None and study.calls else 0.0
        return Entry(
            f"{busy.point} {busy.kind}", busy.alarm_class.value, busy.priority,
            self.naming.place_first(busy.point, busy.kind, busy.label),
            str(busy.calls), percent(busy.share), busy.calls / most, f"−{percent(gone)}" if gone else "",
            self.words.in_short(study), is_proposed=study.chosen is not None,
        )  # fmt: skip

    def _show_left(self) -> None:
        found = self.chosen()
        shows_rule = self._shows_rule and found is not None
        self._side.setVisible(self.report is not None)
        self.to_figures.setChecked(not shows_rule)
        self.to_rule.setChecked(shows_rule)
        self.to_rule.setVisible(found is not None)
        if found is not None:
            self.to_rule.say(self.tr("Rule %1").replace("%1", str(found[0].signal)))
        self.figures.setVisible(not shows_rule)
        self.study.setVisible(shows_rule)
        self.form.setVisible(shows_rule and found is not None and found[0].verdict not in FIXED)
        self.arrange()
        self.figures.refresh()
        self.study.refresh()

    def _of_figures(self) -> Sequence[Row]:
        report = self.report
        if report is not None:
            return self._figure_rows.rows(report.figures)
        if self._console.performance.running is not None:
            text = self.tr("Reading the journal.")
        else:
            text = self.tr("Choose at the top how far back the figures are to reach.")
        return [Head(self.tr("Figures")), Text(text, ink="text.dim")]

    def _of_study(self) -> Sequence[Row]:
        found = self.chosen()
        return self._study_rows.rows(*found) if found is not None else ()

    # ---- what a person does ----

    def open(self) -> None:
        """The key was pressed: without figures they are asked for."""
        desk = self._console.performance
        if desk.report is None and desk.running is None and not desk.trouble:
            self.on_span(self._span_ms)

    def on_span(self, span_ms: int) -> None:
        self._span_ms = span_ms
        self.attempt(lambda: self._console.performance.ask(span_ms))

    def on_cancel(self) -> None:
        self._console.performance.cancel()

    def on_chosen(self, place: int) -> None:
        """Another point of the list: its rule is shown, and the form begins with what is proposed."""
        self._place, self._shows_rule = place, place >= 0
        if (found := self.chosen()) is not None:
            study, kind = found[0], kind_of(found[0].signal.kind)
            setting = study.chosen.setting if study.chosen is not None else study.now
            self.form.show_setting(setting, study.unit, has_band=kind.numeric or kind.unit is not None)
        self.study.top()
        self.look()

    def on_try(self) -> None:
        if (found := self.chosen()) is not None:
            setting = self.form.setting
            self.attempt(lambda: self._console.performance.attempt(found[0].signal, setting))

    def on_file(self, ending: str) -> None:
        if (report := self.report) is not None:
            self.export.ask(report, ending)

    def _turn(self, *, rule: bool) -> None:
        self._shows_rule = rule
        self.look()

    def refusal(self, refused: CommandRefused) -> str:
        return self.words.trouble(refused.code)

    # ---- places, looks ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rates(self.report)

    def _left_box(self) -> QRect:
        width = min(LEFT_MOST, max(LEFT_LEAST, round(LEFT_SHARE * self.width())))
        return QRect(0, theme.PANEL_HEAD, width, self.height() - theme.PANEL_HEAD)

    def arrange(self) -> None:
        super().arrange()
        left = self._left_box()
        self._side.setGeometry(left.x(), left.y(), left.width(), SIDE_HEAD)
        body = left.adjusted(0, 0 if self._side.isHidden() else SIDE_HEAD, 0, 0)
        self.figures.setGeometry(body)
        form = 0 if self.form.isHidden() else self.form.sizeHint().height()
        self.study.setGeometry(body.adjusted(0, 0, 0, -form))
        self.form.setGeometry(body.x(), body.bottom() + 1 - form, body.width(), form)
        x = left.width() + theme.GUTTER
        width, height = self.width() - x, left.height()
        chart = min(CHART_MOST, max(CHART_LEAST, round(CHART_SHARE * height)))
        self.chart.setGeometry(x, left.y(), width, chart)
        self.head.setGeometry(x, left.y() + chart + theme.GUTTER, width, theme.COLUMN_HEAD)
        below = left.y() + chart + theme.GUTTER + theme.COLUMN_HEAD
        self.top.setGeometry(x, below, width, self.height() - below)

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        left = self._left_box()
        painter.fillRect(left, theme.colour("bg.panel"))
        right = left.adjusted(left.width() + theme.GUTTER, 0, self.width() - left.width(), 0)
        painter.fillRect(right, theme.colour("bg.panel"))
        if self.report is None:
            paint_empty(painter, right, self._said() or self.tr("No figures yet."))

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.form.retranslate()
        self.to_figures.say(self.tr("Figures"))
        self.head.title = self.tr("Ten busiest points")
        self.head.calls, self.head.share = self.tr("calls"), self.tr("share")
        self.head.less, self.head.help = self.tr("less"), self.tr("with")
        self.top.setAccessibleName(self.head.title)
        super().retranslate()
