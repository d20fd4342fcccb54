"""The window under test, in the languages of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.widgets.desk import EARS, Desk, Handed, run_events
from tests.widgets.plans import Plan
from tests.widgets.translated import compile_into
from widgets import application, theme
from widgets.application import Languages


@pytest.fixture(scope="session")
def qm_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every .ts file compiled into a folder of its own."""
    folder = tmp_path_factory.mktemp("translations")
    compile_into(folder)
    return folder


@pytest.fixture
def languages(qapp: QApplication, qm_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Languages]:
    """Chooses English; whatever a test chooses is forgotten after it."""
    monkeypatch.setattr(application, "TRANSLATIONS", qm_folder)
    theme.apply(qapp)
    owner = QObject()
    chosen = Languages(owner)
    chosen.choose("en")
    yield chosen
    theme.set_language("en")
    owner.deleteLater()
    del chosen, owner
    run_events()


@pytest.fixture
def open_desk(languages: Languages) -> Iterator[Callable[..., Desk]]:
    """Call it for a desk; keyword arguments as of `Desk`."""
    desks: list[Desk] = []

    def opened(**how: object) -> Desk:
        languages.choose(str(how.get("language", "en")))
        desks.append(Desk(**how))
        desks[-1].window.language_chosen.connect(languages.choose)
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()
    EARS.clear()


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """An English desk of 1920 × 1080 with drawn pictures, every link up and every point heard."""
    opened = open_desk()
    opened.hear_all()
    opened.settle()
    return opened


@pytest.fixture
def handed() -> Handed:
    """Pictures handed in one by one."""
    return Handed()


@pytest.fixture
def make_plan(languages: Languages) -> Iterator[Callable[..., Plan]]:
    """Call it for a plan without a desk; keyword arguments as of `Plan`."""
    made: list[Plan] = []

    def opened(**how: object) -> Plan:
        made.append(Plan(**how))
        return made[-1]

    yield opened
    for plan in made:
        plan.close()
