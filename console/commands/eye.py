"""`main.py eye`: what stood on a screen at a second, also while consoles run.

    main.py eye --data DIR wall-1 14:03:20          the newest 14:03:20 there has been, as the site's clock shows it
    main.py eye --data DIR                          which records there are, from when to when, bytes an hour

Exit code 0: an answer; 1: nothing was recorded then.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from console import site
from console.backends.eye.reader import EyeReader, Kept
from console.clock import Clock, iso_ms
from console.config.read import load as load_config
from console.errors import BackendError
from console.eye import Happened, Picture, Scene, Seen

ROOT = Path(__file__).resolve().parents[2]
LIVE = "live"  # the state of a camera whose pictures arrive, whatever the screen shows
HOUR_S = 3_600
HINT = "give it as HH:MM:SS"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("window", nargs="?", default="", help="desk, wall-1, wall-2 …")
    parser.add_argument("time", nargs="?", default="", help="HH:MM:SS by the site's clock")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the day (default: the newest such time)")
    parser.add_argument(
        "--position", default="", help="whose screen (default: the only one, or the first with an answer)"
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="whose site says the time zone")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")


def run(args: argparse.Namespace) -> int:
    """Write the answer to standard output. Raises WatchroomError."""
    reader, zone = EyeReader(args.data), _zone(args.config)
    positions = (args.position,) if args.position else reader.positions()
    try:
        if not args.time:
            return _list([reader.kept(position) for position in positions], zone)
        t_s = _moment(args.time, args.date, zone)
        scenes = [reader.scene(position, args.window, t_s) for position in positions]
    except FileNotFoundError as error:
        raise BackendError(f"there is no record {error}: name a position with --position") from error
    except (sqlite3.Error, ValueError) as error:
        raise BackendError(f"the record cannot be read: {error}") from error
    found = next((scene for scene in scenes if scene.seen), None) or next(
        (scene for scene in scenes if scene.is_kept), scenes[0] if scenes else None
    )
    if found is None:
        raise BackendError(f"there is no record in {args.data}")
    print(json.dumps(_as_json(found), ensure_ascii=False) if args.json else "\n".join(_table(found, zone)))
    return 0 if found.is_kept else 1


def _zone(config: Path) -> tzinfo:
    known, _warnings = site.load(load_config(config).site)
    return ZoneInfo(known.time_zone) if known.time_zone else UTC


def _moment(text: str, day: str, zone: tzinfo) -> int:
    """Epoch seconds. Raises BackendError for what is no time."""
    now = datetime.fromtimestamp(Clock().now_ms() / 1000, zone)
    try:
        at = time.fromisoformat(text)
        told = date.fromisoformat(day) if day else now.date()
    except ValueError as error:
        raise BackendError(f"{text} {day} is no time: {HINT}, the day as YYYY-MM-DD") from error
    moment = datetime.combine(told, at, zone)
    if not day and moment > now:
        moment -= timedelta(days=1)
    return int(moment.timestamp())


# ---- as a table ----


def _table(scene: Scene, zone: tzinfo) -> list[str]:
    head = f"{scene.window} of {scene.position} at {_clock(scene.t_s * 1000, zone, with_day=True)}"
    if not scene.is_kept:
        near = [_clock(t_s * 1000, zone, with_day=True) for t_s in (scene.before_s, scene.after_s) if t_s]
        return [f"{head}: nothing was recorded. The nearest seconds: {', '.join(near) or 'none'}"]
    drill = f" · DRILL {scene.domain.removeprefix('drill:')}" if scene.domain.startswith("drill:") else ""
    rows = [("tile", "camera", "stream", "picture"), *(_row(one) for one in scene.seen)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) for row in rows
    ]
    if not scene.seen:
        lines = [f"no such window was on a screen; there were: {', '.join(scene.windows) or 'none'}"]
    return [head + drill, *lines, *_around(scene, zone)]


def _row(seen: Seen) -> tuple[str, str, str, str]:
    view = seen.view
    return seen.tile, f"{view.number} {view.name}".strip(), view.quality, _picture(seen)


def _picture(seen: Seen) -> str:
    view, age = seen.view, f"{seen.age_ms / 1000:.1f} s"
    said = {
        Picture.LIVE: f"LIVE, at most {age} old" + (", pictures left out" if view.is_late else ""),
        Picture.DELAYED: f"DELAYED by some seconds, its last picture came at most {age} before",
        Picture.STALE: f"NOT LIVE, {age} old" + (f" ({view.state})" if view.state not in ("", LIVE) else ""),
        Picture.REPLAY: f"REPLAY of {age} before",
        Picture.NONE: f"no picture: {view.state}" if view.state not in ("", LIVE) else "no picture yet",
        Picture.HIDDEN: "could not be seen: screen dark, or covered",
    }[view.picture]
    return said + (f", for alarm {view.alarm}" if view.alarm else "")


def _around(scene: Scene, zone: tzinfo) -> list[str]:
    """Who changed what, and what changed, half a minute before and after."""
    return ["", *(_line(one, zone) for one in scene.happened)] if scene.happened else []


def _line(one: Happened, zone: tzinfo) -> str:
    at = _clock(one.at_ms, zone)
    if one.act:
        more = " ".join(f"{key}={value}" for key, value in one.data.items())
        return f"{at}  {one.who} ({one.position}) {one.act} {more}"
    if one.view is None:
        return f"{at}  {one.tile}: gone"
    return f"{at}  {one.tile}: {one.view.number} {one.view.name} {one.view.picture.value}"


def _clock(at_ms: int, zone: tzinfo, *, with_day: bool = False) -> str:
    return datetime.fromtimestamp(at_ms / 1000, zone).strftime("%Y-%m-%d %H:%M:%S" if with_day else "%H:%M:%S")


def _list(records: list[Kept], zone: tzinfo) -> int:
    for one in records:
        span = f"{_clock(one.from_s * 1000, zone, with_day=True)} – {_clock(one.until_s * 1000, zone, with_day=True)}"
        print(
            f"{one.position}: {one.seconds} s recorded, {span}, {one.size} bytes, {one.changes} changes,"
            + (f" {one.per_hour:.0f} bytes an hour" if one.seconds >= HOUR_S else " less than an hour yet")
        )
    print(f"{len(records)} records", file=sys.stderr)
    return 0 if records else 1


def _as_json(scene: Scene) -> dict[str, object]:
    return {
        "position": scene.position, "window": scene.window, "t": iso_ms(scene.t_s * 1000), "kept": scene.is_kept,
        "domain": scene.domain,
        "tiles": [
            {
                "tile": one.tile, "camera": one.view.camera, "number": one.view.number, "name": one.view.name,
                "stream": one.view.quality, "picture": one.view.picture.value, "age_ms": one.age_ms,
                "state": one.view.state, "alarm": one.view.alarm,
            }
            for one in scene.seen
        ],
    }  # fmt: skip
