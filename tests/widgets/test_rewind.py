"""Instant replay on the desk: a replayed picture never looks live, one key begins it, Esc ends it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console import announce
from console.model import Quality
from console.ports import ClipTrouble
from console.rewinds import (
    AskMemory,
    BeginRewind,
    KeepRewind,
    PauseRewind,
    PictureSnapped,
    RewindHolds,
    SeekRewind,
    Shortage,
    SnapFailed,
    SnapPicture,
    StepRewind,
)
from console.wall import ALARM_TILE, DESK, STRIP
from tests.widgets.desk import Desk, Handed, listening
from tests.widgets.replaying import MEMORY, SECOND, Past
from widgets.rewind.memory_page import MemoryPage


@pytest.fixture
def past(desk: Desk) -> Past:
    return Past(desk)


@pytest.fixture
def filmed(open_desk: Callable[..., Desk], handed: Handed) -> Past:
    """A desk whose pictures are handed in one by one."""
    return Past(open_desk(video=handed))


def shown_words(desk: Desk) -> list[str]:
    """Everything that is painted on the alarm tile."""
    canvas = desk.window.canvas
    with listening() as said:
        canvas.repaint(canvas.place(str(ALARM_TILE)).rect)
    return [one.text for one in said]


def test_space_looks_back_on_the_selected_tile_and_escape_is_live_again(past: Past) -> None:
    desk = past.desk
    past.open()
    (order,) = [order for order in past.orders if isinstance(order, BeginRewind)]
    assert order.cameras == (desk.console.steering.camera_on(ALARM_TILE),)
    assert past.bar.isVisible()
    past.press(Qt.Key.Key_Escape)
    assert not past.bar.isVisible()
    assert not desk.console.sight.rewinding.rewind.is_on


def test_only_the_tile_that_looks_back_asks_for_the_past(filmed: Past, handed: Handed) -> None:
    past = filmed
    past.open()
    number = past.desk.console.sight.rewinding.rewind.number
    canvas = past.desk.window.canvas
    slots = {name: canvas.place(name).slot or 0 for name in canvas.names()}
    assert handed.rewinds[slots[str(ALARM_TILE)]] == number
    assert {handed.rewinds[slots[str(name)]] for name in STRIP} == {0}
    past.press(Qt.Key.Key_Escape)
    assert handed.rewinds[slots[str(ALARM_TILE)]] == 0


def test_a_replayed_picture_has_no_live_mark_however_young_and_says_how_long_ago_it_was(
    filmed: Past, handed: Handed
) -> None:
    past = filmed
    desk = past.desk
    canvas = desk.window.canvas
    place = canvas.place(str(ALARM_TILE))
    assert place.slot is not None
    assert place.camera is not None
    handed.hand(place.slot, place.camera, 1, desk.clock.monotonic_ns(), (200, 0, 0))
    canvas.on_frame_time()
    assert "LIVE" in shown_words(desk)
    past.open()
    for number, ago_ns in enumerate((SECOND // 10, 12 * SECOND), start=2):
        arrived = desk.clock.monotonic_ns() - ago_ns
        handed.hand(place.slot, place.camera, number, arrived, (200, 0, 0), is_replay=True)
        canvas.on_frame_time()
        words = shown_words(desk)
        assert "REPLAY" in words
        assert "LIVE" not in words
        assert "NOT LIVE" not in words
        assert f"−{ago_ns / SECOND:.1f} s" in words
    assert f"{ALARM_TILE}: " in canvas.described()[0]
    assert "REPLAY −12.0 s" in canvas.described()[0].replace(" · ", " ")


def test_a_replayed_picture_is_neither_told_as_stale_nor_as_opened(filmed: Past, handed: Handed) -> None:
    past = filmed
    desk = past.desk
    past.open()
    told: list[str] = []
    desk.window.canvas.went_stale.connect(lambda camera, _age: told.append(camera))
    desk.window.canvas.went_live.connect(told.append)
    place = desk.window.canvas.place(str(ALARM_TILE))
    assert place.slot is not None
    assert place.camera is not None
    arrived = desk.clock.monotonic_ns() - 12 * SECOND
    handed.hand(place.slot, place.camera, 1, arrived, (200, 0, 0), is_replay=True)
    desk.window.canvas.on_frame_time()
    desk.window.canvas.repaint()
    desk.settle()
    assert told == []


def test_all_pictures_of_the_desk_look_back_at_one_moment(past: Past) -> None:
    desk = past.desk
    past.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    (order,) = [order for order in past.orders if isinstance(order, BeginRewind)]
    wanted = {desk.window.canvas.place(name).camera for name in desk.window.canvas.names()} - {None}
    assert set(order.cameras) == wanted
    assert len(wanted) > 1


def test_the_keys_of_the_bar_steer_it(past: Past) -> None:
    past.open()
    at = past.go(10)
    for key, kind in (
        (Qt.Key.Key_Space, PauseRewind), (Qt.Key.Key_Comma, StepRewind), (Qt.Key.Key_Left, SeekRewind),
    ):  # fmt: skip
        past.press(key)
        assert isinstance(past.orders[-1], kind), key
    assert isinstance(past.orders[-1], SeekRewind)
    assert past.orders[-1].at_ns == at.at_ns - SECOND
    past.press(Qt.Key.Key_I)
    past.go(4)
    past.press(Qt.Key.Key_O)
    past.press(Qt.Key.Key_K)
    (kept,) = [order for order in past.orders if isinstance(order, KeepRewind)]
    assert kept.until_ns - kept.from_ns == 7 * SECOND  # from a second before ten to four ago


def test_the_scrub_bar_goes_where_it_is_pressed(past: Past) -> None:
    past.open()
    at = past.go(10)
    scrub = past.bar.scrub
    QTest.mouseClick(scrub, Qt.MouseButton.LeftButton, pos=scrub.rect().center())
    assert isinstance(past.orders[-1], SeekRewind)
    assert abs(past.orders[-1].at_ns - (at.from_ns + at.until_ns) // 2) < SECOND
    assert scrub.x_of(at.from_ns) < scrub.x_of(at.at_ns) < scrub.x_of(at.until_ns)


def test_memory_and_what_is_missing_of_it_are_said(past: Past) -> None:
    desk = past.desk
    past.open()
    now, number = desk.clock.monotonic_ns(), desk.console.sight.rewinding.rewind.number
    camera = desk.console.sight.rewinding.rewind.cameras[0]
    past.hear(RewindHolds(number, camera, now - 31 * SECOND, now, 400, 1, Shortage.PART))
    past.hear(MEMORY)
    with listening() as said:
        past.bar.repaint()
    texts = " ".join(one.text for one in said)
    assert "31 s held" in texts
    assert "Memory 412 of 1024 MB" in texts


def test_a_tile_of_which_memory_has_nothing_then_says_so_and_shows_no_picture(past: Past) -> None:
    desk = past.desk
    past.open(back_s=40)
    now, number = desk.clock.monotonic_ns(), desk.console.sight.rewinding.rewind.number
    camera = desk.console.sight.rewinding.rewind.cameras[0]
    past.hear(RewindHolds(number, camera, now - 5 * SECOND, now, 75, 1, Shortage.YOUNG))
    assert "Memory has no picture of this moment" in shown_words(desk)


def test_a_photograph_carries_camera_time_word_and_operator(filmed: Past, handed: Handed) -> None:
    past = filmed
    desk = past.desk
    place = desk.window.canvas.place(str(ALARM_TILE))
    assert place.slot is not None
    assert place.camera is not None
    arrived = desk.clock.monotonic_ns()
    handed.hand(place.slot, place.camera, 1, arrived, (200, 0, 0))
    desk.window.canvas.on_frame_time()
    past.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    order = past.orders[-1]
    assert isinstance(order, SnapPicture)
    assert (order.camera, order.arrived_ns, order.rewind, order.quality) == (place.camera, arrived, 0, Quality.MAIN)
    assert order.texts[0].endswith("LIVE")
    assert order.texts[1:] == ("{time}", "Li  ·  desk-1")
    past.hear(PictureSnapped(order.snap, "evidence/2026/11/21/snapshots/gate_at_x.png", "e" * 64, 1))
    with listening() as said:
        desk.window.details.repaint()
    assert any("gate_at_x.png" in one.text for one in said)
    past.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    again = past.orders[-1]
    assert isinstance(again, SnapPicture)
    past.hear(SnapFailed(again.snap, ClipTrouble.DISK_FULL, ""))
    with listening() as said:
        desk.window.details.repaint()
    assert any("the disk is full" in one.text for one in said)


def test_the_pictures_make_room_for_the_bar_and_take_it_back(past: Past) -> None:
    canvas = past.desk.window.canvas
    before = canvas.place(str(ALARM_TILE)).rect.bottom()
    past.open()
    assert canvas.place(str(ALARM_TILE)).rect.bottom() < past.bar.y()
    past.press(Qt.Key.Key_Escape)
    assert canvas.place(str(ALARM_TILE)).rect.bottom() == before


def test_another_camera_on_the_tile_ends_the_replay(past: Past) -> None:
    desk = past.desk
    past.open()
    other = next(iter(set(desk.console.cameras) - {desk.console.steering.camera_on(ALARM_TILE)}))
    ended: list[str] = []

    class Ear:
        def on_ended(self, said: announce.ReplayEnded) -> None:
            ended.append(said.why)

    ear = Ear()
    desk.console.announcer.subscribe(announce.ReplayEnded, ear.on_ended)
    desk.console.steering.put(ALARM_TILE, other)
    desk.settle()
    assert ended == ["taken"]
    assert desk.console.sight.rewinding.rewind.surface != DESK


def test_the_page_of_memory_lists_first_of_what_less_is_held_and_says_why(past: Past) -> None:
    desk = past.desk
    past.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert any(isinstance(order, AskMemory) for order in past.orders)
    past.hear(MEMORY)
    page = desk.window.lower_panel.currentWidget()
    assert isinstance(page, MemoryPage)
    lines = [line.in_words() for line in page.list.lines.rows]
    assert [line.split(" · ")[-1] for line in lines[:2]] == ["room for 31 s", "not kept ready"]
    assert lines[2].endswith("58 s · 3.0 MB")
    with listening() as said:
        page.grab()
    assert any("2 have less" in one.text for one in said)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert desk.console.steering.camera_on(ALARM_TILE) == "C-3", "the first one is chosen as it comes"
