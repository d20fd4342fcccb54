"""The plan on the screen: it goes where the alarm is, stays where the hand put it, and says what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.announce import SiteApplied
from console.model import AlarmClass, CameraId, Site
from console.plan import SITE_LEVEL, Fans
from console.ports import CameraState
from tests.widgets.desk import pixels, texts
from tests.widgets.plans import (
    FIRST,
    HYDRANT,
    LOST,
    MILL,
    OUT,
    SECOND,
    SHED,
    SITE,
    SMOKE,
    UP,
    UPSTAIRS,
    YARD,
    Plan,
)  # fmt: skip
from widgets import theme
from widgets.application import Languages
from widgets.plan import SmallPlan
from widgets.plan.marks import Layer
from widgets.plan.picture import FANS_A_TURN
from widgets.plan.view import CAMERA_MIME


@pytest.fixture
def plan(make_plan: Callable[..., Plan]) -> Plan:
    return make_plan()


def has_colour(image: QImage, token: str, tolerance: int = 12) -> bool:
    colour = theme.colour(token)
    wanted = np.array((colour.red(), colour.green(), colour.blue()))
    return bool((np.abs(pixels(image).astype(int) - wanted) <= tolerance).all(axis=2).any())


# ---- following ----


def test_at_rest_the_site_has_the_whole_width(plan: Plan) -> None:
    assert plan.panel.level == SITE_LEVEL
    assert plan.panel.main.width() == plan.panel.width()
    assert plan.panel.inset.isHidden()
    plan.panel.main.look(plan.panel.main.view.zoomed(1.01))  # painted anew, names and all
    assert {"Mill", "Shed"} <= set(texts(plan.panel))


def test_an_alarm_opens_its_floor_with_the_detector_and_the_camera_in_view_and_the_site_beside_it(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert plan.panel.level == SECOND
    assert plan.sees((15.0, 15.0))
    assert plan.sees((5.0, 15.0))
    assert plan.panel.inset.level == SITE_LEVEL
    assert plan.panel.inset.width() == pytest.approx(340, abs=1)
    assert plan.panel.main.width() == pytest.approx(656, abs=1)


def test_the_label_says_what_happened_and_how_far_the_camera_is(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert "Smoke · 10 m to 2" in texts(plan.panel)


def test_the_next_alarm_takes_the_plan_along_until_a_hand_holds_it(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(SMOKE))
    assert plan.panel.level == FIRST
    plan.panel.show_floor(MILL, 2)
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert plan.panel.level.ordinal == 2
    assert not plan.panel.bar.follow.isChecked()
    assert plan.panel.release()
    assert plan.panel.level == SECOND
    assert plan.panel.bar.follow.isChecked()
    assert not plan.panel.release(), "nothing holds it any more"


def test_dragging_and_zooming_hold_the_plan_too(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(SMOKE))
    before = plan.pixel((30.0, 15.0))
    plan.move(QPoint(300, 200), QPoint(340, 220))
    assert plan.pixel((30.0, 15.0)) - before == QPoint(40, 20)
    assert not plan.panel.is_following
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert plan.panel.level == FIRST


def test_whoever_looked_around_at_rest_does_not_keep_a_later_alarm_away(plan: Plan) -> None:
    plan.panel.show_floor(SHED, 0)
    plan.clock.advance(5_000)
    plan.panel.show_alarm(plan.alarm(SMOKE))
    assert plan.panel.level.building == SHED, "the hand is still there"
    plan.panel.show_alarm(None)
    plan.clock.advance(5_001)
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert plan.panel.level == SECOND


def test_f8_lets_the_alarm_lead_again_and_a_second_time_leaves_the_plan_where_it_is(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(SMOKE))
    plan.panel.show_site()
    plan.panel.toggle_follow()
    assert plan.panel.level == FIRST
    plan.panel.toggle_follow()
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert plan.panel.level == FIRST


def test_when_nothing_is_left_to_follow_the_site_comes_back(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(SMOKE))
    plan.panel.show_alarm(None)
    assert plan.panel.level == SITE_LEVEL


def test_an_alarm_outside_every_building_is_shown_on_the_site(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(YARD, AlarmClass.HAZARD))
    assert plan.panel.level == SITE_LEVEL
    assert plan.sees((85.0, 12.0))
    assert "Yard lane: ALARM HAZARD" in plan.lines()


def test_a_detector_nobody_placed_says_so_and_its_zone_is_marked(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(LOST))
    assert plan.panel.level == SECOND
    assert "Not placed on the plan · known: east" in texts(plan.panel)
    assert has_colour(plan.panel.main.grab().toImage(), "alarm.urgent")


def test_a_floor_without_walls_says_that_lines_of_sight_are_unknown(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan(site=replace(SITE, walls=()))
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    assert "The walls of this floor are not drawn: lines of sight unknown" in texts(plan.panel)


def test_a_site_without_buildings_says_so_instead_of_showing_nothing(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan(site=Site("空", "Empty", "Asia/Shanghai", (120.0, 30.0)))
    assert "The site folder draws no buildings" in texts(plan.panel)


# ---- the bar ----


def test_the_floor_strip_shows_the_worst_alarm_and_the_count_of_each_floor(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    plan.alarm(LOST)
    plan.alarm(SMOKE, AlarmClass.TROUBLE)
    plan.settle()
    chips = plan.panel.bar.floors
    assert [chip.accessibleName() for chip in chips.values()] == ["1F T 1", "2F F 2", "3F"]
    assert has_colour(chips[1].grab().toImage(), "alarm.urgent")
    assert has_colour(chips[0].grab().toImage(), "alarm.fault")


def test_in_a_narrow_panel_floors_with_alarms_come_before_the_layers(make_plan: Callable[..., Plan]) -> None:
    floors = tuple(replace(SITE.floors[0], ordinal=i, label=f"{i + 1}F") for i in range(20))
    spread = tuple(
        replace(SITE.points[0], id=type(SMOKE)(f"z2m/x{i}#smoke"), floor=i) for i in (3, 9, 15, 19)
    )  # fmt: skip
    plan = make_plan(site=replace(SITE, floors=(*floors, SITE.floors[-1]), points=spread), size=(678, 262))
    alarms = [plan.alarm(point.id) for point in spread]
    plan.panel.show_alarm(alarms[0])
    shown = {ordinal for ordinal, chip in plan.panel.bar.floors.items() if not chip.isHidden()}
    assert {3, 9, 15, 19} <= shown
    assert all(chip.geometry().right() < 678 for chip in plan.panel.bar.floors.values() if not chip.isHidden())


def test_at_no_width_a_layer_takes_the_room_of_a_floor_with_an_alarm(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    plan.settle()
    bar = plan.panel.bar
    for width in range(400, 1_200):
        bar.resize(width, bar.height())
        floors = [chip for chip in bar.floors.values() if chip.toll is not None and chip.isHidden()]
        layers = [chip for chip in bar.layers.values() if not chip.isHidden()]
        assert not (floors and layers), width


def test_a_floor_button_opens_that_floor_and_the_site_button_the_site(plan: Plan) -> None:
    plan.panel.show_alarm(plan.alarm(SMOKE))
    plan.panel.bar.floors[1].click()
    assert plan.panel.level == SECOND
    plan.panel.bar.site.click()
    assert plan.panel.level == SITE_LEVEL


def test_only_layers_the_site_has_anything_for_are_offered(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan(site=replace(SITE, points=SITE.points[:4]))
    offered = {layer for layer, chip in plan.panel.bar.layers.items() if not chip.isHidden()}
    assert offered == {Layer.CAMERAS, Layer.POINTS}


def test_a_layer_that_is_switched_off_disappears_but_an_alarm_does_not(plan: Plan) -> None:
    plan.alarm(HYDRANT, AlarmClass.SUPERVISORY)
    for layer in (Layer.CAMERAS, Layer.POINTS, Layer.HYDRANTS):
        plan.panel.bar.layers[layer].click()
    assert plan.lines() == ["Yard hydrant: ALARM SUPERVISORY"]


# ---- hands ----


def test_a_click_on_a_camera_or_an_alarm_asks_for_it(plan: Plan) -> None:
    alarm = plan.alarm(UPSTAIRS)
    plan.panel.show_alarm(alarm)
    for at in ((5.0, 15.0), (15.0, 15.0)):
        QTest.mouseClick(plan.panel.main, Qt.MouseButton.LeftButton, pos=plan.pixel(at))
    assert plan.asked == [UP, alarm]


def test_a_click_on_a_building_opens_the_floor_with_its_gravest_alarm_else_the_ground_floor(plan: Plan) -> None:
    plan.alarm(UPSTAIRS)
    QTest.mouseClick(plan.panel.main, Qt.MouseButton.LeftButton, pos=plan.pixel((45.0, 25.0)))
    assert plan.panel.level == SECOND
    plan.panel.show_site()
    QTest.mouseClick(plan.panel.main, Qt.MouseButton.LeftButton, pos=plan.pixel((120.0, 15.0)))
    assert (plan.panel.level.building, plan.panel.level.ordinal) == (SHED, 0)


def test_a_camera_can_be_dragged_to_a_tile(plan: Plan) -> None:
    data = plan.panel.main.drag_of(OUT).mimeData()
    assert bytes(data.data(CAMERA_MIME).data()) == b"C-3"
    with patch("widgets.plan.view.QDrag.exec") as dropped:
        at = plan.pixel((70.0, 10.0))
        plan.move(at, at + QPoint(40, 0))
    assert dropped.call_count == 1
    assert plan.asked == [], "a drag is not a click"


def test_the_wheel_zooms_about_the_pointer(plan: Plan) -> None:
    at = QPointF(plan.pixel((85.0, 12.0)))
    before = plan.panel.main.view.metres(at)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    scale = plan.panel.main.view.scale
    QApplication.sendEvent(plan.panel.main, wheel)
    assert plan.panel.main.view.scale > 1.4 * scale
    assert plan.panel.main.view.metres(at) == pytest.approx(before, abs=1e-6)


def test_the_plan_cannot_be_lost(plan: Plan) -> None:
    view = plan.panel.main
    for _ in range(200):
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.view.x >= view.view.bounds.x0
    for _ in range(60):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.view.scale > 0.1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert plan.sees((0.0, 0.0))
    assert plan.sees((130.0, 20.0))


def test_the_keyboard_steps_from_symbol_to_symbol_and_enter_chooses(plan: Plan) -> None:
    view = plan.panel.main
    view.setFocus()
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.accessibleDescription().startswith("3 Yard · ")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert plan.asked == [OUT]


def test_pointing_at_a_symbol_tells_its_name_state_and_age(plan: Plan) -> None:
    plan.hear(YARD)
    plan.clock.advance(16_000)
    plan.panel.main.on_look()
    QTest.mouseMove(plan.panel.main, plan.pixel((85.0, 12.0)))
    assert {"Yard lane", "normal · heard 16 s ago"} <= set(texts(plan.panel))
    QTest.mouseMove(plan.panel.main, plan.pixel((115.0, 15.0)))
    assert {"Shed", "1 floor"} <= set(texts(plan.panel))


# ---- staying current ----


def test_the_list_says_how_everything_on_the_view_is(plan: Plan) -> None:
    plan.camera(OUT, CameraState.LIVE)
    plan.hear(HYDRANT)
    plan.alarm(UPSTAIRS)
    assert plan.lines() == [
        "Mill: 1 open alarm, FIRE", "camera 3 Yard: live", "Yard lane: not heard yet",
        "Yard hydrant: normal · heard 0 s ago",
    ]  # fmt: skip


def test_a_camera_that_goes_dark_is_crossed_with_its_number(plan: Plan) -> None:
    plan.camera(OUT, CameraState.LIVE)
    assert not has_colour(plan.panel.main.grab().toImage(), "alarm.fault")
    plan.camera(OUT, CameraState.NO_SIGNAL)
    assert has_colour(plan.panel.main.grab().toImage(), "alarm.fault")
    assert "3" in texts(plan.panel)


def test_a_point_that_is_not_heard_is_a_question_mark_until_it_is(plan: Plan) -> None:
    plan.hear(HYDRANT)
    plan.settle()
    plan.panel.main.quiet.renders = 0
    plan.hear(YARD)
    plan.panel.main.on_look()
    plan.settle()
    assert plan.panel.main.quiet.renders == 1
    assert "Yard lane: normal · heard 0 s ago" in plan.lines()


def test_an_alarm_paints_nothing_anew_that_did_not_change(plan: Plan) -> None:
    for point in SITE.points:
        plan.hear(point.id)
    plan.panel.main.on_look()
    plan.settle()
    base, quiet = plan.panel.main.base.renders, plan.panel.main.quiet.renders
    plan.alarm(YARD, AlarmClass.HAZARD)
    plan.settle()
    assert "Yard lane: ALARM HAZARD" in plan.lines()
    assert (plan.panel.main.base.renders, plan.panel.main.quiet.renders) == (base, quiet)


def test_another_site_is_drawn_at_once_and_a_floor_that_is_gone_gives_way(plan: Plan) -> None:
    plan.panel.show_floor(MILL, 2)
    plan.panel.release()
    plan.panel.show_floor(MILL, 2)
    smaller = replace(SITE, floors=(SITE.floors[0], SITE.floors[3]))
    plan.console.revising.site = smaller
    plan.console.announcer.publish(SiteApplied(by="Li", added=0, removed=2, changed=0))
    assert plan.panel.level == SITE_LEVEL


@pytest.mark.parametrize("size", [(678, 262), (1000, 422), (1480, 580)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_label_covers_a_symbol_or_another_label(
    make_plan: Callable[..., Plan], languages: Languages, size: tuple[int, int], language: str
) -> None:
    languages.choose(language)
    plan = make_plan(size=size)
    plan.camera(UP, CameraState.LIVE)
    plan.panel.show_alarm(plan.alarm(UPSTAIRS))
    overlay = plan.panel.main.overlay()
    boxes = [put.box for put in overlay.placed]
    assert len(boxes) >= 2
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    spots = [plan.panel.main.view.point(at) for at in ((5.0, 15.0), (15.0, 15.0))]
    assert not any(box.contains(spot) for box in boxes for spot in spots)


def test_a_language_switch_renames_everything(plan: Plan, languages: Languages) -> None:
    languages.choose("zh_CN")
    QApplication.sendEvent(plan.panel, QEvent(QEvent.Type.LanguageChange))
    assert {"磨坊", "车棚"} <= set(texts(plan.panel))


# ---- on the wall ----


def small_image(plan: Plan, alarm: object, size: tuple[int, int] = (608, 300)) -> QImage:
    small = SmallPlan(plan.console, plan.placing, plan.words)
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    small.paint(painter, QRect(0, 0, *size), alarm)
    painter.end()
    return image


def test_the_small_plan_shows_the_walls_the_zone_and_the_detector(plan: Plan) -> None:
    alarm = plan.alarm(UPSTAIRS)
    image = small_image(plan, alarm)
    assert has_colour(image, "map.wall")
    assert has_colour(image, "alarm.urgent")
    assert SmallPlan(plan.console, plan.placing, plan.words).place(alarm) == "Mill 2F · west"


def test_the_small_plan_of_an_alarm_outdoors_shows_the_ground_around_it(plan: Plan) -> None:
    alarm = plan.alarm(YARD, AlarmClass.HAZARD)
    assert has_colour(small_image(plan, alarm), "alarm.medium")
    assert SmallPlan(plan.console, plan.placing, plan.words).place(alarm) == "Mill park"


def test_the_small_plan_of_an_unplaced_detector_says_so(plan: Plan) -> None:
    alarm = plan.alarm(LOST)
    assert has_colour(small_image(plan, alarm), "text.hi")
    assert SmallPlan(plan.console, plan.placing, plan.words).place(alarm) == "Mill 2F · east"


# ---- cost ----


def test_the_views_of_many_cameras_are_reckoned_a_few_at_a_time(make_plan: Callable[..., Plan]) -> None:
    many = tuple(replace(SITE.cameras[2], id=CameraId(f"N-{i}"), number=i + 10) for i in range(3 * FANS_A_TURN))
    plan = make_plan(site=replace(SITE, cameras=many))
    fans = plan.panel.situation.fans = Fans(plan.panel.situation.levels)
    view = plan.panel.main
    view.on_fans()
    assert sum(fans.known(camera, SITE_LEVEL) is not None for camera in many) == FANS_A_TURN
    for _ in range(2):
        view.on_fans()
    assert all(fans.known(camera, SITE_LEVEL) is not None for camera in many)
