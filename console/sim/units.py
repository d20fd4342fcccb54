"""Simulated units: one real MQTT client each, that reads orders, answers, walks to the place and back.

Everything a unit does later runs on the thread of whoever gives `after` (the simulated sensors); paho's own threads do
the network.
"""

from __future__ import annotations

import csv
import json
import logging
import math
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paho.mqtt.client import Client, ConnectFlags, MQTTMessage, MQTTv5
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.clock import Clock
from console.model import XY, Crew, Site, UnitId, UnitStatus
from console.site import Frame

log = logging.getLogger(__name__)

MANNERS_FILE = "simulator_units.csv"
SESSION_S = 600  # an order waits so long for a unit that is not connected
STEP_S = 2.0  # between two positions of a unit that moves
START_S = 3.0  # from "accepted" to "en route"
NEAR_M = 1.0
STOP_S = 2.0

After = Callable[[float, Callable[[], None]], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a unit behaves. `answer`: accepts, declines, or silent (it reads the order and says nothing)."""

    answer: str = "accepts"
    accept_s: float = 4.0
    speed_m_s: float = 2.5
    reason: str = ""  # why it declines


def manners(path: Path) -> dict[str, Manner]:
    """The manners of a site's units by id; those without a row have the usual ones."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            row["unit"]: Manner(row["answer"], float(row["accept_s"]), float(row["speed_m_s"]), row["reason"])
            for row in csv.DictReader(file)
        }


class UnitSim:
    """All units of a site, at the broker with the right to speak for units."""

    def __init__(
        self, site: Site, host: str, port: int, after: After, *, user: str = "", password: str = "",
        told: Mapping[str, Manner] | None = None,
    ) -> None:  # fmt: skip
        told = told or {}
        frame = Frame(site.origin)
        self.players = {
            crew.id: Player(crew, told.get(crew.id, Manner()), frame, after, _client(crew, user, password))
            for crew in site.units
        }
        self._address = host, port

    def start(self) -> None:
        """Begin to connect; returns at once. Keeps trying while the broker is away."""
        for player in self.players.values():
            properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
            properties.SessionExpiryInterval = SESSION_S
            player.client.connect_async(*self._address, 30, clean_start=False, properties=properties)
            player.client.loop_start()

    def wait_ready(self, timeout_s: float) -> bool:
        """Whether every unit hears its orders within about that time each."""
        return all(player.ready.wait(timeout_s) for player in self.players.values())

    def stop(self) -> None:
        """Disconnect; their sessions stay at the broker for a while."""
        connected = [player for player in self.players.values() if player.client.is_connected()]
        for player in self.players.values():
            player.client.disconnect()
        for player in connected:
            player.gone.wait(STOP_S)
        for player in self.players.values():
            player.client.loop_stop()


def _client(crew: Crew, user: str, password: str) -> Client:
    client = Client(CallbackAPIVersion.VERSION2, client_id=f"unit-{crew.id}", protocol=MQTTv5)
    client.reconnect_delay_set(1, 10)
    if user:
        client.username_pw_set(user, password)
    return client


class Player:
    """One unit: where it is and what it is about. Its steps wait in `after`; a newer order makes older ones void."""

    def __init__(self, crew: Crew, manner: Manner, frame: Frame, after: After, client: Client) -> None:
        self.id: UnitId = crew.id
        self.at: XY | None = crew.station
        self.ready, self.gone = threading.Event(), threading.Event()
        self.client = client
        self._home = crew.station
        self._manner = manner
        self._frame = frame
        self._after = after
        self._clock = Clock()
        self._lock = threading.RLock()
        self._order = ""
        self._answers = ""  # where it speaks: the order's topic up to its last level
        self._last: dict[str, Any] | None = None
        client.on_connect = self._on_connect
        client.on_subscribe = lambda *_: self.ready.set()
        client.on_message = self._on_message
        client.on_disconnect = lambda *_: self.gone.set()

    # ---- paho's thread ----

    def _on_connect(
        self, client: Client, _data: object, _flags: ConnectFlags, code: ReasonCode, _more: Properties | None
    ) -> None:
        if code.is_failure:
            log.warning("the broker refuses unit %s: %s", self.id, code)
            return
        self.gone.clear()
        client.subscribe(f"watchroom/+/unit/{self.id}/order", 1)

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        try:
            told = json.loads(message.payload)
            order, act = str(told["order"]), str(told["act"])
            place = told.get("place", {})
            to = self._frame.to_local((place["lon"], place["lat"])) if "lon" in place else None
        except (ValueError, KeyError, TypeError):
            log.warning("unit %s cannot read its order", self.id)
            return
        with self._lock:
            self._answers = message.topic.removesuffix("order")
            if order == self._order:
                self._repeat()
                return
            self._order, self._last = order, None
        if self._manner.answer == "silent":
            return
        if act == "go":
            self._after(self._manner.accept_s, lambda: self._answer(order, to))
        else:
            self._after(1.0, lambda: self._go_home(order))

    # ---- what it does ----

    def _answer(self, order: str, to: XY | None) -> None:
        if self._manner.answer == "declines":
            self._say(order, UnitStatus.DECLINED, self._manner.reason)
        elif self._say(order, UnitStatus.ACCEPTED):
            self._after(START_S, lambda: self._set_out(order, to))

    def _set_out(self, order: str, to: XY | None) -> None:
        if self._say(order, UnitStatus.EN_ROUTE):
            self._walk(order, to, UnitStatus.ON_SCENE)

    def _go_home(self, order: str) -> None:
        if self._say(order, UnitStatus.RETURNING):
            self._walk(order, self._home, UnitStatus.AVAILABLE)

    def _walk(self, order: str, to: XY | None, arrived: UnitStatus) -> None:
        """A step nearer, until it is there; straight through walls, as its distance is measured."""
        here = self.at
        if order != self._order:
            return
        if to is None or here is None or math.dist(here, to) <= NEAR_M:
            self._say(order, arrived)
            return
        share = min(1.0, self._manner.speed_m_s * STEP_S / math.dist(here, to))
        self.at = here[0] + share * (to[0] - here[0]), here[1] + share * (to[1] - here[1])
        told = {"v": 1, "t": self._clock.now_ms(), **self._lonlat()}
        self.client.publish(f"{self._answers}position", json.dumps(told))
        self._after(STEP_S, lambda: self._walk(order, to, arrived))

    # ---- what it says ----

    def _say(self, order: str, status: UnitStatus, reason: str = "") -> bool:
        """Answer, unless a newer order has come; whether it did."""
        with self._lock:
            if order != self._order:
                return False
            self._last = {"v": 1, "order": order, "status": status.value, "t": self._clock.now_ms(), "reason": reason}
            self._repeat()
            return True

    def _repeat(self) -> None:
        if self._last is not None:
            self.client.publish(f"{self._answers}status", json.dumps({**self._last, **self._lonlat()}), 1)

    def _lonlat(self) -> dict[str, float]:
        if self.at is None:
            return {}
        lon, lat = self._frame.to_lonlat(self.at)
        return {"lon": round(lon, 7), "lat": round(lat, 7)}
