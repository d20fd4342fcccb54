"""Every fault of a simulated camera has the effect its description promises, and clearing it heals the camera."""

from __future__ import annotations

import itertools
import socket
import struct
import time
from collections.abc import Iterator

import numpy as np
import pytest

from console.clock import Clock
from console.sim.animation import Reel
from console.sim.cameras import CameraSim, Effect, Fault
from console.sim.clips import SCENES, Rendition, shot_of
from console.sim.run_cameras import Control, obey
from tests.servers.camera_sim import CAMERAS, Decoder, RtspViewer, codes
from tests.waiting import wait_until

CAMERA = "C-001"
NTP_EPOCH = 2_208_988_800


@pytest.fixture
def viewer(camera_sim: CameraSim) -> Iterator[RtspViewer]:
    """A viewer of a camera that is whole again after the test."""
    with RtspViewer(camera_sim, f"{CAMERA}/sub") as made:
        yield made
    camera_sim.fault(CAMERA, None)


def decodable(camera_sim: CameraSim) -> bool:
    with RtspViewer(camera_sim, f"{CAMERA}/sub") as fresh:
        fresh.play()
        return codes(fresh.pictures(1))[0] is not None


def test_stall_keeps_the_connection_and_sends_nothing_until_it_is_over(
    camera_sim: CameraSim, viewer: RtspViewer
) -> None:
    session = viewer.play()
    viewer.packet()
    camera_sim.fault(CAMERA, Fault.STALL)
    assert viewer.ask("GET_PARAMETER", Session=session).status == 200
    viewer._early.clear()
    assert viewer.rtp(0.4) == []
    camera_sim.fault(CAMERA, None)
    assert viewer.rtp(0.4) != []


def test_abort_resets_the_connection_and_every_new_one(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    viewer.play()
    camera_sim.fault(CAMERA, Fault.ABORT)
    with pytest.raises(ConnectionError):
        while True:
            viewer.packet()
    with RtspViewer(camera_sim, f"{CAMERA}/sub") as fresh, pytest.raises(ConnectionError):
        fresh.ask("DESCRIBE")
    camera_sim.fault(CAMERA, None)
    assert decodable(camera_sim)


@pytest.mark.parametrize(("fault", "status"), [(Fault.UNAUTHORISED, 401), (Fault.NOT_FOUND, 404)])
def test_a_camera_can_refuse_everybody(camera_sim: CameraSim, viewer: RtspViewer, fault: Fault, status: int) -> None:
    camera_sim.fault(CAMERA, fault)
    assert viewer.ask("DESCRIBE").status == status
    camera_sim.fault(CAMERA, None)
    assert viewer.ask("DESCRIBE").status == 200


def test_silent_answers_nothing(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.SILENT)
    viewer.socket.settimeout(0.4)
    with pytest.raises(TimeoutError):
        viewer.ask("DESCRIBE")


def test_play_silence_says_yes_and_sends_nothing_but_others_go_on(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    with RtspViewer(camera_sim, f"{CAMERA}/sub") as earlier:
        earlier.play()
        camera_sim.fault(CAMERA, Fault.PLAY_SILENCE)
        viewer.play()
        assert viewer.rtp(0.4) == []
        assert earlier.rtp(0.4) != []


def test_tcp_only_refuses_udp(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.TCP_ONLY)
    assert viewer.setup("RTP/AVP;unicast;client_port=40000-40001").status == 461
    assert viewer.setup().status == 200


def test_no_key_frame_leaves_nothing_to_begin_with(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.NO_KEY_FRAME)
    viewer.play()
    kinds = {packet[12] & 31 for _, packet in viewer.rtp(2.2)}  # longer than a GOP
    assert kinds and not kinds & {5, 7, 8}
    assert all(packet[13] & 31 != 5 for _, packet in viewer.rtp(0.3) if packet[12] & 31 == 28)


def test_the_resolution_changes_in_mid_stream_and_back(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    viewer.play()
    assert viewer.pictures(1)[0].shape == (360, 640, 4)
    for fault, shape in ((Fault.RESOLUTION_CHANGE, (252, 448, 4)), (None, (360, 640, 4))):
        camera_sim.fault(CAMERA, fault)
        decoder, end, found = Decoder(), time.monotonic() + 60, (0,)
        while found != shape and time.monotonic() < end:
            channel, data = viewer.packet()
            found = next((p.shape for p in decoder.feed(data)), found) if channel == 0 else found
        assert found == shape


def test_a_wrong_clock_is_an_hour_ahead(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.WRONG_CLOCK)
    viewer.play()
    report = next(data for channel, data in iter(viewer.packet, None) if channel == 1)
    seconds = struct.unpack(">I", report[8:12])[0] - NTP_EPOCH
    assert seconds - Clock().now_ms() / 1000 == pytest.approx(3600, abs=5)


def test_a_slow_link_carries_no_more_than_64_kbit_a_second(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    viewer.play()
    normal = sum(len(p) for _, p in viewer.rtp(1.5))
    camera_sim.fault(CAMERA, Fault.SLOW_LINK)
    viewer.rtp(0.3)
    slow = sum(len(p) for _, p in viewer.rtp(1.5))
    assert normal > 30_000
    assert 0 < slow < 2 * 8_000
    camera_sim.fault(CAMERA, None)
    viewer.socket.settimeout(5)
    assert len(viewer.pictures(3)) == 3  # the packet that was half sent did not break the stream


def udp_packets(camera_sim: CameraSim, viewer: RtspViewer, seconds: float) -> list[bytes]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ears:
        ears.bind(("127.0.0.1", 0))
        port = ears.getsockname()[1]
        assert viewer.setup(f"RTP/AVP;unicast;client_port={port}-{port + 1}").status == 200
        assert viewer.ask("PLAY").status == 200
        end, found = time.monotonic() + seconds, []
        while (left := end - time.monotonic()) > 0:
            ears.settimeout(left)
            try:
                found.append(ears.recv(2000))
            except TimeoutError:
                break
    return found


def sequences(packets: list[bytes]) -> list[int]:
    return [int.from_bytes(p[2:4], "big") for p in packets]


def test_udp_comes_complete_and_in_order_without_a_fault(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    found = sequences(udp_packets(camera_sim, viewer, 0.6))
    assert len(found) > 4
    assert all((b - a) & 0xFFFF == 1 for a, b in itertools.pairwise(found))


def test_a_lossy_network_loses_packets(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.LOSSY)
    found = sequences(udp_packets(camera_sim, viewer, 2.5))
    span = (found[-1] - found[0]) & 0xFFFF
    assert 0.5 * span < len(found) < span + 1


def test_reordered_packets_all_arrive_in_another_order(camera_sim: CameraSim, viewer: RtspViewer) -> None:
    camera_sim.fault(CAMERA, Fault.REORDER)
    found = sequences(udp_packets(camera_sim, viewer, 2.2))
    steps = [(b - a + 0x8000 & 0xFFFF) - 0x8000 for a, b in itertools.pairwise(found)]
    assert any(step < 0 for step in steps)
    assert len(set(found)) == len(found)


@pytest.fixture(scope="module")
def looks() -> dict[Effect | None, list[np.ndarray]]:
    """Brightness of every frame of the camera's loop, clear and with smoke."""
    camera = next(c for c in CAMERAS if c.id == CAMERA)
    shots = {e: shot_of(camera.scene, camera.number, camera.name, Rendition.SUB, e) for e in (None, Effect.SMOKE)}
    return {e: [canvas.luma[::6, ::6].copy() for canvas in Reel(shot, SCENES).frames()] for e, shot in shots.items()}


def test_smoke_is_drawn_from_the_next_key_frame_on_and_goes_away(
    camera_sim: CameraSim, viewer: RtspViewer, looks: dict[Effect | None, list[np.ndarray]]
) -> None:
    viewer.play()
    decoder = Decoder()
    for effect in (Effect.SMOKE, None):
        camera_sim.effect(CAMERA, effect).result(90)
        end, seen = time.monotonic() + 6, "nothing"
        while seen != effect and time.monotonic() < end:
            channel, data = viewer.packet()
            for picture in decoder.feed(data) if channel == 0 else []:
                seen = nearest(picture, looks)
        assert seen == effect


def nearest(picture: np.ndarray, looks: dict[Effect | None, list[np.ndarray]]) -> Effect | None:
    """Which look of its frame the picture is closer to."""
    code = codes([picture])[0]
    assert code is not None
    luma = 16 + picture[::6, ::6, :3] @ np.array([25, 129, 66]) / 256
    return min(looks, key=lambda effect: float(np.abs(luma - looks[effect][code.frame]).mean()))


def test_the_control_line_sets_and_clears_faults_and_counts(camera_sim: CameraSim) -> None:
    control = Control(camera_sim, 0)
    try:
        with socket.create_connection(("127.0.0.1", control.port), 5) as line, line.makefile("rw") as text:
            for asked, wanted in ((f"fault {CAMERA} stall", "ok"), ("stat", f'"{CAMERA}": "stall"'),
                                  (f"fault {CAMERA} none", "ok"), ("fault nobody stall", "error"),
                                  (f"fault {CAMERA} sulk", "error"), ("sing", "error")):  # fmt: skip
                text.write(asked + "\n")
                text.flush()
                assert wanted in text.readline(), asked
    finally:
        control.close()


def test_the_control_line_draws_smoke(camera_sim: CameraSim) -> None:
    assert obey(camera_sim, f"effect {CAMERA} smoke") == "ok"
    assert camera_sim.stat()["effects"] == {CAMERA: "smoke"}
    assert obey(camera_sim, f"effect {CAMERA} none") == "ok"
    wait_until(lambda: camera_sim.stat()["effects"] == {}, 5, "the effect is over")
