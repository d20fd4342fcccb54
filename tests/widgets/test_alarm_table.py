"""The alarm table: the gravest first, the choice stays with its alarm, only the symbol blinks."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.alarms import Outcome
from console.errors import CommandRefused
from console.model import AlarmClass, AlarmId, Condition, PointId
from tests.widgets.desk import FAR_AWAY, LEAKAGE, SECOND, SMOKE, Desk, pixels, texts
from widgets.alarm_table import ALARM, AlarmModel, AlarmTable
from widgets.placing import Placing
from widgets.words import Words

BATTERY = PointId("z2m/0x09#battery")
EVERY_CLASS = [
    ("cap/area#rain_warning", AlarmClass.WARNING), ("site/lane#fire_lane_occupied", AlarmClass.HAZARD),
    ("z2m/0x09#battery", AlarmClass.TROUBLE), ("site/hall#humidity", AlarmClass.EVENT),
    ("site/valve#valve_shut", AlarmClass.SUPERVISORY), ("z2m/0x01#smoke", AlarmClass.FIRE),
    ("z2m/0x02#pre_alarm", AlarmClass.PRE),
]  # fmt: skip


def order(table: AlarmTable) -> list[AlarmId]:
    rows = table.rows
    return [rows.index(row).data(ALARM).id for row in range(rows.rowCount())]


def test_rows_stand_in_the_order_of_their_class_whatever_came_first(desk: Desk) -> None:
    for point, alarm_class in EVERY_CLASS:
        desk.change(PointId(point), alarm_class=alarm_class)
    classes = [desk.alarm(alarm).alarm_class.value for alarm in order(desk.window.table)]
    assert classes == ["F", "P", "S", "T", "W", "H", "E"]


def test_an_acknowledged_alarm_goes_behind_the_unacknowledged_of_its_class(desk: Desk) -> None:
    first = desk.change(SMOKE)
    desk.clock.advance(1000)
    second = desk.change(FAR_AWAY)
    desk.console.acknowledge(first)
    assert order(desk.window.table) == [second, first]


def test_the_choice_stays_with_its_alarm_while_rows_move_around_it(desk: Desk) -> None:
    table = desk.window.table
    chosen = desk.change(SMOKE)
    desk.change(BATTERY, alarm_class=AlarmClass.TROUBLE)
    desk.clock.advance(1000)
    desk.change(FAR_AWAY)
    assert table.selected() == chosen
    desk.console.acknowledge(chosen)
    assert table.selected() == chosen and table.currentIndex().row() == 1


def test_a_fire_takes_the_choice_from_a_trouble(desk: Desk) -> None:
    trouble = desk.change(BATTERY, alarm_class=AlarmClass.TROUBLE)
    assert desk.window.table.selected() == trouble
    fire = desk.change(SMOKE)
    assert desk.window.table.selected() == fire


def test_a_trouble_does_not_take_the_choice_from_a_fire_nobody_has_seen(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.change(BATTERY, alarm_class=AlarmClass.TROUBLE)
    assert desk.window.table.selected() == fire


def test_when_the_chosen_alarm_is_closed_the_gravest_is_chosen_not_its_neighbour(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    trouble = desk.change(BATTERY, alarm_class=AlarmClass.TROUBLE)
    desk.console.acknowledge(trouble)
    desk.window.table.choose(trouble)
    desk.change(BATTERY, Condition.NORMAL, AlarmClass.TROUBLE)
    assert desk.console.alarms.get(trouble) is None and desk.window.table.selected() == fire


def test_details_and_ledger_follow_the_choice(desk: Desk) -> None:
    desk.change(SMOKE)
    leakage = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=340.0, unit="mA")
    desk.window.table.choose(leakage)
    said = texts(desk.window.details)
    assert "HAZARD H · MED 3" in said and any("340 mA" in text for text in said)


def test_only_the_symbol_blinks_never_a_letter(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.settle()
    table = desk.window.table
    on = pixels(table.viewport().grab().toImage()).astype(int)
    table.on_blink()
    off = pixels(table.viewport().grab().toImage()).astype(int)
    ys, xs = np.nonzero((on != off).any(axis=2))
    block = QRect(8, 12, 32, 32)
    assert len(xs) > 500
    assert block.contains(QRect(xs.min(), ys.min(), xs.max() - xs.min() + 1, ys.max() - ys.min() + 1))


def test_an_acknowledged_alarm_stands_still(desk: Desk) -> None:
    desk.console.acknowledge(desk.change(SMOKE))
    table = desk.window.table
    before = pixels(table.viewport().grab().toImage())
    table.on_blink()
    assert (pixels(table.viewport().grab().toImage()) == before).all()


def test_each_state_of_an_alarm_looks_different(desk: Desk) -> None:
    table = desk.window.table
    seen: dict[str, bytes] = {}

    def look(state: str) -> None:
        desk.settle()
        seen[state] = pixels(table.viewport().grab().toImage())[:56, 8:110].tobytes()

    alarm = desk.change(SMOKE)
    look("unacknowledged")
    desk.clear()
    look("cleared, not seen")
    desk.console.acknowledge(alarm)
    look("latched")
    desk.change(SMOKE)
    desk.console.acknowledge(alarm)
    look("acknowledged")
    desk.change(SMOKE, Condition.UNKNOWN)
    look("source lost")
    assert len(set(seen.values())) == len(seen) == 5


def test_the_state_is_also_a_word(desk: Desk) -> None:
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert any(text.startswith("unacknowledged") for text in texts(desk.window.table))
    desk.press(Qt.Key.Key_F2)
    assert any(text.startswith("acknowledged") for text in texts(desk.window.table))


def test_a_repeated_alarm_counts_its_occurrences(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.clear()
    desk.change(SMOKE)
    assert any(text.endswith("×2") for text in texts(desk.window.table))


@pytest.mark.parametrize("seed", range(4))
def test_the_model_keeps_its_promises_to_qt_through_any_sequence(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    model = AlarmModel(desk.console, Placing(desk.console, Words()), None)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    points = [(SMOKE, AlarmClass.FIRE), (SECOND, AlarmClass.FIRE), *((PointId(p), c) for p, c in EVERY_CLASS)]
    for _ in range(150):
        point, alarm_class = dice.choice(points)
        watched = _watched(model, dice)
        desk.clock.advance(dice.choice((0, 10, 1000)))
        alarm = _something(desk, dice, point, alarm_class)
        model.refresh(alarm)
        assert [row.id for row in desk.console.alarms.rows()] == _ids(model)
        assert watched is None or not watched[0].isValid() or watched[0].data(ALARM).id == watched[1]
    assert tester.model() is model


def _something(desk: Desk, dice: random.Random, point: PointId, alarm_class: AlarmClass) -> AlarmId:
    """One thing that can happen to an alarm, allowed or not; gives whose row may have changed."""
    before = next((a.id for a in desk.console.alarms if a.point == point), AlarmId(""))
    try:
        match dice.randrange(5):
            case 0:
                return desk.change(point, Condition.ACTIVE, alarm_class)
            case 1:
                desk.change(point, Condition.NORMAL, alarm_class)
            case 2:
                desk.change(point, Condition.UNKNOWN, alarm_class)
            case 3:
                desk.console.acknowledge(before)
            case _:
                desk.console.reset(before, Outcome.TEST)
    except CommandRefused:
        return before
    return before


def _ids(model: AlarmModel) -> list[AlarmId]:
    return [model.index(row).data(ALARM).id for row in range(model.rowCount())]


def _watched(model: AlarmModel, dice: random.Random) -> tuple[QPersistentModelIndex, AlarmId] | None:
    """A row somebody holds on to: it must stay with its alarm."""
    if not model.rowCount():
        return None
    index = model.index(dice.randrange(model.rowCount()))
    return QPersistentModelIndex(index), index.data(ALARM).id
