"""What the right column says while no alarm is chosen: what is open, who is here, what is dark, what was done."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Alarm, Shown
from console.app import Console
from console.model import AlarmId
from console.pictures import LOST
from widgets.alarm_rows import facts
from widgets.placing import Placing, span
from widgets.sheet import Head, Numbered, Row, Text
from widgets.words import Words

KEPT = 6  # acts
NAMED = 8  # cameras and points by name, the rest counted
TIME = 72  # px of the column of times


@dataclass(frozen=True, slots=True)
class Act:
    """What a person did; worded when shown."""

    at_ms: int
    what: announce.AlarmAcknowledged | announce.AlarmReset
    alarm: Alarm | None


class RestRows(QObject):
    """Listens to what people do; everything else is asked at every refresh."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._since_ms = console.clock.now_ms()
        self._acts: deque[Act] = deque(maxlen=KEPT)
        console.announcer.subscribe(announce.AlarmAcknowledged, self.on_act)
        console.announcer.subscribe(announce.AlarmReset, self.on_act)

    def on_act(self, what: announce.AlarmAcknowledged | announce.AlarmReset) -> None:
        alarm = self._placing.alarm(AlarmId(what.alarm))
        self._acts.appendleft(Act(self._console.clock.now_ms(), what, alarm))

    def rows(self) -> Sequence[Row]:
        """Never blank: where nothing is wrong it says so, and since when."""
        return [*self._open(), *self._here(), *self._dark(), *self._silent(), *self._done()]

    def _open(self) -> Iterator[Row]:
        rows = self._console.alarms.rows()
        yield Head(self.tr("Open"), str(len(rows)))
        if not rows:
            yield Text(self.tr("No alarm is open."), ink="text.dim")
            return
        latched = sum(alarm.shown is Shown.LATCHED for alarm in rows)
        yield from facts(
            [
                (self.tr("active"), str(sum(alarm.is_active for alarm in rows))),
                (self.tr("verify and reset"), str(latched)),
                (self.tr("source lost"), str(sum(alarm.lost for alarm in rows))),
            ]
        )

    def _here(self) -> Iterator[Row]:
        yield Head(self.tr("Here"))
        seat, now = self._console.seat, self._console.clock.now_ms()
        since = f"{self._placing.clock(self._since_ms)} · {span(now - self._since_ms)}"
        yield from facts([(seat.position, seat.person), (self.tr("since"), since)])

    def _dark(self) -> Iterator[Row]:
        dark = [self._console.cameras[id_] for id_ in self._console.pictures.not_live() if id_ in self._console.cameras]
        yield Head(self.tr("Cameras not live"), f"{len(dark)} / {self._console.pictures.total}")
        if not dark:
            yield Text(self.tr("Every camera shows a live picture."), ink="text.dim")
        for camera in dark[:NAMED]:
            picture = self._console.pictures.get(camera.id)
            since = self.tr("since %1").replace("%1", self._placing.clock(picture.since_ms))
            line = f"{self._words.camera_state(picture.state)} · {since}"
            ink = "alarm.fault" if picture.state in LOST else "text.dim"
            yield Numbered(str(camera.number), self._placing.camera(camera), line, ink)
        yield from self._more(len(dark))

    def _silent(self) -> Iterator[Row]:
        count = self._console.points.count()
        quiet = self._console.points.overdue()
        yield Head(self.tr("Points not heard"), f"{count.total - count.heard} / {count.total}")
        if count.heard == count.total:
            yield Text(self.tr("Every point was heard in its time."), ink="text.dim")
        elif not quiet:
            yield Text(self.tr("None is overdue; the others have not spoken since the start."), ink="text.dim")
        for id_ in quiet[:NAMED]:
            point = self._console.points.get(id_)
            if point is not None:
                yield Text(self._placing.pick(point.name, point.name_en))
        yield from self._more(len(quiet))

    def _done(self) -> Iterator[Row]:
        yield Head(self.tr("Last acts"))
        if not self._acts:
            yield Text(self.tr("Nobody has acted since the start."), ink="text.dim")
        for act in self._acts:
            title = self._placing.title(act.alarm) if act.alarm is not None else act.what.alarm
            yield Numbered(self._placing.clock(act.at_ms), title, self._did(act.what), column=TIME)

    def _did(self, what: announce.AlarmAcknowledged | announce.AlarmReset) -> str:
        text = self.tr("%1 acknowledged it") if isinstance(what, announce.AlarmAcknowledged) else self.tr("%1 reset it")
        return text.replace("%1", what.by)

    def _more(self, count: int) -> Iterator[Row]:
        if count > NAMED:
            yield Text(self.tr("and %1 more").replace("%1", str(count - NAMED)), "note", "text.dim")
