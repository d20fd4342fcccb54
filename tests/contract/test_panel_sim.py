"""The demo's fire panel speaks as a real one does: through the gateway, until it is confirmed, and is decoded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.config.schema import SourceConfig
from console.model import Message, Point, Site, State, point_id
from console.parse.decoder import Decoder
from console.sim.panel import PanelSim
from tests.gateways import Ear, RunningGateway, running
from tests.servers.mosquitto import Broker

PANEL = "330421000017"
BUTTON = point_id("panels", f"{PANEL}/1/1/00000001", "manual_call_point")
SMOKE = point_id("panels", f"{PANEL}/1/1/0000000a", "smoke")
SITE = Site(
    "试验", "Test", "Asia/Shanghai", (120.7, 30.8),
    points=(
        Point(BUTTON, "手报", "Call point", "manual_call_point"), Point(SMOKE, "烟感", "Smoke", "smoke"),
        Point(point_id("z2m", "0x1", "smoke"), "烟感", "Smoke", "smoke"),
    ),
)  # fmt: skip


@pytest.fixture
def ear(mosquitto: Broker) -> Iterator[Ear]:
    with Ear(mosquitto.port) as ear:
        yield ear


def panel(gateway: RunningGateway) -> PanelSim:
    sim = PanelSim(SITE, f"127.0.0.1:{gateway.ports.tcp}", lambda _delay_s, call: call())
    sim.start()
    return sim


def said(ear: Ear, decoder: Decoder) -> dict[str, State]:
    """What the panel's next report says of its parts."""
    while True:
        payload = ear.next(f"gb26875/up/{PANEL}")
        told = decoder.decode(Message(f"gb26875/up/{PANEL}", payload, 1, False, 1_795_163_400_000))
        assert isinstance(told, list)
        alarms = {each.point: each.state for each in told if each.kind in ("manual_call_point", "smoke")}
        if alarms:
            return {str(point): state for point, state in alarms.items()}


def test_it_reports_every_part_and_what_happens_to_one_at_once(mosquitto: Broker, ear: Ear) -> None:
    decoder = Decoder((SourceConfig("panels", "gbt26875.3"),), SITE.points, "Asia/Shanghai")
    with running(mosquitto.url) as gateway:
        gateway.wait_up()
        sim = panel(gateway)
        try:
            assert said(ear, decoder) == {BUTTON: State.NORMAL, SMOKE: State.NORMAL}
            sim.publish_alarm(BUTTON, True)
            assert said(ear, decoder) == {BUTTON: State.ALARM}
            sim.publish_alarm(BUTTON, False)
            assert said(ear, decoder) == {BUTTON: State.NORMAL}
        finally:
            sim.stop()
        assert ear.next(f"gb26875/link/{PANEL}") == b"online"
        assert gateway.counted("denied") == gateway.counted("garbage") == 0
