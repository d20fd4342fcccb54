"""What every decoder is: topics it takes, messages it turns into statements. One reader per source, feed's thread."""

from __future__ import annotations

import copy
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import tzinfo
from typing import ClassVar, Self

from console.config.schema import ECOSYSTEMS, SourceConfig
from console.model import Message
from console.parse.directory import Directory
from console.parse.errands import Errands
from console.parse.moment import read as read_time
from console.parse.statement import Statement
from console.parse.values import number


@dataclass(frozen=True, slots=True)
class Place:
    """What a topic alone says about a message that is refused; None where it says nothing."""

    device: str | None = None
    kind: str | None = None
    unit: str | None = None


def ends_after_ms(source: SourceConfig) -> int:
    """How long what is not said again stands, by the source's option; 0 = until somebody ends it."""
    return round((number(source.options.get("ends_after_s", 0)) or 0) * 1000)


class Reader(ABC):
    """Base of the decoders. `read` raises MessageRefused; what a reader learns it keeps in objects its twins share."""

    discovers: ClassVar[bool] = False  # whether its configurations name topics of any shape

    def __init__(
        self, source: SourceConfig, directory: Directory, local: tzinfo, errands: Errands | None = None
    ) -> None:
        self.source = source
        self.directory = directory
        self.local = local
        self.errands = errands or Errands()
        self.prepare()

    def prepare(self) -> None:  # noqa: B027 - most readers have nothing to compile
        """Compile what depends on the source's configuration alone."""

    def twin(self, source: SourceConfig) -> Self:
        """The same reader, with all it has learnt, under another configuration."""
        twin = copy.copy(self)
        twin.source = source
        twin.prepare()
        return twin

    @property
    def base(self) -> str:
        """The source's topic, or the one its ecosystem has by itself."""
        return self.source.topic or ECOSYSTEMS[self.source.ecosystem]

    def takes(self, topic: str) -> bool:
        return topic.startswith(f"{self.base}/")

    def subscriptions(self) -> tuple[str, ...]:
        """MQTT filters that bring everything this reader takes."""
        return (f"{self.base}/#",)

    def place(self, topic: str) -> Place:  # noqa: ARG002 - the readers that can tell override it
        return Place()

    @abstractmethod
    def read(self, message: Message) -> list[Statement]:
        """What the message says; raises MessageRefused when it says nothing that can be used."""

    def device_time(self, value: object) -> tuple[int | None, bool]:
        """A time from a payload: milliseconds or None, and whether it was there but cannot be read."""
        if value is None:
            return None, False
        at_ms = read_time(value, self.source.time_format, self.local)
        return at_ms, at_ms is None
