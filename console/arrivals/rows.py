"""A source as a row: how much comes, what of it is refused, its clock, its bridge and the devices behind it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from console.arrivals.ledger import HARMLESS, Said, Tally


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why messages of a source were refused. `count` is of today, `topic` and `detail` are of the newest."""

    reason: str
    count: int
    topic: str = ""
    detail: str = ""

    @property
    def is_harmless(self) -> bool:
        return self.reason in HARMLESS


@dataclass(frozen=True, slots=True)
class Bridge:
    """The upper of the two levels: what all devices behind it come through."""

    device: str
    is_there: bool
    since_ms: int


@dataclass(frozen=True, slots=True)
class Devices:
    """The lower level. One that is lost with its bridge is counted there alone."""

    heard: int = 0  # since the start, and nothing is wrong with them
    silent: int = 0  # not heard for longer than their supervision time
    gone: int = 0  # say themselves, or their broker does, that they are offline
    lost: int = 0  # their bridge is gone, or they were not heard since it came back
    unheard: int = 0  # of the site, and not heard since the start


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of the page. What is 0 or None was never heard or cannot be known."""

    name: str
    ecosystem: str
    messages: int = 0
    per_minute: int = 0
    last_ms: int = 0
    skew_ms: int | None = None
    clock_faults: int = 0
    raised: int = 0
    refusals: tuple[Refusal, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    devices: Devices = field(default_factory=Devices)
    is_deaf: bool = False  # most of what it sends is refused
    forgotten: int = 0  # names that are none of the site's and had to go for newer ones, since the start

    @property
    def refused(self) -> int:
        return sum(each.count for each in self.refusals if not each.is_harmless)

    @property
    def lost_bridges(self) -> tuple[Bridge, ...]:
        return tuple(bridge for bridge in self.bridges if not bridge.is_there)


def skew_of(tally: Tally) -> int | None:
    """Median of device time minus arrival, ms; None while no message carried a time."""
    skews = tuple(tally.skews)
    return round(median(skews)) if skews else None


def bridges_of(tally: Tally) -> tuple[Bridge, ...]:
    """Whoever takes others along when it is lost."""
    return tuple(
        Bridge(device, said.is_there, said.at_ms) for device, said in tuple(tally.presence.items()) if said.reach
    )


def devices_of(
    tally: Tally | None, of_site: Collection[str], silent: Collection[str], lost: Collection[str]
) -> Devices:
    """`of_site` are the source's devices in points.csv; of them `silent` and `lost` ones, as the points' desk knows."""
    heard = dict(tally.heard) if tally is not None else {}
    presence = dict(tally.presence) if tally is not None else {}
    bridges = {device for device, said in presence.items() if said.reach}
    known = (set(heard) | set(of_site) | set(presence)) - bridges
    behind = _behind(known, heard, presence)
    gone = {device for device, said in presence.items() if not said.is_there} & known - behind
    away = behind | (known & set(lost)) - gone
    quiet = (known & set(silent)) - away - gone
    unheard = known - heard.keys() - presence.keys() - away - gone - quiet
    return Devices(len(known - away - gone - quiet - unheard), len(quiet), len(gone), len(away), len(unheard))


def _behind(devices: Iterable[str], heard: Mapping[str, int], presence: Mapping[str, Said]) -> set[str]:
    """Devices whose bridge is gone and that were not heard since, whatever they say of themselves."""
    away = [
        (said.reach.removesuffix("*"), said.at_ms) for said in presence.values() if said.reach and not said.is_there
    ]
    return {
        device
        for device in devices
        if any(device.startswith(start) and heard.get(device, 0) <= at_ms for start, at_ms in away)
    }
