"""Notes for whoever comes next: each stands until somebody strikes it, through every change of shift. Desk thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from console.clock import Clock
from console.errors import CommandRefused
from console.facts import Facts
from console.journal import Entry
from console.model import LIVE, By

STREAM = "note/"
TEXT_MOST = 1_000  # characters
NOTES_MOST = 50


@dataclass(frozen=True, slots=True)
class ShiftNoted:
    text: str


@dataclass(frozen=True, slots=True)
class ShiftNoteStruck:
    """It is done with; who says so stands in the entry's `by`."""


Fact = ShiftNoted | ShiftNoteStruck
FACTS: Facts[Fact] = Facts({"ShiftNoted": ShiftNoted, "ShiftNoteStruck": ShiftNoteStruck})


@dataclass(frozen=True, slots=True)
class Note:
    id: str
    at_ms: int
    by: By
    text: str


class Notes:
    """The notes of the whole room, the oldest first."""

    def __init__(self, clock: Clock, position: str, append: Callable[[Sequence[Entry]], None]) -> None:
        self._clock = clock
        self._position = position
        self._append = append
        self._notes: dict[str, Note] = {}

    def all(self) -> tuple[Note, ...]:
        return tuple(sorted(self._notes.values(), key=lambda note: (note.at_ms, note.id)))

    def write(self, text: str, by: By) -> Note:
        """Codes: empty_note, long_note, many_notes."""
        text = text.strip().replace("\0", "").encode("utf-8", "replace").decode()
        if not text:
            raise CommandRefused("empty_note")
        if len(text) > TEXT_MOST:
            raise CommandRefused("long_note", str(TEXT_MOST))
        if len(self._notes) >= NOTES_MOST:
            raise CommandRefused("many_notes", str(NOTES_MOST))
        id_ = self._free_id()
        self._write(id_, ShiftNoted(text), 1, by)
        return self._notes[id_]

    def strike(self, note: str, by: By) -> None:
        """Code: no_note."""
        if note not in self._notes:
            raise CommandRefused("no_note", note)
        self._write(note, ShiftNoteStruck(), 2, by)

    def _free_id(self) -> str:
        at = self._clock.now_ms()
        while (id_ := f"{self._position}-{at}") in self._notes:
            at += 1
        return id_

    def _write(self, id_: str, fact: Fact, version: int, by: By) -> None:
        is_open = isinstance(fact, ShiftNoted)
        entry = Entry(
            LIVE, STREAM + id_, version, FACTS.name(fact), self._clock.now_ms(), by, FACTS.data(fact), open=is_open
        )  # fmt: skip
        self._append((entry,))
        self.follow(entry)

    # ---- what the journal says ----

    def follow(self, entry: Entry) -> None:
        """An entry of ours, of an earlier run or of another console."""
        id_ = entry.stream.removeprefix(STREAM)
        match FACTS.read(entry.kind, entry.data):
            case ShiftNoted(text):
                self._notes[id_] = Note(id_, entry.t_ms, entry.by, text)
            case ShiftNoteStruck():
                self._notes.pop(id_, None)


def is_note(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in FACTS
