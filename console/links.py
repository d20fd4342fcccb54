"""The desk of the links: which peers are up, and the trouble that is raised when one is lost (desk thread).

A link trouble belongs to the position that has it: its point is `link/<position>#<kind>`, or
`link/<position>/<name>#<kind>` where one kind has several links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from console.model import AlarmClass, Condition, ConditionChanged, LinkDown, LinkUp, PointId, point_id


@dataclass(frozen=True, slots=True)
class Link:
    """What a lamp shows: up or not, since when, and why not."""

    kind: str
    name: str
    up: bool
    since_ms: int
    reason: str = ""
    detail: str = ""


class Links:
    """State of every link this position uses."""

    def __init__(self, position: str) -> None:
        self._position = position
        self._links: dict[tuple[str, str], Link] = {}

    def __iter__(self) -> Iterator[Link]:
        return iter(tuple(self._links.values()))

    def is_up(self, kind: str) -> bool:
        """True when every known link of the kind is up and there is one."""
        found = [link for link in self._links.values() if link.kind == kind]
        return bool(found) and all(link.up for link in found)

    def get(self, kind: str) -> Link | None:
        """The worst link of the kind: the one a lamp has to show."""
        found = [link for link in self._links.values() if link.kind == kind]
        return min(found, key=lambda link: (link.up, link.since_ms)) if found else None

    def lost(self, down: LinkDown) -> ConditionChanged | None:
        """The link is lost; None when that was known."""
        known = self._links.get((down.kind, down.name))
        self._links[down.kind, down.name] = Link(
            down.kind, down.name, False, known.since_ms if known and not known.up else down.at_ms, down.reason,
            down.detail,
        )  # fmt: skip
        if known is not None and not known.up:
            return None
        return self._changed(down.kind, down.name, Condition.ACTIVE, down.at_ms, down.reason)

    def back(self, up: LinkUp) -> ConditionChanged | None:
        """The link works; the trouble of an earlier run clears too."""
        known = self._links.get((up.kind, up.name))
        self._links[up.kind, up.name] = Link(up.kind, up.name, True, up.at_ms)
        if known is not None and known.up:
            return None
        return self._changed(up.kind, up.name, Condition.NORMAL, up.at_ms, "")

    def point(self, kind: str, name: str) -> PointId:
        device = self._position if name in {"", kind} else f"{self._position}/{name}"
        return point_id("link", device, kind)

    def _changed(self, kind: str, name: str, condition: Condition, at_ms: int, reason: str) -> ConditionChanged:
        return ConditionChanged(
            point=self.point(kind, name), alarm_class=AlarmClass.TROUBLE, kind=kind, condition=condition,
            cause="link_down", source_ms=at_ms, received_ms=at_ms, value=reason or None, label=name,
        )  # fmt: skip
