"""Reads the units and says them in the operator's words: who was sent, who can be, and how everybody is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QObject

from console.app import Console
from console.dispatching import Dispatching, LeftOut, Recommendation
from console.model import AlarmId, IncidentId, UnitId, UnitStatus
from console.model.ids import is_own_part
from console.units import Sending, Source, Unit
from widgets.dispatch.entries import UnitEntry
from widgets.dispatch.reason_words import ReasonWords
from widgets.dispatch.unit_mark import Face
from widgets.dispatch.unit_words import UnitWords, face_of
from widgets.placing import Placing, span

LATE_MS = 10_000  # an order that was sent so long ago and is not answered is told in amber
SAID_ELSEWHERE = frozenset({LeftOut.NONE, LeftOut.ON_THIS_INCIDENT})
ORDER = {UnitStatus.AVAILABLE: 0, UnitStatus.RETURNING: 1, UnitStatus.OUT_OF_SERVICE: 3}  # everything else between


class Roster(QObject):
    """Asked at every refresh; keeps the recommendations of one look."""

    def __init__(self, console: Console, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self.words = UnitWords(self)
        self._reasons = ReasonWords(self.words, self)
        self._found: dict[tuple[IncidentId | None, AlarmId | None], tuple[Recommendation, ...]] = {}

    @property
    def _desk(self) -> Dispatching:
        """Of what the room sees: in a drill another one."""
        return self._console.dispatching

    def name(self, unit: UnitId) -> str:
        """What a unit is called; its id when the site does not know it any more."""
        return next((self.words.name(one.crew) for one in self._desk.units() if one.id == unit), str(unit))

    # ---- sent ----

    def how_many(self, incident: IncidentId) -> str:
        return self.tr("%n unit(s)", "", len(self._desk.units_of(incident)))

    def sent(self, incident: IncidentId) -> tuple[UnitEntry, ...]:
        """The units bound to an incident."""
        return tuple(self._sent(unit) for unit in self._desk.units_of(incident))

    def _sent(self, unit: Unit) -> UnitEntry:
        now = self._console.clock.now_ms()
        ordered_ms = (unit.order.sent_ms or unit.order.ordered_ms) if unit.order is not None else unit.since_ms
        waits = unit.status is UnitStatus.ORDERED and now - ordered_ms >= LATE_MS
        silent = waits or unit.status is UnitStatus.NO_ANSWER
        state = self.words.status(unit.status)
        if silent:
            state = self.tr("no answer %1").replace("%1", span(now - ordered_ms))
        return UnitEntry(
            unit.id, unit.kind.value, Face.NO_ANSWER if silent else face_of(unit, now), self.words.name(unit.crew),
            self._about(unit), "" if silent else span(unit.age_ms(now)), state, is_late=silent,
        )  # fmt: skip

    def _about(self, unit: Unit) -> str:
        """Since when, how it is known, what is wrong with the order."""
        order, parts = unit.order, []
        if order is not None and order.sending in {Sending.WAITING, Sending.UNHEARD, Sending.LAPSED}:
            parts.append(self.words.sending(order.sending))
        elif unit.since_ms:
            parts.append(self.tr("since %1").replace("%1", self._placing.clock(unit.since_ms)))
        if unit.source is Source.VOICE:
            parts.append(self.tr("by voice"))
        parts += [unit.reason, self._crew(unit)]
        return " · ".join(filter(None, parts))

    def _crew(self, unit: Unit) -> str:
        skills = " · ".join(self.words.skill(skill) for skill in unit.crew.skills)
        people = self.tr("%n person(s)", "", unit.crew.people)
        return f"{people} · {skills}" if skills else people

    def sent_after(self, incident: IncidentId, began_ms: int) -> str:
        """How long after the alarm the first order was given, "" before."""
        orders = [unit.order.ordered_ms for unit in self._desk.units_of(incident) if unit.order is not None]
        return self.tr("dispatched at +%1").replace("%1", span(min(orders) - began_ms)) if orders else ""

    # ---- everybody ----

    def everybody(self) -> tuple[UnitEntry, ...]:
        """Every unit, those that can be sent first."""
        units = sorted(self._desk.units(), key=lambda unit: ORDER.get(unit.status, 2))
        return tuple(self._at_rest(unit) for unit in units)

    def _at_rest(self, unit: Unit) -> UnitEntry:
        if unit.incident is not None:
            entry = self._sent(unit)
            return replace(entry, line=f"{unit.incident} · {entry.line}")
        now = self._console.clock.now_ms()
        parts = [self.words.kind(unit.kind), unit.reason, self._crew(unit), self._heard(unit, now)]
        return UnitEntry(
            unit.id, unit.kind.value, face_of(unit, now), self.words.name(unit.crew), " · ".join(filter(None, parts)),
            span(unit.age_ms(now)) if unit.since_ms else "", self.words.status(unit.status),
        )  # fmt: skip

    def _heard(self, unit: Unit, now_ms: int) -> str:
        if unit.fix is None:
            return ""
        return self.tr("position %1 ago").replace("%1", span(now_ms - unit.fix.at_ms))

    def free_of(self) -> str:
        """How many can be sent."""
        units = self._desk.units()
        free = sum(unit.is_free for unit in units)
        return self.tr("%1 of %2 free").replace("%1", str(free)).replace("%2", str(len(units)))

    # ---- whom to send ----

    def sendable(self, incident: IncidentId | None, alarm: AlarmId | None) -> tuple[UnitId, ...]:
        """Units an order can go to, the best first."""
        return tuple(one.unit.id for one in self._recommended(incident, alarm) if not one.left_out)

    def advised(self, incident: IncidentId | None, alarm: AlarmId | None) -> Collection[UnitId]:
        """Those that are ticked beforehand; none once somebody has been sent."""
        if incident is not None and self._desk.units_of(incident):
            return frozenset()
        return frozenset(one.unit.id for one in self._recommended(incident, alarm) if one.is_proposed)

    def recommended(
        self, incident: IncidentId | None, alarm: AlarmId | None, ticked: Collection[UnitId], most: int | None = None
    ) -> tuple[UnitEntry, ...]:
        """Those that can be sent, with their reasons; the best `most` of them."""
        found = islice((one for one in self._recommended(incident, alarm) if not one.left_out), most)
        return tuple(self._offered(one, ticked=one.unit.id in ticked) for one in found)

    def _offered(self, one: Recommendation, *, ticked: bool) -> UnitEntry:
        unit, far = one.unit, f"{one.distance_m:.0f} m" if one.distance_m is not None else "?"
        state = self.words.status(unit.status)
        if one.leaves is not None and ticked:
            state = self.tr("leaves %1").replace("%1", one.leaves)
        return UnitEntry(
            unit.id, unit.kind.value, face_of(unit, self._console.clock.now_ms()), self.words.name(unit.crew),
            self._reasons.line(one), far, state, is_late=one.leaves is not None, ticked=ticked,
        )  # fmt: skip

    def leaving(
        self, incident: IncidentId | None, alarm: AlarmId | None, units: Collection[UnitId]
    ) -> dict[UnitId, IncidentId]:
        """What those of these units that are busy would be taken away from, as their rows say."""
        found = (one for one in self._recommended(incident, alarm) if one.unit.id in units)
        return {one.unit.id: one.leaves for one in found if one.leaves is not None}

    def left_out(self, incident: IncidentId | None, alarm: AlarmId | None) -> str:
        """How the distance is meant, and how many are not in the list."""
        if self._is_own_part(incident, alarm):
            return ""
        count = len(self.left_out_lines(incident, alarm))
        text = self.tr("straight line")
        return f"{text} · " + self.tr("%n left out", "", count) if count else text

    def left_out_lines(self, incident: IncidentId | None, alarm: AlarmId | None) -> list[str]:
        """Who is not in the list, and why."""
        out = [one for one in self._recommended(incident, alarm) if one.left_out not in SAID_ELSEWHERE]
        return [f"{self.words.name(one.unit.crew)}: {self._reasons.left_out(one.left_out)}" for one in out]

    def nobody(self, incident: IncidentId | None, alarm: AlarmId | None) -> str:
        """Why nobody can be sent: unit by unit, or that this is not for units."""
        if self._is_own_part(incident, alarm):
            return self.tr("A part of the console itself: no unit can help. The engineer on duty or IT is responsible.")
        out = "; ".join(self.left_out_lines(incident, alarm))
        return self.tr("Nobody else can be sent. %1").replace("%1", out).strip()

    def _is_own_part(self, incident: IncidentId | None, alarm: AlarmId | None) -> bool:
        found = next((one for one in self._desk.incidents() if one.id == incident), None)
        known = self._console.alarms.get(alarm) if alarm is not None else None
        point = found.scene.point if found is not None else known.point if known is not None else None
        return point is not None and is_own_part(point)

    def look(self) -> None:
        """Recommend anew when next asked; between two looks what is shown is what would be sent."""
        self._found.clear()

    def _recommended(self, incident: IncidentId | None, alarm: AlarmId | None) -> tuple[Recommendation, ...]:
        if (incident, alarm) not in self._found:
            self._found[incident, alarm] = self._recommend(incident, alarm)
        return self._found[incident, alarm]

    def _recommend(self, incident: IncidentId | None, alarm: AlarmId | None) -> tuple[Recommendation, ...]:
        if incident is not None:
            return self._desk.recommended(incident)
        known = alarm is not None and self._console.alarms.get(alarm) is not None
        return self._desk.recommended_for(alarm) if known and alarm is not None else ()
