"""Two tests run at a time; one whose promise is in seconds has the machine to itself.

A test marked `alone` waits until no other test runs, and none begins before it has ended. The processes of a run keep
this order by locks on two files everybody has.

Files run in an order that leaves nobody waiting in the door for somebody else's long test: of the whole programs those
come first whose tests want to be alone, so that these wait for each other only; of the real parts those come last,
beside tests that are over in no time. And in the end no process has minutes of work left while the other has none.
"""

from __future__ import annotations

import fcntl
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

IS_SHARED = "PYTEST_XDIST_WORKER" in os.environ  # else one process runs all tests one after the other
ROOM = Path(__file__)
DOOR = ROOM.with_name("conftest.py")
FOLDERS = ("system", "contract", "widgets")  # the longest tests first; every other folder comes after these


def pytest_configure(config: pytest.Config) -> None:
    """The order below is the order files are given out in; else those with the most tests, the shortest, come first."""
    config.option.loadscopereorder = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole files change places, and the tests of a file stay in their order."""
    tests = Counter(item.path for item in items)
    alone = Counter(item.path for item in items if item.get_closest_marker("alone") is not None)
    items.sort(key=lambda item: _place(item.path, alone[item.path] / tests[item.path]))


def _place(file: Path, alone: float) -> tuple[int, float]:
    """`alone`: the share of its tests that want to be alone."""
    folder = file.relative_to(ROOM.parent).parts[0]
    floor = FOLDERS.index(folder) if folder in FOLDERS else len(FOLDERS)
    return floor, -alone if floor == 0 else alone


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Everything a test does, its fixtures too, is done while it is its turn."""
    with turn(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@contextmanager
def turn(*, alone: bool) -> Iterator[None]:
    """Hold the room, with others or alone. Who waits for it stands in the door, so that nobody else gets in before."""
    if not IS_SHARED:
        yield
        return
    with ROOM.open() as room:
        with DOOR.open() as door:
            fcntl.flock(door, fcntl.LOCK_EX)
            fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
