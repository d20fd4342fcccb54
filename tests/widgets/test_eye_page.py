"""The page of the screen record: any second is drawn as it stood, what was stale says so, and who changed it beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.backends.eye.keeper import EyeKeeper
from console.eye import Glimpse, Picture, View
from console.model import By, Domain
from tests.unit.eye_room import QUARTER, glimpse
from tests.waiting import wait_until
from tests.widgets.desk import Desk
from tests.widgets.wall import said_by
from widgets.eye.page import EyePage

CTRL = Qt.KeyboardModifier.ControlModifier


class Recorded:
    """A desk whose own record already holds some seconds."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.keeper = EyeKeeper(folder, desk.console.seat.position, 90, desk.inbox, desk.clock)
        desk.console.sight.eye.connect(self.keeper)
        self.keeper.start()

    def second(self, *glimpses: Glimpse) -> int:
        at = self.desk.clock.now_ms() // 1000
        self.desk.console.sight.eye.look(glimpses)
        self.desk.clock.advance(1_000)
        return at

    @property
    def page(self) -> EyePage:
        page = self.desk.window.lower_panel.currentWidget()
        assert isinstance(page, EyePage)
        return page

    def answered(self, t_s: int) -> list[str]:
        """Everything that is painted once that second is there."""

        def is_there() -> bool:
            self.desk.inbox.drain(self.desk.console.handle, self.desk.console.failed, 1000)
            self.desk.settle()
            scene = self.desk.console.sight.eye.scene
            return scene is not None and scene.t_s == t_s

        wait_until(is_there, 20, "the answer of the record")
        return [*said_by(self.page.screen_then), *said_by(self.page.acts.widget()), *said_by(self.page.bar)]


@pytest.fixture
def recorded(desk: Desk, tmp_path: Path) -> Iterator[Recorded]:
    made = Recorded(desk, tmp_path)
    yield made
    made.keeper.stop()


def desk_glimpse(number: int, picture: Picture = Picture.LIVE, age_ms: int = 40) -> Glimpse:
    return glimpse("alarm", number, picture, age_ms, window="desk")


def test_ctrl_y_shows_the_newest_second_and_the_buttons_go_through_the_others(recorded: Recorded) -> None:
    for number in range(1, 8):
        last = recorded.second(desk_glimpse(number))
    QTest.keyClick(recorded.desk.window, Qt.Key.Key_Y, CTRL)
    said = recorded.answered(last - 1)
    assert "6 Camera 6" in said and "LIVE ≤ 0.5 s" in said
    recorded.page.control.steps[-1].click()
    assert "5 Camera 5" in recorded.answered(last - 2)
    recorded.page.control.steps[1].click()
    assert "6 Camera 6" in recorded.answered(last - 1)


def test_what_was_stale_hidden_or_in_a_drill_says_so_and_who_changed_it_stands_beside(recorded: Recorded) -> None:
    recorded.second(desk_glimpse(1))
    recorded.desk.console.sight.eye.acted(By(person="Li", position="desk-1"), "put", {"tile": "alarm"})
    hidden = Glimpse("desk", "strip-1", QUARTER, View(Picture.HIDDEN, None, 2, "Camera 2"))
    at = recorded.second(desk_glimpse(3, Picture.STALE, 4_200), hidden)
    recorded.second(desk_glimpse(3))
    QTest.keyClick(recorded.desk.window, Qt.Key.Key_Y, CTRL)
    recorded.page.ask(at)
    said = recorded.answered(at)
    assert {"NOT LIVE 4.2 s", "could not be seen", "put a camera · alarm tile", "Li, desk-1"} <= set(said)
    assert "DRILL" not in said


def test_a_typed_second_is_asked_for_a_hole_is_named_and_nonsense_is_refused(recorded: Recorded) -> None:
    at = recorded.second(desk_glimpse(1))
    recorded.desk.clock.advance(20_000)
    recorded.second(desk_glimpse(2))
    QTest.keyClick(recorded.desk.window, Qt.Key.Key_Y, CTRL)
    recorded.page.ask(at + 5)
    (hole,) = [text for text in recorded.answered(at + 5) if text.startswith("Nothing was recorded")]
    moment = recorded.page._words.moment(at * 1000)
    assert f"Last before: {moment}." in hole
    control = recorded.page.control
    control.time.setText("14:99")
    control.time.setModified(True)
    QTest.keyClick(control.time, Qt.Key.Key_Return)
    assert control.said.text().startswith("Type the day as")
    control.time.setText(moment.partition(" ")[2])
    QTest.keyClick(control.time, Qt.Key.Key_Return)
    assert "1 Camera 1" in recorded.answered(at)


def test_a_drill_is_marked_on_the_page(recorded: Recorded) -> None:
    recorded.desk.console.sight.eye._domain = lambda: Domain("drill:7")
    at = recorded.second(desk_glimpse(1))
    QTest.keyClick(recorded.desk.window, Qt.Key.Key_Y, CTRL)
    recorded.page.ask(at)
    assert "DRILL" in recorded.answered(at)


def test_where_nothing_is_kept_the_page_says_so(desk: Desk) -> None:
    desk.window.acts.show_screens()
    desk.settle()
    page = desk.window.lower_panel.currentWidget()
    assert isinstance(page, EyePage)
    assert any("keeps no record" in text for text in said_by(page.screen_then))
    assert not page.control.isVisible()
