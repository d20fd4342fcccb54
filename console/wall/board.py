"""One surface at rest: its layout, its page, what the operator put where. Values only: every act gives a new board.

The page is a window onto the site's cameras in order of their numbers. It need not begin at a multiple of the
layout's places: a new layout keeps what is shown, and goes on from there.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from console.model import CameraId
from console.wall.layouts import LAYOUTS
from console.wall.salvos import Salvo
from console.wall.surfaces import Zoom

Cameras = Sequence[CameraId]  # all of the site, in order of their numbers


@dataclass(frozen=True, slots=True)
class Board:
    """`places` has one entry for each place of the layout; `first` is the number in the row of cameras of place 1."""

    layout: str
    first: int
    places: tuple[CameraId | None, ...]
    zooms: Mapping[int, Zoom] = field(default_factory=lambda: MappingProxyType({}))  # by place, from 1
    full: int = 0  # the place that fills the surface; 0: none
    title: str = ""
    by_hand: bool = False  # not simply a page of the site's cameras

    def __len__(self) -> int:
        return len(self.places)

    def camera(self, place: int) -> CameraId | None:
        """What place `place`, from 1, shows."""
        return self.places[place - 1]

    # ---- pages ----

    @property
    def page(self) -> int:
        """From 1."""
        return -(-self.first // len(self)) + 1

    def pages(self, cameras: Cameras) -> int:
        """How many pages it takes to see every camera, this one being one of them."""
        return max(self.page, self.page - 1 + -(-(len(cameras) - self.first) // len(self)))

    def turned(self, cameras: Cameras, by: int) -> Board:
        """`by` pages on, or back; after the last page comes the first."""
        first = self.first
        for _ in range(abs(by)):
            first = _next(first, len(self), len(cameras)) if by > 0 else _previous(first, len(self), len(cameras))
        return page_at(cameras, self.layout, first)

    def laid_out(self, cameras: Cameras, layout: str) -> Board:
        """The same cameras in the same order in another layout; places that are new take the cameras that follow."""
        count = LAYOUTS[layout].places
        if not self.by_hand:
            return page_at(cameras, layout, self.first)
        kept = [camera for camera in self.places if camera is not None][:count]
        follow = (c for c in cameras[self.first + len(self) :] if c not in kept)
        places = _filled((*kept, *list(follow)[: count - len(kept)]), count)
        zooms = _moved(self.zooms, self.places, places)
        return Board(layout, self.first, places, zooms, title=self.title, by_hand=True)

    # ---- places ----

    def put(self, place: int, camera: CameraId | None) -> Board:
        """The same with this camera in this place, whole; None empties it."""
        places = (*self.places[: place - 1], camera, *self.places[place:])
        full = 0 if camera is None and self.full == place else self.full
        return replace(self, places=places, zooms=_without(self.zooms, place), full=full, title="", by_hand=True)

    def zoomed(self, place: int, zoom: Zoom | None) -> Board:
        zooms = _without(self.zooms, place)
        return replace(self, zooms=zooms if zoom is None else MappingProxyType({**zooms, place: zoom}))

    def filled_by(self, place: int) -> Board:
        """The same with this place over the whole surface; 0: with none."""
        return replace(self, full=place)

    def place_showing(self, camera: CameraId | None) -> int:
        """The first place with this camera; 0: none."""
        return self.places.index(camera) + 1 if camera is not None and camera in self.places else 0

    def shown(self, salvo: Salvo, known: Collection[CameraId]) -> Board:
        """The salvo instead; cameras that the site has no longer leave their places empty."""
        places = tuple(camera if camera in known else None for camera in salvo.cameras)
        zooms = {place: zoom for place, zoom in salvo.zooms.items() if _at(places, place) is not None}
        return Board(salvo.layout, self.first, places, MappingProxyType(zooms), title=salvo.name, by_hand=True)

    def salvo(self, name: str) -> Salvo:
        return Salvo(name, self.layout, self.places, self.zooms)

    # ---- another site ----

    def taken(self, cameras: Cameras) -> Board:
        """The site has these cameras now. A page is renewed where it stood, a made arrangement loses what is gone."""
        known, count = set(cameras), len(self)
        last = max(0, (len(cameras) - 1) // count * count)
        first = self.first if self.first < len(cameras) else last
        places = tuple(camera if camera in known else None for camera in self.places)
        if self.by_hand:
            full = self.full if _at(places, self.full) is not None else 0
            kept = MappingProxyType({at: zoom for at, zoom in self.zooms.items() if _at(places, at) is not None})
            return replace(self, first=first, places=places, zooms=kept, full=full)
        left = next((camera for camera in places if camera is not None), None)
        renewed = page_at(cameras, self.layout, cameras.index(left) if left is not None and first else first)
        zooms = _moved(self.zooms, self.places, renewed.places)
        return replace(renewed, zooms=zooms, full=renewed.place_showing(_at(self.places, self.full)))


def page_at(cameras: Cameras, layout: str, first: int) -> Board:
    """The page that begins with camera number `first` in the row."""
    count = LAYOUTS[layout].places
    return Board(layout, first, _filled(tuple(cameras[first : first + count]), count))


def _at(places: Sequence[CameraId | None], place: int) -> CameraId | None:
    return places[place - 1] if 1 <= place <= len(places) else None


def _next(first: int, count: int, total: int) -> int:
    return first + count if first + count < total else 0


def _previous(first: int, count: int, total: int) -> int:
    return max(0, first - count) if first else max(0, (total - 1) // count * count)


def _filled(cameras: tuple[CameraId | None, ...], count: int) -> tuple[CameraId | None, ...]:
    return (*cameras, *(None for _ in range(count - len(cameras))))


def _without(zooms: Mapping[int, Zoom], place: int) -> Mapping[int, Zoom]:
    return MappingProxyType({at: zoom for at, zoom in zooms.items() if at != place})


def _moved(
    zooms: Mapping[int, Zoom], before: Sequence[CameraId | None], after: Sequence[CameraId | None]
) -> Mapping[int, Zoom]:
    """Zooms go with their cameras."""
    by_camera = {before[place - 1]: zoom for place, zoom in zooms.items()}
    return MappingProxyType({at: by_camera[c] for at, c in enumerate(after, 1) if c is not None and c in by_camera})
