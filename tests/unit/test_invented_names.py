"""Anybody who may publish can invent device names: the memory for them is bounded, and what is the site's stays."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import pytest

from console.config.schema import SourceConfig
from console.model import Message, State
from console.parse import (
    bridges,
    cap,
    decoder,
    directory,
    endings,
    entities,
    errands,
    frigate,
    lastheard,
    recorders,
    shelly,
    sparkplug,
    strangers,
    unclaimed,
)
from tests.unit.telling import NOW, Ear, message, point

FEW = 20  # stands for each most, so that a test need not invent a million names
MOSTS = {
    bridges: "MOST", cap: "MOST_SENDERS", decoder: "MOST_TOPICS", directory: "MOST_NAMES MOST_CHOSEN",
    endings: "MOST", entities: "MOST_CONFIGURATIONS MOST_TOPICS", errands: "MOST_WORDS", frigate: "MOST_STRANGERS",
    lastheard: "MOST_DEVICES", recorders: "MOST_LOST", shelly: "MOST_PREFIXES",
    sparkplug: "MOST_NODES MOST_ALIASES MOST_OF_STRANGERS", strangers: "MOST", unclaimed: "MOST_TOPICS",
}  # fmt: skip
HIK = "<EventNotificationAlert><eventType>videoloss</eventType><eventState>{}</eventState></EventNotificationAlert>"
ALERT = (
    "<alert><identifier>{0}</identifier><sender>{1}</sender><sent>2026-11-20T16:29:00+08:00</sent><status>Actual"
    "</status><msgType>{2}</msgType>{3}<info><event>暴雨</event><severity>Severe</severity></info></alert>"
)
OURS = (
    point("z2m/0x01#smoke", "hall"), point("spb/plant/edge/pump#fire"), point("ha/ours#smoke"),
    point("shelly/shellyours#smoke"), point("hik/nvr/1#video_loss"), point("frigate/gate#fire_lane_occupied"),
    point("cap/met@site#rain_warning"), point("gb/panel/7#smoke"), point("tb/ours#smoke"),
)  # fmt: skip
SOURCES = (
    SourceConfig("z2m", "zigbee2mqtt"), SourceConfig("spb", "sparkplug"), SourceConfig("ha", "homeassistant"),
    SourceConfig("shelly", "shelly"), SourceConfig("hik", "hikvision", topic="hik"),
    SourceConfig("frigate", "frigate"), SourceConfig("cap", "cap", topic="cap"),
    SourceConfig("tb", "thingsboard"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, names in MOSTS.items():
        for name in names.split():
            monkeypatch.setattr(module, name, FEW)


@pytest.fixture
def ear() -> Ear:
    return Ear(*SOURCES, points=OURS)


def varint(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + varint(number >> 7)


def block(field: int, body: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(body)) + body


def fire(alias: int, yes: bool, name: str = "") -> bytes:
    """A Sparkplug payload with one metric; without a name it is data."""
    named = block(1, name.encode()) if name else b""
    return block(2, named + varint(2 << 3) + varint(alias) + varint(4 << 3) + b"\x0b" + varint(14 << 3) + bytes([yes]))


def discovery(device: str, topic: str) -> str:
    return json.dumps({"dev_cla": "smoke", "stat_t": topic, "avty_t": f"{topic}/there", "dev": {"ids": device}})


def entered(camera: str, what: str = "new") -> str:
    seen = {"camera": camera, "id": "1", "label": "car", "frame_time": NOW / 1000, "start_time": NOW / 1000}
    return json.dumps({"type": what, "after": seen})


def invented(n: int) -> Iterator[Message]:
    """One of everything a peer may say of a device that is nowhere."""
    x = f"invented-{n}"
    yield message(f"zigbee2mqtt/{x}", {"smoke": True})
    yield message(f"zigbee2mqtt/{x}/availability", "offline")
    yield message(f"zigbee2mqtt/by-id-{n}", {"smoke": False, "device": {"ieeeAddr": x}})
    yield message(f"zigbee2mqtt/other-name-{n}", {"linkquality": 3, "device": {"ieeeAddr": "0x01"}})
    yield message("zigbee2mqtt/hall", {"linkquality": 3, "device": {"ieeeAddr": f"wrong-{n}"}})
    listed = {"ieee_address": x, "friendly_name": x, "definition": {"exposes": [{"property": "smoke"}]}}
    yield message("zigbee2mqtt/bridge/devices", [listed])
    event = {"type": "device_joined", "data": {"ieee_address": "0x01", "friendly_name": f"joined-{n}"}}
    yield message("zigbee2mqtt/bridge/event", event)
    yield message(f"spBv1.0/{x}/NBIRTH/edge", fire(1, False, "Fire"))
    yield message(f"spBv1.0/{x}/NDEATH/edge", b"")
    yield message(f"spBv1.0/plant/DBIRTH/edge/{x}", fire(100 + n, False, "Fire"))
    yield message(f"spBv1.0/plant/DBIRTH/edge/bare-{n}", b"")
    yield message(f"homeassistant/binary_sensor/{x}/config", discovery(x, f"any/{x}"))
    yield message(f"homeassistant/binary_sensor/too-{n}/config", discovery("ours", f"any/too-{n}"))
    yield message(f"any/{x}", "ON")
    yield message(f"unknown/{x}", "ON")
    yield message(f"{x}/events/rpc", {"src": f"shelly-{n}", "method": "NotifyStatus", "params": {}})
    yield message(f"also-{n}/events/rpc", {"src": "shellyours", "method": "NotifyStatus", "params": {}})
    yield message(f"hik/nvr/{x}/alert", HIK.format("active"))
    yield message(f"hik/nvr/{x}-too/alert", HIK.replace("videoloss", "fielddetection").format("active"))
    yield message(f"hik/{x}/status", "offline")
    yield message("frigate/events", entered(x))
    yield message("cap/in", ALERT.format(x, x, "Alert", ""))
    yield message("v1/gateway/connect", {"device": x, "type": "smoke"})
    yield message("v1/gateway/telemetry", {x: {"smoke": True}})


def flood(ear: Ear, first: int, last: int) -> None:
    for n in range(first, last):
        for each in invented(n):
            ear.decoder.decode(each)
    ear.decoder.introductions(NOW)
    ear.decoder.errands.take_words()


CODE = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType)


def reachable(root: object) -> int:
    """How many things hang on this one."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        for each in gc.get_referents(waiting.pop()):
            if id(each) not in seen and not isinstance(each, CODE):
                seen.add(id(each))
                waiting.append(each)
    return len(seen)


def test_the_memory_of_the_decoder_does_not_grow_with_the_names_that_are_invented(ear: Ear) -> None:
    flood(ear, 0, 200)
    before = reachable(ear.decoder)
    flood(ear, 200, 600)
    assert reachable(ear.decoder) < before * 1.05


def test_what_was_forgotten_for_newer_names_is_counted_source_by_source(ear: Ear) -> None:
    flood(ear, 0, 1)
    assert not any(ear.decoder.forgotten(source.name) for source in SOURCES)
    flood(ear, 1, 100)
    assert all(ear.decoder.forgotten(source.name) for source in SOURCES)


def zigbee(ear: Ear) -> Callable[[], bool]:
    ear.hear("zigbee2mqtt/hall", {"smoke": True, "last_seen": NOW})
    return lambda: (
        ear.hear("zigbee2mqtt/hall", {"smoke": True, "last_seen": NOW})[0].reason == "duplicate"
        and ear.hear("zigbee2mqtt/hall", {"smoke": False, "last_seen": NOW - 5_000})[0].history
    )


def sparkplug_(ear: Ear) -> Callable[[], bool]:
    ear.hear("spBv1.0/plant/DBIRTH/edge/pump", fire(7, False, "Fire"))
    return lambda: ear.one("spBv1.0/plant/DDATA/edge/pump", fire(7, True)).state is State.ALARM


def sparkplug_bridge(ear: Ear) -> Callable[[], bool]:
    ear.hear("spBv1.0/plant/NDEATH/edge", b"")
    birth = fire(7, False, "Fire")
    return lambda: (
        "bridge_lost" in {each.reason for each in ear.hear("spBv1.0/plant/DDATA/edge/pump", birth, retained=True)}
    )


def home_assistant(ear: Ear) -> Callable[[], bool]:
    ear.hear("homeassistant/binary_sensor/ours/config", discovery("ours", "lobby/smoke"))
    return lambda: ear.one("lobby/smoke", "ON").state is State.ALARM


def shelly_(ear: Ear) -> Callable[[], bool]:
    ear.hear("lobby/events/rpc", {"src": "shellyours", "method": "NotifyStatus", "params": {}})
    return lambda: ear.one("lobby/status/smoke:0", {"alarm": True}).device == "shellyours"


def hikvision(ear: Ear) -> Callable[[], bool]:
    ear.hear("hik/nvr/1/alert", HIK.format("active"))
    return lambda: ear.one("hik/nvr/1/alert", HIK.format("inactive")).state is State.NORMAL


def frigate_(ear: Ear) -> Callable[[], bool]:
    ear.hear("frigate/events", entered("gate"))
    left = {"camera": "gate", "id": "2", "label": "car", "end_time": NOW / 1000 + 1}
    end = json.dumps({"type": "end", "after": left})
    return lambda: ear.one("frigate/events", end, NOW + 1_000).state is State.ALARM  # the first one is there still


def warning(ear: Ear) -> Callable[[], bool]:
    ear.hear("cap/in", ALERT.format("w1", "met@site", "Alert", ""))
    refers = "<references>met@site,w2,2026-11-20T16:29:00+08:00</references>"
    cancel = ALERT.format("w3", "met@site", "Cancel", refers)
    later = cancel.replace("16:29:00+08:00</sent>", "16:29:30+08:00</sent>")
    return lambda: ear.hear("cap/in", later)[0].state is State.ALARM  # it was of another one: the first stands


@pytest.mark.parametrize(
    "known", [zigbee, sparkplug_, sparkplug_bridge, home_assistant, shelly_, hikvision, frigate_, warning]
)
def test_what_is_known_of_the_sites_own_is_kept_however_many_names_are_invented(
    ear: Ear, known: Callable[[Ear], Callable[[], bool]]
) -> None:
    is_known = known(ear)
    flood(ear, 0, 100)
    assert is_known()


@pytest.mark.parametrize("known", [zigbee, sparkplug_, home_assistant, shelly_, hikvision, frigate_])
def test_the_sites_own_is_taken_in_also_after_the_names_were_invented(
    ear: Ear, known: Callable[[Ear], Callable[[], bool]]
) -> None:
    flood(ear, 0, 100)
    assert known(ear)()


def test_a_name_of_the_site_is_learnt_although_too_many_were_invented(ear: Ear) -> None:
    flood(ear, 0, 100)
    ear.hear("zigbee2mqtt/bridge/devices", [{"ieee_address": "0x01", "friendly_name": "大堂"}])
    assert ear.hear("zigbee2mqtt/大堂", {"smoke": True})[0].device == "0x01"


def test_the_newest_stranger_is_told_of_and_the_oldest_is_forgotten(ear: Ear) -> None:
    flood(ear, 0, 100)
    ear.hear("zigbee2mqtt/new-detector", {"smoke": False})
    assert [each.device for each in ear.decoder.introductions(NOW)] == ["new-detector"]
