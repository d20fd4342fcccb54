"""The talk bar: who is spoken to is who is seen, what it says is what the voice server says, and the key lets go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from console.announce import TalkEnded
from console.model import Group, GroupId
from console.talk_words import (
    MicrophoneLost,
    Microphones,
    MicrophoneTrouble,
    SayTrouble,
    TalkDetail,
    TalkState,
    TalkTone,
)
from console.talking import ButtonState, Ending, Refusal
from tests.widgets.desk import Desk, heard, pixels, run_events, said_by, texts
from tests.widgets.talk_desk import ESTATE, FIRE, GROUPS, GUARDS, TALKING_SITE, TalkDesk
from tests.widgets.test_every_button import Trace, buttons, press
from widgets import theme
from widgets.people.panel import PeoplePanel
from widgets.people.words import PeopleWords
from widgets.screens.displayed import DARK
from widgets.talk.cells import GroupCell, MoreCell
from widgets.talk.spoke import SpokenLine


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[TalkDesk]:
    made = TalkDesk()
    yield made
    made.close()


def cell(desk: TalkDesk, name: str) -> GroupCell:
    return next(one for one in desk.bar.findChildren(GroupCell) if one.isVisible() and one.face.name == name)


def click(desk: TalkDesk, name: str) -> None:
    QTest.mouseClick(cell(desk, name), Qt.MouseButton.LeftButton)
    desk.hear()


def ground(desk: TalkDesk) -> tuple[int, ...]:
    """Colour of the bar itself, between its parts."""
    desk.settle()
    return tuple(int(part) for part in pixels(desk.bar.grab().toImage())[2, 2])


def of(token: str) -> tuple[int, ...]:
    colour = theme.colour(token)
    return (colour.red(), colour.green(), colour.blue())


# ---- whether it is there ---------------------------------------------------------------------------------------------


def test_a_position_without_a_voice_has_no_talk_bar_and_no_lamp_for_it(qapp: QApplication) -> None:
    desk = Desk()
    assert desk.window.talk is None
    assert "Voice" not in desk.said()
    desk.close()


@pytest.mark.parametrize(("size", "height"), [((1366, 768), 112), ((1920, 1080), 128), ((3840, 2160), 128)])
def test_it_stands_below_the_plan_and_never_folds(qapp: QApplication, size: tuple[int, int], height: int) -> None:
    desk = TalkDesk(size)
    assert desk.bar.isVisible() and desk.bar.height() == height
    assert desk.bar.y() > desk.window.lower_panel.y()
    desk.close()


# ---- who is spoken to ------------------------------------------------------------------------------------------------


def test_holding_the_key_speaks_to_the_target_and_turns_the_bar_white(desk: TalkDesk) -> None:
    assert ground(desk) == of("bg.panel")
    desk.key_down()
    assert desk.voice.pressed == [(FIRE,)]
    assert ground(desk) == of("text.hi")
    assert "ON AIR" in texts(desk.bar) and "ON AIR" in texts(desk.window.header)
    desk.let_go()
    assert ground(desk) == of("bg.panel")
    assert "ON AIR" not in texts(desk.window.header)


def test_a_click_on_a_group_makes_it_a_target_and_another_one_takes_it_back(desk: TalkDesk) -> None:
    click(desk, "Estate")
    desk.key_down()
    assert desk.voice.pressed[-1] == (FIRE, ESTATE)
    desk.let_go()
    click(desk, "Estate")
    desk.key_down()
    assert desk.voice.pressed[-1] == (FIRE,)


def test_all_fills_every_row_and_the_press_goes_to_all_of_them(desk: TalkDesk) -> None:
    click(desk, "All")
    assert all(cell(desk, name).isChecked() for name in ("Fire 1", "Security", "Estate", "All"))
    desk.key_down()
    assert desk.voice.pressed == [(FIRE, GUARDS, ESTATE)]
    assert "3 of 3 on air" in texts(cell(desk, "All"))


def test_a_click_on_a_target_during_a_press_ends_it(desk: TalkDesk) -> None:
    desk.key_down()
    click(desk, "Security")
    assert desk.voice.gate is None
    desk.pass_beats(2_000)  # the key is still held: it must go up first
    assert desk.voice.pressed == [(FIRE,)]


def test_a_minimised_window_speaks_to_nobody(desk: TalkDesk) -> None:
    desk.key_down()
    desk.window.showMinimized()
    run_events()
    desk.take()
    assert desk.voice.gate is None
    assert '"cause": "targets"' in desk.log.getvalue()


def many(count: int) -> tuple[Group, ...]:
    return tuple(Group(GroupId(f"g{i}"), f"组{i}", f"Team {i}", f"Park/{i}") for i in range(count))


def test_with_more_groups_than_room_the_chosen_ones_are_in_view_and_the_others_in_a_list(qapp: QApplication) -> None:
    desk = TalkDesk((1366, 768), replace(TALKING_SITE, groups=(*many(12), GROUPS[-1])))
    desk.console.talking.choose(GroupId("g11"), True)
    desk.hear()
    assert cell(desk, "Team 11").isChecked()
    shown = [one.face.name for one in desk.bar.findChildren(GroupCell) if one.isVisible()]
    assert len(shown) == 3 and "All" in shown
    assert desk.console.talking.press()
    desk.close()


def test_what_does_not_fit_into_view_is_refused_and_says_so(qapp: QApplication) -> None:
    desk = TalkDesk((1366, 768), replace(TALKING_SITE, groups=many(12)))
    for number in range(8):
        desk.console.talking.choose(GroupId(f"g{number}"), True)
    desk.key_down()
    assert desk.voice.pressed == []
    assert "Not every target is in view" in texts(desk.bar.button)
    desk.close()


# ---- the hand --------------------------------------------------------------------------------------------------------


def test_the_mouse_holds_it_like_the_key(desk: TalkDesk) -> None:
    desk.mouse_down()
    desk.pass_beats(1_500)
    assert desk.voice.gate is not None and desk.voice.beats >= 14
    desk.mouse_up()
    assert desk.voice.gate is None
    assert '"cause": "released"' in desk.log.getvalue()


def test_a_key_that_repeats_as_qt_marks_it_is_one_press(desk: TalkDesk) -> None:
    desk.key_down()
    for _ in range(20):
        desk.pass_beats(50)
        desk.key_up(repeated=True)
        desk.key_down(repeated=True)
    assert desk.voice.pressed == [(FIRE,)] and desk.voice.gate is not None


def test_a_key_that_repeats_as_pairs_of_release_and_press_is_one_press(desk: TalkDesk) -> None:
    desk.key_down()
    for _ in range(20):
        desk.pass_beats(50)
        desk.key_up()
        desk.key_down()
    assert desk.voice.pressed == [(FIRE,)] and desk.voice.gate is not None
    desk.let_go()
    assert desk.voice.gate is None


def test_held_is_said_only_while_the_key_is_down(desk: TalkDesk) -> None:
    desk.key_down()
    desk.pass_beats(1_000)
    desk.let_go()
    beats = desk.voice.beats
    assert 9 <= beats <= 13
    desk.pass_beats(1_000)
    assert desk.voice.beats == beats


def test_when_our_windows_lose_the_keys_the_press_is_over_with_a_tone(desk: TalkDesk) -> None:
    desk.key_down()
    QGuiApplication.instance().focusWindowChanged.emit(None)  # type: ignore[union-attr]
    desk.hear()
    assert desk.voice.gate is None and len(desk.voice.tones) == 1
    assert '"cause": "away"' in desk.log.getvalue()


def test_escape_ends_a_press_and_does_nothing_else(desk: TalkDesk) -> None:
    desk.change()
    shown = desk.console.seeing.wall.current
    desk.key_down()
    desk.press(Qt.Key.Key_Escape)
    desk.hear()
    assert desk.voice.gate is None
    assert desk.console.seeing.wall.current == shown is not None
    desk.press(Qt.Key.Key_Escape)
    assert desk.console.seeing.wall.current is None


def test_pressed_twice_it_stays_and_counts_down_until_it_is_pressed_again(desk: TalkDesk) -> None:
    desk.key_down()
    desk.let_go()
    desk.key_down()
    desk.let_go()
    desk.pass_beats(20_000)
    button = desk.console.talking.button
    assert button.is_latched and button.is_on_air
    said = texts(desk.bar.button)
    assert "0:40" in said or "0:39" in said
    assert "press again to end" in said
    desk.key_down()
    desk.let_go()
    assert desk.voice.gate is None and not desk.console.talking.button.is_latched


def test_two_presses_with_a_pause_between_them_do_not_latch(desk: TalkDesk) -> None:
    desk.key_down()
    desk.let_go()
    desk.pass_beats(600)
    desk.key_down()
    desk.let_go()
    assert desk.voice.gate is None and len(desk.voice.pressed) == 2


def test_the_time_turns_amber_at_45_seconds_and_the_gate_shuts_at_60(desk: TalkDesk) -> None:
    desk.key_down()
    desk.pass_beats(44_000)
    amber = np.array(of("alarm.high"))
    assert not (pixels(desk.bar.button.grab().toImage()) == amber).all(axis=2).any()
    desk.pass_beats(2_000)
    assert (pixels(desk.bar.button.grab().toImage()) == amber).all(axis=2).any()
    desk.pass_beats(14_500)
    assert desk.voice.gate is None


# ---- what it says ----------------------------------------------------------------------------------------------------

FACES = {
    TalkState.NOT_CONNECTED: ("NOT CONNECTED", "nobody answers"),
    TalkState.OPENING: ("OPENING", "nobody hears you yet"),
    TalkState.READY: ("TALK", "1 target"),
    TalkState.ON_AIR: ("ON AIR", "speak now"),
    TalkState.BUSY: ("BUSY", "Squad 2 · 0 s"),
    TalkState.REFUSED: ("REFUSED", "nobody answers"),
    TalkState.DEVICE_LOST: ("MIC LOST", "you can only listen"),
    TalkState.NO_MICROPHONE: ("NO MICROPHONE", "you can only listen"),
}


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)], ids=str)
@pytest.mark.parametrize("state", FACES)
def test_every_state_has_its_words_and_they_fit(qapp: QApplication, state: TalkState, size: tuple[int, int]) -> None:
    desk = TalkDesk(size)
    desk.voice.tell(FIRE, state, TalkDetail.UNREACHABLE, who="Squad 2")
    desk.hear()
    word, below = FACES[state]
    said = said_by(desk.bar.button)
    assert word in {one.text for one in said} and any(one.text.startswith(below) for one in said)
    assert [one.text for one in said if not one.is_whole] == []
    words = [one for one in said_by(cell(desk, "Fire 1")) if one.text]
    assert all(one.is_whole for one in words), words
    desk.close()


def test_a_target_that_does_not_hear_us_is_an_amber_row(desk: TalkDesk) -> None:
    click(desk, "Estate")
    desk.voice.lose(ESTATE)
    desk.hear()
    desk.key_down()
    desk.hear()
    assert cell(desk, "Estate").face.is_part and not cell(desk, "Fire 1").face.is_part
    row = pixels(cell(desk, "Estate").grab().toImage())
    assert tuple(int(part) for part in row[2, 200]) == of("talk.tint")
    assert "1 of 2 hear you" in texts(desk.bar.button)


def test_with_nobody_chosen_a_press_says_that_a_target_is_missing(desk: TalkDesk) -> None:
    click(desk, "Fire 1")
    assert desk.console.talking.button.state is ButtonState.NO_TARGET
    desk.mouse_down()
    desk.mouse_up()
    assert "Choose a target first" in texts(desk.bar.button)
    desk.pass_beats(5_000)
    assert "Choose a target first" not in texts(desk.bar.button)


def test_without_a_microphone_it_says_so_and_who_speaks_is_still_shown(desk: TalkDesk) -> None:
    desk.take(MicrophoneLost("", MicrophoneTrouble.NONE_THERE))
    for group in (FIRE, GUARDS, ESTATE):
        desk.voice.tell(group, TalkState.NO_MICROPHONE)
    desk.voice.burst(FIRE, "Squad 2")
    desk.hear()
    assert "no microphone: listening only" in texts(desk.bar.meter)
    assert any("Squad 2" in text for text in desk.said())
    desk.key_down()
    assert desk.voice.pressed == []


def test_the_level_of_the_microphone_is_seen_while_the_gate_is_shut(desk: TalkDesk) -> None:
    silent = pixels(desk.bar.meter.grab().toImage())
    desk.voice.level(-12.0)
    desk.take()
    loud = pixels(desk.bar.meter.grab().toImage())
    assert not np.array_equal(silent, loud)
    assert "shut" in texts(desk.bar.meter)


def test_the_microphone_is_chosen_from_those_there_are(desk: TalkDesk) -> None:
    desk.take(Microphones(("Headset", "Desk"), "Headset"))
    menus: list[QMenu] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menus.append(menu)
        menu.actions()[2].trigger()
        menu.close()

    QTimer.singleShot(0, choose)
    QTest.mouseClick(desk.bar.meter, Qt.MouseButton.LeftButton)
    assert menus and desk.voice.microphone == "Desk"


# ---- who spoke -------------------------------------------------------------------------------------------------------


def spoken(desk: TalkDesk) -> list[SpokenLine]:
    return [line for line in desk.bar.findChildren(SpokenLine) if line.isVisible() and line.line is not None]


def test_who_spoke_is_listed_newest_first_with_its_length_and_a_click_plays_it(desk: TalkDesk) -> None:
    for number, who in enumerate(("Gate", "Squad 2")):
        desk.voice.burst(FIRE, who, 2_600 + 1_500 * number, path=f"voice/{number}.mka")
    desk.hear()
    lines = spoken(desk)
    assert [line.line.text for line in lines if line.line] == ["Squad 2 → Fire 1", "Gate → Fire 1"]
    assert [line.line.length for line in lines if line.line] == ["4.1 s", "2.6 s"]
    QTest.mouseClick(lines[1], Qt.MouseButton.LeftButton)
    assert desk.voice.said == ["voice/0.mka"]
    assert '"event": "BurstPlayed"' in desk.log.getvalue()
    desk.hear()
    assert any(text.startswith("▶ ") for text in texts(desk.bar))
    desk.voice.played(SayTrouble.MISSING)
    desk.hear()
    assert "the file is missing" in texts(desk.bar.spoke)


def test_who_speaks_right_now_stands_on_top(desk: TalkDesk) -> None:
    desk.voice.burst(FIRE, "Gate")
    desk.voice.speak(GUARDS, "Squad 2", True)
    desk.hear()
    first = spoken(desk)[0]
    assert first.line is not None and first.line.text == "Squad 2 → Security" and not first.isEnabled()
    desk.voice.speak(GUARDS, "Squad 2", False)
    desk.hear()
    assert [line.line.text for line in spoken(desk) if line.line] == ["Gate → Fire 1"]


def test_r_plays_the_last_words_while_the_keys_are_in_the_bar_and_not_elsewhere(desk: TalkDesk) -> None:
    desk.voice.burst(FIRE, "Gate", path="voice/1.mka")
    desk.hear()
    QTest.keyClick(desk.window.table, Qt.Key.Key_R)
    assert desk.voice.said == []
    cell(desk, "Fire 1").setFocus()
    QTest.keyClick(cell(desk, "Fire 1"), Qt.Key.Key_R)
    assert desk.voice.said == ["voice/1.mka"]


def test_a_click_on_the_keycap_plays_the_last_words_too(desk: TalkDesk) -> None:
    desk.voice.burst(FIRE, "Gate", path="voice/1.mka")
    desk.hear()
    QTest.mouseClick(desk.bar.spoke.replay, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert desk.voice.said == ["voice/1.mka"]


# ---- the lamp --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lost", "state", "word"), [(0, "up", "3/3"), (1, "part", "2/3"), (3, "lost", "0/3")])
def test_the_lamp_of_the_voice_counts_the_groups_that_have_a_connection(
    desk: TalkDesk, lost: int, state: str, word: str
) -> None:
    for group in (FIRE, GUARDS, ESTATE)[:lost]:
        desk.voice.lose(group)
    desk.hear()
    lamp = next(lamp for lamp in desk.window.header.lamps() if lamp.name == "Voice")
    assert (lamp.state, lamp.word) == (state, word)


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_group_names_follow_the_language(qapp: QApplication, language: str) -> None:
    theme.set_language(language)
    desk = TalkDesk(language=language)
    name = "Fire 1" if language == "en" else "消防一组"
    assert name in texts(desk.bar)
    desk.close()
    theme.set_language("en")


def test_a_press_in_a_drill_never_reaches_a_live_group(desk: TalkDesk) -> None:
    desk.start_drill()
    desk.key_down()
    desk.pass_beats(500)
    assert desk.console.talking.button.is_on_air and ground(desk) == of("text.hi")
    desk.let_go()
    assert desk.voice.pressed == []


def test_a_drill_that_begins_under_a_press_ends_it(desk: TalkDesk) -> None:
    desk.key_down()
    desk.start_drill()
    assert desk.voice.gate is None and desk.voice.tones == [TalkTone.CUT]


def test_a_drill_that_begins_under_a_latched_press_ends_it(desk: TalkDesk) -> None:
    """Nothing leaves the room while it sees a drill, and nobody sees any more to whom it would go."""
    for _ in range(2):
        desk.key_down()
        desk.let_go()
    assert desk.voice.gate is not None and desk.console.talking.button.is_latched
    ended = heard(desk.console, TalkEnded)
    desk.start_drill()
    assert desk.voice.gate is None and [one.cause for one in ended] == [Ending.TARGETS]  # type: ignore[attr-defined]


def test_a_press_in_a_drill_is_over_when_the_drill_is_paused(desk: TalkDesk) -> None:
    desk.start_drill()
    for _ in range(2):
        desk.key_down()
        desk.let_go()
    played = desk.console.talking
    desk.console.drilling.pause()
    desk.pass_beats(100)
    assert played.press_now is None and desk.voice.pressed == []


def test_a_key_that_came_up_behind_another_program_can_be_pressed_again(desk: TalkDesk) -> None:
    """Nothing was on the air when the keys were lost: at the limit it had ended by itself."""
    desk.key_down()
    desk.pass_beats(61_000)
    desk.bar.hand.on_focus_window(None)
    desk.bar.hand.on_focus_window(desk.keyboard)
    desk.pass_beats(500)
    desk.key_down()
    desk.pass_beats(500)
    assert desk.voice.gate is not None and len(desk.voice.pressed) == 2


def test_nobody_is_spoken_to_from_a_screen_that_is_off(desk: TalkDesk) -> None:
    screen = desk.window.screen()
    screen.setProperty(DARK, True)
    desk.key_down()
    desk.let_go()
    assert desk.voice.pressed == [] and desk.console.talking.refusal is Refusal.NOT_SHOWN
    screen.setProperty(DARK, False)
    desk.key_down()
    assert desk.voice.gate is not None


def test_what_the_list_of_people_covers_is_not_spoken_to_and_the_bar_says_so(qapp: QApplication) -> None:
    desk = TalkDesk()
    cover = PeoplePanel(desk.console, PeopleWords(desk.window), desk.window)
    cover.place()
    place = cell(desk, "Fire 1")
    assert cover.geometry().intersects(QRect(place.mapTo(desk.window, QPoint(0, 0)), place.size()))
    desk.key_down()
    desk.let_go()
    assert desk.voice.pressed == [] and desk.console.talking.refusal is Refusal.NOT_SHOWN
    cover.hide()
    desk.key_down()
    desk.pass_beats(300)
    assert desk.voice.gate is not None
    cover.show()
    desk.bar.refresh()
    desk.hear()
    assert desk.voice.gate is None
    desk.close()


def test_the_journal_tells_who_spoke_to_whom_and_for_how_long(desk: TalkDesk) -> None:
    desk.voice.burst(FIRE, "Squad 2", 4_100)
    desk.hear()
    assert "Squad 2 spoke on Fire 1, 4.1 s" in texts(desk.window.journal)


def test_the_list_of_more_groups_makes_one_of_them_a_target_and_gives_it_a_row(qapp: QApplication) -> None:
    desk = TalkDesk((1366, 768), replace(TALKING_SITE, groups=many(12)))
    more = next(one for one in desk.bar.findChildren(MoreCell) if one.isVisible())
    assert more.text() == "9 more …"

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text() == "Team 9")
        menu.close()
        action.trigger()

    QTimer.singleShot(0, choose)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    desk.hear()
    assert cell(desk, "Team 9").isChecked()
    desk.close()


def test_a_latched_press_ends_as_well_when_another_program_gets_the_keys(desk: TalkDesk) -> None:
    desk.key_down()
    desk.let_go()
    desk.key_down()
    desk.let_go()
    QGuiApplication.instance().focusWindowChanged.emit(None)  # type: ignore[union-attr]
    desk.hear()
    assert desk.voice.gate is None


def test_no_part_of_the_bar_can_be_pressed_without_an_effect(qapp: QApplication) -> None:
    def prepared() -> TalkDesk:
        made = TalkDesk()
        made.voice.burst(FIRE, "Gate", path="voice/1.mka")
        made.take(Microphones(("Headset",), "Headset"))
        made.hear()
        return made

    desk = prepared()
    count = len(buttons(desk.bar))
    desk.close()
    dead = []
    for number in range(count):
        desk = prepared()
        button, before = buttons(desk.bar)[number], Trace(desk)
        opened = press(desk, button)
        if not opened and not before.differs(Trace(desk)):
            dead.append(button.accessibleName())
        desk.close()
    assert count >= 7 and dead == []
