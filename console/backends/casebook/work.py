"""The children that look for closed incidents: what they are told, how they look, and what their answer means."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from console import units
from console.backends.store.read import JournalReader
from console.casebook import CasesFailed, CasesFound, Order, StoryTold
from console.casebook.desk import MOST
from console.casebook.quest import BadQuest, Quest, from_json, to_json
from console.casebook.telling import BROKEN, end_line, entry_line, timelines, word_of
from console.dispatching.timeline import KINDS
from console.errands import Errands, Manner
from console.inbox import Inbox
from console.incidents import FACTS
from console.incidents.facts import stream_of
from console.incidents.search import Past, look
from console.journal import Entry
from console.model import LIVE, IncidentId

BEFORE_MS = 60_000  # an alarm may have been written down a moment before it is said to have begun
AFTER_MS = 24 * 3_600_000  # a clip, or an alarm that is reset when all is over


class CaseWork(Errands[Order]):
    """The Worker of `casebook.desk`. `journal` is asked for each order, on its thread: passwords are not kept."""

    def __init__(self, journal: Callable[[], str], inbox: Inbox) -> None:
        manner: Manner[Order] = Manner(
            "casebook",
            lambda _order: ("incidents",),
            lambda order: told_line(Told(journal(), order.quest, order.incident)),
            _words,
            lambda order: CasesFailed(order.number, BROKEN),
        )  # fmt: skip
        super().__init__(manner, inbox)


def _words(lines: Iterable[str], order: Order) -> Iterator[CasesFound | StoryTold | CasesFailed]:
    yield word_of(lines, order, LIVE)


# ---- what the child is told ----


@dataclass(frozen=True, slots=True)
class Told:
    """Where the journal is, a file or an address with its password, and what is wanted of it."""

    journal: str
    quest: Quest
    incident: IncidentId | None

    @property
    def place(self) -> str | Path:
        return self.journal if "://" in self.journal else Path(self.journal)


def told_line(told: Told) -> bytes:
    fields = {"journal": told.journal, "quest": to_json(told.quest), "incident": told.incident}
    return json.dumps(fields).encode() + b"\n"


def told_of(line: str) -> Told:
    """Raises BadQuest, which shows nothing of what was in the line."""
    try:
        fields = json.loads(line)
        incident = IncidentId(fields["incident"]) if fields["incident"] else None
        return Told(str(fields["journal"]), from_json(str(fields["quest"])), incident)
    except (ValueError, KeyError, TypeError) as error:
        raise BadQuest(type(error).__name__) from error


# ---- the child ----


def answer(told: Told, now_ms: int) -> Iterator[str]:
    """Line by line. Raises StoreError, JournalError."""
    reader = JournalReader(told.place)
    found = look(_incidents(reader), LIVE, told.quest.asked(now_ms) if told.incident is None else Quest().asked(0))
    shown = found[:MOST] if told.incident is None else [past for past in found if past.incident.id == told.incident]
    for past in shown:
        entries = _of_story(reader, past) if told.incident is not None else _of_incident(reader, past)
        yield from map(entry_line, entries)
    yield end_line(len(found), {past.incident.id: past.units for past in shown})


def _incidents(reader: JournalReader) -> Iterator[Entry]:
    return (record.entry for record in reader.of_kind(*FACTS.kinds, *units.FACTS.kinds))


def _of_incident(reader: JournalReader, past: Past) -> Iterator[Entry]:
    return (record.entry for record in reader.stream(LIVE, stream_of(past.incident.id)))


def _of_story(reader: JournalReader, past: Past) -> Iterator[Entry]:
    found, lines = past.incident, timelines(LIVE, past)
    for record in reader.between(LIVE, found.began_ms - BEFORE_MS, found.closed_ms + AFTER_MS, KINDS):
        if found.id in lines.take(record.entry):
            yield record.entry
