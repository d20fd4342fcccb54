"""ThingsBoard: telemetry of gateways (`v1/gateway/…`); `me` names nobody at a plain broker and is refused.

| fact | what the console does |
|---|---|
| `v1/devices/me/…`, `v2/…` | refused as `no_identity`: there only the connection's credentials name the device |
| `v1/gateway/telemetry` `{DEVICE: [{ts, values}]}`, or values without a time | read, oldest first |
| values may be text | numbers and words alike |
| `v1/gateway/connect`, `disconnect` | availability |
| `v1/gateway/attributes`, `rpc`, `claim` | known, without effect |
"""

from __future__ import annotations

from console.model import Message
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import epoch
from console.parse.naming import statement
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement


class ThingsBoard(Reader):
    def takes(self, topic: str) -> bool:
        return topic.startswith(("v1/", "v2/"))

    def subscriptions(self) -> tuple[str, ...]:
        return ("v1/gateway/#", "v1/devices/#", "v2/#")

    def read(self, message: Message) -> list[Statement]:
        if not message.topic.startswith("v1/gateway/"):
            raise MessageRefused(Reject.NO_IDENTITY, "'me' names no device at a plain broker")
        data = envelope.table(message.payload, self.source)
        what = message.topic.removeprefix("v1/gateway/")
        if what in ("connect", "disconnect"):
            name = data.get("device")
            if not isinstance(name, str) or not name:
                raise MessageRefused(Reject.NO_IDENTITY, "no device in it")
            if what == "connect":
                model = data.get("type")
                self.directory.strangers.introduce(
                    self.source.name, self._device(name), name=name, model=model if isinstance(model, str) else ""
                )  # fmt: skip
            return [Speaker(self._device(name)).availability(what == "connect")]
        if what != "telemetry":
            return [Speaker("").ignored(what)]
        said = [each for name, samples in data.items() for each in self._samples(name, samples)]
        if not said:
            raise MessageRefused(Reject.NO_SIGNAL, f"devices {', '.join(list(data)[:8])}")
        return said

    def _device(self, name: str) -> str:
        return self.directory.device(self.source.name, name)

    def _samples(self, name: str, samples: Json) -> list[Statement]:
        """Oldest first, so that the newest is the live one: a gateway sends what it has kept in any order."""
        listed = [each for each in (samples if isinstance(samples, list) else [samples]) if isinstance(each, dict)]
        timed = sorted(listed, key=lambda sample: epoch(sample.get("ts"), 1000) or 0)
        said = []
        for sample in timed:
            values = sample.get("values", sample)
            raw = sample.get("ts")
            at_ms = epoch(raw, 1000)
            speaker = Speaker(self._device(name), at_ms, clock_fault=raw is not None and at_ms is None)
            for key, value in values.items() if isinstance(values, dict) else ():
                each = None if key == "ts" else statement(speaker, self.source, key, value)
                if each is not None:
                    said.append(each)
        return said
