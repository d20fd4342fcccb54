"""GB/T 26875.3 frames of user information transmission devices, as a gateway re-publishes them (`BASE/up/ADDRESS`).

| fact | what the console does |
|---|---|
| `@@`, sequence 2, version 2, time 6, source 6, destination 6, length 2, command 1, data, checksum 1, `##` | checked |
| little-endian; the sum of everything between `@@` and the checksum, modulo 256 | wrong: `bad_checksum` |
| frames stick together | each is read |
| commands 2 (send) and 5 (answer) carry data; 1, 3, 4 and 6 do not | the latter are known, without effect |
| type 1: state of a fire system, 16 bits | `ADDRESS/SYSTEM/NUMBER`: fire, fault, shield, supervise, feedback, power |
| type 2: state of a part, 16 bits, 31 bytes of GB 18030 text | the part, with that text as its label |
| type 3: analog value, steps of the type's unit (0.1 MPa is too coarse for a low limit of a hydrant) | a level |
| type 4: what somebody did at the panel; type 24: at the device | reset, silence, manual alarm, cleared, self-test |
| type 21: state of the device itself | fire, fault, power fault; bit 0 clear: it tests itself |
| bit 0 of a state clear: on test | a fire bit is then supervisory and no fire |
| a bit that is not set any more | said to be normal each time: nothing stays because its end was lost |
| times are the site's, without a zone | outside of [-7 d, +5 min]: arrival time and a clock fault |
| the device's own address is the source in the frame | it is the identity, whatever the topic says |

The gateway tells of itself on `BASE/gateway` and of its line to each device on `BASE/link/ADDRESS`: online, offline.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from console.kinds import kind_of
from console.model import Message, State
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

START, END = b"@@", b"##"
HEAD = 27  # start, sequence 2, version 2, time 6, source 6, destination 6, length 2, command 1
SOURCE_AT = 12  # where the source address begins
SEND, ANSWER = 2, 5
SYSTEM_STATE, PART_STATE, ANALOG, OPERATION, DEVICE_STATE, DEVICE_OPERATION = 1, 2, 3, 4, 21, 24
SIZES = {SYSTEM_STATE: 4, PART_STATE: 40, ANALOG: 10, OPERATION: 4, DEVICE_STATE: 1, DEVICE_OPERATION: 2}
TIME_BYTES = 6
NORMAL, FIRE, FAULT, SHIELD, SUPERVISE, FEEDBACK = 1, 2, 4, 8, 16, 64  # bits of a state word
POWER, SYSTEM_POWER, BUS = 256, 256 | 512, 1024  # of a part; mains or battery, and the loop, of a system
DEVICE_FAULT, DEVICE_POWER = 0b1100100, 0b11000  # of a device: itself and its lines; mains and battery
RESET, SILENCE, MANUAL, CLEARED, SELF_TEST = 1, 2, 4, 8, 16  # bits of an operation
PART_KINDS = {  # part type → kind of its fire bit
    21: "gas", 23: "manual_call_point", 30: "heat", 31: "heat", 32: "heat", 33: "heat", 34: "heat",
    40: "smoke", 41: "smoke", 42: "smoke", 43: "smoke", 44: "smoke", 50: "smoke", 51: "smoke", 52: "smoke",
    61: "flame", 62: "flame", 69: "flame", 74: "video_smoke", 82: "gas", 86: "water_flow", 91: "water_flow",
}  # fmt: skip
ANALOGS = {  # analog type → kind, unit, size of one step
    3: ("temperature", "°C", 0.1), 4: ("water_pressure", "MPa", 0.1), 5: ("water_pressure", "kPa", 0.1),
    6: ("gas", "%LEL", 0.1), 8: ("voltage", "V", 0.1), 9: ("current", "A", 0.1), 2: ("water_level", "m", 0.01),
    1: ("count", "", 1.0), 7: ("duration", "s", 1.0), 10: ("flow", "L/s", 0.1),
}  # fmt: skip


class Gb26875(Reader):
    def read(self, message: Message) -> list[Statement]:
        frame = message.payload
        level, _, address = message.topic.removeprefix(f"{self.base}/").partition("/")
        if level in ("gateway", "link"):
            reach = f"{address}/" if level == "link" else "*"
            online = {b"online": True, b"offline": False}.get(frame.strip())
            return [Speaker(address or self.base).availability(online, reach=reach)]
        if len(frame) > self.source.max_bytes:
            raise MessageRefused(Reject.TOO_LARGE, f"{len(frame)} bytes")
        said = [each for part in _frames(frame) for each in self._frame(part)]
        return said or [Speaker(message.topic.rpartition("/")[2]).ignored("nothing_watched")]

    def _frame(self, frame: bytes) -> list[Statement]:
        address = frame[SOURCE_AT : SOURCE_AT + 6][::-1].hex()
        if frame[HEAD - 1] not in (SEND, ANSWER):
            return [Speaker(address).ignored("not_a_report")]
        body = frame[HEAD:-3]
        if len(body) < 2:
            raise MessageRefused(Reject.BAD_FRAME, "no application data")
        kind, count, at = body[0], body[1], 2
        size = SIZES.get(kind)
        if size is None:
            return [Speaker(address).ignored("not_watched")]
        said: list[Statement] = []
        for _ in range(count):
            part = body[at : at + size + TIME_BYTES]
            if len(part) < size + TIME_BYTES:
                raise MessageRefused(Reject.BAD_FRAME, "an information object ends early")
            at += size + TIME_BYTES
            said += self._object(kind, part[:size], self._speaker(address, part[size:]))
        return said

    def _speaker(self, device: str, at: bytes) -> Speaker:
        at_ms = _time(at, self.local)
        return Speaker(device, at_ms, clock_fault=at_ms is None)

    def _object(self, kind: int, part: bytes, speaker: Speaker) -> list[Statement]:
        if kind == DEVICE_STATE:
            return _device(speaker, part[0])
        if kind == DEVICE_OPERATION:
            return _operation(speaker, part[0], part[1])
        owner = _named(speaker, f"{speaker.device}/{part[0]}/{part[1]}")
        if kind == OPERATION:
            return _operation(owner, part[2], part[3])
        if kind == SYSTEM_STATE:
            return _bits(owner, int.from_bytes(part[2:4], "little"), "fire", SYSTEM_POWER, FAULT | BUS)
        label = _text(part[9:40]) if kind == PART_STATE else ""
        device = _named(speaker, f"{owner.device}/{part[6:2:-1].hex()}", label)
        if kind == PART_STATE:
            return _bits(device, int.from_bytes(part[7:9], "little"), PART_KINDS.get(part[2], "fire"), POWER, FAULT)
        return [_analog(device, part[7], int.from_bytes(part[8:10], "little", signed=True))]


def _named(speaker: Speaker, device: str, label: str = "") -> Speaker:
    return Speaker(device, speaker.at_ms, label=label, clock_fault=speaker.clock_fault)


def _analog(speaker: Speaker, kind: int, steps: int) -> Statement:
    if kind not in ANALOGS:
        return speaker.ignored("unknown_analog")
    name, unit, step = ANALOGS[kind]
    said = speaker.level(name, round(steps * step, 6), unit)
    return speaker.say(name, said.state, said.value, said.unit or unit or kind_of(name).unit, reason=said.reason)


def _bits(speaker: Speaker, bits: int, kind: str, power: int, fault: int) -> list[Statement]:
    """A state word of a system or a part; what is on test is no fire."""
    return [
        _alarm(speaker, kind, bool(bits & FIRE), bool(bits & NORMAL)), speaker.fault(bool(bits & fault)),
        speaker.flag("shield", bool(bits & SHIELD)), _watched(speaker, "supervise", bool(bits & SUPERVISE)),
        speaker.flag("feedback", bool(bits & FEEDBACK)), speaker.flag("power_fault", bool(bits & power)),
    ]  # fmt: skip


def _device(speaker: Speaker, bits: int) -> list[Statement]:
    """The state of the transmission device."""
    return [
        _alarm(speaker, "fire", bool(bits & FIRE), bool(bits & NORMAL)), speaker.fault(bool(bits & DEVICE_FAULT)),
        speaker.flag("power_fault", bool(bits & DEVICE_POWER)),
    ]  # fmt: skip


def _alarm(speaker: Speaker, kind: str, burns: bool, is_watching: bool) -> Statement:
    if is_watching:
        return speaker.flag(kind, burns)
    return speaker.say(kind, State.SUPERVISORY, burns, reason="self_test")


def _watched(speaker: Speaker, kind: str, is_on: bool) -> Statement:
    return speaker.say(kind, State.SUPERVISORY if is_on else State.NORMAL, is_on)


def _operation(speaker: Speaker, bits: int, operator: int) -> list[Statement]:
    """What a person did there. A manual alarm is a fire; a reset or "cleared" ends it."""
    said = []
    if bits & MANUAL:
        said.append(speaker.flag("manual_call_point", True))
    elif bits & (RESET | CLEARED):
        said.append(speaker.flag("manual_call_point", False))
    if bits & (SILENCE | RESET):
        said.append(speaker.flag("silence", bool(bits & SILENCE)))
    if bits & SELF_TEST:
        said.append(speaker.say("test", State.SUPERVISORY, True, reason="self_test"))
    return said or [speaker.ignored(f"operation {bits:#04x} by {operator}")]


def _frames(data: bytes) -> Iterator[bytes]:
    """Whole frames; several may stick together."""
    at = 0
    if not data:
        raise MessageRefused(Reject.EMPTY)
    while at < len(data):
        if data[at : at + 2] != START or len(data) - at < HEAD + 3:
            raise MessageRefused(Reject.BAD_FRAME, "does not begin as a frame")
        length = int.from_bytes(data[at + 24 : at + 26], "little")
        end = at + HEAD + length + 3
        frame = data[at:end]
        if len(frame) < HEAD + length + 3 or frame[-2:] != END:
            raise MessageRefused(Reject.BAD_FRAME, "ends early")
        if sum(frame[2:-3]) % 256 != frame[-3]:
            raise MessageRefused(Reject.BAD_CHECKSUM, "the checksum is wrong: deny it")
        yield frame
        at = end


def _time(part: bytes, local: tzinfo) -> int | None:
    second, minute, hour, day, month, year = part
    try:
        return int(datetime(2000 + year, month, day, hour, minute, second, tzinfo=local).timestamp()) * 1000
    except ValueError:
        return None


def _text(part: bytes) -> str:
    return part.split(b"\0")[0].decode("gb18030", "replace").strip()
