"""The doctor says of the gateway whether it is there, whether its secrets are, and how long its certificate will do."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

from console.commands.doctor.finding import Level
from console.commands.doctor.gateway import findings
from console.config.gateway import CloudConfig, GatewayConfig
from console.config.schema import Config
from tests.servers.certificates import authority
from tests.servers.ports import free_port


def found(folder: Path, gateway: GatewayConfig) -> list[tuple[Level, str]]:
    return [(each.level, str(each)) for each in findings(Config(folder / "config.toml", folder, gateway=gateway))]


def test_where_none_is_configured_nothing_is_said(tmp_path: Path) -> None:
    assert found(tmp_path, GatewayConfig()) == []


def test_one_that_listens_is_well_and_one_that_does_not_is_a_warning_with_a_cure(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as there:
        port = there.getsockname()[1]
        told = GatewayConfig(gb26875=f"127.0.0.1:{port}", http=f"127.0.0.1:{free_port()}")
        well, missing = found(tmp_path, told)
    assert well[0] is Level.OK and str(port) in well[1]
    assert missing[0] is Level.WARNING and "main.py gateway" in missing[1]


def test_a_secret_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    told = GatewayConfig(http=f"127.0.0.1:{free_port()}", clouds=(CloudConfig("ctwing", "env:NO_SUCH_SECRET"),))
    assert [text for level, text in found(tmp_path, told) if level is Level.ERROR and "NO_SUCH_SECRET" in text]


def test_a_certificate_that_ends_soon_is_a_warning_and_what_is_none_an_error(tmp_path: Path) -> None:
    certificate, key = authority(tmp_path / "ca").server()  # for two days
    told = GatewayConfig(http=f"127.0.0.1:{free_port()}", tls_cert=str(certificate), tls_key=str(key))
    assert [text for level, text in found(tmp_path, told) if level is Level.WARNING and "valid for" in text]
    bad = GatewayConfig(http=f"127.0.0.1:{free_port()}", tls_cert=str(key), tls_key=str(key))
    assert [text for level, text in found(tmp_path, bad) if level is Level.ERROR and "is no certificate" in text]
