"""Windows on three screens: who stands where, what counts as displayed, identify, kiosk, what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QWidget

from console.announce import Announcer, WindowParked
from console.app import Console
from console.backends.video.drawn import DrawnVideo
from console.clock import FakeClock
from console.inbox import Inbox
from console.keeping import Keeping
from console.model import AlarmClass, Condition, ConditionChanged, Heard
from console.model.people import Seat
from console.screens import DESK, NO_ROLE, WALLS, Role
from console.wall import SurfaceId
from tests.unit.test_console import ListStore
from tests.waiting import wait_until
from tests.widgets.desk import EARS, SITE, SMOKE, heard, run_events
from widgets.application import Languages
from widgets.desk_window import DeskWindow
from widgets.screens.displayed import is_displayed, lift
from widgets.screens.present import Present
from widgets.screens.windows import Look, Windows

WALL_1, WALL_2 = WALLS[:2]


class Shop:
    """A room with three screens: LEFT 3840 × 2160 (primary), MID 2560 × 1440, TALL 1080 × 1920."""

    def __init__(self, folder: Path, app: QApplication, kiosk: bool) -> None:
        clock, inbox = FakeClock(), Inbox()
        self.console = Console(
            seat=Seat("desk-1", "Li"), site=SITE, clock=clock, announcer=Announcer(clock),
            store=ListStore(), stale_after_s=lambda _point: 3600,
        )  # fmt: skip
        self.console.start()
        video = DrawnVideo(SITE.cameras, inbox, clock)
        video.start()
        self.keeping = Keeping(folder, inbox, clock)
        self.windows = Windows(self.console, video, self.keeping, Look("en", 1_500, kiosk), app)
        self.ended: list[bool] = []
        self.is_closed = False
        self.windows.ended.connect(lambda: self.ended.append(True))
        self.windows.open()
        run_events()

    def window(self, role: Role) -> QWidget:
        return self.windows.windows[role]

    def shown(self) -> dict[str, tuple[int, ...]]:
        """Window → left, top, width, height on the desktop."""
        return {role: w.geometry().getRect() for role, w in self.windows.windows.items() if w.isVisible()}

    def row(self, name: str) -> int:
        return [row.name for row in self.console.screens.rows()].index(name)

    def give(self, name: str, role: Role) -> None:
        self.console.screens.give_role(self.console.screens.rows()[self.row(name)], role)
        run_events()

    def key(self, role: Role, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        window = self.window(role)
        window.activateWindow()
        run_events()
        QTest.keyClick(window, key, modifier)
        run_events()

    def close(self) -> None:
        """May be called twice."""
        if self.is_closed:
            return
        self.is_closed = True
        self.windows.close()
        self.windows.setParent(None)
        self.windows.deleteLater()
        self.keeping.close()
        run_events()


@pytest.fixture
def open_shop(languages: Languages, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Shop]]:
    """Call it for the windows of a room; what one keeps the next one finds."""
    shops: list[Shop] = []

    def opened(*, kiosk: bool = False) -> Shop:
        shops.append(Shop(tmp_path / "kept", qapp, kiosk))
        return shops[-1]

    yield opened
    for shop in shops:
        shop.close()
    EARS.clear()


@pytest.fixture
def shop(open_shop: Callable[..., Shop]) -> Shop:
    return open_shop()


CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_every_screen_has_its_window_and_an_upright_one_an_upright_wall(shop: Shop) -> None:
    assert {role: (box[0], *box[2:]) for role, box in shop.shown().items()} == {
        "desk": (0, 3840, 2160),
        "wall-1": (3840, 2560, 1440),
        "wall-2": (6400, 1080, 1920),
    }


def test_a_role_taken_away_closes_the_wall_and_what_it_showed_is_there_when_it_is_given_back(shop: Shop) -> None:
    shop.console.steering.set_layout(SurfaceId(WALL_1), "4")
    before = shop.console.steering.surface(SurfaceId(WALL_1))
    parked = heard(shop.console, WindowParked)
    shop.give("MID", NO_ROLE)
    assert set(shop.shown()) == {"desk", "wall-2"}
    assert len(parked) == 1
    shop.give("MID", WALL_1)
    assert set(shop.shown()) == {"desk", "wall-1", "wall-2"}
    assert shop.console.steering.surface(SurfaceId(WALL_1)) == before


def test_two_windows_exchange_their_screens_at_once(shop: Shop) -> None:
    shop.give("MID", DESK)
    assert shop.shown()["desk"][0] == 3840
    assert shop.shown()["wall-1"][0] == 0


def test_closing_a_wall_takes_its_role_and_closing_the_desk_ends_the_program(shop: Shop) -> None:
    shop.window(WALL_1).close()
    run_events()
    assert shop.console.screens.rows()[shop.row("MID")].setting.role == NO_ROLE
    assert shop.ended == []
    shop.window(DESK).close()
    assert shop.ended == [True]


def test_a_window_moved_by_hand_is_there_again_at_the_next_start(open_shop: Callable[..., Shop]) -> None:
    first = open_shop()
    wall = first.window(WALL_1)
    wall.showNormal()
    wall.setGeometry(3900, 100, 1280, 720)
    wait_until(lambda: first.console.screens.kept()["screens"][1]["window"], 5, "the window's place")  # type: ignore[index,call-overload]
    first.close()
    second = open_shop()
    assert second.shown()["wall-1"] == (3900, 100, 1280, 720)
    second.close()


def test_what_the_walls_show_and_the_salvos_are_kept_without_an_orderly_end(
    open_shop: Callable[..., Shop], tmp_path: Path
) -> None:
    first = open_shop()
    first.console.steering.set_layout(SurfaceId(WALL_2), "9")
    first.console.steering.save_salvo("gates", SurfaceId(WALL_2))
    wait_until(lambda: "gates" in _text(tmp_path / "kept" / "salvos.json"), 2, "the salvo on disk")
    wait_until(lambda: '"9"' in _text(tmp_path / "kept" / "wall-desk-1.json"), 2, "the layout on disk")
    second = open_shop()  # the first one has not written its last word
    assert second.console.steering.surface(SurfaceId(WALL_2)).layout == "9"
    assert [salvo.name for salvo in second.console.steering.salvos()] == ["gates"]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


# ---- displayed ----


def test_a_window_counts_as_displayed_unless_hidden_minimised_off_screen_or_below_one_of_ours(shop: Shop) -> None:
    desk, wall = shop.window(DESK), shop.window(WALL_1)
    assert is_displayed(desk)
    assert is_displayed(wall)
    wall.setGeometry(desk.geometry())
    run_events()
    lift(wall)
    assert is_displayed(wall)
    assert not is_displayed(desk)
    lift(desk)
    assert is_displayed(desk)
    assert not is_displayed(wall)
    wall.hide()
    assert not is_displayed(wall)
    desk.setGeometry(20_000, 0, 800, 600)
    run_events()
    assert not is_displayed(desk)
    desk.showMinimized()
    assert not is_displayed(desk)


def test_only_the_part_that_is_asked_for_has_to_be_free(shop: Shop) -> None:
    desk, wall = shop.window(DESK), shop.window(WALL_1)
    wall.showNormal()
    wall.setGeometry(0, 0, 400, 300)
    run_events()
    lift(wall)
    assert not is_displayed(desk)
    assert is_displayed(desk, QRect(500, 400, 600, 400))


# ---- identify ----


def test_ctrl_i_shows_a_number_on_every_screen_and_the_list_and_takes_them_away_again(shop: Shop) -> None:
    shop.key(DESK, Qt.Key.Key_I, CTRL)
    badges = shop.windows.identify.badges
    assert [(b.number, b.name, b.role) for b in badges] == [
        (1, "LEFT", "Desk"),
        (2, "MID", "Wall 1"),
        (3, "TALL", "Wall 2"),
    ]
    assert all(
        b.isVisible() and b.geometry().intersects(shop.window(r).geometry())
        for b, r in zip(badges, (DESK, WALL_1, WALL_2), strict=True)
    )
    assert all(badge.width() > 1.5 * badge.height() for badge in badges)  # role and name stand beside the number
    shop.key(DESK, Qt.Key.Key_I, CTRL)
    assert (shop.windows.identify.badges, shop.windows.identify.panel) == ([], None)


def test_a_role_and_a_distance_chosen_in_the_list_apply_at_once(shop: Shop) -> None:
    shop.windows.identify.toggle(shop.window(DESK))
    panel = shop.windows.identify.panel
    assert panel is not None
    boxes = panel.findChildren(QComboBox)
    assert [box.currentText() for box in boxes] == ["Desk", "Wall 1", "Wall 2"]
    boxes[1].setCurrentIndex(boxes[1].findData(WALLS[4]))
    boxes[1].activated.emit(boxes[1].currentIndex())
    assert set(shop.shown()) == {"desk", "wall-2", "wall-5"}
    run_events()
    spin = panel.findChildren(QDoubleSpinBox)[1]
    spin.setValue(11.5)
    spin.editingFinished.emit()
    assert shop.console.screens.rows()[1].setting.reader_m == 11.5
    run_events()


def test_the_list_says_why_the_desk_keeps_its_screen(shop: Shop) -> None:
    shop.windows.identify.toggle(shop.window(DESK))
    panel = shop.windows.identify.panel
    assert panel is not None
    panel.choose(shop.console.screens.rows()[0], NO_ROLE)
    assert "always needs a screen" in panel.refused()
    run_events()


def test_a_fire_takes_the_numbers_away(shop: Shop) -> None:
    shop.windows.identify.toggle(shop.window(DESK))
    raised = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", 1, 2, True)
    shop.console.handle(Heard((raised,)))
    assert shop.windows.identify.badges == []


def test_a_new_screen_shows_its_number_for_a_moment_but_not_over_a_fire(shop: Shop) -> None:
    shop.windows.identify.show_shortly()
    assert len(shop.windows.identify.badges) == 3
    raised = ConditionChanged(SMOKE, AlarmClass.FIRE, "smoke", Condition.ACTIVE, "alarm", 1, 2, True)
    shop.console.handle(Heard((raised,)))
    shop.windows.identify.show_shortly()
    assert shop.windows.identify.badges == []


# ---- kiosk ----


def test_a_kiosk_cannot_be_closed_and_ends_with_its_keys_pressed_twice(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop(kiosk=True)
    for window in shop.windows.windows.values():
        assert window.isFullScreen()
        assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
        event = QCloseEvent()
        QApplication.sendEvent(window, event)
        assert not event.isAccepted()
        assert window.isVisible()
    shop.key(DESK, Qt.Key.Key_Q, CTRL_SHIFT)
    assert shop.ended == []
    shop.key(DESK, Qt.Key.Key_Q, CTRL_SHIFT)
    assert shop.ended == [True]


def test_the_pointer_is_hidden_on_a_kiosks_walls_only(open_shop: Callable[..., Shop]) -> None:
    shop = open_shop(kiosk=True)
    shapes = {role: window.cursor().shape() for role, window in shop.windows.windows.items()}
    assert shapes[WALL_1] == Qt.CursorShape.BlankCursor
    assert shapes[DESK] != Qt.CursorShape.BlankCursor


# ---- what Qt says of the screens ----


class Fake:
    """A QScreen as far as it is read."""

    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name

    def serialNumber(self) -> str:
        return ""

    def geometry(self) -> QRect:
        return QRect(0, 0, 1920, 1080)

    def physicalSize(self) -> QSizeF:
        return QSizeF(508, 286)


def test_the_stand_in_for_no_screen_at_all_is_no_screen_unless_there_never_was_another(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = Present(qapp)

    def seen(*names: str) -> list[str]:
        monkeypatch.setattr(QGuiApplication, "screens", lambda: [Fake(name) for name in names])
        return [display.name for display in present.displays()]

    assert seen(":7.0") == [":7.0"]
    assert seen("HDMI-1", "DP-2") == ["HDMI-1", "DP-2"]
    assert seen(":7.0") == []
    assert seen("HDMI-1") == ["HDMI-1"]
    monkeypatch.undo()
    present.setParent(None)


def test_a_wayland_session_with_several_screens_says_once_that_x11_is_needed(
    open_shop: Callable[..., Shop], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    shop = open_shop()
    desk = shop.window(DESK)
    assert isinstance(desk, DeskWindow)
    assert "X11" in desk.notices.shown()
    assert [record.name for record in caplog.records if "X11" in record.message] == ["widgets.screens.windows"]


def test_every_window_says_when_it_begins_to_paint(shop: Shop) -> None:
    began: list[bool] = []
    shop.windows.painting.connect(lambda: began.append(True))
    for role in (DESK, WALL_1):
        run_events()
        began.clear()
        shop.window(role).update()
        run_events()
        assert began, role
