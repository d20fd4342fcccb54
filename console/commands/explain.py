"""`main.py explain`: what the console would make of a message, as JSON: readings, alarms and cameras, or why not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from console import explain, site
from console.clock import Clock
from console.config.read import load
from console.errors import ConfigError, Problem
from console.explain import Explainer
from console.explain.desks import Desks
from console.parse.moment import iso

ROOT = Path(__file__).resolve().parents[2]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--topic", help="explain one message with this topic")
    which.add_argument("--messages", metavar="FILE.jsonl", help="explain one message per line; - reads standard input")
    parser.add_argument("--payload", help="the payload of --topic; without it, standard input is read")
    parser.add_argument("--retain", action="store_true", help="the broker sent it as a retained message")
    parser.add_argument("--received-at", metavar="ISO", help="when it arrived (default: now)")
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")


def run(args: argparse.Namespace) -> int:
    """Print one JSON line per message; 0 also when messages are refused: that is an answer."""
    config = load(args.config)
    room = site.load(config.site)[0]
    clock = Clock()

    def new_explainer() -> Explainer:
        desks = Desks(room, clock, config.alarms)
        return Explainer(config.sources, room.points, room.time_zone, desks.step, desks.rank)

    for told in explain.explain(_lines(args), clock.now_ms(), new_explainer):
        sys.stdout.buffer.write(explain.to_json(told) + b"\n")
    sys.stdout.buffer.flush()
    return 0


def _lines(args: argparse.Namespace) -> Iterable[str]:
    if args.messages is None:
        return [_single(args)]
    return sys.stdin if args.messages == "-" else _file(Path(args.messages))


def _file(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as lines:
            yield from lines
    except OSError as error:
        problem = Problem(str(path), 0, "", f"cannot be read: {error.strerror}", "give a file of messages, or -")
        raise ConfigError([problem]) from None


def _single(args: argparse.Namespace) -> str:
    """The message of the command line, as a case."""
    payload = sys.stdin.buffer.read() if args.payload is None else args.payload.encode("utf-8", "surrogateescape")
    if any("\ud800" <= char <= "\udfff" for char in args.topic):
        cure = "MQTT knows topics in UTF-8 only"
        raise ConfigError([Problem("--topic", 0, "", "is not UTF-8", cure)])
    case = {"topic": args.topic, "retain": args.retain, "encoding": "base64", "payload": _base64(payload)}
    if args.received_at:
        if iso(args.received_at) is None:
            cure = "write it as 2026-05-06T07:08:09+08:00"
            raise ConfigError([Problem("--received-at", 0, "", f"{args.received_at!r} is no ISO time", cure)])
        case["received_at"] = args.received_at
    return orjson.dumps(case).decode()


def _base64(payload: bytes) -> str:
    import base64

    return base64.b64encode(payload).decode()
