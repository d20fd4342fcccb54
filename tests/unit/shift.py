"""A shift written down as a table: time, what happens, what the room sees of it, and whether it sounds.

    time   what happens                     | what is seen                               | sound
    00:00  smoke-1 alarm                    | smoke-1 unacknowledged, verify running     | sounds
    00:05  li acks smoke-1                  | smoke-1 acknowledged, owned by li          | silent

Times are minutes and seconds since the start of the shift, or hours too. What is seen is said of one alarm, or
`- refused: CODE`. A line may leave out what happens (only time passes) or what is seen. The console is the real one
with its sound; only its clock is moved, its journal is a list, `restart` is a kill, `restart at 45:00` a long one.
"""

from __future__ import annotations

import re
from io import StringIO

from console.alarms import Alarm, Aside, Outcome
from console.announce import Announcer
from console.app import Console
from console.clock import FakeClock
from console.config.schema import AlarmsConfig, ConsequenceConfig
from console.errors import CommandRefused
from console.incidents import Disposition
from console.journal import Entry
from console.model import (
    AlarmClass,
    AlarmId,
    BuildingId,
    By,
    Condition,
    ConditionChanged,
    Heard,
    Point,
    PointId,
    Seat,
    Site,
    ZoneId,
)
from tests.unit.test_console import ListStore
from tests.unit.test_sounding import Notepad

HALL, YARD = ZoneId("hall"), ZoneId("yard")
POINTS = {
    "smoke-1": ("smoke", AlarmClass.FIRE, HALL), "smoke-2": ("smoke", AlarmClass.FIRE, HALL),
    "smoke-9": ("smoke", AlarmClass.FIRE, YARD), "call-point": ("manual_call_point", AlarmClass.FIRE, HALL),
    "pre-1": ("pre_alarm", AlarmClass.PRE, HALL), "pre-2": ("pre_alarm", AlarmClass.PRE, HALL),
    "pre-9": ("pre_alarm", AlarmClass.PRE, YARD), "door": ("fire_door_open", AlarmClass.SUPERVISORY, HALL),
    "battery": ("battery", AlarmClass.TROUBLE, HALL), "leak": ("leakage_current", AlarmClass.HAZARD, YARD),
    "rain": ("rain_warning", AlarmClass.WARNING, None), "power": ("power", AlarmClass.EVENT, YARD),
    "gateway": ("availability", AlarmClass.TROUBLE, None), "panic": ("panic", AlarmClass.FIRE, HALL),
    "leak-2": ("leakage_current", AlarmClass.HAZARD, YARD), "leak-3": ("leakage_current", AlarmClass.HAZARD, HALL),
    "lane": ("fire_lane_occupied", AlarmClass.HAZARD, YARD), "gauge": ("water_level", AlarmClass.SUPERVISORY, YARD),
    "gauge-2": ("water_level", AlarmClass.SUPERVISORY, YARD), "rain-yard": ("rain_warning", AlarmClass.WARNING, YARD),
}  # fmt: skip
BROKER = PointId("link/desk-1#broker")
MADE = {"trips": "rule/trips@yard#repeated", "flooding": "rule/flooding@yard#waterlogging"}  # points of rules
SITE = Site(
    "夜班", "Night shift", "Asia/Shanghai", (120.0, 30.0),
    points=tuple(
        Point(
            PointId(f"site/{name}#{kind}"), name, name, kind, building=BuildingId("b-1"), floor=0, zone=zone,
            alarm_class=alarm_class,
        )
        for name, (kind, alarm_class, zone) in POINTS.items()
    ),
)  # fmt: skip
RULES = AlarmsConfig(
    consequences=(
        ConsequenceConfig("gateway lost", "site/gateway#availability", ("*.silent", "battery", "pre_alarm", "smoke")),
    )
)
SAYS = {"alarm": Condition.ACTIVE, "worse": Condition.ACTIVE, "eased": Condition.ACTIVE, "normal": Condition.NORMAL,
        "lost": Condition.UNKNOWN, "red": Condition.ACTIVE}  # fmt: skip
LINE = re.compile(r"\s*(?P<time>[\d:]+)\s*(?P<act>[^|]*?)\s*\|\s*(?P<seen>[^|]*?)\s*(?:\|\s*(?P<sound>\w*)\s*)?$")
STATES = re.compile(r"(?P<point>[\w-]+?)(?:\.(?P<companion>\w+))? (?P<facts>.+)")


class Shift:
    """One console, whoever sits at it. The seat changes hands with the name a line begins with."""

    def __init__(
        self, earlier: list[Entry] | None = None, clock: FakeClock | None = None, rules: AlarmsConfig = RULES
    ) -> None:
        self.clock, self.sound, self.log = clock or FakeClock(), Notepad(), StringIO()
        self.start_ms, self.rules = self.clock.now_ms(), rules
        self.store = ListStore(earlier or [])
        self.seat = Seat("desk-1", "li")
        self.console = Console(
            seat=self.seat, site=SITE, clock=self.clock, announcer=Announcer(self.clock, self.log), store=self.store,  # type: ignore[arg-type]
            stale_after_s=lambda _point: 0, sound=self.sound, alarms=rules,
        )  # fmt: skip
        self.console.start()

    # ---- the table ----

    def play(self, table: str) -> None:
        """Every line in order; the first that is not as it says fails with its text."""
        for text in filter(str.strip, table.splitlines()):
            line = LINE.match(text)
            assert line is not None, f"no line of a shift: {text!r}"
            self.pass_until(line["time"])
            refused = self._do(line["act"])
            self._look(line["seen"], refused, text)
            if line["sound"]:
                sounds = self.console.sounding.tone is not None
                assert sounds == (line["sound"] == "sounds"), f"{self.console.sounding.tone} at: {text}"

    def pass_until(self, time: str) -> None:
        ahead = self._ms(time) - self.clock.now_ms()
        assert ahead >= 0, f"{time} is over"
        self.clock.advance(ahead)

    def _ms(self, time: str) -> int:
        parts = [int(part) for part in time.split(":")]
        return self.start_ms + 1000 * sum(part * 60**power for power, part in enumerate(reversed(parts)))

    def _do(self, act: str) -> str:
        """Returns the code of a refusal."""
        try:
            self.happen(act)
        except CommandRefused as refusal:
            return refusal.code
        return ""

    def _look(self, seen: str, refused: str, text: str) -> None:
        wanted = seen.removeprefix("- refused:").strip() if seen.startswith("- refused:") else ""
        assert refused == wanted, f"refused {refused!r} at: {text}"
        if wanted or not seen:
            return
        found = STATES.fullmatch(seen)
        assert found is not None, f"nothing to be seen: {text!r}"
        alarm = self.alarm(found["point"], found["companion"] or "")
        state = "closed" if alarm is None else self.described(alarm)
        missing = [fact for fact in found["facts"].split(", ") if fact not in state]
        assert not missing, f"{missing} is not in {state} at: {text}"

    # ---- what is seen ----

    def alarm(self, name: str, companion: str = "") -> Alarm | None:
        point = self.point(name)
        return self.console.live.of(PointId(f"{point}.{companion}" if companion else point))

    def described(self, alarm: Alarm) -> tuple[str, ...]:
        """Everything that can be said of an alarm, one fact each."""
        words = [alarm.shown.value, f"class {alarm.alarm_class}", f"verify {alarm.verify.state}",
                 f"level {alarm.escalation}", f"x{len(alarm.occurrences)}", f"peak {alarm.peak}"]  # fmt: skip
        words += [f"live {alarm.live}", f"priority {alarm.priority}"]
        if alarm.verify.is_expired:
            words.append("expired")
        if alarm.reopened is not None:
            words.append(f"because {alarm.reopened.reason}")
        if alarm.owner is not None:
            words.append(f"owned by {alarm.owner.person}")
        elif alarm.acknowledged is not None:
            words.append("unowned")
        words += [word for word, holds in (
            ("stale", alarm.is_stale), ("chattering", alarm.is_chattering), ("fleeting", alarm.is_fleeting),
            ("latched", alarm.latched), ("lost", alarm.lost), ("displayed", alarm.displayed_ms > 0),
        ) if holds]  # fmt: skip
        return tuple(words)

    def journal(self, kind: str) -> list[Entry]:
        return [entry for entry in self.store.entries if entry.kind == kind]

    # ---- what happens ----

    def happen(self, act: str) -> None:
        """One act: `smoke-1 alarm`, `li acks smoke-1`, `restart`; the verbs are methods below."""
        words = act.split()
        if not words:
            return
        if words[0] == "restart":
            self.restart(self._ms(words[2]) if words[1:] else self.clock.now_ms())
        elif len(words) == 2 and words[1] in SAYS:
            self.say(words[0], words[1])
        elif words[0] == "shown":
            self.console.alarming.displayed(self.id(words[1]))
        elif words[0] == "step":
            self.clock.step(int(words[1]) * 1000)
        else:
            self.seat.person = words[0]
            getattr(self, words[1])(*words[2:])

    def point(self, name: str) -> PointId:
        return BROKER if name == "broker" else PointId(MADE.get(name) or f"site/{name}#{POINTS[name][0]}")

    def id(self, name: str) -> AlarmId:
        alarm = self.alarm(*name.split("."))
        return alarm.id if alarm is not None else AlarmId(f"{self.point(name)}/1")

    def say(self, name: str, word: str) -> None:
        """The detector says so now; `name.silent` is its companion."""
        name, _, companion = name.partition(".")
        point, now = self.point(name), self.clock.now_ms()
        alarm_class = AlarmClass.TROUBLE if companion or name == "broker" else POINTS[name][1]
        kind = "broker" if name == "broker" else POINTS[name][0]
        change = ConditionChanged(
            point=PointId(f"{point}.{companion}") if companion else point, alarm_class=alarm_class,
            kind=f"{kind}.{companion}" if companion else kind, condition=SAYS[word],
            cause="limit_worse" if word == "worse" else "alarm", source_ms=now, received_ms=now,
            severity=2 if word in ("worse", "red") else 1, red=word == "red",
        )  # fmt: skip
        self.console.handle(Heard((change,)))

    def say_late(self, name: str, minutes_ago: int) -> None:
        """It alarmed and was normal again so long ago; the broker has kept both for us."""
        point, now = self.point(name), self.clock.now_ms()
        for condition in (Condition.ACTIVE, Condition.NORMAL):
            change = ConditionChanged(
                point, POINTS[name][1], POINTS[name][0], condition, "alarm", now - minutes_ago * 60_000, now
            )  # fmt: skip
            self.console.handle(Heard((change,)))

    def restart(self, at_ms: int) -> None:
        """The program is killed, and starts again at that time: only the journal is left."""
        after = Shift(self.store.entries, FakeClock(at_ms), self.rules)
        after.start_ms = self.start_ms
        after.seat.person = self.seat.person
        self.__dict__.update(after.__dict__)

    # ---- verbs of a person ----

    def acks(self, name: str) -> None:
        self.console.alarming.acknowledge(self.id(name))

    def acks_all(self, *names: str) -> None:
        """Several at once; the first refusal is what the line sees."""
        for refusal in self.console.alarming.acknowledge_many(map(self.id, names)):
            raise CommandRefused(refusal.code, refusal.alarm)

    def finds(self, name: str, outcome: str) -> None:
        self.console.alarming.verify(self.id(name), Outcome(outcome))

    def resets(self, name: str, outcome: str, cause: str = "") -> None:
        self.console.alarming.reset(self.id(name), Outcome(outcome), cause)

    def shelves(self, name: str, minutes: str, *reason: str) -> None:
        self.console.alarming.shelve(self.id(name), int(minutes), " ".join(reason))

    def unshelves(self, name: str) -> None:
        self.console.alarming.unshelve(self.id(name))

    def takes(self, name: str) -> None:
        self.console.alarming.take(self.id(name))

    def leaves(self, name: str) -> None:
        self.console.alarming.left_behind(self.id(name))

    def disables(self, name: str, minutes: str, permit: str = "", *measure: str) -> None:
        """Out of service; `with wang` at the end names the second person."""
        second = By(person=measure[-1], position="desk-2") if len(measure) > 1 and measure[-2] == "with" else None
        told = measure[:-2] if second is not None else measure
        until = self.clock.now_ms() + int(minutes) * 60_000
        self.console.alarming.take_out_of_service(self.point(name), permit, until, " ".join(told), second)

    def enables(self, name: str) -> None:
        self.console.alarming.put_back(self.point(name))

    def tests(self, name: str, minutes: str) -> None:
        self.console.alarming.put_on_test([self.point(name)], self.clock.now_ms() + int(minutes) * 60_000)

    def ends(self, name: str) -> None:
        self.console.alarming.end_test(self.point(name))

    def opens(self, name: str) -> None:
        """An incident from the alarm, which he then owns."""
        self.console.dispatching.open_from(self.id(name))

    def closes(self, name: str) -> None:
        incident = self.console.dispatching.incident_of(self.id(name))
        assert incident is not None
        self.console.dispatching.close(incident.id, Disposition.RESOLVED)

    def hands_over(self, name: str, position: str) -> None:
        incident = self.console.dispatching.incident_of(self.id(name))
        assert incident is not None
        self.console.dispatching.hand_over(incident.id, position)


def aside(shift: Shift, why: Aside) -> list[str]:
    """The names of the points whose alarms are aside for this reason."""
    return [alarm.point.removeprefix("site/").partition("#")[0] for alarm in shift.console.live.aside(why)]
