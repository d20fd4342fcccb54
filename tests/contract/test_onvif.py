"""Connecting a camera by ONVIF: found in the network, asked what it is, added to the site; against a real server."""

from __future__ import annotations

import asyncio
import csv
import json
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from console.onvif.address import parse
from console.onvif.discovery import DATAGRAM, discover, matches
from console.onvif.probing import bare, survey
from console.onvif.trouble import Cause, OnvifTrouble
from console.sim.head import Head
from console.sim.onvif import OnvifServer, SimDevice
from console.sim.onvif.beacon import Beacon
from console.sim.onvif.device import Ailment
from console.site import load
from tests.servers.certificates import authority
from tests.unit.site_folder import write

USER, PASSWORD = "viewer", "gate-7"
REFERENCE = "env:TEST_CAMERA"


@pytest.fixture(scope="module")
def server() -> Iterator[OnvifServer]:
    gate = SimDevice(
        "gate", "大门 Gate", f"rtsp://{USER}:{PASSWORD}@10.0.0.5/sub", "rtsp://10.0.0.5/main",
        Head(("道闸", "人行通道")), USER, PASSWORD, clock_offset_ms=-7_200_000,
    )  # fmt: skip
    plain = SimDevice("plain", "Hall", "rtsp://10.0.0.6/sub", "rtsp://10.0.0.6/main")
    served = OnvifServer([gate, plain])
    served.start()
    yield served
    served.stop()


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_CAMERA", PASSWORD)


def url(server: OnvifServer, id_: str) -> str:
    return f"{server.base}/{id_}/onvif/device_service"


# ---- discovery ----


def test_devices_are_found_by_multicast_with_their_names(server: OnvifServer) -> None:
    beacon = Beacon(server.devices.values(), server.base)
    beacon.start()
    try:
        found = asyncio.run(discover(1.0, ["127.0.0.1"], port=beacon.port))
    finally:
        beacon.stop()
    assert [(one.url, one.name, one.sender) for one in found] == [
        (url(server, "gate"), "大门 Gate", "127.0.0.1"),
        (url(server, "plain"), "Hall", "127.0.0.1"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"<x" * 1_000,
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b"<e>" + b"<a>" * 20_000,
        b"<e><RelatesTo>urn:other</RelatesTo><ProbeMatch><XAddrs>http://h/</XAddrs></ProbeMatch></e>",
        b"<e><RelatesTo>urn:ours</RelatesTo><ProbeMatch><XAddrs>file:///etc/passwd</XAddrs></ProbeMatch></e>",
        b"<e>" + b" " * DATAGRAM + b"</e>",
    ],
)
def test_whatever_else_comes_as_an_answer_is_no_device(data: bytes) -> None:
    assert matches(data, "urn:ours", "10.0.0.1") == ()


def test_of_several_addresses_the_one_that_answered_is_taken() -> None:
    answer = (
        "<e><RelatesTo>urn:ours</RelatesTo><ProbeMatch><XAddrs>http://169.254.1.1/onvif http://10.0.0.9:8080/onvif"
        "</XAddrs></ProbeMatch></e>"
    )
    (found,) = matches(answer.encode(), "urn:ours", "10.0.0.9")
    assert found.url == "http://10.0.0.9:8080/onvif"


# ---- probing ----


def test_a_device_whose_clock_is_wrong_is_let_in_and_its_clock_is_told(server: OnvifServer) -> None:
    told = asyncio.run(survey(url(server, "gate"), USER, PASSWORD))
    assert told.clock is not None
    assert abs(told.clock.offset_ms + 7_200_000) <= told.clock.within_ms + 50
    assert told.identity is not None and told.identity.serial == "gate"
    assert [(one.profile.width, one.url) for one in told.streams] == [
        (1280, "rtsp://10.0.0.5/main"),
        (640, "rtsp://10.0.0.5/sub"),
    ]
    assert told.head is not None and told.head[1] == ("道闸", "人行通道")
    assert told.imaging is not None and told.imaging.brightness == 50.0
    assert told.gaps == ()


@pytest.mark.parametrize(
    ("ailment", "cause"),
    [
        (Ailment.REFUSING, Cause.REFUSED),
        (Ailment.HUGE, Cause.MALFORMED),
        (Ailment.ENTITIES, Cause.MALFORMED),
        (Ailment.GARBAGE, Cause.MALFORMED),
    ],
)
def test_a_device_that_answers_wrongly_is_said_to(server: OnvifServer, ailment: Ailment, cause: Cause) -> None:
    server.devices["plain"].ailment = ailment
    try:
        with pytest.raises(OnvifTrouble) as trouble:
            asyncio.run(survey(url(server, "plain"), "", ""))
    finally:
        server.devices["plain"].ailment = None
    assert trouble.value.cause is cause


def test_a_wrong_password_is_named_and_never_repeated(server: OnvifServer) -> None:
    with pytest.raises(OnvifTrouble) as trouble:
        asyncio.run(survey(url(server, "gate"), USER, "not-this-one"))
    assert trouble.value.cause is Cause.WRONG_PASSWORD
    assert "not-this-one" not in str(trouble.value)


def test_what_speaks_no_soap_is_refused(server: OnvifServer) -> None:
    with pytest.raises(OnvifTrouble) as trouble:
        asyncio.run(survey(f"{server.base}/nobody/onvif/device_service", "", ""))
    assert (trouble.value.cause, trouble.value.about) == (Cause.REFUSED, "HTTP 404")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(OnvifTrouble) as trouble:
            asyncio.run(survey(f"http://127.0.0.1:{closed.getsockname()[1]}", "", ""))
    assert trouble.value.cause is Cause.UNREACHABLE


def test_a_certificate_that_nobody_vouches_for_is_not_believed(tmp_path: Path) -> None:
    made = authority(tmp_path / "ca")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(*made.server())
    served = OnvifServer([SimDevice("door", "Door", "rtsp://h/s", "rtsp://h/m")], tls=tls)
    served.start()
    try:
        with pytest.raises(OnvifTrouble) as trouble:
            asyncio.run(survey(url(served, "door"), "", ""))
        told = asyncio.run(survey(url(served, "door"), "", "", ssl.create_default_context(cafile=made.certificate)))
    finally:
        served.stop()
    assert trouble.value.cause is Cause.UNREACHABLE and "not trusted" in trouble.value.about
    assert told.identity is not None and told.identity.serial == "door"


def test_probe_believes_the_authority_it_is_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = authority(tmp_path / "ca")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(*made.server())
    served = OnvifServer([SimDevice("door", "Door", "rtsp://h/s", "rtsp://h/m")], tls=tls)
    served.start()
    try:
        assert main.main(["cameras", "probe", url(served, "door")]) == 1
        assert "not trusted" in capsys.readouterr().err
        assert main.main(["cameras", "probe", url(served, "door"), "--tls-ca", str(made.certificate)]) == 0
        assert "serial door" in capsys.readouterr().out
    finally:
        served.stop()
    assert main.main(["cameras", "probe", "127.0.0.1", "--tls-ca", str(tmp_path / "none.pem")]) == 1
    assert "none.pem" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["ftp://h/x", "http://", f"http://{USER}:{PASSWORD}@h/x", "http://h:99999/x", "h"])
def test_what_is_no_address_of_a_device_is_refused(text: str) -> None:
    with pytest.raises(OnvifTrouble):
        parse(text)


def test_services_are_only_ever_asked_at_the_host_we_were_given() -> None:
    address = parse("http://10.0.0.5:8080/onvif/device_service#profile_2")
    assert address.profile == "profile_2"
    assert address.beside("http://evil.example/onvif/ptz?x=1") == "http://10.0.0.5:8080/onvif/ptz?x=1"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"rtsp://{USER}:{PASSWORD}@10.0.0.5:554/a?b=c", "rtsp://10.0.0.5:554/a?b=c"),
        ("http://10.0.0.5/snapshot", ""),
        ("rtsp://10.0.0.5/a b", ""),
        ("rtsp://[::1/", ""),
    ],
)
def test_an_address_of_a_stream_is_kept_without_credentials(said: str, kept: str) -> None:
    assert bare(said) == kept


# ---- the command ----


def test_probe_shows_streams_and_never_a_password(server: OnvifServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["cameras", "probe", url(server, "gate"), "--user", USER, "--secret", REFERENCE]) == 0
    shown = capsys.readouterr().out
    assert "rtsp://10.0.0.5/main" in shown and "道闸" in shown and "clock -7" in shown
    assert PASSWORD not in shown


def test_probe_as_json_is_one_object(server: OnvifServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["cameras", "probe", url(server, "plain"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["head"] is None and len(told["streams"]) == 2


def test_a_password_itself_is_refused(server: OnvifServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["cameras", "probe", url(server, "gate"), "--user", USER, "--secret", PASSWORD]) == 1
    assert "never the password itself" in capsys.readouterr().err


ADD = ["--id", "C-9", "--number", "9", "--name", "大门", "--name-en", "Gate"]


def test_add_shows_the_row_first_and_writes_it_when_told_to(
    server: OnvifServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path)
    before = (folder / "cameras.csv").read_bytes()
    order = ["cameras", "add", url(server, "gate"), "--user", USER, "--secret", REFERENCE, "--site", str(folder), *ADD]
    assert main.main(order) == 0
    assert (folder / "cameras.csv").read_bytes() == before
    assert main.main([*order, "--write"]) == 0
    shown = capsys.readouterr().out
    assert "new columns for it" in shown and PASSWORD not in shown
    camera = next(one for one in load(folder)[0].cameras if one.id == "C-9")
    assert (camera.sub_url, camera.main_url) == ("rtsp://10.0.0.5/sub", "rtsp://10.0.0.5/main")
    assert (camera.kind, camera.presets) == ("ptz", ("道闸", "人行通道"))
    assert (camera.onvif_url, camera.secret) == (url(server, "gate"), REFERENCE)
    rows = list(csv.reader((folder / "cameras.csv").read_text(encoding="utf-8").splitlines()))
    assert len({len(row) for row in rows}) == 1


def test_add_refuses_a_row_that_check_would_refuse(
    server: OnvifServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path)
    before = (folder / "cameras.csv").read_bytes()
    taken = ["--id", "C-8", "--number", "119", "--name", "x", "--name-en", "x"]
    assert main.main(["cameras", "add", url(server, "plain"), "--site", str(folder), *taken, "--write"]) == 1
    shown = capsys.readouterr()
    assert "emergency call number" in shown.out and "nothing was written" in shown.err
    assert (folder / "cameras.csv").read_bytes() == before


def test_templates_are_listed_with_how_far_each_can_be_trusted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["cameras", "templates"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("hikvision" in line and "never tried" in line for line in lines)
    assert any("custom" in line and "tested with" in line for line in lines)
