"""What every test can ask for: servers of its own, a way to wait for a fact, a check that no thread is left over."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.servers import ports
from tests.waiting import wait_until as wait_for_fact

# Widget tests need no screen, but one that is large enough; pixel tests ask for `xvfb`.
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).parent / 'servers' / 'offscreen.json'}")

settings.register_profile("house", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("house")

pytest_plugins = [
    "tests.servers.camera_sim",
    "tests.servers.mosquitto",
    "tests.servers.postgresql",
    "tests.servers.pulseaudio",
    "tests.servers.rtsp",
    "tests.servers.h265",  # stands on the one before
    "tests.servers.voice",
    "tests.servers.xvfb",
    "tests.turns",
]

SECOND_GO = ("contract", "system")  # whole programs and real servers: a busy machine may take the seconds they promise
LEFT_OVER_S = 2.0  # a thread may take this long to end after its test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What fails once among programs and servers is tried once more; the summary counts and names it."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in SECOND_GO:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture
def free_port() -> Callable[[], int]:
    """Call it for a port of 127.0.0.1 that nobody listens on."""
    return ports.free_port


@pytest.fixture
def wait_until() -> Callable[..., object]:
    """`wait_until(predicate, timeout, what)`; also importable from `tests.waiting`."""
    return wait_for_fact


@pytest.fixture
def no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails the test when anything was logged at WARNING or above."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [f"{r.name}: {r.getMessage()}" for r in records if r.levelno >= logging.WARNING]
    assert not loud, f"unexpected in the log: {loud}"


@pytest.fixture(autouse=True)
def no_thread_left_over() -> Iterator[None]:
    """Fails a test that leaves a thread running, by the thread's name. Session fixtures' threads are there before."""
    before = set(threading.enumerate())
    yield
    for thread in _started_since(before):
        thread.join(LEFT_OVER_S)
    left = [thread.name for thread in _started_since(before)]
    assert not left, f"threads still running after the test: {left}"


def _started_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads Python started and can wait for; Qt's and libvlc's own appear as `_DummyThread`s and are theirs."""
    now = set(threading.enumerate()) - before
    return [thread for thread in now if not isinstance(thread, threading._DummyThread)]
