"""Sendings as journal entries and back: a stream for each, the order first, then the answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from console.journal import Entry, Json
from console.model import LIVE, By, CameraId
from console.remote.order import Order, Outcome, Sending, What
from console.wall import LAYOUTS, SurfaceId, TileId
from console.wall.kept import salvo_from, salvo_json, text, whole

STREAM = "remote/"  # remote/<position>-<ms>
SENT = "RemoteSent"
ANSWERS = {
    "RemoteShown": Outcome.SHOWN,
    "RemoteRefused": Outcome.REFUSED,
    "RemoteUnanswered": Outcome.UNANSWERED,
}
_NAMES = {outcome: kind for kind, outcome in ANSWERS.items()}
OPENED, CLOSED = "WallsOpened", "WallsClosed"
KINDS = (SENT, *ANSWERS, OPENED, CLOSED)


def is_sending(entry: Entry) -> bool:
    return entry.domain == LIVE and entry.stream.startswith(STREAM) and entry.kind in (SENT, *ANSWERS)


def sender_of(sending: str) -> str:
    """The position a sending came from."""
    return sending.rpartition("-")[0]


def sent_entry(sending: Sending, incident: str) -> Entry:
    """`incident`: the one the sender works on, "" when none is shown."""
    assert sending.order is not None, "what cannot be read is never sent on"
    data = {**_order_data(sending.order), **({"incident": incident} if incident else {})}
    return Entry(LIVE, STREAM + sending.id, 1, SENT, sending.at_ms, sending.by, data, open=True)


def answer_entry(sending: Sending, by: By, now_ms: int, more: Mapping[str, Json]) -> Entry:
    """What became of it; `more` is said besides."""
    said: dict[str, Json] = {"code": sending.code, "tile": sending.tile}
    data = {**{key: value for key, value in said.items() if value}, **more}
    return Entry(LIVE, STREAM + sending.id, sending.version, _NAMES[sending.outcome], now_ms, by, data)


def folded(before: Sending | None, entry: Entry) -> Sending | None:
    """The sending after this entry; None when its beginning is not known."""
    if entry.kind == SENT:
        return Sending(entry.stream.removeprefix(STREAM), _order_from(entry.data), entry.by, entry.t_ms)
    if before is None:
        return None
    outcome, tile = ANSWERS[entry.kind], text(entry.data.get("tile"))
    return replace(
        before, outcome=outcome, code=text(entry.data.get("code")), tile=TileId(tile) if tile else None,
        shown_ms=entry.t_ms if outcome is Outcome.SHOWN else 0, version=entry.version,
    )  # fmt: skip


def _order_data(order: Order) -> dict[str, Json]:
    said: dict[str, Json] = {
        "to": order.to, "surface": order.surface, "what": order.what.value, "camera": order.camera,
        "place": order.place, "layout": order.layout,
        "salvo": salvo_json(order.salvo) if order.salvo is not None else None,
    }  # fmt: skip
    return {key: value for key, value in said.items() if value}


def _order_from(said: Mapping[str, Json]) -> Order | None:
    """None for what this version does not know."""
    what, camera = text(said.get("what")), text(said.get("camera"))
    salvo, layout = salvo_from(said.get("salvo")), text(said.get("layout"))
    is_whole: dict[str, bool] = {
        What.CAMERA: bool(camera), What.SALVO: salvo is not None, What.LAYOUT: layout in LAYOUTS,
    }  # fmt: skip
    if not is_whole.get(what, False):
        return None
    return Order(
        text(said.get("to")), SurfaceId(text(said.get("surface"))), What(what), CameraId(camera) if camera else None,
        whole(said.get("place")), salvo, layout,
    )  # fmt: skip
