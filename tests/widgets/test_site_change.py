"""A change of the site is shown in full and does nothing until the operator applies or discards it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from console.cameras import Index
from console.errors import Problem
from console.model import Binding, CameraId, Site
from console.ports import CameraChanged, CameraState
from console.revising import FolderRead, FolderRefused
from console.site import difference
from tests.widgets.desk import SITE, SMOKE, Desk, texts
from widgets import measures, theme
from widgets.site_words import name_of

FRESH = replace(SITE.cameras[0], id=CameraId("C-7"), number=7, name="新机", name_en="Fresh")
OTHER = replace(
    SITE,
    cameras=(replace(SITE.cameras[0], name_en="Gate", name="大门"), *SITE.cameras[1:-1], FRESH),
    bindings=(Binding(SMOKE, FRESH.id, 1),),
)
PROBLEMS = tuple(Problem("cameras.csv", n, "number", f"'{n}' is taken", "give another") for n in range(2, 12))


class Folder:
    def __init__(self) -> None:
        self.asked = 0

    def read(self, _known: Site) -> None:
        self.asked += 1


@pytest.fixture
def folder(desk: Desk) -> Folder:
    folder = Folder()
    desk.console.revising.connect(folder, (desk.drawn.take_site,))
    return folder


def press_reload(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    desk.settle()


def found(site: Site) -> FolderRead:
    warning = Problem("points.csv", 3, "zone", "is empty", "name its zone", warning=True)
    return FolderRead(site, Index(site), difference(SITE, site), (warning,))


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def shown(desk: Desk, folder: Folder) -> Desk:
    """A desk that shows what would change."""
    press_reload(desk)
    desk.take(found(OTHER))
    desk.settle()
    return desk


def test_nothing_is_there_while_nothing_is_pending(desk: Desk) -> None:
    assert not desk.window.site_change.isVisible()


def test_the_key_reads_the_folder_and_says_so_meanwhile(desk: Desk, folder: Folder) -> None:
    press_reload(desk)
    assert folder.asked == 1
    assert desk.window.site_change.headline.text() == "Reading the site folder …"
    assert not desk.window.site_change.discard.isVisible()
    desk.take(found(SITE))
    assert not desk.window.site_change.isVisible()
    assert "The site folder says nothing new" in texts(desk.window.journal)


def test_what_would_change_is_counted_named_and_not_applied(shown: Desk) -> None:
    change = shown.window.site_change
    assert change.isVisible()
    assert change.headline.text() == "The site has changed: 2 added, 1 removed, 1 changed"
    assert change.text.toPlainText().splitlines() == [
        "Cameras: +1 (7 Fresh) · −1 (6 Camera 6) · ~1 (1 Gate)",
        "Bindings: +1 (z2m/0x01#smoke → C-7)",
        "points.csv:3: warning: zone: is empty. Cure: name its zone",
    ]
    assert shown.console.site is SITE


@pytest.mark.parametrize("by_key", [True, False], ids=["key", "button"])
def test_applied_by_key_or_button_every_tile_and_row_speaks_of_the_new_site(shown: Desk, by_key: bool) -> None:
    shown.change()
    shown.clock.advance(1_000)
    if by_key:
        press_reload(shown)
    else:
        click(shown.window.site_change.apply)
    assert shown.console.site is OTHER and not shown.window.site_change.isVisible()
    shown.take(CameraChanged(FRESH.id, CameraState.LIVE, shown.clock.now_ms()))
    shown.pass_time(500)
    said = shown.said()
    assert "Gate" in said and "Fresh" in said and "Camera 1" not in said
    assert "6/6" in texts(shown.window.header)
    assert "Li applied the site: 2 added, 1 removed, 1 changed" in texts(shown.window.journal)


def test_a_discarded_change_leaves_everything_as_it_was(shown: Desk) -> None:
    click(shown.window.site_change.discard)
    assert shown.console.site is SITE and not shown.window.site_change.isVisible()
    shown.settle()
    assert "Li discarded the change of the site" in texts(shown.window.journal)
    assert shown.window.table.hasFocus()


def test_every_problem_of_a_broken_folder_can_be_read_with_line_and_cure(desk: Desk, folder: Folder) -> None:
    press_reload(desk)
    desk.take(FolderRefused(PROBLEMS))
    change = desk.window.site_change
    assert change.headline.text() == "The site folder has 10 errors. The site goes on as it was."
    assert change.text.toPlainText().splitlines() == [str(problem) for problem in PROBLEMS]
    assert not change.apply.isVisible() and change.discard.text() == "Close"
    click(change.discard)
    assert not change.isVisible()


def test_without_a_folder_the_key_says_why_nothing_happens(desk: Desk) -> None:
    press_reload(desk)
    assert "This console has no site folder" in texts(desk.window.details)


def test_pictures_and_large_tile_stay_where_they_are_while_a_change_is_shown(desk: Desk, folder: Folder) -> None:
    before = [desk.window.canvas.place(name).rect.translated(0, 0) for name in desk.window.canvas.names()]
    where = desk.window.canvas.geometry()
    press_reload(desk)
    desk.take(FolderRefused(PROBLEMS))
    desk.settle()
    assert desk.window.canvas.geometry() == where
    assert [desk.window.canvas.place(name).rect for name in desk.window.canvas.names()] == before


@pytest.mark.parametrize(("language", "camera"), [("zh_CN", "7 新机"), ("zh_TW", "7 新机")])
def test_the_change_speaks_the_operators_language(open_desk: Callable[..., Desk], language: str, camera: str) -> None:
    desk = open_desk(language=language)
    desk.console.revising.connect(Folder(), ())
    press_reload(desk)
    desk.take(found(OTHER))
    text = desk.window.site_change.text.toPlainText()
    assert camera in text and "Cameras" not in text
    assert "changed" not in desk.window.site_change.headline.text()


def test_what_has_no_name_is_called_by_where_it_is() -> None:
    from console.model import BuildingId, Floor, Wall

    assert name_of(Floor(BuildingId("A"), 1, "2F")) == "A 2F"
    assert name_of(Wall(BuildingId("A"), 1, ())) == "A 1"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (2560, 1440)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("is_broken", [False, True], ids=["changed", "broken"])
def test_text_and_acts_of_a_change_have_their_room_above_the_journal(
    open_desk: Callable[..., Desk], size: tuple[int, int], is_broken: bool
) -> None:
    desk = open_desk(size=size)
    desk.console.revising.connect(Folder(), (desk.drawn.take_site,))
    left, change = desk.window.grid.left, desk.window.site_change
    before = left.sizes()
    press_reload(desk)
    desk.take(FolderRefused(PROBLEMS) if is_broken else found(OTHER))
    desk.settle()
    assert desk.window.trend_panel.isVisible()
    parts = [one for one in (change.headline, change.text, change.discard) if one.isVisible()]
    assert all(upper.geometry().bottom() < lower.geometry().top() for upper, lower in pairwise(parts))
    assert change.discard.geometry().bottom() < change.height() <= desk.window.journal.y()
    assert change.discard.height() >= change.discard.sizeHint().height()
    assert desk.window.journal.height() >= theme.PANEL_HEAD and left.sizes()[0] >= measures.ALARMS_LEAST
    click(change.discard)
    desk.settle()
    assert left.sizes() == before, "what was decided gives its room back"


def test_a_change_that_cannot_be_seen_is_not_applied_by_the_key(shown: Desk) -> None:
    shown.clock.advance(2_000)
    shown.window.grid.give_room(True)  # fires have the whole column
    press_reload(shown)
    unseen = shown.console.revising.pending
    assert unseen is not None and "unseen" in shown.window.details.accessibleDescription()
    shown.window.grid.give_room(False)
    press_reload(shown)
    assert shown.console.site.cameras == OTHER.cameras
