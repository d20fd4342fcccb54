"""Which consoles share this journal, as values: what each says of itself once a second, and who does what alone.

Pure. A Store (`ports.py`) carries them; `presence.py` draws the conclusions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Beat:
    """A console lives. `hears`: its link to the broker is up. `wants`: the leases it would take when nobody alive has
    them. `gone`: writers it takes for dead, whose leases may be taken.
    """

    hears: bool
    person: str = ""
    wants: tuple[str, ...] = ()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Present:
    """The newest run of a position as the journal's home knows it.

    `beat` grows while it lives: wall clocks of two machines differ, so nobody compares `at_ms` (its own clock, epoch
    ms) with theirs to find out. `has_left`: it ended in order.
    """

    position: str
    writer: str
    beat: int
    at_ms: int
    person: str = ""
    hears: bool = False
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class ClockTold:
    """Posted by a Feed: what time it was at another console when it said so, and here when that came. Epoch ms."""

    position: str
    at_ms: int
    received_ms: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Posted by the store after each beat. `leases`: which writer has which."""

    present: tuple[Present, ...]
    leases: Mapping[str, str] = field(default_factory=dict)
