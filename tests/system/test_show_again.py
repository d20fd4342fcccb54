"""Everything is as it was: after a cable was pulled, after a kill, after an alarm."""

from __future__ import annotations

import signal
import time
from typing import cast

import numpy as np
import pytest

from tests.servers.pulseaudio import SoundServer
from tests.servers.xvfb import LEFT, MID, RIGHT, Monitors
from tests.system.eyes import Image, Picture, alike
from tests.system.guarded import Guarded
from tests.system.journal import entries
from tests.system.showing import CAMERAS, Show, Stage, camera
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

SECOND_PAGE = range(17, CAMERAS + 1)
BACK_S = 5.0
KEPT_S = 3.0
ZOOMED = (MID.left + 480, 0, 480, 270)  # tile 2 of sixteen
INSET = (MID.left + 480 + 240, 60, 240, 110)  # where a zoomed picture shows which part it is
STEADY = 12  # levels by which two pictures of one place differ at most on average: somebody may walk there


def arrange(show: Show) -> tuple[list[Picture], Image]:
    """The first wall by hand: its second page, one picture zoomed, camera 17 once more on tile 3."""
    show.press("Next", title="wall-1$")
    show.shows(MID, *SECOND_PAGE)
    for button in (1, 4, 4):  # selected, then zoomed with the wheel
        show.click(ZOOMED[0] + 240, 100, button)
    show.rest_pointer()
    show.press("1", "7", "asterisk", "3", "Return", title="wall-1$")
    return show.shows(MID, 17, 17, 20, 21, 22, 23, 24), show.eyes.part(ZOOMED)


def is_arranged(show: Show, before: list[Picture], zoomed: Image) -> bool:
    return alike(show.eyes.pictures(MID), before) and differ(show.eyes.part(ZOOMED), zoomed) < STEADY


def differ(one: Image, other: Image) -> float:
    return float(abs(one.astype(np.int16) - other).mean())


def test_a_wall_whose_cable_was_pulled_is_the_same_wall_again_and_alarms_go_on_meanwhile(show: Show) -> None:
    before = show.settled()
    show.monitors.unplug(RIGHT)
    show.console.wait_for("WindowParked", window="wall-2")
    alarm = show.fire(1)["alarm"]
    show.console.wait_for("CameraShown", alarm=alarm, window="wall-1")  # the last wall that is left has the region
    show.large(LEFT, 1)
    show.shows_among(MID, 1, 2, 7, 8)
    show.press("Escape")
    show.shows(MID, *range(1, 17))
    show.press("ctrl+d")
    show.console.wait_for("NoticeDismissed", code="screen wall-2")
    show.monitors.plug(RIGHT)
    wait_until(lambda: alike(show.eyes.pictures(MID, RIGHT, LEFT), before), 15, "the same pictures everywhere")


def test_a_killed_console_shows_the_same_walls_and_alarms_and_sounds_again(
    stage: Stage, sound_server: SoundServer
) -> None:
    show = stage.start("--sound")
    show.settled()
    wall, zoomed = arrange(show)
    alarms = [show.fire(zone)["alarm"] for zone in (1, 2)]
    show.shows(RIGHT, 1, 2)
    show.press("F2")
    show.console.wait_for("AlarmAcknowledged", alarm=alarms[0])
    wait_until(lambda: is_written(show, "AlarmAcknowledged"), KEPT_S, "the acknowledgement in the journal")
    wait_until(lambda: "wall-1" in kept(show), KEPT_S, "the walls on disk")
    show.console.kill()
    seen = len(show.console.events())

    again = stage.start("--sound")
    assert again.console.wait_for("Started", after=seen)["open_alarms"] == 2
    again.console.wait_for("SoundChanged", after=seen, tone="fire")
    again.console.wait_for("CameraShown", after=seen, window="wall-2", alarm=alarms[1], camera=camera(2))
    wait_until(lambda: is_arranged(again, wall, zoomed), 15, f"the same wall: {again.numbers(MID)}")
    again.large(RIGHT, 2, 1000)
    assert not again.console.named("AlarmRaised", seen)


def is_written(show: Show, kind: str) -> bool:
    """Whether an entry of that kind has been committed: what is not goes with a killed console."""
    return any(entry.kind == kind for entry in entries(show.console.data))


def kept(show: Show) -> str:
    """What is on disk of the walls."""
    path = show.console.data / "kept" / "wall-desk-1.json"
    return path.read_text() if path.exists() else ""


def test_under_its_guardian_a_killed_console_has_its_windows_back_within_five_seconds(stage: Stage) -> None:
    show = stage.start(kind=Guarded)
    before = show.settled()
    alarm = show.fire(3)["alarm"]
    show.large(LEFT, 3)
    seen = len(show.console.events())
    guarded = cast(Guarded, show.console)
    dead, killed = guarded.signal_console(signal.SIGKILL)
    for window in ("desk", "wall-1", "wall-2"):
        show.console.wait_for("WindowPlaced", after=seen, window=window)
    assert time.monotonic() - killed <= BACK_S
    assert guarded.wait_for_console(not_pid=dead) != dead
    show.console.wait_for("CameraShown", after=seen, alarm=alarm, window="desk-1", camera=camera(3))
    first_wall = [one for one in before if MID.left <= one.box[0] < RIGHT.left]
    wait_until(lambda: alike(show.eyes.pictures(MID), first_wall), 15, "the same wall")


def test_after_an_alarm_esc_gives_back_exactly_what_was_there(stage: Stage, three_monitors: Monitors) -> None:
    three_monitors.unplug(RIGHT)  # with one wall the alarm takes half of it
    show = stage.start()
    show.shows(MID, *range(1, 17))
    wall, zoomed = arrange(show)
    desk = wait_until(lambda: seen if len(seen := show.eyes.pictures(LEFT)) == 4 else [], 10, "the desk's four")
    alarm = show.fire(1)["alarm"]
    show.console.wait_for("CameraShown", alarm=alarm, window="wall-1")
    show.large(LEFT, 1)
    assert not alike(show.eyes.pictures(MID), wall)
    show.press("F4")
    show.large(LEFT, 7)
    show.press("F3")
    show.large(LEFT, 1)
    show.press("Escape")
    wait_until(lambda: is_arranged(show, wall, zoomed), 10, f"the wall as it was: {show.numbers(MID)}")
    wait_until(lambda: alike(show.eyes.pictures(LEFT), desk), 10, f"the desk as it was: {show.numbers(LEFT)}")
    assert not show.console.named("AlarmAcknowledged")
