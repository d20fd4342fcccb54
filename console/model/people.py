"""Who did something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class By:
    """Who did it: a person at a position, or a machine (rule, timer, backend)."""

    person: str = ""
    position: str = ""
    machine: str = ""

    @property
    def is_person(self) -> bool:
        return bool(self.person)


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits where."""

    position: str
    person: str

    @property
    def by(self) -> By:
        return By(person=self.person, position=self.position)
