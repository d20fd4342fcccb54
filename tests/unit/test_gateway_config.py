"""`[gateway]` opens nothing to other machines by mistake, and says where what it takes will be heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.config import read
from console.config.gateway import address
from console.errors import ConfigError
from console.gatewayd.control import Cloud, CloudKind, Panels
from console.gatewayd.orders import orders, serves

SOURCES = """
[[source]]
name = "panels"
ecosystem = "gbt26875.3"
topic = "fire/gb"

[[source]]
name = "ctwing"
ecosystem = "ctwing"
"""


def written(folder: Path, table: str) -> Path:
    (folder / "site").mkdir(exist_ok=True)
    path = folder / "config.toml"
    path.write_text(f'site = "site"\n{SOURCES}\n[gateway]\n{table}\n', encoding="utf-8")
    return path


def problems(folder: Path, table: str) -> list[str]:
    with pytest.raises(ConfigError) as refused:
        read.load(written(folder, table))
    return [f"{each.key}: {each.what}" for each in refused.value.problems if not each.warning]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ('gb26875 = "0.0.0.0:5200"', "gateway.gb26875: is open to other machines, and GB/T 26875.3 knows no password"),
        ('gb26875_udp = "[::]:5200"', "gateway.gb26875_udp: is open to other machines, and GB/T 26875.3 knows"),
        ('gb26875 = "5200"', "gateway.gb26875: '5200' is no address"),
        ('allow = ["192.0.2.1/24"]', "gateway.allow: '192.0.2.1/24' is no network"),
        ('http = "0.0.0.0:443"', "gateway.http: is open to other machines without TLS"),
        ('http = "127.0.0.1:99999"', "gateway.http: '127.0.0.1:99999' is no address"),
        ('tls_cert = "cert.pem"', "gateway.tls_cert: a certificate needs its key"),
        ("silent_s = 1", "gateway.silent_s: 1 is too small"),
        ('password = "hunter2"', "gateway.password: holds a password in plain text"),
        ('[[gateway.cloud]]\nkind = "azure"\nsecret = "env:A"', "gateway.cloud.kind: 'azure' is not known"),
        ('[[gateway.cloud]]\nkind = "ctwing"\nsecret = "abc"', "gateway.cloud.secret: is no reference to a secret"),
        ('[[gateway.cloud]]\nkind = "json"\nsecret = "env:A"', "gateway.cloud.topic: is missing"),
        ('[[gateway.cloud]]\nkind = "ctwing"\nsecret = "env:A"\npath = "x?y"', "gateway.cloud.path: 'x?y' is no path"),
        (
            '[[gateway.cloud]]\nkind = "ctwing"\nsecret = "env:A"\n' * 2,
            "gateway.cloud.path: /push/ctwing is used twice",
        ),
    ],
)
def test_what_is_unsafe_or_senseless_is_refused(tmp_path: Path, table: str, problem: str) -> None:
    assert [each for each in problems(tmp_path, table) if each.startswith(problem)]


def test_other_machines_may_come_where_their_networks_are_named(tmp_path: Path) -> None:
    config = read.load(written(tmp_path, 'gb26875 = "0.0.0.0:5200"\nallow = ["192.0.2.0/24"]'))
    assert serves(config) and config.gateway.allow == ("192.0.2.0/24",)


def test_without_an_address_there_is_nothing_to_serve(tmp_path: Path) -> None:
    assert not serves(read.load(written(tmp_path, "")))


def test_what_is_taken_goes_where_the_site_decodes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTWING_TOKEN", "of-the-cloud")
    cloud = '[[gateway.cloud]]\nkind = "ctwing"\nsecret = "env:CTWING_TOKEN"\nheader = ""'
    config = read.load(written(tmp_path, f'gb26875 = "127.0.0.1:5200"\nhttp = "127.0.0.1:1"\n{cloud}'))
    told = list(orders(config, config.broker, "Asia/Shanghai"))
    assert [each.base for each in told if isinstance(each, Panels)] == ["fire/gb"]
    assert [each for each in told if isinstance(each, Cloud)] == [
        Cloud(CloudKind.CTWING, "/push/ctwing", "nb/ctwing/push", "", "of-the-cloud")
    ]
    assert "of-the-cloud" not in repr(told)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("127.0.0.1:5200", ("127.0.0.1", 5200)),
        ("[::1]:80", ("::1", 80)),
        ("gate.example:1", ("gate.example", 1)),
        (":80", None),
        ("80", None),
        ("a:", None),
        ("a:70000", None),
        ("a:٣", None),
    ],
)
def test_an_address_is_a_host_and_a_port(text: str, found: tuple[str, int] | None) -> None:
    assert address(text) == found
