"""What the operator presses: every key and every button has its effect, or says in words why not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.alarms import Outcome, Shown
from console.announce import ActOverruled, AlarmReset
from console.model import AlarmClass, CameraId
from console.wall import ALARM_TILE, PANEL, STRIP, tile_id
from tests.widgets.desk import FAR_AWAY, LEAKAGE, SECOND, SMOKE, Desk, heard, texts

Key = Qt.Key


def on_alarm_tile(desk: Desk) -> CameraId | None:
    return desk.console.seeing.wall.tiles.get(ALARM_TILE)


def click(desk: Desk, name: str) -> None:
    QTest.mouseClick(desk.window.canvas, Qt.MouseButton.LeftButton, pos=desk.window.canvas.place(name).rect.center())
    desk.settle()


def test_f2_acknowledges_the_chosen_alarm_in_one_press(desk: Desk) -> None:
    alarm = desk.change()
    desk.press(Key.Key_F2)
    acknowledged = desk.alarm(alarm).acknowledged
    assert acknowledged is not None and (acknowledged.by.person, acknowledged.by.position) == ("Li", "desk-1")


def test_f2_held_down_acknowledges_no_other_alarm(desk: Desk) -> None:
    first, second = desk.change(SMOKE), desk.change(FAR_AWAY)
    desk.window.table.choose(first)
    for _ in range(3):
        desk.press(Key.Key_F2)
    assert desk.alarm(first).acknowledged is not None and desk.alarm(second).acknowledged is None


def test_the_button_acknowledges_the_chosen_alarm(desk: Desk) -> None:
    alarm = desk.change()
    QTest.mouseClick(desk.window.details.acknowledge, Qt.MouseButton.LeftButton)
    assert desk.alarm(alarm).shown is Shown.ACKNOWLEDGED
    assert not desk.window.details.acknowledge.isEnabled()


def test_the_banner_acknowledges_its_own_alarm_whatever_is_chosen(desk: Desk) -> None:
    other, alarm = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD), desk.change()
    desk.window.table.choose(other)
    banner = desk.window.banner
    QTest.mouseClick(banner, Qt.MouseButton.LeftButton, pos=QPoint(banner.width() - 60, banner.height() // 2))
    assert desk.alarm(alarm).acknowledged is not None and desk.alarm(other).acknowledged is None


def test_a_click_beside_the_banners_button_acknowledges_nothing(desk: Desk) -> None:
    alarm = desk.change()
    QTest.mouseClick(desk.window.banner, Qt.MouseButton.LeftButton, pos=QPoint(400, 20))
    assert desk.alarm(alarm).acknowledged is None


def test_the_banner_prints_f2_only_while_f2_would_acknowledge_its_alarm(desk: Desk) -> None:
    other, alarm = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD), desk.change()
    desk.window.table.choose(alarm)
    assert "Acknowledge  F2" in texts(desk.window.banner)
    desk.window.table.choose(other)
    assert "Acknowledge" in texts(desk.window.banner) and "Acknowledge  F2" not in texts(desk.window.banner)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_reset_button_closes_the_latched_alarm_with_its_outcome(desk: Desk, outcome: Outcome) -> None:
    resets = heard(desk.console, AlarmReset)
    desk.change()
    desk.press(Key.Key_F2)
    desk.clear()
    QTest.mouseClick(desk.window.details.outcomes[outcome], Qt.MouseButton.LeftButton)
    assert [reset.outcome for reset in resets] == [outcome] and len(desk.console.alarms) == 0


def test_reset_is_offered_only_when_the_alarm_is_acknowledged_and_normal_again(desk: Desk) -> None:
    buttons = desk.window.details.outcomes.values()

    def offered() -> list[bool]:
        return [button.isEnabled() for button in buttons]

    desk.change()
    assert offered() == [False] * 4
    desk.press(Key.Key_F2)
    assert offered() == [False] * 4
    desk.clear()
    assert offered() == [True] * 4
    desk.change()
    assert offered() == [False] * 4


def test_a_refused_act_is_told_in_words_and_forgotten_with_the_next_act(desk: Desk) -> None:
    alarm = desk.change()
    desk.press(Key.Key_F2)
    desk.press(Key.Key_F2)
    assert "Already acknowledged" in texts(desk.window.details)
    desk.window.acts.deeds.reset(alarm, Outcome.FALSE)
    assert "The detector still reports it" in texts(desk.window.details)
    desk.clear()
    desk.change()
    desk.press(Key.Key_F2)
    assert not {"Already acknowledged", "The detector still reports it"} & set(texts(desk.window.details))


def test_who_was_first_is_told_by_name(desk: Desk) -> None:
    alarm = desk.change()
    desk.console.announcer.publish(ActOverruled(alarm=alarm, by="Wang", position="desk-2"))
    assert "Wang, desk-2 was first" in texts(desk.window.details)


def test_the_refusal_never_lies_under_the_buttons(desk: Desk) -> None:
    desk.change()
    desk.press(Key.Key_F2)
    desk.clear()
    desk.window.resize(1366, 640)
    desk.settle()
    details = desk.window.details
    buttons = [details.acknowledge, *details.outcomes.values()]
    assert details.refusal_box().bottom() < min(button.mapTo(details, QPoint(0, 0)).y() for button in buttons)


def test_f4_steps_to_the_next_best_camera_and_f3_back_to_the_best(desk: Desk) -> None:
    desk.change()
    best, following = on_alarm_tile(desk), desk.console.seeing.wall.tiles[STRIP[0]]
    desk.press(Key.Key_F4)
    assert on_alarm_tile(desk) == following != best
    desk.press(Key.Key_F3)
    assert on_alarm_tile(desk) == best


def test_escape_brings_back_what_was_there_and_destroys_nothing(desk: Desk) -> None:
    before = dict(desk.console.seeing.wall.tiles)
    alarm = desk.change()
    assert dict(desk.console.seeing.wall.tiles) != before
    desk.press(Key.Key_Escape)
    assert dict(desk.console.seeing.wall.tiles) == before
    assert desk.alarm(alarm).shown is Shown.UNACKNOWLEDGED


def test_page_keys_turn_the_wall_through_every_camera_and_come_round(desk: Desk) -> None:
    def page() -> list[str]:
        tiles = desk.console.steering.surface(PANEL).tiles
        return [tiles.get(tile_id(PANEL, n), "") for n in range(1, 5)]

    first = page()
    desk.press(Key.Key_PageDown)
    second = page()
    assert (first, second) == (["C-1", "C-2", "C-3", "C-4"], ["C-5", "C-6", "", ""])
    desk.press(Key.Key_PageDown)
    assert page() == first
    desk.press(Key.Key_PageUp)
    assert page() == second


def test_a_click_on_a_picture_selects_it_and_a_number_goes_there(desk: Desk) -> None:
    assert desk.console.steering.selected == ALARM_TILE
    for key in (Key.Key_5, Key.Key_Return):
        desk.press(key)
    assert on_alarm_tile(desk) == "C-5"
    click(desk, STRIP[1])
    assert desk.console.steering.selected == STRIP[1]
    for key in (Key.Key_5, Key.Key_Return):
        desk.press(key)
    assert "The alarms fill this tile" in texts(desk.window.details)


def test_in_an_alarm_a_click_on_a_tile_leaves_the_alarm_tile_alone(desk: Desk) -> None:
    desk.change()
    before = on_alarm_tile(desk)
    click(desk, STRIP[0])
    assert desk.console.steering.selected == STRIP[0] and on_alarm_tile(desk) == before


def test_enter_shows_the_cameras_of_the_chosen_alarm_also_of_a_class_that_asks_for_none(desk: Desk) -> None:
    fire, leak = desk.change(), desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.table.choose(leak)
    QTest.keyClick(desk.window.table, Key.Key_Return)
    desk.settle()
    current = desk.console.seeing.wall.current
    assert current is not None and (current.alarm, current.pinned) == (leak, True)
    assert desk.console.seeing.rankings[leak].chosen
    desk.window.table.choose(fire)
    QTest.keyClick(desk.window.table, Key.Key_Return)
    desk.settle()
    current = desk.console.seeing.wall.current
    assert current is not None and current.alarm == fire


def test_no_alarm_replaces_the_tile_under_the_pointer_and_it_comes_when_the_pointer_leaves(desk: Desk) -> None:
    canvas = desk.window.canvas
    resting = on_alarm_tile(desk)
    QTest.mouseMove(canvas, canvas.place(ALARM_TILE).rect.center())
    desk.settle()
    alarm = desk.change()
    desk.settle()
    assert on_alarm_tile(desk) == resting
    assert "1 alarm waiting" in desk.said()
    QTest.mouseMove(canvas, canvas.place(STRIP[0]).rect.center())
    desk.settle()
    current = desk.console.seeing.wall.current
    assert current is not None and current.alarm == alarm


def test_keys_keep_working_after_a_button_was_clicked(desk: Desk) -> None:
    first = desk.change()
    QTest.mouseClick(desk.window.details.acknowledge, Qt.MouseButton.LeftButton)
    second = desk.change(SECOND)
    desk.window.table.choose(second)
    assert desk.window.table.hasFocus()
    desk.press(Key.Key_F2)
    assert desk.alarm(first).acknowledged is not None and desk.alarm(second).acknowledged is not None


def test_a_row_is_chosen_with_the_arrow_keys(desk: Desk) -> None:
    desk.change()
    other = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    QTest.keyClick(desk.window.table, Key.Key_Down)
    assert desk.window.table.selected() == other


def test_a_wheel_over_the_language_box_changes_nothing(desk: Desk) -> None:
    box = desk.window.header.language
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentData() == "en"


def test_the_keyboard_alone_reaches_every_panel_in_the_order_of_the_work(desk: Desk) -> None:
    desk.change()
    window = desk.window
    reached: list[QWidget] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Key.Key_Tab)
        if QApplication.focusWidget() is window.table:
            break

    def first(panel: QWidget) -> int:
        return next(i for i, widget in enumerate(reached) if widget is panel or panel.isAncestorOf(widget))

    order = [first(panel) for panel in (window.table, window.lower_panel, window.details, window.header.language)]
    assert order == sorted(order) and window.details.acknowledge in reached


def test_the_acknowledge_button_keeps_its_place_when_the_sound_ends(desk: Desk) -> None:
    """Whoever reaches for silence must not find acknowledge under the hand."""
    alarm = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.table.choose(alarm)
    details = desk.window.details
    before, silence = details.acknowledge.geometry(), details.silence.geometry()
    assert details.silence.isEnabled()
    desk.press(Key.Key_F10)
    assert (details.acknowledge.geometry(), details.silence.geometry()) == (before, silence)
    assert details.silence.isVisible() and not details.silence.isEnabled()


def test_a_refusal_goes_with_the_next_key_that_means_something(desk: Desk) -> None:
    desk.change()
    for key in (Key.Key_9, Key.Key_9, Key.Key_Return):
        desk.press(key)
    assert "No camera has this number" in texts(desk.window.details)
    desk.press(Key.Key_Escape)
    assert "No camera has this number" not in texts(desk.window.details)


def test_a_number_no_camera_can_have_is_told_as_such(desk: Desk) -> None:
    for key in (*[Key.Key_9] * 5, Key.Key_Return):
        desk.press(key)
    assert "No camera has this number" in texts(desk.window.details)
