"""How long the points of each ecosystem may be silent before that is a trouble: what is usual there. Pure.

A source's `stale_after_s` and a point's own go before. 0: for ever, because such points speak only when something
happens and somebody else watches that they could: the picture of a camera, the gateway's link to a fire panel.
"""

from __future__ import annotations

HOUR_S = 3_600
DAY_S = 90_000  # a message a day, an hour late
TWO_DAYS_S = 176_400  # NB-IoT platforms call a device offline after 49 h

SUPERVISION_S: dict[str, int] = {
    "site": HOUR_S,  # wired and mains powered points of a site rule report each few minutes
    "thingsboard": HOUR_S,
    "tasmota": 1_800,  # TelePeriod is 300 s: six of them
    "zigbee2mqtt": DAY_S,  # battery detectors check in once a day
    "homeassistant": DAY_S,  # announces devices of every kind; many speak on a change only
    "esphome": DAY_S,  # contacts speak on a change only; the broker tells at once when the device is gone
    "shelly": DAY_S,  # battery models wake once a day
    "sparkplug": DAY_S,  # reports by exception; the death of a node is told by the broker
    "chirpstack": DAY_S,  # LoRaWAN detectors check in once a day
    "thethingsstack": DAY_S,
    "huawei-iotda": TWO_DAYS_S,
    "ctwing": TWO_DAYS_S,
    "onenet": TWO_DAYS_S,
    "gbt26875.3": 0,  # a panel tells of a part when it changes; its link is supervised
    "frigate": 0,
    "onvif": 0,
    "axis": 0,
    "hikvision": 0,
    "dahua": 0,
    "cap": 0,  # warnings are rare
}
