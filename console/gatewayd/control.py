"""What the console and the gateway it starts say to each other: JSON lines, one dataclass per kind of line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from console.lines import Hello, Lines, Quit

LINE_LIMIT = 65_536  # bytes of one line, newline included


class CloudKind(StrEnum):
    """Who pushes: each proves itself in its own way."""

    HUAWEI = "huawei-iotda"
    CTWING = "ctwing"
    ONENET = "onenet"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Broker:
    """Where everything goes, with the password itself: these lines go through a pipe only."""

    url: str
    user: str
    password: str = field(repr=False)
    ca_file: str
    client_cert: str
    client_key: str


@dataclass(frozen=True, slots=True)
class Panels:
    """GB/T 26875.3: where to listen (HOST:PORT, "" = not at all), and below which topic devices are re-published."""

    tcp: str
    udp: str
    base: str
    allow: tuple[str, ...]
    silent_s: int
    set_clocks: bool
    time_zone: str


@dataclass(frozen=True, slots=True)
class Web:
    """Pushes of clouds: where to listen, and with which certificate."""

    http: str
    tls_cert: str
    tls_key: str


@dataclass(frozen=True, slots=True)
class Cloud:
    """One cloud that pushes; `header` "" = it sends its secret as `?token=` of the address."""

    kind: CloudKind
    path: str
    topic: str
    header: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Begin:
    """All has been said: listen."""


@dataclass(frozen=True, slots=True)
class Ready:
    """It listens; 0 where it does not."""

    tcp: int
    udp: int
    http: int


@dataclass(frozen=True, slots=True)
class Unfit:
    """It cannot do what it was told: the reason is a code."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Beat:
    """Twice a second: the process lives."""

    is_up: bool  # the broker is reached


Order = Broker | Panels | Web | Cloud
Command = Order | Begin | Quit
Report = Hello | Ready | Unfit | Beat

LINES: Lines[Command, Report] = Lines("gateway", Command, Report, LINE_LIMIT)
encode, decode_command = LINES.encode, LINES.decode_command
