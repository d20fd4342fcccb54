"""`python -m console.sim.scenes [NAME …]`: draws the base pictures of the demo site into its resources. Slow.

`--wide` draws what a camera that turns can look at: the same place, larger and farther round, in a folder of its own.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import time
import zlib
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from console.sim.scenes.catalogue import build, pictures
from console.sim.scenes.guide import guide_of, write_depth, write_guide
from console.sim.scenes.place import Hour, Place
from console.sim.scenes.render import Renderer

TARGET = Path(__file__).resolve().parents[3] / "resources" / "demo" / "scenes"


@dataclass(frozen=True, slots=True)
class Format:
    """How a picture is drawn: its size, `spread` times as far round as its place says, `oversample` before shrinking.

    Drawn larger in each direction and made smaller again, the grain of soft shadows goes away.
    """

    size: tuple[int, int]
    depth: tuple[int, int]
    oversample: float
    spread: float = 1.0
    folder: str = "."


PLAIN = Format((960, 540), (480, 270), 1.5)
WIDE = Format((1920, 1080), (960, 540), 1.0, 1.8, "wide")


def draw(name: str, scene: str, seed: int, hour: Hour, folder: Path, form: Format) -> float:
    """Write the three files of one picture; seconds it took."""
    began = time.monotonic()
    place = _spread(build(scene, seed, hour), form.spread)
    renderer = Renderer(place.solids, place.light, place.view, np.random.default_rng(zlib.crc32(name.encode())))
    pixels, distance = renderer.draw(*(round(side * form.oversample) for side in form.size))
    image = Image.fromarray((pixels * 255).astype(np.uint8)).filter(ImageFilter.MedianFilter(3))
    glare = image.point([max(0, v - 228) * 4 for v in range(256)] * 3).filter(ImageFilter.GaussianBlur(12))
    added = np.minimum(np.asarray(image, np.uint16) + np.asarray(glare, np.uint16) // 2, 255).astype(np.uint8)
    image = Image.fromarray(added).resize(form.size, Image.Resampling.LANCZOS)
    image.save(folder / f"{name}.jpg", quality=85, optimize=True)
    write_depth(distance, form.depth, folder / f"{name}.depth.png")
    write_guide(guide_of(place, scene, hour), folder / f"{name}.json")
    return time.monotonic() - began


def _spread(place: Place, by: float) -> Place:
    """Seen from the same spot through a wider lens."""
    half = math.tan(math.radians(place.view.fov / 2)) * by
    return replace(place, view=replace(place.view, fov=2 * math.degrees(math.atan(half))))


def main() -> int:
    """Draw what is asked for, two pictures at a time, and say how long each took."""
    parser = argparse.ArgumentParser(prog="python -m console.sim.scenes", description="Draw the demo site's pictures.")
    parser.add_argument("names", nargs="*", help="only these pictures, or all of these places")
    parser.add_argument("--missing", action="store_true", help="only those that are not there yet")
    parser.add_argument("--to", type=Path, default=TARGET, help="folder to write to")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--oversample", type=float, default=0.0, help="drawing size over picture size")
    parser.add_argument("--wide", action="store_true", help="what a camera that turns can look at")
    args = parser.parse_args()
    os.nice(10)
    form = WIDE if args.wide else PLAIN
    form = replace(form, oversample=args.oversample or form.oversample)
    folder = args.to / form.folder
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {n: p for n, p in pictures().items() if not args.names or n in args.names or p[0] in args.names}
    if args.missing:
        wanted = {name: what for name, what in wanted.items() if not (folder / f"{name}.json").exists()}
    with ProcessPoolExecutor(args.workers) as pool:
        jobs = {pool.submit(draw, name, *what, folder, form): name for name, what in wanted.items()}
        for job in as_completed(jobs):
            sys.stdout.write(f"{jobs[job]} {job.result():.0f} s\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
