"""`main.py record`: what a live broker delivers, written down for `check --recorded` and `explain --messages`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import IO

from console.backends.feed.dial import dial
from console.backends.feed.recorder import Limit, Recorded, Recorder
from console.backends.feed.topics import SourceOf, subscriptions
from console.clock import Clock
from console.commands.amounts import positive
from console.config.read import load
from console.config.schema import BrokerConfig, Config
from console.errors import BackendError
from console.hosting import host_at

ROOT = Path(__file__).resolve().parents[2]
MB = 1_000_000
ENDED = {
    "asked": "ended", "seconds": "time is up", "messages": "as many messages as wanted", "bytes": "the file is full",
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the file to write (JSON lines, mode 600); must not be there yet")
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="broker and sources (config.toml)")
    parser.add_argument("--data", type=Path, help="data folder of a running console: its embedded broker is recorded")
    parser.add_argument(
        "--topic", action="append", default=[], metavar="FILTER", help="instead of the sources' topics; may be repeated"
    )
    parser.add_argument("--seconds", type=positive, default=600.0, help="end after so long (default 600)")
    parser.add_argument("--messages", type=int, default=0, help="end after so many messages (default: no limit)")
    parser.add_argument("--megabytes", type=positive, default=100.0, help="end before it is larger (default 100)")


def run(args: argparse.Namespace) -> int:
    """Record until Ctrl-C or a limit. Raises BackendError when the broker or the file cannot be had, ConfigError."""
    config = load(args.config)
    filters = tuple(args.topic) or subscriptions(config.sources)
    if not filters:
        raise BackendError("nothing to record: the configuration has no source; name topics with --topic")
    recorder = Recorder(dial(_broker(config, args.data)), filters, Clock(), SourceOf(config.sources))
    limit = Limit(args.seconds, args.messages, round(args.megabytes * MB))
    ended = _asked_to_end()
    with _new(args.file) as file:
        recorded = recorder.run(file, limit, ended.is_set, lambda: _say(f"recording {', '.join(filters)}: Ctrl-C ends"))
    _say(_summary(recorded, args.file))
    return 0


def _broker(config: Config, data: Path | None) -> BrokerConfig:
    """The site's, or the embedded one of the console that runs on `data`."""
    if data is not None:
        return host_at(data).broker
    if config.broker.embedded:
        raise BackendError("the broker is embedded in a console: name that console's data folder with --data")
    return config.broker


def _new(path: Path) -> IO[str]:
    """Nobody else may read what devices say. Raises BackendError."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BackendError(f"{path} cannot be written: {error.strerror}") from error
    return os.fdopen(handle, "w", encoding="utf-8")


def _asked_to_end() -> threading.Event:
    """Set by Ctrl-C and SIGTERM: the file is complete all the same."""
    ended = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, on_signal)
        signal.signal(signal.SIGINT, on_signal)
    return ended


def _summary(recorded: Recorded, path: Path) -> str:
    parts = [f"{path}: {recorded.messages} messages, {recorded.bytes} bytes, {recorded.seconds:.0f} s"]
    parts += [f"{source or 'no source'} {n}" for source, n in recorded.by_source.most_common()]
    if recorded.left_out:
        parts.append(f"{recorded.left_out} left out (larger than 1 MiB, or no text for a topic)")
    return f"{'; '.join(parts)} ({ENDED[recorded.ended]})"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
