"""The proofs as a table for an auditor: a line for each detector, codes and UTC times, whatever the language. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from console.clock import iso_ms
from console.excerpts import plain
from console.proving.plan import Obligation

HEADER = (
    "point", "name", "name_en", "class", "building", "floor", "standing", "due_utc", "proofs", "tester", "tested_utc",
    "source_utc", "received_utc", "raised_utc", "displayed_utc", "displayed_at", "path_ms", "alarm", "missed_utc",
    "missed_reason", "missed_note",
)  # fmt: skip


def as_csv(obligations: Sequence[Obligation]) -> bytes:
    """UTF-8 with a mark, so that every spreadsheet reads the Chinese; `path_ms` from arrival to display."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(_rows(obligations))
    return text.getvalue().encode("utf-8-sig")


def _rows(obligations: Iterable[Obligation]) -> Iterator[Sequence[str]]:
    yield HEADER
    for each in obligations:
        point = each.point
        floor = "" if point.floor is None else str(point.floor)
        told = (point.id, point.name, point.name_en, each.alarm_class.value, point.building or "", floor)
        yield tuple(
            plain(cell) for cell in (*told, each.standing.value, iso_ms(each.due_ms), *_proof(each), *_miss(each))
        )


def _proof(each: Obligation) -> tuple[str, ...]:
    proof = each.record.proof
    if proof is None:
        return (str(each.record.number), *[""] * 9)
    times = (proof.asked_ms, proof.source_ms, proof.received_ms, proof.raised_ms, proof.displayed_ms)
    path_ms = str(proof.displayed_ms - proof.received_ms)
    return (str(each.record.number), proof.tester, *map(iso_ms, times), proof.position, path_ms, proof.alarm)


def _miss(each: Obligation) -> tuple[str, ...]:
    miss = each.record.miss
    return (iso_ms(miss.at_ms), miss.fact.reason.value, miss.fact.note) if miss is not None else ("", "", "")
