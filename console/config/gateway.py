"""The shape of `[gateway]`: where what speaks no MQTT may knock, and how an address is written. Pure."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CloudConfig:
    """A cloud that pushes to the gateway by HTTP."""

    kind: str  # huawei-iotda | ctwing | onenet | json
    secret: str  # what proves that it is the cloud (OneNET: its token): env:NAME, file:PATH or keyring:NAME
    path: str = ""  # of the address it pushes to; "" = /push/ and its kind
    header: str = "Authorization"  # of the request, where the secret is; "" = at the end of the address as ?token=
    topic: str = ""  # where it is re-published; "" = where the source of that ecosystem listens


@dataclass(frozen=True, slots=True)
class GatewayConfig:
    """`main.py gateway`: takes what speaks no MQTT, and gives it to the broker. Addresses are HOST:PORT, "" = none."""

    embedded: bool = False  # a child of this console
    user: str = ""  # at the broker; "" = [broker]'s
    password: str = ""  # env:NAME, file:PATH or keyring:NAME
    gb26875: str = ""  # GB/T 26875.3 over TCP
    gb26875_udp: str = ""  # … and over UDP
    allow: tuple[str, ...] = ()  # networks of those devices; () = everybody, where only this machine can connect
    silent_s: int = 180  # a device that says nothing for so long is lost
    set_clocks: bool = True  # of devices that are wrong
    http: str = ""  # pushes of clouds
    tls_cert: str = ""  # certificate and key of that port, where it is open to other machines
    tls_key: str = ""
    clouds: tuple[CloudConfig, ...] = ()  # [[gateway.cloud]]


def address(text: str) -> tuple[str, int] | None:
    """HOST:PORT as two, None for "" and for what is no such address. IPv6 hosts are written in brackets."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isascii() or not port.isdecimal() or not int(port) < 65_536:
        return None
    return host, int(port)


def is_of_this_machine(host: str) -> bool:
    """Whether nobody else can connect there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
