"""`main.py points`: the points of a site, the devices that have no place yet, and giving one its place; for scripts.

    main.py points list                            every point of the site folder
    main.py points new --data DIR                  devices that came by themselves, from the journal; while consoles run
    main.py points place z2m/0x0158 --kind smoke --name 阁楼烟感 --name-en "Loft" --lat 30.80 --lon 120.73 --write

Exit code 0: done, or something is listed; 1: nothing is, or the site folder would not be sound.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from console import site
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.clock import iso_ms
from console.commands.adding import carry_out
from console.config.read import load as load_config
from console.config.secrets import fill
from console.errors import BackendError
from console.finding import fits
from console.journal import Entry
from console.model import XY, AlarmClass, BuildingId, CameraId, Placement, Point, ZoneId
from console.newcomers import FACTS, Device, Newcomer, Stage, folded
from console.site.adding import add_device, local_place

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Three acts: list, new, place."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    text = "every point of the site folder"
    listing = acts.add_parser("list", help=text, description=text)
    listing.add_argument("words", nargs="*", help="every one of them has to be in it")
    listing.set_defaults(act_of=_list)
    text = "devices that came by themselves and have no place yet; those a person rejected, too"
    new = acts.add_parser("new", help=text, description=text)
    which = new.add_mutually_exclusive_group(required=True)
    which.add_argument("--data", type=Path, metavar="DIR", help=f"data folder; the journal is DIR/{JOURNAL_FILE}")
    which.add_argument("--journal", metavar="FILE", help="a journal file or database URL, its password as env:NAME")
    new.set_defaults(act_of=_new)
    text = "write a device into points.csv, and the cameras that show it into bindings.csv"
    place = acts.add_parser("place", help=text, description=text)
    _add_place(place)
    place.set_defaults(act_of=_place)
    for each in (listing, new):
        each.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    for each in (listing, new, place):
        each.add_argument("--config", type=Path, default=ROOT / "config.toml", help="whose site (config.toml)")
        each.add_argument("--site", type=Path, metavar="DIR", help="another site folder than that of --config")


def _add_place(place: argparse.ArgumentParser) -> None:
    place.add_argument("device", metavar="SOURCE/DEVICE", help="as `points new` lists it")
    place.add_argument(
        "--kind", action="append", required=True, metavar="KIND", help="a point for each; may be given again"
    )
    place.add_argument("--name", required=True, help="in Chinese")
    place.add_argument("--name-en", required=True, help="in English")
    place.add_argument("--lat", type=float, help="latitude, in the datum of the site's files")
    place.add_argument("--lon", type=float, help="longitude")
    place.add_argument("--building", default="", help="id of its building, where it is in one")
    place.add_argument("--floor", type=int, help="ordinal of its floor; 0 is the ground floor")
    place.add_argument("--zone", default="", help="id of its zone")
    place.add_argument("--alias", default="", help="the name its messages carry")
    place.add_argument(
        "--class", dest="alarm_class", choices=[each.value for each in AlarmClass], help="not that of its kind"
    )
    place.add_argument("--camera", action="append", default=[], metavar="ID", help="shows it; the best first")
    place.add_argument("--write", action="store_true", help="write it; else it is only judged")


def run(args: argparse.Namespace) -> int:
    """Do the act. Raises WatchroomError."""
    return int(args.act_of(args, args.site or load_config(args.config).site))


# ---- list ----


def _list(args: argparse.Namespace, folder: Path) -> int:
    known, _warnings = site.load(folder)
    found = [point for point in known.points if fits(_said(point), " ".join(args.words))]
    for point in found:
        print(json.dumps(_facts(point), ensure_ascii=False) if args.json else _row(point))
    return 0 if found else 1


def _said(point: Point) -> str:
    return " ".join(filter(None, (point.id, point.name, point.name_en, point.building, point.zone))).casefold()


def _facts(point: Point) -> dict[str, object]:
    told = asdict(point)
    return {key: value for key, value in told.items() if value not in (None, "")}


def _row(point: Point) -> str:
    floor = "" if point.floor is None else f"{point.floor:+d}" if point.floor else "0"
    where = " ".join(filter(None, (point.building, floor, point.zone))) or "outdoors"
    return " · ".join((point.id, f"{point.name} / {point.name_en}", where if point.at else f"{where}, not on the plan"))


# ---- new ----


def _new(args: argparse.Namespace, folder: Path) -> int:
    reader = JournalReader(fill(args.journal) if args.journal else args.data / JOURNAL_FILE)
    known, _warnings = site.load(folder)
    ours = {point.id.rpartition("#")[0] for point in known.points}
    listed = newcomers(record.entry for record in reader.of_kind(*FACTS.kinds))
    found = [one for one in listed if "/".join(one.key) not in ours]
    for one in found:
        print(json.dumps(_told(one), ensure_ascii=False) if args.json else _line(one))
    return 0 if found else 1


def newcomers(entries: Iterable[Entry]) -> Sequence[Newcomer]:
    """The devices that are listed, the newest first. `entries`: those of every stream in order of version."""
    streams: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        streams[entry.stream].append(entry)
    found = (folded(sorted(stream, key=lambda entry: entry.version)) for stream in streams.values())
    listed = (one for one in found if one is not None and one.stage is not Stage.DONE)
    return sorted(listed, key=lambda one: -one.since_ms)


def _told(one: Newcomer) -> dict[str, object]:
    return {
        "device": "/".join(one.key), "stage": one.stage.value, "name": one.name, "maker": one.maker,
        "model": one.model, "kinds": list(one.kinds), "announced": one.is_announced, "gone": one.is_gone,
        "since": iso_ms(one.since_ms), "reason": one.reason,
    }  # fmt: skip


def _line(one: Newcomer) -> str:
    what = " ".join(filter(None, (one.maker, one.model)))
    stage = f"{one.stage.value}, gone" if one.is_gone else one.stage.value
    parts = ("/".join(one.key), one.name, what, " ".join(one.kinds), stage, iso_ms(one.since_ms), one.reason)
    return " · ".join(filter(None, parts))


# ---- place ----


def _place(args: argparse.Namespace, folder: Path) -> int:
    return carry_out(lambda: add_device(folder, _placement(args, folder)), folder, write=args.write)


def _placement(args: argparse.Namespace, folder: Path) -> Placement:
    """Raises BackendError."""
    source, device = _device(args.device)
    return Placement(
        source, device, tuple(dict.fromkeys(args.kind)), args.name.strip(), args.name_en.strip(), _at(args, folder),
        BuildingId(args.building) if args.building else None, args.floor, ZoneId(args.zone) if args.zone else None,
        args.alias, AlarmClass(args.alarm_class) if args.alarm_class else None, tuple(map(CameraId, args.camera)),
    )  # fmt: skip


def _device(text: str) -> Device:
    source, slash, device = text.partition("/")
    if not (source and slash and device) or "#" in text:
        raise BackendError(f"{text} is no device: write SOURCE/DEVICE, as `points new` does")
    return source, device


def _at(args: argparse.Namespace, folder: Path) -> XY | None:
    if args.lat is None and args.lon is None:
        return None
    if args.lat is None or args.lon is None:
        raise BackendError("give --lat and --lon, or neither")
    return local_place(folder, (args.lon, args.lat))
