"""What to do at an alarm, as the site wrote it down beforehand: cause, consequence, time, steps, whom to call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from console.model.ids import BuildingId, ZoneId
from console.model.readings import AlarmClass

ANY = "*"  # `*.silent`: this companion of whatever kind; alone: every kind


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in the three languages of the console."""

    en: str
    zh_cn: str
    zh_tw: str

    def in_language(self, code: str) -> str:
        """The text in zh_CN or zh_TW, in English for every other code."""
        return {"zh_CN": self.zh_cn, "zh_TW": self.zh_tw}.get(code, self.en)


@dataclass(frozen=True, slots=True)
class Guidance:
    """For alarms of `kind`; None stands for every class, zone and building. `respond_s`: seconds to the first act.

    `consequence_s`: seconds until the consequence is there if nobody acts, None where nobody can say.
    """

    kind: str
    respond_s: int
    cause: Wording
    consequence: Wording
    steps: tuple[Wording, ...]
    whom: Wording
    alarm_class: AlarmClass | None = None
    zone: ZoneId | None = None
    building: BuildingId | None = None
    consequence_s: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What an alarm is and where, as far as guidance asks."""

    kind: str
    alarm_class: AlarmClass
    zone: ZoneId | None = None
    building: BuildingId | None = None


class Scoped(Protocol):
    """A row of a site's table that holds for some alarms; None stands for every class, zone and building."""

    @property
    def kind(self) -> str: ...

    @property
    def alarm_class(self) -> AlarmClass | None: ...

    @property
    def zone(self) -> ZoneId | None: ...

    @property
    def building(self) -> BuildingId | None: ...


S = TypeVar("S", bound=Scoped)


def guidance_for(rows: Iterable[Guidance], case: Case) -> Guidance | None:
    """The most specific row that fits."""
    return most_specific(rows, case)


def most_specific(rows: Iterable[S], case: Case) -> S | None:
    """The row that fits: zone before building before class before kind alone; the first of equals."""
    fitting = [row for row in rows if _fits(row, case)]
    return max(fitting, key=_rank, default=None)


def _fits(row: Scoped, case: Case) -> bool:
    companion = case.kind.partition(".")[2]
    return (
        row.kind in (case.kind, f"{ANY}.{companion}", ANY)
        and row.alarm_class in (None, case.alarm_class)
        and row.zone in (None, case.zone)
        and row.building in (None, case.building)
    )


def _rank(row: Scoped) -> tuple[bool, ...]:
    return (
        row.zone is not None, row.building is not None, row.alarm_class is not None,
        not row.kind.startswith(ANY), row.kind != ANY,
    )  # fmt: skip
