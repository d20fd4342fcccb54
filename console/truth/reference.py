"""How a camera looks when all is well: a few small pictures by day and by night, and how they are kept. Pure."""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from console.journal import Json
from console.truth.view import HEIGHT, WIDTH, View

MOST = 6  # of a camera
PIXELS = WIDTH * HEIGHT


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """`by` is who took it; "" when it was learnt."""

    view: View
    at_ms: int
    by: str = ""


def digest(view: View) -> str:
    """SHA-256 of the small picture."""
    return hashlib.sha256(view.luma.tobytes()).hexdigest()


def added(known: tuple[Reference, ...], one: Reference) -> tuple[Reference, ...]:
    """One more; when there are too many the oldest that was learnt goes."""
    both = (*known, one)
    if len(both) <= MOST:
        return both
    learnt = [each for each in known if not each.by] or list(known)
    return tuple(each for each in both if each is not learnt[0])


def packed(luma: bytes) -> str:
    """A small picture as text."""
    return base64.b64encode(zlib.compress(luma, 1)).decode()


def unpacked(text: str) -> bytes | None:
    """The pixels of a small picture, None when the text is none. What comes in may be hostile."""
    try:
        packet = zlib.decompressobj()
        pixels = packet.decompress(base64.b64decode(text, validate=True), PIXELS + 1)
    except (ValueError, zlib.error):
        return None
    return pixels if len(pixels) == PIXELS else None


def view_of(pixels: bytes, colour: float) -> View:
    """`pixels` row by row, as many as `PIXELS`."""
    return View(np.frombuffer(pixels, np.uint8).reshape(HEIGHT, WIDTH), colour)


def kept(camera: str, known: Iterable[Reference]) -> dict[str, Json]:
    """As a state that outlives the run."""
    rows: list[Json] = [
        {"luma": packed(one.view.luma.tobytes()), "colour": one.view.colour, "at_ms": one.at_ms, "by": one.by}
        for one in known
    ]
    return {"camera": camera, "references": rows}


def restored(state: Mapping[str, Json]) -> tuple[Reference, ...]:
    """What an earlier run kept; rows that are not understood are left out."""
    rows = state.get("references")
    return tuple(_read(rows))[-MOST:] if isinstance(rows, list) else ()


def _read(rows: Iterable[Json]) -> Iterator[Reference]:
    for row in rows:
        if not isinstance(row, dict):
            continue
        luma, colour, at_ms, by = row.get("luma"), row.get("colour"), row.get("at_ms"), row.get("by")
        pixels = unpacked(luma) if isinstance(luma, str) else None
        if pixels is not None and isinstance(colour, int | float) and isinstance(at_ms, int) and isinstance(by, str):
            yield Reference(view_of(pixels, float(colour)), at_ms, by)
