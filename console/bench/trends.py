"""`main.py bench trends`: what a sample costs to keep and a month to show, beside bare sqlite3 in the same run."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from console.backends.history import gathering
from console.backends.history.library import Files, Library
from console.backends.history.reading import Reading
from console.backends.history.sql import SqlHistory
from console.bench import samples
from console.bench.amount import amount
from console.clock import Clock
from console.config.schema import HistoryConfig
from console.errors import BackendError
from console.histories import HistoryRequest
from console.inbox import Inbox
from console.trends.reduction import DAY, HOUR, SECOND

MANY, MANY_EVERY_MS = 5_000, 10 * SECOND
FEW, FEW_EVERY_MS = 50, SECOND
MESSAGE = 100  # samples handed over together
PIXELS = 1_500  # values of a picture as wide as a screen
LONGEST_S = 600.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--samples", type=amount, default=300_000, help="samples taken from the feed, 5,000 points")
    parser.add_argument("--hours", type=amount, default=24, help="of 5,000 points, a sample each 10 s")
    parser.add_argument("--days", type=amount, default=7, help="of 50 points, a sample each second")


def run(args: argparse.Namespace) -> int:
    """Print one JSON document; 0 when a day was read within 5 ms and a month within 20 (median)."""
    with tempfile.TemporaryDirectory(prefix="bench-trends-") as name:
        folder = Path(name)
        taking = _taking(folder, args.samples)
        many = _filling(folder / "many", MANY, args.hours * HOUR, MANY_EVERY_MS)
        few = _filling(folder / "few", FEW, args.days * DAY, FEW_EVERY_MS)
        reading = _reading(folder / "few", args.days)
    result = {"bench": "trends", "taking": taking, "kept": [many, few], "reading": reading}
    json.dump(result, sys.stdout, indent=2)
    print()
    return 0 if reading["day_ms"]["p50"] <= 5 and reading["month_ms"]["p50"] <= 20 else 1


# ---- from the feed ------------------------------------------------------------------------------------------------


def _taking(folder: Path, count: int) -> dict[str, float]:
    """The way of a console: handed over by the feed's thread, in the log, in the tables. Raises BackendError."""
    messages = list(samples.messages(MANY, count, MESSAGE))
    history = SqlHistory(folder / "taking", folder / "taking", HistoryConfig(), Inbox(), Clock())
    history.start()
    began = time.perf_counter()
    for message in messages:
        history.take(message)
    handed_s = time.perf_counter() - began
    logged_s = _until(lambda: history.logged >= count, began)
    history.stop()
    bare_s = samples.through_sqlite3(folder / "bare.sqlite", messages)
    return {
        "samples": count,
        "hand_over_us": round(handed_s / len(messages) * 1e6, 2),
        "logged_per_s": round(count / logged_s),
        "sqlite3_per_s": round(count / bare_s),
        "ratio": round(bare_s / logged_s, 2),
    }


def _until(is_so: samples.Fact, began: float) -> float:
    pause = threading.Event()
    while not is_so():
        if time.perf_counter() - began > LONGEST_S:
            raise BackendError("the history took no samples")
        pause.wait(0.001)
    return time.perf_counter() - began


# ---- on disk ------------------------------------------------------------------------------------------------------


def _filling(folder: Path, points: int, length_ms: int, every_ms: int) -> dict[str, float]:
    """From the log into the tables, as every five minutes, for so long a time; and what that costs on disk."""
    shelves = Files(folder, is_writer=True)
    shelves.prepare()
    began = time.perf_counter()
    count = samples.fill(shelves, points, samples.NOW - length_ms, length_ms, every_ms)
    took = time.perf_counter() - began
    began = time.perf_counter()
    blocks = gathering.gather(shelves, samples.NOW + 20 * DAY, lambda: None)
    gathered = time.perf_counter() - began
    shelves.close()  # what is in the write-ahead logs goes into the files
    size = {
        level: sum(file.stat().st_size for file in folder.glob(f"{level}-*")) for level in ("raw", "minute", "hour")
    }
    return {
        "points": points,
        "hours": length_ms / HOUR,
        "every_s": every_ms / SECOND,
        "samples": count,
        "bytes_per_sample": round(size["raw"] / count, 2),
        "raw_mb": round(size["raw"] / 1e6, 1),
        "minutes_and_hours_mb": round((size["minute"] + size["hour"]) / 1e6, 1),
        "into_tables_per_s": round(count / took),
        "gathered_blocks_per_s": round(blocks / gathered),
    }


# ---- back again ---------------------------------------------------------------------------------------------------


def _reading(folder: Path, days: int) -> dict[str, dict[str, float]]:
    """One point's last day and month: the latest days as they were gathered, earlier ones written as minutes."""
    writer = Files(folder, is_writer=True)
    samples.fill_minutes(writer, FEW, samples.NOW - 31 * DAY, samples.NOW - days * DAY)
    writer.close()
    bare = samples.Bare(folder / "bare.sqlite")
    bare_day = [bare.minutes_ms(point) for point in range(samples.BARE_POINTS)]
    size = bare.close()
    reader = Files(folder, is_writer=False)
    found: dict[str, dict[str, float]] = {}
    for name, length_ms in (("hour_ms", HOUR), ("day_ms", DAY), ("month_ms", 30 * DAY)):
        Reading(reader, HistoryConfig(), (), samples.NOW).answer(_request(0, length_ms))  # the files are open then
        found[name] = _spread([_timed(reader, point, length_ms) for point in range(FEW)])
    reader.close()
    found["sqlite3_day_ms"] = _spread(bare_day)
    found["sqlite3_rows"] = {"bytes_per_sample": round(size, 2)}
    return found


def _timed(reader: Library, point: int, length_ms: int) -> float:
    began = time.perf_counter()
    answer = Reading(reader, HistoryConfig(), (), samples.NOW).answer(_request(point, length_ms))
    took = (time.perf_counter() - began) * 1000
    if len(answer) < 300:
        raise BackendError(f"only {len(answer)} values of {samples.name(point)} came back")
    return took


def _request(point: int, length_ms: int) -> HistoryRequest:
    return HistoryRequest(1, samples.name(point), samples.NOW - length_ms, samples.NOW, PIXELS)


def _spread(times_ms: Sequence[float]) -> dict[str, float]:
    percent = statistics.quantiles(times_ms, n=20, method="inclusive")
    return {"p50": round(percent[9], 2), "p95": round(percent[18], 2), "max": round(max(times_ms), 2)}
