"""What one message says about one kind of one device, before it is weighed against what was heard before. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from console.config.schema import Scalar
from console.kinds import SUPERVISORY_KINDS, Kind, conversion_of, kind_of
from console.model import AlarmClass, State, Value
from console.parse.values import measure, truth

BATTERY_LOW = 10.0  # %
LONGEST_TEXT = 200  # characters of a label or a value


@dataclass(frozen=True, slots=True)
class Statement:
    """One signal as the decoder understood it; `at_ms` None: the message carries no time of its own."""

    device: str
    kind: str
    value: Value
    unit: str | None
    state: State
    at_ms: int | None = None
    sequence: str = ""  # the device's own count or message id; equal means the same message again
    label: str = ""
    reason: str = ""
    historical: bool = False
    clock_fault: bool = False  # the message carries a time that cannot be read
    reach: str = ""  # of an availability: "" the device, "*" all of its source, "x/" all devices that begin so
    lasts_ms: int = 0  # over by itself so long after it was last said; 0 = until somebody says so
    ends_alone: bool = False  # and also while its source says nothing else


def bounded(said: Statement) -> Statement:
    """The same with its texts cut to what a person can read and a database can hold: they are a stranger's."""
    texts = said.label, said.sequence, said.value if isinstance(said.value, str) else ""
    if max(map(len, texts)) > LONGEST_TEXT:
        value = said.value[:LONGEST_TEXT] if isinstance(said.value, str) else said.value
        said = replace(said, label=said.label[:LONGEST_TEXT], value=value, sequence=_brief(said.sequence))
    if "".join((*texts, said.device, said.kind, said.unit or "", said.reason, said.reach)).isprintable():
        return said
    return replace(
        said, device=storable(said.device), kind=storable(said.kind), label=storable(said.label),
        value=storable(said.value) if isinstance(said.value, str) else said.value,
        unit=storable(said.unit) if said.unit else said.unit, sequence=storable(said.sequence),
        reason=storable(said.reason), reach=storable(said.reach),
    )  # fmt: skip


def storable(text: str) -> str:
    """Without what no database holds (NUL, halves of a pair): U+FFFD stands in its place."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text)


def _brief(sequence: str) -> str:
    """Of a message id nothing but its being the same matters."""
    if len(sequence) <= LONGEST_TEXT:
        return sequence
    return hashlib.blake2s(sequence.encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something and when; makes the statements of one message."""

    device: str
    at_ms: int | None = None
    sequence: str = ""
    label: str = ""
    historical: bool = False
    clock_fault: bool = False

    def say(
        self,
        kind: str,
        state: State,
        value: Value = None,
        unit: str | None = None,
        *,
        reason: str = "",
        reach: str = "",
    ) -> Statement:
        return Statement(
            self.device, kind, value, unit, state, self.at_ms, self.sequence, self.label, reason,
            self.historical, self.clock_fault, reach,
        )  # fmt: skip

    def ignored(self, reason: str, kind: str = "") -> Statement:
        """Known, and knowingly without effect."""
        return self.say(kind, State.IGNORE, reason=reason)

    def flag(self, kind: str, raw: object, on: Sequence[Scalar] = (), off: Sequence[Scalar] = ()) -> Statement:
        """A yes or no; what is neither is bad quality."""
        yes = truth(raw, on, off)
        if yes is None:
            return self.say(kind, State.TROUBLE, reason="bad_value")
        return self.say(kind, state_of(kind) if yes else State.NORMAL, yes)

    def level(self, kind: str, raw: object, unit: str = "", scale: tuple[float, float] = (1.0, 0.0)) -> Statement:
        """A number, converted to the kind's unit; what is none, or impossible, is bad quality."""
        shape = number_kind(kind, unit)
        value, wrong = measure(raw, shape, unit, scale)
        if wrong:
            return self.say(kind, State.TROUBLE, None, shape.unit, reason=wrong)
        if kind == "battery" and isinstance(value, int | float) and value <= BATTERY_LOW:
            return self.say(kind, State.TROUBLE, value, shape.unit, reason="battery_low")
        return self.say(kind, State.READING, value, shape.unit)

    def fault(self, code: object, kind: str = "fault") -> Statement:
        """A fault given as yes/no, as a code (0 is none) or as a word; an unknown word is a fault, not a blank."""
        yes = truth(code, off=(0, False, "", "0", "none", "normal", "ok", "false", "OFF", "off", "no_fault", "正常"))
        if yes is False:
            return self.say(kind, State.NORMAL, False)
        value = code if isinstance(code, bool | int | float | str) else None
        return self.say(kind, State.TROUBLE, value, reason="fault")

    def availability(self, online: bool | None, reason: str = "", reach: str = "") -> Statement:
        """Whether the device is there; `reach` says who else is lost with it."""
        if online is None:
            return self.say("availability", State.TROUBLE, reason="bad_value")
        return self.say("availability", State.NORMAL if online else State.OFFLINE, online, reason=reason, reach=reach)


def state_of(kind: str) -> State:
    """What a yes of this kind means."""
    if kind in SUPERVISORY_KINDS:
        return State.SUPERVISORY
    return State.TROUBLE if kind_of(kind).alarm_class is AlarmClass.TROUBLE else State.ALARM


def number_kind(kind: str, unit: str) -> Kind:
    """The kind as a number: a site's own kind takes the unit its rule gives."""
    shape = kind_of(kind)
    if shape.unit or not unit:
        return shape
    conversion = conversion_of(unit)
    return Kind(shape.alarm_class, conversion.to if conversion else unit, shape.low, shape.high, numeric=True)
