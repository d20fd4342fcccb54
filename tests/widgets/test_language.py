"""The language is switched while the room works: every text follows, and nothing is left of the language before."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from console.model import AlarmClass, LinkDown, PointId
from console.ports import CameraState
from tests.widgets.desk import CAMERAS, FRAME_MS, LEAKAGE, SMOKE, Desk, run_events
from widgets import lettering
from widgets.application import Languages
from widgets.header import LANGUAGES

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
NOT_WORDS = {"desk", "panel", "UTC"}  # of the seat, of a device, of the time zone


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """An alarm, a hazard, a lost link, a lost camera: most of what can be said is said."""
    desk.window.table._blink.stop()
    desk.change(SMOKE)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD, value=340.0, unit="mA")
    desk.take(LinkDown("store", "journal", "disk_full", desk.clock.now_ms()))
    desk.drawn.darken(CAMERAS[3], CameraState.WRONG_PASSWORD)
    desk.take()
    desk.pass_time(3 * FRAME_MS)
    return desk


def choose(desk: Desk, code: str) -> None:
    """As the operator does: by the box in the header."""
    box = desk.window.header.language
    box.setFocus()
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())
    run_events()
    desk.settle()


def picture(desk: Desk) -> QImage:
    return desk.window.grab().toImage()


@pytest.mark.parametrize("code", [code for code, _ in LANGUAGES if code != "en"])
def test_in_a_chinese_window_no_english_word_is_left(busy: Desk, code: str) -> None:
    choose(busy, code)
    left = {word for text in busy.said() for word in LATIN_WORD.findall(text)} - NOT_WORDS
    assert left == set() and sum(bool(CHINESE.search(text)) for text in busy.said()) > 30
    buttons = [busy.window.details.acknowledge, *busy.window.details.outcomes.values()]
    assert all(CHINESE.search(button.text()) for button in buttons)


def test_three_times_round_every_language_gives_the_same_pictures(busy: Desk) -> None:
    seen: dict[str, list[QImage]] = {code: [] for code, _ in LANGUAGES}
    for _ in range(3):
        for code, _ in LANGUAGES:
            choose(busy, code)
            seen[code].append(picture(busy))
    choose(busy, "en")
    seen["en"].append(picture(busy))
    assert all(one == images[0] for images in seen.values() for one in images)
    firsts = [images[0] for images in seen.values()]
    assert firsts[0] != firsts[1] != firsts[2] != firsts[0]


def test_what_happened_before_the_switch_is_told_in_the_new_language_too(busy: Desk) -> None:
    assert any("Raised: Smoke" in text for text in busy.said())
    choose(busy, "zh_TW")
    assert not any("Raised" in text for text in busy.said())


def test_after_a_switch_the_keys_belong_to_the_alarms_again(busy: Desk) -> None:
    choose(busy, "zh_CN")
    assert busy.window.table.hasFocus()


def test_old_translations_are_not_kept(languages: Languages) -> None:
    for _ in range(5):
        languages.choose("zh_CN")
    run_events()
    assert len(languages.children()) <= 2


def test_english_counts_one_and_many(desk: Desk) -> None:
    said = []
    for n in (1, 2):
        desk.change(PointId(f"z2m/0x1{n}#battery"), alarm_class=AlarmClass.TROUBLE)
        said.append(desk.window.banner.quiet_words().partition("live. ")[2])
    assert said == ["1 trouble in the table.", "2 troubles in the table."]


def test_a_closed_window_leaves_no_timer_no_widget_and_no_listener(open_desk: Callable[..., Desk]) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk = open_desk()
    before = {id(widget) for widget in app.topLevelWidgets() if widget is not desk.window}
    timers = desk.window.findChildren(QTimer)
    assert timers
    desk.change(SMOKE)
    desk.close()
    gc.collect()
    run_events()
    assert {id(widget) for widget in app.topLevelWidgets()} <= before
    assert not any(shiboken6.isValid(timer) for timer in timers)
    desk.change(LEAKAGE, alarm_class=AlarmClass.HAZARD)  # nobody is left who would paint it
    listeners = [ref() for refs in desk.console.announcer._listeners.values() for ref in refs]
    assert not any(isinstance(getattr(method, "__self__", None), QObject) for method in listeners if method)


def test_the_window_says_it_was_closed(desk: Desk) -> None:
    told: list[bool] = []
    desk.window.closed.connect(lambda: told.append(True))
    desk.window.close()
    assert told == [True]


def test_each_script_is_drawn_in_the_shapes_of_its_readers(languages: Languages) -> None:
    drawn = {}
    for code in ("zh_CN", "zh_TW"):
        languages.choose(code)
        image = QImage(120, 32, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        lettering.draw(painter, image.rect(), "title", "骨直角", QColor("white"))
        painter.end()
        drawn[code] = image
    assert drawn["zh_CN"] != drawn["zh_TW"]
