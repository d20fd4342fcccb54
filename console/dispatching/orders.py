"""An order as it leaves the room: topic and payload, as docs/connecting.md gives them to integrators. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass

from console.incidents import Incident
from console.journal import Json
from console.model import By, Domain
from console.outgoing import Outgoing
from console.site import Frame
from console.topics import unit_topic
from console.units import Order, Unit

VERSION = 1


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What all orders of a site have in common. `root`: the first levels of every topic."""

    root: str
    domain: Domain
    frame: Frame


def order_of(
    unit: Unit, order: Order, incident: Incident | None, head: Letterhead, until_ms: int, now_ms: int
) -> Outgoing:
    """The message of an order; `until_ms`: when it is not worth delivering any more."""
    body: dict[str, Json] = {
        "v": VERSION, "domain": head.domain, "order": order.id, "act": order.act.value, "unit": unit.id,
        "incident": order.incident, "t": order.ordered_ms, "until": until_ms,
    }  # fmt: skip
    if incident is not None:
        body |= _about(incident, head.frame)
    payload = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return Outgoing(
        order.id, unit_topic(head.root, unit.id, "order"), payload, max(1, (until_ms - now_ms) // 1000)
    )  # fmt: skip


def _about(incident: Incident, frame: Frame) -> dict[str, Json]:
    scene, first = incident.scene, incident.first
    place: dict[str, Json] = {"name": scene.name, "name_en": scene.name_en}
    place |= {key: value for key, value in (("building", scene.building), ("zone", scene.zone)) if value}
    if scene.floor is not None:
        place["floor"] = scene.floor
    if scene.at is not None:
        lon, lat = frame.to_lonlat(scene.at)
        place |= {"lon": round(lon, 7), "lat": round(lat, 7)}
    about: dict[str, Json] = {"place": place, "from": _who(incident.owner)}
    if first is not None:
        about["alarm"] = {"class": first.alarm_class.value, "kind": first.kind}
    return about


def _who(by: By) -> dict[str, Json]:
    return {"person": by.person, "position": by.position}
