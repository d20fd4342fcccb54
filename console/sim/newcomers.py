"""Two devices that nobody has placed yet: one is announced by its bridge, one is only heard. Owns no thread."""

from __future__ import annotations

import random

from console.model import Point, Site, point_id
from console.sim.devices import SITE_BASE, ZIGBEE_SOURCE, Device, Meter, SiteDevice, ZigbeeDevice

AFTER_S = 25.0  # a visitor has looked around, and sees them come
SMOKE_ADDRESS, SMOKE_NAME = "0x00158d0091e7c0de", "新装烟感-1"
PUMP = "pump-07"


def newcomers(site: Site, seed: int) -> list[Device]:
    """Those the site has no point of."""
    rng = random.Random(seed)
    taken = {point.id for point in site.points}
    smoke = _point(ZIGBEE_SOURCE, SMOKE_ADDRESS, "smoke")
    pressure = _point(SITE_BASE, PUMP, "water_pressure")
    devices: list[Device] = []
    if smoke.id not in taken:
        devices.append(ZigbeeDevice(SMOKE_ADDRESS, SMOKE_NAME, [Meter(smoke, rng)], rng))
    if pressure.id not in taken:
        devices.append(SiteDevice(Meter(pressure, rng), PUMP))
    return devices


def _point(source: str, device: str, kind: str) -> Point:
    return Point(point_id(source, device, kind), device, device, kind)
