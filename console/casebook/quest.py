"""What is looked for in the casebook, and how it is told to the child that looks. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from console.incidents import Disposition
from console.incidents.search import Asked
from console.model import AlarmClass, BuildingId, UnitId

DAY_MS = 86_400_000
SPANS_MS = (DAY_MS, 7 * DAY_MS, 30 * DAY_MS, 0)  # 0: however long ago


class BadQuest(Exception):
    """A line that is no quest."""


@dataclass(frozen=True, slots=True)
class Quest:
    """Closed incidents: every word has to be in one. `span_ms` back from now, 0 = all; "" and None = any."""

    text: str = ""
    span_ms: int = 30 * DAY_MS
    disposition: Disposition | None = None
    alarm_class: AlarmClass | None = None
    building: BuildingId | None = None
    unit: UnitId | None = None

    def asked(self, now_ms: int) -> Asked:
        """As the search takes it."""
        return Asked(
            tuple(self.text.split()), now_ms - self.span_ms if self.span_ms else 0, 0, self.disposition,
            self.alarm_class, self.building, self.unit, is_closed=True,
        )  # fmt: skip


def to_json(quest: Quest) -> str:
    return json.dumps(asdict(quest), ensure_ascii=False)


def from_json(text: str) -> Quest:
    """Raises BadQuest."""
    try:
        told = json.loads(text)
        ended, letter = told["disposition"], told["alarm_class"]
        return Quest(
            str(told["text"]), int(told["span_ms"]), Disposition(ended) if ended else None,
            AlarmClass(letter) if letter else None, BuildingId(told["building"]) if told["building"] else None,
            UnitId(told["unit"]) if told["unit"] else None,
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise BadQuest(type(error).__name__) from error
