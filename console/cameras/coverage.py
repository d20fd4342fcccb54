"""Which points of a site no camera sees, reckoned as if every camera worked. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.cameras.choice import Choice, Tier
from console.cameras.index import Index
from console.model import Health, Point, Site


@dataclass(frozen=True, slots=True)
class Gap:
    """A point that no camera is bound to and none sees; `best` is what would be shown instead, None: nothing."""

    point: Point
    best: Choice | None


@dataclass(frozen=True, slots=True)
class Coverage:
    points: int  # all points of the site
    gaps: tuple[Gap, ...]  # in the order of the site's points

    @property
    def uncovered(self) -> tuple[Point, ...]:
        """Points for which no picture at all would come up."""
        return tuple(gap.point for gap in self.gaps if gap.best is None)


def coverage(site: Site) -> Coverage:
    """A survey of the whole site: milliseconds per point, so run it in a child or at the desk's leisure."""
    index, working = Index(site), {camera.id: Health.OK for camera in site.cameras}
    gaps = []
    for point in site.points:
        chosen = index.rank(point, working, limit=1).chosen
        if not chosen or chosen[0].tier > Tier.SEES:
            gaps.append(Gap(point, chosen[0] if chosen else None))
    return Coverage(len(site.points), tuple(gaps))
