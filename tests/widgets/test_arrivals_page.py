"""The page of what arrives: each source with its two levels, its last messages, what was made of each and why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.excerpts import Excerpt
from console.explain.cases import Case
from tests.widgets.arriving import HEARD, SOURCES, Ears, heard, opened, page_of
from tests.widgets.desk import SITE, SMOKE, Desk, texts
from widgets.arrivals.page import ArrivalsPage
from widgets.command_line import CommandLine
from widgets.placing import ahead
from widgets.plan.panel import PlanPanel
from widgets.plan.situation import PointState

Key = Qt.Key


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp is not None
    desk = Desk(sources=SOURCES)
    yield desk
    desk.close()


def listed(page: ArrivalsPage) -> list[str]:
    return [arrived.message.topic for arrived in page.messages.lines.rows]


def choose(page: ArrivalsPage, topic: str, payload: bytes) -> None:
    """As a person does, with the keys."""
    found = next(a for a in page.messages.lines.rows if (a.message.topic, a.message.payload) == (topic, payload))
    page.messages.choose(str(found.number))


def test_every_source_stands_there_with_its_bridge_its_devices_and_its_dead_letters(desk: Desk) -> None:
    said = texts(opened(desk))
    assert {"z2m", "site", "zigbee2mqtt", "site rule"} <= set(said)
    assert "bridge up · 2 heard · 1 not heard yet" in said
    assert any(text.startswith("z2m · 5 message") and "1 refused: wrong character set" in text for text in said)


def test_the_last_messages_of_the_chosen_source_stand_newest_first_with_what_was_made_of_them(desk: Desk) -> None:
    page = opened(desk)
    assert listed(page) == [topic for topic, _ in reversed(HEARD) if topic.startswith("zigbee2mqtt")]
    said = texts(page)
    assert "Smoke: ALARM" in said
    assert "Smoke: normal, Battery: 99 %" in said
    assert "refused: wrong character set" in said
    page.sources.choose("site")
    assert listed(page) == ["site/panel-1/leakage_current"] * 2


def test_bytes_are_hex_and_no_password_is_painted(desk: Desk) -> None:
    said = texts(opened(desk))
    assert "40 40 01 ff" in said
    assert not any("hunter2" in text for text in said)


def test_a_refused_message_says_why_and_what_to_do(desk: Desk) -> None:
    page = opened(desk)
    page.sources.choose("site")
    choose(page, "site/panel-1/leakage_current", b'{"p": 31}')
    said = texts(page)
    assert any(text.startswith("refused: value missing") and "Correct the value expression" in text for text in said)


def test_an_understood_message_names_its_rule_and_what_it_changed(desk: Desk) -> None:
    page = opened(desk)
    choose(page, "zigbee2mqtt/0x02", b'{"smoke": true}')
    said = texts(page)
    assert "source z2m, decoder zigbee2mqtt" in said
    assert "Smoke: ALARM → Smoke: active" in said
    page.sources.choose("site")
    choose(page, "site/panel-1/leakage_current", b'{"v": 31}')
    assert "source site, decoder site rule · signal leakage_current from v" in texts(page)


def test_the_list_stands_still_while_a_message_is_read_and_says_how_many_wait(desk: Desk) -> None:
    page = opened(desk)
    choose(page, "zigbee2mqtt/0x01", b'{"smoke": false, "battery": 99}')
    before = listed(page)
    Ears(desk).hear("zigbee2mqtt/0x03", b'{"smoke": false}')
    page.look()
    assert listed(page) == before
    assert "Frozen, 1 newer" in texts(page)
    QTest.mouseClick(page.freeze, Qt.MouseButton.LeftButton)
    assert listed(page)[0] == "zigbee2mqtt/0x03"


def test_messages_can_be_narrowed_to_the_refused_and_by_words(desk: Desk) -> None:
    page = opened(desk)
    QTest.mouseClick(page.bad, Qt.MouseButton.LeftButton)
    assert listed(page) == ["zigbee2mqtt/0x02"]
    QTest.mouseClick(page.all, Qt.MouseButton.LeftButton)
    page.sought.setText("0x01")
    assert listed(page) == ["zigbee2mqtt/0x01"]


def test_a_message_is_copied_as_a_line_that_explain_reads(desk: Desk) -> None:
    page = opened(desk)
    choose(page, "zigbee2mqtt/0x02", b'{"smoke": true}')
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    message = Case.of(QApplication.clipboard().text(), 0).message
    assert (message.topic, message.payload) == ("zigbee2mqtt/0x02", b'{"smoke": true}')
    choose(page, "zigbee2mqtt/bridge/info", HEARD[4][1])
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert "hunter2" not in QApplication.clipboard().text()


def test_the_listed_messages_are_kept_as_a_file_of_such_lines_oldest_first(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordered: list[Excerpt] = []
    desk.console.exporting.connect(ordered.append)
    page = opened(desk)
    monkeypatch.setattr(
        page.saving, "ask", lambda _title, _name, ending, order: order(tmp_path / f"x.{ending}")
    )  # fmt: skip
    QTest.mouseClick(page.file, Qt.MouseButton.LeftButton)
    (excerpt,) = ordered
    lines = b"".join(excerpt.content()).decode().splitlines()
    topics = [topic for topic, _ in HEARD if topic.startswith("zigbee2mqtt")]
    assert [Case.of(line, 0).message.topic for line in lines] == topics
    assert (excerpt.what, excerpt.path.suffix) == ("arrivals", ".jsonl")


def test_a_lost_bridge_is_said_loudly_and_its_devices_are_lost_on_every_page(desk: Desk) -> None:
    ears = heard(desk)
    ears.hear("zigbee2mqtt/bridge/state", b'{"state": "offline"}')
    ears.hear("zigbee2mqtt/0x01/availability", b'{"state": "online"}')
    plan = desk.window.findChild(PlanPanel)
    assert plan is not None
    (point,) = (each for each in SITE.points if each.id == SMOKE)
    assert plan.situation.state(point) is PointState.LOST
    ears.hear("zigbee2mqtt/bridge/state", b'{"state": "online"}')
    assert plan.situation.state(point) is PointState.LOST
    ears.hear("zigbee2mqtt/0x01", b'{"smoke": false, "battery": 98}')
    assert plan.situation.state(point) is PointState.NORMAL
    ears.hear("zigbee2mqtt/bridge/state", b'{"state": "offline"}')
    QTest.keyClick(desk.window, Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    said = texts(page_of(desk))
    row = next(alarm for alarm in desk.console.alarms.rows() if alarm.kind == "availability")
    desk.window.table.reveal(row.id)  # its details are what is painted
    desk.settle()
    assert any("3 point" in text for text in desk.said())
    assert any(text.startswith("BRIDGE LOST since") and "3 lost with their bridge" in text for text in said)


def test_the_page_is_found_by_name_in_whatever_language(desk: Desk) -> None:
    line = desk.window.findChild(CommandLine)
    assert line is not None
    for word in ("arrivals", "消息来源", "What arr"):
        assert "What arrives" in [found.name for found in line.search(word)]


def test_a_closed_page_looks_at_nothing(desk: Desk) -> None:
    page = opened(desk)
    desk.press(Key.Key_F8)
    before = listed(page)
    Ears(desk).hear("zigbee2mqtt/0x03", b'{"smoke": false}')
    desk.settle()
    assert not page.isVisible()
    assert listed(page) == before


@pytest.mark.parametrize(("ms", "said"), [
    (-40, "0.0 s"), (0, "0.0 s"), (60, "+0.1 s"), (-500, "−0.5 s"), (-125_400, "−125 s"),
])  # fmt: skip
def test_a_clock_that_is_right_has_no_sign_and_one_that_is_late_a_minus(ms: int, said: str) -> None:
    assert ahead(ms) == said
