"""The Opus codec, from the system's libopus: 20 ms of 48 kHz mono to a packet and back, lost packets concealed.

FFmpeg's decoder conceals nothing, so this is done without it. An encoder or decoder belongs to one thread.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache

from console.errors import BackendError

RATE = 48_000
FRAME = 960  # samples of 20 ms
PACKET = 1_000  # bytes at most
BITRATE = 40_000
LOSS_PERCENT = 5  # what the forward error correction is to expect

_APPLICATION_VOIP = 2048
_SET_BITRATE, _SET_FEC, _SET_LOSS, _SET_DTX = 4002, 4012, 4014, 4016
_LIBRARY = "libopus.so.0"


_SILK_MS, _HYBRID_MS, _CELT_MS = (10, 20, 40, 60), (10, 20), (2.5, 5, 10, 20)
LONGEST_MS = 120


class BadOpus(ValueError):
    """A packet that is no Opus."""


def length_ms(packet: bytes) -> int:
    """How much sound the packet says it holds, in whole 10 ms, at least 10. Raises BadOpus."""
    if not packet:
        raise BadOpus("it is empty")
    kind, code = packet[0] >> 3, packet[0] & 3
    if kind < 12:
        frame: float = _SILK_MS[kind & 3]
    else:
        frame = _HYBRID_MS[kind & 1] if kind < 16 else _CELT_MS[kind & 3]
    if code == 3 and len(packet) < 2:
        raise BadOpus("it ends early")
    total = frame * (packet[1] & 0x3F if code == 3 else (1, 2, 2)[code])
    if total > LONGEST_MS:
        raise BadOpus("it is too long")
    return max(10, int(total) // 10 * 10)


class Encoder:
    def __init__(self) -> None:
        """Raises BackendError without libopus."""
        self._library = library()
        error = ctypes.c_int()
        self._state = self._library.opus_encoder_create(RATE, 1, _APPLICATION_VOIP, ctypes.byref(error))
        if not self._state or error.value:
            raise BackendError(f"libopus made no encoder ({error.value})")
        for request, value in ((_SET_BITRATE, BITRATE), (_SET_FEC, 1), (_SET_LOSS, LOSS_PERCENT), (_SET_DTX, 0)):
            self._library.opus_encoder_ctl(self._state, ctypes.c_int(request), ctypes.c_int(value))
        self._packet = ctypes.create_string_buffer(PACKET)

    def __del__(self) -> None:
        if getattr(self, "_state", None):
            self._library.opus_encoder_destroy(self._state)

    def encode(self, pcm: bytes) -> bytes:
        """`pcm`: 960 samples of 16 bits."""
        assert len(pcm) == FRAME * 2
        count = self._library.opus_encode(self._state, pcm, FRAME, self._packet, PACKET)
        if count < 0:
            raise BackendError(f"libopus could not encode ({count})")
        return self._packet.raw[:count]


class Decoder:
    def __init__(self) -> None:
        """Raises BackendError without libopus."""
        self._library = library()
        error = ctypes.c_int()
        self._state = self._library.opus_decoder_create(RATE, 1, ctypes.byref(error))
        if not self._state or error.value:
            raise BackendError(f"libopus made no decoder ({error.value})")
        self._pcm = ctypes.create_string_buffer(FRAME * 6 * 2)  # the longest packet is 120 ms

    def __del__(self) -> None:
        if getattr(self, "_state", None):
            self._library.opus_decoder_destroy(self._state)

    def decode(self, packet: bytes) -> bytes:
        """16-bit samples, of as many milliseconds as the packet holds. Raises BadOpus."""
        count = self._library.opus_decode(self._state, packet, len(packet), self._pcm, FRAME * 6, 0) if packet else -1
        if count < 0:
            raise BadOpus(f"libopus refuses it ({count})")
        return self._pcm.raw[: count * 2]

    def conceal(self, following: bytes = b"") -> bytes:
        """20 ms in place of a packet that never came; the packet after it may hold a copy of it."""
        count = self._library.opus_decode(
            self._state, following or None, len(following), self._pcm, FRAME, 1 if following else 0
        )
        return self._pcm.raw[: FRAME * 2] if count == FRAME else bytes(FRAME * 2)


@cache
def library() -> ctypes.CDLL:
    """libopus with its calls described. Raises BackendError."""
    try:
        opus = ctypes.CDLL(_LIBRARY)
    except OSError:
        raise BackendError(f"{_LIBRARY} is missing: install the package libopus0") from None
    pointer, integer = ctypes.c_void_p, ctypes.c_int
    opus.opus_encoder_create.restype = opus.opus_decoder_create.restype = pointer
    opus.opus_encoder_create.argtypes = [ctypes.c_int32, integer, integer, ctypes.POINTER(integer)]
    opus.opus_decoder_create.argtypes = [ctypes.c_int32, integer, ctypes.POINTER(integer)]
    opus.opus_encoder_destroy.argtypes = opus.opus_decoder_destroy.argtypes = [pointer]
    opus.opus_encoder_destroy.restype = opus.opus_decoder_destroy.restype = None
    opus.opus_encode.argtypes = [pointer, ctypes.c_char_p, integer, ctypes.c_char_p, ctypes.c_int32]
    opus.opus_decode.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int32, ctypes.c_char_p, integer, integer]
    opus.opus_encoder_ctl.argtypes = [pointer]  # the rest of it is variadic
    return opus
