"""`main.py cameras`: find ONVIF devices, ask one what it is, add it to the site's cameras; list the hubs' templates."""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from console.commands.adding import carry_out
from console.commands.amounts import amount
from console.config.read import load as load_config
from console.config.secrets import is_reference, resolve
from console.errors import BackendError
from console.onvif.address import parse
from console.onvif.discovery import discover
from console.onvif.probing import Stream, Survey, survey
from console.onvif.trouble import OnvifTrouble
from console.onvif.trust import trust_of
from console.site.adding import add_camera
from console.site.columns import CAMERAS
from console.site.templates import TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "no device answered; is this machine in the cameras' network, and is ONVIF switched on in them?"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One parser per act."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    text = "ask the network which ONVIF devices there are"
    found = acts.add_parser("discover", help=text, description=text)
    found.add_argument("--seconds", type=amount, default=4.0, help="how long to listen (%(default)s)")
    found.add_argument("--interface", action="append", default=[], metavar="ADDRESS", help="ask from this address only")
    found.add_argument("--json", action="store_true", help="one JSON line per device")
    found.set_defaults(act_of=_discover)
    text = "what a device says of itself: streams, head, presets, imaging, clock"
    probed = acts.add_parser("probe", help=text, description=text)
    _device_arguments(probed)
    probed.add_argument("--json", action="store_true", help="one JSON object")
    probed.set_defaults(act_of=_probe)
    text = "ask a device, show its row for cameras.csv and what check says of it; with --write put it there"
    added = acts.add_parser("add", help=text, description=text)
    _device_arguments(added)
    where = added.add_mutually_exclusive_group()
    where.add_argument("--config", type=Path, default=ROOT / "config.toml", help="config.toml; its site is meant")
    where.add_argument("--site", type=Path, metavar="DIR", help="the site folder")
    for name, meaning in (("id", "stable id"), ("number", "1 to 9999"), ("name", "name"), ("name-en", "English name")):
        added.add_argument(f"--{name}", required=True, help=meaning)
    added.add_argument("--source", default="", help="which camera of a recorder: a source that probe lists")
    added.add_argument(
        "--set", action="append", default=[], metavar="COLUMN=VALUE", help="any other column of cameras.csv"
    )
    added.add_argument("--write", action="store_true", help="write it; without this it is only shown")
    added.set_defaults(act_of=_add)
    text = "the templates of hubs.csv, and how far each can be trusted"
    listed = acts.add_parser("templates", help=text, description=text)
    listed.set_defaults(act_of=_templates)


def _device_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("device", help="its address: a host, or http://host[:port]/onvif/device_service")
    parser.add_argument("--user", default="", help="user name of the device")
    parser.add_argument("--secret", default="", metavar="REF", help="its password: env:NAME, file:PATH or keyring:NAME")
    parser.add_argument("--tls-ca", default="", metavar="FILE", help="PEM file of the site's own authority, for https")


def run(args: argparse.Namespace) -> int:
    """0: done; 1: the device or the site did not allow it. Raises BackendError and ConfigError."""
    return int(args.act_of(args))


def _discover(args: argparse.Namespace) -> int:
    found = asyncio.run(discover(args.seconds, args.interface))
    for one in found:
        if args.json:
            print(json.dumps(asdict(one), ensure_ascii=False))
        else:
            print(f"{one.url}  {one.hardware or '?'}  {one.name or '?'}  {one.place}".rstrip())
    if not found:
        print(NOTHING, file=sys.stderr)
    return 0 if found else 1


def _asked(args: argparse.Namespace) -> Survey:
    """Raises BackendError."""
    if args.secret and not is_reference(args.secret):
        raise BackendError("--secret is env:NAME, file:PATH or keyring:NAME, never the password itself")
    url = args.device if "://" in args.device else f"http://{args.device}"
    try:
        return asyncio.run(survey(url, args.user, resolve(args.secret), _trust(args.tls_ca)))
    except OnvifTrouble as trouble:
        raise BackendError(f"{parse_host(url)}: {trouble}") from None


def _trust(authority: str) -> ssl.SSLContext:
    """Raises BackendError."""
    try:
        return trust_of(authority)
    except OSError as error:
        raise BackendError(f"--tls-ca {authority}: {error.strerror or 'no certificate in it'}") from None


def parse_host(url: str) -> str:
    """host:port for a message, the text itself without its user when it is no address."""
    try:
        return parse(url).host
    except OnvifTrouble:
        return url.rpartition("@")[2][:100]  # nothing of a password


def _probe(args: argparse.Namespace) -> int:
    told = _asked(args)
    if args.json:
        print(json.dumps(asdict(told), ensure_ascii=False, default=sorted))
        return 0
    print(told.url)
    if told.identity is not None:
        who = told.identity
        print(f"  {who.maker} {who.model}, firmware {who.firmware}, serial {who.serial}")
    if told.clock is not None:
        print(f"  clock {told.clock.offset_ms / 1000:+.1f} s from ours, within {told.clock.within_ms / 1000:.1f} s")
    for stream in told.streams:
        print(f"  {_stream(stream)}")
    if told.imaging is not None:
        image = told.imaging
        print(f"  imaging: brightness {image.brightness}, contrast {image.contrast}, IR filter {image.ir_cut_filter}")
    if told.head is not None:
        skills, presets = told.head
        print(f"  turns: {', '.join(sorted(skills)) or 'while held'}; presets: {', '.join(presets) or 'none'}")
    for gap in told.gaps:
        print(f"  not told: {gap}")
    return 0


def _stream(stream: Stream) -> str:
    one = stream.profile
    what = f"{one.token} ({one.name}) of {one.source}: {one.encoding} {one.width}×{one.height} at {one.fps} fps"
    return f"{what}: {stream.url or stream.trouble}"


def _add(args: argparse.Namespace) -> int:
    cells = _cells(_asked(args), args)
    folder = args.site or load_config(args.config).site
    return carry_out(lambda: add_camera(folder, cells), folder, write=args.write)


def _cells(told: Survey, args: argparse.Namespace) -> dict[str, str]:
    """The row's cells by column. Raises BackendError."""
    source = args.source or (told.sources[0] if len(told.sources) == 1 else "")
    streams = told.of_source(source)
    if not streams:
        raise BackendError(f"say which camera with --source; the device has: {', '.join(told.sources) or 'none'}")
    main, sub = streams[0], streams[-1]
    is_one = len(told.sources) == 1
    turns = any(stream.profile.node for stream in streams)
    presets = told.head[1] if told.head is not None and is_one else ()
    cells = {
        "id": args.id, "number": args.number, "name": args.name, "name_en": args.name_en,
        "kind": "ptz" if turns else "fixed", "presets": ";".join(name.replace(";", ",") for name in presets),
        "width_px": str(main.profile.width or ""), "sub_url": sub.url, "main_url": main.url if main != sub else "",
        "user": args.user, "secret": args.secret,
        "onvif_url": told.url if is_one else f"{told.url}#{main.profile.token}",
    }  # fmt: skip
    for pair in args.set:
        name, equals, value = pair.partition("=")
        if not equals or name not in CAMERAS.names:
            raise BackendError(f"--set {pair[:60]}: write COLUMN=VALUE with a column of cameras.csv")
        cells[name] = value
    return cells


def _templates(_args: argparse.Namespace) -> int:
    _table([("template", "product", "large stream", "small stream", "tried")] + [
        (name, one.product, one.main or "—", one.sub or "—", one.standing) for name, one in TEMPLATES.items()
    ])  # fmt: skip
    return 0


def _table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
