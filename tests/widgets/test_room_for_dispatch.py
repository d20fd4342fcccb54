"""Incidents, clocks and acts have their room: at every size, and in a language that is 40 % longer than English."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from console.incidents import Disposition
from console.model import UnitStatus
from tests.widgets.desk import SMOKE, Desk, said_by
from tests.widgets.sending import NEAR, SENDING_SITE, SQUAD, only_incident, says, unit
from tests.widgets.test_room_for_words import Longer
from widgets import measures

SIZES = [(1366, 768), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160)]
OpenDesk = Callable[..., Desk]


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


def running(desk: Desk) -> None:
    """An incident with one unit on scene, one that does not answer, and a clock that has run out."""
    desk.hear_all()
    desk.change(SMOKE)
    desk.press(Qt.Key.Key_F5)
    says(desk, NEAR, UnitStatus.ACCEPTED)
    desk.clock.advance(130_000)
    says(desk, NEAR, UnitStatus.ON_SCENE)
    desk.window.dispatch.open_page()
    desk.window.dispatch.refresh()
    desk.settle()


def handed_over(desk: Desk) -> None:
    """Every act is offered at once."""
    running(desk)
    desk.console.dispatching.hand_over(only_incident(desk).id, "desk-2")
    desk.window.dispatch.refresh()
    desk.settle()


def latched(desk: Desk) -> None:
    """The alarm waits for its reset while the incident runs."""
    running(desk)
    desk.press(Qt.Key.Key_F2)
    desk.clear()
    desk.settle()


def closing(desk: Desk) -> None:
    running(desk)
    desk.window.details.dispatch.acts.begin_closing()
    desk.settle()


STATES = (running, handed_over, latched, closing)


def cut(desk: Desk) -> list[str]:
    """Clocks, states, times and the buttons' words that are not whole."""
    details = desk.window.details
    faces = details.dispatch.clocks.faces
    must = {face.number for face in faces} | {face.name for face in faces}
    for section in (details.dispatch.sent, details.dispatch.units):
        must |= {text for entry in section.rows.lines.rows for text in (entry.state, entry.value)}
    return [one.text for one in said_by(details) if not one.is_whole and one.text in must]


def too_narrow(root: QWidget) -> list[str]:
    buttons = [one for one in root.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    labels = [one for one in root.findChildren(QLabel) if one.isVisible() and not one.wordWrap()]
    return [one.text() for one in (*buttons, *labels) if one.width() < one.sizeHint().width()]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_an_operator_acts_on_is_whole(open_desk: OpenDesk, size: tuple[int, int], state: object) -> None:
    desk = open_desk(site=SENDING_SITE, size=size)
    state(desk)  # type: ignore[operator]
    assert cut(desk) == [] and too_narrow(desk.window.details) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_acts_hold_a_longer_language_inside_the_column(
    longer: OpenDesk, size: tuple[int, int], state: object
) -> None:
    desk = longer(site=SENDING_SITE, size=size)
    state(desk)  # type: ignore[operator]
    details = desk.window.details
    assert too_narrow(details) == [] and desk.window.width() == size[0]
    assert details.width() <= measures.measure(*size).right + 1
    for button in details.findChildren(QAbstractButton):
        if button.isVisible():
            right = button.mapTo(details, QPoint(button.width(), 0)).x()
            assert right <= details.width()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_in_the_lowest_window_the_guidance_is_still_reached_and_nothing_lies_over_anything(
    open_desk: OpenDesk, language: str
) -> None:
    desk = open_desk(site=SENDING_SITE, size=(1366, 768), language=language)
    latched(desk)
    details = desk.window.details
    parts = [details.dispatch.top, details.sheet, details.dispatch.acts]
    boxes = [part.rect().translated(part.mapTo(details, QPoint(0, 0))) for part in parts]
    assert not any(one.intersects(other) for i, one in enumerate(boxes) for other in boxes[:i])
    assert details.sheet.height() >= 96


def test_a_closed_incident_is_still_told_but_nothing_can_be_done_with_it(open_desk: OpenDesk) -> None:
    desk = open_desk(site=SENDING_SITE)
    running(desk)
    incident = only_incident(desk).id
    desk.console.dispatching.close(incident, Disposition.RESOLVED)
    desk.window.dispatch.show_incident(incident)
    acts = desk.window.details.dispatch.acts
    shown = [one for one in acts.findChildren(QAbstractButton) if one.isVisible()]
    assert shown == [acts.new] and unit(desk, SQUAD).incident is None
    assert any("Resolved" in one.text for one in said_by(desk.window.details))
