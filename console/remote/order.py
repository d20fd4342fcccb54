"""What one position asks another one's wall to show, and what became of it. Values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model import By, CameraId
from console.wall import Salvo, SurfaceId, TileId


class What(StrEnum):
    CAMERA = "camera"
    SALVO = "salvo"  # an arrangement with all its cameras: the other position need not know its name
    LAYOUT = "layout"


class Outcome(StrEnum):
    """How far it has got. The codes are explained to the operator."""

    WAITING = "waiting"
    SHOWN = "shown"
    REFUSED = "refused"  # `code` says why
    UNANSWERED = "unanswered"  # the position said nothing in time: it will not show it any more


@dataclass(frozen=True, slots=True)
class Order:
    """`place` is the tile of the wall, from 1; 0: wherever there is room."""

    to: str  # position
    surface: SurfaceId
    what: What
    camera: CameraId | None = None
    place: int = 0
    salvo: Salvo | None = None
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """An order under way or settled; `by` sent it at `at_ms`. `order` None: a later version wrote it."""

    id: str
    order: Order | None
    by: By
    at_ms: int
    outcome: Outcome = Outcome.WAITING
    code: str = ""
    tile: TileId | None = None  # where a camera went
    shown_ms: int = 0
    version: int = 1
