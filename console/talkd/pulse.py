"""The recording half of libpulse, as far as it is needed to hear one source and never another one.

Qt cannot ask the sound server for a stream that may not be moved; this can. One thread at a time uses what is here.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_void_p
from enum import IntEnum
from functools import cache

LIBRARY = "libpulse.so.0"
S16LE = 3
LEFT_OPEN = 0xFFFF_FFFF  # the server decides
NO_AUTOSPAWN = 0x1
DONT_MOVE, ADJUST_LATENCY = 0x200, 0x2000


class ContextStanding(IntEnum):
    READY = 4
    FAILED = 5  # or terminated, which is the next


class StreamStanding(IntEnum):
    READY = 2
    FAILED = 3  # or terminated


class _Spec(ctypes.Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Buffers(ctypes.Structure):
    _fields_ = tuple((name, c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


SIGNATURES: dict[str, tuple[object, tuple[object, ...]]] = {
    "pa_mainloop_new": (c_void_p, ()),
    "pa_mainloop_free": (None, (c_void_p,)),
    "pa_mainloop_get_api": (c_void_p, (c_void_p,)),
    "pa_mainloop_prepare": (c_int, (c_void_p, c_int)),
    "pa_mainloop_poll": (c_int, (c_void_p,)),
    "pa_mainloop_dispatch": (c_int, (c_void_p,)),
    "pa_context_new": (c_void_p, (c_void_p, c_char_p)),
    "pa_context_connect": (c_int, (c_void_p, c_char_p, c_int, c_void_p)),
    "pa_context_get_state": (c_int, (c_void_p,)),
    "pa_context_disconnect": (None, (c_void_p,)),
    "pa_context_unref": (None, (c_void_p,)),
    "pa_stream_new": (c_void_p, (c_void_p, c_char_p, POINTER(_Spec), c_void_p)),
    "pa_stream_connect_record": (c_int, (c_void_p, c_char_p, POINTER(_Buffers), c_int)),
    "pa_stream_get_state": (c_int, (c_void_p,)),
    "pa_stream_readable_size": (c_size_t, (c_void_p,)),
    "pa_stream_peek": (c_int, (c_void_p, POINTER(c_void_p), POINTER(c_size_t))),
    "pa_stream_drop": (c_int, (c_void_p,)),
    "pa_stream_disconnect": (c_int, (c_void_p,)),
    "pa_stream_unref": (None, (c_void_p,)),
}


@cache
def library() -> ctypes.CDLL:
    """libpulse with its signatures. Raises OSError where there is none."""
    loaded = ctypes.CDLL(LIBRARY)
    for name, (result, arguments) in SIGNATURES.items():
        function = getattr(loaded, name)
        function.restype, function.argtypes = result, arguments
    return loaded


class Context:
    """A connection to the sound server, with a loop that turns when it is told to."""

    def __init__(self, name: str) -> None:
        """Raises OSError: there is no library."""
        self._pa = library()
        self._loop = self._pa.pa_mainloop_new()
        self._context = self._pa.pa_context_new(self._pa.pa_mainloop_get_api(self._loop), name.encode())
        self._pa.pa_context_connect(self._context, None, NO_AUTOSPAWN, None)

    @property
    def is_ready(self) -> bool:
        return bool(self._pa.pa_context_get_state(self._context) == ContextStanding.READY)

    @property
    def has_failed(self) -> bool:
        return bool(self._pa.pa_context_get_state(self._context) >= ContextStanding.FAILED)

    def turn(self, longest_s: float) -> None:
        """Wait for the server, at most so long, and take what it says."""
        pa, loop = self._pa, self._loop
        if pa.pa_mainloop_prepare(loop, int(longest_s * 1e6)) >= 0 and pa.pa_mainloop_poll(loop) >= 0:
            pa.pa_mainloop_dispatch(loop)

    def record(self, source: str, rate: int, fragment_ms: int) -> Stream:
        """Ask for what this source hears, one channel of 16 bits."""
        return Stream(self._pa, self._context, source, rate, fragment_ms)

    def close(self) -> None:
        self._pa.pa_context_disconnect(self._context)
        self._pa.pa_context_unref(self._context)
        self._pa.pa_mainloop_free(self._loop)


class Stream:
    """What one source hears. It ends when the source goes: the server may not give it another one."""

    def __init__(self, pa: ctypes.CDLL, context: int, source: str, rate: int, fragment_ms: int) -> None:
        self._pa = pa
        self._stream = pa.pa_stream_new(context, b"microphone", byref(_Spec(S16LE, rate, 1)), None)
        fragment = rate * fragment_ms // 1000 * 2
        buffers = _Buffers(LEFT_OPEN, LEFT_OPEN, LEFT_OPEN, LEFT_OPEN, fragment)
        pa.pa_stream_connect_record(self._stream, source.encode(), byref(buffers), DONT_MOVE | ADJUST_LATENCY)

    @property
    def is_ready(self) -> bool:
        return bool(self._pa.pa_stream_get_state(self._stream) == StreamStanding.READY)

    @property
    def has_ended(self) -> bool:
        return bool(self._pa.pa_stream_get_state(self._stream) >= StreamStanding.FAILED)

    def read(self) -> bytes:
        """What is there, with silence in place of what the server lost."""
        heard = bytearray()
        data, size = c_void_p(), c_size_t()
        while self.is_ready and self._pa.pa_stream_readable_size(self._stream) > 0:
            if self._pa.pa_stream_peek(self._stream, byref(data), byref(size)) < 0 or not size.value:
                break
            heard += ctypes.string_at(data.value, size.value) if data.value else bytes(size.value)
            self._pa.pa_stream_drop(self._stream)
        return bytes(heard)

    def close(self) -> None:
        self._pa.pa_stream_disconnect(self._stream)
        self._pa.pa_stream_unref(self._stream)
