"""Grades, verdicts, settings and lengths of time of the alarm performance, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.performance.desk import DAY_MS, HOUR_MS
from console.performance.judging import Trial
from console.performance.rates import Grade
from console.performance.rulebook import Setting
from console.performance.study import Study, Verdict


class PerformanceWords(QObject):
    """Looked up when shown, so a language switch needs no rebuilding."""

    def title(self) -> str:
        return self.tr("Alarm performance")

    def span(self, ms: int) -> str:
        """How far back."""
        if ms <= DAY_MS:
            return self.tr("%1 h").replace("%1", f"{ms / HOUR_MS:g}")
        return self.tr("%1 d").replace("%1", f"{ms / DAY_MS:g}")

    def grade(self, grade: Grade) -> str:
        """How people can live with the rate."""
        return {
            Grade.ROBUST: self.tr("robust"),
            Grade.STABLE: self.tr("stable"),
            Grade.REACTIVE: self.tr("reactive"),
            Grade.OVERLOADED: self.tr("overloaded"),
        }[grade]

    def verdict(self, verdict: Verdict) -> str:
        """Why a change is proposed, or none, in a sentence."""
        return {
            Verdict.PROPOSED: self.tr("Proposed"),
            Verdict.TRIED: self.tr("As you set it"),
            Verdict.FIRE: self.tr("A fire waits for nothing: no delay is ever proposed. Look at the detector."),
            Verdict.NO_RULE: self.tr("A link, a camera or a silent device: no limit or delay of ours applies."),
            Verdict.NO_SAMPLES: self.tr("Nothing it measured in this time is kept: nothing can be replayed."),
            Verdict.NO_MATCH: self.tr("The samples do not show what was recorded: nothing can be said."),
            Verdict.UNPROVEN: self.tr(
                "What would help keeps alarms away altogether, and no real alarm is there to show that none "
                "would be missed: see what was tried, and decide."
            ),
            Verdict.WOULD_MISS: self.tr("Whatever would help would have kept a real alarm away."),
            Verdict.NOTHING_HELPS: self.tr("No deadband or delay takes away a fifth of the calls."),
        }[verdict]

    def in_short(self, study: Study) -> str:
        """The same beside a point of the list."""
        if study.chosen is not None:
            return self.wanted(study.now, study.chosen.setting, study.unit)
        return {
            Verdict.FIRE: self.tr("fire: look at the detector"),
            Verdict.NO_RULE: self.tr("no rule of ours"),
            Verdict.NO_SAMPLES: self.tr("no samples"),
            Verdict.NO_MATCH: self.tr("samples differ"),
            Verdict.UNPROVEN: self.tr("not proven: see there"),
            Verdict.WOULD_MISS: self.tr("would miss a real one"),
        }.get(study.verdict, self.tr("nothing helps"))

    def change(self, now: Setting, then: Setting, unit: str) -> str:
        """What is different, and from what to what."""
        parts = self._parts(now, then, unit)
        told = [f"{name} {was:g} → {will:g} {of}".strip() for name, was, will, of in parts if was != will]
        return " · ".join(told) or self.tr("as it is")

    def wanted(self, now: Setting, then: Setting, unit: str) -> str:
        """The same for a narrow column: to what alone."""
        parts = self._parts(now, then, unit)
        return " · ".join(f"{name} {will:g} {of}".strip() for name, was, will, of in parts if was != will)

    def _parts(self, now: Setting, then: Setting, unit: str) -> tuple[tuple[str, float, float, str], ...]:
        return (
            (self.tr("deadband"), now.hysteresis, then.hysteresis, unit),
            (self.tr("off-delay"), now.off_delay_s, then.off_delay_s, "s"),
            (self.tr("on-delay"), now.on_delay_s, then.on_delay_s, "s"),
        )

    def setting(self, setting: Setting, unit: str) -> str:
        """All of it."""
        text = self.tr("deadband %1, on-delay %2 s, off-delay %3 s")
        text = text.replace("%1", f"{setting.hysteresis:g} {unit}".strip())
        return text.replace("%2", f"{setting.on_delay_s:g}").replace("%3", f"{setting.off_delay_s:g}")

    def vanishing(self, study: Study, trial: Trial) -> str:
        text = self.tr("Calls that would vanish: %1 of %2; of these, into an alarm that still stands: %3")
        text = text.replace("%1", str(trial.vanished)).replace("%2", str(study.calls))
        return text.replace("%3", str(trial.covered))

    def reals(self, study: Study, trial: Trial) -> str:
        """What it means for the real alarms of this time."""
        if not study.reals:
            return self.tr("No real alarm of this rule in this time: nothing shows that none would be missed.")
        if study.reals == 1:
            text = self._one_real(trial)
        elif trial.missed:
            text = self.tr("%1 of %2 real alarms would be MISSED.")
        elif trial.delayed:
            text = self.tr("Of %2 real alarms none would be missed, %1 would come up to %3 later.")
        else:
            text = self.tr("Of %2 real alarms none would be missed and none late.")
        text = text.replace("%1", str(trial.missed or trial.delayed)).replace("%2", str(study.reals))
        return text.replace("%3", self.length(trial.real_later_ms))

    def _one_real(self, trial: Trial) -> str:
        if trial.missed:
            return self.tr("The one real alarm would be MISSED.")
        if trial.delayed:
            return self.tr("The one real alarm would not be missed, but come up to %3 later.")
        return self.tr("The one real alarm would neither be missed nor late.")

    def tried(self, trial: Trial) -> str:
        """One of several, in a line."""
        text = self.tr("%1 vanish, %2 missed, %3 late").replace("%1", str(trial.vanished))
        return text.replace("%2", str(trial.missed)).replace("%3", str(trial.delayed))

    def merged(self, trial: Trial) -> str:
        """Real alarms that would have come without a call of their own; "" when there are none."""
        if not trial.merged:
            return ""
        return self.tr("%1 of them would have come into an alarm that stood already.").replace("%1", str(trial.merged))

    def trouble(self, code: str) -> str:
        """Why there is no answer."""
        return {
            "store": self.tr("Journal or history cannot be read."),
            "config": self.tr("config.toml or the site folder has a mistake."),
            "broken": self.tr("The work ended without an answer: see the log."),
            "no_worker": self.tr("This console cannot work it out."),
            "no_report": self.tr("First the figures, then a replay."),
        }.get(code, code)

    def length(self, ms: int) -> str:
        """A wait, short enough for a column."""
        seconds = ms / 1000
        if seconds < 100:
            return f"{seconds:.1f} s" if seconds < 10 and ms % 1000 else f"{seconds:.0f} s"
        minutes, hours = seconds / 60, seconds / 3600
        if minutes < 100:
            return self.tr("%1 min").replace("%1", f"{minutes:.0f}")
        return self.tr("%1 h").replace("%1", f"{hours:.0f}") if hours < 100 else self.tr("%1 d").replace(
            "%1", f"{hours / 24:.0f}"
        )  # fmt: skip


def percent(share: float) -> str:
    """Two digits that mean something."""
    value = 100 * share
    return f"{value:.1f} %" if 0 < value < 9.95 else f"{value:.0f} %"
