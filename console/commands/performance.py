"""`main.py work performance`: the figures of the alarm system, and rules replayed; for the console and for people."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace

from console import site as site_folder
from console.backends.history.recall import Recall
from console.backends.history.sql import FOLDER, LOG_FOLDER
from console.backends.performance.places import addresses_in
from console.backends.performance.words import (
    Addresses,
    addresses_of,
    answer_line,
    failed_line,
    progress_line,
)
from console.backends.store.read import JournalReader
from console.clock import Clock
from console.config.read import load
from console.config.schema import Config
from console.errors import BackendError, ConfigError, StoreError, WatchroomError
from console.model import LIVE
from console.performance.audit import WANTED, Matter, audit, read_stories, trial
from console.performance.record import Story
from console.performance.report import Answer
from console.performance.rulebook import Setting, Signal

HOUR_MS = 3_600_000
Say = Callable[[float, str], None]


def run(args: argparse.Namespace) -> int:
    """Print the answer as one line of JSON; 1 when there is none. Raises WatchroomError unless it is a child."""
    if not args.child:
        print(answer_line(_answer(args, lambda _done, _what: None)))
        return 0
    try:
        answer = _answer(args, lambda done, what: print(progress_line(done, what), flush=True))
    except WatchroomError as error:
        print(f"watchroom: {error}", file=sys.stderr)
        print(failed_line(_reason(error)), flush=True)
        return 1
    print(answer_line(answer), flush=True)
    return 0


def _reason(error: WatchroomError) -> str:
    return {ConfigError: "config", StoreError: "store"}.get(type(error), "broken")


def _answer(args: argparse.Namespace, say: Say) -> Answer:
    config = load(args.config)
    if args.site is not None:
        config = replace(config, site=args.site)
    addresses = addresses_of(sys.stdin.readline()) if args.child else addresses_in(config, args.data)
    matter, stories = _read(config, addresses, round(args.hours * HOUR_MS))
    recall = Recall(addresses.history_place, args.data / FOLDER / LOG_FOLDER)
    try:
        if args.rule is None:
            return audit(matter, stories, recall.samples, say)
        setting = Setting(args.on_delay, args.off_delay, args.hysteresis)
        return trial(_signal(args.rule, config), setting, matter, stories, recall.samples, say)
    finally:
        recall.close()


def _signal(rule: str, config: Config) -> Signal:
    source, _, kind = rule.partition("/")
    if not kind or all(each.name != source for each in config.sources):
        raise BackendError(f"{rule!r} is no rule: write SOURCE/KIND with a source of config.toml")
    return Signal(source, kind)


def _read(config: Config, addresses: Addresses, span_ms: int) -> tuple[Matter, tuple[Story, ...]]:
    """What the journal says of this time. Raises StoreError, JournalError."""
    site, _warnings = site_folder.load(config.site)
    reader, now_ms = JournalReader(addresses.journal_place), Clock().now_ms()
    first = next(reader.chunks(1), ())
    first_ms = first[0].entry.t_ms if first else now_ms
    since = (record.entry for record in reader.since(LIVE, now_ms - span_ms, WANTED))
    still_open = (record.entry for record in reader.open_streams(LIVE))
    stories = read_stories(
        since, still_open, lambda stream: [record.entry for record in reader.stream(LIVE, stream)]
    )  # fmt: skip
    matter = Matter(site.name, now_ms - span_ms, now_ms, first_ms, config.sources, site.points)
    return matter, stories
