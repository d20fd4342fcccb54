"""Camera numbers typed on the keyboard: `17`, or `17*3` for place 3. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from console.errors import CommandRefused

ENTRY = re.compile(r"\s*([0-9]{1,8})\s*(?:\*\s*([0-9]{1,8})\s*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class CameraEntry:
    """Camera `number` goes to place `place` of the surface with the selected tile; None: to the selected tile."""

    number: int
    place: int | None = None


def parse_entry(text: str) -> CameraEntry:
    """Raises CommandRefused("bad_entry") for what is no camera number."""
    match = ENTRY.fullmatch(text)
    if match is None:
        raise CommandRefused("bad_entry", text)
    return CameraEntry(int(match[1]), int(match[2]) if match[2] else None)
