"""Banner and header: what shouts, what is quiet, what is counted, and that silence is never taken for safety."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from console.announce import CameraShown
from console.intake import Refused
from console.model import AlarmClass, Condition, LinkDown, LinkUp, PointId
from console.parse.rejects import Reject
from console.ports import CameraState
from tests.widgets.desk import CAMERAS, FAR_AWAY, FRAME_MS, LEAKAGE, SMOKE, Desk, pixels, said_by, texts
from widgets import lettering, shapes, theme
from widgets.latency import Delay, Latency

BATTERY = PointId("z2m/0x09#battery")


def ground(image: QImage) -> str:
    """The colour of most pixels."""
    colours, counts = np.unique(pixels(image).reshape(-1, 3), axis=0, return_counts=True)
    return "#" + "".join(f"{value:02x}" for value in colours[counts.argmax()])


def lamps(desk: Desk) -> dict[str, tuple[str, str]]:
    return {lamp.name: (lamp.state, lamp.word) for lamp in desk.window.header.lamps()}


# ---- banner ----


def test_the_quiet_banner_says_how_much_of_the_site_is_heard(desk: Desk) -> None:
    assert texts(desk.window.banner) == ["No fire, no hazard. 4 of 4 points heard, 6 of 6 cameras live."]
    assert ground(desk.window.banner.grab().toImage()) == theme.TOKENS["bg.panel"]


def test_messages_that_wait_at_the_broker_are_told_by_its_lamp_and_a_row(desk: Desk) -> None:
    desk.take(LinkUp("broker", "broker", desk.clock.now_ms()))
    desk.take(LinkDown("intake", "intake", "behind", desk.clock.now_ms()))
    assert lamps(desk)["Broker"] == ("part", "behind")
    assert any("Messages delayed" in text for text in texts(desk.window.table))
    desk.take(LinkUp("intake", "intake", desk.clock.now_ms()))
    assert lamps(desk)["Broker"] == ("up", "up")


def test_a_trouble_is_counted_in_the_quiet_banner(desk: Desk) -> None:
    desk.change(BATTERY, alarm_class=AlarmClass.TROUBLE)
    assert texts(desk.window.banner)[0].endswith("1 trouble in the table.")


def test_an_unacknowledged_alarm_makes_the_banner_solid(desk: Desk) -> None:
    desk.change(SMOKE)
    assert ground(desk.window.banner.grab().toImage()) == theme.TOKENS["alarm.urgent"]
    assert {"FIRE F · URGENT 1", "Smoke, Smoke detector hall east"} <= set(texts(desk.window.banner))


def test_an_acknowledged_alarm_leaves_an_outline_and_says_who_has_it(desk: Desk) -> None:
    desk.console.acknowledge(desk.change(SMOKE))
    image = desk.window.banner.grab().toImage()
    assert ground(image) == theme.TOKENS["tint.urgent"]
    assert image.pixelColor(0, 20).name() == image.pixelColor(900, 1).name() == theme.TOKENS["alarm.urgent"]
    assert any(text.endswith("acknowledged · Li, desk-1") for text in texts(desk.window.banner))


def test_the_banner_speaks_of_the_gravest_alarm(desk: Desk) -> None:
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert "HAZARD H · MED 3" in texts(desk.window.banner)
    desk.change(FAR_AWAY)
    assert "FIRE F · URGENT 1" in texts(desk.window.banner)


def test_what_nobody_has_seen_takes_the_banner_from_an_acknowledged_fire(desk: Desk) -> None:
    fire = desk.change(SMOKE)
    desk.console.acknowledge(fire)
    assert "FIRE F · URGENT 1" in texts(desk.window.banner)
    hazard = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert "HAZARD H · MED 3" in texts(desk.window.banner) and desk.window.table.selected() == hazard
    assert ground(desk.window.banner.grab().toImage()) == theme.TOKENS["alarm.medium"]
    desk.console.acknowledge(hazard)
    assert "FIRE F · URGENT 1" in texts(desk.window.banner)


def test_the_banner_counts_the_others_that_nobody_has_seen(desk: Desk) -> None:
    desk.change(SMOKE)
    desk.change(FAR_AWAY)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert any(text.startswith("2 more unacknowledged · ") for text in texts(desk.window.banner))


def test_a_press_on_the_banner_chooses_its_alarm(desk: Desk) -> None:
    alarm, other = desk.change(SMOKE), desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.window.table.choose(other)
    QTest.mouseClick(desk.window.banner, Qt.MouseButton.LeftButton, pos=QPoint(400, 20))
    assert desk.window.table.selected() == alarm


def test_without_the_broker_the_banner_never_says_that_there_is_no_fire(desk: Desk) -> None:
    desk.take(LinkDown("broker", "broker", "no_heartbeat", desk.clock.now_ms()))
    assert {"TROUBLE T · FAULT", "Broker lost, desk-1"} <= set(texts(desk.window.banner))
    assert ground(desk.window.banner.grab().toImage()) == theme.TOKENS["alarm.fault"]
    desk.press(Qt.Key.Key_F2)
    assert not any("No fire" in text for text in texts(desk.window.banner))
    desk.take(LinkUp("broker", "broker", desk.clock.now_ms()))
    assert texts(desk.window.banner)[0].startswith("No fire")


def test_before_anything_was_heard_nothing_is_claimed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    assert texts(desk.window.banner) == ["No point has been heard yet: nothing is known of the site."]


def test_before_the_broker_was_reached_the_banner_says_that_no_alarm_can_arrive(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(with_links=False)
    desk.hear_all()
    assert texts(desk.window.banner) == ["Not connected to the message broker: no alarm can arrive."]


def test_a_fire_stands_above_a_lost_broker(desk: Desk) -> None:
    desk.take(LinkDown("broker", "broker", "no_heartbeat", desk.clock.now_ms()))
    desk.change(SMOKE)
    assert "FIRE F · URGENT 1" in texts(desk.window.banner)


# ---- header ----


def counts(desk: Desk) -> dict[str, int]:
    said = texts(desk.window.header)
    labels = ("unack", "open", "shelved", "suppressed", "out of svc", "on test", "unknown")
    return {label: int(said[said.index(label) - 1]) for label in labels}


QUIET = {"unack": 0, "open": 0, "shelved": 0, "suppressed": 0, "out of svc": 0, "on test": 0, "unknown": 0}


def test_the_header_counts_what_is_owed_and_what_is_put_aside(desk: Desk) -> None:
    assert counts(desk) == QUIET
    first = desk.change(SMOKE)
    leak = desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    assert counts(desk) == {**QUIET, "unack": 2, "open": 2}
    desk.console.acknowledge(first)
    desk.console.alarming.shelve(leak, 30, "electrician is there")
    assert counts(desk) == {**QUIET, "open": 1, "shelved": 1}
    desk.change(SMOKE, Condition.UNKNOWN)
    until_ms = desk.clock.now_ms() + 3_600_000
    desk.console.alarming.take_out_of_service(LEAKAGE, "P-7", until_ms, "electrician")
    desk.console.alarming.put_on_test([FAR_AWAY], until_ms)
    assert counts(desk) == {**QUIET, "open": 1, "out of svc": 1, "on test": 1, "unknown": 1}


def test_refused_messages_are_counted_in_the_room_at_rest(desk: Desk) -> None:
    desk.window.details.refresh()
    assert "Every message since the start was understood." in texts(desk.window.details)
    last = type("Last", (), {"topic": "zigbee2mqtt/x"})()
    desk.take(Refused("z2m", Reject.BAD_JSON, 12, last))
    desk.window.details.refresh()
    said = texts(desk.window.details)
    at = said.index("Messages refused")
    assert said[at + 1] == "12" and {"broken JSON", "12"} <= set(said[at + 2 :])
    assert "Refused (broken JSON): zigbee2mqtt/x" in texts(desk.window.journal)


def test_the_symbol_of_the_worst_never_lies_under_its_count(desk: Desk) -> None:
    red = theme.TOKENS["alarm.urgent"]

    def painted() -> int:
        image = desk.window.header.grab().toImage()
        wanted = [int(red[i : i + 2], 16) for i in (1, 3, 5)]
        return int((pixels(image) == wanted).all(axis=2).any(axis=0).sum())

    widths = []
    for rounds in (1, 12, 130):
        while len(desk.console.alarms) < rounds:
            desk.change(PointId(f"z2m/n{len(desk.console.alarms)}#smoke"))
        widths.append(painted())
    assert widths[0] < widths[1] < widths[2]


@pytest.mark.parametrize("kind", ["broker", "store", "video"])
def test_each_link_lamp_goes_out_with_its_link_and_comes_back(desk: Desk, kind: str) -> None:
    name = kind.title()
    peer = {"store": "journal", "video": "drawn"}.get(kind, kind)
    assert lamps(desk)[name] == ("up", "up")
    desk.take(LinkDown(kind, peer, "died", desk.clock.now_ms()))
    state, word = lamps(desk)[name]
    assert state == "lost" and word.startswith("lost ")
    before = desk.window.header.grab().toImage()
    desk.take(LinkUp(kind, peer, desk.clock.now_ms()))
    assert lamps(desk)[name] == ("up", "up") and desk.window.header.grab().toImage() != before


def test_the_camera_lamp_tells_part_from_lost(desk: Desk) -> None:
    assert lamps(desk)["Cameras"] == ("up", "6/6")
    desk.drawn.darken(CAMERAS[0], CameraState.NO_SIGNAL)
    desk.take()
    assert lamps(desk)["Cameras"] == ("part", "5/6")
    for camera in CAMERAS:
        desk.drawn.darken(camera, CameraState.NO_SIGNAL)
    desk.take()
    assert lamps(desk)["Cameras"] == ("lost", "0/6")


def test_the_point_lamp_knows_silence_and_a_lost_broker(desk: Desk) -> None:
    assert lamps(desk)["Points"] == ("up", "4/4")
    desk.clock.advance(3_700_000)
    assert lamps(desk)["Points"] == ("lost", "0/4")
    desk.hear_all()
    assert lamps(desk)["Points"] == ("up", "4/4")
    desk.take(LinkDown("broker", "broker", "no_heartbeat", desk.clock.now_ms()))
    assert lamps(desk)["Points"] == ("lost", "0/4")


def test_a_link_nobody_uses_says_so(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(with_links=False)
    assert lamps(desk)["Broker"] == ("unused", "not used")


def test_the_lamps_look_different_in_every_state(desk: Desk) -> None:
    looks = set()
    for state in ("up", "part", "lost", "unused"):
        image = QImage(16, 16, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.black)
        painter = QPainter(image)
        shapes.lamp(painter, QRectF(0, 0, 16, 16), state)
        painter.end()
        looks.add(image.constBits().tobytes())
    assert len(looks) == 4


def test_the_clock_shows_the_sites_time_and_the_dot_beats_once_a_second(desk: Desk) -> None:
    said = texts(desk.window.header)
    local = desk.window._placing.local(desk.clock.now_ms())
    assert local.strftime("%H:%M:%S") in said and "UTC+08:00" in said and local.strftime("%Y-%m-%d") in said
    desk.clock.advance(1000 - desk.clock.now_ms() % 1000)
    bright = desk.window.header.grab().toImage().pixelColor(15, 28)
    desk.clock.advance(500)
    assert bright.name() == theme.TOKENS["text.hi"]
    assert desk.window.header.grab().toImage().pixelColor(15, 28).name() == theme.TOKENS["bg.panel"]


def test_a_press_on_a_count_opens_its_list_and_every_fire_stands_in_it(desk: Desk) -> None:
    fire, leak = desk.change(SMOKE), desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)
    desk.console.alarming.shelve(leak, 30, "electrician is there")
    header, rows = desk.window.header, desk.window.table.rows
    header.grab()
    boxes = {count.label: box for box, count in header._count_boxes}
    for label, listed in (("shelved", [fire, leak]), ("on test", [fire]), ("open", [fire])):
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=boxes[label].center())
        alarms = [rows.alarm(row) for row in range(rows.rowCount())]
        assert [alarm.id for alarm in alarms if alarm is not None] == listed
    QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=boxes["shelved"].center())
    desk.press(Qt.Key.Key_Escape)
    assert rows.rowCount() == 1


def test_the_header_tells_how_long_the_last_picture_took(desk: Desk) -> None:
    assert "— s" in texts(desk.window.header)
    desk.change(SMOKE)
    desk.pass_time(3 * FRAME_MS)
    seconds = desk.window.header.latency.delay().last
    assert seconds is not None and 0 < seconds < 1
    said = texts(desk.window.header)
    assert f"{seconds:.2f} s" in said and f"today p95 {seconds:.2f} s" in said


def test_an_alarm_from_before_the_restart_is_no_measure_of_this_console(desk: Desk) -> None:
    alarm = desk.alarm(desk.change(SMOKE))
    desk.clock.advance(1_000_000)
    latency = Latency(desk.console, desk.window.header._placing)
    shown = CameraShown(
        alarm=alarm.id,
        camera=CAMERAS[0],
        window="desk",
        tile="alarm",
        tier=1,
        reason="",
        source="memory",
        frame_age_ms=0,
    )
    desk.pass_time(3 * FRAME_MS)
    latency.on_camera_shown(shown)
    assert latency.delay() == Delay()


@pytest.mark.parametrize("waited_ms", [9_994, 43_456, 1_053_640, 90_000_000])
def test_a_long_wait_for_a_picture_fits_into_its_box(desk: Desk, waited_ms: int) -> None:
    header = desk.window.header
    header.latency._day = desk.window.header._placing.local(desk.clock.now_ms()).date()
    header.latency._seconds = [waited_ms / 1000]
    said = said_by(header)
    name = next(at for at, one in enumerate(said) if one.text == "alarm → picture")
    room = header._widths.latency - 24
    assert lettering.width("note", said[name].text) + lettering.width("body.strong", said[name + 1].text) + 8 <= room
    assert said[name + 2].is_whole


def test_in_a_narrow_window_second_lines_and_latency_leave_and_no_count_or_lamp(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(size=(1366, 768))
    said = set(texts(desk.window.header))
    assert {*QUIET, "Broker", "Audio", "Points", "desk-1"} <= said
    assert not {"alarm → picture", "UTC+08:00"} & said


def test_who_sits_where_is_said(desk: Desk) -> None:
    assert {"desk-1", "Li · no sign-in"} <= set(texts(desk.window.header))


def test_counts_of_a_flood_stand_whole_and_apart(desk: Desk) -> None:
    for number in range(120):
        desk.change(PointId(f"z2m/0x{number:03x}#battery"), alarm_class=AlarmClass.TROUBLE)
    desk.settle()
    said = texts(desk.window.header)
    assert said.count("120") == 2  # not acknowledged, open: no digit is left out
