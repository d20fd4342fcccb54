"""A console with a detector, four units and a carrier that only remembers: the room the tests of dispatch play in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from typing import Any

from console.announce import Announcer
from console.app import Console
from console.clock import FakeClock
from console.config.schema import DispatchConfig
from console.dispatching import Dispatching
from console.inbox import Inbox
from console.journal import Entry, Saved
from console.model import (
    LIVE,
    AlarmClass,
    AlarmId,
    BuildingId,
    Condition,
    ConditionChanged,
    Crew,
    Heard,
    IncidentId,
    Point,
    Response,
    Site,
    UnitId,
    UnitKind,
    UnitSaid,
    UnitStatus,
    point_id,
)
from console.model.people import Seat
from console.outgoing import Outgoing, Published
from tests.unit.test_console import ListFeed, ListStore

SMOKE = point_id("z2m", "0x01", "smoke")
LEAK = point_id("site", "panel-1", "leakage_current")
M1, S1, G1, E1 = UnitId("M1"), UnitId("S1"), UnitId("G1"), UnitId("E1")
ROOT = "watchroom/test"

SITE = Site(
    "测试", "Test", "Asia/Shanghai", (120.0, 30.0),
    points=(
        Point(SMOKE, "东厂房烟感", "East Building smoke", "smoke", (10.0, 0.0), BuildingId("EAST"), 2),
        Point(LEAK, "配电柜", "Panel", "leakage_current", (0.0, 50.0)),
    ),
    units=(
        Crew(M1, UnitKind.MICRO_STATION, "微站", "Station 1", (110.0, 0.0), ("fire", "scba"), "0573-1", 4),
        Crew(S1, UnitKind.SQUAD, "小分队", "Squad 1", (40.0, 0.0), ("fire", "first_aid"), "0573-2", 3),
        Crew(G1, UnitKind.GRID, "网格员", "Grid 1", (15.0, 0.0), ("evacuation",), "0573-3"),
        Crew(E1, UnitKind.EXPERT, "专家", "Expert 1", None, ("fire", "chemical"), "0573-4"),
    ),
    responses=(Response("*", ("fire",), 1), Response("smoke", ("fire", "scba"), 2)),
)  # fmt: skip


class Carrier:
    """Where orders leave; remembers them and delivers nothing."""

    def __init__(self) -> None:
        self.published: list[Outgoing] = []
        self.retracted: list[str] = []

    def publish(self, message: Outgoing) -> None:
        self.published.append(message)

    def retract(self, message: str) -> None:
        self.retracted.append(message)

    def bodies(self) -> list[dict[str, Any]]:
        return [json.loads(message.payload) for message in self.published]


class Room:
    """The journal saves when `save` says so; `site` and `config` may be others."""

    def __init__(
        self, earlier: Sequence[Entry] = (), *, config: DispatchConfig | None = None, now_ms: int = 0, site: Site = SITE
    ) -> None:
        self.clock = FakeClock(now_ms or 1_795_000_000_000)
        self.inbox, self.log = Inbox(), StringIO()
        self.store, self.carrier = ListStore(earlier), Carrier()
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=site, clock=self.clock, announcer=Announcer(self.clock, self.log),
            store=self.store, stale_after_s=lambda _point: 36_000, dispatch=config or DispatchConfig(),
        )  # fmt: skip
        self.console.dispatching.connect(self.carrier, ROOT)
        self.console.start(ListFeed())

    @property
    def desk(self) -> Dispatching:
        return self.console.dispatching

    def again(self, after_ms: int = 0) -> Room:
        """The next run on the same journal, so long after this one was killed."""
        return Room(self.store.entries, now_ms=self.clock.now_ms() + after_ms)

    def take(self, item: object) -> None:
        self.inbox.post(item)
        self.inbox.drain(self.console.handle, self.console.failed, 1000)

    def save(self) -> None:
        """Everything appended so far is committed."""
        versions = {(entry.domain, entry.stream): entry.version for entry in self.store.entries}
        self.take(Saved(versions))

    def alarm(self, point: str = SMOKE, condition: Condition = Condition.ACTIVE) -> AlarmId:
        now = self.clock.now_ms()
        kind = point.rpartition("#")[2]
        alarm_class = AlarmClass.FIRE if kind == "smoke" else AlarmClass.HAZARD
        change = ConditionChanged(point_id("x", "x", "x"), alarm_class, kind, condition, "alarm", now, now, True)
        self.take(Heard((replace(change, point=point),), 0))  # type: ignore[arg-type]
        return next((alarm.id for alarm in self.console.alarms if alarm.point == point), AlarmId(""))

    def sent(self, *units: UnitId) -> IncidentId:
        """An incident of the smoke alarm with these units ordered, committed and confirmed by the broker."""
        incident = self.desk.open_from(self.alarm())
        self.desk.dispatch(incident, units)
        self.save()
        for message in list(self.carrier.published):
            self.take(Published(message.id, heard=True))
        self.save()
        return incident

    def says(self, unit: UnitId, status: UnitStatus, order: str | None = None, at_ms: int | None = None) -> None:
        """The unit's own device, about the order it has."""
        known = self.desk.unit(unit).order
        answered = order if order is not None else known.id if known is not None else ""
        said_ms = self.clock.now_ms() if at_ms is None else at_ms
        self.take(UnitSaid(unit, status, answered, said_ms, self.clock.now_ms(), receipt=77))

    def status(self, unit: UnitId) -> UnitStatus:
        return self.desk.unit(unit).status

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["event"] == name]

    def told(self, incident: IncidentId) -> list[str]:
        """The timeline as kinds and codes."""
        return [" ".join(filter(None, (line.kind, line.unit, line.code))) for line in self.desk.timeline(incident)]


__all__ = ["E1", "G1", "LEAK", "LIVE", "M1", "ROOT", "S1", "SITE", "SMOKE", "Carrier", "Room"]
