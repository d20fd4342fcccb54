"""What the details say of one alarm below its head: facts, what to do, cameras with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from console.model import Condition, Guidance
from widgets import lettering, theme
from widgets.placing import Placing, span
from widgets.reasons import Reasons
from widgets.sheet import Boxed, Fact, Head, Numbered, Row, Step, Text
from widgets.trends.spark import Sparks
from widgets.words import Words

OCCURRENCES = 4  # newest ones told with their times


class AlarmRows(QObject):
    """Asked at every refresh."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, reasons: Reasons, sparks: Sparks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._sparks = sparks
        self._placing = placing
        self._words = words
        self._reasons = reasons

    def rows(self, alarm: Alarm) -> Sequence[Row]:
        """From what it is to what can be seen of it."""
        return [
            Head(self.tr("This alarm")),
            Text(self._placing.second_line(alarm), "note", "text.dim", below=6),
            *facts(self._times(alarm)),
            *self._sparks.rows(alarm),
            *self._what_to_do(alarm),
            *self._cameras(alarm),
        ]

    def _times(self, alarm: Alarm) -> list[tuple[str, str]]:
        now = self._console.clock.now_ms()
        rows = [
            (self.tr("state"), self._words.shown(alarm.shown)),
            (self.tr("raised"), f"{self._placing.clock(alarm.raised_ms)} · {span(now - alarm.raised_ms)}"),
        ]
        if len(alarm.occurrences) > 1:
            times = " ".join(self._placing.clock(o.raised_ms) for o in alarm.occurrences[-OCCURRENCES:])
            rows.append((self.tr("occurrences"), f"×{len(alarm.occurrences)} · {times}"))
        if alarm.lost:
            rows.append((self.tr("source lost"), f"? {span(now - alarm.lost_ms)}"))
        if alarm.acknowledged is not None:
            who = f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}"
            rows.append((self.tr("acknowledged"), f"{self._placing.clock(alarm.acknowledged.at_ms)} · {who}"))
        if alarm.cleared_ms and alarm.condition is Condition.NORMAL:
            rows.append((self.tr("normal since"), self._placing.clock(alarm.cleared_ms)))
        if alarm.unsaved:
            rows.append((self.tr("journal"), self.tr("not yet saved")))
        return rows

    def _what_to_do(self, alarm: Alarm) -> Iterator[Row]:
        guidance = self._placing.guidance(alarm)
        if guidance is None:
            yield Head(self.tr("What to do"))
            yield Boxed(self.tr("Not rationalised: nobody has written down what to do at this alarm."))
            return
        yield Head(self.tr("What to do"), self._within(alarm, guidance))
        for number, step in enumerate(guidance.steps, 1):
            yield Step(number, self._told(step.in_language(theme.language())))
        texts = (
            (self.tr("call"), guidance.whom),
            (self.tr("cause"), guidance.cause),
            (self.tr("if nobody acts"), guidance.consequence),
        )
        yield from facts([(name, text.in_language(theme.language())) for name, text in texts])

    def _told(self, text: str) -> str:
        return text[:1].upper() + text[1:]

    def _within(self, alarm: Alarm, guidance: Guidance) -> str:
        """How long there is to act; what is left of it while nobody has acknowledged."""
        left_ms = guidance.respond_s * 1000 - (self._console.clock.now_ms() - alarm.last.raised_ms)
        if alarm.acknowledged is not None:
            return self.tr("within %1").replace("%1", span(guidance.respond_s * 1000))
        if left_ms < 0:
            return self.tr("overdue by %1").replace("%1", span(-left_ms))
        return self.tr("%1 left").replace("%1", span(left_ms))

    def _cameras(self, alarm: Alarm) -> Iterator[Row]:
        ranking = self._console.seeing.rankings.get(alarm.id)
        if ranking is None:
            return
        yield Head(self.tr("Cameras"))
        if not ranking.chosen:
            yield Text(self._reasons.without_picture(ranking, named=False), ink="alarm.high")
        beyond = (ranking.nearest_beyond,) if ranking.nearest_beyond is not None else ()
        for choice in (*ranking.chosen, *beyond, *ranking.skipped):
            ink = "alarm.fault" if self._reasons.is_offline(choice) else "text.hi"
            name = self._placing.camera(choice.camera)
            yield Numbered(str(choice.camera.number), name, self._reasons.line(choice), ink)


def facts(pairs: Sequence[tuple[str, str]]) -> list[Row]:
    """Facts whose names share a column that holds the widest of them."""
    column = max([96, *(lettering.width("note", name) + 16 for name, _ in pairs)])
    return [Fact(name, value, column) for name, value in pairs]
