"""Whether a screen is on: what the kernel's files say, and which screen a socket of the graphics card means."""

from __future__ import annotations

import queue
from pathlib import Path

import pytest

from console.backends.monitors import PowerWatch
from console.inbox import Inbox
from console.screens import Connector, Powered
from console.screens.power import dark, plain

WAIT_S = 20.0


class Posted(Inbox):
    def __init__(self) -> None:
        super().__init__()
        self.posts: queue.SimpleQueue[object] = queue.SimpleQueue()

    def post(self, item: object) -> int:
        self.posts.put(item)
        return super().post(item)


def socket(folder: Path, name: str, dpms: str, status: str = "connected") -> Path:
    place = folder / name
    place.mkdir(exist_ok=True)
    for name_of, text in (("dpms", dpms), ("status", status)):
        fresh = place / f"{name_of}.new"
        fresh.write_text(f"{text}\n")
        fresh.replace(place / name_of)  # the kernel's files are never half-written
    return place


@pytest.mark.parametrize(("name", "spelled"), [
    ("card0-HDMI-A-1", "hdmi-1"), ("HDMI-1", "hdmi-1"), ("card1-DP-2", "dp-2"), ("DisplayPort-2", "dp-2"),
    ("card0-eDP-1", "edp-1"), ("DVI-I-0", "dvi-0"), ("screen", "screen"),
])  # fmt: skip
def test_one_socket_has_one_name_however_it_is_spelled(name: str, spelled: str) -> None:
    assert plain(name) == spelled


def test_a_screen_is_dark_by_its_own_socket_and_without_one_when_all_are() -> None:
    on, off = Connector("card0-DP-1", is_on=True), Connector("card0-HDMI-A-1", is_on=False)
    assert dark(["DP-1", "HDMI-1", "elsewhere"], [on, off]) == {"HDMI-1"}
    assert dark(["DP-1", "elsewhere"], [Connector("card0-DP-1", is_on=False), off]) == {"DP-1", "elsewhere"}
    assert dark(["DP-1"], []) == frozenset()


def test_only_sockets_with_a_screen_in_them_count_and_one_that_says_nothing_is_on(tmp_path: Path) -> None:
    socket(tmp_path, "card0-DP-1", "On")
    socket(tmp_path, "card0-DP-2", "Off", status="disconnected")
    (socket(tmp_path, "card0-DP-3", "Off") / "dpms").unlink()
    assert PowerWatch(Inbox(), tmp_path).look() == (Connector("card0-DP-1", True), Connector("card0-DP-3", True))


def test_a_screen_that_goes_off_and_on_is_told_each_time(tmp_path: Path) -> None:
    socket(tmp_path, "card0-DP-1", "On")
    inbox = Posted()
    watch = PowerWatch(inbox, tmp_path, look_s=0.01)
    watch.start()
    try:
        socket(tmp_path, "card0-DP-1", "Off")
        assert inbox.posts.get(timeout=WAIT_S) == Powered((Connector("card0-DP-1", False),))
        socket(tmp_path, "card0-DP-1", "On")
        assert inbox.posts.get(timeout=WAIT_S) == Powered((Connector("card0-DP-1", True),))
    finally:
        watch.stop()


def test_a_machine_that_tells_nothing_is_not_asked_again(tmp_path: Path) -> None:
    watch = PowerWatch(Inbox(), tmp_path / "none", look_s=1_000)
    watch.start()
    watch.stop()
    assert not watch._thread.is_alive()
