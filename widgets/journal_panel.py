"""What just happened, newest first: one line each for what the console and its people did."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.app import Console
from console.model import AlarmId
from console.model.ids import domain_of
from widgets import lettering, theme
from widgets.alarms.story_words import EVENTS as STORY_EVENTS
from widgets.alarms.story_words import StoryWords
from widgets.drill.drill_words import DrillWords
from widgets.pace import Pace
from widgets.placing import NAMED_LINKS, Placing
from widgets.ptz.journal_words import PTZ_EVENTS, PtzJournalWords, is_told
from widgets.remote.remote_words import EVENTS as REMOTE_EVENTS
from widgets.remote.remote_words import RemoteWords
from widgets.rewind.journal_words import REPLAY_EVENTS, RewindJournalWords
from widgets.shift_words import EVENTS as SHIFT_EVENTS
from widgets.shift_words import ShiftWords
from widgets.site_words import SiteWords
from widgets.talk.words import seconds
from widgets.words import Words

SITE_EVENTS = (
    announce.SiteChangePending, announce.SiteUnchanged, announce.SiteRefused, announce.SiteChangeDiscarded,
    announce.SiteApplied, announce.NewcomerTold,
)  # fmt: skip
KEPT = 60
LINE = 24
EMBEDDED = "mosquitto"


@dataclass(frozen=True, slots=True)
class Line:
    """Kept as the announcement, worded when painted, so a language switch rewords the past too."""

    at_ms: int
    what: Announcement
    alarm: Alarm | None  # as it was then: it may be closed by now


POSITION_EVENTS = (announce.PositionSeen, announce.PositionDark, announce.PositionBack, announce.PositionLeft)


class JournalPanel(QWidget):
    """Listens to announcements; the journal itself is the store's."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._site_words = SiteWords(self)
        self._drill_words = DrillWords(console, placing, self)
        self._shift_words = ShiftWords(self)
        self._story_words = StoryWords(console, placing, words, self)
        self._remote_words = RemoteWords(console, placing, words, self)
        self._ptz_words = PtzJournalWords(console, placing, self)
        self._rewind_words = RewindJournalWords(console, placing, self)
        self._lines: deque[Line] = deque(maxlen=KEPT)
        self._pace = Pace(self.update, lambda: console.alarms.is_flood, self)
        self.setMinimumHeight(theme.PANEL_HEAD)
        for kind in (
            announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
            announce.AlarmUnknown, announce.AlarmSuppressed,
            announce.CameraShown, announce.LinkLost, announce.LinkBack, announce.MessageRejected,
            announce.MessageSetAside, announce.ClockStepped, announce.ActOverruled, *POSITION_EVENTS,
            announce.BurstKept, announce.DrillChanged, *SITE_EVENTS, *STORY_EVENTS, *SHIFT_EVENTS, *REMOTE_EVENTS,
            *PTZ_EVENTS, *REPLAY_EVENTS,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_announced)

    def height_of(self, lines: int) -> int:
        """Pixels for its head and so many lines."""
        return theme.PANEL_HEAD + lines * LINE + 4

    def on_announced(self, what: Announcement) -> None:
        if not is_told(what):
            return
        alarm_id = _alarm_of(what)
        alarm = self._placing.alarm(alarm_id) if alarm_id else None
        self._lines.appendleft(Line(self._console.clock.now_ms(), what, alarm))
        self._pace.ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        head = QRect(0, 0, self.width(), theme.PANEL_HEAD)
        painter.fillRect(head, theme.colour("bg.raise"))
        inner = head.adjusted(theme.SIDE, 0, -theme.SIDE, 0)
        lettering.draw(painter, inner, "body.strong", self.tr("Journal"), theme.colour("text.hi"))
        y = theme.PANEL_HEAD + 2
        for line in self._seen():
            if y + LINE > self.height():
                break
            time = QRect(theme.SIDE, y, 64, LINE)
            lettering.draw(painter, time, "list", self._placing.clock(line.at_ms), theme.colour("text.dim"))
            text = QRect(theme.SIDE + 70, y, self.width() - 2 * theme.SIDE - 70, LINE)
            lettering.draw(painter, text, "list", self.word(line), theme.colour("text"))
            y += LINE
        painter.end()

    def _seen(self) -> Iterator[Line]:
        """Without alarms that are not of what the room sees: a drill's on a live day, live ones in a drill."""
        domain = self._console.alarms.domain
        return (line for line in self._lines if not (about := _alarm_of(line.what)) or domain_of(about) == domain)

    def word(self, line: Line) -> str:
        """One sentence for one line."""
        what = line.what
        match what:
            case announce.AlarmRaised():
                text, who = self.tr("Raised: %1"), ""
            case announce.AlarmAcknowledged():
                text, who = self.tr("%2 acknowledged: %1"), what.by
            case announce.AlarmCleared():
                text, who = self.tr("Normal again: %1"), ""
            case announce.AlarmUnknown():
                text, who = self.tr("Source lost: %1"), ""
            case announce.AlarmSuppressed():
                text, who = self.tr("Suppressed by design: %1"), ""
            case announce.AlarmReset():
                text, who = self.tr("%2 reset: %1"), what.by
            case announce.ActOverruled():
                text, who = self.tr("%2 was first: %1"), f"{what.by}, {what.position}"
            case announce.CameraShown():
                return self._shown(what)
            case announce.DrillChanged():
                return self._drill_words.happened(what)
            case announce.BurstKept():
                return self._said(what)
            case _:
                return self._further(line)
        return text.replace("%1", self._title(line)).replace("%2", who)

    def _further(self, line: Line) -> str:
        what = line.what
        if isinstance(what, STORY_EVENTS):
            return self._story_words.happened(what, self._title(line) or self._point(what))
        if isinstance(what, SHIFT_EVENTS):
            return self._shift_words.happened(what, self._point(what))
        if isinstance(what, REMOTE_EVENTS):
            return self._remote_words.happened(what)
        if isinstance(what, SITE_EVENTS):
            return self._site_words.line(what)
        if isinstance(what, POSITION_EVENTS):
            return self._position(what)
        return self._of_pictures(what) or self._trouble(what)

    def _of_pictures(self, what: Announcement) -> str:
        if isinstance(what, PTZ_EVENTS):
            return self._ptz_words.happened(what)
        return self._rewind_words.happened(what) if isinstance(what, REPLAY_EVENTS) else ""

    def _title(self, line: Line) -> str:
        return self._placing.title(line.alarm) if line.alarm is not None else getattr(line.what, "alarm", "")

    def _point(self, what: Announcement) -> str:
        """The name of the detector it is about, "" when it is about none."""
        id_ = getattr(what, "point", None)
        point = self._console.points.get(id_) if id_ is not None else None
        return self._placing.pick(point.name, point.name_en) if point is not None else id_ or ""

    def _shown(self, what: announce.CameraShown) -> str:
        camera = self._console.cameras.get(what.camera)  # it may be gone from the site by now
        name = f"{camera.number} {self._placing.camera(camera)}" if camera is not None else what.camera
        text = self.tr("Picture: %1, %2").replace("%1", name)
        return text.replace("%2", self._words.tier(what.tier))

    def _said(self, what: announce.BurstKept) -> str:
        """Who spoke to whom, and for how long."""
        names = {group.id: self._placing.pick(group.name, group.name_en) for group in self._console.site.groups}
        text = self.tr("%1 spoke on %2, %3").replace("%1", what.who or self._console.seat.position)
        text = text.replace("%2", ", ".join(names.get(group, group) for group in what.groups))
        return text.replace("%3", seconds(what.length_ms))

    def _link(self, kind: str, name: str) -> str:
        """The embedded broker's own process and the connection to it are two links of one kind."""
        is_one_of_several = name == EMBEDDED or kind in NAMED_LINKS
        return f"{self._words.link(kind)} ({name})" if is_one_of_several else self._words.link(kind)

    def _position(self, what: Announcement) -> str:
        """Another console came, fell silent, is back, or has left."""
        match what:
            case announce.PositionDark():
                text = self.tr("%1 is dark")
            case announce.PositionBack():
                text = self.tr("%1 is back")
            case announce.PositionLeft():
                text = self.tr("%1 has left")
            case _:
                text = self.tr("%1 works on this journal, too")
        return text.replace("%1", getattr(what, "position", ""))

    def _trouble(self, what: Announcement) -> str:
        match what:
            case announce.LinkLost():
                text = self.tr("%1 lost: %2").replace("%1", self._link(what.kind, what.name))
                return text.replace("%2", self._words.reason(what.reason))
            case announce.LinkBack():
                return self.tr("%1 is up").replace("%1", self._link(what.kind, what.name))
            case announce.MessageRejected():
                text = self.tr("Refused (%1): %2").replace("%1", self._words.rejection(what.reason))
                return text.replace("%2", what.topic)
            case announce.MessageSetAside():
                return self.tr("A message was set aside: %1").replace("%1", what.error)
            case announce.ClockStepped():
                return self.tr("The clock was stepped by %1 s").replace("%1", f"{what.step_ms / 1000:+.0f}")
            case _:
                return type(what).__name__


def _alarm_of(what: Announcement) -> AlarmId | None:
    """Which alarm it is about, if any."""
    return getattr(what, "alarm", None)
