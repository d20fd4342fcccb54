"""The desk of the operator's-eye record: takes what the windows show once a second and hands on what is new.

Desk thread. It writes nothing itself: the Keeper has a thread of its own. A second that was missed is a hole in the
record and never filled in: what a window showed while it hung nobody can say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.eye.glimpse import MOVING, Glimpse, Picture, View
from console.eye.record import Act, Change, Place, Second
from console.eye.scene import Asked, EyeAnswered, Scene
from console.journal import Json
from console.model import By, Domain, Seat

STEP_MS = 500  # the age of a live picture is told in such steps
CALM_S = 10  # so long it has been fresher before that is told
SPAN_S = 3_600  # after so long everything is told anew: whoever asks never reads more than that
GAP_S = 2  # between two seconds of one span

EYE_WORDS = (EyeAnswered,)


class Keeper(Protocol):
    """Keeps the record; never blocks."""

    def take(self, second: Second) -> None: ...

    def ask(self, asked: Asked) -> None:
        """Posts `EyeAnswered` once."""


class _Calm:
    """How a live picture is told to be: worse (older, with gaps) at once, better when it has been so for a while."""

    def __init__(self) -> None:
        self._told = (0, False)
        self._since_s = 0

    def step(self, age_ms: int, is_late: bool, now_s: int) -> tuple[int, bool]:
        now = ((age_ms // STEP_MS + 1) * STEP_MS, is_late)
        worst = max(now[0], self._told[0]), is_late or self._told[1]
        if worst == now or now_s - self._since_s >= CALM_S:
            self._told, self._since_s = now, now_s
        else:
            self._told = worst
        return self._told


class Eye:
    """`domain` says what the room sees: live, or a drill. Without a Keeper nothing is recorded."""

    def __init__(
        self, clock: Clock, seat: Seat, domain: Callable[[], Domain], publish: Callable[[Announcement], None]
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._domain = domain
        self._announce = publish
        self._keeper: Keeper | None = None
        self._shown: dict[Place, tuple[View, int]] = {}
        self._calm: dict[Place, _Calm] = {}
        self._acts: list[Act] = []
        self._last: tuple[int, Domain] | None = None  # the second before, of this span
        self._began_s = 0
        self._asked = 0
        self.scene: Scene | None = None  # the newest answer
        self.positions: tuple[str, ...] = (seat.position,)  # those with a record here
        self.is_readable = True

    def connect(self, keeper: Keeper) -> None:
        """From now on it is recorded."""
        self._keeper = keeper

    @property
    def is_on(self) -> bool:
        return self._keeper is not None

    # ---- recording ----

    def look(self, glimpses: Iterable[Glimpse]) -> None:
        """What every window shows in this second."""
        if self._keeper is None:
            return
        now_s, domain = self._clock.now_ms() // 1000, self._domain()
        if self._last is not None and now_s == self._last[0]:
            return
        begins = self._begins(now_s, domain)
        if begins:
            self._shown, self._began_s = {}, now_s
        now = {Place(one.window, one.tile, one.box): self._told(one, now_s) for one in glimpses}
        self._calm = {place: calm for place, calm in self._calm.items() if place in now}
        changed = [Change(place, *told) for place, told in now.items() if self._shown.get(place) != told]
        gone = [Change(place, None) for place in self._shown if place not in now]
        acts, self._acts = tuple(self._acts), []
        self._shown, self._last = now, (now_s, domain)
        self._keeper.take(Second(now_s, domain, begins, (*gone, *changed), acts))

    def acted(self, by: By, act: str, data: Mapping[str, Json]) -> None:
        """Somebody changed what is shown."""
        if self._keeper is not None:
            self._acts.append(Act(self._clock.now_ms(), by, act, dict(data)))

    def _begins(self, now_s: int, domain: Domain) -> bool:
        """After a hole, a step of the clock, with a drill, and every hour."""
        if self._last is None or domain != self._last[1]:
            return True
        return not 0 < now_s - self._last[0] <= GAP_S or now_s - self._began_s >= SPAN_S

    def _told(self, glimpse: Glimpse, now_s: int) -> tuple[View, int]:
        """The age of a live picture in steps; when any other was taken in, which stays the same while it is shown."""
        place, view = Place(glimpse.window, glimpse.tile, glimpse.box), glimpse.view
        if view.picture in MOVING:
            within, is_late = self._calm.setdefault(place, _Calm()).step(glimpse.age_ms, view.is_late, now_s)
            return replace(view, within_ms=within, is_late=is_late), 0
        self._calm.pop(place, None)
        if view.picture in (Picture.NONE, Picture.HIDDEN):
            return view, 0
        taken_ms = self._clock.now_ms() - glimpse.age_ms
        before, frame_ms = self._shown.get(place, (None, 0))
        is_same = before == view and abs(taken_ms - frame_ms) < STEP_MS  # the two clocks may drift apart by a hair
        return view, frame_ms if is_same else taken_ms

    # ---- asking ----

    def ask(self, position: str, window: str, t_s: int) -> None:
        """What that window showed then; `scene` is the answer. Nothing happens without a Keeper."""
        if self._keeper is not None:
            self._asked += 1
            self._keeper.ask(Asked(self._asked, position, window, t_s))

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {EyeAnswered: self.answered}

    def answered(self, answer: EyeAnswered) -> None:
        """An answer to an older question means nothing any more."""
        if answer.asked.number == self._asked:
            self.scene, self.is_readable = answer.scene, answer.scene is not None
            self.positions = answer.positions or self.positions
            self._announce(announce.EyeStirred())
