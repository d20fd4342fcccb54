"""What the geometry proposes to bind, for a person to sign, and how it differs from what was signed. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from console.cameras.choice import Choice, Tier
from console.cameras.index import Index
from console.model import CameraId, Health, Point, PointId, Site

LIMIT = 4
WORTH_SIGNING = Tier.DOOR  # beyond this a camera comes by itself when the better ones are dark
LAST_RESORT = Tier.OUTSIDE  # when nothing is worth signing, the best one up to here is still proposed


class Change(StrEnum):
    """How the proposal stands to what was signed."""

    NEW = "new"  # proposed, not signed
    GONE = "gone"  # signed, and the geometry no longer proposes it
    MOVED = "moved"  # both, in another order


@dataclass(frozen=True, slots=True)
class Proposed:
    """One row of the table to sign; `order` is 1-based."""

    target: PointId
    order: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class Difference:
    """One camera of one point; an order of 0 means not there."""

    change: Change
    target: PointId
    camera: CameraId
    signed_order: int
    proposed_order: int
    choice: Choice | None  # None when the geometry does not know the camera for this point


def propose(site: Site) -> tuple[Proposed, ...]:
    """Rows in the order of the site's points, as if nothing were bound and every camera worked."""
    index, working = Index(replace(site, bindings=())), {camera.id: Health.OK for camera in site.cameras}
    rows = ((point, _worth_signing(index.rank(point, working, LIMIT).chosen)) for point in site.points)
    return tuple(Proposed(p.id, order, choice) for p, found in rows for order, choice in enumerate(found, 1))


def differences(site: Site, proposal: Sequence[Proposed]) -> tuple[Difference, ...]:
    """Only what differs. Where something is signed, only a camera that sees or can turn there counts as new."""
    proposed: dict[PointId, list[Proposed]] = defaultdict(list)
    for row in proposal:
        proposed[row.target].append(row)
    signed = _signed(site)
    return tuple(d for point in site.points for d in _of_point(point, signed, proposed[point.id]))


def _worth_signing(chosen: Sequence[Choice]) -> Sequence[Choice]:
    worth = [choice for choice in chosen if choice.tier <= WORTH_SIGNING]
    return worth or [choice for choice in chosen[:1] if choice.tier <= LAST_RESORT]


def _signed(site: Site) -> Mapping[str, Sequence[CameraId]]:
    found: dict[str, list[CameraId]] = defaultdict(list)
    for binding in sorted(site.bindings, key=lambda binding: binding.order):
        found[binding.target].append(binding.camera)
    return found


def _of_point(point: Point, signed: Mapping[str, Sequence[CameraId]], rows: Sequence[Proposed]) -> Iterator[Difference]:
    own, zone = signed.get(point.id, ()), signed.get(point.zone, ()) if point.zone else ()
    order = {row.choice.camera.id: row for row in rows}
    both = [camera for camera in own if camera in order]
    expected = sorted(both, key=lambda camera: order[camera].order)
    for at, camera in enumerate(own, 1):
        if camera not in order:
            yield Difference(Change.GONE, point.id, camera, at, 0, None)
        elif both.index(camera) != expected.index(camera):
            row = order[camera]
            yield Difference(Change.MOVED, point.id, camera, at, row.order, row.choice)
    for row in rows:
        camera, needed = row.choice.camera.id, not (own or zone) or row.choice.tier <= Tier.TURNS
        if needed and camera not in own and camera not in zone:
            yield Difference(Change.NEW, point.id, camera, 0, row.order, row.choice)
