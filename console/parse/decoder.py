"""The decoder: finds the source of a message, reads it, and weighs what it says against what was heard before.

Feed's thread. Keeps what decoding needs to remember (names, discoveries, the last live sample of each point) and
nothing else; a message it cannot use becomes a `Rejected` with its reason, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from console.config.schema import SourceConfig
from console.model import Introduced, Message, Point, Reading, Rejected, Site, State, Value
from console.parse.bridges import Bridges
from console.parse.directory import LONGEST_ID, Directory
from console.parse.ecosystems import READERS
from console.parse.endings import Endings
from console.parse.errands import Errands
from console.parse.lastheard import LastHeard, Live
from console.parse.moment import zone
from console.parse.reader import Place, Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Statement, bounded
from console.parse.unclaimed import Unclaimed

MOST_TOPICS = 50_000  # routes cached; a peer that invents topics for ever must not fill the memory
LONGEST_TOPIC = 512  # characters; the route of a longer one is sought each time


class Decoder:
    """Messages in, readings out. `points` give the aliases known before any discovery."""

    def __init__(self, sources: Sequence[SourceConfig], points: Iterable[Point] = (), time_zone: str = "UTC") -> None:
        self._local = zone(time_zone)
        self._directory = Directory(points)
        self._heard = LastHeard(self._directory)
        self._bridges = Bridges(self._directory)
        self._endings = Endings(self._directory)
        self._unclaimed = Unclaimed()
        self.errands = Errands()  # what the readers want of the broker
        self._readers: dict[str, Reader] = {}
        self._routes: dict[str, Reader] = {}
        for source in sources:
            self._add(source)

    def decode(self, message: Message) -> list[Reading] | Rejected:
        """What a message says, or why it is refused. A message knowingly without effect gives an IGNORE reading."""
        reader = self._route(message.topic)
        if reader is None:
            if any(each.discovers for each in self._readers.values()):
                self._unclaimed.keep(message)
            return Rejected(Reject.UNKNOWN_TOPIC, message.topic, "", message.received_ms, receipt=message.receipt)
        return self._read(reader, message)

    def introductions(self, now_ms: int) -> tuple[Introduced, ...]:
        """What was learnt since the last call of devices that are none of the site's."""
        return self._directory.strangers.take(now_ms)

    def forgotten(self, source: str) -> int:
        """How many strangers of a source were forgotten for newer ones, since the start. Any thread."""
        return self._directory.forgotten[source]

    def take_site(self, site: Site) -> None:
        """The site's points and time zone from now on; everything learnt from messages stays."""
        self._directory.take_site(site.points)
        self._local = zone(site.time_zone)
        for reader in self._readers.values():
            reader.local = self._local

    def decode_as(self, source: SourceConfig, message: Message) -> list[Reading] | Rejected:
        """Decode with this very source, whatever the topic; what it learns is shared with the source of that name."""
        return self._read(self._reader(source), message)

    def place(self, message: Message, source: SourceConfig | None = None) -> Place:
        """What the topic alone says, for a message that was refused."""
        reader = self._reader(source) if source else self._route(message.topic)
        return reader.place(message.topic) if reader else Place()

    def recall(self, source: str, device: str, kind: str, value: Value, ts_ms: int) -> None:
        """Take this as the newest live sample of a point, as if it had been heard."""
        self._heard.put(source, device, kind, Live(value, State.READING, ts_ms))

    def source_for(self, topic: str) -> str:
        """The name of the source that takes a topic, "" when none does."""
        reader = self._route(topic)
        return reader.source.name if reader else ""

    def subscriptions(self) -> tuple[str, ...]:
        """The MQTT filters of all sources, each once, in the order of the configuration."""
        return tuple(dict.fromkeys(each for reader in self._readers.values() for each in reader.subscriptions()))

    def _add(self, source: SourceConfig) -> Reader:
        reader = READERS[source.ecosystem](source, self._directory, self._local, self.errands)
        self._readers[source.name] = reader
        self._routes.clear()
        return reader

    def _reader(self, source: SourceConfig) -> Reader:
        reader = self._readers.get(source.name)
        if reader is None or reader.source.ecosystem != source.ecosystem:
            return self._add(source)
        return reader if reader.source is source else reader.twin(source)

    def _route(self, topic: str) -> Reader | None:
        try:
            return self._routes[topic]
        except KeyError:
            pass
        if len(self._routes) >= MOST_TOPICS:
            self._routes.clear()
        found = next((reader for reader in self._readers.values() if reader.takes(topic)), None)
        if found is not None and len(topic) <= LONGEST_TOPIC:  # a topic nobody takes may be discovered later
            self._routes[topic] = found
        return found

    def _read(self, reader: Reader, message: Message) -> list[Reading] | Rejected:
        source = reader.source.name
        try:
            said = self._bridges.believed(source, reader.read(message), is_retained=message.retained)
        except MessageRefused as refused:
            detail, receipt = refused.detail, message.receipt
            return Rejected(refused.reason, message.topic, source, message.received_ms, detail, receipt)
        if any(len(each.device) > LONGEST_ID for each in said):
            detail = f"an id of more than {LONGEST_ID} characters"
            return Rejected(Reject.NO_IDENTITY, message.topic, source, message.received_ms, detail, message.receipt)
        readings = self._moved(message)  # first: what the message itself says must not pass for what was said before
        for each in map(bounded, said):
            readings.append(self._heard.weigh(source, each, message))
            if each.state is not State.IGNORE and not readings[-1].history:
                self._endings.note(source, each, message.received_ms)
        readings += [self._heard.weigh(*ended, message) for ended in self._endings.take(source, message.received_ms)]
        readings += self._claimed()
        for reading in readings:
            self._directory.strangers.hear(reading)
            self._bridges.told(reading)
            if reading.state is State.OFFLINE:
                self._heard.doubt(source, reading.device, reading.reach)
        return readings

    def _claimed(self) -> list[Reading]:
        """What came on topics before their discovery did."""
        fresh = self.errands.take_fresh()
        if not fresh:
            return []
        waited = [message for topic in fresh for message in self._unclaimed.take(topic)]
        results = [self._read(reader, each) for each in waited if (reader := self._route(each.topic)) is not None]
        return [reading for result in results if not isinstance(result, Rejected) for reading in result]

    def _moved(self, message: Message) -> list[Reading]:
        """Devices whose id became known after they were heard by name: what was wrong goes on under the id."""
        readings = []
        for source, old, new in self._directory.take_moves():
            self._directory.strangers.moved(source, old, new)
            for kind, live in list(self._heard.move(source, old, new)):
                there = Statement(new, kind, live.value, live.unit, live.state, label=old, reason="moved")
                here = Statement(old, kind, None, live.unit, State.NORMAL, label=old, reason="moved")
                readings += [self._heard.weigh(source, each, message) for each in (there, here)]
        return readings
