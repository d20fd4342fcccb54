"""What is done about alarms and points from the desk: forms are opened, their answers go to the console."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from console.alarms import Alarm, Outcome
from console.app import Console
from console.errors import CommandRefused
from console.model import AlarmClass, AlarmId, By, PointId, Right
from widgets.alarms.alarm_acts import SHELVED_LONG, Deed
from widgets.alarms.aside_form import About, AsideForm, Given, Way
from widgets.placing import Placing
from widgets.words import Words

HOUR, DAY = 60, 24 * 60  # minutes
SHELVES, LONG_SHELVES = (15, 30, HOUR), (HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR)
TESTS = (15, 30, HOUR, 2 * HOUR, 8 * HOUR)
FIRE_AWAY, AWAY = (HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR), (8 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY)

Do = Callable[[Callable[[], None]], None]


class Deeds(QObject):
    """`do` runs an act and tells its refusal; `refuse` says why something was not done."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, form: AsideForm, do: Do, refuse: Callable[[str], None],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words
        self._form = form
        self._do = do
        self._refuse = refuse
        form.given.connect(self.on_given)

    # ---- one alarm ----

    def verify(self, alarm: AlarmId, outcome: Outcome) -> None:
        self._do(lambda: self._console.alarming.verify(alarm, outcome))

    def reset(self, alarm: AlarmId, outcome: Outcome, cause: str = "", note: str = "") -> None:
        self._do(lambda: self._console.alarming.reset(alarm, outcome, cause, note))

    def ask(self, deed: Deed, alarm_id: AlarmId) -> None:
        """A small button was pressed for this alarm."""
        alarm = self._console.alarms.get(alarm_id)
        if alarm is None:
            return
        alarming = self._console.alarming
        match deed:
            case Deed.UNSHELVE:
                self._do(partial(alarming.unshelve, alarm_id))
            case Deed.PUT_BACK:
                self._do(partial(alarming.put_back, self._put_aside(alarm)))
            case Deed.END_TEST:
                self._do(partial(alarming.end_test, self._put_aside(alarm)))
            case Deed.TAKE:
                self._do(partial(alarming.take, alarm_id))
            case _:
                self._begin(Way(deed.value), alarm)

    def _put_aside(self, alarm: Alarm) -> PointId:
        """The point that is not relied on: what is said beside a detector is put aside and comes back with it."""
        duty = self._console.alarms.service.of(alarm.point)
        return duty.point if duty is not None else alarm.point

    def _begin(self, way: Way, alarm: Alarm) -> None:
        self._refuse("")
        is_fire = self._console.alarming.class_of(alarm.point) is AlarmClass.FIRE
        offered = {
            Way.SHELVE: LONG_SHELVES if alarm.alarm_class in SHELVED_LONG else SHELVES,
            Way.ON_TEST: TESTS,
            Way.OUT_OF_SERVICE: FIRE_AWAY if is_fire else AWAY,
        }[way]
        two = way is Way.OUT_OF_SERVICE and is_fire
        self._form.begin(About(way, self._placing.title(alarm), offered, (alarm.id,), alarm.point, two))

    # ---- several, and points without an alarm ----

    def acknowledge_many(self, alarms: Sequence[AlarmId]) -> None:
        """Each fire is left to be acknowledged by itself; how many were left out is told."""
        refused = self._console.alarming.acknowledge_many(alarms)
        self._refuse("")
        if refused:
            text = self.tr("%n left out: %1", "", len(refused))
            self._refuse(text.replace("%1", self._words.refusal(refused[0].code)))

    def shelve_many(self, alarms: Sequence[AlarmId]) -> None:
        """All of them for the same time and reason, after a second's hold."""
        found = [alarm for alarm in map(self._console.alarms.get, alarms) if alarm is not None]
        if found:
            self._refuse("")
            title = self.tr("%1 alarms").replace("%1", str(len(found)))
            self._form.begin(About(Way.SHELVE, title, SHELVES, tuple(alarm.id for alarm in found)))

    def ask_point(self, way: Way) -> None:
        """A detector that has no alarm: it is named in the form."""
        self._refuse("")
        minutes = TESTS if way is Way.ON_TEST else FIRE_AWAY
        about = About(way, self.tr("which detector?"), minutes, two=way is Way.OUT_OF_SERVICE)
        self._form.begin(about, sorted(self._named()))

    def bring_back(self, way: Way, point: PointId) -> None:
        """A detector of the list is relied on again."""
        alarming = self._console.alarming
        self._do(partial(alarming.end_test if way is Way.ON_TEST else alarming.put_back, point))

    def _named(self) -> dict[str, PointId]:
        """The points by the names the form offers: those that share one have their id behind it."""
        named = [(self._placing.pick(point.name, point.name_en), point.id) for point in self._console.site.points]
        counts = Counter(name for name, _ in named)
        return {name if counts[name] == 1 else f"{name} · {id_}": id_ for name, id_ in named}

    def _point_called(self, name: str) -> PointId:
        """The point of that name or id; one that is not there is refused by the console.

        Raises CommandRefused: several_points. None is taken away that nobody has meant.
        """
        if (offered := self._named().get(name)) is not None:
            return offered
        called = [p.id for p in self._console.site.points if name in (p.id, p.name, p.name_en)]
        if len(called) > 1:
            raise CommandRefused("several_points", name)
        return called[0] if called else PointId(name)

    # ---- what was filled in ----

    def on_given(self, given: Given) -> None:
        about, alarming = given.about, self._console.alarming
        until_ms = self._console.clock.now_ms() + given.minutes * 60_000

        def point() -> PointId:
            return about.point or self._point_called(given.point)

        match about.way:
            case Way.SHELVE if len(about.alarms) > 1:
                self._shelve_each(about.alarms, given)
            case Way.SHELVE:
                self._do(lambda: alarming.shelve(about.alarms[0], given.minutes, given.text))
            case Way.ON_TEST:
                self._do(lambda: alarming.put_on_test([point()], until_ms))
            case Way.OUT_OF_SERVICE if about.two:
                self._do(lambda: self._with_second(given, point(), until_ms))
            case _:
                self._do(lambda: alarming.take_out_of_service(point(), given.text, until_ms, given.measure))

    def _shelve_each(self, alarms: Sequence[AlarmId], given: Given) -> None:
        def act(alarm: AlarmId) -> None:
            self._console.alarming.shelve(alarm, given.minutes, given.text)

        for alarm in alarms:
            self._do(partial(act, alarm))

    def _with_second(self, given: Given, point: PointId, until_ms: int) -> None:
        """The second person shows who he is first. Raises CommandRefused."""

        def agreed(second: By) -> None:
            act = partial(
                self._console.alarming.take_out_of_service, point, given.text, until_ms, given.measure, second
            )
            self._do(act)

        self._console.people.vouch(
            given.person, given.secret, Right.SECOND, agreed, lambda code: self._refuse(self._words.refusal(code))
        )
