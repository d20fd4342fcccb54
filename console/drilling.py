"""The drill and the live room: which of the two the room sees, and what happens when one meets the other. Desk thread.

One view at a time. A live alarm that may not wait pauses the drill at once; only its controller lets it go on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from console import announce
from console.alarms import Alarm, Alarms
from console.drill import Cause, Change, Drill, Drills, Ended, Paused, Phase, PhoneMessage, Resumed, Started
from console.drill.desk import LATER_MS, MACHINE
from console.drill.drill import is_drill
from console.drill.result import ResultRow, to_json
from console.errors import CommandRefused
from console.exercise import Exercise, Surroundings
from console.journal import Conflict, Entry, Recorded, Saved
from console.model import Act, Right, Scenario, ScenarioId, Site, UnitStatus

MOST_PRIORITY = 2  # live alarms of this priority and graver break in: fire, pre-alarm, red warning
OWN_LINKS = "link/"  # so does a trouble of our own parts: what shows the live room would be gone


@dataclass(frozen=True, slots=True)
class Result:
    """A drill that is over, and what it showed."""

    drill: Drill
    rows: tuple[ResultRow, ...]


class Drilling:
    """`show` and `hide`: an alarm of the drill comes to the pictures and the loudspeaker, or leaves them."""

    def __init__(
        self, site: Site, room: Surroundings, live: Alarms, show: Callable[[Alarm], None], hide: Callable[[Alarm], None]
    ) -> None:
        self._site = site
        self._room = room
        self._live = live
        self._show, self._hide = show, hide
        self._drills = Drills(
            room.clock, site.scenarios, lambda entries: room.append(entries, ()), self._changed, self._happen,
            self._ends_soon, room.seat.position,
        )  # fmt: skip
        self.exercise: Exercise | None = None
        self._left: Exercise | None = None  # of the drill that another console ended last
        self.result: Result | None = None  # of the drill that ended last in this run

    # ---- reading ----

    @property
    def drill(self) -> Drill | None:
        """The drill that is on, running or paused."""
        return self._drills.current

    @property
    def is_shown(self) -> bool:
        """Whether the room sees the drill and not the live state."""
        return self.exercise is not None and self.drill is not None and self.drill.phase is Phase.RUNNING

    @property
    def shown(self) -> Exercise | None:
        """The desks the room sees, None: the live ones."""
        return self.exercise if self.is_shown else None

    def scenarios(self) -> tuple[Scenario, ...]:
        return self._drills.scenarios()

    def scenario(self, id_: ScenarioId) -> Scenario | None:
        return self._drills.scenario(id_)

    def acts(self) -> tuple[Act, ...]:
        """What happens in the drill that is on, in order of time."""
        return self._drills.acts()

    def phones(self) -> tuple[PhoneMessage, ...]:
        """What would have left the room, the newest first."""
        return self.exercise.phones.messages() if self.exercise is not None else ()

    # ---- life ----

    def load(self, recorded: Sequence[Recorded]) -> None:
        """Rebuild the drill that was on. Before the store has started only."""
        self._drills.load(recorded)
        if (drill := self.drill) is not None:
            self.exercise = self._open(drill)
            self.exercise.load()

    def resume_after_restart(self) -> None:
        """The drill waits for its controller: the room was away, and something real may have happened."""
        if self.exercise is not None:
            self.exercise.resume()
        self._drills.resume_after_restart()

    def take_site(self, site: Site) -> None:
        """Another site: its scenarios. A drill that is on keeps its own."""
        self._site = site
        self._drills.take_scenarios(site.scenarios)

    # ---- what a person does: every act raises CommandRefused ----

    def start(self, scenario: ScenarioId, controller: str, minutes: int) -> Drill:
        """Codes: those of `Drills.start`, live_alarm_open (nobody has seen an alarm that would break in)."""
        self._nothing_live_may_wait()
        return self._drills.start(scenario, controller, minutes, self._room.seat.by_right(Right.DRILL))

    def pause(self) -> None:
        """Codes: no_drill, drill_is_paused."""
        self._drills.pause(self._room.seat.by_right(Right.DRILL))

    def resume(self) -> None:
        """Codes: no_drill, drill_runs, live_alarm_open."""
        if self.drill is not None:
            self._nothing_live_may_wait()
        self._drills.resume(self._room.seat.by_right(Right.DRILL))

    def end(self) -> None:
        """Code: no_drill."""
        self._drills.end(self._room.seat.by_right(Right.DRILL))

    def inject(self, act: int) -> None:
        """Codes: no_drill, drill_is_paused, no_act, act_is_over."""
        self._drills.inject(act, self._room.seat.by_right(Right.DRILL))

    def answer(self, message: int, status: UnitStatus) -> None:
        """The controller answers for a unit on the phone wall. Codes: no_drill, no_message, no_answer_now."""
        self._room.seat.check(Right.DRILL)
        if self.exercise is None:
            raise CommandRefused("no_drill")
        self.exercise.phones.answer(message, status)

    # ---- from the live room ----

    def met(self, alarm: Alarm) -> None:
        """A live alarm was raised: one that may not wait pauses the drill, before anything else is said about it."""
        if self.is_shown and breaks_in(alarm):
            self._drills.pause(MACHINE, Cause.LIVE_ALARM, alarm.id)

    def recorded(self, entries: Sequence[Entry]) -> None:
        if self.exercise is not None:
            self.exercise.recorded(entries)

    def saved(self, saved: Saved) -> None:
        for exercise in self._exercises():
            exercise.saved(saved)

    def learn(self, record: Recorded) -> bool:
        """What another console wrote. False: it has to wait for what comes before it."""
        if is_drill(record.entry):
            return self._drills.learn(record.entry)
        return all(exercise.learn(record) for exercise in self._exercises())

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; whether it was with the drill, or something of it."""
        if self._drills.overruled(conflict):
            return True
        return any(exercise.overruled(conflict) for exercise in self._exercises())

    # ---- inside ----

    def _exercises(self) -> tuple[Exercise, ...]:
        """The one that is on, and the one that learns how another console closed it."""
        return tuple(exercise for exercise in (self.exercise, self._left) if exercise is not None)

    def _nothing_live_may_wait(self) -> None:
        """Raises CommandRefused(live_alarm_open) while nobody has seen an alarm of the list that would break in."""
        waiting = next((alarm for alarm in self._live if alarm.is_owed and breaks_in(alarm)), None)
        if waiting is not None:
            raise CommandRefused("live_alarm_open", waiting.id)

    def _open(self, drill: Drill) -> Exercise:
        return Exercise(drill, self._drills.scenario(drill.scenario), self._site, self._room)

    def _happen(self, _drill: Drill, act: Act) -> None:
        if self.exercise is not None:
            self.exercise.happen(act)

    def _changed(self, change: Change) -> None:
        drill, fact = change.drill, change.fact
        match fact:
            case Started():
                self.exercise, self.result = self._open(drill), None
            case Paused():
                self._withdraw(self._hide)
            case Resumed():
                self._withdraw(self._show)
            case Ended():
                self._finish(change)
            case _:
                pass
        self._room.announce_it(
            announce.DrillChanged(
                domain=drill.domain, phase=drill.phase.value, what=type(fact).__name__.lower(),
                scenario=drill.scenario, controller=drill.controller, cause=drill.cause or "", by=change.by.person,
            )
        )  # fmt: skip

    def _withdraw(self, tell: Callable[[Alarm], None]) -> None:
        for alarm in self.exercise.alarms.rows() if self.exercise is not None else ():
            tell(alarm)

    def _finish(self, change: Change) -> None:
        """What it showed goes into its record, then nothing of it stays open."""
        if self.exercise is None:
            return
        self.result = Result(change.drill, self.exercise.result())
        self._withdraw(self._hide)
        if not change.is_ours:
            self._leave(self.exercise)
            return
        self._room.logbook.of(change.drill.domain).write(
            "DrillResult", change.by, {"drill": change.drill.id, "rows": to_json(self.result.rows)}
        )
        exercise, self.exercise = self.exercise, None
        exercise.reconcile(change.by)

    def _leave(self, exercise: Exercise) -> None:
        """Whoever ended it records the result and closes what is open; should its console be gone, we do."""
        exercise.leave()
        self._left, self.exercise = exercise, None
        self._room.clock.after(LATER_MS, partial(exercise.reconcile, MACHINE))

    def _ends_soon(self, drill: Drill) -> None:
        self._room.announce_it(announce.DrillEndsSoon(domain=drill.domain, ends_ms=drill.ends_ms))


def breaks_in(alarm: Alarm) -> bool:
    """Whether a live alarm ends the view of a drill."""
    return 0 < alarm.priority <= MOST_PRIORITY or alarm.point.startswith(OWN_LINKS)
