"""What the operator does with tiles: layouts, pages, salvos, tours, zoom, full screen, camera numbers. Desk thread.

A hand of the console like `seeing`: it owns the surfaces at rest and joins them with the wall desk, which knows the
alarms. Every act is written to the journal as `WallAct`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from console import announce
from console.announce import Announcement
from console.cameras import Choice
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Json
from console.logbook import Logbook
from console.model import By, CameraId, Site
from console.wall import ALARM_TILE, TileId, Wall
from console.wall.board import DEFAULT_LAYOUT, Board, page_at
from console.wall.entry import parse_entry
from console.wall.layouts import LAYOUTS
from console.wall.library import Library, checked_name
from console.wall.salvos import Salvo, Step, Tour
from console.wall.surfaces import DESK, DESK_TILES, PANEL, Surface, SurfaceId, Zoom, place_of, surface_of, tile_id
from console.wall.touring import Run, Touring


class Steering:
    """The surfaces of a position. Every act raises CommandRefused when it cannot be done."""

    def __init__(
        self, site: Site, clock: Clock, wall: Wall[Choice], logbook: Logbook, person: By,
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._wall = wall
        self._log = logbook
        self._person = person
        self._announce = announce_it
        self._cameras: tuple[CameraId, ...] = ()
        self._by_number: Mapping[int, CameraId] = {}
        self._boards: dict[SurfaceId, Board] = {}
        self._open: set[SurfaceId] = set()
        self._library = Library()
        self._touring = Touring(clock, self._is_busy, self._show_step)
        self._stamps = count(1)
        self._selected: TileId | None = None
        self._desk_zoom: Zoom | None = None
        self._desk_full = False
        self._know(site)

    def _know(self, site: Site) -> None:
        cameras = sorted(site.cameras, key=lambda camera: camera.number)
        self._cameras = tuple(camera.id for camera in cameras)
        self._by_number = {camera.number: camera.id for camera in cameras}

    # ---- what the windows show ----

    @property
    def selected(self) -> TileId | None:
        """The one selected tile of the position."""
        return self._selected

    def surface(self, name: SurfaceId) -> Surface:
        """What a window paints now; the desk's tiles are those of its alarm, if there is one."""
        if name == DESK:
            return self._desk()
        board = self._board(name)
        run = self._touring.on(name)
        named = {place: tile_id(name, place) for place in range(1, len(board) + 1)}
        return Surface(
            name, board.layout, board.page, board.pages(self._cameras),
            tiles={named[at]: camera for at, camera in enumerate(board.places, 1) if camera is not None},
            zooms={named[at]: zoom for at, zoom in board.zooms.items()},
            full=named.get(board.full), title=board.title, tour=run.tour.name if run else "",
            tour_paused=run is not None and run.paused,
        )  # fmt: skip

    def _desk(self) -> Surface:
        tiles = {tile: camera for tile, camera in self._wall.tiles.items() if tile in DESK_TILES}
        zooms = {ALARM_TILE: self._desk_zoom} if self._desk_zoom is not None else {}
        run = self._touring.on(DESK)
        return Surface(
            DESK, tiles=tiles, zooms=zooms, full=ALARM_TILE if self._desk_full else None,
            tour=run.tour.name if run else "", tour_paused=run is not None and run.paused,
        )  # fmt: skip

    def _board(self, name: SurfaceId) -> Board:
        if name not in self._boards:
            self._boards[name] = page_at(
                self._cameras, "4" if name == PANEL else DEFAULT_LAYOUT, self._next_first(name)
            )
        return self._boards[name]

    def _next_first(self, name: SurfaceId) -> int:
        """A further wall goes on where the others end."""
        walls = () if name == PANEL else (self._boards[one] for one in self._open - {PANEL, name})
        first = max((board.first + len(board) for board in walls), default=0)
        return first if first < len(self._cameras) else 0

    # ---- which windows there are ----

    def open(self, surface: SurfaceId, layout: str = "") -> None:
        """A window for the surface exists now; what it showed before comes back, else its first page in `layout`."""
        if surface not in self._boards and layout in LAYOUTS:
            self._boards[surface] = page_at(self._cameras, layout, self._next_first(surface))
        self._board(surface)
        self._open.add(surface)
        self._changed()

    def close(self, surface: SurfaceId) -> None:
        """The window is gone; what it showed is kept."""
        self._open.discard(surface)
        self._changed()

    # ---- the selected tile ----

    def select(self, tile: TileId) -> None:
        """Camera numbers, pages and full screen mean this tile from now on."""
        self._check(tile)
        if tile != self._selected:
            self._selected = tile
            self._changed()

    def enter(self, text: str) -> None:
        """A camera number from the keyboard: `17` into the selected tile, `17*3` into place 3 of its surface."""
        entry = parse_entry(text)
        camera = self._by_number.get(entry.number)
        if camera is None:
            raise CommandRefused("unknown_camera", str(entry.number))
        if self._selected is None:
            raise CommandRefused("no_tile")
        tile = self._selected if entry.place is None else tile_id(surface_of(self._selected), entry.place)
        self.put(tile, camera)

    # ---- layout and page ----

    def set_layout(self, surface: SurfaceId, layout: str) -> None:
        """The same cameras in another layout."""
        if layout not in LAYOUTS:
            raise CommandRefused("unknown_layout", layout)
        self._arrange(surface, self._board(surface).laid_out(self._cameras, layout))
        self._did("layout", surface=surface, layout=layout)

    def turn_page(self, surface: SurfaceId, by: int) -> None:
        """So many pages on through all cameras of the site; after the last comes the first."""
        self._arrange(surface, self._board(surface).turned(self._cameras, by))
        self._did("page", surface=surface, page=self._boards[surface].page)

    # ---- tiles ----

    def camera_on(self, tile: TileId) -> CameraId | None:
        """What a tile shows now."""
        return self.surface(surface_of(tile)).tiles.get(tile)

    def put(self, tile: TileId, camera: CameraId | None) -> None:
        """This camera into this tile; None empties it. On the alarm tile it sends the alarm away."""
        self._check(tile)
        if camera is not None and camera not in self._cameras:
            raise CommandRefused("unknown_camera", camera)
        self._put(tile, camera)
        self._did("put", surface=surface_of(tile), tile=tile, camera=camera)

    def swap(self, tile: TileId, other: TileId) -> None:
        """The two change places; from a place of the alarm its camera is copied, the alarm keeps it."""
        self._check(tile)
        self._check(other)
        moved, back = self.camera_on(tile), self.camera_on(other)
        self._put(other, moved)
        if surface_of(tile) != DESK:
            self._put(tile, back)
        self._did("swap", surface=surface_of(tile), tile=tile, other=other)

    def toggle_full(self, tile: TileId) -> None:
        """The tile fills its surface, or no longer does."""
        self._check(tile)
        surface = surface_of(tile)
        if surface == DESK:
            self._desk_full = not self._desk_full
        else:
            board = self._board(surface)
            self._boards[surface] = board.filled_by(0 if board.full == place_of(tile) else place_of(tile))
        self._did("full", surface=surface, tile=tile, on=self.surface(surface).full is not None)

    def zoom(self, tile: TileId, zoom: Zoom | None) -> None:
        """Show this part of the tile's picture; None shows all of it. Not journalled: it is how one looks."""
        self._check(tile)
        clamped = zoom.clamped() if zoom is not None else None
        if surface_of(tile) == DESK:
            self._desk_zoom = clamped
        else:
            surface = surface_of(tile)
            self._boards[surface] = self._board(surface).zoomed(place_of(tile), clamped)
        self._changed()

    def escape(self) -> None:
        """One level back: zoom, then full screen, then the alarm on the desk's tile. Destroys nothing."""
        tile = self._selected
        surface = self.surface(surface_of(tile)) if tile is not None else None
        if tile is not None and surface is not None and tile in surface.zooms:
            self.zoom(tile, None)
        elif surface is not None and surface.full is not None:
            self.toggle_full(surface.full)
        else:
            self._wall.restore()
            self._did("restore", surface=DESK)

    # ---- salvos ----

    def salvos(self) -> tuple[Salvo, ...]:
        return self._library.salvos()

    def save_salvo(self, name: str, surface: SurfaceId) -> None:
        """Keep what the surface shows under this name."""
        name = checked_name(name)
        self._library.save_salvo(self._board(surface).salvo(name))
        self._did("save_salvo", surface=surface, salvo=name)

    def show_salvo(self, name: str, surface: SurfaceId) -> None:
        """Layout, cameras and zooms of the salvo."""
        salvo = self._library.salvo(name)
        self._arrange(surface, self._board(surface).shown(salvo, frozenset(self._cameras)))
        self._did("show_salvo", surface=surface, salvo=name)

    def remove_salvo(self, name: str) -> None:
        self._library.remove_salvo(name)
        self._did("remove_salvo", salvo=name)

    # ---- tours ----

    def tours(self) -> tuple[Tour, ...]:
        return self._library.tours()

    def save_tour(self, name: str, steps: Sequence[Step], dwell_s: int) -> None:
        """A sequence of salvos or cameras, each shown for `dwell_s` seconds (3…600)."""
        name = checked_name(name)
        self._library.save_tour(name, steps, dwell_s)
        self._did("save_tour", tour=name)

    def remove_tour(self, name: str) -> None:
        self._library.remove_tour(name)
        self._did("remove_tour", tour=name)

    def start_tour(self, name: str, surface: SurfaceId, tile: TileId | None = None) -> None:
        """Run a tour on a surface, or on one tile of it; on the desk always on the alarm tile at rest."""
        tour = self._library.tour(name)
        tile = ALARM_TILE if surface == DESK else tile
        if tile is not None and any(step.salvo for step in tour.steps):
            raise CommandRefused("tour_needs_surface", name)
        if not self._touring.start(Run(tour, surface, tile)):
            raise CommandRefused("empty_tour", name)
        self._did("start_tour", surface=surface, tour=name, tile=tile)

    def stop_tour(self, surface: SurfaceId) -> None:
        """What it shows now stays."""
        run = self._touring.stop(surface)
        if run is not None:
            self._did("stop_tour", surface=surface, tour=run.tour.name)

    def _is_busy(self, run: Run) -> bool:
        return run.surface == DESK and self._wall.current is not None

    def _show_step(self, run: Run) -> bool:
        step = run.tour.steps[run.at]
        known = frozenset(self._cameras)
        if step.camera is not None:
            if step.camera not in known:
                return False
            if run.surface == DESK:
                self._wall.place(ALARM_TILE, step.camera)
                return True
            board = self._board(run.surface)
            place = place_of(run.tile) if run.tile is not None else 0
            one = Salvo(run.tour.name, "1", (step.camera,))
            self._boards[run.surface] = board.put(place, step.camera) if place else board.shown(one, known)
        else:
            salvo = next((one for one in self.salvos() if one.name == step.salvo), None)
            if salvo is None:
                return False
            self._boards[run.surface] = self._board(run.surface).shown(salvo, known)
        self._changed()
        return True

    # ---- kept between runs ----

    def kept(self) -> Mapping[str, Json]:
        """What this position shows, as JSON."""
        return {}

    def restore(self, kept: Mapping[str, Json]) -> None:
        """Take up what an earlier run kept; what makes no sense any more is passed over."""

    # ---- inside ----

    def take_site(self, site: Site) -> None:
        """Another site: pages are renewed, places of cameras that are gone are empty."""
        self._know(site)
        self._boards = {name: board.taken(self._cameras) for name, board in self._boards.items()}
        self._changed()

    def _put(self, tile: TileId, camera: CameraId | None) -> None:
        surface = surface_of(tile)
        if surface == DESK:
            self._wall.place(tile, camera)
        else:
            self._arrange(surface, self._board(surface).put(place_of(tile), camera))

    def _arrange(self, surface: SurfaceId, board: Board) -> None:
        """The operator's own hand: a tour that runs there ends."""
        self.stop_tour(surface)
        self._boards[surface] = board

    def _check(self, tile: TileId) -> None:
        surface = surface_of(tile)
        known = tile in DESK_TILES if surface == DESK else 1 <= place_of(tile) <= len(self._board(surface))
        if not known:
            raise CommandRefused("unknown_tile", tile)

    def _did(self, act: str, **data: Json) -> None:
        self._log.write("WallAct", self._person, {"act": act, **data})
        self._changed()

    def _changed(self) -> None:
        self._announce(announce.WallChanged())
