"""The video process is killed, or a camera freezes: nothing old looks live, all comes back, alarms do not care."""

from __future__ import annotations

import contextlib
import time

import psutil
import pytest

from console.framecode import FrameCode
from tests.servers.pulseaudio import SoundServer
from tests.servers.xvfb import LEFT, MID, RIGHT
from tests.system.eyes import Picture, Watch
from tests.system.showing import Show, Stage, camera
from tests.waiting import wait_until

pytestmark = pytest.mark.alone

STALE_S = 1.5
LOOKED_S = 0.25  # a window paints and a test looks some moments later
BACK_S = 3.0
LAST_S = 0.4  # what the dead process had sent is painted by then
KILLS = 3


def test_after_each_kill_nothing_old_looks_live_and_every_picture_is_back_within_three_seconds(show: Show) -> None:
    for _ in range(KILLS):
        watch = Watch(show.eyes, show.settled(timeout=20))
        killed_pid = show.video().pid
        psutil.Process(killed_pid).kill()
        killed = time.monotonic()
        watch.until(lambda: all(one.changed_after(killed + LAST_S) for one in watch.seen), 10, "every picture again")  # noqa: B023
        late = {one.picture.number: one.changed_after(killed + LAST_S) - killed for one in watch.seen}
        assert max(late.values()) <= BACK_S, late
        old = {one.picture.number: one.oldest for one in watch.seen}
        assert max(old.values()) <= STALE_S + LOOKED_S, old
        assert show.video().pid != killed_pid


def test_while_no_video_process_lives_alarms_are_raised_sound_and_can_be_acknowledged(
    stage: Stage, sound_server: SoundServer
) -> None:
    show = stage.start("--sound")
    before = show.settled()
    show.console.wait_for("LinkUp", kind="audio")
    seen = len(show.console.events())
    pid = show.pid

    def is_dead() -> bool:
        """Whatever was started again is not there for long."""
        for child in psutil.Process(pid).children():
            with contextlib.suppress(psutil.NoSuchProcess):
                if "console.videod" in child.cmdline():
                    child.kill()
        return True

    def meanwhile(event: str, **fields: str) -> None:
        """It happens although there is no video process all the time."""
        wait_until(lambda: is_dead() and show.console.named(event, seen, **fields), 10, f"{event} {fields}")

    is_dead()
    show.broker.publish("site/d1/smoke", '{"v": true}')
    meanwhile("AlarmRaised", point="site/d1#smoke")
    meanwhile("SoundChanged", tone="fire")
    meanwhile("PictureStale")
    wait_until(lambda: is_dead() and not any(code(show, one) for one in before), 5, "nothing to look live any more")
    assert all(show.eyes.is_grey(inside(one)) for one in before if one.box[0] >= MID.left and one.number < 17)
    show.press("F2")
    meanwhile("AlarmAcknowledged", alarm="site/d1#smoke/1")
    meanwhile("SoundChanged", tone="")
    show.large(LEFT, 1)
    show.shows(MID, *range(1, 17), timeout=30)


def inside(picture: Picture) -> tuple[int, int, int, int]:
    """The upper half of a picture: no caption, whose colour says nothing, reaches up there."""
    left, top, width, height = picture.box
    return left, top, width, height // 2


@pytest.mark.parametrize("number", [1, 20])
def test_a_frozen_camera_goes_grey_in_a_second_and_a_half_and_lives_again_by_itself(show: Show, number: int) -> None:
    seen = show.settled()
    watch = Watch(show.eyes, [one for one in seen if one.number == number])
    watch.until(lambda: all(one.changes for one in watch.seen), 10, f"camera {number} to be live")
    before = len(show.console.events())
    show.cameras.fault(number, "stall")
    watch.until(lambda: all(one.greyed for one in watch.seen), 10, f"the pictures of camera {number} to go grey")
    for one in watch.seen:
        assert one.greyed[-1] - one.changes[-1] <= STALE_S + LOOKED_S
        assert one.greyed[-1] - one.changes[-1] >= STALE_S - LOOKED_S
        assert show.eyes.is_grey(inside(one.picture))
    assert show.console.wait_for("PictureStale", after=before, camera=camera(number))["age_ms"] <= 1_600
    assert number in [one.number for one in show.eyes.old_pictures(LEFT, MID, RIGHT)]
    show.cameras.fault(number, "none")
    wait_until(lambda: all(code(show, one.picture) for one in watch.seen), 20, f"camera {number} to live again")
    show.console.wait_for("PictureLive", after=before, camera=camera(number))


def code(show: Show, picture: Picture) -> FrameCode | None:
    return show.eyes.live_frame(picture.box)
