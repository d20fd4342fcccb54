"""`python -m console.sim.scenes [NAME …]`: draws the base pictures of the demo site into its resources. Slow."""

from __future__ import annotations

import argparse
import os
import sys
import time
import zlib
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from console.sim.scenes.catalogue import build, pictures
from console.sim.scenes.guide import guide_of, write_depth, write_guide
from console.sim.scenes.place import Hour
from console.sim.scenes.render import Renderer

SIZE = (960, 540)
DEPTH_SIZE = (480, 270)
OVERSAMPLE = 1.5  # in each direction; the grain of soft shadows goes away when the drawing is made smaller
TARGET = Path(__file__).resolve().parents[3] / "resources" / "demo" / "scenes"


def draw(name: str, scene: str, seed: int, hour: Hour, folder: Path, oversample: float) -> float:
    """Write the three files of one picture; seconds it took."""
    began = time.monotonic()
    place = build(scene, seed, hour)
    renderer = Renderer(place.solids, place.light, place.view, np.random.default_rng(zlib.crc32(name.encode())))
    pixels, distance = renderer.draw(round(SIZE[0] * oversample), round(SIZE[1] * oversample))
    image = Image.fromarray((pixels * 255).astype(np.uint8)).filter(ImageFilter.MedianFilter(3))
    glare = image.point([max(0, v - 228) * 4 for v in range(256)] * 3).filter(ImageFilter.GaussianBlur(12))
    added = np.minimum(np.asarray(image, np.uint16) + np.asarray(glare, np.uint16) // 2, 255).astype(np.uint8)
    image = Image.fromarray(added).resize(SIZE, Image.Resampling.LANCZOS)
    image.save(folder / f"{name}.jpg", quality=85, optimize=True)
    write_depth(distance, DEPTH_SIZE, folder / f"{name}.depth.png")
    write_guide(guide_of(place, scene, hour), folder / f"{name}.json")
    return time.monotonic() - began


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m console.sim.scenes", description="Draw the demo site's pictures.")
    parser.add_argument("names", nargs="*", help="only these pictures, or all of these places")
    parser.add_argument("--missing", action="store_true", help="only those that are not there yet")
    parser.add_argument("--to", type=Path, default=TARGET, help="folder to write to")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--oversample", type=float, default=OVERSAMPLE, help="drawing size over picture size")
    args = parser.parse_args()
    os.nice(10)
    args.to.mkdir(parents=True, exist_ok=True)
    wanted = {n: p for n, p in pictures().items() if not args.names or n in args.names or p[0] in args.names}
    if args.missing:
        wanted = {name: what for name, what in wanted.items() if not (args.to / f"{name}.json").exists()}
    with ProcessPoolExecutor(args.workers) as pool:
        jobs = {pool.submit(draw, name, *what, args.to, args.oversample): name for name, what in wanted.items()}
        for job in as_completed(jobs):
            sys.stdout.write(f"{jobs[job]} {job.result():.0f} s\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
