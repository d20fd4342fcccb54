"""Turning a camera on its tile: keys, mouse, menu, what the tile says, and that it is always stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from console.app import Console
from console.errors import CommandRefused
from console.journal import Entry, Recorded
from console.model import LIVE, Binding, By, CameraId, CameraKind, Right
from console.ptz import PtzFailed, PtzKnown, PtzTrouble, Skill, Velocity
from console.wall import ALARM_TILE, PANEL, TileId, tile_id
from tests.unit.ptz_room import Heads
from tests.widgets.desk import EARS, SITE, SMOKE, Desk, run_events, texts
from tests.widgets.wall import Room, centre, said_by, tile
from widgets.application import Languages
from widgets.ptz.said import preset_word

pytestmark = pytest.mark.usefixtures("languages")

Key = Qt.Key
DOME = CameraId("C-1")
PRESETS = ("gate", "hall")
TURNS = replace(
    SITE,
    cameras=tuple(
        replace(camera, kind=CameraKind.PTZ, presets=PRESETS) if camera.id == DOME else camera
        for camera in SITE.cameras
    ),
    bindings=(Binding(str(SMOKE), DOME, 1, "hall"),),
)

DOME_OF_THE_SITE = next(camera for camera in TURNS.cameras if camera.id == DOME)


class TurningDesk(Desk):
    """The desk, with a head on camera 1, whose picture is the large one."""

    def before_window(self) -> None:
        self.heads = Heads()
        self.console.sight.ptz.connect(self.heads)

    def press_held(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyPress(self.window.windowHandle(), key, modifier)
        self.settle()

    def release(self, key: Key) -> None:
        QTest.keyRelease(self.window.windowHandle(), key)
        self.pass_time(100)

    def grip(self) -> None:
        self.press_held(Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        QTest.keyRelease(self.window.windowHandle(), Key.Key_J)

    def can(self, *skills: Skill) -> None:
        self.take(PtzKnown(DOME, frozenset(skills), PRESETS))
        self.settle()


@pytest.fixture
def desk() -> Iterator[TurningDesk]:
    desk = TurningDesk(site=TURNS)
    desk.console.steering.put(ALARM_TILE, DOME)
    desk.console.steering.select(ALARM_TILE)
    desk.window.ptz.keys.on_focus_window(desk.window.windowHandle())
    desk.pass_time(200)
    yield desk
    desk.close()
    EARS.clear()


def speeds(heads: Heads) -> list[Velocity]:
    return [words[2] for words in heads.told if words[0] == "drive"]


# ---- keys ----


def test_an_arrow_turns_the_camera_faster_the_longer_it_is_held_until_it_comes_up(
    desk: TurningDesk,
) -> None:
    desk.grip()
    desk.press_held(Key.Key_Left)
    desk.pass_time(2_000)
    desk.release(Key.Key_Left)
    pans = [velocity.pan for velocity in speeds(desk.heads)]
    assert -0.2 < pans[0] < 0
    assert pans == sorted(pans, reverse=True)
    assert pans[-1] == -1
    assert desk.heads.told[-1] == ("halt", DOME)


def test_two_keys_turn_it_aslant_and_shift_always_slowly(desk: TurningDesk) -> None:
    desk.grip()
    desk.press_held(Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    desk.press_held(Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    desk.pass_time(3_000)
    last = speeds(desk.heads)[-1]
    assert (last.pan, last.tilt, last.zoom) == (0, 0.15, 0.15)


def test_a_key_that_repeats_as_releases_and_presses_is_one_held_key(desk: TurningDesk) -> None:
    desk.grip()
    desk.press_held(Key.Key_Right)
    for _ in range(5):
        QTest.keyRelease(desk.window.windowHandle(), Key.Key_Right)
        QTest.keyPress(desk.window.windowHandle(), Key.Key_Right)
    desk.pass_time(500)
    assert ("halt", DOME) not in desk.heads.told


def test_keys_that_go_to_another_window_stop_the_camera(desk: TurningDesk) -> None:
    desk.grip()
    desk.press_held(Key.Key_Left)
    desk.window.ptz.keys.on_focus_window(None)
    assert desk.heads.told[-1] == ("halt", DOME)


def test_a_key_nobody_ever_lets_go_stops_the_camera_after_a_while(desk: TurningDesk) -> None:
    desk.grip()
    desk.press_held(Key.Key_Left)
    desk.clock.advance(25_000)
    assert desk.heads.told[-1] == ("halt", DOME)


def test_without_a_grip_arrows_belong_to_the_alarms(desk: TurningDesk) -> None:
    desk.press_held(Key.Key_Left)
    desk.release(Key.Key_Left)
    assert not desk.heads.told


def test_digits_recall_presets_home_goes_home_and_escape_lets_go(desk: TurningDesk) -> None:
    desk.grip()
    for key in (Key.Key_2, Key.Key_Home, Key.Key_Escape):
        desk.press_held(key)
        desk.release(key)
    assert desk.heads.acts() == [("recall", DOME, "hall"), ("home", DOME)]
    assert desk.console.sight.ptz.heads.hold(DOME) is None
    assert not desk.console.seeing.wall.is_in_use(ALARM_TILE)


def test_what_is_typed_into_the_command_line_turns_nothing(desk: TurningDesk) -> None:
    desk.grip()
    desk.window.activateWindow()
    desk.window.acts.begin_command()
    run_events()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    for key in (Key.Key_2, Key.Key_Left, Key.Key_Home):
        desk.press_held(key)
        desk.release(key)
    assert not desk.heads.acts()
    assert desk.console.sight.ptz.grip.at is not None


def test_a_camera_that_does_not_turn_is_refused_in_words(desk: TurningDesk) -> None:
    desk.console.steering.put(ALARM_TILE, CameraId("C-2"))
    desk.grip()
    assert "This camera cannot be turned" in desk.said()


# ---- mouse ----


def middle(desk: TurningDesk) -> QPoint:
    return desk.window.canvas.place(ALARM_TILE).rect.center()


def test_dragging_turns_along_the_vector_while_the_button_is_down(desk: TurningDesk) -> None:
    desk.grip()
    canvas, at = desk.window.canvas, middle(desk)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPoint(80, -40))
    desk.pass_time(1_000)
    first = speeds(desk.heads)[0]
    assert first.pan > first.tilt > 0
    assert len(speeds(desk.heads)) > 3
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(80, -40))
    assert desk.heads.told[-1] == ("halt", DOME)
    zooms = desk.console.steering.surface(PANEL).zooms
    assert not zooms


def test_a_click_brings_that_point_into_the_middle_where_the_camera_can(desk: TurningDesk) -> None:
    desk.grip()
    at = middle(desk) + QPoint(60, 0)
    QTest.mouseClick(desk.window.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert not desk.heads.acts()
    desk.can(Skill.CENTRE)
    QTest.mouseClick(desk.window.canvas, Qt.MouseButton.LeftButton, pos=at)
    ((_, camera, x, y),) = desk.heads.acts()
    assert camera == DOME
    assert 0.1 < x < 0.5
    assert abs(y) < 0.05


def test_a_notch_of_the_wheel_zooms_the_camera_and_not_the_picture(desk: TurningDesk) -> None:
    desk.grip()
    at = QPointF(middle(desk))
    nowhere, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        at, desk.window.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), nowhere, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(desk.window.canvas, wheel)
    desk.pass_time(400)
    assert speeds(desk.heads)[0] == Velocity(zoom=1)
    assert desk.heads.told[-1] == ("halt", DOME)
    assert not desk.console.steering.surface(PANEL).zooms


# ---- the menu ----


def entries(desk: TurningDesk, name: TileId = ALARM_TILE) -> dict[str, QAction]:
    menu = desk.window.ptz.mouse._menu.menu(name)
    assert menu is not None
    return {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}


def test_the_menu_offers_what_the_camera_can_do_and_the_person_may(desk: TurningDesk) -> None:
    assert list(entries(desk)) == ["Turn this camera"]
    entries(desk)["Turn this camera"].trigger()
    assert list(entries(desk)) == [*PRESETS, "Let go"]
    desk.can(Skill.HOME, Skill.STORE)
    assert list(entries(desk)) == [*PRESETS, "Home position", "Keep what it shows now as", "Let go"]
    desk.console.seat.rule = _no(Right.SITE)
    assert "Keep what it shows now as" not in entries(desk)
    entries(desk)["hall"].trigger()
    assert desk.heads.acts() == [("recall", DOME, "hall")]
    entries(desk)["Let go"].trigger()
    assert desk.console.sight.ptz.grip.at is None


def test_there_is_no_menu_where_nothing_turns_or_nobody_may(desk: TurningDesk) -> None:
    desk.console.seat.rule = _no(Right.STEER)
    assert desk.window.ptz.mouse._menu.menu(ALARM_TILE) is None
    desk.console.seat.rule = None
    desk.console.steering.put(ALARM_TILE, CameraId("C-2"))
    assert desk.window.ptz.mouse._menu.menu(ALARM_TILE) is None


def _no(refused: Right):  # type: ignore[no-untyped-def]
    def rule(right: Right, *_: object) -> None:
        if right is refused:
            raise CommandRefused("no_right")

    return rule


# ---- what the tile says ----


def test_the_tile_offers_the_key_says_the_presets_and_who_else_turns_it(desk: TurningDesk) -> None:
    desk.settle()
    assert "PTZ Ctrl+J" in desk.said()
    desk.grip()
    desk.settle()
    assert "PTZ ←↑→↓ + − · 1 gate · 2 hall" in desk.said()
    assert "PTZ ←↑→↓ + − · 1 gate · 2 hall" in desk.window.canvas.described()[0]
    desk.press_held(Key.Key_Escape)
    others(desk.console, "Wang", "desk-2", version=3)
    desk.settle()
    assert "PTZ in use by Wang, desk-2" in desk.said()
    desk.grip()
    assert "Somebody else turns this camera" in desk.said()


def test_the_tile_says_why_the_camera_did_not_obey(desk: TurningDesk) -> None:
    desk.grip()
    desk.take(PtzFailed(desk.heads.numbers[-1], DOME, PtzTrouble.UNREACHABLE, "10.0.0.7:80"))
    desk.settle()
    said = desk.said()
    assert "PTZ: cannot be reached · 10.0.0.7:80" in said
    assert "PTZ: cannot be reached · 10.0.0.7:80 · 1 Camera 1" in said


def test_an_alarm_never_takes_the_tile_whose_camera_is_turned(desk: TurningDesk) -> None:
    desk.grip()
    desk.change()
    assert desk.console.seeing.wall.current is None
    desk.press_held(Key.Key_Escape)
    desk.pass_time(100)
    assert desk.console.seeing.wall.current is not None


def test_an_alarm_turns_the_bound_camera_and_escape_sends_it_home(desk: TurningDesk) -> None:
    desk.change()
    assert ("recall", DOME, "hall") in desk.heads.told
    desk.press(Key.Key_Escape)
    assert desk.heads.told[-1] == ("home", DOME)


def test_the_journal_panel_tells_what_alarms_did_and_not_every_turn(desk: TurningDesk) -> None:
    desk.change()
    desk.press(Key.Key_Escape)
    desk.grip()
    desk.press_held(Key.Key_Left)
    desk.release(Key.Key_Left)
    desk.pass_time(2_000)
    said = texts(desk.window.journal)
    assert "Camera 1 Camera 1 turned to hall for the alarm" in said
    assert "Li sent camera 1 Camera 1 home" in said
    assert "Li turns camera 1 Camera 1" in said
    assert "Li turned camera 1 Camera 1" not in said


def test_who_loses_a_camera_is_told_under_the_banner(desk: TurningDesk) -> None:
    desk.grip()
    stands_there(desk.console, "Boss", "sup-1", "alarm", version=2)
    desk.settle()
    assert "Boss, sup-1 has taken camera 1 Camera 1 from here" in desk.said()
    assert desk.console.sight.ptz.grip.at is None


def test_a_window_that_is_closed_lets_go(desk: TurningDesk) -> None:
    desk.grip()
    desk.press_held(Key.Key_Left)
    desk.console.stop()
    assert desk.heads.told[-1] == ("halt", DOME)


def others(console: Console, person: str, position: str, version: int = 1) -> None:
    """Another console's person takes the camera."""
    stands_there(console, person, position, "operator", version)


def stands_there(console: Console, person: str, position: str, level: str, version: int) -> None:
    day = datetime.fromtimestamp(console.clock.now_ms() / 1000, UTC).date().isoformat()
    entry = Entry(
        LIVE, f"ptz/{DOME}/{day}", version, "PtzTaken", console.clock.now_ms(), By(person=person, position=position),
        {"level": level}, open=True,
    )  # fmt: skip
    console.sight.ptz.learn(Recorded(entry, position, 1, "", ""))


def test_a_wall_window_says_who_turns_a_camera_and_its_mouse_turns_it_too() -> None:
    room = Room(site=TURNS)
    heads = Heads()
    room.console.sight.ptz.connect(heads)
    try:
        wall = room.wall("4")
        room.console.steering.put(TileId(tile(1)), DOME)
        others(room.console, "Wang", "desk-2")
        run_events()
        assert "PTZ in use by Wang, desk-2" in said_by(wall)
        room.clock.advance(80_000)  # he is silent: it is free again
        room.console.sight.ptz.grip.begin(tile_id(wall.surface, 1))
        at = centre(wall.canvas, 1)
        QTest.mousePress(wall.canvas, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseMove(wall.canvas, at + QPoint(-60, 0))
        QTest.mouseRelease(wall.canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(-60, 0))
        assert speeds(heads)[0].pan < 0
        assert heads.told[-1] == ("halt", DOME)
    finally:
        room.close()
        EARS.clear()


def test_presets_are_named_in_the_operators_language(languages: Languages) -> None:
    english = replace(DOME_OF_THE_SITE, presets_en=("the gate", "the hall"))
    site = replace(TURNS, cameras=tuple(english if camera.id == DOME else camera for camera in TURNS.cameras))
    opened = TurningDesk(site=site)
    try:
        console = opened.console
        assert [preset_word(console, DOME, name) for name in (*PRESETS, "roof")] == ["the gate", "the hall", "roof"]
        languages.choose("zh_CN")
        assert preset_word(console, DOME, "hall") == "hall"
    finally:
        languages.choose("en")
        opened.close()
        EARS.clear()
