"""What the right column says while no alarm is chosen: what is open, who is here, what is dark, what was done."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QObject

from console import announce
from console.alarms import Alarm, Shown
from console.app import Console
from console.model import AlarmClass, AlarmId, PointId
from console.pictures import LOST
from widgets.alarm_rows import facts
from widgets.placing import Placing, span
from widgets.sheet import Head, Numbered, Row, Text
from widgets.words import Words

KEPT = 6  # acts
NAMED = 8  # cameras and points by name, the rest counted
JUDGED = 40  # alarms whose guidance is looked up
TIME = 72  # px of the column of times
GB = 1_000_000_000


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
        return [*self._open(), *self._here(), *self._dark(), *self._silent(), *self._refused(), *self._done()]

    def _open(self) -> Iterator[Row]:
        rows = self._console.alarms.rows()
        yield Head(self.tr("Open"), str(len(rows)))
        if not rows:
            yield Text(self.tr("No alarm is open."), ink="text.dim")
            return
        fires = takewhile(lambda alarm: alarm.alarm_class is AlarmClass.FIRE, rows)  # nothing else latches
        latched = sum(alarm.shown is Shown.LATCHED for alarm in fires)
        counted = self._console.alarms.counts()
        yield from facts(
            [
                (self.tr("unacknowledged"), str(counted.owed)),
                (self.tr("verify and reset"), str(latched)),
                (self.tr("source lost"), str(counted.unknown)),
                (self.tr("chattering, stale"), f"{counted.chattering}, {counted.stale}"),
            ]
        )
        unguided = sum(self._placing.guidance(alarm) is None for alarm in rows[:JUDGED])
        if unguided:
            yield Text(self.tr("%n not rationalised: nobody wrote down what to do", "", unguided), ink="text.dim")

    def _refused(self) -> Iterator[Row]:
        """Messages nobody could make sense of; never taken for normal."""
        refused: Counter[str] = Counter()
        for (_source, reason), count in self._console.troubles.refused.items():
            refused[reason] += count
        total = refused.total()
        yield Head(self.tr("Messages refused"), str(total))
        if not total:
            yield Text(self.tr("Every message since the start was understood."), ink="text.dim")
        else:
            ranked = refused.most_common(NAMED)
            yield from facts([(self._words.rejection(code), str(count)) for code, count in ranked])

    def _here(self) -> Iterator[Row]:
        yield Head(self.tr("Here"))
        seat, now = self._console.seat, self._console.clock.now_ms()
        since = f"{self._placing.clock(self._since_ms)} · {span(now - self._since_ms)}"
        yield from facts([(seat.position, seat.person), (self.tr("since"), since), (self.tr("disk"), self._disk())])

    def _disk(self) -> str:
        """How long it lasts, as far as that can be seen, and what is free."""
        disk = self._console.custody.disk
        if disk is None:
            return "—"
        free = f"{disk.free / GB:.0f} GB" if disk.free >= 10 * GB else f"{disk.free / GB:.1f} GB"
        if disk.days_left is None:
            return self.tr("%1 free").replace("%1", free)
        days = self.tr("%n day(s) left", "", disk.days_left)
        return f"{days} · {free}"

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
        elif not quiet and not count.lost:
            yield Text(self.tr("None is overdue; the others have not spoken since the start."), ink="text.dim")
        if count.lost:
            yield Text(self.tr("%n point(s) lost with device or bridge", "", count.lost), ink="alarm.fault")
        for id_ in quiet[:NAMED]:
            point = self._console.points.get(id_)
            if point is not None:
                yield Text(self._placing.pick(point.name, point.name_en), below=0)
                yield Text(self._heard(id_), "note", "text.dim")
        yield from self._more(len(quiet))

    def _heard(self, point: PointId) -> str:
        """When it was heard last."""
        at_ms = self._console.points.heard_ms(point)
        if not at_ms:
            return self.tr("not heard since the start")
        return self.tr("last message %1 ago").replace("%1", span(self._console.clock.now_ms() - at_ms))

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
