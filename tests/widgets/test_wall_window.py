"""A wall window: tiles of the chosen layout, the alarm region over them, and everything back as it was after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest

from console.announce import Announcement, CameraShown
from console.model import CameraId, Quality
from console.ports import CameraState, Video
from console.wall import ALARM_TILE, TileId, Zoom, tile_id
from tests.widgets.desk import CAMERAS, EARS, FAR_AWAY, SECOND, SMOKE, Handed, heard, listening, pixels, run_events
from tests.widgets.wall import WALL_1, Room, centre, colour_at, drag, hand, said_by, tile
from widgets.canvas import Canvas
from widgets.tile import foot, letterbox
from widgets.wall.gestures import CAMERA_MIME

RED, BLUE, GREEN = (200, 40, 40), (40, 40, 200), (40, 160, 40)
OpenRoom = Callable[..., Room]

pytestmark = pytest.mark.usefixtures("languages")


@pytest.fixture
def open_room() -> Iterator[OpenRoom]:
    rooms: list[Room] = []

    def opened(video: Video | None = None) -> Room:
        rooms.append(Room(video))
        return rooms[-1]

    yield opened
    for room in rooms:
        room.close()
    EARS.clear()


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    return open_room()


def shown(canvas: Canvas) -> dict[str, CameraId | None]:
    """Camera of every visible tile."""
    places = (canvas.place(name) for name in canvas.names())
    return {place.name: place.camera for place in places if place.rect.isValid()}


# ---- tiles ----


@pytest.mark.parametrize("layout", ["1", "4", "6", "8", "9", "12", "16", "25", "36", "64"])
def test_every_layout_fills_the_window_without_overlap(room: Room, layout: str) -> None:
    wall = room.wall(layout)
    rects = [wall.canvas.place(name).rect for name in wall.canvas.names()]
    assert len(rects) == int(layout)
    assert not any(one.intersects(other) for i, one in enumerate(rects) for other in rects[:i])
    assert sum(rect.width() * rect.height() for rect in rects) > 0.97 * wall.width() * wall.height()


def test_another_layout_keeps_the_pictures_that_stay(open_room: OpenRoom, handed: Handed) -> None:
    room = open_room(handed)
    wall = room.wall("4")
    hand(room, handed, wall.canvas, tile(1), RED)
    room.console.steering.set_layout(WALL_1, "16")
    room.settle()
    assert colour_at(wall.canvas, tile(1)) == "#c82828"


def test_the_old_picture_stays_until_the_first_frame_of_the_next_page(open_room: OpenRoom, handed: Handed) -> None:
    room = open_room(handed)
    wall = room.wall("4")
    hand(room, handed, wall.canvas, tile(1), RED)
    room.console.steering.turn_page(WALL_1, 1)
    room.settle()
    assert wall.canvas.place(tile(1)).camera == CAMERAS[4] and colour_at(wall.canvas, tile(1)) == "#c82828"
    assert "1" in said_by(wall.canvas) and "→ 5 · live" in said_by(wall.canvas)
    hand(room, handed, wall.canvas, tile(1), BLUE, 2)
    assert colour_at(wall.canvas, tile(1)) == "#2828c8"


def test_a_hidden_wall_asks_for_no_picture_and_gives_its_slots_back(open_room: OpenRoom, handed: Handed) -> None:
    room = open_room(handed)
    wall = room.wall("4")
    assert room.slots.taken == 4
    wall.hide()
    assert room.slots.taken == 0 and set(handed.shown.values()) == {None}
    wall.show()
    room.settle()
    assert room.slots.taken == 4 and list(handed.shown.values()) == list(CAMERAS[:4])


def test_two_windows_never_share_a_slot(room: Room) -> None:
    wall, panel = room.wall("4"), room.panel()
    used = [canvas.place(name).slot for canvas in (wall.canvas, panel.canvas) for name in canvas.names()]
    taken = [slot for slot in used if slot is not None]
    assert len(set(taken)) == len(taken) == room.slots.taken


def test_full_screen_shows_one_tile_alone_and_gives_the_others_back(room: Room) -> None:
    wall = room.wall("4")
    before = shown(wall.canvas)
    QTest.mouseDClick(wall.canvas, Qt.MouseButton.LeftButton, pos=centre(wall.canvas, 2))
    room.settle()
    assert shown(wall.canvas) == {tile(2): CAMERAS[1]}
    assert wall.canvas.place(tile(2)).rect == wall.canvas.rect() and room.slots.taken == 1
    QTest.mouseDClick(wall.canvas, Qt.MouseButton.LeftButton, pos=wall.canvas.rect().center())
    room.settle()
    assert shown(wall.canvas) == before


def test_a_large_tile_takes_the_main_stream_and_a_small_one_the_other(room: Room) -> None:
    wall = room.wall("1", (1920, 1080))
    room.pass_time(6_000)
    asked = wall.canvas.place(tile(1)).asked
    assert asked is not None and asked[1] is Quality.MAIN
    room.console.steering.set_layout(WALL_1, "64")
    room.pass_time(12_000)
    asked = wall.canvas.place(tile(1)).asked
    assert asked is not None and asked[1] is Quality.SUB


def test_the_clock_is_always_there(room: Room) -> None:
    wall = room.wall("16")
    now = wall.tiles._placing.clock(room.clock.now_ms())
    assert now in said_by(wall)
    room.fire()
    assert now in said_by(wall)


def test_a_tile_leaves_the_foot_of_its_picture_as_the_camera_sent_it(open_room: OpenRoom, handed: Handed) -> None:
    room = open_room(handed)
    wall = room.wall("4")
    for n in range(1, 5):
        hand(room, handed, wall.canvas, tile(n), RED)
    painted = pixels(wall.grab().toImage())
    for n in range(1, 5):
        rect = wall.canvas.place(tile(n)).rect
        foot = painted[rect.bottom() - rect.height() * 3 // 100 : rect.bottom() + 1, rect.left() : rect.right() + 1]
        assert (foot == RED).all()


def test_far_readers_get_larger_letters_and_small_tiles_the_number_alone(room: Room) -> None:
    wall = room.wall("4", reader_m=1.0)
    assert "Camera 1" in said_by(wall.canvas)
    near = wall.px
    room.console.steering.set_layout(WALL_1, "64")
    far = room.wall("64", reader_m=6.0)
    room.pass_time(200)
    assert far.px > near
    said = said_by(far.canvas)
    assert "1" in said and "Camera 1" not in said


# ---- alarm region ----


def test_one_alarm_takes_the_region_with_its_picture_reason_next_best_and_clock(room: Room) -> None:
    wall = room.wall("4")
    room.fire()
    room.pass_time(300)
    names = shown(wall.canvas)
    assert names["region/1"] == CAMERAS[0] and "next/1" in names and tile(1) not in names
    said = said_by(wall)
    assert {"FIRE", "Smoke, Smoke detector hall east", "1", "Camera 1"} <= set(said)
    assert any(text.startswith("sees it · ") for text in said)
    assert "nobody has it yet" in said and any("not acknowledged" in text for text in said)


def test_the_response_clocks_run_beside_the_picture_and_turn_red_when_they_have_run_out(room: Room) -> None:
    wall = room.wall(size=(1920, 1080), reader_m=2.0)
    alarm = room.fire()
    room.settle()
    room.clock.advance(16_000)
    wall.on_beat()
    assert wall.clocks.isVisible() and {"0:44", "2:44", "4:44", "of 1:00"} <= set(said_by(wall.clocks))
    room.clock.advance(60_000)
    wall.on_beat()
    assert [face.is_breached for face in wall.clocks.faces] == [True, False, False]
    room.console.dispatching.open_from(alarm)
    room.console.acknowledge(alarm)
    room.clock.advance(1_000)
    wall.on_beat()
    assert {"+0:17", "1:43", "3:43"} <= set(said_by(wall.clocks))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160), (1280, 720)], ids=str)
def test_on_the_wall_no_clock_is_cut_for_the_farthest_reader(room: Room, size: tuple[int, int]) -> None:
    wall = room.wall(size=size, reader_m=4.0)
    room.fire()
    room.settle()
    with listening() as said:
        wall.clocks.grab()
    assert len(said) == 9 and [one.text for one in said if not one.is_whole] == []


def test_with_one_wall_screen_the_region_is_its_right_half(room: Room) -> None:
    wall = room.wall("4", is_alarm_screen=False)
    room.fire()
    assert wall.canvas.place("region/1").rect.left() >= wall.width() // 2
    assert {tile(1), tile(3)} <= set(shown(wall.canvas)) and tile(2) not in shown(wall.canvas)


def test_a_wall_without_a_region_goes_on_as_before(room: Room) -> None:
    wall = room.wall("4", has_region=False)
    before = shown(wall.canvas)
    room.fire()
    assert shown(wall.canvas) == before


def test_two_alarms_have_a_cell_each_and_the_first_keeps_its_own(room: Room) -> None:
    wall = room.wall("4")
    room.fire(SMOKE)
    room.fire(FAR_AWAY)
    room.pass_time(300)
    names = shown(wall.canvas)
    assert list(names) == [f"region/{n}" for n in range(1, 5)] and names["region/1"] == CAMERAS[0]
    said = said_by(wall)
    assert "FIRE ×2" in said and "No camera covers this detector" in said
    assert any("Smoke detector far away" in text for text in said)


def test_escape_gives_back_exactly_what_was_there(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.put(tile(3), CAMERAS[5])
    room.console.steering.zoom(tile(1), Zoom(0.2, 0.2, 0.5))
    room.settle()
    before, zooms = shown(wall.canvas), wall.canvas.surface.zooms
    alarm = room.fire()
    room.console.acknowledge(alarm)
    room.console.seeing.wall.restore()
    room.settle()
    assert shown(wall.canvas) == before and wall.canvas.surface.zooms == zooms and not wall.band.isVisible()


def test_acknowledged_the_band_is_a_tint_that_says_who_has_it(room: Room) -> None:
    wall = room.wall("4")
    alarm = room.fire()
    loud = wall.band.grab().toImage().pixelColor(300, 8).name()
    room.console.acknowledge(alarm)
    room.settle()
    assert loud == "#ff4b3e" and wall.band.grab().toImage().pixelColor(300, 8).name() == "#34191a"
    said = said_by(wall)
    assert "Li, desk-1 has it" in said and any("Li, desk-1 at " in text for text in said)


def reported(told: Announcement) -> tuple[str, str, str, str]:
    """Alarm, window, tile and camera of a picture that was reported."""
    assert isinstance(told, CameraShown)
    return told.alarm, told.window, told.tile, told.camera


def test_the_walls_picture_of_an_alarm_is_reported_once_with_its_own_window(room: Room) -> None:
    told = heard(room.console, CameraShown)
    room.wall("4")
    alarm = room.fire()
    room.pass_time(600)
    assert [reported(one) for one in told] == [(alarm, "wall-1", "region/1", CAMERAS[0])]


def test_a_second_detector_of_the_zone_is_reported_too(room: Room) -> None:
    told = heard(room.console, CameraShown)
    room.wall("4")
    first = room.fire(SMOKE)
    room.pass_time(300)
    second = room.fire(SECOND)
    room.pass_time(300)
    assert [reported(one)[0] for one in told] == [first, second]


# ---- hands and keys ----


def test_a_click_selects_and_the_edge_shows_it(room: Room) -> None:
    wall = room.wall("4")
    QTest.mouseClick(wall.canvas, Qt.MouseButton.LeftButton, pos=centre(wall.canvas, 3))
    assert room.console.steering.selected == tile(3)


def test_a_tile_dragged_onto_another_changes_places_with_it(room: Room) -> None:
    wall = room.wall("4")
    drag(wall.canvas, centre(wall.canvas, 1), centre(wall.canvas, 4))
    room.settle()
    assert [shown(wall.canvas)[tile(n)] for n in (1, 4)] == [CAMERAS[3], CAMERAS[0]]


def drop(canvas: Canvas, at: QPoint, camera: bytes) -> None:
    """A camera is carried in from another panel and let go."""
    data, button, keys = QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data.setData(CAMERA_MIME, camera)
    QCoreApplication.sendEvent(canvas, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, button, keys))
    QCoreApplication.sendEvent(canvas, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, button, keys))


def test_a_camera_dropped_from_elsewhere_goes_into_the_tile(room: Room) -> None:
    wall = room.wall("4")
    drop(wall.canvas, centre(wall.canvas, 2), str(CAMERAS[5]).encode())
    assert shown(wall.canvas)[tile(2)] == CAMERAS[5]


def test_a_drop_of_something_unknown_changes_nothing(room: Room) -> None:
    wall = room.wall("4")
    before = shown(wall.canvas)
    drop(wall.canvas, centre(wall.canvas, 2), b"C-none")
    assert shown(wall.canvas) == before


def wheel(canvas: Canvas, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(canvas, event)


def test_the_wheel_zooms_about_the_pointer_and_back_again(open_room: OpenRoom, handed: Handed) -> None:
    room = open_room(handed)
    wall = room.wall("4")
    hand(room, handed, wall.canvas, tile(1), RED)
    rect = wall.canvas.place(tile(1)).rect
    at = QPoint(rect.x() + rect.width() * 3 // 4, rect.y() + rect.height() // 2)
    wheel(wall.canvas, at, 3)
    zoom = wall.canvas.surface.zooms[tile(1)]
    assert abs(zoom.x + 0.75 * zoom.w - 0.75) < 0.01 and abs(zoom.y + 0.5 * zoom.w - 0.5) < 0.01
    room.settle()
    assert f"{zoom.factor:.1f}×" in said_by(wall.canvas)
    wheel(wall.canvas, at, -3)
    assert tile(1) not in wall.canvas.surface.zooms


def test_a_zoomed_tile_shows_that_part_of_the_picture_and_follows_the_hand(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.zoom(tile(1), Zoom(0.25, 0.25, 0.5))
    start = centre(wall.canvas, 1)
    drag(wall.canvas, start, start + QPoint(64, 0))
    assert wall.canvas.surface.zooms[tile(1)].x < 0.25
    assert shown(wall.canvas)[tile(1)] == CAMERAS[0]


def test_the_middle_button_and_delete_empty_a_tile(room: Room) -> None:
    wall = room.wall("4")
    QTest.mouseClick(wall.canvas, Qt.MouseButton.MiddleButton, pos=centre(wall.canvas, 2))
    room.console.steering.select(tile(3))
    QTest.keyClick(wall, Qt.Key.Key_Delete)
    assert shown(wall.canvas)[tile(2)] is None and shown(wall.canvas)[tile(3)] is None
    assert "2 · no camera" in said_by(wall.canvas)


def test_camera_numbers_can_be_typed_at_the_wall(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.select(tile(2))
    QTest.keyClicks(wall, "6")
    assert "Camera 6▏" in said_by(wall)
    QTest.keyClick(wall, Qt.Key.Key_Return)
    QTest.keyClicks(wall, "5*4")
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert [shown(wall.canvas)[tile(n)] for n in (2, 4)] == [CAMERAS[5], CAMERAS[4]]


def test_a_number_that_no_camera_has_is_refused_in_words_and_escape_clears_it(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.select(tile(2))
    before = shown(wall.canvas)
    QTest.keyClicks(wall, "99")
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert any(text.startswith("99: ") for text in said_by(wall))
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert wall.entry.isHidden() and shown(wall.canvas) == before


def test_the_arrows_move_the_selection_and_the_page_keys_turn_the_page(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.select(tile(1))
    QTest.keyClick(wall, Qt.Key.Key_Right)
    QTest.keyClick(wall, Qt.Key.Key_Down)
    assert room.console.steering.selected == tile(4)
    QTest.keyClick(wall, Qt.Key.Key_PageDown)
    assert shown(wall.canvas)[tile(1)] == CAMERAS[4]


def test_the_pointer_holds_its_tile_and_lets_go_when_it_leaves(room: Room) -> None:
    wall = room.wall("4")
    holds = room.console.seeing.wall._holds
    QTest.mouseMove(wall.canvas, centre(wall.canvas, 2))
    assert holds.is_held(tile(2))
    QTest.mouseMove(wall.canvas, centre(wall.canvas, 3))
    assert not holds.is_held(tile(2)) and holds.is_held(tile(3))


# ---- in words ----


def test_every_tile_is_there_in_words_for_those_who_cannot_see_it(room: Room) -> None:
    wall = room.wall("4")
    room.pass_time(300)
    lines = wall.canvas.described()
    assert lines[0] == f"{tile(1)}: 1 · Camera 1 · LIVE" and len(lines) == 4
    room.drawn.darken(CAMERAS[0], CameraState.WRONG_PASSWORD)
    room.take()
    room.pass_time(2_000)
    assert wall.canvas.described()[0].startswith(f"{tile(1)}: 1 · Camera 1 · NOT LIVE")
    assert "Watchroom desk-1, wall-1" in wall.canvas.accessibleName()


def test_a_screen_reader_is_given_the_tiles_in_words(room: Room) -> None:
    QAccessible.setActive(True)
    wall = room.wall("4")
    room.pass_time(1_200)
    QAccessible.setActive(False)
    assert wall.canvas.accessibleDescription().startswith(f"{tile(1)}: 1 · Camera 1 · LIVE")


def test_a_minimised_wall_asks_for_no_picture(room: Room) -> None:
    wall = room.wall("4")
    wall.showMinimized()
    assert room.slots.taken == 0
    wall.showNormal()
    room.settle()
    assert room.slots.taken == 4


def test_a_wall_that_was_closed_is_asked_nothing_any_more(room: Room) -> None:
    wall = room.wall("1", (640, 480))
    wall.resize(1920, 1080)
    room.settle()
    room.close()
    room.clock.advance(10_000)
    room.clock.run_due()
    assert room.slots.taken == 0


def test_a_number_typed_at_a_wall_is_meant_for_this_wall(room: Room) -> None:
    wall = room.wall("4")
    room.console.steering.select(ALARM_TILE)
    QTest.keyClicks(wall, "4*3")
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert wall.canvas.place(tile_id(WALL_1, 3)).camera == CAMERAS[3]


def test_the_clock_stands_clear_of_the_foot_of_a_picture_that_does_not_fill_its_tile(
    open_room: OpenRoom, handed: Handed
) -> None:
    room = open_room(handed)
    wall = room.wall("12", (1920, 1080))
    last = max(wall.canvas.names(), key=lambda name: wall.canvas.place(name).rect.bottomRight().toTuple()[::-1])
    camera = room.console.steering.surface(WALL_1).tiles.get(TileId(last))
    if camera is None:
        room.console.steering.put(TileId(last), CAMERAS[0])
        room.settle()
    hand(room, handed, wall.canvas, last, (200, 40, 40))
    place = wall.canvas.place(last)
    assert place.shot is not None
    picture = letterbox(place.rect, place.shot.image.size())
    room.pass_time(1_100)
    wall.on_beat()
    assert wall.corner.isVisible() and wall.corner.geometry().bottom() <= picture.bottom() - foot(picture)


def test_the_owner_beside_an_alarm_is_whole_when_there_is_no_room_for_all_lines(room: Room) -> None:
    wall = room.wall("4", (1920, 1080), reader_m=4.0)
    room.fire()
    wall.block.resize(wall.block.width(), round(wall.px * 1.8) * 5 // 4 + round(wall.px * 1.4) + wall.px // 2)
    drawn = said_by(wall.block)
    assert "nobody has it yet" in drawn and not [text for text in drawn if "cameras" in text]


def test_a_place_that_goes_right_after_its_first_picture_is_reported_by_nobody(
    open_room: OpenRoom, handed: Handed
) -> None:
    room = open_room(handed)
    canvas = room.wall("4").canvas
    told: list[str] = []
    canvas.first_painted.connect(lambda name, _shot: told.append(name))
    name = f"{WALL_1}/1"
    slot, camera = canvas.place(name).slot, canvas.place(name).camera
    assert slot is not None and camera is not None
    handed.hand(slot, camera, 1, room.clock.monotonic_ns(), (9, 9, 9))
    canvas.on_frame_time()
    canvas.grab()
    canvas.keep_places(())
    run_events()
    assert told == []
