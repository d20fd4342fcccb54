"""Site rules: messages of any shape, read as `config.toml` says (topic pattern, expressions, units, words). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.config.schema import SignalConfig
from console.kinds import KINDS, kind_of
from console.limits import is_set
from console.model import AlarmClass, Message, State
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.expression import MISSING, Getter, compiled
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.values import number
from console.topics import Pattern, subscription


@dataclass(frozen=True, slots=True)
class Rule:
    """One signal of the source, compiled."""

    signal: SignalConfig
    get: Getter

    def read(self, kind: str, speaker: Speaker, raw: Json) -> Statement:
        signal = self.signal
        if is_number(kind, signal, raw):
            said = speaker.level(kind, raw, signal.unit, signal.scale)
            return _within(said, signal.range, speaker)
        said = speaker.flag(kind, raw, signal.on, signal.off)
        if said.value is True and isinstance(raw, str) and kind_of(kind).alarm_class is AlarmClass.WARNING:
            return speaker.say(kind, said.state, raw)  # the colour of a warning is its value
        return said


def is_number(kind: str, signal: SignalConfig, raw: Json) -> bool:
    """Whether a signal is a level or a flag: by its words, its kind, its unit, and only then by the value."""
    if signal.on or signal.off:
        return False
    shape = kind_of(kind)
    if shape.numeric:
        return True
    if kind not in KINDS:
        return bool(signal.unit) or signal.range is not None or is_set(signal.limits)
    if shape.unit is None:
        return False
    level = None if isinstance(raw, bool) else number(raw)  # gas may come as true or as 12 %LEL
    return level is not None and (bool(signal.unit) or level not in (0, 1))


def _within(said: Statement, allowed: tuple[float, float] | None, speaker: Speaker) -> Statement:
    if allowed is None or not isinstance(said.value, int | float) or allowed[0] <= said.value <= allowed[1]:
        return said
    return speaker.say(said.kind, State.TROUBLE, None, said.unit, reason="out_of_range")


class Rulebook(Reader):
    """The reader of one `ecosystem = "site"` source."""

    def prepare(self) -> None:
        source = self.source
        self._pattern = Pattern.of(self.base)
        signals = source.signals or (SignalConfig(),)  # without signals: every known kind, from `v`
        rules = [Rule(signal, compiled(signal.value)) for signal in signals]
        self._named: dict[str, list[Rule]] = {}
        for rule in rules:
            self._named.setdefault(rule.signal.kind, []).append(rule)
        self._all = [rule for rule in rules if rule.signal.kind]
        self._is_text = bool(rules) and all(not rule.signal.value for rule in rules)
        self._time = compiled(source.time) if source.time else None
        self._device = compiled(source.device) if source.device else None

    def takes(self, topic: str) -> bool:
        return self._pattern.match(topic) is not None

    def subscriptions(self) -> tuple[str, ...]:
        return (subscription(self.base),)

    def place(self, topic: str) -> Place:
        named = self._pattern.match(topic) or {}
        device, kind = named.get("device"), named.get("kind")
        shape = kind_of(kind) if kind else None
        return Place(
            self.directory.device(self.source.name, device) if device else None,
            kind,
            shape.unit if shape and shape.numeric else None,
        )

    def read(self, message: Message) -> list[Statement]:
        named = self._pattern.match(message.topic) or {}
        kind = named.get("kind", "")
        rules = self._rules(kind)
        if not message.payload.strip() and self.source.options.get("empty_payload"):
            return self._arrival(kind, rules, self._speaker(self._name(named, None), None, False))
        body = self._body(message)
        speaker = self._speaker(self._name(named, body), *self._when(body))
        said = []
        for rule in rules:
            raw = rule.get(body)
            if raw is not MISSING:
                said.append(rule.read(rule.signal.kind or kind, speaker, raw))
        if not said:
            raise MessageRefused(Reject.NO_VALUE, f"nothing at {rules[0].signal.value!r}")
        return said

    def _rules(self, kind: str) -> list[Rule]:
        """The rules of the topic's {kind}; without one in the pattern, all that name their kind."""
        rules = self._named.get(kind, []) if kind else self._all
        if kind in KINDS:
            rules = rules or self._named.get("", [])
        if not rules:
            raise MessageRefused(
                Reject.NO_RULE, f"source {self.source.name} has no signal for {kind or 'this topic'!r}"
            )
        return rules

    def _body(self, message: Message) -> Json:
        if self._is_text:
            return envelope.text(message.payload, self.source).strip()
        body = envelope.document(message.payload, self.source)
        if not isinstance(body, dict | list):
            raise MessageRefused(Reject.WRONG_TYPE, f"{type(body).__name__} where an object is due")
        return body

    def _when(self, body: Json) -> tuple[int | None, bool]:
        if self._time is None or self._is_text:
            return None, False
        raw = self._time(body)
        return (None, False) if raw is MISSING else self.device_time(raw)

    def _name(self, named: Mapping[str, str], body: Json) -> str:
        name = named.get("device", "")
        if self._device is not None and body is not None:
            found = self._device(body)
            plain = isinstance(found, str | int) and not isinstance(found, bool) and found != MISSING
            name = str(found) if plain else ""
        if not name:
            raise MessageRefused(Reject.NO_IDENTITY, "neither the topic nor the payload names a device")
        return name

    def _speaker(self, name: str, at_ms: int | None, clock_fault: bool) -> Speaker:
        device = self.directory.device(self.source.name, name)
        return Speaker(device, at_ms, label=name if device != name else "", clock_fault=clock_fault)

    def _arrival(self, kind: str, rules: list[Rule], speaker: Speaker) -> list[Statement]:
        """An empty message is the signal: the option says what it means."""
        meaning = self.source.options["empty_payload"]
        return [speaker.flag(rule.signal.kind or kind, meaning, rule.signal.on, rule.signal.off) for rule in rules]
