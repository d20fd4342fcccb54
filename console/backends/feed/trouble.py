"""Why a peer of the feed is lost, as codes; the report of it to the desk; and how long to wait before the next try."""

from __future__ import annotations

import logging
import random
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum

from console.clock import Clock
from console.errors import WatchroomError
from console.inbox import Inbox
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)


class Reason(StrEnum):
    """What is wrong with the broker, as far as this side can tell."""

    REFUSED = "refused"  # nobody listens there
    UNREACHABLE = "unreachable"
    NAME_UNKNOWN = "name_unknown"  # DNS
    TLS_FAILED = "tls_failed"
    NO_ANSWER = "no_answer"  # connected, but the broker says nothing
    WRONG_PASSWORD = "wrong_password"
    NOT_AUTHORIZED = "not_authorized"
    NOT_ACCEPTED = "not_accepted"  # the broker declines the connection for another reason
    SUBSCRIPTION_REFUSED = "subscription_refused"
    NO_HEARTBEAT = "no_heartbeat"  # frozen: the connection is open, nothing comes back
    TAKEN_OVER = "session_taken_over"  # another console uses this position's client id
    SHUTTING_DOWN = "shutting_down"
    CONNECTION_LOST = "connection_lost"
    PROTOCOL = "protocol_error"
    CONFIGURATION = "configuration"  # the URL, a certificate file or a secret cannot be used


@dataclass(frozen=True, slots=True)
class Trouble:
    """A reason and, for the log and the second line of the lamp, what was said. Never holds a credential."""

    reason: str
    detail: str = ""


# MQTT 5 reason codes. mosquitto says "not authorized" to a wrong password, and nothing at all when it shuts down.
BY_CONNACK = {0x86: Reason.WRONG_PASSWORD, 0x87: Reason.WRONG_PASSWORD, 0x8B: Reason.SHUTTING_DOWN}
BY_DISCONNECT = {0x87: Reason.NOT_AUTHORIZED, 0x8B: Reason.SHUTTING_DOWN, 0x8E: Reason.TAKEN_OVER}


BY_ERROR: tuple[tuple[type[Exception], Reason], ...] = (  # the first that fits
    (ssl.SSLError, Reason.TLS_FAILED),
    (socket.gaierror, Reason.NAME_UNKNOWN),
    (ConnectionRefusedError, Reason.REFUSED),
    (TimeoutError, Reason.NO_ANSWER),
    (FileNotFoundError, Reason.CONFIGURATION),
    (OSError, Reason.UNREACHABLE),
    (WatchroomError, Reason.CONFIGURATION),
    (ValueError, Reason.CONFIGURATION),
)


def of_error(error: Exception) -> Trouble:
    """What an exception while connecting or serving means."""
    reason = next((reason for kind, reason in BY_ERROR if isinstance(error, kind)), Reason.PROTOCOL)
    return Trouble(reason, str(error) or type(error).__name__)


class Report:
    """Tells the desk when a link changes: once when it is lost or lost for another reason, once when it is back."""

    def __init__(self, kind: str, name: str, inbox: Inbox, clock: Clock) -> None:
        self._kind = kind
        self._name = name
        self._inbox = inbox
        self._clock = clock
        self._up = False
        self._reason = ""

    def down(self, trouble: Trouble) -> None:
        if not self._up and trouble.reason == self._reason:
            return
        self._up, self._reason = False, trouble.reason
        log.warning("%s lost: %s %s", self._kind, trouble.reason, trouble.detail)
        self._inbox.post(LinkDown(self._kind, self._name, trouble.reason, self._clock.now_ms(), trouble.detail))

    def up(self) -> None:
        if self._up:
            return
        self._up, self._reason = True, ""
        log.info("%s is up", self._kind)
        self._inbox.post(LinkUp(self._kind, self._name, self._clock.now_ms()))


class BackOff:
    """Seconds to wait before trying again: doubling from `first` to `longest`, jittered so that two never march."""

    def __init__(self, first: float = 0.2, longest: float = 5.0) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def wait_s(self) -> float:
        span = self._next
        self._next = min(self._longest, span * 2)
        return span * random.uniform(0.5, 1.0)

    def reset(self) -> None:
        self._next = self._first
