"""Which decoder reads which ecosystem; the names are those of `config.toml`."""

from __future__ import annotations

from console.parse.reader import Reader
from console.parse.rulebook import Rulebook
from console.parse.zigbee2mqtt import Zigbee2Mqtt

READERS: dict[str, type[Reader]] = {
    "site": Rulebook,
    "zigbee2mqtt": Zigbee2Mqtt,
}
