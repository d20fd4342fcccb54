"""Arrangements, salvos and tours as JSON, and back: whatever a file says, what makes no sense is passed over. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from console.errors import CommandRefused
from console.journal import Json
from console.model import CameraId
from console.wall.board import Board
from console.wall.layouts import LAYOUTS
from console.wall.library import Library, checked_name
from console.wall.salvos import Salvo, Step
from console.wall.surfaces import Zoom

MOST = 500  # salvos, tours and steps that are taken from a file

# ---- out ----


def board_json(board: Board) -> Json:
    """One surface at rest."""
    page: dict[str, Json] = {"first": board.first, "full": board.full, "by_hand": board.by_hand, "title": board.title}
    return {**_places_json(board.salvo("")), **page}


def salvo_json(salvo: Salvo) -> dict[str, Json]:
    """One arrangement with its name."""
    return {"name": salvo.name, **_places_json(salvo)}


def library_json(library: Library) -> Mapping[str, Json]:
    """All salvos and tours."""
    return {
        "salvos": [salvo_json(salvo) for salvo in library.salvos()],
        "tours": [
            {"name": tour.name, "dwell_s": tour.dwell_s, "steps": [_step_json(step) for step in tour.steps]}
            for tour in library.tours()
        ],
    }


def _places_json(salvo: Salvo) -> dict[str, Json]:
    zooms: Json = {str(place): [zoom.x, zoom.y, zoom.w] for place, zoom in salvo.zooms.items()}
    return {"layout": salvo.layout, "cameras": list(salvo.cameras), "zooms": zooms}


def _step_json(step: Step) -> Json:
    return {"salvo": step.salvo} if step.salvo else {"camera": step.camera}


# ---- back ----


def board_from(said: object, cameras: Sequence[CameraId]) -> Board | None:
    """The board without the cameras the site does not know; None when its layout is none we know."""
    salvo, kept = _places_from(said, ""), mapping(said)
    if salvo is None:
        return None
    full = whole(kept.get("full"))
    board = Board(
        salvo.layout, whole(kept.get("first")), salvo.cameras, salvo.zooms, full if full <= len(salvo.cameras) else 0,
        text(kept.get("title")), by_hand=kept.get("by_hand") is True,
    )  # fmt: skip
    return board.taken(cameras)


def salvo_from(said: object) -> Salvo | None:
    """The arrangement, whatever its name; None when its layout is none we know."""
    return _places_from(said, text(mapping(said).get("name")))


def take_library(said: object, library: Library) -> None:
    """Add what a file kept. A camera the site does not know now stays in its salvo: it may come back."""
    kept = mapping(said)
    for one in items(kept.get("salvos")):
        salvo = salvo_from(one)
        if salvo is not None and _is_name(salvo.name):
            library.save_salvo(salvo)
    for one in items(kept.get("tours")):
        tour = mapping(one)
        name, steps = text(tour.get("name")), tuple(_steps(tour.get("steps")))
        if _is_name(name):
            _take_tour(library, name, steps, whole(tour.get("dwell_s")))


def _take_tour(library: Library, name: str, steps: Sequence[Step], dwell_s: int) -> None:
    try:
        library.save_tour(name, steps, dwell_s)
    except CommandRefused:  # a salvo of it is gone, or somebody edited the file
        return


def _places_from(said: object, name: str) -> Salvo | None:
    kept = mapping(said)
    layout = text(kept.get("layout"))
    if layout not in LAYOUTS:
        return None
    count = LAYOUTS[layout].places
    cameras = [CameraId(one) if isinstance(one, str) else None for one in items(kept.get("cameras"))][:count]
    cameras += [None] * (count - len(cameras))
    return Salvo(name, layout, tuple(cameras), MappingProxyType(dict(_zooms(kept.get("zooms"), count))))


def _zooms(said: object, count: int) -> Iterator[tuple[int, Zoom]]:
    for place, values in mapping(said).items():
        numbers = [float(v) for v in items(values) if isinstance(v, int | float) and math.isfinite(v)]
        if place.isascii() and place.isdigit() and len(place) < 4 and 1 <= int(place) <= count and len(numbers) == 3:
            zoom = Zoom(*numbers).clamped()
            if zoom is not None:
                yield int(place), zoom


def _steps(said: object) -> Iterator[Step]:
    for one in items(said):
        step = mapping(one)
        if salvo := text(step.get("salvo")):
            yield Step(salvo=salvo)
        elif camera := text(step.get("camera")):
            yield Step(camera=CameraId(camera))


def _is_name(name: str) -> bool:
    try:
        return checked_name(name) == name
    except CommandRefused:
        return False


# ---- what a file may say ----


def mapping(said: object) -> Mapping[str, object]:
    """The object a file holds there; an empty one when it holds something else."""
    return {str(key): value for key, value in said.items()} if isinstance(said, dict | MappingProxyType) else {}


def text(said: object) -> str:
    return said if isinstance(said, str) else ""


def whole(said: object) -> int:
    """A whole number from 0 on; 0 for anything else."""
    return said if isinstance(said, int) and not isinstance(said, bool) and 0 <= said < 1_000_000 else 0


def items(said: object) -> Sequence[object]:
    """The first five hundred entries of a list; none of anything else."""
    return said[:MOST] if isinstance(said, list | tuple) else ()
