"""The command line's ears for what goes to another position's wall: `17 @desk-2`, `17*3 @desk-2/2`, `Gates @desk-2`.

Pure; desk thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from console.finding import ENTRY, Found, Sought
from console.model import Camera
from console.remote import Target

SENT = re.compile(r"(?P<what>[^@]+?)\s*@\s*(?P<where>[^@]*)")


def consignments(
    text: str, targets: Sequence[Target], cameras: Iterable[Camera], salvos: Iterable[str]
) -> Iterator[Found]:
    """A line for each wall that may be meant; `key` is what goes there, @, position and surface.

    `number` of a line is the camera's, 0 for a salvo.
    """
    match = SENT.fullmatch(" ".join(text.split()))
    if match is None:
        return
    meant = [target for target in targets if _is_meant(target, match["where"].casefold())]
    entry = ENTRY.fullmatch(match["what"])
    if entry is not None:
        place = f"*{int(entry[2])}" if entry[2] else ""
        for camera in (camera for camera in cameras if camera.number == int(entry[1])):
            for target in meant:
                key = f"{camera.number}{place}@{target.position}/{target.surface}"
                yield Found(Sought.SEND, key, camera.name, camera.name_en, number=camera.number)
        return
    for salvo in (salvo for salvo in salvos if match["what"].casefold() in salvo.casefold()):
        for target in meant:
            yield Found(Sought.SEND, f"{salvo}@{target.position}/{target.surface}", salvo, salvo)


def _is_meant(target: Target, typed: str) -> bool:
    """By the beginning of the position's name, and after a slash the wall's number."""
    position, slash, wall = typed.partition("/")
    number = target.surface.rpartition("-")[2]
    return target.position.casefold().startswith(position) and (not slash or number.startswith(wall))
