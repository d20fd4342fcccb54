"""`main.py incidents`: looks for incidents in the journal, closed ones too, and tells all of one; while consoles run.

    main.py incidents --data DIR pump Li          those that hold every word: place, notes, people, units, alarms
    main.py incidents --data DIR E-0007           what happened, line by line

Exit code 0: something was found; 1: nothing was.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from console import site, units
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.clock import iso_ms
from console.config.read import load as load_config
from console.config.secrets import fill
from console.dispatching.timeline import KINDS, Line, Timelines
from console.errors import BackendError
from console.incidents import FACTS, Disposition
from console.incidents.search import Asked, Past, look
from console.journal import Entry, Json
from console.model import LIVE, AlarmClass, BuildingId, Domain, UnitId

ROOT = Path(__file__).resolve().parents[2]
NICE = 10  # alarms come first
MOST = 50  # shown unless more are asked for
MOST_MS = 1 << 62  # later than any entry
BEFORE_MS = 60_000  # an alarm may have been written down a moment before it is said to have begun
NUMBER = re.compile(r"[A-Z]+-\d+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help=f"data folder; the journal is DIR/{JOURNAL_FILE}")
    which.add_argument("--journal", metavar="FILE", help="a journal file or database URL, its password as env:NAME")
    parser.add_argument("words", nargs="*", help="every one of them has to be in it; or the number of one incident")
    parser.add_argument("--since", default="", metavar="YYYY-MM-DD", help="opened on that day or later")
    parser.add_argument("--until", default="", metavar="YYYY-MM-DD", help="begun on that day or before")
    parser.add_argument("--ended", choices=[each.value for each in Disposition], help="closed as this")
    parser.add_argument("--class", dest="letter", choices=list(AlarmClass), help="with an alarm of this class")
    parser.add_argument("--building", default="", metavar="ID", help="opened in this building (its id in the site)")
    parser.add_argument("--unit", default="", metavar="ID", help="this unit was ordered there")
    parser.add_argument("--domain", default=LIVE, help="live (%(default)s), or drill:ID")
    parser.add_argument("--most", type=int, default=MOST, help="the newest so many (%(default)s)")
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="whose site says the time zone")
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")


def run(args: argparse.Namespace) -> int:
    """Write what was found to standard output. Raises WatchroomError."""
    os.nice(NICE)
    reader, zone = JournalReader(fill(args.journal) if args.journal else args.data / JOURNAL_FILE), _zone(args.config)
    one = args.words[0] if len(args.words) == 1 and NUMBER.fullmatch(args.words[0]) else ""
    found = look(_entries(reader), Domain(args.domain), _asked(args, zone))
    if one:
        found = [past for past in found if past.incident.id == one]
    for past in found[: max(1, args.most)]:
        print(json.dumps(_facts(past), ensure_ascii=False) if args.json else _row(past, zone))
        for line in _timeline(reader, Domain(args.domain), past) if one else ():
            print(json.dumps(_told(line), ensure_ascii=False) if args.json else _line(line, zone))
    if len(found) > args.most and not args.json:
        print(f"… and {len(found) - args.most} older ones: --most {len(found)}")
    return 0 if found else 1


def _asked(args: argparse.Namespace, zone: tzinfo) -> Asked:
    since = _day(args.since, zone) if args.since else 0
    until = _day(args.until, zone, later=1) if args.until else 0
    return Asked(
        tuple(args.words), since, until, Disposition(args.ended) if args.ended else None,
        AlarmClass(args.letter) if args.letter else None, BuildingId(args.building) if args.building else None,
        UnitId(args.unit) if args.unit else None,
    )  # fmt: skip


def _day(text: str, zone: tzinfo, later: int = 0) -> int:
    """Epoch ms of its beginning, or of that of a later day. Raises BackendError."""
    try:
        begin = datetime.combine(date.fromisoformat(text), time(), zone)
    except ValueError as error:
        raise BackendError(f"{text} is no day: write it as YYYY-MM-DD") from error
    try:
        begin += timedelta(days=later)
    except OverflowError:  # the calendar ends on the day before
        return MOST_MS
    return round(begin.timestamp() * 1000)


def _zone(config: Path) -> tzinfo:
    known, _warnings = site.load(load_config(config).site)
    return ZoneInfo(known.time_zone) if known.time_zone else UTC


def _entries(reader: JournalReader) -> Iterator[Entry]:
    return (record.entry for record in reader.of_kind(*FACTS.kinds, *units.FACTS.kinds))


def _timeline(reader: JournalReader, domain: Domain, past: Past) -> tuple[Line, ...]:
    """What happened, in order of time."""
    found = past.incident
    lines = Timelines(domain, lambda alarm: found if alarm in found.alarms else None)
    lines.load(reader.since(domain, found.began_ms - BEFORE_MS, KINDS))
    return lines.of(found)


# ---- as text ----


def _row(past: Past, zone: tzinfo) -> str:
    found = past.incident
    ended = f"{found.disposition} {_at(found.closed_ms, zone)}" if found.is_closed else "open"
    place = " / ".join(dict.fromkeys(filter(None, (found.scene.name, found.scene.name_en))))
    kinds = " ".join(dict.fromkeys(f"{link.alarm_class} {link.kind}" for link in found.links))
    parts = (
        found.id, _at(found.opened_ms, zone), ended, found.owner.person or found.owner.position, place, kinds,
        " ".join(past.units), past.closing,
    )  # fmt: skip
    return " · ".join(filter(None, parts))


def _line(line: Line, zone: tzinfo) -> str:
    who = line.by.person or line.by.position or line.by.machine
    about = (line.unit, line.camera, line.alarm, line.code, line.text, line.who, line.path)
    return "  ".join(("", _at(line.t_ms, zone), line.kind, who, *(str(part) for part in about if part)))


def _at(epoch_ms: int, zone: tzinfo) -> str:
    return datetime.fromtimestamp(epoch_ms / 1000, zone).strftime("%Y-%m-%d %H:%M:%S")


# ---- as JSON ----


def _facts(past: Past) -> dict[str, Json]:
    found = past.incident
    return {
        "incident": found.id, "opened": iso_ms(found.opened_ms), "opened_by": found.opened_by.person,
        "closed": iso_ms(found.closed_ms) if found.is_closed else None, "disposition": found.disposition,
        "owner": found.owner.person or found.owner.position, "place": found.scene.name,
        "place_en": found.scene.name_en, "alarms": list(found.alarms), "units": list(past.units),
        "notes": [note.text for note in found.notes], "closing": past.closing,
    }  # fmt: skip


def _told(line: Line) -> dict[str, Json]:
    return {
        "t": iso_ms(line.t_ms), "kind": line.kind, "by": line.by.person or line.by.position or line.by.machine,
        "unit": line.unit, "camera": line.camera, "alarm": line.alarm, "code": line.code, "text": line.text,
    }  # fmt: skip
