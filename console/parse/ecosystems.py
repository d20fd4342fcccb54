"""Which decoder reads which ecosystem; the names are those of `config.toml`."""

from __future__ import annotations

from console.parse.cameras import AxisEvents, OnvifEvents
from console.parse.cap import Cap
from console.parse.esphome import Esphome
from console.parse.frigate import Frigate
from console.parse.gb26875 import Gb26875
from console.parse.homeassistant import HomeAssistant
from console.parse.lorawan import Chirpstack, ThingsStack
from console.parse.onenet import Onenet
from console.parse.push import Ctwing, HuaweiIotda
from console.parse.reader import Reader
from console.parse.recorders import DahuaEvents, HikvisionAlerts
from console.parse.rulebook import Rulebook
from console.parse.shelly import Shelly
from console.parse.sparkplug import Sparkplug
from console.parse.tasmota import Tasmota
from console.parse.thingsboard import ThingsBoard
from console.parse.zigbee2mqtt import Zigbee2Mqtt

READERS: dict[str, type[Reader]] = {
    "site": Rulebook,
    "zigbee2mqtt": Zigbee2Mqtt,
    "homeassistant": HomeAssistant,
    "tasmota": Tasmota,
    "esphome": Esphome,
    "shelly": Shelly,
    "frigate": Frigate,
    "onvif": OnvifEvents,
    "axis": AxisEvents,
    "hikvision": HikvisionAlerts,
    "dahua": DahuaEvents,
    "thingsboard": ThingsBoard,
    "sparkplug": Sparkplug,
    "chirpstack": Chirpstack,
    "thethingsstack": ThingsStack,
    "huawei-iotda": HuaweiIotda,
    "ctwing": Ctwing,
    "onenet": Onenet,
    "gbt26875.3": Gb26875,
    "cap": Cap,
}
