"""The salvos and tours of the data folder, by name. Desk thread; refuses what cannot be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from console.errors import CommandRefused
from console.wall.salvos import LONGEST_S, SHORTEST_S, Salvo, Step, Tour

LONGEST_NAME = 40


class Library:
    """Kept in order of their names; saving under a name that is taken replaces what it meant."""

    def __init__(self) -> None:
        self._salvos: dict[str, Salvo] = {}
        self._tours: dict[str, Tour] = {}

    def salvos(self) -> tuple[Salvo, ...]:
        return tuple(self._salvos[name] for name in sorted(self._salvos))

    def tours(self) -> tuple[Tour, ...]:
        return tuple(self._tours[name] for name in sorted(self._tours))

    def salvo(self, name: str) -> Salvo:
        """Raises CommandRefused("unknown_salvo")."""
        if name not in self._salvos:
            raise CommandRefused("unknown_salvo", name)
        return self._salvos[name]

    def tour(self, name: str) -> Tour:
        """Raises CommandRefused("unknown_tour")."""
        if name not in self._tours:
            raise CommandRefused("unknown_tour", name)
        return self._tours[name]

    def save_salvo(self, salvo: Salvo) -> None:
        self._salvos[salvo.name] = salvo

    def save_tour(self, name: str, steps: Sequence[Step], dwell_s: int) -> Tour:
        """Raises CommandRefused: empty_tour, bad_dwell, unknown_salvo."""
        if not steps or any(not step.salvo and step.camera is None for step in steps):
            raise CommandRefused("empty_tour", name)
        if not SHORTEST_S <= dwell_s <= LONGEST_S:
            raise CommandRefused("bad_dwell", str(dwell_s))
        for step in steps:
            if step.salvo:
                self.salvo(step.salvo)
        self._tours[name] = tour = Tour(name, tuple(steps), dwell_s)
        return tour

    def rename_salvo(self, name: str, new: str) -> None:
        """In the tours that show it too. Raises CommandRefused: unknown_salvo, name_taken."""
        salvo = self.salvo(name)
        if new in self._salvos and new != name:
            raise CommandRefused("name_taken", new)
        del self._salvos[name]
        self._salvos[new] = replace(salvo, name=new)
        for tour in self.tours():
            steps = tuple(replace(step, salvo=new) if step.salvo == name else step for step in tour.steps)
            self._tours[tour.name] = replace(tour, steps=steps)

    def remove_salvo(self, name: str) -> None:
        """Tours pass over a salvo that is gone. Raises CommandRefused("unknown_salvo")."""
        self.salvo(name)
        del self._salvos[name]

    def remove_tour(self, name: str) -> None:
        """Raises CommandRefused("unknown_tour")."""
        self.tour(name)
        del self._tours[name]


def checked_name(name: str) -> str:
    """The name without the spaces around it. Raises CommandRefused("bad_name") when nothing or too much is left."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise CommandRefused("bad_name", name[:LONGEST_NAME])
    return name
