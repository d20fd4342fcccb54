"""A console of the product whose operator is a test: acts come as lines of a file, answers go into another.

`acts.jsonl` in the data folder: `[act, arguments…]`; `answers.jsonl`: what each returned, or the code of its refusal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import main
from console.commands import run
from console.dispatching import Dispatching
from console.drill.result import to_json
from console.drilling import Drilling
from console.errors import CommandRefused
from console.handover import Handovers
from console.incidents import Disposition
from console.model import AlarmId, IncidentId, Placement, PointId, ScenarioId, UnitId, UnitStatus
from console.newcomers import Device, Newcomers
from console.room import Room
from console.wall import SurfaceId

LOOK_MS = 20


def _device(text: str) -> Device:
    source, _, device = text.partition("/")
    return source, device


class Operator:
    """Does what the lines say, one after the other, on the desk thread."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._acts = room.options.data / "acts.jsonl"
        self._answers = room.options.data / "answers.jsonl"
        answered = self._answers.read_text(encoding="utf-8") if self._answers.exists() else ""
        self._done = answered.count("\n")

    @property
    def _desk(self) -> Dispatching:
        """Of what the room sees: in a drill another one."""
        return self._room.console.dispatching

    def look(self) -> None:
        lines = self._acts.read_text(encoding="utf-8").split("\n")[:-1] if self._acts.exists() else []
        for line in lines[self._done :]:
            self._done += 1
            answer = self._do(*json.loads(line))
            with self._answers.open("a", encoding="utf-8") as file:
                file.write(json.dumps(answer, ensure_ascii=False) + "\n")
        self._room.clock.after(LOOK_MS, self.look)

    def _do(self, act: str, *arguments: Any) -> object:
        acts: dict[str, Callable[..., object]] = {
            "open": lambda alarm: self._desk.open_from(AlarmId(alarm)),
            "dispatch": lambda incident, *units: self._desk.dispatch(
                IncidentId(incident), [UnitId(unit) for unit in units]
            ),
            "note": lambda incident, text: self._desk.note(IncidentId(incident), text),
            "acknowledge": lambda alarm: self._room.console.acknowledge(AlarmId(alarm)),
            "voice": lambda unit, status: self._desk.set_status(UnitId(unit), UnitStatus(status)),
            "close": lambda incident, how: self._desk.close(IncidentId(incident), Disposition(how)),
            "unit": self._unit,
            "timeline": self._timeline,
            "alarms": lambda: [alarm.id for alarm in self._room.console.alarms.rows()],
            "start drill": lambda scenario, controller: (
                self._drilling.start(ScenarioId(scenario), controller, 20).domain
            ),
            "resume drill": self._drilling.resume,
            "end drill": self._drilling.end,
            "drill": self._drill,
            "phones": lambda: [[one.kind, one.whom, one.number] for one in self._drilling.phones()],
            "answer": lambda number, status: self._drilling.answer(int(number), UnitStatus(status)),
            "result": lambda: to_json(result.rows) if (result := self._drilling.result) is not None else None,
            "owner": self._owner,
            "open wall": lambda wall, layout: self._room.console.steering.open(SurfaceId(wall), layout),
            "walls": lambda: [f"{one.position}/{one.surface}" for one in self._room.console.sight.remote.targets()],
            "send": self._send,
            "layout": lambda wall: self._room.console.steering.surface(SurfaceId(wall)).layout,
            "on test": lambda point: self._put_on_test(PointId(point)),
            "tested": lambda: sorted(duty.point for duty in self._room.console.live.service if duty.on_test),
            "end test": lambda point: self._room.console.alarming.end_test(PointId(point)),
            "note for the next": self._shift.note,
            "hand over": lambda comer: self._shift.begin(comer).position,
            "accept": lambda: [self._shift.accept(line.key) for line in self._shift.open_lines()] and None,
            "take over": self._shift.take,
            "sheet": lambda: sorted({line.text for line in self._shift.sheet() if line.text}),
            "newcomers": lambda: [["/".join(one.key), one.stage.value, one.title] for one in self._newcomers.rows()],
            "reject": lambda device, why: self._newcomers.reject(_device(device), why),
            "recall": lambda device: self._newcomers.recall(_device(device)),
            "place": self._place,
            "apply site": self._room.console.revising.apply,
            "incidents": lambda: [incident.id for incident in self._desk.incidents()],
        }
        try:
            return acts[act](*arguments)
        except CommandRefused as refused:
            return {"refused": refused.code}

    @property
    def _newcomers(self) -> Newcomers:
        return self._room.console.siting.newcomers

    def _place(self, device: str, kind: str, name: str, x: float, y: float) -> None:
        self._newcomers.sign(Placement(*_device(device), (kind,), name, name, (x, y)))

    @property
    def _shift(self) -> Handovers:
        return self._room.console.shifts.handovers

    def _put_on_test(self, point: PointId) -> None:
        self._room.console.alarming.put_on_test([point], self._room.clock.now_ms() + 600_000)

    def _send(self, to: str, wall: str, layout: str) -> str:
        """Name of the sending."""
        return self._room.console.sight.remote.send_layout(to, SurfaceId(wall), layout).id

    def _owner(self, alarm: str) -> str:
        """Who answers for it."""
        found = self._room.console.live.get(AlarmId(alarm))
        return found.owner.person if found is not None and found.owner is not None else ""

    @property
    def _drilling(self) -> Drilling:
        return self._room.console.drilling

    def _drill(self) -> list[str]:
        """Phase and cause of the drill that is on."""
        drill = self._drilling.drill
        return [drill.phase, drill.cause or ""] if drill is not None else []

    def _unit(self, name: str) -> list[str]:
        unit = self._desk.unit(UnitId(name))
        return [unit.status, unit.order.sending if unit.order is not None else "", unit.incident or ""]

    def _timeline(self, incident: str) -> list[str]:
        lines = self._desk.timeline(IncidentId(incident))
        return [" ".join(filter(None, (line.kind, line.unit, line.code))) for line in lines]


def windows(room: Room) -> int:
    """In place of windows: a desk thread like that of a headless console, and the operator."""
    Operator(room).look()
    return run.headless(room)


if __name__ == "__main__":
    args = main.build_parser(sys.argv[1:]).parse_args(sys.argv[1:])
    args.windows, args.load_windows = windows, lambda: None
    sys.exit(args.run(args))
