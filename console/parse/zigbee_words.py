"""The vocabulary of Zigbee2MQTT: which key is which kind, and the words of its liveness and self-tests. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from console.config.schema import SourceConfig
from console.parse import envelope
from console.parse.rejects import MessageRefused, Reject
from console.parse.values import truth

FLAGS: dict[str, str] = {
    "smoke": "smoke", "gas": "gas", "carbon_monoxide": "co", "water_leak": "water_leak", "heat": "heat",
    "sos": "panic", "emergency": "panic", "fire": "fire", "manual_call_point": "manual_call_point",
    "high_temperature": "heat", "silence": "silence", "alarm_silence": "silence",
}  # fmt: skip
FAULTS = ("fault", "device_fault", "fault_alarm", "sensor_fault", "trouble", "malfunction", "smoke_fault", "error_code")
LEVELS: dict[str, tuple[str, str]] = {
    "temperature": ("temperature", "°C"), "device_temperature": ("device_temperature", "°C"),
    "humidity": ("humidity", "%"), "gas_value": ("gas_value", ""), "co": ("co_value", "ppm"),
    "smoke_concentration": ("smoke_value", ""), "smoke_density": ("smoke_value", ""),
    "water_pressure": ("water_pressure", "kPa"), "power": ("power", "W"), "linkquality": ("linkquality", ""),
}  # fmt: skip
VOLTAGE_UNIT = "mV"
WATCHED = {**FLAGS, **{key: kind for key, (kind, _unit) in LEVELS.items()}}
NOT_OF_THE_ROOM = frozenset({"silence", "device_temperature", "linkquality"})
ACTIONS = frozenset({"emergency", "panic", "sos"})
TEST_RUNNING = frozenset({"checking", "testing", "test", "in_progress", "self_test"})
TEST_FAILED = frozenset({"failure", "failed", "fail", "error", "check_failure"})

ONLINE, OFFLINE = ("online",), ("offline",)


def kinds_of(properties: Iterable[str]) -> tuple[str, ...]:
    """What a device with these properties tells of the room."""
    kinds = (WATCHED.get(name, "") for name in properties)
    return tuple(dict.fromkeys(kind for kind in kinds if kind and kind not in NOT_OF_THE_ROOM))


def is_online(payload: bytes, source: SourceConfig) -> bool | None:
    """Liveness as `{"state":"online"}` or, from older bridges, as plain text; None when it is neither."""
    body = envelope.text(payload, source).strip()
    if not body:
        raise MessageRefused(Reject.EMPTY)
    state = envelope.table(payload, source).get("state") if body[0] == "{" else body.strip('"')
    return truth(state, ONLINE, OFFLINE)
