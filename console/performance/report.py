"""Figures and studies as one answer, and its JSON: what the child writes and the window reads. Pure."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from console.model import PointId
from console.performance.figures import Figures
from console.performance.study import Study

SCHEMA = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """What a child found out. `studies` by the number of a place in the top ten; several places may share a rule."""

    site: str
    figures: Figures
    studies: tuple[Study, ...]
    study_of: tuple[int, ...]  # for each of the top ten: which study

    def study(self, place: int) -> Study:
        """What was found of the rule of this place in the top ten, counted from 0."""
        return self.studies[self.study_of[place]]

    def place_of(self, point: PointId) -> int | None:
        return next((at for at, busy in enumerate(self.figures.top) if busy.point == point), None)


class BadReport(ValueError):
    """The text is no report of this version."""


Answer = Report | Study
KINDS: dict[str, type[Report] | type[Study]] = {"report": Report, "study": Study}


def to_json(answer: Answer) -> str:
    """One line."""
    name = next(name for name, kind in KINDS.items() if isinstance(answer, kind))
    return json.dumps({"schema": SCHEMA, name: asdict(answer)}, ensure_ascii=False, allow_nan=False)


def from_json(text: str) -> Answer:
    """Raises BadReport."""
    try:
        told = json.loads(text)
        if told.get("schema") != SCHEMA:
            raise BadReport(f"schema {told.get('schema')}")
        name = next(name for name in KINDS if name in told)
        return _made(KINDS[name], told[name])
    except (ValueError, TypeError, KeyError, AttributeError, StopIteration) as error:
        raise BadReport(f"{type(error).__name__}: {error}") from error


def _made(kind: type[T], told: Mapping[str, Any]) -> T:
    """The dataclass that `asdict` made this of."""
    hints = get_type_hints(kind)
    return kind(**{field.name: _value(hints[field.name], told[field.name]) for field in fields(kind)})  # type: ignore[arg-type]  # dataclasses only


def _value(hint: Any, told: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return None if told is None else _value(next(one for one in get_args(hint) if one is not type(None)), told)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], one) for one in told)
    if is_dataclass(hint) and isinstance(hint, type):
        return _made(hint, told)
    return hint(told) if isinstance(hint, type) and issubclass(hint, StrEnum | float) else told
