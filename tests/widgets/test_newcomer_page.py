"""The page of the devices without a place: what came, and the way from the list over the plan to the signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.cameras import Index
from console.errors import CommandRefused, Problem
from console.model import Introduced, Point, PointId, point_id
from console.newcomers import PlacementRefused, PlacementWritten, Stage
from console.newcomers.desk import GATHER_MS
from console.plan import Level
from console.revising import FolderRead
from console.site import difference
from tests.widgets.desk import CAMERAS, SITE, Desk, texts
from tests.widgets.settling import HOUSE, LOFT, PUMP, came, choose, page_of, placing, rejected, with_house
from widgets.newcomers.page import NewcomerPage
from widgets.newcomers.spot_plan import SpotPlan

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk(site=with_house(SITE))
    yield desk
    desk.close()


def plan_of(page: NewcomerPage) -> SpotPlan:
    assert page.side is not None
    return page.side.plan


def click_plan(page: NewcomerPage, at: tuple[float, float]) -> None:
    plan = plan_of(page)
    QTest.mouseClick(plan, Qt.MouseButton.LeftButton, pos=plan.view.point(at).toPoint())


# ---- the list ----


def test_the_key_opens_the_page_and_an_empty_one_says_that_nothing_is_missing(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Q, CTRL)
    desk.settle()
    assert isinstance(page_of(desk), NewcomerPage)
    assert "Every device that was heard has its place at the site." in texts(page_of(desk))


def test_each_device_says_what_it_is_and_what_it_said_last(desk: Desk) -> None:
    page, _folder = came(desk)
    said = " ".join(texts(page))
    for words in ("loft · Smoke", "z2m/0x99 · Luting LT-SMOKE-2", "pump-9", "0.31 MPa", "not placed"):
        assert words in said


def test_a_new_device_is_told_of_in_the_journal_panel(desk: Desk) -> None:
    came(desk)
    assert "New device, not placed: loft" in texts(desk.window.journal)


def test_the_command_line_finds_the_page_by_its_name(desk: Desk) -> None:
    (found, *_) = desk.window.header.command_line.search("unpl")
    desk.window.header.command_line.chosen.emit(found)
    assert isinstance(page_of(desk), NewcomerPage)


def test_words_narrow_the_list(desk: Desk) -> None:
    page, _folder = came(desk)
    page.control.words.setText("lt-smoke")
    desk.settle()
    said = " ".join(texts(page))
    assert "loft" in said and "pump-9" not in said


def test_a_fire_of_a_device_without_a_place_is_named_on_its_row_and_says_so_in_the_table(desk: Desk) -> None:
    page, _folder = came(desk)
    alarm = desk.change(point_id(*LOFT, "smoke"))
    page.look()
    assert "ALARM: Smoke" in " ".join(texts(page))
    assert "loft (not placed)" in " ".join(texts(desk.window.table)) and desk.alarm(alarm).alarm_class == "F"


def test_rejecting_asks_for_a_reason_and_bringing_back_undoes_it(desk: Desk) -> None:
    page, _folder = came(desk)
    choose(page, PUMP)
    page.control.reject.click()
    assert page.control.said.text() == "Say why"
    page.control.why.setText("of the neighbour")
    page.control.reject.click()
    choose(page, PUMP)
    assert "rejected by Li" in page.control.about.text() and "of the neighbour" in page.control.about.text()
    assert not page.control.place.isVisible() and page.control.recall.isVisible()
    page.control.recall.click()
    assert [row.stage for row in desk.console.siting.newcomers.rows()] == [Stage.WAITING] * 2


def test_rejected_ones_can_be_listed_by_themselves(desk: Desk) -> None:
    page = rejected(desk)
    page.control.which.setCurrentIndex(2)
    desk.settle()
    said = " ".join(texts(page.list))
    assert "pump-9" in said and "loft" not in said


# ---- placing ----


def test_a_building_is_entered_by_a_click_and_a_click_on_its_floor_says_where_it_hangs(desk: Desk) -> None:
    page, _folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    desk.settle()
    click_plan(page, (5.0, 5.0))
    assert plan_of(page).level == Level(HOUSE, 0) and plan_of(page).at is None
    desk.settle()
    click_plan(page, (4.0, 3.0))
    x, y = plan_of(page).at or (0.0, 0.0)
    assert abs(x - 4.0) < 0.5 and abs(y - 3.0) < 0.5
    assert page.side is not None and page.side.form.zone.currentData() == "EAST-0"


def test_signing_hands_over_names_place_zone_kinds_and_cameras(desk: Desk) -> None:
    page, folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    side = page.side
    assert side is not None
    side.form.name.setText("阁楼烟感")
    side.form.name_en.setText("Loft smoke detector")
    side.on_spotted(20.0, 0.0)
    side.form.tick_camera(CAMERAS[0])
    side.form.sign.click()
    (placed,) = folder.added
    assert (placed.source, placed.device, placed.kinds) == (*LOFT, ("smoke",))
    assert (placed.name, placed.name_en, placed.alias) == ("阁楼烟感", "Loft smoke detector", "loft")
    assert placed.at == (20.0, 0.0) and placed.cameras == (CAMERAS[0],)


def test_without_a_spot_nothing_is_signed_and_the_form_says_why(desk: Desk) -> None:
    page, folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    assert page.side is not None
    page.side.form.sign.click()
    assert page.side.form.said.text() == "Click on the plan where it hangs" and folder.added == []


def test_the_keyboard_alone_can_say_where_it_hangs(desk: Desk) -> None:
    page = placing(desk)
    plan = plan_of(page)
    QTest.keyClick(plan, Qt.Key.Key_Return)
    middle = plan.view.metres(QPointF(plan.width() / 2, plan.height() / 2))
    assert plan.at is not None and abs(plan.at[0] - middle[0]) < 0.1


def test_what_cannot_be_written_is_said_in_the_form(desk: Desk) -> None:
    page, folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    assert page.side is not None
    page.side.on_spotted(4.0, 0.0)
    page.side.form.sign.click()
    problem = Problem("points.csv", 9, "zone", "there is no zone 'X'", "name a zone")
    desk.take(PlacementRefused(folder.added[0], (problem,)))
    assert "there is no zone 'X'" in page.side.form.said.text() and page.is_placing


def test_after_the_signature_the_list_is_back_and_the_change_of_the_site_waits(desk: Desk) -> None:
    page, folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    assert page.side is not None
    page.side.on_spotted(4.0, 0.0)
    page.side.form.sign.click()
    desk.take(PlacementWritten(folder.added[0]))
    assert not page.is_placing and folder.asked == 1
    assert "Ctrl+R" in page.control.said.text()
    site = desk.console.site
    point = Point(PointId("z2m/0x99#smoke"), "阁楼烟感", "Loft", "smoke", (4.0, 0.0))
    grown = replace(site, points=(*site.points, point))
    desk.take(FolderRead(grown, Index(grown), difference(site, grown), ()))
    desk.settle()
    assert desk.window.site_change.isVisible()
    desk.console.revising.apply()
    page.look()
    assert [row.key for row in desk.console.siting.newcomers.rows()] == [PUMP]


def test_a_device_that_another_console_signs_meanwhile_ends_its_form(desk: Desk) -> None:
    page = placing(desk)
    desk.console.siting.newcomers.reject(LOFT, "not ours")
    assert not page.is_placing


def test_who_may_not_change_the_site_is_told_so(desk: Desk) -> None:
    page = placing(desk)

    def nobody(*_asked: object) -> None:
        raise CommandRefused("no_right")

    desk.console.seat.rule = nobody
    assert page.side is not None
    page.side.form.sign.click()
    assert page.side.form.said.text()


def test_the_list_as_a_table_has_every_device_that_is_shown(desk: Desk) -> None:
    page, _folder = came(desk)
    heads, *rows = page.table()
    assert len(rows) == 2 and {row[0] for row in rows} == {"z2m/0x99", "site/pump-9"} and len(heads) == len(rows[0])


def test_a_closed_page_asks_for_nothing(desk: Desk) -> None:
    page, _folder = came(desk)
    desk.window.lower_panel.show_page("plan")
    before = page.list.current()
    desk.take(Introduced("z2m", "0x77", "cellar", kinds=("smoke",), is_announced=True))
    desk.pass_time(GATHER_MS + 100)
    assert page.list.current() == before and "cellar" not in " ".join(texts(page.list))
