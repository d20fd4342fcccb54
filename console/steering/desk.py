"""What the operator does with tiles: layouts, pages, salvos, tours, zoom, full screen, camera numbers. Desk thread.

A hand of the console like `seeing`: it joins what is shown at rest with the wall desk, which knows the alarms. Every
act is written to the journal as `WallAct`; one that cannot be done raises CommandRefused and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from console import announce
from console.announce import Announcement
from console.cameras import Choice
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.journal import Json
from console.logbook import Logbook
from console.model import AlarmId, CameraId, Health, Seat, Site
from console.steering.memory import kept_position, position_from
from console.steering.programme import Programme
from console.steering.receiving import Receiving
from console.steering.tiles import ALARMS, Tiles
from console.wall import (
    ALARM_TILE,
    DESK,
    DESK_TILES,
    LAYOUTS,
    PANEL,
    STRIP,
    Cell,
    Salvo,
    Step,
    Surface,
    SurfaceId,
    TileId,
    Tour,
    Wall,
    Zoom,
    parse_entry,
    surface_of,
    tile_id,
)
from console.wall.board import Board
from console.wall.kept import library_json, take_library
from console.wall.levels import LevelKind
from console.wall.library import checked_name
from console.wall.region import RegionPlace

Weigh = Callable[[SurfaceId, str, tuple[CameraId, ...]], None]
HAND_RESTS_MS = 1_000  # a zoom is written down when the hand has come to rest


class Steering:
    """The surfaces of a position and its one selected tile."""

    def __init__(
        self, site: Site, clock: Clock, wall: Wall[Choice], logbook: Logbook, seat: Seat,
        announce_it: Callable[[Announcement], None], health_of: Callable[[CameraId], Health | None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._wall = wall
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._health_of = health_of
        self._tiles = Tiles(site, wall)
        self._boards = self._tiles.boards
        self._programme = Programme(clock, wall, self._boards, self._tiles.levels, self._changed)
        self._resting: dict[TileId, Deadline] = {}
        self.weigh: Weigh = lambda _surface, _layout, _cameras: None  # may refuse what is too much
        self.receiving = Receiving(wall, self._tiles, self._programme, self._changed)
        self.when_changed: Callable[[], None] = lambda: None  # which walls there are may have changed
        self.when_acted: Callable[[str, Mapping[str, Json]], None] = lambda _act, _data: None
        self.when_restored: Callable[[Collection[AlarmId]], None] = lambda _: None  # these alarms were sent away
        self._fill_desk()

    # ---- what the windows show ----

    @property
    def selected(self) -> TileId | None:
        """The one selected tile of the position: camera numbers, pages and full screen mean it."""
        return self._tiles.selected

    def surface(self, name: SurfaceId) -> Surface:
        """What a window paints now; `desk` and `region` show what the alarms want. Raises CommandRefused."""
        shown, run = self._tiles.surface(name), self._programme.touring.on(name)
        return shown if run is None else replace(shown, tour=run.tour.name, tour_paused=run.paused)

    def camera_on(self, tile: TileId) -> CameraId | None:
        """What a tile shows now. Raises CommandRefused("unknown_tile")."""
        return self._tiles.camera(tile)

    def zoom_of(self, tile: TileId) -> Zoom | None:
        """How its picture is looked at, None: all of it. Raises CommandRefused("unknown_tile")."""
        return self._tiles.zoom(tile)

    # ---- which windows there are ----

    @property
    def walls(self) -> tuple[SurfaceId, ...]:
        """The surfaces of the wall windows that are open."""
        return tuple(sorted(surface for surface in self._boards.open if surface != PANEL))

    def open(self, surface: SurfaceId, layout: str = "") -> None:
        """A window for the surface exists now; what it showed before comes back, else its first page in `layout`."""
        self._boards.open_with(surface, layout)
        if self._tiles.selected is None:
            self._tiles.selected = tile_id(surface, 1)
        self._changed()

    def close(self, surface: SurfaceId) -> None:
        """The window is gone; what it showed is kept."""
        if surface in self._boards.open:
            self._boards.open.remove(surface)
        if self._tiles.region is not None and self._tiles.region.surface == surface:
            self._tiles.region = None
        self._changed()

    def place_region(self, surface: SurfaceId, area: Cell, portrait: bool = False) -> None:
        """The window of the last wall says where it paints the alarm region: tiles beneath in use stay in sight."""
        place = RegionPlace(surface, area, portrait)
        if place != self._tiles.region:
            self._tiles.region = place
            self._tiles.lay_region()

    # ---- the selected tile ----

    def select(self, tile: TileId) -> None:
        """Places that are no tile of ours are passed over."""
        if tile != self._tiles.selected and self._tiles.has(tile):
            self._tiles.selected = tile
            self._changed()

    def enter(self, typed: str) -> None:
        """A camera number from the keyboard: `17` into the selected tile, `17*3` into place 3 of its surface."""
        entry = parse_entry(typed)
        camera = self._boards.by_number(entry.number)
        if self._tiles.selected is None:
            raise CommandRefused("no_tile")
        tile = self._tiles.selected if entry.place is None else tile_id(surface_of(self._tiles.selected), entry.place)
        self._put(tile, camera)
        self._did("enter", surface=surface_of(tile), tile=tile, camera=camera)

    # ---- layout and page ----

    def set_layout(self, surface: SurfaceId, layout: str) -> None:
        """The same cameras in the same order in another layout; what is new takes the cameras that follow."""
        if layout not in LAYOUTS:
            raise CommandRefused("unknown_layout", layout)
        board = self._boards[surface].laid_out(self._boards.cameras, layout)
        self._weigh(surface, board)
        self._arrange(surface, board)
        self._did("layout", surface=surface, layout=layout)

    def turn_page(self, surface: SurfaceId, by: int) -> None:
        """So many pages on through all cameras of the site; after the last comes the first."""
        self._arrange(surface, self._boards[surface].turned(self._boards.cameras, by))
        self._did("page", surface=surface, page=self._boards[surface].page)

    # ---- tiles ----

    def put(self, tile: TileId, camera: CameraId | None) -> None:
        """This camera into this tile; None empties it. On the alarm tile it sends the alarm away."""
        self._boards.check_camera(camera)
        self._put(tile, camera)
        self._did("put", surface=surface_of(tile), tile=tile, camera=camera)

    def swap(self, tile: TileId, other: TileId) -> None:
        """The two change places, zooms too. From a tile of the alarms the camera is copied: it stays there."""
        camera, zoom = self._tiles.camera(tile), self._tiles.zoom(tile)
        back, back_zoom = self._tiles.camera(other), self._tiles.zoom(other)
        self._put(other, camera, zoom)
        if surface_of(tile) not in ALARMS:
            self._put(tile, back, back_zoom)
        self._did("swap", surface=surface_of(tile), tile=tile, other=other, camera=camera)

    def enlarge(self, tile: TileId) -> None:
        """At rest the tile's camera is also shown large on the alarm tile; an alarm keeps it."""
        camera = self.camera_on(tile)
        if camera is not None and tile != ALARM_TILE and self._wall.current is None:
            self.put(ALARM_TILE, camera)

    def toggle_full(self, tile: TileId) -> None:
        """The tile fills its surface, or no longer does."""
        self._tiles.toggle_full(tile)
        is_full, camera = self._tiles.is_full(tile), self._tiles.camera(tile)
        self._did("full", surface=surface_of(tile), tile=tile, on=is_full, camera=camera)

    def zoom(self, tile: TileId, zoom: Zoom | None) -> None:
        """Show this part of the tile's picture; None shows all of it. Written down when the hand rests."""
        clamped = zoom.clamped() if zoom is not None else None
        if self._tiles.zoom(tile) == clamped:
            return
        self._tiles.set_zoom(tile, clamped)
        if tile in self._resting:
            self._resting[tile].cancel()
        self._resting[tile] = self._clock.after(HAND_RESTS_MS, lambda: self._hand_rests(tile))
        self._changed()

    def toggle_pin(self, tile: TileId) -> None:
        """Neither an alarm nor a tour takes a pinned tile, until it is unpinned."""
        if tile == ALARM_TILE:
            is_pinned = not self._wall.pinned
            (self._wall.pin if is_pinned else self._wall.unpin)()
        else:
            self._boards.place(tile)
            is_pinned = tile not in self._wall.pins
            self._wall.pin_tile(tile, on=is_pinned)
        self._did("pin", surface=surface_of(tile), tile=tile, on=is_pinned)

    # ---- alarms ----

    def look_at(self, act: str) -> None:
        """Step through the alarm's cameras: `next`, or back to the `best`."""
        {"next": self._wall.next_choice, "best": self._wall.best_choice}[act]()
        current = self._wall.current
        self._did(act, surface=DESK, alarm=current.alarm if current else None)

    def escape(self) -> None:
        """One level back, the newest first: a zoom or a full screen where the selected tile is, or the alarms."""
        level = self._tiles.newest_level()
        if level is not None and level.tile is not None:
            (self._back_to_whole if level.kind is LevelKind.ZOOM else self.toggle_full)(level.tile)
        elif level is not None or self._wall.pinned:
            current = self._wall.current
            shown = {alarm for one in (current, *self._wall.region) if one is not None for alarm in one.alarms}
            self._wall.restore()
            self.when_restored(shown)
            self._did("restore", surface=DESK, alarm=current.alarm if current else None)

    def _back_to_whole(self, tile: TileId) -> None:
        self.zoom(tile, None)

    # ---- salvos ----

    def salvos(self) -> tuple[Salvo, ...]:
        return self._programme.library.salvos()

    def save_salvo(self, name: str, surface: SurfaceId) -> None:
        """Keep what the surface shows under this name; a salvo of that name is replaced."""
        name = checked_name(name)
        self._programme.library.save_salvo(self._boards[surface].salvo(name))
        self._boards[surface] = replace(self._boards[surface], title=name)
        self._did("save_salvo", surface=surface, salvo=name)

    def show_salvo(self, name: str, surface: SurfaceId) -> None:
        """Layout, cameras and zooms of the salvo."""
        shown = self._boards[surface].shown(self._programme.library.salvo(name), frozenset(self._boards.cameras))
        self._weigh(surface, shown)
        self._arrange(surface, shown)
        self._did("show_salvo", surface=surface, salvo=name)

    def rename_salvo(self, name: str, new: str) -> None:
        """Tours that show it go on doing so. Refused when the new name is taken."""
        new = checked_name(new)
        self._programme.library.rename_salvo(name, new)
        self._did("rename_salvo", salvo=name, new=new)

    def remove_salvo(self, name: str) -> None:
        """Surfaces that show it go on doing so; tours pass over it."""
        self._programme.library.remove_salvo(name)
        self._did("remove_salvo", salvo=name)

    # ---- tours ----

    def tours(self) -> tuple[Tour, ...]:
        return self._programme.library.tours()

    def save_tour(self, name: str, steps: Sequence[Step], dwell_s: int) -> None:
        """A sequence of salvos or cameras, each shown for `dwell_s` seconds (3…600)."""
        name = checked_name(name)
        for step in steps:
            self._boards.check_camera(step.camera)
        self._programme.library.save_tour(name, steps, dwell_s)
        self._did("save_tour", tour=name, steps=len(steps), dwell_s=dwell_s)

    def remove_tour(self, name: str) -> None:
        """Where it runs it ends; what is shown there stays."""
        self._programme.library.remove_tour(name)
        for run in self._programme.touring.runs():
            if run.tour.name == name:
                self.stop_tour(run.surface)
        self._did("remove_tour", tour=name)

    def start_tour(self, name: str, surface: SurfaceId, tile: TileId | None = None) -> None:
        """Run a tour on a surface, or on one tile of it (cameras only); on the desk on the alarm tile at rest."""
        run = self._programme.start(name, surface, tile)
        self._did("start_tour", surface=surface, tour=name, tile=run.tile)

    def stop_tour(self, surface: SurfaceId) -> None:
        """What it shows now stays."""
        run = self._programme.touring.stop(surface)
        if run is not None:
            self._did("stop_tour", surface=surface, tour=run.tour.name)

    # ---- another site ----

    def take_site(self, site: Site) -> None:
        """Pages are renewed and no place shows a camera that is gone; the wall desk knows the site already."""
        self._boards.take_site(site)
        self._fill_desk()
        self._changed()

    def _fill_desk(self) -> None:
        """At rest the large tile and its strip are never empty: living cameras of the panel's page, then any."""
        rest, cameras = self._wall.arrangement, self._boards.cameras
        page = [camera for camera in self._boards[PANEL].places if camera is not None]
        free = sorted(dict.fromkeys((*page, *cameras)), key=lambda camera: self._health_of(camera) is not Health.OK)
        taken: set[CameraId | None] = set()
        for tile in DESK_TILES:
            kept = rest.tiles.get(tile)
            if kept not in cameras or kept in taken:
                others = {rest.tiles.get(other) for other in STRIP} if tile != ALARM_TILE else set()
                kept = next((camera for camera in free if camera not in taken | others), None)
            rest = rest.put(tile, kept)
            taken.add(kept)
        self._wall.arrange(rest)

    # ---- between runs ----

    def kept(self) -> Mapping[str, Json]:
        """What this position shows and which tours run, as JSON."""
        return kept_position(self._boards, self._wall, self._programme.touring, self._tiles.selected)

    def kept_salvos(self) -> Mapping[str, Json]:
        """Salvos and tours, which all positions of the data folder share, as JSON."""
        return library_json(self._programme.library)

    def restore_salvos(self, kept: Mapping[str, Json]) -> None:
        """Take up what any position kept, before `restore`; what makes no sense is passed over."""
        take_library(kept, self._programme.library)
        self._changed()

    def restore(self, kept: Mapping[str, Json]) -> None:
        """Take up what this position kept; cameras that are gone leave empty places, nonsense is passed over."""
        position = position_from(kept, self._boards.cameras)
        for name, board in position.boards:
            self._boards[name] = board
        if position.large is not None:
            self._wall.arrange(self._wall.arrangement.put(ALARM_TILE, position.large))
        self.select(position.selected)
        for tile in filter(self._tiles.has, position.pinned):
            if surface_of(tile) not in ALARMS:
                self._wall.pin_tile(tile, on=True)
        for tour in position.tours:
            with suppress(CommandRefused):  # its tour was removed by another position
                self._programme.start(tour.name, tour.surface, tour.tile, tour.at)
        self._changed()

    # ---- inside ----

    def _put(self, tile: TileId, camera: CameraId | None, zoom: Zoom | None = None) -> None:
        """The operator's own hand: a tour that would change this tile ends."""
        self._tiles.check_fillable(tile)
        run = self._programme.touring.on(surface_of(tile))
        if run is not None and run.tile in {None, tile}:
            self.stop_tour(run.surface)
        self._tiles.fill(tile, camera, zoom)

    def _arrange(self, surface: SurfaceId, board: Board) -> None:
        """The operator's own hand: a tour that runs there ends."""
        self.stop_tour(surface)
        self._tiles.arrange(surface, board)

    def _weigh(self, surface: SurfaceId, board: Board) -> None:
        """More tiles than now may be too much."""
        if len(board) > len(self._boards[surface]):
            self.weigh(surface, board.layout, tuple(camera for camera in board.places if camera is not None))

    def _hand_rests(self, tile: TileId) -> None:
        del self._resting[tile]
        if self._tiles.has(tile):
            camera, zoom = self._tiles.camera(tile), self._tiles.zoom(tile)
            part: Json = [round(zoom.x, 3), round(zoom.y, 3), round(zoom.w, 3)] if zoom is not None else None
            self._write("zoom", surface=surface_of(tile), tile=tile, camera=camera, part=part)

    # ---- telling ----

    def _did(self, act: str, **data: Json) -> None:
        self._write(act, **data)
        self._changed()

    def _write(self, act: str, **data: Json) -> None:
        self._log.write("WallAct", self._seat.by, {"act": act, **data})
        self.when_acted(act, data)

    def _changed(self) -> None:
        self._tiles.lay_region()
        self.when_changed()
        self._announce(announce.WallChanged())
