"""The pictures of one zone: the alarms that share them, the cameras to choose from, the one that is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from console.model import AlarmId, Camera, Health


class Ranked(Protocol):
    """What the wall wants to know of a ranked camera; `cameras.Choice` is one."""

    @property
    def camera(self) -> Camera: ...

    @property
    def health(self) -> Health: ...


C = TypeVar("C", bound=Ranked)


@dataclass(frozen=True, slots=True)
class OnTile(Generic[C]):
    """What the alarm tile shows: one picture set for all alarms of one zone.

    `alarm` leads the set: the first unacknowledged one, else the first. `choice` is None when no camera covers it.
    """

    alarm: AlarmId
    alarms: tuple[AlarmId, ...]
    zone: str
    choice: C | None
    choices: tuple[C, ...]
    acknowledged: bool
    pinned: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An unacknowledged zone that is not on the tile now; `alarms` are all that stand behind it."""

    alarm: AlarmId
    alarms: tuple[AlarmId, ...]
    zone: str
    priority: int


@dataclass(slots=True)
class Member(Generic[C]):
    """One alarm of a zone."""

    id: AlarmId
    priority: int  # 1 is the most urgent
    choices: tuple[C, ...]
    acknowledged: bool = False


@dataclass(slots=True)
class PictureSet(Generic[C]):
    """One zone with alarms, never without; `shown` counts only while the set is on the tile."""

    zone: str
    turn: int  # the lower, the longer it has been waiting for the tile
    members: dict[AlarmId, Member[C]] = field(default_factory=dict)
    shown: C | None = None
    was_shown: bool = False
    dismissed: bool = False  # the operator sent it away: it comes back by hand, or with a new occurrence
    off_walls: bool = False  # sent away from the alarm region: it comes back with the tile, or with a new occurrence

    @property
    def acknowledged(self) -> bool:
        """Nobody has to look any more; true also of a set whose last alarm is gone."""
        return all(member.acknowledged for member in self.members.values())

    @property
    def priority(self) -> int:
        return min(member.priority for member in self.members.values())

    @property
    def lead(self) -> AlarmId:
        unseen = (member.id for member in self.members.values() if not member.acknowledged)
        return next(unseen, next(iter(self.members)))

    @property
    def choices(self) -> tuple[C, ...]:
        """Those of the first alarm that has any: further alarms of the zone do not change the picture."""
        return next((member.choices for member in self.members.values() if member.choices), ())

    @property
    def best(self) -> C | None:
        return next(iter(self.choices), None)

    def others(self) -> tuple[C, ...]:
        """The cameras beside the one that is shown, the next best first, beginning again with the best."""
        at = self._position()
        return self.choices if at is None else self.choices[at + 1 :] + self.choices[:at]

    def follow(self, *, stay: bool) -> None:
        """The choices are new. Stay with the camera that is shown while it works, or at any rate when told to."""
        at = self._position()
        if at is not None and (stay or self.choices[at].health in {Health.OK, Health.UNKNOWN}):
            self.shown = self.choices[at]
        elif self.shown is None or not stay:
            self.shown = self.best

    def on_tile(self, pinned: bool) -> OnTile[C]:
        return OnTile(
            alarm=self.lead,
            alarms=tuple(self.members),
            zone=self.zone,
            choice=self.shown,
            choices=self.choices,
            acknowledged=self.acknowledged,
            pinned=pinned,
        )

    def waiting(self) -> Waiting:
        return Waiting(self.lead, tuple(self.members), self.zone, self.priority)

    def _position(self) -> int | None:
        if self.shown is None:
            return None
        shown = self.shown.camera.id
        return next((i for i, choice in enumerate(self.choices) if choice.camera.id == shown), None)
