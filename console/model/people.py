"""Who did something, and who sits at this position now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from console.model.ids import PointId
from console.model.readings import AlarmClass
from console.model.rights import Right

UNATTENDED = "unattended"  # what writes while nobody is signed in

Rule: TypeAlias = Callable[[Right, AlarmClass | None, PointId | None], None]


@dataclass(frozen=True, slots=True)
class By:
    """Who did it: a person at a position, or a machine (rule, timer, backend)."""

    person: str = ""
    position: str = ""
    machine: str = ""

    @property
    def is_person(self) -> bool:
        return bool(self.person)


class Seat:
    """A position, whoever sits there now and what he may do: the one thing here that changes.

    Desks keep the seat, never a `By` of it: an act is of the person who sits there when it happens. Only
    `console.people` seats anybody and lays down the rule; without it whoever is named may do everything.
    """

    __slots__ = ("person", "position", "rule")

    def __init__(self, position: str, person: str = "", rule: Rule | None = None) -> None:
        self.position = position
        self.person = person  # "" nobody
        self.rule = rule

    @property
    def by(self) -> By:
        """Who acts here now; a machine while nobody is signed in."""
        return By(person=self.person, position=self.position) if self.person else By(machine=UNATTENDED)

    def by_right(self, right: Right) -> By:
        """Who acts here now, if he may. Raises CommandRefused."""
        self.check(right)
        return self.by

    def check(self, right: Right, alarm_class: AlarmClass | None = None, point: PointId | None = None) -> None:
        """Refuse what the person here may not do to this class of alarm, at this point. Raises CommandRefused."""
        if self.rule is not None:
            self.rule(right, alarm_class, point)
