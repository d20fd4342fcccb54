#!/usr/bin/env python3
"""Watchroom's command line: one subcommand per file in `console/commands/`; `run` and `demo` open the windows."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from console.errors import ConfigError, WatchroomError
from console.version import version

if TYPE_CHECKING:
    from console.room import Room

# name, module with add_arguments(parser) and run(args) -> int, what --help says
COMMANDS = (
    ("run", "console.commands.run", "the console of a real site"),
    ("demo", "console.commands.demo", "the console with the demo site, its cameras, broker and sensors"),
    ("guard", "console.commands.guard", "run or demo under a guardian that starts it again when it dies or hangs"),
    ("check", "console.commands.check", "check config.toml and the site folder; every problem at once"),
    ("gateway", "console.commands.gateway", "what speaks no MQTT: take it and give it to the broker"),
    ("explain", "console.commands.explain", "what the console makes of a message"),
    ("record", "console.commands.record", "write down what a live broker delivers"),
    ("cameras", "console.commands.cameras", "find ONVIF devices, ask one what it is, add it to the site"),
    ("points", "console.commands.points", "the site's points, devices without a place, and giving one its place"),
    ("bindings", "console.commands.bindings", "propose which camera belongs to which detector"),
    ("reload", "console.commands.reload", "ask a running console to read its site folder again"),
    ("people", "console.commands.people", "who may sign in: accounts, roles, passwords"),
    ("verify", "console.commands.verify", "walk the journal's hash chains"),
    ("proofs", "console.commands.proofs", "when the alarm path of each detector was proven last"),
    ("eye", "console.commands.eye", "what stood on which screen at a second"),
    ("incidents", "console.commands.incidents", "look for incidents in the journal, closed ones too"),
    ("seal", "console.commands.seal", "sign where the journal's chains end now"),
    ("export", "console.commands.export", "the journal as JSON lines"),
    ("backup", "console.commands.backup", "copy journal and recordings while consoles run, and read the copy again"),
    ("restore", "console.commands.restore", "check a backup and put it back"),
    ("doctor", "console.commands.doctor", "check this machine and its peers"),
    ("simulate", "console.commands.simulate", "the demo site's cameras and sensors as real servers"),
    ("work", "console.commands.work", "jobs the console gives to children of its own"),
    ("bench", "console.commands.bench", "performance as a ratio to a peer of the same run, as JSON"),
    ("soak", "console.commands.soak", "the demo used at random for a long time: does anything grow, as JSON"),
)
STATUS_BAD_INPUT = 2
STATUS_INTERRUPTED = 130
DESCRIPTION = "Watchroom, the operator console of an emergency command room. Each command has a --help of its own."


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the command line and run one subcommand; its return value is the exit code."""
    sys.setswitchinterval(0.0005)  # a CPU-bound thread otherwise starves the painting (docs: processes)
    words = sys.argv[1:] if arguments is None else arguments
    parser = build_parser(words)
    args = parser.parse_args(words)
    if args.command is None:
        parser.print_help()
        return STATUS_BAD_INPUT
    try:
        status = int(args.run(args))
        sys.stdout.flush()
        return status
    except ConfigError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
    except WatchroomError as error:
        print(f"watchroom: {error}", file=sys.stderr)
    except BrokenPipeError:  # `… | head`: whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:  # while it starts, or in a command without a loop of its own
        return STATUS_INTERRUPTED
    return 1


def build_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Only the chosen subcommand's module is imported: `check` needs no Qt, `--version` nothing at all."""
    parser = argparse.ArgumentParser(prog="watchroom", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"watchroom {version()}")
    chosen = next((word for word in words if not word.startswith("-")), "")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, module, text in COMMANDS:
        subparser = subparsers.add_parser(name, help=text, description=text)
        if name == chosen:
            command = importlib.import_module(module)
            command.add_arguments(subparser)
            subparser.set_defaults(run=command.run, windows=_windows, load_windows=_load_windows)
    return parser


def _windows(room: Room) -> int:
    """Only here do windows and console meet; a headless run never imports Qt."""
    from widgets.application import show

    return show(room)


def _load_windows() -> None:
    """To be called before any thread is there: while Qt for Python loads, it aborts when another thread imports."""
    importlib.import_module("widgets.application")


if __name__ == "__main__":
    sys.exit(main())
