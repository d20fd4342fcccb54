"""The tiles of one surface on the screen: its layout as rectangles, what each shows, and the alarm region over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from console.app import Console
from console.model import CameraId, Quality
from console.ports import Video
from console.wall import LAYOUTS, Cell, QualityPolicy, Surface, SurfaceId, TileId, tile_id
from widgets.canvas import Canvas, Describe
from widgets.place import Place
from widgets.slots import Slots
from widgets.tile import STALE_MS
from widgets.words import Words

GUTTER = 1
SQUEEZED = 0.4  # a tile that the region covers by more than the rest of it is hidden


@dataclass(frozen=True, slots=True)
class Extra:
    """A picture of the alarm region: where, of which camera; it lies over the tiles of the layout."""

    name: str
    rect: QRect
    camera: CameraId | None
    frame: int = 0
    main: bool = False


class SurfaceCanvas(Canvas):
    """Follows `console.steering.surface(name)`; `look` is called whenever the surface or the region has changed."""

    def __init__(
        self, console: Console, video: Video, slots: Slots, surface: SurfaceId, words: Words, describe: Describe,
        parent: QWidget | None = None, *, stale_ms: int = STALE_MS, frame: int = 0,
    ) -> None:  # fmt: skip
        self._console = console
        self._name = surface
        self._frame = frame
        self._headroom = 0
        self._extras: tuple[Extra, ...] = ()
        self._covered: tuple[QRect, ...] = ()
        self.surface = console.steering.surface(surface)  # as it was when the wall changed last
        self._quality = QualityPolicy(console.clock, self._ask_when_due)
        super().__init__(
            video, console.clock, words, describe, parent, slots=slots, stale_ms=stale_ms, choose=self._choose_quality
        )

    def _ask_when_due(self) -> None:
        """The policy's clock may outlive the window."""
        if isValid(self):
            self.ask_again()

    def look(self, covered: Sequence[QRect] = (), extras: Sequence[Extra] = ()) -> None:
        """Take up what the surface shows now. `covered` belongs to the region, whose pictures are `extras`."""
        self._covered, self._extras = tuple(covered), tuple(extras)
        surface = self.surface = self._console.steering.surface(self._name)
        tiles = [tile_id(self._name, n + 1) for n in range(len(self._cells(surface)))]
        wanted = [Place(tile, self._frame) for tile in tiles]
        for gone in set(self.names()) - set(tiles) - {extra.name for extra in extras}:
            self._quality.forget(TileId(gone))
        self.keep_places([*wanted, *(Place(extra.name, extra.frame) for extra in extras)])
        self.arrange(self.room())
        for tile in tiles:
            self.assign(tile, surface.tiles.get(tile))
        for extra in extras:
            self.assign(extra.name, extra.camera, Quality.MAIN if extra.main else Quality.SUB)

    def give_headroom(self, height: int) -> None:
        """So many px at the top belong to something else from now on."""
        if height != self._headroom:
            self._headroom = height
            self.arrange(self.rect())
            self.update()

    def arrange(self, area: QRect) -> None:
        area = area.adjusted(0, self._headroom, 0, 0)
        ratio = self.devicePixelRatioF()
        wide, high = round(area.width() * ratio), round(area.height() * ratio)
        self._console.sight.overload.sized(self._name, wide, high)
        for name, rect in self._rects(area).items():
            self.move_place(name, rect)

    def _rects(self, area: QRect) -> dict[str, QRect]:
        surface = self.surface
        rects = {
            str(tile_id(self._name, n)): self._uncovered(_pixels(QRectF(cell.x, cell.y, cell.w, cell.h), area))
            for n, cell in enumerate(self._cells(surface), start=1)
        }
        if surface.full is not None and str(surface.full) in rects:
            rects = {**dict.fromkeys(rects, QRect()), str(surface.full): self._uncovered(area)}
        return {**rects, **{extra.name: extra.rect for extra in self._extras}}

    def _cells(self, surface: Surface) -> Sequence[Cell]:
        return LAYOUTS[surface.layout].cells(portrait=self.height() > self.width())

    def _uncovered(self, rect: QRect) -> QRect:
        """What the region leaves of a tile; too little of it is nothing."""
        left = rect
        for covered in self._covered:
            left = _beside(left, covered)
        share = left.width() * left.height() / max(1, rect.width() * rect.height())
        return left if share >= SQUEEZED else QRect()

    def _choose_quality(self, place: Place, width: int, height: int) -> Quality:
        if place.quality is Quality.MAIN:
            return Quality.MAIN
        shown = sum(other.rect.isValid() for other in self._places.values())
        zoomed = TileId(place.name) in self.surface.zooms
        return self._quality.choose(TileId(place.name), width, height, tiles=shown, always_main=zoomed)


def _beside(rect: QRect, covered: QRect) -> QRect:
    """The largest piece of the rectangle that does not lie under the covered one."""
    if not covered.intersects(rect):
        return rect
    pieces = [QRect(rect) for _ in range(4)]
    pieces[0].setRight(covered.left() - 1 - GUTTER)
    pieces[1].setBottom(covered.top() - 1 - GUTTER)
    pieces[2].setLeft(covered.right() + 1 + GUTTER)
    pieces[3].setTop(covered.bottom() + 1 + GUTTER)
    return max(pieces, key=lambda piece: max(0, piece.width()) * max(0, piece.height()))


def _pixels(cell: QRectF, area: QRect) -> QRect:
    """A cell's fractions as whole pixels with a gutter to its right and below, none at the edge of the area."""
    left, right = round(cell.left() * area.width()), round(cell.right() * area.width())
    top, bottom = round(cell.top() * area.height()), round(cell.bottom() * area.height())
    right -= GUTTER if right < area.width() else 0
    bottom -= GUTTER if bottom < area.height() else 0
    return QRect(area.left() + left, area.top() + top, right - left, bottom - top)
