"""What Home Assistant discovery has named: each signal with its topic, words and liveness. Feed's thread."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from console.parse.directory import Directory
from console.parse.errands import Errands
from console.parse.register import Register
from console.parse.template import Template

MOST_CONFIGURATIONS = 10_000  # that name nothing of the site's: who invents more pushes out what he invented before
MOST_TOPICS = 10_000  # that all of these may name
MOST_OF_ONE = 1_000  # signals of one configuration
MOST_OF_OURS = 100  # signals of one device of the site that are never forgotten: anybody may name it

ALL, ANY, LATEST = "all", "any", "latest"


@dataclass(frozen=True, slots=True)
class Liveness:
    """One topic that tells whether a device is there, and its words for yes and no."""

    topic: str
    yes: str
    no: str
    template: Template | None


@dataclass(frozen=True, slots=True)
class Entity:
    """One discovered signal; `template` None: it is more than a look-up, so its messages are refused by name."""

    device: str
    kind: str
    binary: bool
    topic: str
    template: Template | None
    on: str
    off: str
    unit: str
    label: str
    liveness: tuple[Liveness, ...]
    mode: str = LATEST  # which of several liveness topics counts
    lasts_ms: int = 0  # how long an ON stands that is not said again

    @property
    def topics(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each for each in (self.topic, *(one.topic for one in self.liveness)) if each))


class Registry:
    """What was discovered: by the topic that said so, and by the topics to listen to."""

    def __init__(self, source: str, directory: Directory, errands: Errands) -> None:
        self.by_topic: dict[str, list[Entity]] = {}
        self.devices: Counter[str] = Counter()  # signals of each device
        self._source = source
        self._directory = directory
        self._errands = errands
        self._by_config: Register[str, list[Entity]] = Register(MOST_CONFIGURATIONS, self._is_ours, self._forget)
        self._alive: dict[tuple[str, str], bool] = {}  # (device, topic) → its last word
        self._topics = 0  # that configurations of strangers name

    def put(self, config: str, entities: list[Entity]) -> list[Entity]:
        """Replace what a configuration topic had said; returns that. What is the site's is always taken."""
        was_stranger = self._by_config.is_stranger(config)
        before = self._by_config.drop(config) or []
        self._drop(before, was_stranger=was_stranger)
        if not entities:
            return before
        for each in entities:
            self.devices[each.device] += 1
        self._by_config.keep(config, entities)
        if self._by_config.is_stranger(config):
            self._topics += _topics(entities)
        while self._topics > MOST_TOPICS and self._by_config.forget_oldest():
            pass
        for each in self._by_config.get(config, ()):
            self._listen(each)
        return before

    def is_there(self, entity: Entity, topic: str, online: bool | None) -> bool | None:
        """What one word about liveness means where several topics tell; None: it was no known word."""
        if online is None or entity.mode == LATEST or len(entity.liveness) < 2:
            return online
        self._alive[entity.device, topic] = online
        words = [self._alive.get((entity.device, each.topic)) for each in entity.liveness]
        if entity.mode == ANY:
            return True in words
        return False not in words and (None not in words or online)

    def _listen(self, entity: Entity) -> None:
        for topic in entity.topics:
            if self._errands.listen(topic):
                self.by_topic.setdefault(topic, []).append(entity)

    def _remove(self, entity: Entity) -> None:
        self.devices[entity.device] -= 1
        if self.devices[entity.device] <= 0:
            del self.devices[entity.device]
        for topic in entity.topics:
            self._alive.pop((entity.device, topic), None)
            listed = self.by_topic.get(topic)
            if listed is None:
                continue
            if entity in listed:
                listed.remove(entity)
            if not listed:
                del self.by_topic[topic]
                self._errands.forget(topic)

    # ---- what is kept ----

    def _is_ours(self, config: str) -> bool:
        return any(
            self._directory.is_ours(self._source, device) and self.devices[device] <= MOST_OF_OURS
            for device in {each.device for each in self._by_config.get(config, ())}
        )

    def _forget(self, _config: str, entities: list[Entity]) -> None:
        self._drop(entities, was_stranger=True)
        self._directory.forgot(self._source)

    def _drop(self, entities: list[Entity], *, was_stranger: bool) -> None:
        for each in entities:
            self._remove(each)
        if was_stranger:
            self._topics -= _topics(entities)


def _topics(entities: list[Entity]) -> int:
    return sum(len(each.topics) for each in entities)
