"""Which picture each camera of the demo site shows: one of its own, of the place it hangs in. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from console.sim.cameras import place_named
from console.sim.demo_site.camera import Planned
from console.sim.scenes.catalogue import pictures


def own_pictures(cameras: Iterable[Planned]) -> dict[str, str]:
    """Camera id → picture, each picture once. Raises ValueError when a place has fewer pictures than cameras."""
    left: dict[str, list[str]] = defaultdict(list)
    for name, (kind, _, _) in pictures().items():
        left[kind].append(name)
    out: dict[str, str] = {}
    for camera in cameras:
        place = place_named(camera.scene)
        if place is None or not left[place]:
            raise ValueError(f"no picture is left for camera {camera.number}, {camera.scene}")
        out[camera.id] = left[place].pop(0)
    return out
