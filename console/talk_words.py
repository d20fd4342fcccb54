"""The seam to the voice transports, part of the Talk port: groups, their states, and what is said of every press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from console.model import GroupId


@dataclass(frozen=True, slots=True)
class TalkGroup:
    """People who hear each other. `channel`: its path at the voice server, names separated by "/", "" the root.

    `with_below`: what is said goes to all channels below it too.
    """

    id: GroupId
    channel: str
    with_below: bool = False


class TalkState(StrEnum):
    """What a press would do to this group, as the transport has it and not as it was meant."""

    NOT_CONNECTED = "not_connected"
    OPENING = "opening"
    READY = "ready"
    ON_AIR = "on_air"  # packets of ours go out
    BUSY = "busy"  # somebody else speaks; a press is heard all the same
    REFUSED = "refused"  # the server says no: `TalkDetail` why
    DEVICE_LOST = "device_lost"  # the microphone was unplugged or replaced
    NO_MICROPHONE = "no_microphone"


class TalkDetail(StrEnum):
    """Why a group is not connected or refused; the windows put words to it."""

    NONE = ""
    NOT_STARTED = "not_started"  # nothing was tried yet
    UNREACHABLE = "unreachable"  # nobody answers at the address
    LOST = "lost"  # the server closed the connection, or its end was cut
    SILENT = "silent"  # connected, and nothing comes any more: the server or the network is frozen
    NONSENSE = "nonsense"  # what it sends is not the protocol
    NO_TLS = "no_tls"  # no encrypted connection could be agreed on
    CERTIFICATE = "certificate"  # the server's is not the pinned one, or no authority answers for it
    WRONG_PASSWORD = "wrong_password"
    NAME_IN_USE = "name_in_use"
    NAME_REFUSED = "name_refused"
    SERVER_FULL = "server_full"
    NEEDS_CERTIFICATE = "needs_certificate"  # the server wants one of ours
    NOT_ADMITTED = "not_admitted"  # for another reason
    KICKED = "kicked"
    UNKNOWN_CHANNEL = "unknown_channel"
    MAY_NOT_ENTER = "may_not_enter"  # the channel
    MAY_NOT_SPEAK = "may_not_speak"  # in it
    MUTED = "muted"  # by the server's people
    PASSWORD_UNREADABLE = "password_unreadable"  # the reference to our password leads nowhere
    OWN_CERTIFICATE = "own_certificate"  # ours, or its key, cannot be read
    NO_CODEC = "no_codec"  # libopus is not installed
    PROCESS = "process"  # the voice process ended


class TalkTone(StrEnum):
    """What only the person at this position hears, whatever alarm sounds."""

    WARNING = "warning"  # the limit of a press is near
    CUT = "cut"  # a press was refused, or ended by anything but the hand


class PressEnd(StrEnum):
    """Why the gate is shut again."""

    RELEASED = "released"
    LIMIT = "limit"  # as long as one may talk
    GUARD = "guard"  # `held` was not repeated
    LOST = "lost"  # the microphone, every group or the voice process
    REFUSED = "refused"  # it never opened: no group was ready, or no microphone


class Direction(StrEnum):
    SENT = "sent"
    HEARD = "heard"


class MicrophoneTrouble(StrEnum):
    """Why nobody can be heard speaking here."""

    NONE_THERE = "none_there"  # there is none, or not the chosen one
    UNPLUGGED = "unplugged"
    STALLED = "stalled"  # it is there and gives nothing
    NOT_OPENED = "not_opened"
    OFF = "off"  # this position is configured to make no sound


class SayTrouble(StrEnum):
    """Why a burst is not played again."""

    NONE = ""
    MISSING = "missing"
    UNPLAYABLE = "unplayable"
    NO_DEVICE = "no_device"
    CUT = "cut"  # by another one, or the key went down


@dataclass(frozen=True, slots=True)
class GroupState:
    """Posted when anything of it changes. `who`: who speaks, or spoke last while busy; times are epoch ms."""

    group: GroupId
    state: TalkState
    who: str
    since_ms: int
    members: tuple[str, ...]
    detail: TalkDetail
    about: str = ""  # what the server or the system says, for the log


@dataclass(frozen=True, slots=True)
class Speaking:
    group: GroupId
    who: str
    on: bool


@dataclass(frozen=True, slots=True)
class MicLevel:
    """At most ten times a second; only the newest counts."""

    dbfs: float  # peak of the last 100 ms, −120 in silence
    gate_open: bool


@dataclass(frozen=True, slots=True)
class PressEnded:
    """Once for every press."""

    press: int
    cause: PressEnd


@dataclass(frozen=True, slots=True)
class Burst:
    """What was said once, by us or by one of a group, is a file: Opus in Matroska, as it was on the wire."""

    direction: Direction
    groups: tuple[GroupId, ...]
    who: str  # "" when it was us
    start_ms: int
    length_ms: int
    holes: int  # packets of 20 ms that never came
    path: str  # relative to the data folder; "" when it could not be written
    sha256: str


@dataclass(frozen=True, slots=True)
class MicrophoneLost:
    """Nothing is sent any more, and never from another microphone."""

    device: str
    reason: MicrophoneTrouble


@dataclass(frozen=True, slots=True)
class MicrophoneBack:
    device: str


@dataclass(frozen=True, slots=True)
class Microphones:
    """What one could speak into, by name, and what is used."""

    names: tuple[str, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """A burst has been played to its end, or not."""

    path: str
    trouble: SayTrouble


TalkWord = (
    GroupState | Speaking | MicLevel | PressEnded | Burst | MicrophoneLost | MicrophoneBack | Microphones | SaidAgain
)
TALK_WORDS: tuple[type, ...] = get_args(TalkWord)
