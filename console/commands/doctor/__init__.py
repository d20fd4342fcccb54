"""`main.py doctor`: looks at this machine and its peers, says what is wrong or risky and how to cure it."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from console.commands.doctor import broker, gateway, machine
from console.commands.doctor.finding import Finding, Level, error, ok
from console.commands.run import ROOT, default_data
from console.config.read import load
from console.config.schema import Config
from console.errors import ConfigError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument("--data", type=Path, help="the data folder the console will use")


def run(args: argparse.Namespace) -> int:
    """Print one line per finding, with a cure below each that is not ok; 1 when one of them is an error."""
    data = (args.data or default_data(demo=False)).absolute()
    worst_is_error = False
    for finding in _findings(args.config, data):
        print(finding)
        worst_is_error |= finding.level is Level.ERROR
    return 1 if worst_is_error else 0


def _findings(path: Path, data: Path) -> Iterator[Finding]:
    config = None
    try:
        config = load(path)
        yield ok("configuration", str(path))
    except ConfigError as wrong:
        yield error("configuration", f"{len(wrong.problems)} problems", f"main.py check --config {path} lists them")
    yield from machine.packages()
    yield machine.fonts()
    yield machine.pictures()
    yield machine.player()
    yield machine.clock()
    yield machine.writable(data)
    yield machine.space(data)
    yield from machine.spool(data / "spool" / "receipts.sqlite")
    if config is not None:
        yield from _broker(config, data)
        yield from gateway.findings(config)


def _broker(config: Config, data: Path) -> Iterator[Finding]:
    if not config.broker.embedded:
        yield from broker.of_the_site(config)
    elif machine.writable(data).level is Level.OK:
        with tempfile.TemporaryDirectory(prefix=".doctor-", dir=data) as folder:
            yield from broker.embedded(Path(folder) / "broker")
