"""The shared fixtures do what the other tests rely on."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable

import pytest
from paho.mqtt import subscribe

from tests.servers.mosquitto import Broker
from tests.servers.ports import is_listening
from tests.servers.xvfb import Screen
from tests.waiting import wait_until


def test_waiting_in_vain_says_what_was_waited_for() -> None:
    with pytest.raises(AssertionError, match="a whale"):
        wait_until(lambda: False, 0.02, "a whale")


def test_waiting_returns_the_fact() -> None:
    arrived = threading.Event()
    threading.Timer(0.02, arrived.set).start()
    assert wait_until(arrived.is_set, 5, "the timer")


def test_free_ports_are_free_and_given_once(free_port: Callable[[], int]) -> None:
    given = [free_port() for _ in range(50)]
    assert len(set(given)) == 50
    assert not any(is_listening(port) for port in given)


def test_the_broker_keeps_retained_messages_over_a_restart(mosquitto: Broker) -> None:
    mosquitto.publish("here", "still", retain=True)
    mosquitto.stop()
    assert not is_listening(mosquitto.port)
    mosquitto.start()
    message = subscribe.simple("here", hostname=mosquitto.host, port=mosquitto.port, keepalive=5)
    assert message.payload == b"still"


def test_the_virtual_screen_is_wide_enough_for_three_monitors(xvfb: Screen) -> None:
    said = subprocess.run(["xrandr"], env=xvfb.env(), capture_output=True, text=True, check=True).stdout
    assert "current 5760 x 1080" in said
