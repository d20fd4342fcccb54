"""Cameras that are not of our making: GStreamer's RTSP server with H.264 and H.265, TCP and UDP, Digest and TLS."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from console.backends.video.process import VideoProcess
from console.clock import Clock
from console.config.schema import VideoConfig, VideoHost
from console.inbox import Inbox
from console.looks import StreamMeasured, Survey
from console.model import AlarmId, Camera, CameraId, CameraKind, Quality
from console.ports import CameraChanged, CameraState, ClipFailed, ClipOrder, ClipSaved, Detail, Frame
from tests.servers import certificates
from tests.servers.gstreamer import GStreamer
from tests.waiting import wait_until

USER, PASSWORD = "viewer", "gate 7"
COLOURS = {"red": (0, 0, 255), "green": (0, 255, 0), "blue": (255, 0, 0), "white": (255, 255, 255)}  # BGR
SLOW_S = 40.0  # the machine may be busy
pytestmark = pytest.mark.alone  # fifteen real cameras that encode, and promises in seconds


@dataclass
class Room:
    """The video process and what it posted of the cameras below."""

    video: VideoProcess
    inbox: Inbox
    data: Path
    posted: list[object]
    servers: dict[str, GStreamer]

    def everything(self) -> list[object]:
        self.inbox.drain(self.posted.append, lambda item, error: None)
        return self.posted

    def said(self, camera: str) -> list[CameraChanged]:
        return [item for item in self.everything() if isinstance(item, CameraChanged) and item.camera == camera]

    def wait_for(self, camera: str, state: CameraState, since: int = 0) -> CameraChanged:
        def look() -> CameraChanged | None:
            return next((item for item in self.said(camera)[since:][-1:] if item.state is state), None)

        return wait_until(look, SLOW_S, f"{camera} to be {state}")

    def frame(self, slot: int) -> Frame:
        return wait_until(lambda: self.video.frame(slot), SLOW_S, f"a picture in slot {slot}")


SHOWN = {  # camera → its server, its colour
    "tcp-264": ("plain", "red"),
    "reordered": ("plain", "blue"),
    "tcp-265": ("plain", "green"),
    "udp-264": ("plain", "white"),
    "udp-265": ("plain", "blue"),
    "locked": ("locked", "red"),
    "encrypted": ("encrypted", "green"),
    "unverified": ("encrypted", "green"),
}


PLAIN = ("tcp-264", "tcp-265", "udp-264", "udp-265", "reordered", "group")


def cameras(servers: dict[str, GStreamer]) -> list[Camera]:
    plain, locked, encrypted = (servers[name].base for name in ("plain", "locked", "encrypted"))
    told = {
        **{name: (f"{plain}/{name}", "", "") for name in PLAIN},
        "locked": (f"{locked}/locked", PASSWORD, ""),
        "wrong-password": (f"{locked}/locked", "wrong", ""),
        "encrypted": (f"{encrypted}/encrypted", "", ""),
        "unverified": (f"{encrypted.replace('127.0.0.1', 'localhost')}/encrypted", "", ""),
        "untrusted": (f"{servers['stranger'].base}/x", "", ""),
        "tcp-wanted": (f"{plain}/udp-265", "", "tcp"),
        "udp-wanted": (f"{plain}/tcp-264", "", "udp"),
        "restarted": (f"{servers['restarted'].base}/restarted", "", ""),
    }
    return [
        Camera(
            CameraId(name), number, name, name, CameraKind.FIXED, None,
            sub_url=url, user=USER if password else "", secret=password, transport=transport,
        )
        for number, (name, (url, password, transport)) in enumerate(told.items(), 1)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, GStreamer]]:
    folder = tmp_path_factory.mktemp("tls")
    pem = {}
    for name in ("ours", "other"):
        certificate, key = certificates.authority(folder / name).server()
        pem[name] = folder / f"{name}.pem"
        pem[name].write_bytes(certificate.read_bytes() + key.read_bytes())
    plain = ["tcp-264:h264:red:tcp", "tcp-265:h265:green:both", "udp-264:h264:white:udp", "udp-265:h265:blue:udp"]
    plain += ["reordered:h264b:blue:tcp", "group:h264:red:multicast"]
    made = {
        "plain": GStreamer(plain),
        "locked": GStreamer(["locked:h264:red:both"], (USER, PASSWORD)),
        "encrypted": GStreamer(["encrypted:h265:green:both"], certificate=pem["ours"]),
        "stranger": GStreamer(["x:h264:red:both"], certificate=pem["other"]),
        "restarted": GStreamer(["restarted:h264:red:both"]),
    }
    for each in made.values():
        each.start()
    yield made
    for each in made.values():
        each.kill()


@pytest.fixture(scope="module")
def room(servers: dict[str, GStreamer], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    ours = servers["encrypted"].certificate
    assert ours is not None
    config = VideoConfig(
        tls_ca=str(ours.parent / "ours" / "ca.pem"), hosts=(VideoHost("localhost", tls_unverified=True),)
    )
    inbox, data = Inbox(), tmp_path_factory.mktemp("data")
    video = VideoProcess(config, cameras(servers), "", resolve=str, inbox=inbox, clock=Clock(), data=data)
    video.start()
    yield Room(video, inbox, data, [], servers)
    video.stop()


@pytest.mark.parametrize("name", SHOWN)
def test_its_pictures_are_shown(room: Room, name: str) -> None:
    room.wait_for(name, CameraState.LIVE)
    slot = list(SHOWN).index(name)
    room.video.show(slot, CameraId(name), Quality.SUB, 160, 90)
    frame = room.frame(slot)
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.stride)[:, : frame.width * 4]
    middle = pixels.reshape(frame.height, frame.width, 4)[frame.height // 2, frame.width // 2, :3]
    assert np.abs(middle.astype(int) - COLOURS[SHOWN[name][1]]).max() < 40
    live = wait_until(lambda: not room.frame(slot).from_memory, SLOW_S, "a picture that has just come")
    assert live


def test_a_certificate_nobody_looked_at_is_said_to_be_one(room: Room) -> None:
    assert room.wait_for("unverified", CameraState.LIVE).detail is Detail.UNVERIFIED
    assert room.wait_for("encrypted", CameraState.LIVE).detail is Detail.NONE


def test_each_stream_says_what_it_is_and_which_way_it_came(room: Room) -> None:
    for name in SHOWN:
        room.wait_for(name, CameraState.LIVE)
    room.video.survey(Survey(0.2, 0))
    wanted = {
        "tcp-264": ("h264", "tcp"), "tcp-265": ("hevc", "tcp"), "udp-264": ("h264", "udp"), "udp-265": ("hevc", "udp"),
        "reordered": ("h264", "tcp"), "locked": ("h264", "tcp"),
        "encrypted": ("hevc", "tls"), "unverified": ("hevc", "tls-unverified"),
    }  # fmt: skip

    def told() -> dict[str, tuple[str, str]]:
        found = [item for item in room.everything() if isinstance(item, StreamMeasured) and item.camera in wanted]
        return {item.camera: (item.codec, item.transport) for item in found}

    wait_until(lambda: told() == wanted, SLOW_S, "every stream's codec and way")
    room.video.survey(Survey(0, 0))


def test_a_certificate_of_a_strange_authority_is_refused_by_name(room: Room) -> None:
    refused = room.wait_for("untrusted", CameraState.REFUSED)
    assert refused.detail is Detail.UNTRUSTED
    assert "certificate" in refused.about


def test_a_wrong_password_is_named(room: Room) -> None:
    assert room.wait_for("wrong-password", CameraState.WRONG_PASSWORD).about.startswith("401")


def test_a_camera_that_sends_by_multicast_only_is_named(room: Room) -> None:
    refused = room.wait_for("group", CameraState.UNSUPPORTED)
    assert (refused.detail, refused.about[:10]) == (Detail.MULTICAST, "239.192.7.")


@pytest.mark.parametrize("name", ["tcp-wanted", "udp-wanted"])
def test_a_way_the_camera_does_not_offer_is_named_when_no_other_is_allowed(room: Room, name: str) -> None:
    assert room.wait_for(name, CameraState.UNSUPPORTED).about.startswith("461")


def answer(room: Room, path: str) -> ClipSaved | ClipFailed | None:
    found = (item for item in room.everything() if isinstance(item, ClipSaved | ClipFailed) and item.path == path)
    return next(found, None)


def test_a_clip_of_h265_over_udp_is_kept_as_it_came(room: Room) -> None:
    room.wait_for("udp-265", CameraState.LIVE)
    clock, path = Clock(), "evidence/2026/11/21/a/udp.mp4"
    until = clock.now_ms() + 1_500
    room.video.record(ClipOrder(AlarmId("z2m/a#smoke/1"), CameraId("udp-265"), 1, path, until - 2_500, until))

    saved = wait_until(lambda: answer(room, path), SLOW_S, "word of the clip")
    assert isinstance(saved, ClipSaved)
    command = ["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "json", str(room.data / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    (stream,) = json.loads(done.stdout)["streams"]
    assert (stream["codec_name"], stream["codec_tag_string"], done.stderr) == ("hevc", "hvc1", "")
    assert int(stream["nb_read_frames"]) == saved.frames >= 15


def test_a_clip_of_a_camera_with_b_frames_is_played_in_order(room: Room) -> None:
    room.wait_for("reordered", CameraState.LIVE)
    clock, path = Clock(), "evidence/2026/11/21/a/reordered.mp4"
    until = clock.now_ms() + 1_500
    room.video.record(ClipOrder(AlarmId("z2m/a#smoke/2"), CameraId("reordered"), 2, path, until - 2_500, until))
    saved = wait_until(lambda: answer(room, path), SLOW_S, "word of the clip")
    assert isinstance(saved, ClipSaved)
    command = ["ffprobe", "-v", "error", "-show_entries", "stream=has_b_frames:packet=pts:frame=pts", "-of", "json"]
    done = subprocess.run([*command, str(room.data / path)], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    read = told["packets_and_frames"]
    sent, shown = ([int(each["pts"]) for each in read if each["type"] == kind] for kind in ("packet", "frame"))
    assert (told["streams"][0]["has_b_frames"] > 0, done.stderr, len(shown)) == (True, "", saved.frames)
    assert sent != sorted(sent) == shown


def test_a_server_that_dies_is_named_and_its_cameras_come_back_with_it(room: Room) -> None:
    room.wait_for("restarted", CameraState.LIVE)
    before = len(room.said("restarted"))
    room.servers["restarted"].kill()
    wait_until(
        lambda: {item.state for item in room.said("restarted")[before:]} & {CameraState.NO_SIGNAL, CameraState.REFUSED},
        SLOW_S, "the camera to be lost",
    )  # fmt: skip
    room.servers["restarted"].start()
    room.wait_for("restarted", CameraState.LIVE, before)
