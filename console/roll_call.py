"""The command line's ears for units and incidents: by id or name, and what a unit said: "M21 on scene". Pure.

What is typed may be Chinese or English whatever the language of the window is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from console.finding import Found, Sought
from console.model import Crew, IncidentId, UnitStatus

SAID = {
    UnitStatus.ACCEPTED: ("accepted", "accepts", "接单", "已接单", "接受", "已接受"),
    UnitStatus.DECLINED: ("declined", "declines", "拒单", "已拒单", "拒絕", "已拒絕"),
    UnitStatus.EN_ROUTE: ("en route", "on the way", "出发", "途中", "赶赴途中", "出發", "前往中"),
    UnitStatus.ON_SCENE: ("on scene", "there", "到场", "已到场", "抵達", "已抵達"),
    UnitStatus.RETURNING: ("returning", "返回", "返回途中"),
    UnitStatus.AVAILABLE: ("available", "ready", "待命"),
    UnitStatus.OUT_OF_SERVICE: ("out of service", "停勤"),
}
KEY = " "  # between unit and status in the key of a report


class RollCall:
    """Built once per site."""

    def __init__(self, crews: Sequence[Crew]) -> None:
        self._crews = tuple(crews)

    def find(self, text: str, incidents: Iterable[tuple[IncidentId, str, str]] = ()) -> tuple[Found, ...]:
        """What a unit said stands first, then units, then incidents (id, name, English name)."""
        typed = " ".join(text.casefold().removeprefix("/").split())
        if not typed:
            return ()
        units = (Found(Sought.UNIT, crew.id, crew.name, crew.name_en) for crew in self._crews if _is_meant(crew, typed))
        return (*self._said(typed), *units, *_incidents(typed, incidents))

    def _said(self, typed: str) -> Iterator[Found]:
        """The name of a unit with the beginning of a status after it."""
        for crew in self._crews:
            for name in _names(crew):
                rest = typed.removeprefix(name) if typed.startswith(name) else ""
                parted = rest.startswith(" ") or not name.isascii() or (bool(rest) and not rest[0].isascii())
                word = rest.strip()
                for status, words in SAID.items():
                    if word and parted and any(one.startswith(word) for one in words):
                        yield Found(Sought.REPORT, f"{crew.id}{KEY}{status}", crew.name, crew.name_en)


def _names(crew: Crew) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.casefold() for name in (crew.id, crew.name, crew.name_en) if name))


def _is_meant(crew: Crew, typed: str) -> bool:
    """By its id, the beginning of a word of its English name, or any part of its Chinese one."""
    if typed == crew.id.casefold() or (not typed.isascii() and typed in crew.name.casefold()):
        return True
    return re.search(rf"(?<![a-z0-9]){re.escape(typed)}", crew.name_en.casefold()) is not None


def _incidents(typed: str, incidents: Iterable[tuple[IncidentId, str, str]]) -> Iterator[Found]:
    for id_, name, name_en in incidents:
        number = id_.casefold()
        named = typed in name.casefold() or typed in name_en.casefold()
        if typed in (number, number.partition("-")[2].lstrip("0")) or number.startswith(typed) or named:
            yield Found(Sought.INCIDENT, id_, name, name_en)


def report_of(key: str) -> tuple[str, UnitStatus]:
    """Unit and status of a report's key."""
    unit, _, status = key.rpartition(KEY)
    return unit, UnitStatus(status)
