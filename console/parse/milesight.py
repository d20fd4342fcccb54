"""The six bytes of a Milesight GS524N smoke detector. Pure.

| byte | |
|---|---|
| 0 | versions, 0x22 |
| 1 | low nibble: 1 alarm, 2 silent, 4 low battery, 5 fault, 7 normal, 10 removed, 11 installed, 14 and 15 self-test |
| 2 | battery % |
| 3 | concentration %; more than 100 is no reading |
| 4 | temperature °C, signed |
| 5 | makes the sum 0 modulo 256: the maker's own codec does not look at it, so a codec's word may be wrong |
"""

from __future__ import annotations

from console.model import State
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

LENGTH = 6
ALARM, SILENT, LOW_BATTERY, FAULT, NORMAL, REMOVED, INSTALLED, TEST, TEST_LOW = 1, 2, 4, 5, 7, 10, 11, 14, 15
VERSION = 0x22
MOST_PERCENT = 100
OUT_OF_WATCH = {SILENT: "silenced", REMOVED: "removed", TEST: "self_test", TEST_LOW: "self_test"}


def is_frame(data: bytes) -> bool:
    return len(data) == LENGTH and data[0] == VERSION


def read(data: bytes, speaker: Speaker) -> list[Statement]:
    """Versions, message, battery %, concentration, temperature, and a byte that makes the sum 0."""
    if sum(data) % 256:
        raise MessageRefused(Reject.BAD_CHECKSUM, "the bytes do not add up to 0")
    said = event(data[1] & 0x0F, speaker)
    said.append(speaker.level("battery", data[2]))
    if data[3] <= MOST_PERCENT:
        said.append(speaker.level("smoke_value", data[3]))
    said.append(speaker.level("temperature", int.from_bytes(data[4:5], signed=True)))
    return said


def event(message: int, speaker: Speaker) -> list[Statement]:
    """What a message number says; an unknown one is a trouble, never normal."""
    if message in OUT_OF_WATCH:
        return [speaker.say("smoke", State.SUPERVISORY, None, reason=OUT_OF_WATCH[message])]
    if message in (ALARM, NORMAL, LOW_BATTERY):
        return [speaker.flag("smoke", message == ALARM)]
    if message == FAULT:
        return [speaker.fault(True)]
    if message == INSTALLED:
        return [speaker.flag("removed", False)]
    return [speaker.say("smoke", State.TROUBLE, reason="unknown_message")]


def concentration(value: object, speaker: Speaker) -> list[Statement]:
    """As the maker's codec hands it on, also where nothing was measured."""
    is_none = isinstance(value, int | float) and value > MOST_PERCENT
    return [] if is_none else [speaker.level("smoke_value", value)]


EVENTS = {
    "alarm": ALARM, "smoke": ALARM, "silent": SILENT, "silence": SILENT, "mute": SILENT, "low_battery": LOW_BATTERY,
    "low battery": LOW_BATTERY, "fault": FAULT, "failover": FAULT, "error": FAULT, "normal": NORMAL, "removed": REMOVED,
    "demolition": REMOVED, "installed": INSTALLED, "test": TEST, "self_test": TEST, "selftest": TEST,
    "testing alarm with normal battery": TEST, "testing alarm with low battery": TEST_LOW,
}  # fmt: skip
