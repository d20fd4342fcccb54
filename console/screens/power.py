"""Which screens are switched off or asleep, as far as the graphics card says so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

KINDS = {"displayport": "dp", "hdmi-a": "hdmi", "hdmi-b": "hdmi", "dvi-d": "dvi", "dvi-i": "dvi", "dvi-a": "dvi"}
NAME = re.compile(r"(?:card\d+-)?(.+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Connector:
    """A socket of the graphics card with a screen in it."""

    name: str  # card0-HDMI-A-1
    is_on: bool


@dataclass(frozen=True, slots=True)
class Powered:
    """Posted when the power of any connected screen changed: these are all of them."""

    connectors: tuple[Connector, ...]


def dark(screens: Iterable[str], connectors: Iterable[Connector]) -> frozenset[str]:
    """Those of the screens nobody can see anything on.

    Window systems and graphics cards name the same socket differently (HDMI-1, card0-HDMI-A-1). A screen whose socket
    is not found by name is dark when all of them are.
    """
    known = {plain(connector.name): connector.is_on for connector in connectors}
    all_off = bool(known) and not any(known.values())
    return frozenset(name for name in screens if not known.get(plain(name), not all_off))


def plain(name: str) -> str:
    """One spelling for the names of a socket: `hdmi-1`."""
    found = NAME.fullmatch(name.lower())
    return f"{KINDS.get(found[1], found[1])}-{found[2]}" if found is not None else name.lower()
