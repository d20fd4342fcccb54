"""The simulated weather office: a red warning as CAP 1.2, taken back by a Cancel. Owns no thread."""

from __future__ import annotations

import random
from collections.abc import Iterable
from xml.sax.saxutils import escape

from console.clock import iso_ms
from console.model import Point
from console.sim.devices import Device, Meter

CAP_SOURCE = CAP_BASE = "cap"
EVENTS = {"rain_warning": ("暴雨", "暴雨红色预警 / red rain warning")}
LASTS_MS = 3_600_000
NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"


class WeatherOffice(Device):
    """One sender of warnings of one kind. It repeats what stands, as a feed that is polled does."""

    def __init__(self, meter: Meter, sender: str) -> None:
        super().__init__(sender, f"{CAP_BASE}/{sender}", [meter])
        self._meter = meter
        self._since_ms = 0

    def touch(self, now_ms: int) -> None:
        """A warning begins, or is taken back."""
        if self._meter.value:
            self._since_ms = now_ms

    def payload(self, now_ms: int) -> bytes:
        point, stands = self._meter.point, bool(self._meter.value)
        event, headline = EVENTS.get(point.kind, (point.name, point.name))
        warning = f"{self.name}-{self._since_ms}"
        told = {
            "identifier": warning if stands else f"{warning}-end-{now_ms}",
            "sender": self.name,
            "sent": iso_ms(now_ms),
            "status": "Actual",
            "msgType": "Alert" if stands else "Cancel",
            "scope": "Public",
        }
        if not stands:
            told["references"] = f"{self.name},{warning},{iso_ms(self._since_ms)}"
        info = {
            "category": "Met", "event": event, "urgency": "Immediate", "severity": "Extreme" if stands else "Minor",
            "certainty": "Observed", "expires": iso_ms(now_ms + LASTS_MS), "headline": headline if stands else event,
        }  # fmt: skip
        return f'<alert xmlns="{NAMESPACE}">{_elements(told)}<info>{_elements(info)}</info></alert>'.encode()


def offices(points: Iterable[Point], seed: int) -> list[Device]:
    """The offices behind the points `cap/<sender>#<kind>` of a site."""
    rng = random.Random(seed)
    return [
        WeatherOffice(Meter(point, rng), point.id.partition("/")[2].rpartition("#")[0])
        for point in points
        if point.id.startswith(f"{CAP_SOURCE}/")
    ]


def _elements(told: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in told.items())
