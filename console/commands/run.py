"""`main.py run`: the console of a site, with windows or headless. `demo` is the same with the demo site."""

from __future__ import annotations

import argparse
import logging
import os
import resource
import sys
from dataclasses import replace
from pathlib import Path

from console.commands.amounts import amount
from console.config.checks import is_position
from console.config.read import load
from console.config.schema import Config
from console.errors import BackendError
from console.guardian.cord import Hello
from console.guardian.hooks import Hooks
from console.guardian.lifeline import Lifeline
from console.loop import Loop, on_site_signals, stop_on_signals
from console.model import LinkDown, LinkUp
from console.room import Options, Room

ROOT = Path(__file__).resolve().parents[2]
GUARDIAN = "guardian"  # a link like the others: a trouble when it is lost
NO_SCREEN = (
    "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set): use --headless, "
    "or ./watchroom … --xvfb for a virtual one"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `run` and `demo` have in common."""
    parser.add_argument("--config", type=Path, default=ROOT / "config.toml", help="the configuration (config.toml)")
    parser.add_argument("--data", type=Path, help="folder for journal, receipts and broker")
    parser.add_argument("--position", help="which seat this is, e.g. desk-2 (default: the configuration's)")
    parser.add_argument(
        "--person", default="", help="who sits here, where nobody has to sign in; in the demo li, chan or ng"
    )
    parser.add_argument("--log-file", type=Path, help="append every event as one JSON line")
    parser.add_argument("--headless", action="store_true", help="no windows and no sound; everything else as usual")
    parser.add_argument(
        "--sound",
        action=argparse.BooleanOptionalAction,
        help="make sounds, or make none (default: with windows as configured, headless none)",
    )
    parser.add_argument("--kiosk", action="store_true", help="fill every screen; end with Ctrl+Shift+Q pressed twice")
    parser.add_argument("--seconds", type=amount, help="end by itself after this long, with exit code 0")
    parser.add_argument(
        "--language",
        choices=("en", "zh_CN", "zh_TW", "qps"),
        help="language of the windows; qps: a pseudo-language that shows what has no room",
    )


def run(args: argparse.Namespace) -> int:
    return open_room(args, load(args.config), demo=False)


def open_room(args: argparse.Namespace, config: Config, *, demo: bool) -> int:
    """Open the room and pump until it is told to end: exit code 0, however far it was."""
    if args.language:
        config = replace(config, console=replace(config.console, language=args.language))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core, of a child too, would hold passwords
    options = _options(args, config, demo=demo)
    unopened = Room(config, options)
    stop_on_signals(unopened.ask_to_end)  # until the loop runs that can stop
    who = Hello(options.data, options.position, options.log_file)
    lifeline = Lifeline.taken(who)  # before anything is logged: a report quotes it
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    on_site_signals(lambda _number: None)  # until the console is there to obey: unhandled they would end us
    if not args.headless:
        args.load_windows()
    with (
        unopened as room,
        Hooks(who, room.clock, os.getpid(), room.inbox.post),
        lifeline.held(room.clock, lambda: _lose_guardian(room)),
    ):
        _introduce(room, lifeline)
        return headless(room) if args.headless else int(args.windows(room))


def _options(args: argparse.Namespace, config: Config, *, demo: bool) -> Options:
    """What the command line says, as far as it can be obeyed. Raises BackendError."""
    if not args.headless and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise BackendError(NO_SCREEN)
    position = args.position or config.console.position
    if not is_position(position):
        raise BackendError(f"{position!r} is no name of a position: write it like desk-1, wall-1, sup-1")
    join: Path | None = getattr(args, "join", None)
    return Options(
        data=(args.data or (join / position if join is not None else default_data(demo))).absolute(),
        position=position,
        log_file=args.log_file,
        seconds=args.seconds,
        demo=demo,
        join=join.absolute() if join is not None else None,
        seed=getattr(args, "seed", 1),
        quiet=getattr(args, "quiet", False),
        kiosk=args.kiosk,
        person=args.person,
        sound=not args.headless if args.sound is None else args.sound,
    )


def _introduce(room: Room, lifeline: Lifeline) -> None:
    """Tell the console what its guardian knows."""
    if lifeline.is_guarded:
        room.inbox.post(LinkUp(GUARDIAN, GUARDIAN, room.clock.now_ms()))
    if lifeline.restart is not None:
        restarted = room.console.mishaps.restarted(lifeline.restart)
        room.console.people.resume(restarted.dark_ms)


def _lose_guardian(room: Room) -> None:
    room.inbox.post(LinkDown(GUARDIAN, GUARDIAN, "died", room.clock.now_ms()))


def headless(room: Room) -> int:
    loop = Loop(room.console, room.inbox, room.clock)
    stop_on_signals(loop.stop)
    on_site_signals(loop.notice)
    if room.options.seconds is not None:
        room.clock.after(int(room.options.seconds * 1000), loop.stop)
    if room.is_asked_to_end:
        loop.stop()
    loop.run()
    return 0


def default_data(demo: bool) -> Path:
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "watchroom" / ("demo" if demo else "site")
