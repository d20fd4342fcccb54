"""What `[gateway]` may say: nothing is open to other machines without a certificate or a list of who may come. Pure."""

from __future__ import annotations

import ipaddress
from collections import Counter
from dataclasses import replace

from console.config import files, lines, secrets
from console.config.fill import Filler
from console.config.gateway import CloudConfig, GatewayConfig, address, is_of_this_machine
from console.config.schema import ECOSYSTEMS, Config
from console.topics import problem_of

CLOUDS = ("huawei-iotda", "ctwing", "onenet", "json")
REFERENCE = "write env:NAME, file:PATH or keyring:NAME"


def check(config: Config, filler: Filler) -> GatewayConfig:
    """Note every problem of the table in `filler`; the table with its paths made absolute."""
    told, folder = config.gateway, config.path.parent
    _panels(told, filler)
    _web(told, filler)
    if told.password and not secrets.is_reference(told.password):
        filler.problem(("gateway", "password"), "holds a password in plain text", REFERENCE)
    taken = Counter(_path(cloud) for cloud in told.clouds)
    for index, cloud in enumerate(told.clouds):
        at: lines.Path = ("gateway", "cloud", index)
        if taken[_path(cloud)] > 1:
            filler.problem((*at, "path"), f"{_path(cloud)} is used twice", "give every cloud a path of its own")
        _cloud(config, cloud, at, filler)
    return replace(
        told,
        password=files.secret(("gateway", "password"), told.password, filler, folder),
        tls_cert=files.pem(("gateway", "tls_cert"), told.tls_cert, filler, folder),
        tls_key=files.pem(("gateway", "tls_key"), told.tls_key, filler, folder),
        clouds=tuple(
            replace(cloud, secret=files.secret(("gateway", "cloud", index, "secret"), cloud.secret, filler, folder))
            for index, cloud in enumerate(told.clouds)
        ),
    )


def _panels(told: GatewayConfig, filler: Filler) -> None:
    for key in ("gb26875", "gb26875_udp"):
        text = getattr(told, key)
        found = _address(text, key, filler)
        if found and not told.allow and not is_of_this_machine(found[0]):
            what = "is open to other machines, and GB/T 26875.3 knows no password"
            filler.problem(("gateway", key), what, 'write the networks of the devices: allow = ["192.0.2.0/24"]')
    for network in told.allow:
        try:
            ipaddress.ip_network(network)
        except ValueError:
            filler.problem(("gateway", "allow"), f"{network!r} is no network", "write it like 192.0.2.0/24")
    if told.silent_s < 10:
        filler.problem(("gateway", "silent_s"), f"{told.silent_s} is too small", "write at least 10")


def _web(told: GatewayConfig, filler: Filler) -> None:
    found = _address(told.http, "http", filler)
    if found and not told.tls_cert and not is_of_this_machine(found[0]):
        what = "is open to other machines without TLS"
        filler.problem(
            ("gateway", "http"), what, "give tls_cert and tls_key, or 127.0.0.1 behind a proxy that has them"
        )
    if bool(told.tls_cert) != bool(told.tls_key):
        filler.problem(("gateway", "tls_cert"), "a certificate needs its key", "give both, or neither")
    if found and not told.clouds:
        filler.problem(("gateway", "http"), "nobody may push there", "add a [[gateway.cloud]]", warning=True)


def _cloud(config: Config, cloud: CloudConfig, at: lines.Path, filler: Filler) -> None:
    if cloud.kind not in CLOUDS:
        filler.problem((*at, "kind"), f"{cloud.kind!r} is not known", f"one of {', '.join(CLOUDS)}")
    if not secrets.is_reference(cloud.secret):
        filler.problem((*at, "secret"), "is no reference to a secret", REFERENCE)
    if cloud.path and (not cloud.path.startswith("/") or set(cloud.path) & set("?# ")):
        filler.problem((*at, "path"), f"{cloud.path!r} is no path", "write it like /push/hydrants")
    if cloud.topic and (what := problem_of(cloud.topic, pattern=False)):
        filler.problem((*at, "topic"), what, "write it like push/hydrants")
    if cloud.kind == "json" and not cloud.topic:
        filler.problem((*at, "topic"), "is missing", "write where a [[source]] of your own listens: push/hydrants")
    elif cloud.kind in ECOSYSTEMS and all(source.ecosystem != cloud.kind for source in config.sources):
        cure = f'add a [[source]] with ecosystem = "{cloud.kind}"'
        filler.problem((*at, "kind"), "no source decodes what it says", cure, warning=True)


def _path(cloud: CloudConfig) -> str:
    return cloud.path or f"/push/{cloud.kind}"


def _address(text: str, key: str, filler: Filler) -> tuple[str, int] | None:
    found = address(text)
    if text and found is None:
        filler.problem(("gateway", key), f"{text!r} is no address", "write it like 127.0.0.1:5200")
    return found
