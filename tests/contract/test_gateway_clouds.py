"""Clouds that push to the gateway: let in by their proof, answered 200 when the broker has it, bounded otherwise."""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

from console.errors import BackendError
from console.gatewayd import web
from console.gatewayd.control import Cloud, CloudKind, Web
from tests.gateways import WAIT_S, Ear, RunningGateway, panels, running
from tests.servers.certificates import authority
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

SECRET = "a-shared-secret"
CLOUDS = (
    Cloud(CloudKind.HUAWEI, "/push/huawei-iotda", "nb/iotda/push", "Authorization", SECRET),
    Cloud(CloudKind.CTWING, "/push/ctwing", "nb/ctwing/push", "", SECRET),
    Cloud(CloudKind.ONENET, "/push/onenet", "nb/onenet/push", "", SECRET),
)
NO_PANELS = panels(tcp="", udp="")
BODY = json.dumps({"IMEI": "860000000000017", "messageType": "dataReport", "payload": {"smoke_state": 1}}).encode()


@pytest.fixture
def gateway(mosquitto: Broker) -> Iterator[RunningGateway]:
    with running(mosquitto.url, NO_PANELS, Web("127.0.0.1:0", "", ""), CLOUDS) as gateway:
        gateway.wait_up()
        yield gateway


@pytest.fixture
def ear(mosquitto: Broker) -> Iterator[Ear]:
    with Ear(mosquitto.port) as ear:
        yield ear


def push(gateway: RunningGateway, path: str, body: bytes, **headers: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.ports.http, WAIT_S)) as connection:
        connection.request("POST", path, body, headers)
        return connection.getresponse().status


def signed(nonce: str, message: str) -> str:
    return base64.b64encode(hashlib.md5(f"{SECRET}{nonce}{message}".encode()).digest()).decode()


def onenet(message: str, secret_signature: str = "") -> bytes:
    told = {"msg": message, "nonce": "n1", "time": 1_795_163_381_007, "id": "x"}
    return json.dumps(told | {"signature": secret_signature or signed("n1", message)}).encode()


def test_a_push_with_its_secret_in_a_header_is_passed_on_as_it_came(gateway: RunningGateway, ear: Ear) -> None:
    assert push(gateway, "/push/huawei-iotda", BODY, Authorization=SECRET) == 200
    assert push(gateway, "/push/huawei-iotda", BODY, Authorization=f"Bearer {SECRET}") == 200
    assert [ear.next("nb/iotda/push"), ear.next("nb/iotda/push")] == [BODY, BODY]


def test_a_push_with_its_secret_in_the_address_is_passed_on(gateway: RunningGateway, ear: Ear) -> None:
    assert push(gateway, f"/push/ctwing?token={SECRET}", BODY) == 200
    assert ear.next("nb/ctwing/push") == BODY


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/push/huawei-iotda", {}),
        ("/push/huawei-iotda", {"Authorization": "a-shared-secreT"}),
        ("/push/huawei-iotda", {"Authorization": ""}),
        (f"/push/huawei-iotda?token={SECRET}", {}),
        ("/push/ctwing?token=", {}),
        ("/push/ctwing", {"Authorization": SECRET}),
    ],
)
def test_a_push_without_the_right_secret_is_forbidden_and_counted(
    gateway: RunningGateway, ear: Ear, path: str, headers: dict[str, str]
) -> None:
    assert push(gateway, path, BODY, **headers) == 403
    assert gateway.counted("forbidden") == 1
    assert push(gateway, "/push/huawei-iotda", b'{"last":1}', Authorization=SECRET) == 200
    assert ear.next("nb/iotda/push") == b'{"last":1}' and not ear.so_far("nb/ctwing/push")


def test_onenet_is_greeted_with_its_own_message_when_it_has_signed_it(gateway: RunningGateway) -> None:
    for signature, status, said in ((signed("n", "hello"), 200, b"hello"), ("x" * 24, 403, b"")):
        with closing(http.client.HTTPConnection("127.0.0.1", gateway.ports.http, WAIT_S)) as connection:
            query = urlencode({"msg": "hello", "nonce": "n", "signature": signature})
            connection.request("GET", f"/push/onenet?{query}")
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (status, said)


def test_onenet_is_believed_by_its_signature_alone(gateway: RunningGateway, ear: Ear) -> None:
    message = '{"deviceName":"860000000000033","data":{}}'
    assert push(gateway, "/push/onenet", onenet(message)) == 200
    assert json.loads(ear.next("nb/onenet/push"))["msg"] == message
    assert push(gateway, "/push/onenet", onenet(message, "x" * 24)) == 403
    locked = onenet(message).replace(b'"msg"', b'"enc_msg"')
    assert push(gateway, "/push/onenet", locked) == 200 and ear.next("nb/onenet/push") == locked
    assert push(gateway, "/push/onenet", b'{"msg":1}') == 400
    assert push(gateway, "/push/onenet", b"not json") == 400


def test_while_the_broker_is_away_or_nobody_listens_the_cloud_is_told_to_come_again(
    gateway: RunningGateway, mosquitto: Broker
) -> None:
    assert push(gateway, "/push/huawei-iotda", BODY, Authorization=SECRET) == 503
    mosquitto.kill()
    wait_until(lambda: not gateway.gateway.is_up, WAIT_S)
    assert push(gateway, "/push/huawei-iotda", BODY, Authorization=SECRET) == 503
    assert gateway.counted("taken") == 0


def test_several_pushes_come_over_one_connection(gateway: RunningGateway, ear: Ear) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.ports.http, WAIT_S)) as connection:
        for number in range(5):
            connection.request("POST", "/push/huawei-iotda", str(number), {"Authorization": SECRET})
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (200, b"")
    assert [ear.next("nb/iotda/push") for _ in range(5)] == [b"0", b"1", b"2", b"3", b"4"]


# ---- hostile peers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("head", ["Content-Length: 10000000", "Transfer-Encoding: chunked"])
def test_ten_megabytes_are_refused_before_they_are_read(gateway: RunningGateway, head: str) -> None:
    with closing(socket.create_connection(("127.0.0.1", gateway.ports.http), WAIT_S)) as line:
        line.sendall(
            f"POST /push/huawei-iotda HTTP/1.1\r\nHost: x\r\nAuthorization: {SECRET}\r\n{head}\r\n\r\n".encode()
        )
        chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
        try:
            for _ in range(320):
                line.sendall(chunk)
        except ConnectionError:
            pass
        else:
            raise AssertionError("all of it was taken")
    assert gateway.counted("refused") == 1 and gateway.counted("taken") == 0


def test_a_head_without_end_and_what_is_no_http_are_refused(gateway: RunningGateway) -> None:
    for noise in (b"GET / HTTP/1.1\r\nX: " + b"a" * (2 * web.MOST_HEAD), b"\x16\x03\x01" + b"\0" * 600 + b"\r\n\r\n"):
        with closing(socket.create_connection(("127.0.0.1", gateway.ports.http), WAIT_S)) as line:
            line.sendall(noise)
            assert line.recv(4096).split(b" ", 2)[1] in (b"400", b"431")
            assert line.recv(4096) == b""


def test_who_sends_his_request_drop_by_drop_is_hung_up_on_while_others_are_served(
    mosquitto: Broker, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "REQUEST_S", 0.5)
    with running(mosquitto.url, NO_PANELS, Web("127.0.0.1:0", "", ""), CLOUDS) as gateway:
        gateway.wait_up()
        slow = [socket.create_connection(("127.0.0.1", gateway.ports.http), WAIT_S) for _ in range(30)]
        for line in slow:
            line.sendall(b"POST /push/huawei-iotda HTTP/1.1\r\nHost: x\r\n")
        assert push(gateway, "/push/huawei-iotda", BODY, Authorization=SECRET) == 200
        for line in slow:
            assert line.recv(4096) == b""
            line.close()
        assert gateway.counted("turned_away") == 30 and ear.next("nb/iotda/push") == BODY


def test_more_connections_than_clouds_can_want_are_hung_up_on(gateway: RunningGateway) -> None:
    lines = [
        socket.create_connection(("127.0.0.1", gateway.ports.http), WAIT_S) for _ in range(web.MOST_CONNECTIONS + 5)
    ]
    wait_until(lambda: gateway.counted("turned_away") == 5, WAIT_S)
    for line in lines:
        line.close()


def test_unknown_paths_and_other_methods_lead_nowhere(gateway: RunningGateway) -> None:
    assert push(gateway, "/", BODY) == 404
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.ports.http, WAIT_S)) as connection:
        connection.request("GET", "/push/huawei-iotda", headers={"Authorization": SECRET})
        assert connection.getresponse().status == 405


def test_with_a_certificate_only_tls_is_spoken(mosquitto: Broker, ear: Ear, tmp_path: Path) -> None:
    made = authority(tmp_path / "ca")
    certificate, key = made.server()
    with running(mosquitto.url, NO_PANELS, Web("127.0.0.1:0", str(certificate), str(key)), CLOUDS) as gateway:
        gateway.wait_up()
        trust = ssl.create_default_context(cafile=made.certificate)
        with closing(http.client.HTTPSConnection("127.0.0.1", gateway.ports.http, context=trust)) as connection:
            connection.request("POST", "/push/huawei-iotda", BODY, {"Authorization": SECRET})
            assert connection.getresponse().status == 200
        assert ear.next("nb/iotda/push") == BODY
        with closing(socket.create_connection(("127.0.0.1", gateway.ports.http), WAIT_S)) as line:
            line.sendall(b"POST /push/huawei-iotda HTTP/1.1\r\nHost: x\r\n\r\n")
            with pytest.raises(ConnectionError):
                assert line.recv(4096) == b""
                raise ConnectionResetError


def test_a_certificate_that_is_none_and_a_port_that_is_taken_are_said(mosquitto: Broker, tmp_path: Path) -> None:
    import asyncio

    from console.gatewayd.control import Broker as BrokerOrder
    from console.gatewayd.gateway import Gateway

    async def opened(told: Web) -> None:
        async with Gateway([BrokerOrder(mosquitto.url, "", "", "", "", ""), NO_PANELS, told]):
            raise AssertionError("it listens")

    bad = tmp_path / "bad.pem"
    bad.write_text("no certificate")
    with pytest.raises(BackendError, match="certificate cannot be used"):
        asyncio.run(opened(Web("127.0.0.1:0", str(bad), str(bad))))
    with pytest.raises(BackendError, match="cannot be listened on"):
        asyncio.run(opened(Web(f"127.0.0.1:{mosquitto.port}", "", "")))
