"""Three monitors on one X server, cables that are pulled and put back, and what the real program makes of it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.servers.xvfb import LEFT, MID, RIGHT, Monitor, Monitors, Screen
from tests.system.journal import assert_verifies, entries
from tests.system.operator import press, strike
from tests.system.process import Running
from tests.unit.site_folder import CAMERA_HEAD
from tests.waiting import wait_until

Start = Callable[..., Running]


@pytest.fixture
def start(config: Path, tmp_path: Path, three_monitors: Monitors) -> Iterator[Start]:
    """Call it for a console of a small site on the three monitors."""
    running: list[Running] = []

    def started(*arguments: str) -> Running:
        how = ("--language", "en", "--config", str(config), *arguments)
        console = Running(tmp_path / "console", *how, env=three_monitors.screen.env())
        running.append(console)
        return console.start("run")

    yield started
    for console in running:
        console.__exit__()


def placed(console: Running, window: str, monitor: Monitor, after: int = 0) -> None:
    """The window says that it stands there, and X says so too."""
    console.wait_for("WindowPlaced", window=window, screen=monitor.name, after=after)


def x_windows(screen: Screen, pid: int) -> list[list[int]]:
    """Left, top, width, height of every window of the program that can be seen, from left to right."""
    find = ["xdotool", "search", "--onlyvisible", "--pid", str(pid), "--name", "Watchroom"]
    found = subprocess.run(find, env=screen.env(), capture_output=True, text=True).stdout.split()
    boxes = []
    for window in found:
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", window], env=screen.env(), capture_output=True, text=True
        ).stdout
        facts = dict(line.split("=") for line in told.split())
        if facts:
            boxes.append([int(facts[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")])
    return sorted(boxes)


def stand(screen: Screen, console: Running, *monitors: Monitor) -> None:
    """Sooner or later one window fills each of these monitors, and there is no other."""
    wanted = sorted(monitor.box for monitor in monitors)
    wait_until(lambda: x_windows(screen, console.child.pid) == wanted, 10, f"windows at {wanted}")


def test_a_wall_is_parked_when_its_cable_is_pulled_and_returns_exactly_when_it_is_put_back(
    start: Start, three_monitors: Monitors
) -> None:
    console = start()
    screen = three_monitors.screen
    placed(console, "wall-2", RIGHT)
    stand(screen, console, LEFT, MID, RIGHT)

    three_monitors.unplug(RIGHT)
    console.wait_for("ScreenLost", screen="RIGHT", role="wall-2")
    console.wait_for("WindowParked", window="wall-2")
    console.wait_for("LinkDown", kind="screen", name="wall-2")
    stand(screen, console, LEFT, MID)

    seen = len(console.events())
    three_monitors.plug(RIGHT)
    placed(console, "wall-2", RIGHT, after=seen)
    console.wait_for("ScreenBack", screen="RIGHT", role="wall-2")
    console.wait_for("LinkUp", kind="screen", name="wall-2")
    stand(screen, console, LEFT, MID, RIGHT)

    assert console.stop() == 0
    told = [(e.kind, e.data["role"]) for e in entries(console.data) if e.kind.startswith("Screen")]
    assert told[3:] == [("ScreenLost", "wall-2"), ("ScreenBack", "wall-2")]
    assert_verifies(console.data)


def test_the_desk_takes_a_walls_screen_when_its_own_is_gone_and_gives_it_back(
    start: Start, three_monitors: Monitors
) -> None:
    console = start()
    placed(console, "desk", LEFT)
    three_monitors.unplug(LEFT)
    placed(console, "desk", MID)
    console.wait_for("WindowParked", window="wall-1")
    stand(three_monitors.screen, console, MID, RIGHT)

    seen = len(console.events())
    three_monitors.plug(LEFT, primary=True)
    placed(console, "desk", LEFT, after=seen)
    placed(console, "wall-1", MID, after=seen)
    stand(three_monitors.screen, console, LEFT, MID, RIGHT)


def test_a_monitor_turned_upright_gets_an_upright_wall(start: Start, three_monitors: Monitors) -> None:
    console = start()
    placed(console, "wall-2", RIGHT)
    seen = len(console.events())
    three_monitors.unplug(RIGHT)
    console.wait_for("ScreenLost", screen="RIGHT")
    upright = Monitor("RIGHT", 3840, 608, 1080, 160)
    three_monitors.plug(upright)
    placed(console, "wall-2", upright, after=seen)
    stand(three_monitors.screen, console, LEFT, MID, upright)


def test_roles_and_what_a_wall_shows_survive_a_kill(config: Path, start: Start, three_monitors: Monitors) -> None:
    cameras = [f"C-{n},{n},{n}号机,Camera {n},fixed,,,,,,,,,,,,,," for n in range(1, 41)]
    (config.parent / "site" / "cameras.csv").write_text("\n".join([CAMERA_HEAD, *cameras]) + "\n", encoding="utf-8")
    console = start()
    placed(console, "wall-2", RIGHT)
    press(three_monitors.screen, console.child.pid, "Next", title="wall-1$")  # Page Down
    wait_until(lambda: kept(console, "wall").get("surfaces", {}).get("wall-1", {}).get("first"), 2, "the page on disk")
    before, layout = kept(console, "wall"), kept(console, "screens")
    console.kill()

    roles = {"LEFT": "wall-1", "MID": "desk", "RIGHT": "wall-5"}
    for one in layout["screens"]:
        one["role"] = roles[one["name"]]
    (console.data / "kept" / "screens-desk-1.json").write_text(json.dumps(layout))
    seen = len(console.events())
    again = start()
    placed(again, "desk", MID, after=seen)
    placed(again, "wall-5", RIGHT, after=seen)
    stand(three_monitors.screen, again, LEFT, MID, RIGHT)
    assert again.stop() == 0
    assert kept(again, "wall")["surfaces"]["wall-1"] == before["surfaces"]["wall-1"]


def kept(console: Running, what: str) -> dict[str, Any]:
    """What the program has on disk for its next start."""
    path = console.data / "kept" / f"{what}-desk-1.json"
    return json.loads(path.read_text()) if path.exists() else {}  # type: ignore[no-any-return]


def test_a_damaged_layout_is_set_aside_and_named_and_the_defaults_are_used(
    start: Start, three_monitors: Monitors
) -> None:
    console = start()
    console.kill()
    kept = console.data / "kept" / "screens-desk-1.json"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text('{"schema": 1, "screens": [')
    seen = len(console.events())
    again = start()
    again.wait_for("LinkDown", kind="kept", name="screens-desk-1", reason="damaged")
    placed(again, "desk", LEFT, after=seen)
    assert kept.with_suffix(".damaged.json").exists()


def test_a_wall_position_has_walls_only_and_a_kiosk_of_it_ends_when_told_to_terminate(
    start: Start, three_monitors: Monitors
) -> None:
    console = start("--position", "wall-1", "--kiosk")
    for window, monitor in (("wall-1", LEFT), ("wall-2", MID), ("wall-3", RIGHT)):
        placed(console, window, monitor)
    stand(three_monitors.screen, console, LEFT, MID, RIGHT)
    assert console.stop() == 0


def has_keyboard(screen: Screen, title: str) -> None:
    """Sooner or later it is the window with this title."""

    def titled() -> bool:
        ask = ["xdotool", "getwindowfocus", "getwindowname"]
        return subprocess.run(ask, env=screen.env(), capture_output=True, text=True).stdout.strip() == title

    wait_until(titled, 10, f"{title} to have the keyboard")


@pytest.mark.parametrize("how", [(), ("--kiosk",)])
def test_without_a_window_manager_the_desk_has_the_keyboard_at_the_start_and_when_the_window_with_it_is_gone(
    start: Start, three_monitors: Monitors, how: tuple[str, ...]
) -> None:
    console = start(*how)
    screen = three_monitors.screen
    stand(screen, console, LEFT, MID, RIGHT)
    has_keyboard(screen, "Watchroom desk-1")
    strike(screen, "ctrl+r")
    console.wait_for("SiteUnchanged")
    press(screen, console.child.pid, "Next", title="wall-2$")
    has_keyboard(screen, "Watchroom desk-1, wall-2")
    three_monitors.unplug(RIGHT)
    has_keyboard(screen, "Watchroom desk-1")


def test_a_kiosk_stays_until_its_keys_are_pressed_twice(start: Start, three_monitors: Monitors) -> None:
    console = start("--kiosk")
    screen = three_monitors.screen
    stand(screen, console, LEFT, MID, RIGHT)
    press(screen, console.child.pid, "alt+F4")
    press(screen, console.child.pid, "ctrl+shift+q")
    stand(screen, console, LEFT, MID, RIGHT)  # all are still there, and the program asks
    press(screen, console.child.pid, "ctrl+shift+q")
    assert console.child.wait(15) == 0
