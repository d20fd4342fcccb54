"""What a Zigbee2MQTT bridge says about itself and its network: state, devices, groups, events, renames."""

from __future__ import annotations

from dataclasses import dataclass, field

from console.config.schema import Scalar, SourceConfig
from console.model import Message
from console.parse import envelope
from console.parse.directory import Directory
from console.parse.envelope import Json
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement
from console.parse.zigbee_words import is_online, kinds_of

LIST_BYTES = 8 * 1024 * 1024  # one retained message lists every device with all it can do: 500 of them are 2 MB
LIST_DEPTH = 48


@dataclass(frozen=True, slots=True)
class Expose:
    """What the discovery says about one property of one device."""

    unit: str = ""
    on: tuple[Scalar, ...] = ()
    off: tuple[Scalar, ...] = ()


PLAIN = Expose()


@dataclass(slots=True)
class Roster:
    """What the bridge has told about its network; shared by the twins of a reader."""

    exposes: dict[str, dict[str, Expose]] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)  # addresses of the bridge's last list

    def expose(self, device: str, name: str) -> Expose:
        known = self.exposes.get(device)
        return known.get(name, PLAIN) if known else PLAIN


class Bridge:
    """Reads `BASE/bridge/…`; the bridge itself is the device `BASE/bridge`."""

    def __init__(self, source: SourceConfig, base: str, directory: Directory, roster: Roster) -> None:
        self.device = f"{base}/bridge"
        self._source = source
        self._directory = directory
        self._roster = roster

    def read(self, rest: str, message: Message) -> list[Statement]:
        bridge = Speaker(self.device)
        match rest:
            case "state":
                return [bridge.availability(is_online(message.payload, self._source), reach="*")]
            case "devices":
                return [bridge.ignored("devices"), *self._learn_devices(self._list(message))]
            case "groups":
                self._learn_groups(self._list(message))
            case "event":
                return self._event(envelope.table(message.payload, self._source))
            case "response/device/rename":
                self._renamed(envelope.table(message.payload, self._source))
        return [bridge.ignored(rest.partition("/")[0])]

    def _list(self, message: Message) -> list[Json]:
        limit = max(LIST_BYTES, self._source.max_bytes)
        body = envelope.text(message.payload, self._source, limit)
        value = envelope.parse(body, LIST_DEPTH) if body.strip() else []
        if not isinstance(value, list):
            raise MessageRefused(Reject.WRONG_TYPE, f"{type(value).__name__} where a list is due")
        return value

    def _learn_devices(self, devices: list[Json]) -> list[Statement]:
        """Names, properties, makers. A device that is listed no more has left: it is lost, and taken back."""
        listed, known = set(), self._roster.exposes
        ours = (address for address in known if self._directory.is_ours(self._source.name, address))
        self._roster.exposes = {address: known[address] for address in ours}  # what is in no list is not there
        for each in devices:
            address, name = _text(each, "ieee_address"), _text(each, "friendly_name")
            if address and name and isinstance(each, dict):
                listed.add(address)
                self._directory.know(self._source.name, name, address)
                definition = each.get("definition")
                if isinstance(definition, dict):
                    self._roster.exposes[address] = _exposes(definition.get("exposes"))
                self._introduce(address, name, each)
        gone = [address for address in self._roster.listed if address not in listed] if listed else []
        self._roster.listed = listed or self._roster.listed
        return [self._left(address) for address in sorted(gone)]

    def _introduce(self, address: str, name: str, told: dict[str, Json]) -> None:
        """A device whose definition names nothing the room watches is none that is waited for."""
        definition, kinds = told.get("definition"), kinds_of(self._roster.exposes.get(address, {}))
        if told.get("type") == "Coordinator" or (definition and not kinds):
            return
        maker, model = _text(definition, "vendor"), _text(definition, "model")
        device = self._directory.device(self._source.name, name)
        self._directory.strangers.introduce(
            self._source.name, device, name=name, maker=maker, model=model, kinds=kinds
        )  # fmt: skip

    def _left(self, address: str, name: str = "") -> Statement:
        self._directory.strangers.dismiss(self._source.name, address, is_told=True)
        self._roster.listed.discard(address)
        return Speaker(address, label=name).availability(False, "left_network")

    def _learn_groups(self, groups: list[Json]) -> None:
        self._roster.groups = {
            name for each in groups if isinstance(each, dict) and isinstance(name := each.get("friendly_name"), str)
        }

    def _event(self, event: dict[str, Json]) -> list[Statement]:
        data = event.get("data")
        kind = str(event.get("type", ""))
        address, name = _text(data, "ieee_address"), _text(data, "friendly_name")
        if address and name and kind != "device_leave":
            self._directory.know(self._source.name, name, address)
        if kind == "device_leave" and (address or name):
            device = address or self._directory.device(self._source.name, name)
            return [self._left(device, name)]
        return [Speaker(address or self.device, label=name).ignored(kind or "event")]

    def _renamed(self, response: dict[str, Json]) -> None:
        data = response.get("data")
        old, new = _text(data, "from"), _text(data, "to")
        if response.get("status") == "ok" and old and new:
            device = self._directory.device(self._source.name, old)
            if device != old:
                self._directory.know(self._source.name, new, device)


def _text(data: Json, key: str) -> str:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _exposes(listed: Json) -> dict[str, Expose]:
    """Properties by name; composed features are listed one level down."""
    found: dict[str, Expose] = {}
    for each in listed if isinstance(listed, list) else []:
        if not isinstance(each, dict):
            continue
        features = each.get("features")
        if isinstance(features, list):
            found |= _exposes(features)
        name = each.get("property") or each.get("name")
        if isinstance(name, str):
            found[name] = Expose(_text(each, "unit"), _scalars(each.get("value_on")), _scalars(each.get("value_off")))
    return found


def _scalars(value: Json) -> tuple[Scalar, ...]:
    return (value,) if isinstance(value, str | int | float | bool) else ()
