"""The desk of the drills: starts, pauses and ends the one that runs, and lets its scenario happen. Desk thread.

Entries are of the live domain: whoever reads the live record has to know when a drill was on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from console.clock import Clock, Deadline
from console.drill.drill import (
    FACTS,
    NO_ALARM,
    Cause,
    Drill,
    Ended,
    Fact,
    Injected,
    Paused,
    Phase,
    Resumed,
    Started,
    apply,
    id_of,
    is_drill,
    to_entry,
)
from console.errors import CommandRefused
from console.journal import Conflict, Entry, Recorded
from console.model import LIVE, Act, AlarmId, By, Scenario, ScenarioId

MACHINE = By(machine="drill")
MOST_MINUTES = 8 * 60
LONGEST_NAME = 60  # characters of the controller's name
LATER_MS = 3_000  # a drill of another position: its console first, ours should that one be gone
SOON_MS = 5 * 60_000  # the room is told so long before the end


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that has been applied, with the drill as it is now."""

    drill: Drill
    fact: Fact
    by: By
    is_ours: bool = True  # decided here; else another console did


class Drills:
    """At most one drill is on. `changed` is told of everything; `happen` lets an act of the scenario happen."""

    def __init__(
        self, clock: Clock, scenarios: Iterable[Scenario], append: Callable[[Sequence[Entry]], None],
        changed: Callable[[Change], None], happen: Callable[[Drill, Act], None], ends_soon: Callable[[Drill], None],
        position: str = "",
    ) -> None:  # fmt: skip
        self._clock = clock
        self._append = append
        self._changed = changed
        self._happen = happen
        self._ends_soon = ends_soon
        self._scenarios: dict[ScenarioId, Scenario] = {}
        self._position = position
        self._drill: Drill | None = None
        self._is_ours = True  # started here
        self._timers: list[Deadline] = []
        self.take_scenarios(scenarios)

    # ---- reading ----

    @property
    def current(self) -> Drill | None:
        """The drill that runs or is paused."""
        return self._drill

    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(self._scenarios.values())

    def scenario(self, id_: ScenarioId) -> Scenario | None:
        return self._scenarios.get(id_)

    # ---- start and site ----

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild the drill that was on when the console went away; it waits until its controller lets it go on."""
        for record in recorded:
            if is_drill(record.entry):
                self._fold(record.entry)
                if record.entry.version == 1:
                    self._is_ours = record.entry.by.position in ("", self._position)

    def resume_after_restart(self) -> None:
        """Everything else is loaded: a drill of this position that ran is paused, one whose time has come ends."""
        if self._drill is not None and self._drill.phase is Phase.RUNNING and self._is_ours:
            self.pause(MACHINE, Cause.RESTART)
        self._arm()

    def take_scenarios(self, scenarios: Iterable[Scenario]) -> None:
        """What can be drilled from now on; the one that is on keeps its acts."""
        kept = self._scenarios.get(self._drill.scenario) if self._drill is not None else None
        self._scenarios = {scenario.id: scenario for scenario in scenarios}
        if kept is not None:
            self._scenarios[kept.id] = kept

    # ---- what a person does: every act raises CommandRefused ----

    def start(self, scenario: ScenarioId, controller: str, minutes: int, by: By) -> Drill:
        """Codes: drill_is_on, no_scenario, no_controller, long_name, drill_length."""
        if self._drill is not None:
            raise CommandRefused("drill_is_on", self._drill.id)
        if scenario not in self._scenarios:
            raise CommandRefused("no_scenario", scenario)
        if not controller.strip():
            raise CommandRefused("no_controller")
        if len(controller) > LONGEST_NAME:
            raise CommandRefused("long_name")
        if not 1 <= minutes <= MOST_MINUTES:
            raise CommandRefused("drill_length", str(MOST_MINUTES))
        now = self._clock.now_ms()
        self._is_ours = True
        return self._apply(Started(scenario, controller.strip(), now + minutes * 60_000), by, _new_id(now))

    def pause(self, by: By, cause: Cause = Cause.CONTROLLER, alarm: AlarmId = NO_ALARM) -> None:
        """Codes: no_drill, drill_is_paused."""
        if self._on().phase is Phase.PAUSED:
            raise CommandRefused("drill_is_paused")
        self._apply(Paused(cause, alarm), by)

    def resume(self, by: By) -> None:
        """Codes: no_drill, drill_runs."""
        if self._on().phase is Phase.RUNNING:
            raise CommandRefused("drill_runs")
        self._apply(Resumed(), by)

    def end(self, by: By, cause: Cause = Cause.CONTROLLER) -> None:
        """Code: no_drill."""
        self._on()
        self._apply(Ended(cause), by)

    def inject(self, act: int, by: By) -> None:
        """The controller lets an act happen now. Codes: no_drill, drill_is_paused, no_act, act_is_over."""
        drill = self._on()
        if drill.phase is Phase.PAUSED:
            raise CommandRefused("drill_is_paused")
        if not 0 <= act < len(self.acts()):
            raise CommandRefused("no_act", str(act))
        if act in drill.injected:
            raise CommandRefused("act_is_over", str(act))
        self._inject(act, by)

    def acts(self) -> tuple[Act, ...]:
        """Those of the drill that is on; none when the site has lost its scenario over a restart."""
        scenario = self._scenarios.get(self._drill.scenario) if self._drill is not None else None
        return scenario.acts if scenario is not None else ()

    # ---- other consoles ----

    def learn(self, entry: Entry) -> bool:
        """What another console wrote. False: something before it is missing."""
        known = self._drill
        if known is None or id_of(entry.stream) != known.id:
            if known is None and entry.version == 1:
                self._is_ours = False
                self._follow(entry)
            return True  # of one that is over; of two that were started at once each console keeps its own
        if entry.version > known.version + 1:
            return False
        if entry.version == known.version + 1:
            self._follow(entry)
        return True

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with a drill. What a person did here is done once more.

        So is the pause for a live alarm. Where it stands otherwise than we said, that is told.
        """
        lost = conflict.entry
        if not is_drill(lost):
            return False
        said, self._drill = self._drill, None
        found = [self._fold(record.entry) for record in conflict.stream]
        self._arm()
        if found and said is not None and found[-1].phase is not said.phase:
            newest = conflict.stream[-1].entry
            self._changed(Change(found[-1], FACTS.read(newest.kind, newest.data), newest.by, is_ours=False))
        fact = FACTS.read(lost.kind, lost.data)
        if found and not found[-1].is_over and (lost.by.is_person or isinstance(fact, Paused)):
            with suppress(CommandRefused):  # the other console wanted the same
                self._do_again(fact, lost.by)
        return True

    def _do_again(self, fact: Fact, by: By) -> None:
        match fact:
            case Paused():
                self.pause(by, fact.cause, fact.alarm)
            case Resumed():
                self.resume(by)
            case Ended():
                self.end(by)
            case Injected():
                self.inject(fact.act, by)
            case Started():
                pass

    def _follow(self, entry: Entry) -> None:
        drill = self._fold(entry)
        self._arm()
        self._changed(Change(drill, FACTS.read(entry.kind, entry.data), entry.by, is_ours=False))

    def _fold(self, entry: Entry) -> Drill:
        drill = apply(self._drill, id_of(entry.stream), FACTS.read(entry.kind, entry.data), entry)
        self._drill = None if drill.is_over else drill
        return drill

    # ---- inside ----

    def _on(self) -> Drill:
        if self._drill is None:
            raise CommandRefused("no_drill")
        return self._drill

    def _inject(self, act: int, by: By) -> None:
        drill = self._apply(Injected(act), by)
        self._happen(drill, self.acts()[act])

    def _apply(self, fact: Fact, by: By, id_: str = "") -> Drill:
        blank = Entry(LIVE, "", 0, "", self._clock.now_ms(), by)
        drill = apply(self._drill, id_ or self._on().id, fact, blank)
        self._drill = None if drill.is_over else drill
        self._append((to_entry(fact, drill, blank),))
        self._arm()
        self._changed(Change(drill, fact, by))
        return drill

    def _arm(self) -> None:
        """Wait for the next act, the last five minutes and the end."""
        for timer in self._timers:
            timer.cancel()
        self._timers = []
        drill = self._drill
        if drill is None:
            return
        now = self._clock.now_ms() - (0 if self._is_ours else LATER_MS)
        self._timers.append(self._clock.after(max(0, drill.ends_ms - now), self._time_is_up))
        if drill.ends_ms - SOON_MS > now:
            self._timers.append(self._clock.after(drill.ends_ms - SOON_MS - now, partial(self._ends_soon, drill)))
        if drill.phase is Phase.RUNNING:
            self._arm_act(drill, drill.elapsed_ms(now))

    def _arm_act(self, drill: Drill, elapsed_ms: int) -> None:
        waiting = [(act.at_s, number) for number, act in enumerate(self.acts()) if number not in drill.injected]
        if waiting:
            at_s, number = min(waiting)
            self._timers.append(self._clock.after(max(0, int(at_s * 1000) - elapsed_ms), partial(self._due, number)))

    def _due(self, act: int) -> None:
        if self._drill is not None and self._drill.phase is Phase.RUNNING and act not in self._drill.injected:
            self._inject(act, MACHINE)

    def _time_is_up(self) -> None:
        if self._drill is not None:
            self.end(MACHINE, Cause.TIME)


def _new_id(now_ms: int) -> str:
    """When it began, UTC: readable, and never the same twice."""
    return datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%d-%H%M%S")
