"""Pictures on the desk: whose they are, how fresh, and that an alarm's picture is reported only when it was painted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint

from console.announce import CameraShown, PictureLive, PictureStale
from console.model import CameraId
from console.ports import CameraState
from console.wall import ALARM_TILE, STRIP
from tests.waiting import wait_until
from tests.widgets.desk import (
    CAMERAS,
    FAR_AWAY,
    FRAME_MS,
    SECOND,
    SMOKE,
    Desk,
    Handed,
    heard,
    pixels,
    run_events,
    texts,
)  # fmt: skip

ONE, TWO = CAMERAS[:2]
RED, BLUE = (200, 40, 40), (40, 40, 200)
OpenDesk = Callable[..., Desk]


def slot(desk: Desk, name: str) -> int:
    return desk.window.canvas.place(name).slot


def hand(desk: Desk, handed: Handed, name: str, camera: CameraId, sequence: int = 1, **how: object) -> None:
    """A fresh frame for that place, painted and reported."""
    colour = how.get("colour", RED)
    age_ns = int(str(how.get("age_ms", 0))) * 1_000_000
    handed.hand(slot(desk, name), camera, sequence, desk.clock.monotonic_ns() - age_ns, colour)  # type: ignore[arg-type]
    desk.settle()


def centre(desk: Desk, name: str) -> str:
    """Colour in the middle of the right half of a place, where nothing of ours is written."""
    rect = desk.window.canvas.place(name).rect
    return desk.window.canvas.grab().toImage().pixelColor(rect.x() + rect.width() * 7 // 8, rect.center().y()).name()


def test_the_caption_names_the_camera_of_the_frame_not_the_one_asked_for(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    assert desk.window.canvas.place(ALARM_TILE).camera == ONE
    before = texts(desk.window.canvas)
    hand(desk, handed, ALARM_TILE, CAMERAS[4])
    after = texts(desk.window.canvas)
    assert "5" not in before and {"5", "Camera 5"} <= set(after)


def test_a_tile_that_waits_for_another_camera_says_which(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    hand(desk, handed, ALARM_TILE, CAMERAS[4])
    assert "→ 1 · live" in texts(desk.window.canvas)


def test_the_old_picture_stays_until_the_first_frame_of_the_new_camera(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    hand(desk, handed, ALARM_TILE, ONE, colour=RED)
    desk.console.steering.put(ALARM_TILE, TWO)
    desk.settle()
    assert handed.shown[slot(desk, ALARM_TILE)] == TWO and centre(desk, ALARM_TILE) == "#c82828"
    hand(desk, handed, ALARM_TILE, TWO, colour=BLUE)
    assert centre(desk, ALARM_TILE) == "#2828c8"


def test_an_alarms_picture_is_reported_once_and_only_after_it_was_painted(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    alarm = desk.change(SMOKE)
    desk.settle()
    assert shown == []
    handed.hand(slot(desk, ALARM_TILE), ONE, 1, desk.clock.monotonic_ns(), RED)
    desk.window.canvas.on_frame_time()
    assert shown == []
    desk.window.canvas.grab()
    assert shown == []
    run_events()
    assert [(s.alarm, s.camera, s.tile, s.source) for s in shown] == [(alarm, ONE, "alarm", "live")]
    for sequence in (2, 3):
        hand(desk, handed, ALARM_TILE, ONE, sequence)
    assert len(shown) == 1


def test_a_frame_of_another_camera_is_not_reported_as_the_alarms_picture(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    desk.change(SMOKE)
    hand(desk, handed, ALARM_TILE, CAMERAS[4])
    assert shown == []
    hand(desk, handed, ALARM_TILE, ONE)
    assert len(shown) == 1


def test_an_old_frame_is_not_reported_as_seen(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    desk.clock.advance(3000)
    desk.change(SMOKE)
    hand(desk, handed, ALARM_TILE, ONE, age_ms=1_600)
    assert shown == []


def test_the_age_of_the_frame_is_reported_with_it(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    desk.change(SMOKE)
    hand(desk, handed, ALARM_TILE, ONE, age_ms=130)
    assert [s.frame_age_ms for s in shown] == [130]


def test_every_alarm_that_shares_the_tile_is_reported(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    first, second = desk.change(SMOKE), desk.change(SECOND)
    hand(desk, handed, ALARM_TILE, ONE)
    assert {s.alarm for s in shown} == {first, second}


def test_a_second_detector_of_the_zone_is_reported_with_the_next_frame(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    first = desk.change(SMOKE)
    hand(desk, handed, ALARM_TILE, ONE)
    second = desk.change(SECOND)
    hand(desk, handed, ALARM_TILE, ONE, 2)
    hand(desk, handed, ALARM_TILE, ONE, 3)
    assert [s.alarm for s in shown] == [first, second]


def test_a_camera_that_was_large_already_is_reported_when_the_alarm_comes(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    hand(desk, handed, ALARM_TILE, ONE)
    alarm = desk.change(SMOKE)
    hand(desk, handed, ALARM_TILE, ONE, 2)
    assert [s.alarm for s in shown] == [alarm]


def test_a_hidden_window_asks_for_no_picture_and_reports_none(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    desk.window.hide()
    desk.change(SMOKE)
    desk.settle()
    assert set(handed.shown.values()) == {None} and shown == []


def test_a_window_that_is_shown_again_asks_for_its_pictures_and_reports_them(
    open_desk: OpenDesk, handed: Handed
) -> None:
    desk = open_desk(video=handed)
    shown = heard(desk.console, CameraShown)
    desk.window.hide()
    alarm = desk.change(SMOKE)
    desk.window.show()
    hand(desk, handed, ALARM_TILE, ONE)
    assert [s.alarm for s in shown] == [alarm]


def test_the_ledger_has_the_picture_once_it_was_painted(desk: Desk) -> None:
    alarm = desk.change(SMOKE)
    assert not desk.console.seeing.ledger(desk.alarm(alarm)).painted_ms
    desk.pass_time(2 * FRAME_MS)
    assert desk.console.seeing.ledger(desk.alarm(alarm)).painted_ms
    assert texts(desk.window.ledger).count("—") == 1


def test_a_frozen_camera_turns_grey_on_time_and_live_with_a_new_frame(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    stale, live = heard(desk.console, PictureStale), heard(desk.console, PictureLive)
    hand(desk, handed, ALARM_TILE, ONE)
    desk.clock.advance(1_490)
    desk.settle()
    assert centre(desk, ALARM_TILE) == "#c82828" and stale == []
    desk.clock.advance(20)
    desk.settle()
    grey = centre(desk, ALARM_TILE)
    assert grey[1:3] == grey[3:5] or abs(int(grey[1:3], 16) - int(grey[5:7], 16)) < 12
    assert [(s.camera, s.age_ms) for s in stale] == [(ONE, 1_510)]
    hand(desk, handed, ALARM_TILE, ONE, 2)
    assert centre(desk, ALARM_TILE) == "#c82828" and [p.camera for p in live] == [ONE]


def test_a_camera_that_froze_is_told_again_after_another_one_had_its_place(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    stale = heard(desk.console, PictureStale)
    for sequence in (1, 2):
        hand(desk, handed, ALARM_TILE, ONE, sequence)
        desk.pass_time(1_700)
        desk.console.steering.put(ALARM_TILE, TWO)
        hand(desk, handed, ALARM_TILE, TWO, sequence)
        desk.console.steering.put(ALARM_TILE, ONE)
    assert [s.camera for s in stale] == [ONE, ONE]


def test_on_a_sharper_screen_sharper_pictures_are_asked_for(
    open_desk: OpenDesk, handed: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = open_desk(video=handed).window.canvas
    before = dict(handed.sizes)
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: 2.0)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert handed.sizes == {slot: (2 * width, 2 * height) for slot, (width, height) in before.items()}


def test_the_configuration_says_from_which_age_a_picture_is_old(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed, stale_ms=5_000)
    stale = heard(desk.console, PictureStale)
    hand(desk, handed, ALARM_TILE, ONE, age_ms=4_000)
    assert "LIVE" in texts(desk.window.canvas) and stale == []
    desk.clock.advance(1_100)
    desk.settle()
    assert "NOT LIVE" in texts(desk.window.canvas)


def test_a_frozen_picture_is_repainted_without_waiting_for_the_next_age(open_desk: OpenDesk, handed: Handed) -> None:
    desk = open_desk(video=handed)
    hand(desk, handed, ALARM_TILE, ONE)
    canvas, place = desk.window.canvas, desk.window.canvas.place(ALARM_TILE)
    desk.clock.advance(1_480)
    canvas.on_frame_time()
    run_events()
    assert place.told is not None and place.told[1], "it may still be taken for live"
    desk.clock.advance(30)
    canvas.on_frame_time()
    run_events()
    assert not place.told[1]


def test_an_alarm_without_a_camera_says_so_large_and_in_words(desk: Desk) -> None:
    desk.change(FAR_AWAY)
    assert "No camera covers this detector" in texts(desk.window.canvas)
    assert "No camera covers this detector" in texts(desk.window.details)


def test_an_alarm_whose_cameras_are_all_offline_does_not_pretend_there_are_none(desk: Desk) -> None:
    for camera in CAMERAS:
        desk.drawn.darken(camera, CameraState.NO_SIGNAL)
    desk.take()
    desk.change(SMOKE)
    said = texts(desk.window.canvas)
    assert any(text.startswith("Every camera of this detector is offline: 1, ") for text in said)
    assert "No camera covers this detector" not in said


def test_the_chosen_camera_and_the_next_best_show_their_reasons(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.pass_time(3 * FRAME_MS)
    said = texts(desk.window.canvas)
    assert sum(text.startswith("sees it · ") for text in said) >= 2 and "F4" in said


def test_when_the_chosen_camera_is_lost_the_next_best_takes_the_tile(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.pass_time(3 * FRAME_MS)
    desk.drawn.darken(ONE, CameraState.NO_SIGNAL)
    desk.take()
    desk.pass_time(600)
    assert desk.window.canvas.place(ALARM_TILE).camera != ONE
    why = "offline, would be: sees it"
    wait_until(lambda: any(text.startswith(why) for text in texts(desk.window.details)), 5, "why it is not shown")


def test_the_edge_never_lies_on_the_picture(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.pass_time(3 * FRAME_MS)
    place = desk.window.canvas.place(ALARM_TILE)
    assert place.shot is not None
    painted = pixels(desk.window.canvas.grab().toImage())
    image = pixels(place.shot.image)
    bottom = place.inner.bottom() + 1
    left = place.inner.x() + (place.inner.width() - image.shape[1]) // 2
    rows = painted[bottom - image.shape[0] // 40 : bottom, left : left + image.shape[1]]
    assert (rows == image[-rows.shape[0] :]).mean() > 0.99


@pytest.mark.parametrize("size", [(1366, 768), (1600, 900), (1920, 1080), (2560, 1440)])
def test_the_pictures_have_the_size_and_place_of_the_design(open_desk: OpenDesk, size: tuple[int, int]) -> None:
    desk = open_desk(size=size)
    canvas = desk.window.canvas
    large = canvas.place(ALARM_TILE).rect
    assert abs(large.width() / large.height() - 16 / 9) < 0.02
    rects = [canvas.place(name).rect for name in (ALARM_TILE, *STRIP)]
    assert all(canvas.rect().contains(rect) for rect in rects)
    assert not any(one.intersects(other) for i, one in enumerate(rects) for other in rects[:i])
    wanted = {1366: (344, 336), 1600: (400, 360), 1920: (480, 432), 2560: (560, 512)}[size[0]]
    assert (canvas.mapTo(desk.window, QPoint(0, 0)).x() - 4, desk.window.details.width()) == wanted
