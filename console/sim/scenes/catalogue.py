"""The pictures of the demo site: which places, from which side, at which hour."""

from __future__ import annotations

from collections.abc import Callable

from console.sim.scenes import grounds, passages, plant, rooms, streets, works
from console.sim.scenes.place import Hour, Place

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


def pictures() -> dict[str, tuple[str, int, Hour]]:
    """Name of each picture → place, seed, hour; the name is `<place>-<seed>-<hour>`."""
    out: dict[str, tuple[str, int, Hour]] = {}
    for place, hours in _HOURS.items():
        for seed, hour in enumerate(hours.split(), 1):
            out[f"{place}-{seed}-{hour}"] = (place, seed, Hour(hour))
    return out
