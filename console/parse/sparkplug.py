"""Sparkplug B 3.0: births name the metrics, data may carry aliases only, a node's death takes all its devices with it.

| fact | what the console does |
|---|---|
| `spBv1.0/GROUP/{N,D}{BIRTH,DATA,DEATH}/NODE[/DEVICE]` | the device is called GROUP/NODE[/DEVICE] |
| births and data are QoS 0 and never retained | what was missed is asked for, not waited for |
| data carry an alias only | without the birth: refused as `no_birth`, and a rebirth is asked for |
| aliases are the node's, not the device's | looked for in the device's birth, then in all of its node |
| `seq` 0…255, 0 at NBIRTH, one more with each message | a gap: the values are taken, and a rebirth is asked for |
| NDEATH is the will and carries `bdSeq` 0…255 | one of an earlier session than the last birth is ignored |
| NBIRTH | all devices of the node are to be born again before their data count |
| `is_historical` | belongs to history, changes nothing live |
| `is_null`, or quality property 0 (bad) or 500 (stale) | trouble of the point, never normal |
| signed integers travel as unsigned ones of the same width | turned back by the datatype, also of the birth |
| `STATE/HOST` is JSON | the availability of that host; the console itself is no primary host |

Rebirths are asked for on `spBv1.0/GROUP/NCMD/NODE`, at most once a minute per node.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from console.model import Message, State
from console.parse import envelope, sparkplug_payload
from console.parse.directory import Directory
from console.parse.naming import statement
from console.parse.reader import Place, Reader
from console.parse.register import Register
from console.parse.rejects import MessageRefused, Reject
from console.parse.sparkplug_payload import Metric, Payload, Plain
from console.parse.statement import Speaker, Statement
from console.parse.strangers import OF_ITSELF

BIRTHS, DATA, DEATHS = ("NBIRTH", "DBIRTH"), ("NDATA", "DDATA"), ("NDEATH", "DDEATH")
MAKER, MODEL = "Properties/Hardware Make", "Properties/Hardware Model"  # as the standard proposes
QUALITIES = {0: "bad_quality", 500: "stale"}
ASK_AGAIN_MS = 60_000
MOST_NODES = 2_000  # that are none of the site's and stand before nothing of it
MOST_ALIASES = 20_000  # of strangers behind one node
MOST_OF_STRANGERS = 100_000  # aliases of all such nodes

Alias = tuple[str, int, str]  # name, datatype, unit


@dataclass(slots=True)
class Node:
    """What is known of one edge node since its birth."""

    aliases: Register[str, dict[int, Alias]]  # by device
    size: int = 0  # aliases known
    number: Plain = None  # bdSeq of its birth
    seq: int | None = None
    asked_ms: int = -ASK_AGAIN_MS

    def learn(self, device: str, metrics: list[Metric]) -> None:
        known = {
            metric.alias: (metric.name, metric.datatype, metric.unit) for metric in metrics if metric.alias is not None
        }
        self.aliases.drop(device)
        if known:  # a birth without aliases leaves nothing to look up
            self.aliases.keep(device, known)
        while (size := sum(map(len, self.aliases.values()))) > MOST_ALIASES and self.aliases.forget_oldest():
            pass
        self.size = size

    def forget(self) -> None:
        """It is born again: all of its devices will be, too."""
        for device in tuple(self.aliases):
            self.aliases.drop(device)
        self.size = 0

    def find(self, device: str, alias: int | None) -> Alias | None:
        if alias is None:
            return None
        found = self.aliases.get(device, {}).get(alias)
        return found or next((known[alias] for known in self.aliases.values() if alias in known), None)


class Nodes:
    """The nodes by GROUP/NODE; shared by the twins of a reader. One that was forgotten is asked for its birth again."""

    def __init__(self, source: str, directory: Directory) -> None:
        self._source = source
        self._directory = directory
        self._nodes: Register[str, Node] = Register(MOST_NODES, self._is_ours, self._forgot)

    def of(self, name: str) -> Node:
        node = self._nodes.get(name)
        if node is None:
            node = Node(Register(MOST_ALIASES, partial(self._directory.is_ours, self._source), self._forgot))
        self._nodes.keep(name, node)
        return node

    def weigh(self, name: str) -> None:
        """This one was born: of nodes the site knows nothing of no more is kept than may be."""
        if not self._nodes.is_stranger(name):
            return
        while self._of_strangers() > MOST_OF_STRANGERS and self._nodes.forget_oldest():
            pass

    def _of_strangers(self) -> int:
        return sum(node.size for name, node in self._nodes.items() if self._nodes.is_stranger(name))

    def _is_ours(self, name: str) -> bool:
        return self._directory.is_before_ours(self._source, name)

    def _forgot(self, _name: str, _what: object) -> None:
        self._directory.forgot(self._source)


class Sparkplug(Reader):
    """`BASE/GROUP/TYPE/NODE[/DEVICE]`."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.nodes = Nodes(self.source.name, self.directory)

    def place(self, topic: str) -> Place:
        levels = topic.removeprefix(f"{self.base}/").split("/")
        return Place("/".join((levels[0], *levels[2:]))) if len(levels) > 2 else Place()

    def read(self, message: Message) -> list[Statement]:
        levels = message.topic.removeprefix(f"{self.base}/").split("/")
        if levels[0] == "STATE":
            return [self._host(levels, message)]
        if len(levels) not in (3, 4):
            raise MessageRefused(Reject.UNKNOWN_TOPIC, "not GROUP/TYPE/NODE/DEVICE")
        group, kind, *names = levels
        device = "/".join((group, *names))
        if kind.endswith("CMD"):
            return [Speaker(device).ignored("command")]
        if kind not in BIRTHS + DATA + DEATHS or (kind[0] == "N") != (len(names) == 1):
            raise MessageRefused(Reject.UNKNOWN_TOPIC, kind)
        payload = self._payload(message)
        node = self.nodes.of(f"{group}/{names[0]}")
        if kind == "NDEATH":
            return [_death(device, node, payload)]
        self._count(node, levels, kind, payload, message)
        if kind == "DDEATH":
            return [Speaker(device, payload.at_ms).availability(False)]
        return self._metrics(device, node, levels, payload, message)

    def _host(self, levels: list[str], message: Message) -> Statement:
        online = envelope.table(message.payload, self.source).get("online")
        return Speaker("/".join(levels)).availability(online if isinstance(online, bool) else None)

    def _payload(self, message: Message) -> Payload:
        if len(message.payload) > self.source.max_bytes:
            raise MessageRefused(Reject.TOO_LARGE, f"{len(message.payload)} bytes, at most {self.source.max_bytes}")
        return sparkplug_payload.read(message.payload)

    def _count(self, node: Node, levels: list[str], kind: str, payload: Payload, message: Message) -> None:
        """A number left out is a message lost: what the node says stays true, but it may not be all."""
        if kind == "NBIRTH":
            node.forget()
            node.number = payload.value("bdSeq")
        elif node.seq is not None and payload.seq is not None and payload.seq not in (node.seq, (node.seq + 1) % 256):
            self._ask(node, levels, message.received_ms)
        if payload.seq is not None:
            node.seq = payload.seq

    def _ask(self, node: Node, levels: list[str], now_ms: int) -> None:
        if now_ms - node.asked_ms < ASK_AGAIN_MS and now_ms >= node.asked_ms:
            return
        node.asked_ms = now_ms
        self.errands.say(f"{self.base}/{levels[0]}/NCMD/{levels[2]}", sparkplug_payload.rebirth(now_ms))

    def _metrics(
        self, device: str, node: Node, levels: list[str], payload: Payload, message: Message
    ) -> list[Statement]:
        is_birth = levels[1] in BIRTHS
        if is_birth:
            node.learn(device, payload.metrics)
            self.nodes.weigh(f"{levels[0]}/{levels[2]}")
        said: list[Statement] = []
        unknown = 0
        for metric in payload.metrics:
            known = (metric.name, metric.datatype, metric.unit) if metric.name else node.find(device, metric.alias)
            if known is None:
                unknown += 1
            elif each := self._metric(device, metric, known, payload.at_ms):
                said.append(each)
        if unknown:
            self._ask(node, levels, message.received_ms)
            if not said:
                raise MessageRefused(Reject.NO_BIRTH, f"{unknown} aliases of {device}: a rebirth is asked for")
        if is_birth:
            self._introduce(device, payload, said)
            said.append(Speaker(device, payload.at_ms).availability(True))
        return said or [Speaker(device).ignored("nothing_watched")]

    def _introduce(self, device: str, payload: Payload, said: list[Statement]) -> None:
        """A birth names what there is; a node that measures nothing itself is only the way to its devices."""
        kinds = tuple(dict.fromkeys(each.kind for each in said if each.kind not in OF_ITSELF))
        if kinds:
            self.directory.strangers.introduce(
                self.source.name, device, name=device.rpartition("/")[2], kinds=kinds,
                maker=str(payload.value(MAKER) or ""), model=str(payload.value(MODEL) or ""),
            )  # fmt: skip

    def _metric(self, device: str, metric: Metric, known: Alias, at_ms: int | None) -> Statement | None:
        name, datatype, unit = known
        speaker = Speaker(
            device, metric.at_ms if metric.at_ms is not None else at_ms, historical=metric.historical
        )  # fmt: skip
        value = None if metric.null else metric.typed(datatype)
        said = statement(speaker, self.source, name.rpartition("/")[2], value, name, unit)
        if said is None:
            return None
        wrong = "no_value" if metric.null else QUALITIES.get(metric.quality if metric.quality is not None else -1, "")
        return speaker.say(said.kind, State.TROUBLE, None, said.unit, reason=wrong) if wrong else said


def _is_earlier(number: Plain, born: Plain) -> bool:
    """Whether a death is that of a session before the last birth. One after it means that a birth was missed."""
    if not isinstance(number, int) or not isinstance(born, int):
        return born is not None and number != born
    return 0 < (born - number) % 256 < 128


def _death(device: str, node: Node, payload: Payload) -> Statement:
    number = payload.value("bdSeq")
    speaker = Speaker(device, payload.at_ms)
    if _is_earlier(number, node.number):
        return speaker.ignored("death_of_an_earlier_session")
    node.seq = None
    return speaker.availability(False, reach=f"{device}/")
