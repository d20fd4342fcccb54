"""The Ptz port by ONVIF: a real process, real requests, a real server whose heads turn."""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from console.backends.ptz import OnvifPtz
from console.errors import BackendError
from console.inbox import Inbox
from console.looks import CameraClock
from console.model import Camera, CameraId, CameraKind, Site
from console.ptz.port import Aim, PtzDone, PtzFailed, PtzKnown, PtzTrouble, Skill, Velocity
from console.sim.head import Head
from console.sim.onvif import OnvifServer, SimDevice
from console.sim.onvif.device import Ailment
from console.sim.onvif.server import DENIED, UNANSWERED
from tests.servers.ports import free_port
from tests.waiting import wait_until

GATE, YARD, DOOR = CameraId("gate"), CameraId("yard"), CameraId("door")
USER, PASSWORD = "viewer", "gate-7"


def camera(id_: CameraId, url: str = "", secret: str = "") -> Camera:
    return Camera(id_, 1, id_, id_, CameraKind.PTZ, None, user=USER if secret else "", secret=secret, onvif_url=url)


@dataclass
class Rig:
    """A running backend, the devices it talks to and what it posted."""

    ptz: OnvifPtz
    server: OnvifServer
    inbox: Inbox
    posted: list[object] = field(default_factory=list)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def head(self, id_: CameraId) -> Head:
        head = self.server.devices[id_].head
        assert head is not None
        return head

    def answer(self, number: int) -> PtzDone | PtzFailed:
        """What became of an order."""
        found: list[PtzDone | PtzFailed] = []

        def look() -> bool:
            self.inbox.drain(self.posted.append, lambda item, error: None)
            found[:] = [x for x in self.posted if isinstance(x, PtzDone | PtzFailed) and x.order == number]
            return bool(found)

        wait_until(look, 20.0)
        return found[0]

    def heard(self, kind: type) -> list[object]:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return [item for item in self.posted if isinstance(item, kind)]


def secret(reference: str) -> str:
    if reference == "env:NOWHERE":
        raise BackendError("there is no such variable")
    return PASSWORD if reference == "env:GATE" else "wrong"


@pytest.fixture(scope="module")
def shared() -> Iterator[Rig]:
    yield from opened()


@pytest.fixture
def rig(shared: Rig) -> Rig:
    """The process is shared, since its start takes its time; what the devices heard and do is new."""
    for id_ in (GATE, YARD):
        number = next(shared.numbers)
        shared.ptz.halt(number, id_)
        shared.answer(number)
    for device in shared.server.devices.values():
        device.ailment = None
        device.heard.clear()
    return shared


@pytest.fixture
def own() -> Iterator[Rig]:
    """A process that a test may kill or end."""
    yield from opened()


def opened() -> Iterator[Rig]:
    devices = [
        SimDevice(
            GATE, "Gate", "rtsp://h/s", "rtsp://h/m", Head(("门", "窗口")), USER, PASSWORD, clock_offset_ms=90_000
        ),
        SimDevice(YARD, "Yard", "rtsp://h/s", "rtsp://h/m", Head()),
        SimDevice(DOOR, "Door", "rtsp://h/s", "rtsp://h/m"),
    ]
    server, inbox = OnvifServer(devices), Inbox()
    server.start()
    cameras = [
        camera(GATE, "{onvif}/gate/onvif/device_service", "env:GATE"),
        camera(YARD, "{onvif}/yard/onvif/device_service"),
        camera(DOOR, "{onvif}/door/onvif/device_service"),
        camera(CameraId("thief"), "{onvif}/gate/onvif/device_service", "env:OTHER"),
        camera(CameraId("lost"), "{onvif}/gate/onvif/device_service", "env:NOWHERE"),
        camera(CameraId("away"), f"http://127.0.0.1:{free_port()}/onvif/device_service"),
        camera(CameraId("plain")),
    ]
    ptz = OnvifPtz(cameras, server.base, secret, inbox, clock_s=3.0)
    ptz.start()
    yield Rig(ptz, server, inbox)
    ptz.stop()
    server.stop()


def near(head: Head, aim: Aim) -> bool:
    """It stands there."""
    here = head.aim()
    return not head.is_moving and all(
        abs(a - b) < 1e-3 for a, b in ((here.pan, aim.pan), (here.tilt, aim.tilt), (here.zoom, aim.zoom))
    )


def turn(rig: Rig, id_: CameraId = GATE, pan: float = 0.5) -> int:
    number = next(rig.numbers)
    rig.ptz.drive(number, id_, Velocity(pan=pan))
    return number


def test_a_head_turns_while_the_hand_is_on_it_and_stands_when_it_lets_go(rig: Rig) -> None:
    number = turn(rig)
    assert rig.answer(number) == PtzDone(number, GATE)
    begin = rig.head(GATE).aim().pan
    wait_until(lambda: rig.head(GATE).aim().pan > begin, 20.0)
    halt = next(rig.numbers)
    rig.ptz.halt(halt, GATE)
    assert rig.answer(halt) == PtzDone(halt, GATE)
    assert not rig.head(GATE).is_moving


def test_a_hand_that_goes_on_turns_it_further_than_one_that_died(rig: Rig) -> None:
    number = turn(rig, pan=0.2)
    rig.answer(number)

    def hold() -> bool:
        rig.ptz.drive(number, GATE, Velocity(pan=0.2))
        return rig.server.devices[GATE].heard.count("ContinuousMove") >= 3

    wait_until(hold, 20.0)
    assert "Stop" not in rig.server.devices[GATE].heard
    device = rig.server.devices[GATE]
    with device.seen:  # nobody says a word any more: the dead man's switch
        assert device.seen.wait_for(lambda: "Stop" in device.heard, 20.0)
    wait_until(lambda: not rig.head(GATE).is_moving, 20.0)


def test_a_head_stops_by_itself_when_the_process_that_turned_it_is_killed(own: Rig) -> None:
    own.answer(turn(own))
    os.kill(own.ptz.pid, signal.SIGKILL)
    wait_until(lambda: not own.head(GATE).is_moving, 20.0)
    assert own.head(GATE).aim().pan < 1.0
    before = own.head(GATE).aim().pan
    again = turn(own)
    assert isinstance(own.answer(again), PtzDone | PtzFailed)
    wait_until(lambda: own.head(GATE).aim().pan > before or bool(own.ptz.drive(again, GATE, Velocity(0.5))), 20.0)


def test_what_turns_is_stopped_when_the_console_ends(own: Rig) -> None:
    own.answer(turn(own))
    own.ptz.stop()
    assert own.server.devices[GATE].heard[-1] == "Stop"
    assert not own.head(GATE).is_moving


def test_a_head_that_is_gone_from_the_site_is_stopped_first(own: Rig) -> None:
    own.answer(turn(own))
    own.ptz.take_site(Site("s", "s", "UTC", (0.0, 0.0), onvif_base=own.server.base))
    device = own.server.devices[GATE]
    with device.seen:
        assert device.seen.wait_for(lambda: "Stop" in device.heard, 20.0)
    number = turn(own)
    assert own.answer(number) == PtzFailed(number, GATE, PtzTrouble.NO_ADDRESS)


def test_presets_by_name_and_the_way_back(rig: Rig) -> None:
    head, first = rig.head(GATE), next(rig.numbers)
    head.turn_to(Aim(0.2, 0.1, 0.3))
    wait_until(lambda: not head.is_moving, 20.0)
    rig.ptz.recall(first, GATE, "窗口")
    done = rig.answer(first)
    assert isinstance(done, PtzDone)
    assert done.before is not None
    assert (done.before.pan, done.before.tilt, done.before.zoom) == pytest.approx((0.2, 0.1, 0.3), abs=1e-4)
    wait_until(lambda: near(head, head.presets()[1].aim), 20.0)
    back = next(rig.numbers)
    rig.ptz.aim(back, GATE, done.before)
    rig.answer(back)
    wait_until(lambda: near(head, Aim(0.2, 0.1, 0.3)), 20.0)


def test_a_preset_is_stored_once_under_its_name_and_replaced_the_second_time(rig: Rig) -> None:
    for pan in (0.5, -0.5):
        rig.head(GATE).turn_to(Aim(pan, 0.0, 0.0))
        wait_until(lambda: not rig.head(GATE).is_moving, 20.0)
        number = next(rig.numbers)
        rig.ptz.store(number, GATE, "道闸")
        assert isinstance(rig.answer(number), PtzDone)
    stored = [preset for preset in rig.head(GATE).presets() if preset.name == "道闸"]
    assert [preset.aim.pan for preset in stored] == [-0.5]


def test_it_says_what_a_head_can_do(rig: Rig) -> None:
    rig.ptz.ask(next(rig.numbers), YARD)
    wait_until(lambda: bool(rig.heard(PtzKnown)), 20.0)
    assert rig.heard(PtzKnown) == [PtzKnown(YARD, frozenset(Skill), ())]


def test_a_point_of_the_picture_comes_into_its_middle_and_the_home_position_is_found(rig: Rig) -> None:
    head, centre, home = rig.head(YARD), next(rig.numbers), next(rig.numbers)
    rig.ptz.centre(centre, YARD, 0.5, 0.0)
    assert isinstance(rig.answer(centre), PtzDone)
    wait_until(lambda: head.aim().pan > 0.1 and not head.is_moving, 20.0)
    rig.ptz.go_home(home, YARD)
    rig.answer(home)
    wait_until(lambda: near(head, Aim(0.0, 0.0, 0.0)), 20.0)


@pytest.mark.parametrize(
    ("id_", "code"),
    [
        ("thief", PtzTrouble.WRONG_PASSWORD),
        ("lost", PtzTrouble.PASSWORD_UNREADABLE),
        ("away", PtzTrouble.UNREACHABLE),
        ("plain", PtzTrouble.NO_ADDRESS),
        ("door", PtzTrouble.UNABLE),
    ],
)
def test_each_reason_for_a_head_not_to_turn_has_a_name(rig: Rig, id_: str, code: PtzTrouble) -> None:
    wait_until(lambda: rig.ptz.pid > 0, 20.0)
    if id_ == "lost":
        rig.answer(turn(rig))  # by then the child has been told of everybody
    failed = rig.answer(turn(rig, CameraId(id_)))
    assert isinstance(failed, PtzFailed)
    assert failed.code is code
    assert PASSWORD not in failed.about


def test_a_wrong_password_is_not_tried_again_and_again(rig: Rig) -> None:
    rig.answer(turn(rig, CameraId("thief")))
    denied = rig.server.devices[GATE].heard.count(DENIED)
    for _ in range(5):
        failed = rig.answer(turn(rig, CameraId("thief")))
        assert isinstance(failed, PtzFailed)
        assert failed.code is PtzTrouble.WRONG_PASSWORD
    assert rig.server.devices[GATE].heard.count(DENIED) == denied


@pytest.mark.parametrize(
    ("ailment", "code"),
    [
        (Ailment.SILENT, PtzTrouble.NO_ANSWER),
        (Ailment.REFUSING, PtzTrouble.REFUSED),
        (Ailment.HUGE, PtzTrouble.MALFORMED),
        (Ailment.ENTITIES, PtzTrouble.MALFORMED),
        (Ailment.GARBAGE, PtzTrouble.MALFORMED),
    ],
)
def test_a_hostile_device_costs_its_own_order_and_no_other_camera(rig: Rig, ailment: Ailment, code: PtzTrouble) -> None:
    rig.server.devices[YARD].ailment = ailment
    bad, good = turn(rig, YARD), turn(rig, GATE)
    assert isinstance(rig.answer(good), PtzDone)
    failed = rig.answer(bad)
    assert isinstance(failed, PtzFailed)
    assert failed.code is code
    rig.server.devices[YARD].ailment = None
    assert isinstance(rig.answer(turn(rig, YARD)), PtzDone)


def test_a_stop_does_not_wait_for_a_camera_that_answers_nothing_else(rig: Rig) -> None:
    rig.answer(turn(rig))
    recall, halt = next(rig.numbers), next(rig.numbers)
    device = rig.server.devices[GATE]
    device.ailment = Ailment.SILENT
    rig.ptz.recall(recall, GATE, "门")
    with device.seen:
        assert device.seen.wait_for(lambda: UNANSWERED in device.heard, 20.0)
    device.ailment = None
    rig.ptz.halt(halt, GATE)
    assert rig.answer(halt) == PtzDone(halt, GATE)
    given_up = rig.answer(recall)
    assert isinstance(given_up, PtzFailed)
    assert given_up.code is PtzTrouble.NO_ANSWER
    assert not rig.head(GATE).is_moving


def test_the_clocks_of_the_cameras_are_told(rig: Rig) -> None:
    rig.answer(turn(rig))
    wait_until(lambda: any(isinstance(x, CameraClock) and x.camera == GATE for x in rig.heard(CameraClock)), 120.0)
    told = next(x for x in rig.heard(CameraClock) if isinstance(x, CameraClock) and x.camera == GATE)
    assert abs(told.offset_ms - 90_000) <= told.within_ms + 50
