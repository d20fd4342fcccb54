"""The text burnt into a simulated picture: camera name and number, running seconds. Any thread."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from console.sim.canvas import Layer, layer
from console.sim.lettering import mask

Cover = NDArray[np.uint8]


def caption(text: str, size: int, cell: int = 0) -> Layer:
    """White text of `size` pixels with a dark rim; with `cell` every letter gets that width, so digits stand still."""
    if not cell:
        return _layer(mask(text, size, 0), mask(text, size, max(1, size // 12)), max(1, size // 12))
    parts = [_digit(letter, size, cell) for letter in text]
    return Layer(
        np.concatenate([p.luma for p in parts], 1),
        (np.concatenate([p.chroma[0] for p in parts], 1), np.concatenate([p.chroma[1] for p in parts], 1)),
        np.concatenate([p.keep for p in parts], 1),
        np.concatenate([p.keep_half for p in parts], 1),
    )


@lru_cache(maxsize=64)
def _digit(letter: str, size: int, cell: int) -> Layer:
    rim = max(1, size // 12)
    return _layer(_fit(mask(letter, size, 0), cell), _fit(mask(letter, size, rim), cell), rim)


def _fit(cover: Cover, cell: int) -> Cover:
    out = np.zeros((cover.shape[0], cell), np.uint8)
    wide = min(cell, cover.shape[1])
    out[:, :wide] = cover[:, :wide]
    return out


def _layer(inner: Cover, outer: Cover, rim: int) -> Layer:
    high, wide = (outer.shape[0] + 1) & ~1, (outer.shape[1] + 1) & ~1
    letters, cover = np.zeros((high, wide), np.float32), np.zeros((high, wide), np.float32)
    cover[: outer.shape[0], : outer.shape[1]] = outer / np.float32(255)
    rows, columns = min(inner.shape[0], high - rim), min(inner.shape[1], wide - rim)
    letters[rim : rim + rows, rim : rim + columns] = inner[:rows, :columns] / np.float32(255)
    colour = np.repeat((letters * 0.92 + 0.02)[..., None], 3, 2)
    shown = np.maximum(cover * np.float32(0.75), letters)
    return layer(colour.astype(np.float32), shown.astype(np.float32))
