"""Which alarms the table lists, in which order, what stays where it is under a hand, and a flood by place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest

from console.model import AlarmClass, AlarmId, BuildingId, Condition, Floor, Point, PointId
from console.model.places import Building
from tests.widgets.desk import FAR_AWAY, LEAKAGE, SITE, SMOKE, Desk, pixels, texts
from widgets import theme
from widgets.alarms.hand import KEYS_MS, POINTER_MS
from widgets.alarms.lines import AlarmLine, FoldLine, PlaceLine
from widgets.alarms.listing import Listing
from widgets.alarms.model import ALARM

OpenDesk = Callable[..., Desk]
Key = Qt.Key
BATTERIES = [PointId(f"z2m/0x{n:03x}#battery") for n in range(40)]


def listed(desk: Desk) -> list[AlarmId]:
    rows = desk.window.table.rows
    return [alarm.id for row in range(rows.rowCount()) if (alarm := rows.alarm(row)) is not None]


def trouble(desk: Desk, number: int = 0) -> AlarmId:
    return desk.change(BATTERIES[number], alarm_class=AlarmClass.TROUBLE, value=5.0, unit="%")


# ---- which ----


def test_no_list_is_without_a_fire_acknowledged_or_not_or_just_raised(desk: Desk) -> None:
    fires = [desk.change(SMOKE), desk.change(FAR_AWAY)]
    desk.console.acknowledge(fires[1])
    for number, listing in enumerate(Listing):
        desk.window.alarms.show_listing(listing)
        assert set(fires) <= set(listed(desk)), listing
        fires.append(desk.change(PointId(f"z2m/late{number}#smoke")))
        assert fires[-1] in listed(desk), listing


def test_what_is_put_aside_stands_in_its_own_list_only_and_comes_back_by_itself(desk: Desk) -> None:
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.alarming.shelve(leak, 15, "electrician is measuring")
    assert listed(desk) == []
    assert any(text.startswith("No alarm is open. 1 shelved.") for text in [desk.window.alarms.empty_words()])
    desk.window.alarms.show_listing(Listing.SHELVED)
    said = texts(desk.window.table)
    assert listed(desk) == [leak] and "shelved 15:00" in said and "Li · electrician is measuring" in said
    desk.clock.advance(15 * 60_000)
    assert listed(desk) == []
    desk.press(Key.Key_Escape)
    assert listed(desk) == [leak] and "shelf ended" in texts(desk.window.table)


def test_mine_is_what_i_have_and_what_is_nobodys_yet(desk: Desk) -> None:
    mine, nobodys = trouble(desk, 1), trouble(desk, 2)
    desk.console.acknowledge(mine)
    QTest.mouseClick(desk.window.alarms.head.chips[Listing.MINE], Qt.MouseButton.LeftButton)
    assert set(listed(desk)) == {mine, nobodys}
    assert "fires are always listed" in texts(desk.window.alarms.head)


def test_a_detector_out_of_service_without_an_alarm_stands_in_the_list_and_can_be_brought_back(desk: Desk) -> None:
    until_ms = desk.clock.now_ms() + 3_600_000
    desk.console.alarming.take_out_of_service(LEAKAGE, "P-118", until_ms, "guard walks every hour")
    desk.window.acts.show_listing(Listing.OUT_OF_SERVICE)
    said = texts(desk.window.table)
    assert {"Panel 1", "out of service 1:00:00", "P-118 · guard walks every hour · Li"} <= set(said)
    QTest.keyClick(desk.window.table, Key.Key_Down)
    QTest.mouseClick(desk.window.alarms.duties.back, Qt.MouseButton.LeftButton)
    assert desk.console.alarms.counts().out_of_service == 0
    assert "Panel 1" not in texts(desk.window.table)


def test_an_alarm_found_elsewhere_is_shown_though_another_list_is_open(desk: Desk) -> None:
    leak, battery = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD), trouble(desk)
    desk.console.alarming.shelve(leak, 15, "measuring")
    desk.window.acts.choose(leak)
    assert desk.window.table.selected() == leak and desk.window.table.rows.listing is Listing.SHELVED
    desk.window.acts.choose(battery)
    assert desk.window.table.selected() == battery and desk.window.table.rows.listing is Listing.ALL


# ---- rows ----


def test_the_verify_clock_runs_down_on_the_row(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.clock.advance(16_000)
    assert "verify 1:14" in texts(desk.window.table)


def test_of_many_verify_clocks_only_those_that_say_another_second_are_painted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = desk.window.table
    painted: list[AlarmId] = []
    fires = [desk.change(SMOKE)]
    desk.clock.advance(300)
    fires.append(desk.change(FAR_AWAY))
    table.on_second()
    monkeypatch.setattr(table, "update", lambda index: painted.append(index.data(ALARM).id))
    for pause_ms, due in ((400, []), (400, fires[:1]), (300, fires[1:])):  # 0.7, 1.1, 1.4 s after the first
        desk.clock.advance(pause_ms)
        painted.clear()
        table.on_second()
        assert painted == due


def test_an_alarm_nobody_wrote_about_says_so_on_its_row(desk: Desk) -> None:
    desk.change(PointId("site/thing#weird_kind"), alarm_class=AlarmClass.HAZARD)
    assert "not rationalised" in texts(desk.window.table)


def test_only_rows_that_can_be_seen_are_painted_again_when_the_symbols_blink(desk: Desk) -> None:
    for number in range(40):
        trouble(desk, number)
    table = desk.window.table
    table.group(False)
    seen = table.visible_rows()
    assert seen == range(table.viewport().height() // theme.ALARM_ROW + 2) and len(seen) < 20


# ---- under a hand ----


def row_point(desk: Desk, row: int) -> QPoint:
    table = desk.window.table
    return table.visualRect(table.rows.index(row)).center()


def test_nothing_moves_under_a_pressed_pointer_and_a_new_fire_is_shown_right_below_it(desk: Desk) -> None:
    rows = [trouble(desk, number) for number in range(3)]
    table = desk.window.table
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=row_point(desk, 1))
    fire = desk.change(SMOKE)
    desk.console.acknowledge(rows[0])
    assert listed(desk) == [rows[0], rows[1], fire, rows[2]]
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=row_point(desk, 1))
    desk.clock.advance(KEYS_MS)
    assert listed(desk) == [fire, rows[1], rows[2], rows[0]]


def test_a_closed_alarm_stays_under_the_pointer_until_it_is_let_go(desk: Desk) -> None:
    rows = [trouble(desk, number) for number in range(3)]
    QTest.mousePress(desk.window.table.viewport(), Qt.MouseButton.LeftButton, pos=row_point(desk, 2))
    desk.console.acknowledge(rows[0])
    desk.change(BATTERIES[0], Condition.NORMAL, AlarmClass.TROUBLE)
    assert desk.console.alarms.get(rows[0]) is None and listed(desk) == rows
    QTest.mouseRelease(desk.window.table.viewport(), Qt.MouseButton.LeftButton, pos=row_point(desk, 2))
    desk.clock.advance(KEYS_MS)
    assert listed(desk) == rows[1:]


def test_a_stuck_pointer_does_not_hold_the_table_for_ever(desk: Desk) -> None:
    battery = trouble(desk)
    QTest.mousePress(desk.window.table.viewport(), Qt.MouseButton.LeftButton, pos=row_point(desk, 0))
    fire = desk.change(SMOKE)
    assert listed(desk) == [battery, fire]
    desk.clock.advance(POINTER_MS)
    assert listed(desk) == [fire, battery]


def test_the_row_the_keys_were_just_used_on_stays_and_goes_where_it_belongs_when_the_hand_has_left(desk: Desk) -> None:
    first, second = trouble(desk, 0), trouble(desk, 1)
    desk.window.table.choose(first)
    desk.press(Key.Key_F2)
    assert listed(desk) == [first, second]
    desk.clock.advance(KEYS_MS)
    assert listed(desk) == [second, first] and desk.window.table.selected() == first


# ---- F2 ----


def test_f2_moves_on_to_the_next_and_acknowledges_it_only_after_it_could_be_seen(desk: Desk) -> None:
    first, second = desk.change(SMOKE), desk.change(FAR_AWAY)
    desk.window.table.choose(first)
    for _ in range(3):
        desk.press(Key.Key_F2)
    assert desk.alarm(first).acknowledged is not None and desk.alarm(second).acknowledged is None
    assert desk.window.table.selected() == second
    assert "Look at it first, then press again" in texts(desk.window.details)
    desk.clock.advance(1_000)
    desk.press(Key.Key_F2)
    assert desk.alarm(second).acknowledged is not None


def test_a_fire_that_takes_the_choice_is_not_acknowledged_by_the_key_meant_for_a_trouble(desk: Desk) -> None:
    battery = trouble(desk)
    assert desk.window.table.selected() == battery
    fire = desk.change(SMOKE)
    desk.press(Key.Key_F2)
    assert desk.window.table.selected() == fire and desk.alarm(fire).acknowledged is None


# ---- several at once ----


def pick_all(desk: Desk) -> None:
    desk.window.table.selectAll()
    desk.settle()


def test_an_alarm_a_person_went_to_is_acknowledged_at_once(desk: Desk) -> None:
    first, second = desk.change(SMOKE), desk.change(FAR_AWAY)
    desk.settle()
    assert desk.window.table.selected() == first  # it took the choice by itself, a moment ago
    desk.window.table.setFocus()
    QTest.keyClick(desk.window.table, Key.Key_Down)
    desk.press(Key.Key_F2)
    assert desk.alarm(second).acknowledged is not None and desk.alarm(first).acknowledged is None


def test_several_are_acknowledged_at_once_and_a_fire_among_them_is_not(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    troubles = [trouble(desk, number) for number in range(3)]
    pick_all(desk)
    assert desk.window.alarms.bulk.acknowledge.text() == "Acknowledge 3  F2"
    desk.press(Key.Key_F2)
    assert desk.alarm(fire).acknowledged is None
    assert all(desk.alarm(alarm).acknowledged is not None for alarm in troubles)
    said = texts(desk.window.details)
    assert any("A fire is acknowledged by itself" in text for text in said)


def test_several_are_shelved_by_a_button_that_is_held_for_a_second(desk: Desk) -> None:
    points = [PointId(f"site/p{n}#leakage_current") for n in range(3)]
    leaks = [desk.change(point, alarm_class=AlarmClass.HAZARD) for point in points]
    pick_all(desk)
    QTest.mouseClick(desk.window.alarms.bulk.shelve, Qt.MouseButton.LeftButton)
    form = desk.window.details.aside
    assert form.is_open and form.hold.isVisible() and not form.confirm.isVisible() and not form.hold.isEnabled()
    form.text.setText("Welding until noon")
    QTest.mousePress(form.hold, Qt.MouseButton.LeftButton)
    desk.clock.advance(900)
    assert desk.console.alarms.counts().shelved == 0
    desk.clock.advance(200)
    assert [desk.alarm(leak).shelved is not None for leak in leaks] == [True] * 3


def test_one_row_alone_has_no_bar_for_several(desk: Desk) -> None:
    desk.change(SMOKE)
    assert not desk.window.alarms.bulk.isVisible()


# ---- a flood ----

HOUSE = BuildingId("HOUSE")


def house() -> tuple[Point, ...]:
    kinds = ("smoke", "leakage_current", "battery")
    return tuple(
        Point(PointId(f"z2m/{kind}-{floor}-{n}#{kind}"), f"屋{floor}层{kind}{n}", f"House {floor}F {kind} {n}", kind,
              building=HOUSE, floor=floor)
        for floor in (0, 1) for kind in kinds for n in range(4)
    )  # fmt: skip


@pytest.fixture
def flooded(open_desk: OpenDesk) -> Desk:
    building = Building(HOUSE, "屋", "House", ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0)))
    floors = (Floor(HOUSE, 0, "0F"), Floor(HOUSE, 1, "1F"))
    desk = open_desk(site=replace(SITE, points=(*SITE.points, *house()), buildings=(building,), floors=floors))
    classes = {"smoke": AlarmClass.FIRE, "leakage_current": AlarmClass.HAZARD, "battery": AlarmClass.TROUBLE}
    for point in house():
        desk.change(point.id, alarm_class=classes[point.kind])
        desk.clock.advance(100)
    desk.settle()
    return desk


def shape(desk: Desk) -> list[str]:
    """Each row in a word: place with total, class letter of an alarm, class and count of a fold."""
    found = []
    for row in range(desk.window.table.rows.rowCount()):
        match desk.window.table.rows.line(row):
            case PlaceLine() as line:
                found.append(f"{line.place[1]}:{line.total}")
            case FoldLine() as line:
                found.append(f"{line.alarm_class.value}×{line.count}")
            case AlarmLine(alarm, is_first):
                found.append(alarm.alarm_class.value + ("!" if is_first else ""))
    return found


def test_a_flood_stands_by_building_and_floor_every_fire_by_itself_and_the_first_in_is_marked(flooded: Desk) -> None:
    fires, folded = ["F!", "F", "F", "F"], ["T×4", "H×4"]
    assert shape(flooded) == [*fires, *fires, "0:12", *folded, "1:12", *folded]  # those nobody has seen come first
    for fire in [alarm for alarm in flooded.console.alarms if alarm.alarm_class is AlarmClass.FIRE]:
        flooded.console.acknowledge(fire.id)
    flooded.settle()
    assert shape(flooded) == ["0:12", *fires, *folded, "1:12", *fires, *folded]
    said = texts(flooded.window.table)
    assert "House 0F" in said and "FIRST" in said and "F 4" in said
    assert flooded.window.alarms.head.place.isChecked()


def test_nothing_is_lost_in_a_flood_every_open_alarm_is_counted_in_its_place(flooded: Desk) -> None:
    for number in range(6):
        trouble(flooded, number)
    lines = [flooded.window.table.rows.line(row) for row in range(flooded.window.table.rows.rowCount())]
    assert sum(line.total for line in lines if isinstance(line, PlaceLine)) == len(flooded.console.alarms) == 30


def test_a_fold_opens_with_enter_and_its_alarms_are_acknowledged_together(flooded: Desk) -> None:
    table = flooded.window.table
    row = shape(flooded).index("T×4")
    table.setCurrentIndex(table.rows.index(row))
    QTest.keyClick(table, Key.Key_Return)
    assert shape(flooded)[row : row + 5] == ["T×4", "T", "T", "T", "T"]
    QTest.keyClick(table, Key.Key_Return)
    assert shape(flooded)[row + 1] == "H×4"
    flooded.press(Key.Key_F2)
    assert flooded.console.alarms.counts().unacknowledged[AlarmClass.TROUBLE] == 4  # the other floor's


def test_an_operator_who_wants_the_straight_list_keeps_it_and_the_end_of_the_flood_changes_nothing(
    flooded: Desk,
) -> None:
    QTest.mouseClick(flooded.window.alarms.head.place, Qt.MouseButton.LeftButton)
    assert "0:12" not in shape(flooded)
    desk_rows = listed(flooded)
    trouble(flooded)
    assert not flooded.window.table.rows.is_by_place and len(listed(flooded)) == len(desk_rows) + 1


def test_the_table_is_straight_again_when_the_flood_is_over(flooded: Desk) -> None:
    flooded.clock.advance(11 * 60_000)
    flooded.window.alarms._count()
    assert flooded.console.alarms.flood is None and not flooded.window.table.rows.is_by_place


def test_a_graver_alarm_moves_its_place_up_and_nothing_ever_moves_one_down(flooded: Desk) -> None:
    fires = [alarm for alarm in flooded.console.alarms if alarm.alarm_class is AlarmClass.FIRE]
    before = [name for name in shape(flooded) if ":" in name]
    for alarm in fires:
        flooded.console.acknowledge(alarm.id)
    assert [name for name in shape(flooded) if ":" in name] == before


def test_the_choice_stays_with_its_alarm_when_the_table_is_grouped_and_straightened(flooded: Desk) -> None:
    table = flooded.window.table
    chosen = table.rows.alarm(3)
    assert chosen is not None
    table.selectionModel().setCurrentIndex(table.rows.index(3), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.group(False)
    assert table.selected() == chosen.id
    table.group(True)
    assert table.selected() == chosen.id


def test_a_folded_alarm_that_is_asked_for_gets_its_row(flooded: Desk) -> None:
    battery = next(alarm for alarm in flooded.console.alarms if alarm.alarm_class is AlarmClass.TROUBLE)
    flooded.window.acts.choose(battery.id)
    assert flooded.window.table.selected() == battery.id


def test_the_rows_of_a_flood_look_as_drawn(flooded: Desk) -> None:
    image = flooded.window.table.viewport().grab().toImage()
    assert image.pixelColor(1, 2 * theme.FLOOD_ROW + 8).name() == theme.TOKENS["alarm.urgent"]
    assert image.pixelColor(200, 8 * theme.FLOOD_ROW + 2).name() == theme.TOKENS["bg.raise"]  # the head of the place
    assert len(pixels(image)) > 0


def test_of_thirty_fires_at_once_every_row_is_on_the_screen_and_the_panels_below_come_back(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.hear_all()
    fires = [desk.change(PointId(f"z2m/fire{number:02}#smoke")) for number in range(30)]
    desk.settle()
    table = desk.window.table
    assert set(listed(desk)[:30]) == set(fires)
    whole = table.viewport().height() // table.visualRect(table.rows.index(0)).height()
    assert whole >= 30 and not desk.window.ledger.isVisible() and not desk.window.journal.isVisible()
    for fire in fires:
        desk.console.acknowledge(fire)
    desk.settle()
    assert desk.window.ledger.isVisible() and desk.window.journal.isVisible()


def test_ten_fires_that_are_no_flood_yet_are_all_on_the_screen(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.hear_all()
    for number in range(10):
        desk.change(PointId(f"z2m/fire{number:02}#smoke"))
    desk.settle()
    table = desk.window.table
    assert not table.rows.is_by_place and len(listed(desk)) == 10
    assert table.viewport().height() // table.visualRect(table.rows.index(0)).height() >= 10


def test_the_only_alarm_of_its_place_is_not_called_the_first_until_another_comes(flooded: Desk) -> None:
    alone = flooded.change(PointId("z2m/0xa10e#smoke"))
    flooded.settle()
    rows = flooded.window.table.rows

    def is_marked() -> bool:
        lines = [line for row in range(rows.rowCount()) if isinstance(line := rows.line(row), AlarmLine)]
        return next(line.is_first for line in lines if line.alarm.id == alone)

    assert not is_marked()
    point = PointId("z2m/0xa10f#battery")
    other = flooded.change(point, alarm_class=AlarmClass.TROUBLE)
    flooded.settle()
    assert is_marked()
    flooded.console.acknowledge(other)
    flooded.clear(point)
    flooded.settle()
    assert not is_marked(), "alone again"
