"""The words on trends: ranges, gaps, ages, nearness, refusals, in the operator's language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from widgets.placing import span
from widgets.trends.nearby import Near, Nearness
from widgets.trends.span import DAY, HOUR, MINUTE
from widgets.trends.strokes import Gap

LONG = 48 * HOUR  # from here on a time is told in days


class TrendWords(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def length(self, ms: int) -> str:
        """A range as its button says it."""
        if ms % DAY == 0 and ms > DAY:
            return self.tr("%1 d").replace("%1", str(ms // DAY))
        if ms % HOUR == 0:
            return self.tr("%1 h").replace("%1", str(ms // HOUR))
        return self.tr("%1 min").replace("%1", str(ms // MINUTE)) if ms % MINUTE == 0 else self.time(ms)

    def time(self, ms: int) -> str:
        """Any length of time, to be read at a glance."""
        if ms < LONG:
            return span(ms)
        return self.tr("%1 d").replace("%1", str(round(ms / DAY)))

    def gap(self, gap: Gap, trouble: str) -> str:
        """What a hatched stretch means; `trouble`: the history cannot be read."""
        if trouble:
            return self.tr("history cannot be read")
        return self.tr("no data %1").replace("%1", self.time(gap.length_ms))

    def waiting(self) -> str:
        """In place of a line that was asked for."""
        return self.tr("reading the history …")

    def age(self, ms: int) -> str:
        return self.tr("read %1 ago").replace("%1", self.time(ms))

    def never(self) -> str:
        return self.tr("not heard yet")

    def nearness(self, near: Near) -> str:
        """Why another point than the one in alarm is shown for it."""
        return {
            Nearness.OWN: "",
            Nearness.DEVICE: self.tr("of the same device"),
            Nearness.ZONE: self.tr("nearest in the zone"),
            Nearness.FLOOR: self.tr("nearest on the floor"),
            Nearness.BUILDING: self.tr("nearest in the building"),
            Nearness.SITE: self.tr("nearest on the site"),
        }[near.nearness]

    def stretch(self, start_ms: int, end_ms: int, zone: ZoneInfo) -> str:
        """From when to when, with the day where that is not one day."""
        start, end = (datetime.fromtimestamp(ms / 1000, zone) for ms in (start_ms, end_ms))
        exact = "%H:%M:%S" if end_ms - start_ms < HOUR else "%H:%M"
        same = start.date() == end.date()
        return f"{start.strftime(f'%m-%d {exact}')} – {end.strftime(exact if same else f'%m-%d {exact}')}"

    def trouble(self, code: str) -> str:
        """Why a file was not written."""
        return {
            "disk_full": self.tr("the disk is full"),
            "read_only": self.tr("nothing may be written there"),
            "io_error": self.tr("the disk failed or the folder is gone"),
            "no_writer": self.tr("this console writes no files"),
            "no_right": self.tr("your role does not allow this"),
            "error": self.tr("the program failed on it"),
        }.get(code, code)

    def refusal(self, code: str) -> str:
        """Why a point cannot be added."""
        return {
            "shown_already": self.tr("This point is shown already"),
            "no_plot_left": self.tr("Four plots are full: remove a line first"),
        }.get(code, code)
