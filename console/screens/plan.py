"""Which window stands on which screen: default roles for new screens, and who gives way when a screen is gone. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.screens.display import DESK, NO_ROLE, WALLS, Box, Display, Role, default_reader_m, identity
from console.screens.layout import Layout, Setting, match


@dataclass(frozen=True, slots=True)
class Spot:
    """One window: its role, its screen, how far away it is read (metres). `window` None: it fills the screen."""

    role: Role
    display: Display
    reader_m: float
    window: Box | None


@dataclass(frozen=True, slots=True)
class Plan:
    """At most one window per screen; `parked` are the roles that have no screen now."""

    spots: tuple[Spot, ...] = ()
    parked: tuple[Role, ...] = ()

    def spot(self, role: Role) -> Spot | None:
        return next((spot for spot in self.spots if spot.role == role), None)


def main_role(position: str) -> Role:
    """The window that always exists: the desk; at a position named wall-n, which has no desk, the first wall."""
    return WALLS[0] if position.startswith("wall-") else DESK


def admit(layout: Layout, displays: Sequence[Display], main: Role) -> Layout:
    """The layout with every present screen in it; one never seen gets the first role nobody has.

    The main window goes to the primary screen, the others take the walls from left to right.
    """
    known = match(layout, displays)
    taken = {setting.role for setting in layout.settings}
    present = list(known.present.values())
    newcomers = [(order, display) for order, display in enumerate(displays) if display.name not in known.present]
    for order, display in sorted(newcomers, key=lambda each: (not each[1].primary, each[0])):
        role = main if main not in taken else next((r for r in WALLS if r not in taken), NO_ROLE)
        taken.add(role)
        present.append(Setting(identity(display, order), role, default_reader_m(role)))
    return Layout((*present, *known.absent))


def plan(layout: Layout, displays: Sequence[Display], main: Role) -> Plan:
    """Every role on its screen; the main window without one borrows a screen, if need be a wall's."""
    settings = match(layout, displays).present
    spots = {display.name: _spot(settings[display.name], display) for display in displays if display.name in settings}
    spots = {name: spot for name, spot in spots.items() if spot.role != NO_ROLE}
    if displays and all(spot.role != main for spot in spots.values()):
        host = min(displays, key=lambda d: (d.name in spots, not d.primary))
        own = layout.of(main)
        spots[host.name] = Spot(main, host, own.reader_m if own else default_reader_m(main), None)
    shown = {spot.role for spot in spots.values()}
    parked = {setting.role for setting in layout.settings} - shown - {NO_ROLE}
    return Plan(tuple(sorted(spots.values(), key=lambda spot: spot.role)), tuple(sorted(parked)))


def _spot(setting: Setting, display: Display) -> Spot:
    """A kept window is put inside its screen: one that nobody can reach is no window."""
    box, room = setting.window, display.box
    if box is not None:
        width, height = min(box.width, room.width), min(box.height, room.height)
        left = min(max(box.x, 0), room.width - width)
        top = min(max(box.y, 0), room.height - height)
        box = Box(left, top, width, height)
    return Spot(setting.role, display, setting.reader_m, box)
