"""`main.py bindings`: proposes which camera belongs to which point, for the site to sign, or lists what has changed."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from console.cameras import Choice, Gap, coverage, short
from console.cameras.proposal import Difference, Proposed, differences, propose
from console.config.read import load as load_config
from console.errors import ConfigError, Problem
from console.model import Site
from console.site import load as load_site

ROOT = Path(__file__).resolve().parents[2]

PROPOSAL = ("target", "order", "camera", "preset", "tier", "reason", "distance_m", "signed_by")
DIFFERENCE = ("change", "target", "camera", "signed_order", "proposed_order", "tier", "reason", "distance_m")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--propose", action="store_true", help="the table to sign, and the points no camera sees")
    what.add_argument("--difference", action="store_true", help="only where the proposal differs from bindings.csv")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--config", type=Path, default=ROOT / "config.toml", help="config.toml; its site is read")
    where.add_argument("--site", type=Path, metavar="DIR", help="the site folder")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the table there (CSV) and not to the screen")


def run(args: argparse.Namespace) -> int:
    """The table goes to --out or to standard output, what is said about it to the other of the two streams.

    Raises ConfigError when site, configuration or the file to write cannot be used.
    """
    site, _warnings = load_site(args.site or load_config(args.config).site)
    said = sys.stdout if args.out else sys.stderr
    proposal = propose(site)
    if args.difference:
        found = differences(site, proposal)
        _write(args.out, DIFFERENCE, map(_difference_row, found))
        print(f"{len(found)} differences from the bindings of {site.name}", file=said)
        return 0
    _write(args.out, PROPOSAL, map(_proposal_row, proposal))
    _say(site, proposal, said)
    return 0


def _proposal_row(row: Proposed) -> Sequence[object]:
    return row.target, row.order, row.choice.camera.id, row.choice.preset, *_why(row.choice), ""


def _difference_row(row: Difference) -> Sequence[object]:
    why = _why(row.choice) if row.choice else ("", "", "")
    return row.change, row.target, row.camera, row.signed_order or "", row.proposed_order or "", *why


def _why(choice: Choice) -> tuple[int, str, str]:
    """Tier, reason in its short machine form, distance in metres ("" when one of the two is not placed)."""
    distance = "" if choice.distance_m is None else f"{choice.distance_m:.1f}"
    return int(choice.tier), short(choice), distance


def _write(out: Path | None, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    if out is None:
        _table(sys.stdout, header, rows)
        return
    try:
        with out.open("w", encoding="utf-8-sig", newline="") as file:  # with a mark: spreadsheets guess wrong without
            _table(file, header, rows)
    except OSError as error:
        problem = Problem(str(out), 0, "", f"cannot be written: {error.strerror}", "give a file in a folder you own")
        raise ConfigError([problem]) from None


def _table(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


def _say(site: Site, proposal: Sequence[Proposed], said: TextIO) -> None:
    covered = coverage(site)
    print(f"{len(proposal)} bindings proposed for {len({row.target for row in proposal})} points", file=said)
    print("Check each row on the spot, enter who signs it, and copy target, camera, order and preset", file=said)
    print("of the signed rows into bindings.csv. A PTZ needs the preset that shows the point.", file=said)
    print(f"{len(covered.gaps)} of {covered.points} points are neither seen by a camera nor bound to one:", file=said)
    for gap in covered.gaps:
        print(f"  {_gap(gap)}", file=said)


def _gap(gap: Gap) -> str:
    name = f"{gap.point.id} {gap.point.name}"
    if gap.best is None:
        return f"{name}: no camera at all"
    return f"{name}: at best {gap.best.camera.number} {gap.best.camera.name}, {short(gap.best)}"
