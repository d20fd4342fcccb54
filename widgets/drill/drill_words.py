"""What a drill and its phone wall say, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.app import Console
from console.dispatching import ClockName
from console.drill import Cause, Drill, Phase, PhoneKind, PhoneMessage
from console.drill.desk import SOON_MS
from console.drill.result import ClockResult, ResultRow
from console.drilling import Result
from console.model import Act, Deed, Scenario, ScenarioId, UnitId
from widgets import theme
from widgets.dispatch.clock_faces import ClockFaces
from widgets.dispatch.unit_words import UnitWords
from widgets.placing import Placing, joined
from widgets.trends.trend_words import TrendWords

NEVER = "–"


class DrillWords(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self.units = UnitWords(self)
        self._files = TrendWords(self)
        self._clocks = ClockFaces(console, self.units, self)

    # ---- scenario ----

    def name(self, id_: ScenarioId) -> str:
        """The scenario in the language of the moment; its identity when the site has lost it."""
        scenario = self._console.drilling.scenario(id_)
        return self._pick(scenario.name) if scenario is not None else id_

    def title(self, scenario: Scenario) -> str:
        return self._pick(scenario.name)

    def act(self, act: Act) -> tuple[str, str, str]:
        """When, what, and what it says."""
        what = {
            Deed.ALARM: self.tr("alarm"),
            Deed.CLEAR: self.tr("back to normal"),
            Deed.VALUE: self.tr("value"),
            Deed.CALL: self.tr("call from %1").replace("%1", act.caller),
        }.get(act.deed, self.tr("told"))
        return minutes(int(act.at_s * 1000)), what, self._pick(act.text)

    def _pick(self, texts: object) -> str:
        known = dict(texts) if isinstance(texts, dict) else {}
        return str(known.get(theme.language()) or known.get("en") or next(iter(known.values()), ""))

    # ---- the drill itself ----

    def state(self, drill: Drill) -> str:
        """Whether it runs, and why not."""
        if drill.phase is Phase.RUNNING:
            return self.tr("running")
        return {
            Cause.LIVE_ALARM: self.tr("PAUSED by a live alarm"),
            Cause.RESTART: self.tr("PAUSED by a restart of the console"),
        }.get(drill.cause or Cause.CONTROLLER, self.tr("PAUSED by the controller"))

    def facts(self, drill: Drill) -> str:
        """When it ends, who controls it, and which it is."""
        return " · ".join((self.end(drill), self._controller(drill), self.name(drill.scenario)))

    def terms(self, drill: Drill) -> str:
        """Who controls it, when it ends, and that nothing live is touched."""
        return " · ".join((self._controller(drill), self.end(drill), self.tr("live figures kept apart")))

    def _controller(self, drill: Drill) -> str:
        return self.tr("controller %1").replace("%1", drill.controller)

    def end(self, drill: Drill) -> str:
        """In the last five minutes how long it still takes."""
        left_ms = drill.ends_ms - self._console.clock.now_ms()
        if left_ms <= SOON_MS:
            return self.tr("ends in %1").replace("%1", minutes(max(0, left_ms)))
        return self.tr("ends %1").replace("%1", self._placing.clock(drill.ends_ms)[:5])

    def live(self) -> tuple[str, str]:
        """What the drill hides, and what it never hides."""
        rows = self._console.live.rows()
        unseen = sum(1 for alarm in rows if alarm.acknowledged is None)
        text = self.tr("Live: %1 active, %2 unack")
        text = text.replace("%1", str(sum(1 for alarm in rows if alarm.is_active))).replace("%2", str(unseen))
        return text, self.tr("a live fire breaks in")

    def live_until(self, seconds: int) -> str:
        """Over the live alarms that are shown for a moment."""
        return self.tr("Live alarms, not of the drill · back in %1 s").replace("%1", str(seconds))

    def live_rest(self, alarms: int, hidden: int) -> str:
        """Under them."""
        if not alarms:
            return self.tr("No live alarm is open.")
        return self.tr("and %1 more").replace("%1", str(hidden)) if hidden > 0 else ""

    def refusal(self, code: str, about: str) -> str:
        """Why an act was refused."""
        texts = {
            "drill_is_on": self.tr("A drill is on already."),
            "no_scenario": self.tr("This scenario is not there any more."),
            "no_controller": self.tr("Name the controller of the drill."),
            "long_name": self.tr("The controller's name is too long."),
            "drill_length": self.tr("A drill takes from 1 to %1 minutes."),
            "live_alarm_open": self.tr("A live alarm waits: acknowledge it first."),
            "no_drill": self.tr("No drill is on."),
            "drill_is_paused": self.tr("The drill is paused."),
            "drill_runs": self.tr("The drill runs already."),
            "act_is_over": self.tr("That has happened already."),
            "no_act": self.tr("There is no such act."),
            "no_message": self.tr("This message is not on the wall any more."),
            "no_answer_now": self.tr("The unit cannot say that now."),
        }
        return texts.get(code, code).replace("%1", about)

    def happened(self, changed: announce.DrillChanged) -> str:
        """One line of the journal."""
        text = {
            "started": self.tr("Drill started by %2: %1"),
            "paused": self.tr("Drill paused: %1"),
            "resumed": self.tr("Drill goes on, %2: %1"),
            "ended": self.tr("Drill ended: %1"),
        }.get(changed.what, self.tr("Drill, next act: %1"))
        return text.replace("%1", self.name(changed.scenario)).replace("%2", changed.by)

    # ---- the phone wall ----

    def phone(self, message: PhoneMessage) -> tuple[str, str]:
        """Whom it went to or came from, and what it says."""
        match message.kind:
            case PhoneKind.CALL:
                return self.tr("Call: %1").replace("%1", message.whom), self._pick(message.text)
            case PhoneKind.SPEECH:
                seconds = f"{message.length_ms / 1000:.1f}"
                return self._groups(message.whom), self.tr("you spoke for %1 s").replace("%1", seconds)
            case PhoneKind.ORDER:
                said = self.units.status(message.said) if message.said is not None else self.tr("no answer yet")
                return self._unit(message.whom), f"{message.incident} · {said}"
            case PhoneKind.STAND_DOWN:
                return self._unit(message.whom), self.tr("stand down")

    def _unit(self, id_: str) -> str:
        crew = next((each for each in self._console.site.units if each.id == UnitId(id_)), None)
        return f"{crew.kind.value}  {self.units.name(crew)}" if crew is not None else id_

    def _groups(self, ids: str) -> str:
        known = {group.id: group for group in self._console.site.groups}
        named = [known[one] for one in ids.split() if one in known]  # type: ignore[index]  # ids of the site's groups
        return ", ".join(self._placing.pick(group.name, group.name_en) for group in named) or ids

    # ---- the result ----

    def heading(self, result: Result) -> tuple[str, ...]:
        """Which drill it was: scenario, who controlled it, from when to when."""
        drill = result.drill
        began = self._placing.local(drill.started_ms).strftime("%Y-%m-%d %H:%M:%S")
        text = self.tr("From %1 to %2").replace("%1", began).replace("%2", self._placing.clock(drill.since_ms))
        controller = self.tr("controller %1").replace("%1", drill.controller)
        return self.name(drill.scenario), " · ".join((text, controller, drill.id))

    def place(self, row: ResultRow) -> str:
        """What the row is about; the detector it came from, in the language of the moment."""
        point = self._console.points.find(row.alarm.rpartition("/")[0])
        name = self._placing.pick(point.name, point.name_en) if point is not None else row.place
        return joined(row.incident, name) if row.incident else name

    def steps(self) -> tuple[str, ...]:
        """Heads of the columns of the result."""
        return (
            self.tr("Seen"), self.tr("Acknowledged"), self.tr("Dispatched"), self.tr("Accepted"), self.tr("On scene"),
        )  # fmt: skip

    def figures(self, row: ResultRow) -> tuple[str, ...]:
        """The same of one row, minutes and seconds after the alarm."""
        taken = (row.seen, row.acknowledged, row.dispatched, row.accepted, row.on_scene)
        return tuple(NEVER if ms is None else minutes(ms) for ms in taken)

    def clock_name(self, clock: ClockResult) -> str:
        """What it waited for, and for how long."""
        return f"{self._clocks.name(ClockName(clock.name))} ≤ {minutes(clock.limit_ms)}"

    def clock_figure(self, clock: ClockResult) -> str:
        """How long it took; whether that was too long."""
        took = NEVER if clock.took_ms is None else minutes(clock.took_ms)
        return self.tr("%1, too late").replace("%1", took) if clock.breached else took

    def trouble(self, code: str) -> str:
        """Why a file was not written."""
        return self._files.trouble(code)


def minutes(ms: int) -> str:
    """1:05."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
