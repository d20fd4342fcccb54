"""All cameras of the demo site with their numbers, their passwords and what the simulator must know of them. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.sim.demo_site import estate, in_estate, in_halls, in_slabs, outdoors
from console.sim.demo_site.camera import Planned, numbered


@dataclass(frozen=True, slots=True)
class Block:
    """Cameras numbered in a row from `first`."""

    first: int
    cameras: list[Planned]


def blocks() -> tuple[Block, ...]:
    """Who has which numbers."""
    return (
        Block(1, outdoors.roads()),
        Block(15, in_halls.warehouse_1()),
        Block(21, in_halls.cold_store()),
        Block(26, in_halls.loading_hall()),
        Block(31, in_halls.battery_workshop()),
        Block(41, outdoors.yards()),
        Block(54, in_halls.canteen()),
        Block(59, in_slabs.office()),
        Block(73, in_slabs.west()),
        Block(100, in_slabs.east()),
        Block(140, outdoors.paths()),
        Block(164, in_estate.low_flats(estate.R1) + in_estate.low_flats(estate.R2)),
        Block(174, in_estate.high_flats(estate.R3) + in_estate.high_flats(estate.R4)),
        Block(200, in_estate.community()),
        Block(212, in_halls.small_houses()),
    )


def cameras() -> list[Planned]:
    """Every camera of the site, by number."""
    return sorted((c for block in blocks() for c in numbered(block.first, block.cameras)), key=lambda c: c.number)


BASIC = frozenset({3, 60, 143})  # cameras that ask for a password the old way
DIGEST = frozenset({31, 177})  # and those that ask for a digest
H265 = frozenset({8, 21, 33, 56, 77, 96, 133, 143, 171, 188})  # cameras that send H.265
UDP = frozenset({14, 33, 69, 143})  # … that refuse TCP
DEAD = frozenset({9, 24, 88, 126, 187})  # cameras that never answer
