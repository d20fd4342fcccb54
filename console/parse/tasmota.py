"""Tasmota: sensors, liveness and 433 MHz bridges (`tele/NAME/SENSOR|STATE|LWT|RESULT`), the prefix in any place.

| fact | what the console does |
|---|---|
| `%prefix%/%topic%/` in any order (FullTopic) | `tele` and `stat` are looked for on every level |
| `Time` has no offset | the site's time zone; 1970 before the clock is set: arrival time and a clock fault |
| `TempUnit` C or F, `PressureUnit` | converted |
| -127, 85.0 at power-up, null | a trouble of the probe |
| several probes of one make | each a device of its own (`NAME/DS18B20-1`) |
| `stat/NAME/STATUS8`, `STATUS10` | the same sensors inside `StatusSNS` |
| `LWT` is `Online`/`Offline`, capitals and all, retained | availability |
| 433 MHz detectors only say their code | an alarm of `rf-CODE` (option `kind`); a person or `ends_after_s` ends it |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from console.model import Message
from console.parse import envelope
from console.parse.envelope import Json
from console.parse.moment import iso
from console.parse.naming import kind_of_key, of_kind
from console.parse.reader import Place, Reader, ends_after_ms
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.values import truth

PREFIXES = ("tele", "stat")
SAID = (
    "SENSOR",
    "RESULT",
    "STATUS8",
    "STATUS10",
)  # what carries signals; STATE, INFO and the rest tell about the device itself
KNOWN = ("STATE", "UPTIME", "STATUS", "POWER", "HASS_STATE", "LOGGING", "MARGINS")
QUANTITIES = ("Temperature", "Humidity", "Pressure", "Voltage", "Power", "Smoke", "Gas", "CarbonMonoxide")
UNITS = {"voltage": "V", "power": "W"}


class Tasmota(Reader):
    def takes(self, topic: str) -> bool:
        levels = topic.split("/")
        return len(levels) > 2 and any(prefix in levels[:-1] for prefix in PREFIXES)

    def subscriptions(self) -> tuple[str, ...]:
        return tuple(f"{prefix}/#" for prefix in PREFIXES)

    def place(self, topic: str) -> Place:
        return Place(_device(topic))

    def read(self, message: Message) -> list[Statement]:
        device, what = _device(message.topic), message.topic.rpartition("/")[2]
        if what == "LWT":
            body = envelope.text(message.payload, self.source).strip()
            return [Speaker(device).availability(truth(body, ("Online",), ("Offline",)))]
        if what not in SAID:
            if what.startswith(("INFO", *KNOWN)):
                return [Speaker(device).ignored(what.lower())]
            raise MessageRefused(Reject.NO_RULE, what)
        data = envelope.table(message.payload, self.source)
        inside = data.get("StatusSNS")
        data = inside if isinstance(inside, dict) else data
        at_ms = iso(data.get("Time"), self.local)
        speaker = Speaker(device, at_ms, clock_fault="Time" in data and at_ms is None)
        received = data.get("RfReceived")
        said = self._radio(received, speaker) if isinstance(received, dict) else self._sensors(data, speaker)
        return said or [speaker.ignored("result")]

    def _radio(self, received: Mapping[str, Json], bridge: Speaker) -> list[Statement]:
        """A detector that only ever says its code when it alarms; a person or a delay ends it."""
        code = received.get("Data")
        if not isinstance(code, str | int):
            raise MessageRefused(Reject.NO_IDENTITY, "a radio message without a code")
        name = str(code).removeprefix("0x").upper()
        device = self.directory.device(self.source.name, f"rf-{name}")
        kind = self.source.options.get("kind", "smoke")
        said = Speaker(device, bridge.at_ms, clock_fault=bridge.clock_fault).flag(str(kind), True)
        return [replace(said, lasts_ms=ends_after_ms(self.source))]

    def _sensors(self, data: Mapping[str, Json], speaker: Speaker) -> list[Statement]:
        probes: list[Statement] = []
        for name, values in data.items():
            if not isinstance(values, dict):
                continue
            own = _probe(speaker, name, [key for key, each in data.items() if isinstance(each, dict)])
            for quantity in QUANTITIES:
                if quantity in values:
                    kind, _ = kind_of_key(quantity)
                    units = {"temperature": f"°{data.get('TempUnit', 'C')}", "water_pressure": data.get("PressureUnit")}
                    if kind == "water_pressure" and not self._measures_water():
                        continue  # a weather sensor's air pressure
                    unit = str(units.get(kind) or UNITS.get(kind, ""))
                    probes.append(of_kind(own, self.source, kind, values[quantity], unit))
        return probes

    def _measures_water(self) -> bool:
        return any(signal.kind == "water_pressure" for signal in self.source.signals)


def _device(topic: str) -> str:
    return "/".join(level for level in topic.split("/")[:-1] if level not in PREFIXES)


def _probe(speaker: Speaker, name: str, names: list[str]) -> Speaker:
    """One of several probes of the same make (DS18B20-1, DS18B20-2) is a device of its own."""
    make = name.partition("-")[0]
    if sum(each.partition("-")[0] == make for each in names) < 2:
        return speaker
    return Speaker(f"{speaker.device}/{name}", speaker.at_ms, clock_fault=speaker.clock_fault)
