"""Acts out of a TOML file: the story of the demo and the scenarios of the drills are written in the same words."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from console.errors import Problem
from console.model import Act, Deed, PointId, Site
from console.model.acts import LANGUAGES

MOST_BYTES = 1_000_000
MOST = 1e15  # of any number
Table = Mapping[str, object]


def read_toml(path: Path, problems: list[Problem], example: str) -> Table:
    """The tables of a file; empty, with the reason among the problems, when it cannot be read."""
    try:
        if not path.is_file():  # a pipe would hold us up for ever
            raise ValueError("it is no file")
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"it is larger than {MOST_BYTES} bytes")
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:  # bad UTF-8 and bad TOML are ValueErrors
        problems.append(Problem(path.name, 0, "", f"cannot be read: {error}", f"see {example}"))
        return {}


def tables_of(value: object) -> Sequence[Table]:
    """The tables of an array of tables; nothing else is one."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


class ActReader:
    """Turns tables into acts and collects what is wrong with them; `deeds`: those this file may ask for."""

    def __init__(self, file: str, site: Site, deeds: Collection[Deed]) -> None:
        self._file = file
        self._deeds = deeds
        self._points: dict[str, PointId] = {point.id: point.id for point in site.points}
        for point in site.points:
            self._points.setdefault(point.alias or point.id, point.id)  # the first kind of a device goes by its alias
        self.problems: list[Problem] = []

    def acts(self, value: object) -> tuple[Act, ...]:
        """Every act of an array of tables in order of time."""
        acts = [self._act(f"act {number}", table) for number, table in enumerate(tables_of(value), start=1)]
        if not acts:
            self.wrong("act", "there are no acts", "add [[act]] tables")
        return tuple(sorted(acts, key=lambda act: act.at_s))

    def _act(self, where: str, table: Table) -> Act:
        deed = self._deed(where, table)
        return Act(
            at_s=self.number(where, table, "at_s", required=True) or 0.0,
            deed=deed,
            point=self._point(where, table),
            value=self.number(where, table, "value"),
            text=self.text(where, table, "text"),
            caller=self._caller(where, table, deed),
        )

    def _deed(self, where: str, table: Table) -> Deed:
        word = table.get("deed")
        if word not in self._deeds:
            self.wrong(f"{where}.deed", f"'{word}' is not known", f"use one of {', '.join(self._deeds)}")
            return Deed.SAY
        return Deed(str(word))

    def _point(self, where: str, table: Table) -> PointId | None:
        target = table.get("target")
        if target is None and table.get("deed") in {Deed.SAY, Deed.CALL}:
            return None
        point = self._points.get(str(target))
        if point is None:
            what = f"'{target}' is no point of the site"
            self.wrong(f"{where}.target", what, "give the id or the alias of a point")
        return point

    def _caller(self, where: str, table: Table, deed: Deed) -> str:
        caller = str(table.get("caller", ""))[:100]
        if deed is Deed.CALL and not caller:
            self.wrong(f"{where}.caller", "is missing", "say who rings up")
        return caller

    # ---- for the other tables of such a file ----

    def number(self, where: str, table: Table, key: str, *, required: bool = False) -> float | None:
        """A number or nothing."""
        value = table.get(key)
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MOST
        if value is not None and not is_number:  # nan and inf are floats, too
            self.wrong(f"{where}.{key}", "is not a number", "write seconds or a value, such as 20 or 0.08")
            return None
        if value is None and required:
            self.wrong(f"{where}.{key}", "is missing", "say how many seconds after the start it happens")
        return float(value) if isinstance(value, int | float) else None

    def text(self, where: str, table: Table, key: str) -> dict[str, str]:
        """The words in each language."""
        texts = table.get(key)
        found = {str(name): str(value) for name, value in texts.items()} if isinstance(texts, dict) else {}
        missing = [language for language in LANGUAGES if language not in found]
        if missing:
            self.wrong(f"{where}.{key}", f"{', '.join(missing)} is missing", "say it in every language")
        return found

    def wrong(self, key: str, what: str, cure: str) -> None:
        self.problems.append(Problem(self._file, 0, key, what, cure))
