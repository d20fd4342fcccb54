"""One delayed source as a process: libvlc paints into shared memory; says on standard output what happens.

libvlc shows its last picture again and again when no new one comes, and goes on calling itself playing: only its count
of decoded pictures tells a source that lives from one that is frozen.

Told once, by a line of JSON on standard input, what to play; ends when that closes, without asking libvlc: its `stop`
hangs on a source that stalls.
"""

from __future__ import annotations

import itertools
import logging
import os
import resource
import signal
import sys
import threading
import time
from typing import Any

import orjson

from console import leash
from console.model import CameraId, Quality
from console.videod.delayed.screen import HEIGHT, STRIDE, WIDTH
from console.videod.sheet import Sheet
from console.videod.slots import Picture, SlotWriter

log = logging.getLogger("delayed")

OPTIONS = (
    "--quiet", "--ignore-config", "--no-audio", "--no-spu", "--no-lua", "--no-sub-autodetect-file", "--no-xlib",
    "--no-video-title-show", "--avcodec-threads=1", "--network-caching=300", "--live-caching=300",
)  # fmt: skip
LOOK_S, BEATS = 0.1, 5  # looks at libvlc; every fifth is told: we live
FRESH_NS = 600_000_000  # libvlc counts what it decodes four times a second; older than this it decodes no more
NO_LIBVLC, OVER = 3, 4  # exit codes: this machine has none; the source ended or could not be played
_MEMORY = 2 * 1024 * 1024 * 1024


class Screen(Sheet):
    """Each picture libvlc paints is put into the slot."""

    def __init__(self, vlc: Any, camera: str, quality: Quality, writer: SlotWriter) -> None:
        self._camera, self._quality, self._writer = CameraId(camera), quality, writer
        super().__init__(vlc, STRIDE, HEIGHT, self._on_display)
        self.decoded_ns = 0  # when the count of decoded pictures was seen to grow

    def _on_display(self) -> None:
        if time.monotonic_ns() - self.decoded_ns > FRESH_NS:
            return
        picture = Picture(
            camera=self._camera, quality=self._quality, arrived_ns=self.decoded_ns, width=WIDTH, height=HEIGHT,
            stride=STRIDE, pixels=self.rows, from_memory=False, is_delayed=True,
        )  # fmt: skip
        self._writer.write(picture)
        say("f")


def say(line: str) -> None:
    """Nobody who listens is no error: we are about to end."""
    try:
        os.write(1, line.encode() + b"\n")
    except OSError:
        os._exit(0)


def main() -> int:
    """Play what standard input says until it is over; the exit code says why."""
    leash.end_with_parent()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold the camera's password
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the window's to judge
    told = orjson.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_with_input, name="input", daemon=True).start()
    try:
        import vlc  # looks for libvlc while it is imported

        instance = vlc.Instance(list(OPTIONS))
    except (ImportError, OSError, NameError, AttributeError) as error:
        log.error("no libvlc: %s", error)
        return NO_LIBVLC
    if instance is None:
        return NO_LIBVLC
    writer = SlotWriter(int(told["fd"]), 0)
    screen = Screen(vlc, told["camera"], Quality(told["quality"]), writer)
    player = instance.media_player_new()
    player.video_set_callbacks(screen.lock, screen.unlock, screen.display, None)
    player.video_set_format("RV32", WIDTH, HEIGHT, STRIDE)
    media = instance.media_new(told["url"])
    player.set_media(media)
    player.play()
    _watch(player, Count(vlc, media), screen, {vlc.State.Error, vlc.State.Ended})
    return OVER


class Count:
    """How many pictures libvlc has decoded of its source."""

    def __init__(self, vlc: Any, media: Any) -> None:
        self._media = media
        self._stats = vlc.MediaStats()
        self._last = 0

    def has_grown(self) -> bool:
        """Since it was asked last."""
        now = int(self._stats.decoded_video) if self._media.get_stats(self._stats) else 0
        before, self._last = self._last, now
        return now > before


def _watch(player: Any, count: Count, screen: Screen, over: set[Any]) -> None:
    """Until it is over; says how large the pictures really are."""
    size = (0, 0)
    pause = threading.Event()
    for turn in itertools.count():
        if player.get_state() in over:
            return
        if turn % BEATS == 0:
            say("b")
        if count.has_grown():
            screen.decoded_ns = time.monotonic_ns()
        now = tuple(int(part) for part in player.video_get_size(0))
        if now != size and all(now):
            size = (now[0], now[1])
            say(f"s {size[0]} {size[1]}")
        pause.wait(LOOK_S)


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    os._exit(main())
