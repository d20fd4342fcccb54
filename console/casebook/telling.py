"""What a child that looks writes, line by line, and how it is read again. Pure.

A case is told by its own entries, so whoever reads them knows what the journal knows; units come beside it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from console.casebook.desk import CasesFailed, CasesFound, Order, StoryTold
from console.dispatching.timeline import Timelines
from console.incidents.search import Asked, Past, look
from console.journal import Entry
from console.model import By, Domain, IncidentId, UnitId

BROKEN, GONE = "broken", "gone"  # the child ended without an answer; the journal has no such case any more

Word = CasesFound | StoryTold | CasesFailed


def entry_line(entry: Entry) -> str:
    return json.dumps({"entry": asdict(entry)}, ensure_ascii=False, default=dict)


def end_line(total: int, units: Mapping[IncidentId, Iterable[UnitId]]) -> str:
    """Nothing follows: how many were found in all, and who was sent to those that were told."""
    return json.dumps({"total": total, "units": {incident: list(sent) for incident, sent in units.items()}})


def failed_line(reason: str) -> str:
    return json.dumps({"failed": reason})


def word_of(lines: Iterable[str], order: Order, domain: Domain) -> Word:
    """What the child said, all of it."""
    entries: list[Entry] = []
    try:
        for line in lines:
            told = json.loads(line)
            if "failed" in told:
                return CasesFailed(order.number, str(told["failed"]))
            if "entry" not in told:
                return _answer(order, domain, entries, told)
            entries.append(_entry(told["entry"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    return CasesFailed(order.number, BROKEN)


def _answer(order: Order, domain: Domain, entries: list[Entry], end: dict[str, Any]) -> Word:
    sent = {IncidentId(name): tuple(UnitId(unit) for unit in units) for name, units in end["units"].items()}
    cases = [replace(past, units=sent[past.incident.id]) for past in look(entries, domain, Asked())]
    if order.incident is None:
        return CasesFound(order.number, tuple(cases), int(end["total"]))
    if len(cases) != 1:
        return CasesFailed(order.number, GONE)
    (case,) = cases
    lines = timelines(domain, case)
    for entry in entries:
        lines.take(entry)
    return StoryTold(order.number, case, lines.of(case.incident))


def timelines(domain: Domain, case: Past) -> Timelines:
    """Takes the entries that tell this case, and says of each whether it does."""
    found = case.incident
    return Timelines(domain, lambda alarm: found if alarm in found.alarms else None)


def _entry(fields: dict[str, Any]) -> Entry:
    return Entry(**{**fields, "domain": Domain(fields["domain"]), "by": By(**fields["by"])})
