"""Pictures for another position's wall: offered only where there is one, sent by menu or command line, told to both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.remote import Outcome, What
from tests.widgets.desk import CAMERAS, Desk, Handed, listening
from tests.widgets.sending_walls import answers, has_wall, sends
from tests.widgets.wall import WALL_1, Room, hand, said_by, tile
from widgets.application import Languages
from widgets.remote.mark import STANDS_MS


def texts(desk: Desk) -> list[str]:
    menu = desk.window.wall.bar._remote.menu(desk.window.wall.surface, desk.window.wall.bar)
    (wall,) = menu.actions()
    assert wall.text() == "desk-2 · Wall 1"
    return [action.text() for action in wall.menu().actions() if action.text()]


def test_send_to_is_there_only_while_somebody_has_a_wall_and_whoever_sits_here_may(desk: Desk) -> None:
    desk.window.lower_panel.show_page("wall")
    desk.settle()
    bar = desk.window.wall.bar
    assert not bar.send.isVisible()
    has_wall(desk.console)
    desk.settle()
    assert bar.send.isVisible() and bar.send.text() == "Send ▾"
    assert texts(desk)[:3] == ["1 Camera 1", "1 Camera 1 onto tile", "All that is shown here (4 tiles)"]


def test_what_the_menu_sends_is_told_in_the_journal_and_a_refusal_under_the_banner_too(desk: Desk) -> None:
    has_wall(desk.console)
    desk.window.lower_panel.show_page("wall")
    menu = desk.window.wall.bar._remote.menu(desk.window.wall.surface, desk.window.wall.bar)
    first = menu.actions()[0].menu().actions()[0]
    first.trigger()
    (sending,) = desk.console.sight.remote.sent()
    assert sending.order is not None
    assert (sending.order.to, sending.order.camera, sending.outcome) == ("desk-2", CAMERAS[0], Outcome.WAITING)
    answers(desk.console, sending)
    desk.settle()
    assert "Shown on desk-2 · Wall 1: 1 Camera 1" in said_by(desk.window.journal)
    assert desk.window.notices.shown() == ""
    first.trigger()
    answers(desk.console, desk.console.sight.remote.sent()[0], "tile_in_use")
    assert desk.window.notices.shown() == (
        "Not shown on desk-2 · Wall 1: 1 Camera 1 (Somebody is using that tile)"
    )  # fmt: skip


def test_the_command_line_sends_a_camera_to_a_tile_and_all_of_a_salvo(desk: Desk) -> None:
    has_wall(desk.console)
    desk.console.steering.save_salvo("Gates", desk.window.wall.surface)
    line = desk.window.header.command_line
    for typed, what, place in (("3*2 @desk", What.CAMERA, 2), ("4@", What.CAMERA, 0), ("gat @desk-2/1", What.SALVO, 0)):
        QTest.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        order = desk.console.sight.remote.sent()[0].order
        assert order is not None and (order.to, order.surface, order.what, order.place) == (
            "desk-2", "wall-1", what, place,
        )  # fmt: skip


def test_the_timeline_of_the_incident_says_what_was_sent_where(desk: Desk) -> None:
    has_wall(desk.console)
    desk.change()
    desk.press(Qt.Key.Key_F5)
    (incident,) = desk.console.dispatching.incidents()
    remote = desk.console.sight.remote
    remote.send_camera("desk-2", WALL_1, CAMERAS[2])
    remote.send_layout("desk-2", WALL_1, "9")
    words = desk.window.dispatch._lines.entries(incident)
    assert [entry.text for entry in words][-2:] == [
        "Sent to the wall desk-2 · wall-1: 3 Camera 3", "Sent to the wall desk-2 · wall-1: 9",
    ]  # fmt: skip


def test_nothing_is_found_for_a_wall_nobody_has(desk: Desk) -> None:
    assert desk.window.header.command_line.search("3 @desk-2") == ()
    has_wall(desk.console)
    assert desk.window.header.command_line.search("3 @desk-2/2") == ()
    assert [found.key for found in desk.window.header.command_line.search("3 @desk-2")] == ["3@desk-2/wall-1"]


def test_the_desk_whose_wall_was_changed_is_told_by_whom(desk: Desk) -> None:
    desk.console.steering.open(WALL_1, "4")
    sends(desk.console, CAMERAS[2], 1)
    assert desk.window.notices.shown() == "Li, desk-2 put 3 Camera 3 on Wall 1"
    desk.settle()
    assert "Li, desk-2 put 3 Camera 3 on Wall 1" in said_by(desk.window.journal)
    sends_again = desk.clock.now_ms() + 5
    desk.clock.advance(5)
    assert desk.clock.now_ms() == sends_again
    desk.console.seeing.wall.pin_tile(tile(1), on=True)
    sends(desk.console, CAMERAS[3], 1)
    desk.settle()
    assert "Li, desk-2 wanted 4 Camera 4 on Wall 1: refused (Somebody is using that tile)" in said_by(
        desk.window.journal
    )


def test_the_wall_says_on_the_tile_who_put_it_there_for_a_minute_and_hides_nothing_by_it(
    languages: Languages, handed: Handed
) -> None:
    room = Room(handed)
    wall = room.wall("4")
    sends(room.console, CAMERAS[2], 2)
    with listening() as painted:
        hand(room, handed, wall.canvas, tile(2), (0, 0, 200))
        room.pass_time(300)
    view = wall.tiles.describe(wall.canvas.place(tile(2)))
    assert view.reason.startswith("← Li, desk-2 · ") and view.number == "3"
    assert view.reason in [one.text for one in painted]
    assert "LIVE" in said_by(wall.canvas)
    assert wall.tiles.describe(wall.canvas.place(tile(1))).reason == ""
    room.clock.advance(STANDS_MS + 1)
    assert wall.tiles.describe(wall.canvas.place(tile(2))).reason == ""
    room.close()


def test_what_somebody_here_puts_in_its_place_is_not_the_other_ones(languages: Languages) -> None:
    room = Room()
    wall = room.wall("4")
    sends(room.console, CAMERAS[2], 2)
    room.console.steering.put(tile(2), CAMERAS[3])
    room.settle()
    assert "Li" not in wall.tiles.describe(wall.canvas.place(tile(2))).reason
    room.close()
