"""What was found of one rule, as rows of a sheet: the proposal, what it would have changed, what else was tried."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from console.performance.judging import Real, Trial, Vanished
from console.performance.nuisance import Busy
from console.performance.study import Study
from widgets.performance.naming import Naming
from widgets.performance.performance_words import PerformanceWords, percent
from widgets.placing import Placing
from widgets.sheet import Boxed, Fact, Head, Numbered, Row, Text

COLUMN, TRIED = 108, 60
SHOWN = 40  # vanished calls one below the other


class StudyRows(QObject):
    """Asked at every refresh."""

    def __init__(
        self, words: PerformanceWords, placing: Placing, naming: Naming, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._placing = placing
        self._naming = naming

    def rows(self, study: Study, busy: Busy | None) -> list[Row]:
        """`busy`: the place of the list it was chosen from."""
        return [
            *(self._point(busy) if busy is not None else ()),
            *self._verdict(study),
            *(self._effect(study, study.chosen) if study.chosen is not None else ()),
            *self._trust(study),
            *(self._lines(study, study.chosen) if study.chosen is not None else ()),
            *self._tried(study),
            *(self._vanishing(study.chosen) if study.chosen is not None else ()),
        ]

    def _point(self, busy: Busy) -> Iterator[Row]:
        yield Head(self._naming.title(busy.point, busy.kind, busy.label), busy.alarm_class.value)
        text = self.tr("%1 calls, %2 in a chatter, %3 fleeting; half of them stood for less than %4")
        text = text.replace("%1", str(busy.calls)).replace("%2", str(busy.chattering))
        text = text.replace("%3", str(busy.fleeting)).replace("%4", self._words.length(busy.median_ms))
        yield Text(text)

    def _verdict(self, study: Study) -> Iterator[Row]:
        rule = self.tr("rule %1").replace("%1", str(study.signal))
        yield Head(
            self._words.verdict(study.verdict) if study.chosen is not None else self.tr("Nothing proposed"), rule
        )
        if study.chosen is None:
            yield Boxed(self._words.verdict(study.verdict))
        else:
            yield Text(self._words.change(study.now, study.chosen.setting, study.unit), "body.strong", "text.hi")

    def _effect(self, study: Study, trial: Trial) -> Iterator[Row]:
        yield Text(self._words.vanishing(study, trial))
        told = self._words.reals(study, trial)
        yield Boxed(told) if trial.missed or not study.reals else Text(told)
        if merged := self._words.merged(trial):
            yield Text(merged)
        if trial.latest_ms:
            text = self.tr("Calls that remain would come up to %1 later.")
            yield Text(text.replace("%1", self._words.length(trial.latest_ms)))
        for real in trial.reals:
            yield self._real(real)

    def _real(self, real: Real) -> Row:
        when = self._placing.local(real.t_ms).strftime("%Y-%m-%d %H:%M:%S")
        later = self.tr("MISSED") if real.later_ms is None else f"+{self._words.length(real.later_ms)}"
        return Numbered(later, self._naming.where(real.point), when, column=80)

    def _trust(self, study: Study) -> Iterator[Row]:
        if not study.replayed:
            return
        yield Head(self.tr("How far it can be trusted"), "")
        text = self.tr("%1 recorded, %2 replayed").replace("%1", str(study.recorded))
        agreement = f" ({percent(study.calls / study.recorded)})" if study.recorded else ""
        yield Fact(self.tr("calls"), text.replace("%2", str(study.calls)) + agreement, COLUMN)
        points = self.tr("%1 replayed of %2 under this rule").replace("%1", str(study.replayed))
        yield Fact(self.tr("points"), points.replace("%2", str(study.governs)), COLUMN)
        start, end = (self._placing.local(t).strftime("%m-%d %H:%M") for t in (study.start_ms, study.end_ms))
        yield Fact(self.tr("samples"), f"{start} – {end}", COLUMN)

    def _lines(self, study: Study, trial: Trial) -> Iterator[Row]:
        """What whoever answers for the rule would write; the console changes nothing."""
        yield Head(self.tr("For config.toml"), self.tr("only shown"))
        for line in config_lines(study, trial):
            yield Text(line, "body", "text.hi", below=0)
        yield Text("", below=4)

    def _tried(self, study: Study) -> Iterator[Row]:
        if len(study.trials) < 2:
            return
        yield Head(self.tr("What was tried"), str(len(study.trials)))
        for trial in study.trials:
            share = percent(trial.vanished / study.calls) if study.calls else ""
            change = self._words.change(study.now, trial.setting, study.unit)
            yield Fact(f"−{share}", f"{change}\n{self._words.tried(trial)}", TRIED)

    def _vanishing(self, trial: Trial) -> Iterator[Row]:
        if trial.vanishing:
            shown = min(SHOWN, len(trial.vanishing))
            count = self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(trial.vanished))
            yield Head(self.tr("Would vanish"), count)
        for one in trial.vanishing[:SHOWN]:
            yield self._gone(one)

    def _gone(self, one: Vanished) -> Row:
        stood = self.tr("stood %1").replace("%1", self._words.length(one.lasted_ms))
        how = self.tr("an alarm stands already") if one.is_covered else self.tr("nobody would be called")
        when = self._placing.local(one.t_ms).strftime("%m-%d %H:%M:%S")
        return Numbered(when, self._naming.where(one.point), f"{stood} · {how}", ink="text", column=128)


def config_lines(study: Study, trial: Trial) -> tuple[str, ...]:
    """Keys of the rule's limits, as `config.toml` has them."""
    setting = trial.setting
    return (
        "[[source.signal]]", f'kind = "{study.signal.kind}"', "[source.signal.limits]",
        f"hysteresis = {setting.hysteresis:g}", f"on_delay_s = {setting.on_delay_s:g}",
        f"off_delay_s = {setting.off_delay_s:g}",
    )  # fmt: skip
