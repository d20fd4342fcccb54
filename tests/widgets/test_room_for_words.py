"""Every word an operator acts on has its room: in three languages, at three sizes, and 40 % longer than in English."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel

from console.alarms import Shown
from console.model import AlarmClass, Condition, LinkDown, PointId
from console.ports import CameraState
from tests.widgets import casekeeping
from tests.widgets.desk import (
    CAMERAS,
    FAR_AWAY,
    FRAME_MS,
    LEAKAGE,
    SECOND,
    SMOKE,
    Desk,
    Said,
    listening,
    said_by,
    texts,
)
from widgets.dispatch.clock_strip import ClockStrip
from widgets.dispatch.entries import ClockFace
from widgets.words import Words

SIZES = [(1366, 768), (1920, 1080), (2560, 1440)]
LANGUAGES = ["en", "zh_CN", "zh_TW"]
OpenDesk = Callable[..., Desk]


def trouble_everywhere(desk: Desk) -> None:
    """A dozen alarms in every state, every link lost, one camera frozen, one without a picture."""
    desk.hear_all()
    desk.change(SMOKE)
    desk.console.acknowledge(desk.change(SECOND))
    desk.clear(SECOND)
    desk.change(FAR_AWAY)
    desk.clear(FAR_AWAY)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=340.0, unit="mA")
    desk.change(LEAKAGE, Condition.UNKNOWN, AlarmClass.HAZARD)
    for n, alarm_class in enumerate(AlarmClass):
        desk.change(PointId(f"z2m/0x{n}9#battery"), alarm_class=alarm_class)
    desk.console.acknowledge(desk.change(PointId("z2m/0x99#pre_alarm"), alarm_class=AlarmClass.PRE))
    for kind in ("broker", "store", "video"):
        desk.take(LinkDown(kind, {"store": "journal", "video": "drawn"}.get(kind, kind), "died", desk.clock.now_ms()))
    desk.pass_time(3 * FRAME_MS)
    desk.drawn.darken(CAMERAS[1], CameraState.NO_SIGNAL)
    desk.drawn.darken(CAMERAS[0], CameraState.NO_SIGNAL)
    desk.take()
    desk.pass_time(2_100)


def painted(desk: Desk) -> list[Said]:
    desk.window.table.paint_anew()  # rows that were printed say nothing
    with listening() as said:
        desk.window.grab()
    return said


def must_be_whole(desk: Desk) -> set[str]:
    """What an operator acts on; tails of a state (its age, "not saved yet") belong to it."""
    words = Words()
    header = desk.window.header
    return {
        *(words.heading(code, priority) for code in AlarmClass for priority in range(5)),
        *(words.priority(priority) for priority in range(5)),
        *(words.shown(state) for state in Shown), *(words.row_state(state) for state in Shown),
        *(word for lamp in header.lamps() for word in (lamp.name, lamp.word)),
        *(count.label for count in header.counts.all()),
        words.live(), words.not_live(), *(words.camera_state(state) for state in CameraState),
        *(code.value for code in AlarmClass),
    }  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_an_operator_acts_on_is_cut(open_desk: OpenDesk, language: str, size: tuple[int, int]) -> None:
    desk = open_desk(language=language, size=size)
    trouble_everywhere(desk)
    whole = must_be_whole(desk)
    said = painted(desk)
    cut = [one for one in said if not one.is_whole and _stem(one.text, whole)]
    assert cut == []
    assert len({one.text for one in said if one.text in whole}) >= 18
    digits = [one for one in said if re.fullmatch(r"[\d:/+.,·×s \-]+", one.text)]
    assert len(digits) > 15 and all(one.is_whole for one in digits)


def _stem(text: str, whole: set[str]) -> bool:
    return text in whole or re.sub(r"( [\d:]+( s| h \d+ min)?)?( \*)?$", "", text) in whole


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_happened_and_the_head_of_every_panel_are_whole(
    open_desk: OpenDesk, language: str, size: tuple[int, int]
) -> None:
    desk = open_desk(language=language, size=size)
    trouble_everywhere(desk)
    words = Words()
    kinds = {words.kind(kind) for kind in ("smoke", "pre_alarm", "battery", "broker", "store", "video")}
    heads = {desk.window.alarms.head.counts(), *(name for name, _ in desk.window.ledger._cells(None))}
    cut = [one.text for one in painted(desk) if not one.is_whole and one.text in kinds | heads]
    assert cut == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_holds_its_text(open_desk: OpenDesk, language: str, size: tuple[int, int]) -> None:
    desk = open_desk(language=language, size=size)
    trouble_everywhere(desk)
    assert _too_narrow(desk) == []


def _too_narrow(desk: Desk) -> list[str]:
    buttons = desk.window.findChildren(QAbstractButton)
    narrow = [b.text() for b in buttons if b.isVisible() and b.text() and b.width() < b.sizeHint().width()]
    labels = [label for label in desk.window.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
    return narrow + [label.text() for label in labels if label.width() < label.sizeHint().width()]


class Longer(QTranslator):
    """Every text in brackets and 40 % longer."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"[{source}{'~' * math.ceil(len(source) * 0.4)}]"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer(open_desk: OpenDesk) -> Iterator[OpenDesk]:
    """Opens desks in that language."""
    translator = Longer()

    def opened(**how: object) -> Desk:
        desk = open_desk(**how)
        QCoreApplication.installTranslator(translator)
        return desk

    yield opened
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_text_is_written_into_the_code(longer: OpenDesk, size: tuple[int, int]) -> None:
    desk = longer(size=size)
    trouble_everywhere(desk)
    desk.settle()
    named = re.compile(r"Camera|Smoke detector|hall|east|west|far away|Panel|Test park|panel|desk|UTC|min")
    bare = [named.sub("", _without_brackets(text)) for text in desk.said()]
    assert [text for text in bare if re.search(r"[A-Za-z]{3}", text)] == []


def _without_brackets(text: str) -> str:
    """What no translation stands for, the innermost taken out first."""
    while (shorter := re.sub(r"\[[^\[\]]*\]", "", text)) != text:
        text = shorter
    return text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_buttons_hold_a_longer_language_too(longer: OpenDesk, size: tuple[int, int]) -> None:
    desk = longer(size=size)
    trouble_everywhere(desk)
    desk.settle()
    texts = [button.text() for button in desk.window.findChildren(QAbstractButton)]
    texts = [text for text in texts if re.search(r"[^\W\d]{3}", text)]
    assert len(texts) >= 5 and all("[" in text and "~]" in text for text in texts)
    assert _too_narrow(desk) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_time_a_closed_incident_was_opened_is_whole(open_desk: OpenDesk, language: str) -> None:
    page, _ = casekeeping.found(open_desk(language=language, size=(1920, 1080)))
    opened_at = [one for one in said_by(page.list) if re.match(r"\d{4}-\d\d-\d\d", one.text)]
    assert len(opened_at) == 2 and all(one.is_whole for one in opened_at)


def test_what_follows_when_nobody_verifies_is_said_whole_in_a_narrow_column(open_desk: OpenDesk) -> None:
    for size in SIZES:
        desk = open_desk(size=size)
        desk.change(SMOKE)
        (told,) = [one for one in painted(desk) if one.text.startswith("at 0:00 it counts as real")]
        assert told.is_whole


def test_who_stopped_a_clock_is_named_where_there_is_no_room_to_say_that_it_is_done() -> None:
    strip = ClockStrip()
    strip.show_faces([ClockFace("0:12", "1:00", "accepted", "done · Response squad 1", 0.2, is_stopped=True)])
    for width, told in ((360, "done · Response squad 1"), (150, "Response squad 1")):
        strip.resize(width, strip.height())
        assert told in texts(strip)
    strip.close()
