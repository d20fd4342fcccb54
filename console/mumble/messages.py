"""The words of the control channel that we say or understand, and the frame around each. Pure.

Only the fields we use are declared; numbers are the protocol's.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from console.mumble.wire import BadMessage, at, decode, encode, many

FRAME = struct.Struct(">HI")  # kind, length
FRAME_LIMIT = 512 * 1024  # bytes of one message: a picture of a user may be 128 KiB
TUNNEL = 1  # a voice packet inside the control channel


@dataclass(frozen=True, slots=True)
class Version:
    version: int | None = at(1)
    release: str | None = at(2)
    os: str | None = at(3)


@dataclass(frozen=True, slots=True)
class Authenticate:
    username: str | None = at(1)
    password: str | None = at(2)
    tokens: tuple[str, ...] = many(3)
    opus: bool | None = at(5)


@dataclass(frozen=True, slots=True)
class Ping:
    timestamp: int | None = at(1)
    good: int | None = at(2)
    late: int | None = at(3)
    lost: int | None = at(4)


class RejectKind(IntEnum):
    WRONG_VERSION = 1
    INVALID_USERNAME = 2
    WRONG_USER_PASSWORD = 3
    WRONG_SERVER_PASSWORD = 4
    USERNAME_IN_USE = 5
    SERVER_FULL = 6
    NO_CERTIFICATE = 7


@dataclass(frozen=True, slots=True)
class Reject:
    kind: int | None = at(1)
    reason: str | None = at(2)


@dataclass(frozen=True, slots=True)
class ServerSync:
    session: int | None = at(1)


@dataclass(frozen=True, slots=True)
class ChannelRemove:
    channel: int | None = at(1)


@dataclass(frozen=True, slots=True)
class ChannelState:
    channel: int | None = at(1)
    parent: int | None = at(2)
    name: str | None = at(3)
    temporary: bool | None = at(8)


@dataclass(frozen=True, slots=True)
class UserRemove:
    session: int | None = at(1)
    reason: str | None = at(3)


@dataclass(frozen=True, slots=True)
class UserState:
    session: int | None = at(1)
    name: str | None = at(3)
    channel: int | None = at(5)
    mute: bool | None = at(6)
    suppress: bool | None = at(8)
    self_mute: bool | None = at(9)
    recording: bool | None = at(19)


@dataclass(frozen=True, slots=True)
class PermissionDenied:
    permission: int | None = at(1)
    channel: int | None = at(2)
    session: int | None = at(3)
    reason: str | None = at(4)
    kind: int | None = at(5)


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """One line of a channel's rights. `inherited` must be said: absent it means yes, and the line is ignored."""

    apply_here: bool | None = at(1)
    apply_below: bool | None = at(2)
    inherited: bool | None = at(3)
    group: str | None = at(5)
    grant: int | None = at(6)
    deny: int | None = at(7)


@dataclass(frozen=True, slots=True)
class ChannelRights:
    """Replaces the rights of a channel. `rules` are encoded `ChannelRule`s."""

    channel: int | None = at(1)
    inherit: bool | None = at(2)
    rules: tuple[bytes, ...] = many(4)


@dataclass(frozen=True, slots=True)
class CryptSetup:
    key: bytes | None = at(1)
    client_nonce: bytes | None = at(2)
    server_nonce: bytes | None = at(3)


@dataclass(frozen=True, slots=True)
class VoiceAim:
    """Whom one voice target reaches."""

    channel: int | None = at(2)
    with_below: bool | None = at(5)


@dataclass(frozen=True, slots=True)
class VoiceTarget:
    """What a number in a voice packet stands for, 1 to 30. `aims` are encoded `VoiceAim`s."""

    number: int | None = at(1)
    aims: tuple[bytes, ...] = many(2)


Message = (
    Version | Authenticate | Ping | Reject | ServerSync | ChannelRemove | ChannelState | UserRemove | UserState
    | PermissionDenied | ChannelRights | CryptSetup | VoiceTarget
)  # fmt: skip

_KINDS: dict[int, type[Message]] = {
    0: Version, 2: Authenticate, 3: Ping, 4: Reject, 5: ServerSync, 6: ChannelRemove, 7: ChannelState, 8: UserRemove,
    9: UserState, 12: PermissionDenied, 13: ChannelRights, 15: CryptSetup, 19: VoiceTarget,
}  # fmt: skip
_NUMBERS = {kind: number for number, kind in _KINDS.items()}


def framed(message: Message) -> bytes:
    """The message as it goes over the control channel."""
    body = encode(message)
    return FRAME.pack(_NUMBERS[type(message)], len(body)) + body


def tunnelled(packet: bytes) -> bytes:
    """A voice packet that goes over the control channel."""
    return FRAME.pack(TUNNEL, len(packet)) + packet


def taken(buffer: bytearray) -> Iterator[Message | bytes]:
    """What has arrived whole, taken out of the buffer: messages we know, and tunnelled packets as bytes.

    Raises BadMessage for a frame that is too long or no message: then nothing of the peer can be believed any more.
    """
    while len(buffer) >= FRAME.size:
        number, length = FRAME.unpack_from(buffer)
        if length > FRAME_LIMIT:
            raise BadMessage("frame too long")
        if len(buffer) < FRAME.size + length:
            return
        body = bytes(buffer[FRAME.size : FRAME.size + length])
        del buffer[: FRAME.size + length]
        if number == TUNNEL:
            yield body
        elif (kind := _KINDS.get(number)) is not None:
            yield decode(kind, body)
