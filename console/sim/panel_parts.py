"""The parts of a simulated fire panel as values: where each is in the panel, and its state in forty bytes. Pure.

A point `panels/PANEL/SYSTEM/ADDRESS/PART#kind` is a part: the panel's address, the kind and number of the fire
protection system, eight hexadecimal digits of the part, as the decoder of GB/T 26875.3 names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.model import Point, PointId

SOURCE = "panels"
TYPES = {"smoke": 40, "heat": 30, "manual_call_point": 23}  # kinds of parts, by what their fire bit means
NORMAL, FIRE, FAULT = 1, 2, 4
TEXT = 31  # bytes of its name


@dataclass(slots=True)
class Part:
    panel: str
    system: int
    system_address: int
    address: bytes
    kind: int
    name: str
    is_alarming: bool = False
    is_faulty: bool = False

    def state(self) -> bytes:
        """Its information object, without the time."""
        bits = NORMAL | FIRE * self.is_alarming | FAULT * self.is_faulty
        text = self.name.encode("gb18030")[:TEXT].ljust(TEXT, b"\0")
        return bytes((self.system, self.system_address, self.kind)) + self.address + bits.to_bytes(2, "little") + text


def parts(points: Iterable[Point]) -> dict[PointId, Part]:
    """The points that are parts of the panel; others are left out."""
    return {point.id: _part(point) for point in points if point.id.startswith(f"{SOURCE}/") and point.kind in TYPES}


def _part(point: Point) -> Part:
    panel, system, address, part = point.id.rpartition("#")[0].split("/")[1:]
    return Part(panel, int(system), int(address), bytes.fromhex(part)[::-1], TYPES[point.kind], point.name)
