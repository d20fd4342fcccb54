"""What hangs on the old fire panel of the demo's estate: call points that report by GB/T 26875.3. Pure."""

from __future__ import annotations

from console.sim.demo_site import estate
from console.sim.demo_site.sensing import Sensor
from console.sim.demo_site.slab import zone_suffix

PANEL = "330421000017"
FLOORS = (0, 2, 4)


def call_points() -> list[Sensor]:
    """One call point in the corridor of every second floor of the first block."""
    house, slab = estate.R1, estate.FLATS
    start, end = slab.section_span(0)
    found = []
    for number, floor in enumerate(FLOORS, start=1):
        label = house.label(floor)
        found.append(
            Sensor(
                device=f"{PANEL}/1/1/{number:08x}", source="panels", kinds=("manual_call_point",),
                name=f"{house.name}{label}手动报警按钮", name_en=f"{house.name_en} {label} call point",
                at=house.out(((start + end) / 2, slab.middle)), house=house.id, floor=floor,
                zone=f"{house.id}-{zone_suffix(label, slab.sections[0])}",
            )
        )  # fmt: skip
    return found
