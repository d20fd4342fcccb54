"""The database server dies under a desk that works: it says so, goes on, and nothing of it is lost afterwards."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.backends.store.read import JournalReader
from console.journal import Entry
from tests.servers.mosquitto import Broker
from tests.servers.postgresql import Server
from tests.servers.pulseaudio import SoundServer
from tests.servers.xvfb import Monitors
from tests.system import operator
from tests.system.pairs import written
from tests.system.process import Event, Running
from tests.system.showing import KEY_MS
from tests.system.small_site import point, smoke, write_config
from tests.system.test_dispatch import UNITS, Devices
from tests.system.test_talk_desk import GROUPS, KEY
from tests.waiting import wait_until

LOOKED_S = 2.0  # the key does nothing for a second after the choice was taken
PRESSED_S = 5.0
FIRST_UNIT = 1_509, 439  # its tick, in the right column
BACK_S = 60.0  # the spool is written behind what came meanwhile
SPOKEN = ["AlarmRaised", "AlarmAcknowledged", "IncidentOpened", "UnitOrdered", "TalkSent"]


class Desk:
    """One position with its window, its voice server and its key."""

    def __init__(self, console: Running, monitors: Monitors) -> None:
        self.console, self._screen = console, monitors.screen

    def press(self, key: str, event: str, **fields: object) -> Event:
        """As a person does it: pressed again when nothing has happened. A window may still wait for the keyboard."""
        for _ in range(4):
            operator.press(self._screen, self.console.child.pid, key, title="desk-1$", delay_ms=KEY_MS)
            try:
                return self.console.wait_for(event, PRESSED_S, **fields)
            except AssertionError:
                continue
        return self.console.wait_for(event, **fields)

    def click(self, x: int, y: int) -> None:
        operator.xdotool(self._screen, "mousemove", "--sync", str(x), str(y), "click", "1")

    @contextmanager
    def talking(self) -> Iterator[None]:
        operator.xdotool(self._screen, "keydown", KEY)
        try:
            yield
        finally:
            operator.xdotool(self._screen, "keyup", KEY)


@pytest.fixture
def desk(
    mosquitto: Broker, sound_server: SoundServer, three_monitors: Monitors, postgresql: str, tmp_path: Path
) -> Iterator[Desk]:
    sound_server.plug_microphone("headset")
    sound_server.use_microphone("headset")
    address, env = written(postgresql)
    config = write_config(tmp_path / "site", mosquitto.url)
    (config.parent / "site" / "groups.csv").write_text(GROUPS, encoding="utf-8")
    (config.parent / "site" / "units.csv").write_text(UNITS, encoding="utf-8")
    text = re.sub(r"(?s)(\[voice\].*?\nembedded = )false", r"\1true", config.read_text(encoding="utf-8"), count=1)
    text = re.sub(r"(\[store\]\n)[^\n]*\n", rf'\1url = "{address}"\n', text, count=1)
    config.write_text(text, encoding="utf-8")
    arguments = ("--sound", "--config", str(config))
    with Running(tmp_path / "console", *arguments, env=three_monitors.screen.env() | env) as console:
        console.start("run", "--language", "en")
        for kind in ("broker", "voice", "store"):
            console.wait_for("LinkUp", kind=kind)
        yield Desk(console, three_monitors)


@pytest.fixture
def devices(mosquitto: Broker) -> Iterator[Devices]:
    found = Devices(mosquitto)
    with found.listening():
        yield found


@pytest.mark.long
def test_a_desk_raises_acknowledges_dispatches_and_talks_without_its_database_and_all_of_it_is_there_later(
    desk: Desk, devices: Devices, mosquitto: Broker, postgresql_server: Server, postgresql: str
) -> None:
    console = desk.console
    postgresql_server.kill()
    try:
        console.wait_for("LinkDown", kind="store", reason="away")
        assert console.wait_for("AlarmRaised", point="link/desk-1/journal#store")["class"] == "T"  # it says so
        mosquitto.publish(*smoke("hall"))
        fire = console.wait_for("AlarmRaised", point=point("hall"))["alarm"]
        console.wait_for("AlarmDisplayed", alarm=fire)
        looked = time.monotonic()
        wait_until(lambda: time.monotonic() - looked > LOOKED_S, 10, "a look at what was chosen by itself")
        desk.press("F2", "AlarmAcknowledged", alarm=fire)
        desk.click(*FIRST_UNIT)
        incident = desk.press("F5", "IncidentOpened")["incident"]
        console.wait_for("UnitChanged", incident=incident, status="ordered")
        with desk.talking():
            console.wait_for("TalkOnAir")
        console.wait_for("BurstKept", direction="sent")
        assert devices.orders == []  # an order that is in no journal has not been given
    finally:
        postgresql_server.start()
    down = next(number for number, event in enumerate(console.events()) if event["event"] == "LinkDown")
    console.wait_for("LinkUp", BACK_S, after=down, kind="store")
    told = wait_until(lambda: devices.orders, BACK_S, "the orders")
    assert {each["incident"] for each in told} == {incident} and len({each["order"] for each in told}) == len(told)
    wait_until(
        lambda: set(SPOKEN) <= {entry.kind for entry in _entries(postgresql)}, BACK_S, "all of it in the journal"
    )
    of_fire = [entry.kind for entry in _entries(postgresql) if entry.stream.endswith(fire)]
    assert of_fire.count("AlarmRaised") == of_fire.count("AlarmAcknowledged") == 1
    assert JournalReader(postgresql).verify().is_whole
    assert console.stop() == 0


def _entries(journal: str) -> list[Entry]:
    return [recorded.entry for chunk in JournalReader(journal).chunks() for recorded in chunk]
