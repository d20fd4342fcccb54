"""Whatever is thrown at the broker: refused with a code, counted, and the next alarm comes within a second."""

from __future__ import annotations

import json

import psutil

from tests.servers.mosquitto import Broker
from tests.system.process import Running
from tests.system.small_site import now_ms, point, smoke
from tests.waiting import wait_until

AT_ONCE_S = 1.0
MIB = 1 << 20
GROWTH = 60 * MIB

TROUBLE = "trouble"  # understood, but no value a smoke detector can have: the point itself has a trouble

POISON: dict[str, tuple[str, bytes, str]] = {
    "truncated": ("site/p1/smoke", b'{"v": tru', "bad_json"),
    "empty": ("site/p2/smoke", b"", "empty_payload"),
    "not UTF-8": ("site/p3/smoke", b'{"v": "\xff\xfe\xfa"}', "bad_charset"),
    "60,000 brackets": ("site/p4/smoke", b"[" * 60_000, "too_deep"),
    "60,000 brackets, closed": ("site/p5/smoke", b"[" * 30_000 + b"]" * 30_000, "too_deep"),
    "4 MiB": ("site/p6/smoke", b'{"v": true, "x": "' + b"x" * 4 * MIB + b'"}', "too_large"),
    "not a number": ("site/p7/smoke", b'{"v": NaN}', TROUBLE),
    "an object for a value": ("site/p8/smoke", b'{"v": {"deep": [1, 2]}}', TROUBLE),
    "a word nobody knows": ("site/p9/smoke", b'{"v": "perhaps"}', TROUBLE),
    "a list for a message": ("site/p10/smoke", b"[true]", "no_value"),
    "no value": ("site/p11/smoke", b'{"t": 1}', "no_value"),
    "a kind nobody knows": ("site/p12/gravity", b'{"v": true}', "no_rule"),
    "a bridge that talks nonsense": ("zigbee2mqtt/bridge/devices", b'{"not": "a list"}', "wrong_type"),
    "a device that talks nonsense": ("zigbee2mqtt/x", b'"smoke"', "wrong_type"),
}


def test_every_poison_is_named_and_the_next_alarm_comes(mosquitto: Broker, serving: Running) -> None:
    found = {what: outcome(mosquitto, serving, topic, payload) for what, (topic, payload, _) in POISON.items()}
    assert found == {what: code for what, (_, _, code) in POISON.items()}
    assert max(event["count"] for event in serving.named("MessageRejected")) == 2  # of one source and code


def outcome(broker: Broker, console: Running, topic: str, payload: bytes) -> str:
    """What the console says of the message: the code of its refusal, or that it is a trouble of the point."""
    before = len(console.events())
    broker.publish(topic, payload)
    broker.publish(*smoke(f"after-{before}"))
    console.wait_for("AlarmRaised", AT_ONCE_S, after=before, point=point(f"after-{before}"))
    trouble = point(topic.split("/")[1]) + ".trouble"

    def said() -> list[str]:
        refused = console.named("MessageRejected", after=before, topic=topic)
        return [str(e["reason"]) for e in refused] + [TROUBLE for _ in console.named("AlarmRaised", point=trouble)]

    return wait_until(said, AT_ONCE_S, f"a word about {topic}")[0]


def test_a_flood_of_poison_delays_no_alarm_and_fills_no_memory(mosquitto: Broker, serving: Running) -> None:
    process = psutil.Process(serving.child.pid)
    send_every_poison(mosquitto)
    serving.wait_for("MessageRejected", reason="wrong_type")
    before = process.memory_info().rss
    large_topic, large, _ = POISON["4 MiB"]
    for round_ in range(15):
        send_every_poison(mosquitto)
        for _ in range(3):
            mosquitto.publish(large_topic, large)
        mosquitto.publish(*smoke(f"good-{round_}"))
        serving.wait_for("AlarmRaised", AT_ONCE_S, point=point(f"good-{round_}"))
    assert process.memory_info().rss - before < GROWTH
    assert serving.stop() == 0
    assert "Traceback" not in serving.last_words()


def send_every_poison(broker: Broker) -> None:
    for topic, payload, _ in POISON.values():
        broker.publish(topic, payload)


ODD = ("设备 1", "a'b\"c", "$x{y}%s\\", "\N{FIRE}", "d" * 2_000)


def test_devices_with_odd_names_alarm_like_any_other(mosquitto: Broker, serving: Running) -> None:
    for device in ODD:
        mosquitto.publish(f"site/{device}/smoke", json.dumps({"v": True, "t": now_ms()}))
        raised = serving.wait_for("AlarmRaised", AT_ONCE_S, point=point(device))
        assert raised["alarm"] == f"{point(device)}/1"
