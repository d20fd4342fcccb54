"""What lies beside a base picture: the view, the light, the ways people walk and how far everything is. Any thread.

`<name>.jpg` is the picture, `<name>.json` the guide, `<name>.depth.png` the distance of every pixel on a
logarithmic scale, so that the animator can put a walker behind a pillar.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path as File
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from console.sim.scenes.geometry import Array, Vec
from console.sim.scenes.light import Lamp, Light
from console.sim.scenes.place import Hour, Mover, Path, Place
from console.sim.scenes.view import View

_NEAREST, _FARTHEST = 0.3, 300.0
_SPAN = math.log(_FARTHEST / _NEAREST)


@dataclass(frozen=True, slots=True)
class Guide:
    """The part of a `Place` that the animator needs; metres in the scene's own frame."""

    scene: str
    hour: Hour
    view: View
    light: Light
    smoke_at: Vec
    ceiling: float | None
    mirrors: bool
    paths: tuple[Path, ...]
    flicker: tuple[Vec, ...]


def guide_of(place: Place, scene: str, hour: Hour) -> Guide:
    paths, flicker = tuple(place.paths), tuple(place.flicker)
    return Guide(scene, hour, place.view, place.light, place.smoke_at, place.ceiling, place.mirrors, paths, flicker)


def write_guide(guide: Guide, file: File) -> None:
    file.write_text(json.dumps(asdict(guide), ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_guide(file: File) -> Guide:
    """Raises OSError, ValueError, KeyError or TypeError when the file is not one of ours."""
    raw = json.loads(file.read_text("utf-8"))
    light = raw["light"]
    lamps = tuple(Lamp(tuple(m["at"]), m["power"], tuple(m["colour"])) for m in light["lamps"])
    plain: dict[str, Any] = {k: _value(v) for k, v in light.items() if k != "lamps"}
    view: dict[str, Any] = {k: _value(v) for k, v in raw["view"].items()}
    paths = tuple(Path(Mover(p["mover"]), tuple(tuple(q) for q in p["points"]), p["closed"]) for p in raw["paths"])
    return Guide(
        raw["scene"], Hour(raw["hour"]), View(**view),
        Light(**plain, lamps=lamps), tuple(raw["smoke_at"]), raw["ceiling"], raw["mirrors"], paths,
        tuple(tuple(f) for f in raw["flicker"]),
    )  # fmt: skip


def _value(value: Any) -> Any:
    """JSON knows no tuples."""
    return tuple(value) if isinstance(value, list) else value


def write_depth(distance: Array, size: tuple[int, int], file: File) -> None:
    """Distances in metres (h, w) as a grey picture of `size` (width, height)."""
    code = np.log(np.clip(distance, _NEAREST, _FARTHEST) / _NEAREST) / _SPAN * 255
    Image.fromarray(code.astype(np.uint8)).resize(size, Image.Resampling.NEAREST).save(file, optimize=True)


def read_depth(file: File) -> Array:
    """Distances in metres, (h, w)."""
    with Image.open(file) as image:
        code: NDArray[np.uint8] = np.asarray(image.convert("L"), np.uint8)
    table = (_NEAREST * np.exp(np.arange(256) / 255 * _SPAN)).astype(np.float32)
    table[255] = 1e6
    return np.asarray(table[code], np.float32)
