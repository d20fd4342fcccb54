"""Another position with a wall, as far as the windows here hear of it: what it says, and what it answers."""

from __future__ import annotations

from console.app import Console
from console.journal import Entry, Json
from console.model import LIVE, By
from console.remote import Sending

LI = By(person="Li", position="desk-2")
MACHINE = By(machine="remote")


def has_wall(console: Console, layout: str = "4", position: str = "desk-2") -> None:
    """The other position is there and has one wall open."""
    console.sight.remote.is_away = lambda _position: False
    walls: list[Json] = [{"name": "wall-1", "layout": layout}]
    now = console.clock.now_ms()
    console.sight.remote.learn(
        Entry(LIVE, f"walls/{position}-{now}", 1, "WallsOpened", now, MACHINE, {"walls": walls}, open=True)
    )


def sends(console: Console, camera: str, place: int = 0, surface: str = "wall-1") -> None:
    """Li at desk-2 wants that camera on a wall of ours."""
    now = console.clock.now_ms()
    data: dict[str, Json] = {
        "to": console.seat.position, "surface": surface, "what": "camera", "camera": camera, "place": place,
    }  # fmt: skip
    console.sight.remote.learn(Entry(LIVE, f"remote/desk-2-{now}", 1, "RemoteSent", now, LI, data, open=True))


def answers(console: Console, sending: Sending, code: str = "") -> None:
    """The other position shows it, or refuses it with this code."""
    kind, data = ("RemoteRefused", {"code": code}) if code else ("RemoteShown", {"tile": "wall-1/1"})
    told: dict[str, Json] = dict(data)
    now = console.clock.now_ms()
    console.sight.remote.learn(Entry(LIVE, f"remote/{sending.id}", 2, kind, now, MACHINE, told))
