"""The broker is not there, dies, or freezes: the console says which within five seconds, and alarms go on after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers.mosquitto import Broker
from tests.system.process import Running
from tests.system.small_site import point, smoke, write_config

NOTICED_S = 5.0
BACK_S = 10.0
TROUBLE = "link/desk-1#broker"


@pytest.fixture
def absent(tmp_path: Path) -> Iterator[Broker]:
    """A broker that nobody has started yet."""
    broker = Broker(tmp_path / "mosquitto")
    yield broker
    broker.stop()


def test_a_broker_that_is_absent_at_the_start_is_a_trouble_until_it_comes(absent: Broker, tmp_path: Path) -> None:
    config = write_config(tmp_path / "site", absent.url)
    with Running(tmp_path / "console", "--headless", "--config", str(config)) as console:
        console.start("run")
        assert_lost_and_found(console, absent, "refused", come=absent.start)


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_broker_that_dies_is_a_trouble_until_it_is_back(mosquitto: Broker, serving: Running, end: str) -> None:
    getattr(mosquitto, end)()
    assert_lost_and_found(serving, mosquitto, "connection_lost", come=mosquitto.start)


def test_a_broker_that_freezes_is_noticed_by_its_silence(mosquitto: Broker, serving: Running) -> None:
    mosquitto.freeze()
    assert_lost_and_found(serving, mosquitto, "no_heartbeat", come=mosquitto.thaw)


def assert_lost_and_found(console: Running, broker: Broker, reason: str, come: Callable[[], None]) -> None:
    """The trouble is told with its reason, cleared when the broker comes, and an alarm gets through after that."""
    console.wait_for("LinkDown", NOTICED_S, kind="broker", reason=reason)
    trouble = console.wait_for("AlarmRaised", NOTICED_S, point=TROUBLE, **{"class": "T"})["alarm"]
    before = len(console.events())
    come()
    console.wait_for("LinkUp", BACK_S, after=before, kind="broker", name="broker")
    console.wait_for("AlarmCleared", after=before, alarm=trouble)
    broker.publish(*smoke("after"))
    console.wait_for("AlarmRaised", after=before, point=point("after"))
