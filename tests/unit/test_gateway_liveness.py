"""A panel that is lost is a trouble, and nothing behind it counts as normal until it is heard itself."""

from __future__ import annotations

from console.config.schema import SourceConfig
from console.gb26875 import NOBODY, Command, made, source_of
from console.model import AlarmClass, Condition, ConditionChanged, Message
from console.parse.decoder import Decoder
from console.rules import Conditions
from console.sim.panel_parts import Part
from tests.gateways import ADDRESS, AT, moment

SOURCE = SourceConfig("panels", "gbt26875.3")
SMOKE = f"panels/{ADDRESS}/1/1/00000001#smoke"
NOW = 1_795_163_400_000


class Site:
    """What the console makes of what the gateway publishes."""

    def __init__(self) -> None:
        self.decoder = Decoder((SOURCE,), (), "Asia/Shanghai")
        self.conditions = Conditions((SOURCE,))
        self.at = NOW

    def hears(self, topic: str, payload: bytes) -> dict[str, ConditionChanged]:
        self.at += 1_000
        told = self.decoder.decode(Message(topic, payload, 1, False, self.at))
        assert isinstance(told, list)
        return {str(each.point): each for reading in told for each in self.conditions.apply(reading)}

    def hears_part(self, *, burning: bool) -> dict[str, ConditionChanged]:
        part = Part(ADDRESS, 1, 1, b"\1\0\0\0", 40, "烟感", is_alarming=burning)
        at = AT.replace(minute=30, second=(self.at // 1_000) % 60)
        data = b"\2\1" + part.state() + moment(at)
        return self.hears(f"gb26875/up/{ADDRESS}", made(Command.SEND, 1, source_of(ADDRESS), NOBODY, at, data))


def test_a_lost_line_is_a_trouble_of_the_panel_and_its_fire_is_unknown_until_it_is_heard_again() -> None:
    site = Site()
    assert site.hears_part(burning=True)[SMOKE].condition is Condition.ACTIVE
    lost = site.hears(f"gb26875/link/{ADDRESS}", b"offline")
    line = lost[f"panels/{ADDRESS}#availability"]
    assert (line.condition, line.alarm_class) == (Condition.ACTIVE, AlarmClass.TROUBLE)
    assert lost[SMOKE].condition is Condition.UNKNOWN
    back = site.hears(f"gb26875/link/{ADDRESS}", b"online")
    assert back[f"panels/{ADDRESS}#availability"].condition is Condition.NORMAL and SMOKE not in back
    assert site.hears_part(burning=False)[SMOKE].condition is Condition.NORMAL


def test_a_gateway_that_is_gone_takes_every_panel_along() -> None:
    site = Site()
    site.hears_part(burning=True)
    lost = site.hears("gb26875/gateway", b"offline")
    assert lost[SMOKE].condition is Condition.UNKNOWN
    assert lost["panels/gb26875#availability"].condition is Condition.ACTIVE
