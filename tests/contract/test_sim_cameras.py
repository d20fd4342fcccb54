"""The simulated cameras speak RTSP to real clients, keep their secrets, and survive bad ones."""

from __future__ import annotations

import itertools
import json
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.errors import BackendError
from console.sim.cameras import CameraSim, SimCamera
from console.sim.timing import latest, loop_index, sent_ms
from tests.servers.camera_sim import CAMERAS, LIVING, PASSWORD, USER, RtspViewer, codes
from tests.waiting import wait_until

pytestmark = pytest.mark.usefixtures("camera_sim")


def with_login(sim: CameraSim, path: str, password: str = PASSWORD) -> str:
    return sim.base.replace("//", f"//{USER}:{quote(password, safe='')}@") + f"/{path}"


def ffprobe(url: str, transport: str) -> subprocess.CompletedProcess[str]:
    command = ["ffprobe", "-v", "error", "-rtsp_transport", transport, "-read_intervals", "%+0.5", "-count_packets"]
    command += ["-analyzeduration", "300000"]
    shown = ["-show_entries", "stream=codec_name,width,height,nb_read_packets", "-of", "json", url]
    return subprocess.run([*command, *shown], capture_output=True, text=True, timeout=20)


@pytest.mark.parametrize(
    ("path", "transport"),
    [
        ("C-001/sub", "udp"),
        ("lobby/north/sub", "tcp"),
        ("C-003/sub", "tcp"),
        ("C-003/sub", "udp"),
        ("h265/sub", "tcp"),
        ("h265/sub", "udp"),
    ],
)
def test_ffprobe_plays_every_camera_it_has_the_password_of(camera_sim: CameraSim, path: str, transport: str) -> None:
    done = ffprobe(with_login(camera_sim, path), transport)
    stream = json.loads(done.stdout)["streams"][0]
    codec = "hevc" if path.startswith("h265") else "h264"
    assert (stream["codec_name"], stream["width"], stream["height"]) == (codec, 640, 360)
    assert int(stream["nb_read_packets"]) > 3


@pytest.mark.parametrize("path", ["lobby/north/sub", "C-003/sub", "C-004/sub"])
def test_a_wrong_password_is_refused_with_401(camera_sim: CameraSim, path: str) -> None:
    with RtspViewer(camera_sim, path, USER, "wrong") as viewer:
        assert viewer.ask("DESCRIBE").status == 401
        assert viewer.ask("SETUP", Transport="RTP/AVP/TCP;interleaved=0-1").status == 401


def test_a_digest_made_for_another_camera_is_refused(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-004/sub", USER, PASSWORD) as viewer:
        assert viewer.ask("DESCRIBE").status == 200
        good = viewer._authorization("DESCRIBE", viewer.url)
        viewer._challenge = ""
        assert viewer._once("DESCRIBE", f"{camera_sim.base}/C-003/sub", {"Authorization": good}).status == 401


@pytest.mark.parametrize("camera", CAMERAS[1:4], ids=lambda c: c.id)
def test_the_pixels_say_which_camera_it_is_and_the_frames_go_on(camera_sim: CameraSim, camera) -> None:
    with RtspViewer(camera_sim, f"{camera.id}/sub", USER, PASSWORD) as viewer:
        viewer.play()
        seen = codes(viewer.pictures(5))
    assert {code.number for code in seen if code} == {camera.number}
    steps = [(b.frame - a.frame) % 80 for a, b in itertools.pairwise(seen) if a and b]
    assert steps == [1, 1, 1, 1]


def test_pyav_opens_a_camera_in_another_process(camera_sim: CameraSim) -> None:
    program = (
        "import av, sys\n"
        "options = {'rtsp_transport': 'tcp', 'analyzeduration': '300000'}\n"
        "with av.open(sys.argv[1], options=options, timeout=8) as c:\n"
        "    f = next(c.decode(video=0)); print(f.width, f.height)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, f"{camera_sim.base}/C-001/sub"], capture_output=True, text=True, timeout=20
    )
    assert done.stdout.split() == ["640", "360"], done.stderr


def test_the_main_stream_is_made_when_somebody_asks_for_it(camera_sim: CameraSim) -> None:
    def described() -> bool:
        with RtspViewer(camera_sim, "C-001/main") as viewer:
            answer = viewer.ask("DESCRIBE")
            assert answer.status == 200 or (answer.status == 503 and int(answer.headers["retry-after"]) > 0)
            return answer.status == 200

    wait_until(described, 90, "the main stream can be described")
    with RtspViewer(camera_sim, "C-001/main") as main, RtspViewer(camera_sim, "C-001/sub") as sub:
        main.play()
        sub.play()
        large, small = main.pictures(1)[0], sub.pictures(1)[0]
    assert large.shape[:2] == (720, 1280) and small.shape[:2] == (360, 640)
    assert codes([large])[0].number == codes([small])[0].number == 1


def test_the_description_carries_the_parameter_sets_and_the_pictures_size(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        sdp = viewer.ask("DESCRIBE").body.decode()
    assert "a=rtpmap:96 H264/90000" in sdp and "a=x-dimensions:640,360" in sdp
    sets = sdp.split("sprop-parameter-sets=")[1].split("\r\n")[0].split(",")
    assert len(sets) == 2 and sets[0].startswith("Z") and sets[1].startswith("aO")  # base64 of 0x67…, 0x68…


def test_the_time_a_frame_left_follows_from_its_code_alone(camera_sim: CameraSim) -> None:
    wall_s = 1_795_000_123.456
    k = latest(303, wall_s)
    due = sent_ms(303, loop_index(303, k), int(wall_s * 1000))
    assert 0 <= wall_s * 1000 - due < 101
    assert wall_s * 1000 - sent_ms(303, loop_index(303, k - 5), int(wall_s * 1000)) == pytest.approx(
        wall_s * 1000 - due + 500, abs=2
    )


def test_key_frames_of_different_cameras_do_not_come_together(camera_sim: CameraSim) -> None:
    frames = {loop_index(number, latest(number, 1_795_000_000.0)) % 20 for number in range(1, 41)}
    assert len(frames) > 12


def test_pause_stops_the_packets_and_play_brings_them_back(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        session = viewer.play()
        assert viewer.packet()[1]
        assert viewer.ask("PAUSE", Session=session).status == 200
        viewer._early.clear()
        assert viewer.rtp(0.4) == []
        viewer.socket.settimeout(5)
        assert viewer.ask("PLAY", Session=session).status == 200
        assert viewer.packet()[1]
        assert viewer.ask("TEARDOWN", Session=session).status == 200


def test_requests_out_of_order_get_their_own_status(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        assert viewer.ask("OPTIONS", "*").status == 200
        assert viewer.ask("PLAY").status == 454
        assert viewer.ask("ANNOUNCE").status == 501
        assert viewer.ask("GET_PARAMETER").status == 200
        assert viewer.ask("DESCRIBE", Require="com.example.magic").status == 551
        assert viewer.ask("DESCRIBE", f"{camera_sim.base}/nobody/sub").status == 404
        assert viewer.setup("RTP/AVP;multicast;client_port=5000-5001").status == 461
        session = viewer.setup().headers["session"].split(";")[0]
        assert viewer.setup().status == 455
        assert viewer.ask("PLAY", Session="somebody-else").status == 454
        assert viewer.ask("SET_PARAMETER", Session=session).status == 200


def test_a_camera_for_one_transport_refuses_the_other(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "tcp/sub") as tcp, RtspViewer(camera_sim, "udp/sub") as udp:
        assert tcp.setup("RTP/AVP;unicast;client_port=40000-40001").status == 461
        assert udp.setup().status == 461
        assert tcp.setup().status == 200


def test_sender_reports_tell_the_wall_clock(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        viewer.play()
        channel, report = next(p for p in iter(viewer.packet, None) if p[0] == 1)
    assert (channel, report[1]) == (1, 200)
    assert len(report) % 4 == 0 and report[29] == 202  # a source description follows


def test_packets_come_on_the_channels_that_were_asked_for(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        assert "interleaved=6-7" in viewer.setup("RTP/AVP/TCP;unicast;interleaved=6-7").headers["transport"]
        viewer.ask("PLAY")
        assert {viewer.packet()[0] for _ in range(12)} <= {6, 7}


def test_a_client_that_stays_silent_loses_its_session(clip_cache) -> None:
    sim = CameraSim(CAMERAS[:1], cache=clip_cache, session_timeout_s=1)
    sim.start()
    try:
        with RtspViewer(sim, "C-001/sub") as viewer:
            viewer.play()
            with pytest.raises(ConnectionError):
                while True:
                    viewer.packet()
        wait_until(lambda: sim.stat()["viewers"] == 0, 5, "the session is gone")
    finally:
        sim.stop()


def test_a_camera_whose_picture_cannot_be_made_says_it_is_unavailable(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    sim = CameraSim((SimCamera("x", 1, "x", "no-such-place"),), cache=tmp_path)
    sim.start()
    try:
        with RtspViewer(sim, "x/sub") as viewer:
            assert viewer.ask("DESCRIBE").status == 503
        assert sim.ready == 0
        assert "no-such-place" in caplog.text
    finally:
        sim.stop()


def test_a_port_that_is_taken_is_reported(camera_sim: CameraSim, tmp_path: Path) -> None:
    taken = urlsplit(camera_sim.base).port
    assert taken is not None
    with pytest.raises(BackendError, match="cannot listen"):
        CameraSim((), port=taken, cache=tmp_path).start()


def test_a_dead_camera_never_answers(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "dead/sub", timeout=0.4) as viewer, pytest.raises(TimeoutError):
        viewer.ask("DESCRIBE")


def test_a_request_in_single_bytes_and_many_in_one_piece_are_all_answered(camera_sim: CameraSim) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        for byte in f"OPTIONS {viewer.url} RTSP/1.0\r\nCSeq: 7\r\n\r\n".encode():
            viewer.socket.send(bytes([byte]))
        assert viewer.answer().headers["cseq"] == "7"
        many = [f"DESCRIBE {viewer.url} RTSP/1.0\r\nCSeq: {n}\r\n\r\n" for n in range(10)]
        viewer.socket.sendall("".join(many).encode())
        assert [viewer.answer().headers["cseq"] for _ in range(10)] == [str(n) for n in range(10)]


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 40 + b"\r\n\r\n",
        b"DESCRIBE rtsp://x/C-001/sub RTSP/1.0\r\nA: " + b"a" * 17_000,
        b"DESCRIBE rtsp://x/C-001/sub RTSP/1.0\r\nContent-Length: 99999999999\r\n\r\n",
        b"DESCRIBE rtsp://x/C-001/sub RTSP/1.0\r\nContent-Length: -1\r\n\r\n",
        b"DESCRIBE rtsp://x/C-001/sub RTSP/1.0\r\nno colon here\r\n\r\n",
        b"DESCRIBE rtsp://[/sub RTSP/1.0\r\nCSeq: 1\r\n\r\n",
        b"DESCRIBE rtsp://x/C-001/sub RTSP/7.0\r\nCSeq: 1\r\n\r\n",
    ],
)
def test_what_is_no_rtsp_is_refused_and_the_connection_closed(camera_sim: CameraSim, garbage: bytes) -> None:
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        viewer.socket.sendall(garbage)
        assert viewer.answer().status in (400, 413, 505)
        assert viewer.socket.recv(1) == b""
    assert camera_sim.ready == LIVING


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=600))
def test_no_bytes_can_stop_the_server(camera_sim: CameraSim, data: bytes) -> None:
    host = urlsplit(camera_sim.base)
    with socket.create_connection((host.hostname, host.port), 5) as raw:
        raw.sendall(data)
    with RtspViewer(camera_sim, "C-001/sub") as viewer:
        assert viewer.ask("DESCRIBE").status == 200
