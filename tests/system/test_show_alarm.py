"""From the message to the pixels: what the desk and the walls show of fires, read from the screens themselves."""

from __future__ import annotations

import pytest

from tests.servers.xvfb import LEFT, RIGHT, Monitor
from tests.system.eyes import Picture, alike
from tests.system.showing import Show, camera
from tests.waiting import wait_until

NEXT_BEST = (2, 7, 8)  # beside camera 1: the other one of its zone, then those of the zone beside it
BAND = (3840, 0, 1920, 160)  # where the alarm wall says what is the matter


@pytest.mark.parametrize(("monitor", "window", "tile", "width"), [
    pytest.param(LEFT, "desk-1", "alarm", 700, id="desk"),
    pytest.param(RIGHT, "wall-2", "region/1", 1000, id="wall"),
])  # fmt: skip
def test_a_smoke_message_is_the_live_picture_of_its_camera_with_the_next_best_beside_it(
    show: Show, monitor: Monitor, window: str, tile: str, width: int
) -> None:
    alarm = show.fire(1)["alarm"]
    shown = show.console.wait_for("CameraShown", alarm=alarm, window=window)
    assert (shown["camera"], shown["tile"], shown["tier"]) == (camera(1), tile, 0)
    show.shows(monitor, 1, *NEXT_BEST)
    first = show.large(monitor, 1, width)
    later = wait_until(lambda: show.large(monitor, 1, width).frame != first.frame, 10, "its next frame")
    assert later and show.large(monitor, 1, width).stands_like(first)


def test_each_of_four_fires_keeps_its_cell_and_a_fifth_waits(show: Show) -> None:
    show.fire(1)
    show.large(RIGHT, 1, 1000)
    cells: list[Picture] = []
    for zone in (2, 3, 4):
        alarm = show.fire(zone)["alarm"]
        show.console.wait_for("CameraShown", alarm=alarm, window="wall-2", camera=camera(zone))
        seen = show.shows(RIGHT, *range(1, zone + 1))
        assert alike([one for one in seen if one.number < zone], cells) or not cells
        cells = seen
    said = show.eyes.part(BAND)
    fifth = show.fire(5)["alarm"]
    show.console.wait_for("CamerasRanked", alarm=fifth)
    wait_until(lambda: (show.eyes.part(BAND) != said).mean() > 0.01, 5, "the band to say that one waits")
    wait_until(lambda: have_gone_on(show, cells), 10, "new frames in all four cells")
    assert not show.console.named("CameraShown", alarm=fifth, window="wall-2")


def have_gone_on(show: Show, before: list[Picture]) -> bool:
    """The same pictures stand on the alarm wall, each with another frame. A look may meet one that is being painted."""
    now, frames = show.eyes.pictures(RIGHT), {one.number: one.frame for one in before}
    return alike(now, before) and all(frames[one.number] != one.frame for one in now)
