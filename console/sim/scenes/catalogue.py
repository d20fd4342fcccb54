"""The pictures of the demo site: which places, from which side, at which hour."""

from __future__ import annotations

import random
from collections.abc import Callable

from console.sim.scenes import grounds, passages, plant, rooms, streets, works
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.variation import vary

Builder = Callable[[int, Hour], Place]

BUILDERS: dict[str, Builder] = {
    f.__name__.replace("_", "-"): f
    for f in (
        passages.corridor, passages.stairwell, passages.lobby, passages.lift, rooms.canteen, rooms.office,
        streets.street, streets.crossing, streets.gate, streets.fire_lane,
        grounds.forecourt, grounds.parking, grounds.lakeside, grounds.playground,
        works.warehouse, works.workshop, works.dock, works.rooftop,
        plant.garage, plant.ebike_shed, plant.pump_house, plant.switch_room, plant.server_room,
    )
}  # fmt: skip

_HOURS: dict[str, str] = {  # one picture per word, its seed counts from 1
    "corridor": "day day day night ir day day",
    "stairwell": "day day ir day",
    "lobby": "day day night day",
    "lift": "day day",
    "canteen": "day night",
    "office": "day night",
    "street": "day dusk night day dull",
    "crossing": "day dusk night",
    "gate": "day dull night",
    "forecourt": "day dusk",
    "fire-lane": "day dull night",
    "parking": "day dusk night",
    "lakeside": "dull dusk",
    "playground": "day dusk",
    "warehouse": "day day night day",
    "workshop": "day night",
    "dock": "day dull night",
    "garage": "day day ir",
    "ebike-shed": "day dusk night",
    "pump-house": "day ir",
    "switch-room": "day day",
    "server-room": "day ir",
    "rooftop": "day dusk",
}

_MORE: dict[str, int] = {  # pictures that `variation` makes out of the same builders, so that no two cameras look alike
    "corridor": 30, "stairwell": 20, "lobby": 15, "lift": 5, "canteen": 2, "office": 6, "street": 17, "forecourt": 7,
    "fire-lane": 4, "lakeside": 1, "warehouse": 14, "dock": 4, "garage": 6, "ebike-shed": 3, "server-room": 2,
}  # fmt: skip
_OPEN_AIR = {"street", "forecourt", "fire-lane", "lakeside", "dock"}
_HOURS_OUTSIDE = ["day", "dusk", "dull", "night", "day", "day", "dull", "dusk", "night", "day"]
_HOURS_INSIDE = ["day", "day", "night", "day", "ir", "day", "day", "day", "night", "day"]
_HOURS_SMALL = ["day", "day", "night", "day", "day"]  # rooms in which nobody leaves an infra-red camera alone
_LIT = {"lift", "office", "canteen", "ebike-shed"}


def pictures() -> dict[str, tuple[str, int, Hour]]:
    """Name of each picture → place, seed, hour; the name is `<place>-<seed>-<hour>`."""
    out: dict[str, tuple[str, int, Hour]] = {}
    for place, hours in _HOURS.items():
        for seed, hour in enumerate([*hours.split(), *_further(place)], 1):
            out[f"{place}-{seed}-{hour}"] = (place, seed, Hour(hour))
    return out


def _further(place: str) -> list[str]:
    """The hours of the further pictures of a place."""
    turns = _HOURS_OUTSIDE if place in _OPEN_AIR else _HOURS_SMALL if place in _LIT else _HOURS_INSIDE
    return [turns[at % len(turns)] for at in range(_MORE.get(place, 0))]


def build(place: str, seed: int, hour: Hour) -> Place:
    """The place of one picture; those beyond a builder's own viewpoints are varied, always in the same way."""
    built = BUILDERS[place](seed, hour)
    if seed > len(_HOURS[place].split()):
        vary(built, place, hour, random.Random(f"{place}-{seed}-{hour}"))
    return built
