"""The language nobody speaks: it shows what was never given to translation, and what has no room."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from console.alarms import Outcome
from tests.widgets.desk import Desk, listening
from tests.widgets.test_room_for_words import must_be_whole, trouble_everywhere
from widgets.pseudo import LOCALE, PLAIN, pseudo
from widgets.words import Words

OpenDesk = Callable[..., Desk]
SIZES = [(1366, 768), (1920, 1080)]
NAMES = re.compile(r"Camera|Smoke detector|hall|east|west|far away|Panel|Test park|panel|desk|UTC|min|Li\b|Ctrl")


def test_a_text_is_longer_in_brackets_and_keeps_its_places() -> None:
    longer = pseudo("%1 of %2 points, %n more")
    assert longer.startswith("[%1 ") and longer.endswith("~]") and "%2" in longer and "%n" in longer
    assert len(longer) >= 1.4 * len("%1 of %2 points, %n more")
    assert not set(pseudo(PLAIN)) & set(PLAIN)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("page", ["plan", "wall"])
def test_nothing_an_operator_acts_on_is_cut_in_it(open_desk: OpenDesk, size: tuple[int, int], page: str) -> None:
    desk = open_desk(language=LOCALE, size=size)
    desk.window.lower_panel.show_page(page)
    trouble_everywhere(desk)
    desk.settle()
    with listening() as said:
        desk.window.grab()
    whole = must_be_whole(desk)
    assert [one.text for one in said if not one.is_whole and one.text in whole] == []
    heads = {name for name, _ in desk.window.ledger._cells(None)} | {Words().outcome(one) for one in Outcome}
    assert [one.text for one in said if not one.is_whole and one.text in heads] == []
    assert len([one for one in said if one.text.startswith("[")]) > 30


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("page", ["plan", "wall"])
def test_every_button_and_label_holds_its_text_in_it(open_desk: OpenDesk, size: tuple[int, int], page: str) -> None:
    desk = open_desk(language=LOCALE, size=size)
    desk.window.lower_panel.show_page(page)
    trouble_everywhere(desk)
    desk.settle()
    buttons = [b for b in desk.window.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    assert [b.text() for b in buttons if b.width() < b.sizeHint().width()] == []
    labels = [label for label in desk.window.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
    assert [label.text() for label in labels if label.width() < label.sizeHint().width()] == []


@pytest.mark.parametrize("page", ["plan", "wall"])
def test_no_word_of_ours_is_left_plain(open_desk: OpenDesk, page: str) -> None:
    desk = open_desk(language=LOCALE)
    desk.window.lower_panel.show_page(page)
    trouble_everywhere(desk)
    desk.settle()
    bare = [NAMES.sub("", text) for text in desk.said()]
    assert [text for text in bare if re.search(r"[A-Za-z]{3}", text)] == []
