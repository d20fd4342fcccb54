"""The memory libvlc paints in, and what it calls back. Its callbacks run on threads of libvlc."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

SPARE = 32  # rows libvlc may touch beyond the picture


class Sheet:
    """`rows`: `height` × `stride` bytes of BGRA; `on_display` is called for each picture, whole and due."""

    def __init__(self, vlc: Any, stride: int, height: int, on_display: Callable[[], None]) -> None:
        self._memory = (ctypes.c_ubyte * (stride * (height + SPARE)))()
        self._address = ctypes.addressof(self._memory)
        self.rows = memoryview(self._memory).cast("B")[: stride * height]
        decorators = vlc.CallbackDecorators
        self.lock = decorators.VideoLockCb(self._on_lock)
        self.unlock = decorators.VideoUnlockCb(lambda _opaque, _picture, _planes: None)
        self.display = decorators.VideoDisplayCb(lambda _opaque, _picture: on_display())

    def _on_lock(self, _opaque: Any, planes: Any) -> int:
        planes[0] = self._address
        return 0
