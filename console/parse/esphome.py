"""ESPHome without discovery: `PREFIX/COMPONENT/OBJECT/state` as plain text, `PREFIX/status` for liveness.

| fact | what the console does |
|---|---|
| plain text: `ON`, `OFF`, `23.4` | flags and levels |
| `nan` is a failed reading | a trouble, never 0 |
| what an object is stands in its name only, its unit nowhere | by its words; the option `unit`, or a signal with one |
| `PREFIX/status` is birth and will, retained | availability |
| no times, no identity but the prefix | arrival time; the prefix is the device |
"""

from __future__ import annotations

from console.kinds import kind_of
from console.model import Message
from console.parse import envelope
from console.parse.naming import kind_of_key, of_kind
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.values import truth

COMPONENTS = ("sensor", "binary_sensor")
OTHER = ("switch", "light", "text_sensor", "fan", "button", "number", "select", "climate", "cover", "lock")


class Esphome(Reader):
    def takes(self, topic: str) -> bool:
        levels = topic.split("/")
        if self.base and not topic.startswith(f"{self.base}/"):
            return False
        return levels[-1] == "status" or (
            len(levels) > 3 and levels[-1] == "state" and levels[-3] in COMPONENTS + OTHER
        )

    def subscriptions(self) -> tuple[str, ...]:
        front = f"{self.base}/" if self.base else ""
        return (*(f"{front}+/{component}/+/state" for component in COMPONENTS), f"{front}+/status")

    def place(self, topic: str) -> Place:
        levels = topic.split("/")
        if levels[-1] == "status":
            return Place("/".join(levels[:-1]), "availability")
        kind = kind_of_key(levels[-2])[0] if len(levels) > 3 else ""
        return Place("/".join(levels[:-3]) or None, kind or None, kind_of(kind).unit if kind else None)

    def read(self, message: Message) -> list[Statement]:
        levels = message.topic.split("/")
        body = envelope.text(message.payload, self.source).strip()
        if levels[-1] == "status":
            return [Speaker("/".join(levels[:-1])).availability(truth(body, ("online",), ("offline",)))]
        if len(levels) < 4 or levels[-3] not in COMPONENTS + OTHER:
            raise MessageRefused(Reject.UNKNOWN_TOPIC, "neither status nor state")
        speaker = Speaker(self.directory.device(self.source.name, "/".join(levels[:-3])))
        if levels[-3] in OTHER:
            return [speaker.ignored(levels[-3])]
        kind, unit = kind_of_key(levels[-2])
        if not kind:
            raise MessageRefused(Reject.NO_RULE, f"nothing says what {levels[-2]!r} is")
        return [of_kind(speaker, self.source, kind, body, unit)]
