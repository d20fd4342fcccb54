"""What the details say of one alarm below its head: facts, what to do, cameras with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject

from console.alarms import Alarm
from console.app import Console
from console.model import Condition, Guidance
from console.model.ids import principal
from widgets import lettering, theme
from widgets.alarms.line_words import LineWords
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
        self._said = LineWords(console, placing, self)

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
        return [*self._raised(alarm), *self._seen(alarm), *self._found_out(alarm), *self._kept(alarm)]

    def _raised(self, alarm: Alarm) -> Iterator[tuple[str, str]]:
        now = self._console.clock.now_ms()
        yield self.tr("state"), " · ".join([self._words.shown(alarm.shown), *self._said.marks(alarm)])
        yield self.tr("raised"), f"{self._placing.clock(alarm.raised_ms)} · {span(now - alarm.raised_ms)}"
        if len(alarm.occurrences) > 1:
            times = " ".join(self._placing.clock(o.raised_ms) for o in alarm.occurrences[-OCCURRENCES:])
            yield self.tr("occurrences"), f"×{len(alarm.occurrences)} · {times}"
        if grounds := self._placing.grounds(alarm):
            yield self.tr("because of rule"), grounds
        if graver := self._said.heightening(alarm):
            yield self.tr("graver by rule"), graver
        if alarm.promoted_by:
            yield self.tr("fire since"), self._said.promotion(alarm)
        if heard_ms := self._console.points.heard_ms(principal(alarm.point)):
            yield self.tr("last heard"), f"{self._placing.clock(heard_ms)} · {span(now - heard_ms)}"
        if alarm.lost:
            yield self.tr("source lost"), f"? {span(now - alarm.lost_ms)}"
        if alarm.cleared_ms and alarm.condition is Condition.NORMAL:
            yield self.tr("normal since"), self._placing.clock(alarm.cleared_ms)

    def _seen(self, alarm: Alarm) -> Iterator[tuple[str, str]]:
        if alarm.displayed_ms:
            yield self.tr("displayed"), self._placing.clock(alarm.displayed_ms)
        if alarm.escalation:
            yield self.tr("escalated"), self._said.escalation(alarm)
        if alarm.acknowledged is not None:
            who = f"{alarm.acknowledged.by.person}, {alarm.acknowledged.by.position}"
            yield self.tr("acknowledged"), f"{self._placing.clock(alarm.acknowledged.at_ms)} · {who}"
        if alarm.reopened is not None:
            reason = self._said.reopening(alarm.reopened.reason)
            yield self.tr("seen again"), f"{self._placing.clock(alarm.reopened.at_ms)} · {reason}"

    def _found_out(self, alarm: Alarm) -> Iterator[tuple[str, str]]:
        verify = alarm.verify
        if verify.outcome is not None and verify.by is not None:
            said = self._words.outcome(verify.outcome).lower()
            who = f"{verify.by.person}, {verify.by.position}"
            yield self.tr("verified"), f"{said} · {self._placing.clock(verify.at_ms)} · {who}"
        elif verify.is_expired:
            yield self.tr("verified"), self.tr("by nobody in time: counts as real")
        if aside := self._said.aside(alarm):
            yield self.tr("put aside"), " · ".join(filter(None, (self._said.clock(alarm), aside)))

    def _kept(self, alarm: Alarm) -> Iterator[tuple[str, str]]:
        if alarm.unsaved:
            yield self.tr("journal"), self.tr("not yet saved")

    def _what_to_do(self, alarm: Alarm) -> Iterator[Row]:
        guidance = self._placing.guidance(alarm)
        if guidance is None:
            yield Head(self.tr("What to do"))
            yield Boxed(self.tr("Not rationalised: nobody has written down what to do at this alarm."))
            return
        yield Head(self.tr("What to do"), self._within(alarm, guidance))
        for number, step in enumerate(guidance.steps, 1):
            yield Step(number, self._told(step.in_language(theme.language())))
        language = theme.language()
        yield from facts(
            [
                (self.tr("call"), guidance.whom.in_language(language)),
                (self.tr("cause"), guidance.cause.in_language(language)),
                (self._otherwise(guidance), guidance.consequence.in_language(language)),
            ]
        )

    def _otherwise(self, guidance: Guidance) -> str:
        """What comes if nobody acts, and how soon, where the site says it."""
        if not guidance.consequence_s:
            return self.tr("if nobody acts")
        return self.tr("after %1, if nobody acts").replace("%1", span(guidance.consequence_s * 1000))

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
