"""The gateway, seen by the doctor: can it be what the configuration says, and is it there."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from console.clock import Clock
from console.commands.doctor.finding import Finding, error, ok, warning
from console.config.gateway import GatewayConfig, address
from console.config.schema import Config
from console.config.secrets import resolve
from console.errors import BackendError
from console.gatewayd.orders import serves

ANSWER_S = 2.0
RENEW_DAYS = 30


def findings(config: Config) -> Iterator[Finding]:
    """Nothing where no gateway is configured."""
    told = config.gateway
    if not serves(config):
        return
    for text in (told.gb26875, told.http):
        if text:
            yield _door(text, told)
    for cloud in told.clouds if told.http else ():
        try:
            resolve(cloud.secret)
        except BackendError as missing:
            yield error("gateway", f"{cloud.kind}: {missing}", "put its secret there, or nothing it pushes is let in")
    if told.tls_cert:
        yield _certificate(Path(told.tls_cert))


def _door(text: str, told: GatewayConfig) -> Finding:
    found = address(text)
    try:
        if found is not None:
            socket.create_connection(found, ANSWER_S).close()
            return ok("gateway", f"somebody listens at {text}")
    except OSError:
        pass
    cure = "it comes with the console" if told.embedded else "start main.py gateway, or let systemd do it"
    return warning("gateway", f"nobody listens at {text}", cure)


def _certificate(path: Path) -> Finding:
    cure = "give tls_cert the PEM file of a certificate that is valid"
    try:
        ends = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    except (OSError, ValueError) as unreadable:
        return error("gateway", f"{path} is no certificate ({type(unreadable).__name__})", cure)
    days = (ends - datetime.fromtimestamp(Clock().now_ms() / 1000, UTC)).days
    if days < 0:
        return error("gateway", f"the certificate {path} has expired", cure)
    what = f"the certificate {path} is valid for {days} days"
    return warning("gateway", what, "renew it in time") if days < RENEW_DAYS else ok("gateway", what)
