"""The names the feed uses on the broker: client id, heartbeat topic, subscriptions, and whose message a topic is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from paho.mqtt.client import topic_matches_sub

from console.config.schema import ECOSYSTEMS, SourceConfig
from console.parse.decoder import Decoder
from console.topics import site_root, slug, unit_topic

DISCOVERY = {  # below the base topic
    "zigbee2mqtt": ("bridge/#",),
    "homeassistant": ("+/+/config", "+/+/+/config"),
}
KNOWN_TOPICS = 20_000  # topics whose source is remembered; more than any site has, fewer than a bad device can invent


@dataclass(frozen=True, slots=True)
class Seat:
    """One position of one site, as the broker knows it. One process owns it."""

    site: str
    position: str

    @property
    def client_id(self) -> str:
        return f"watchroom-{slug(self.site)}-{slug(self.position)}"

    @property
    def heartbeat_topic(self) -> str:
        return f"watchroom/{slug(self.site)}/{slug(self.position)}/heartbeat"

    @property
    def owner_topic(self) -> str:
        """Retained: which process has the position's session."""
        return f"watchroom/{slug(self.site)}/{slug(self.position)}/owner"

    @property
    def clock_topic(self) -> str:
        """What time it is at this position, once a second."""
        return f"watchroom/{slug(self.site)}/{slug(self.position)}/clock"

    @property
    def clocks(self) -> str:
        """The topic filter for what time it is at every position of the site."""
        return f"watchroom/{slug(self.site)}/+/clock"


def subscriptions(sources: Iterable[SourceConfig]) -> tuple[str, ...]:
    """The topic filters the sources' decoders need, in order, without those that another filter already covers."""
    wanted = Decoder(tuple(sources)).subscriptions()
    return tuple(f for f in wanted if not any(other != f and covers(other, f) for other in wanted))


def discoveries(sources: Iterable[SourceConfig]) -> tuple[str, ...]:
    """Filters of retained messages that say who is who. Decoders keep that in memory only, so every process has to
    ask for them anew, also when its session at the broker goes on and repeats nothing.
    """
    return tuple(
        f"{source.topic or ECOSYSTEMS[source.ecosystem]}/{below}"
        for source in sources
        for below in DISCOVERY.get(source.ecosystem, ())
    )


def covers(wide: str, narrow: str) -> bool:
    """Whether every topic that matches `narrow` also matches `wide`."""
    ours, theirs = wide.split("/"), narrow.split("/")
    for i, level in enumerate(ours):
        if level == "#":
            return True
        if i >= len(theirs) or (theirs[i] != level and (level != "+" or theirs[i] == "#")):
            return False
    return len(ours) == len(theirs)


def of_units(seat: Seat) -> tuple[str, ...]:
    """The topic filters on which the units of the site speak."""
    root = site_root(seat.site)
    return unit_topic(root, "+", "status"), unit_topic(root, "+", "position")


class SourceOf:
    """Whose message a topic is: the first source whose filter matches, "" when none does."""

    def __init__(self, sources: Sequence[SourceConfig]) -> None:
        self._filters = [(f, source.name) for source in sources for f in Decoder((source,)).subscriptions()]
        self._known: dict[str, str] = {}

    def __call__(self, topic: str) -> str:
        name = self._known.get(topic)
        if name is None:
            name = next((name for f, name in self._filters if topic_matches_sub(f, topic)), "")
            if len(self._known) >= KNOWN_TOPICS:
                self._known.clear()
            self._known[topic] = name
        return name
