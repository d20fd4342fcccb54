"""GB/T 26875.3 frames of user information transmission devices, as a gateway re-publishes them (`BASE/up/ADDRESS`)."""

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
SEND = 2
SYSTEM_STATE, PART_STATE, ANALOG, DEVICE_STATE = 1, 2, 3, 21
PART_BYTES, ANALOG_BYTES, TIME_BYTES = 40, 10, 6
NORMAL, FIRE, FAULT, SHIELD, SUPERVISE, POWER = 1, 2, 4, 8, 16, 256  # bits of a state word
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
        if len(frame) > self.source.max_bytes:
            raise MessageRefused(Reject.TOO_LARGE, f"{len(frame)} bytes")
        said = [each for part in _frames(frame) for each in self._frame(part, message.topic)]
        return said or [Speaker(message.topic.rpartition("/")[2]).ignored("nothing_watched")]

    def _frame(self, frame: bytes, topic: str) -> list[Statement]:
        address = topic.rpartition("/")[2]
        if frame[HEAD - 1] != SEND:
            return [Speaker(address).ignored("not_a_report")]
        body = frame[HEAD:-3]
        if len(body) < 2:
            raise MessageRefused(Reject.BAD_FRAME, "no application data")
        kind, count, at = body[0], body[1], 2
        said: list[Statement] = []
        size = {PART_STATE: PART_BYTES, ANALOG: ANALOG_BYTES, SYSTEM_STATE: 4, DEVICE_STATE: 1}.get(kind)
        if size is None:
            return [Speaker(address).ignored("not_watched")]
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
            return [speaker.fault(bool(part[0] & 0b111110))]
        owner = _named(speaker, f"{speaker.device}/{part[0]}/{part[1]}")
        if kind == SYSTEM_STATE:
            return _bits(owner, int.from_bytes(part[2:4], "little"), "fire")
        device = _named(
            speaker, f"{owner.device}/{part[6:2:-1].hex()}", _text(part[9:40]) if kind == PART_STATE else ""
        )
        if kind == PART_STATE:
            return _bits(device, int.from_bytes(part[7:9], "little"), PART_KINDS.get(part[2], "fire"))
        return [_analog(device, part[7], int.from_bytes(part[8:10], "little", signed=True))]


def _named(speaker: Speaker, device: str, label: str = "") -> Speaker:
    return Speaker(device, speaker.at_ms, label=label, clock_fault=speaker.clock_fault)


def _analog(speaker: Speaker, kind: int, steps: int) -> Statement:
    if kind not in ANALOGS:
        return speaker.ignored("unknown_analog")
    name, unit, step = ANALOGS[kind]
    said = speaker.level(name, round(steps * step, 6), unit)
    return speaker.say(name, said.state, said.value, said.unit or unit or kind_of(name).unit, reason=said.reason)


def _bits(speaker: Speaker, bits: int, kind: str) -> list[Statement]:
    """A state word: 0 normal/test, 1 fire, 2 fault, 3 shield, 4 supervise, 8 power; what is tested is no fire."""
    fire = speaker.flag(kind, bool(bits & FIRE))
    if not bits & NORMAL:
        fire = speaker.say(kind, State.SUPERVISORY, fire.value, reason="self_test")
    said = [fire, speaker.fault(bool(bits & FAULT)), speaker.flag("shield", bool(bits & SHIELD))]
    if bits & SUPERVISE:
        said.append(speaker.say("supervise", State.SUPERVISORY, True))
    if bits & POWER:
        said.append(speaker.flag("power_fault", True))
    return said


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
