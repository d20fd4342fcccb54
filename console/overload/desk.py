"""The desk of the load: measures every second, holds pictures back before they come late, and lifts that again.

Desk thread. Every change of what is held back and every heavy layout is in the journal, with the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.logbook import Logbook
from console.model import By, CameraId, Seat
from console.overload.cost import PAUSED, STANDBY, Scale, Shown, cores
from console.overload.forecast import Forecast, forecast, imagined
from console.overload.shedding import LEVELS, Stage, has_more, paces, stage_of
from console.overload.watch import CALM, Second, Watch, Why
from console.painting import Counts
from console.ports import VideoLoad
from console.wall import SurfaceId, TileId, surface_of

__all__ = ["Overload", "State", "Why"]

SECOND_MS = 1_000
ASK_AGAIN_MS = 20_000  # so long the same layout once more means: in spite of it
ANY_SIZE = (1920, 1080)  # of a surface no window has spoken for
MACHINE = By(machine="overload")

Guarded = Callable[[TileId], bool]
Pace = Callable[[Mapping[int, int], bool], None]  # every n-th picture by slot, and whether unseen views are left


@dataclass(frozen=True, slots=True)
class State:
    """What is held back now, since when, and the figures of the moment it began."""

    level: int = 0
    why: Why = Why.NONE
    since_ms: int = 0
    load: int = 0  # percent of all cores the pictures took
    late: int = 0  # percent of the pictures that came late
    slowed: int = 0  # tiles that show fewer pictures
    paused: int = 0  # tiles that show none

    @property
    def stage(self) -> Stage:
        return stage_of(self.level)


class Overload:
    """Knows every tile that asks for pictures; `limit` is the share of all cores they may take, 0: nothing is shed."""

    def __init__(
        self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None],
        *, limit: float, processors: int, is_guarded: Guarded,
    ) -> None:  # fmt: skip
        self._clock, self._log, self._seat, self._announce = clock, logbook, seat, announce_it
        self._limit, self._processors, self._is_guarded = limit, processors, is_guarded
        self._painting: Callable[[], Counts] = Counts
        self._measure: Callable[[], VideoLoad | None] = lambda: None
        self._pace: Pace = lambda _paces, _is_sparing: None
        self._shown: dict[int, Shown] = {}
        self._sizes: dict[SurfaceId, tuple[int, int]] = {}
        self._told: tuple[Mapping[int, int], bool] = ({}, False)
        self._scale = Scale()
        self._watch = Watch(limit, processors)
        self._asked: tuple[SurfaceId, str, int] | None = None  # the heavy layout that was refused, and when
        self._cameras = 0
        self.state = State()
        self.heavy: tuple[SurfaceId, str, Forecast] | None = None  # what the windows warn of

    def connect(
        self, measure: Callable[[], VideoLoad | None], pace: Pace, painting: Callable[[], Counts] = Counts
    ) -> None:
        """From now on the load is measured there, every second, and paces are told there."""
        self._measure, self._pace, self._painting = measure, pace, painting
        self._clock.after(SECOND_MS, self._second)

    # ---- what the windows say ----

    def shows(self, one: Shown) -> None:
        """This slot asks for these pictures from now on."""
        before, self._shown[one.slot] = self._shown.get(one.slot), one
        if before is None or (before.camera, before.quality) != (one.camera, one.quality):
            self._watch.disturbed()

    def hides(self, slot: int) -> None:
        """It asks for none."""
        self._shown.pop(slot, None)

    def sized(self, surface: SurfaceId, width: int, height: int) -> None:
        """A window paints this surface with so many device pixels."""
        self._sizes[surface] = max(self._sizes.get(surface, (0, 0)), (width, height))

    def is_paused(self, slot: int | None) -> bool:
        """Whether this slot gets no pictures because there are too many."""
        return slot is not None and self._told[0].get(slot, 1) == PAUSED

    # ---- before a layout is shown ----

    def forecast(self, surface: SurfaceId, layout: str, cameras: tuple[CameraId, ...]) -> Forecast:
        """What showing that layout there would cost, everything else as it is."""
        others = [one for one in self._now() if surface_of(one.tile) != surface]
        shown = [*others, *imagined(surface, layout, cameras, self._sizes.get(surface, ANY_SIZE))]
        return forecast(
            shown, factor=self._scale.factor, standby=self._cameras * STANDBY,
            processors=self._processors, limit=self._limit or float("inf"),
        )  # fmt: skip

    def weigh(self, surface: SurfaceId, layout: str, cameras: tuple[CameraId, ...]) -> None:
        """A person wants it. Raises CommandRefused("layout_heavy") where something would have to give way; the same
        once more within twenty seconds is the person's decision.
        """
        seen, now = self.forecast(surface, layout, cameras), self._clock.now_ms()
        asked, self._asked = self._asked, None
        is_decided = asked is not None and asked[:2] == (surface, layout) and now - asked[2] <= ASK_AGAIN_MS
        if seen.is_heavy:
            self._write_weighed(surface, layout, seen, is_decided=is_decided)
        self.heavy = None if is_decided or not seen.is_heavy else (surface, layout, seen)
        self._announce(announce.LoadStirred())
        if self.heavy is not None:
            self._asked = (surface, layout, now)
            self._clock.after(ASK_AGAIN_MS, lambda: self._forget(now))
            raise CommandRefused("layout_heavy", layout)

    def _write_weighed(self, surface: SurfaceId, layout: str, seen: Forecast, *, is_decided: bool) -> None:
        need, limit = round(seen.need * 100), round(seen.limit * 100)
        self._log.write(
            "LayoutWeighed", self._seat.by,
            {
                "surface": surface, "layout": layout, "need": need, "limit": limit, "stage": seen.stage.value,
                "paused": seen.paused, "shown": is_decided,
            },
        )  # fmt: skip
        self._announce(
            announce.LayoutWeighed(
                surface=surface, layout=layout, need=need, limit=limit, stage=seen.stage.value, paused=seen.paused,
                shown=is_decided, by=self._seat.person,
            )
        )  # fmt: skip

    def _forget(self, asked_ms: int) -> None:
        if self._asked is not None and self._asked[2] == asked_ms:
            self._asked = self.heavy = None
            self._announce(announce.LoadStirred())

    # ---- every second ----

    def _second(self) -> None:
        self._clock.after(SECOND_MS, self._second)
        load = self._measure()
        if load is None:
            self._watch.lost()  # it comes back with every camera to be opened anew
            return
        shown = self._now()
        self._cameras = load.cameras
        second = self._watch.look(load, self._painting(), self._clock.monotonic_ns())
        if second is None:
            return
        if second.is_steady:
            self._scale.learn(second.cores, load.cameras, cores(shown, self._told[0]))
        level = self._watch.decide(self.state.level, second, can_shed=has_more(shown, self.state.level))
        if level < self.state.level:
            level = self._carried(shown, level)
        if level != self.state.level and self._limit:
            self._become(level, second)
        self._tell(shown)

    def _carried(self, shown: list[Shown], level: int) -> int:
        """What is lifted is lifted as far as the figures say that the machine carries it."""
        standby = self._cameras * STANDBY
        for lower in range(level):
            need = (standby + self._scale.factor * cores(shown, paces(shown, lower))) / self._processors
            if need < self._limit * CALM:
                return lower
        return level

    def _now(self) -> list[Shown]:
        """Everything that is shown, and what of it is never to give way."""
        return [replace(one, guarded=self._is_guarded(one.tile)) for one in self._shown.values()]

    def _become(self, level: int, second: Second) -> None:
        chosen = paces(self._now(), level)
        worse = level > self.state.level
        why = second.why if worse else self.state.why
        self.state = State(
            min(level, LEVELS), why if level else Why.NONE, self._clock.now_ms(), round(second.share * 100),
            round(second.late * 100), sum(every > 1 for every in chosen.values()),
            sum(every == PAUSED for every in chosen.values()),
        )  # fmt: skip
        state = self.state
        self._log.write(
            "LoadShed" if worse else "LoadLifted", MACHINE,
            {
                "stage": state.stage.value, "why": why.value, "load": state.load, "late": state.late,
                "slowed": state.slowed, "paused": state.paused,
            },
        )  # fmt: skip
        self._announce(
            announce.LoadChanged(
                stage=state.stage.value, why=why.value, load=state.load, late=state.late, slowed=state.slowed,
                paused=state.paused,
            )
        )  # fmt: skip

    def _tell(self, shown: list[Shown]) -> None:
        told = (dict(paces(shown, self.state.level)), self.state.level > 0)
        if told != self._told:
            self._told = told
            self._pace(*told)
