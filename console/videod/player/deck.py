"""libvlc itself: shows the pictures of one file in memory, one thread makes every call to it (the player's).

What was measured and is relied on (libvlc 3.0): a seek while paused shows the last picture at or before the moment that
was asked for; of two seeks that follow closely the second may be lost, the same seek once more is not; a paused picture
is shown again and again; playing on shows each picture `LATENCY_S` after its time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from console.replays import PlayTrouble
from console.videod.player.film import Film, NoFilm
from console.videod.sheet import Sheet

OPTIONS = (
    "--quiet", "--ignore-config", "--no-audio", "--no-spu", "--no-lua", "--no-sub-autodetect-file",
    "--no-video-title-show", "--no-drop-late-frames", "--no-skip-frames", "--avcodec-threads=1", "--no-xlib",
    "--play-and-pause",
)  # fmt: skip
LATENCY_S = 0.011
OPEN_S, SETTLE_S = 4.0, 0.4
SEEKS_APART_S = 0.13
TRIES = 4
SAME_AGAIN = 3  # times the old picture may be shown again after a seek, before it is the one that was sought
APART_NS = 12_000_000  # pictures that follow closer than this need not all be handed on

Pixels = NDArray[np.uint8]
Show = Callable[[Pixels], None]  # height × stride × 1 of BGRA rows, on a thread of libvlc


class Screen(Sheet):
    """`show` is called for each picture libvlc paints."""

    def __init__(self, vlc: Any, film: Film, show: Show) -> None:
        self.width, self.height = film.width, film.height
        self.stride = -(-film.width * 4 // 32) * 32
        super().__init__(vlc, self.stride, film.height, self._on_display)
        rows: Pixels = np.frombuffer(self.rows, np.uint8)
        self.pixels = rows.reshape(film.height, self.stride)
        self._show = show
        self._shown_ns = 0
        self._before: Pixels | None = None
        self._again = 0
        self.settled = threading.Event()
        self.moved_at = 0.0  # monotonic s of the first picture that was another than the one expected to change

    def _on_display(self) -> None:
        now = time.monotonic_ns()
        if (before := self._before) is not None:
            self._look(before)
        if now - self._shown_ns >= APART_NS:
            self._shown_ns = now
            self._show(self.pixels)

    def expect(self) -> None:
        """Another picture was asked for: `settled` is set once it is there."""
        self.settled.clear()
        self._again, self.moved_at = 0, 0.0
        self._before = self.sample()

    def _look(self, before: Pixels) -> None:
        self._again += 1
        if not np.array_equal(before, self.sample()):
            self.moved_at = time.monotonic()
            self._before = None
            self.settled.set()
        elif self._again == SAME_AGAIN:
            self.settled.set()

    def sample(self) -> Pixels:
        """Enough of the picture to tell it from another."""
        return self.pixels[::2, ::3].copy()


class Deck:
    """One file at a time; every method is called by one thread. Raises NoFilm."""

    def __init__(self) -> None:
        self._vlc: Any = None
        self._instance: Any = None
        self._player: Any = None
        self._screen: Screen | None = None
        self._sought_at = 0.0

    def load(self) -> None:
        """Find libvlc. Raises NoFilm when this machine has none."""
        if self._instance is not None:
            return
        try:
            import vlc
        except (ImportError, OSError, NameError) as error:  # python-vlc looks for libvlc while it is imported
            raise NoFilm(PlayTrouble.NO_PLAYER, str(error)[:200]) from error
        self._vlc = vlc
        try:
            self._instance = vlc.Instance(list(OPTIONS))
        except (AttributeError, NameError, vlc.VLCException) as error:
            raise NoFilm(PlayTrouble.NO_PLAYER, str(error)[:200]) from error
        if self._instance is None:
            raise NoFilm(PlayTrouble.NO_PLAYER, "libvlc takes none of our options")

    def open(self, film: Film, show: Show) -> None:
        """Show the first picture of this file, paused."""
        self.load()
        self._screen = Screen(self._vlc, film, show)
        self._player = self._instance.media_player_new()
        screen = self._screen
        self._player.video_set_callbacks(screen.lock, screen.unlock, screen.display, None)
        self._player.video_set_format("RV32", screen.width, screen.height, screen.stride)
        media = self._instance.media_new_path(str(film.place.clip))
        media.add_option(":start-paused")
        media.add_option(":file-caching=0")  # a slow rate would wait for so much of the file before it goes on
        self._player.set_media(media)
        media.release()
        self._begin()

    def _begin(self) -> None:
        self._player.play()
        end, state = time.monotonic() + OPEN_S, self._vlc.State
        while (now := self._player.get_state()) != state.Paused:
            if now in {state.Error, state.Ended} or time.monotonic() > end:
                raise NoFilm(PlayTrouble.UNPLAYABLE, str(now))
            time.sleep(0.002)  # libvlc tells its state to whoever asks; its events come on a thread of its own

    def go(self, moment_ms: int) -> None:
        """Stand still at the picture of this moment."""
        self._player.set_pause(1)
        if not self._seek(moment_ms):
            self._restart()
            self._seek(moment_ms)

    def _restart(self) -> None:
        """At the end of a file libvlc may show nothing any more, whatever is sought."""
        self._player.stop()
        self._begin()

    def confirm(self, moment_ms: int) -> None:
        """Seek the same again until two seeks agree: nothing else tells that the first one was not lost."""
        assert self._screen is not None
        for _ in range(TRIES):
            before = self._screen.sample()
            self.go(moment_ms)
            if np.array_equal(before, self._screen.sample()):
                return

    def _seek(self, moment_ms: int) -> bool:
        """False: nothing at all was shown."""
        assert self._screen is not None
        time.sleep(max(0.0, self._sought_at + SEEKS_APART_S - time.monotonic()))
        self._sought_at = time.monotonic()
        self._screen.expect()
        self._player.set_time(moment_ms)
        return self._screen.settled.wait(SETTLE_S)

    def run(self) -> None:
        """Play on from where it stands; `moved_at` tells when the next picture came."""
        assert self._screen is not None
        self._screen.expect()
        self._player.set_pause(0)

    @property
    def moved_at(self) -> float:
        """When the first other picture came since it was sought or run, monotonic s; 0 while it has not."""
        return self._screen.moved_at if self._screen is not None else 0.0

    def set_rate(self, rate: float) -> None:
        self._player.set_rate(rate)

    def time_ms(self) -> int:
        """Where libvlc believes to be; up to half a second behind."""
        return int(self._player.get_time())

    def has_failed(self) -> bool:
        return bool(self._player.get_state() == self._vlc.State.Error)

    def picture(self) -> Pixels:
        """A copy of what it shows, height × width × 4, BGRA."""
        assert self._screen is not None
        screen = self._screen
        return screen.pixels[:, : screen.width * 4].reshape(screen.height, screen.width, 4).copy()

    @property
    def stride(self) -> int:
        return self._screen.stride if self._screen is not None else 0

    def close(self) -> None:
        """Leave the file; may be called twice."""
        player, self._player = self._player, None
        if player is not None:
            player.stop()
            player.release()
        self._screen = None
