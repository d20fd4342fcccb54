"""What several system tests ask for: a configured small site at a broker of the test's own, and a console on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.mosquitto import Broker
from tests.system.process import Running
from tests.system.showing import show, shown_cameras, stage
from tests.system.small_disk import small_disk
from tests.system.small_site import write_config

__all__ = ["config", "console", "serving", "show", "shown_cameras", "small_disk", "stage"]


@pytest.fixture
def config(mosquitto: Broker, tmp_path: Path) -> Path:
    """The config.toml of a small site at the running broker."""
    return write_config(tmp_path / "site", mosquitto.url)


@pytest.fixture
def console(config: Path, tmp_path: Path) -> Iterator[Running]:
    """A headless console of that site, not started yet."""
    with Running(tmp_path / "console", "--headless", "--config", str(config)) as console:
        yield console


@pytest.fixture
def serving(console: Running) -> Running:
    """The same, started and listening to the broker."""
    console.start("run")
    console.wait_for("LinkUp", kind="broker")
    return console
