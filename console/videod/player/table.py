"""The player's thread: one clip on one deck, obeyed in order; says where it is five times a second.

While it plays, the picture that is shown follows from the clock: libvlc does not tell. Whenever it stands still, the
deck is sent to exactly that picture, so that what is said and what is shown are one.
"""

from __future__ import annotations

import logging
import math
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    RateClip,
    ReplayFailed,
    ReplayOrder,
    ReplayWord,
    SeekClip,
    SnapClip,
    SnapshotFailed,
    SnapshotSaved,
    StepClip,
)
from console.videod.evidence_place import of_disk
from console.videod.player import snapshot
from console.videod.player.deck import LATENCY_S, Deck, Show
from console.videod.player.film import Film, NoFilm, open_film

log = logging.getLogger(__name__)

CALL_S, FILE_S = 5.0, 30.0  # how long libvlc, and a slow disk, may take for one thing
TURN_S = 0.05
SAY_S = 0.2
START_S = 1.0  # libvlc needs less to begin to play
RATES = (0.25, 8.0)
ASTRAY_S = 1.5  # libvlc and the clock may not be further apart


class _End:
    """The thread is to end."""


def _as_one(order: ReplayOrder | _End, following: ReplayOrder | _End | None) -> ReplayOrder | None:
    """Two orders of which one is enough: a slider that is dragged, a key that is held."""
    match order, following:
        case SeekClip(), SeekClip() if order.play == following.play:
            return following
        case StepClip(), StepClip() if order.play == following.play:
            return StepClip(order.play, order.frames + following.frames)
    return None


Tell = Callable[[ReplayWord], None]
MakeShow = Callable[[PlayClip, Film, Deck], Show]


class Table(threading.Thread):
    """`tell` and what `show` gives are called on this thread and on those of libvlc."""

    def __init__(self, data: Path | None, tell: Tell, show: MakeShow, deck: Deck | None = None) -> None:
        super().__init__(name="player", daemon=True)
        self._data = data
        self._tell = tell
        self._make_show = show
        self._deck = deck or Deck()
        self._orders: queue.SimpleQueue[ReplayOrder | _End] = queue.SimpleQueue()
        self._held: ReplayOrder | _End | None = None  # taken out of the queue and not obeyed yet
        self._order: PlayClip | None = None
        self._film: Film | None = None
        self._index = 0  # of the picture it stands or last stood at
        self._rate = 1.0
        self._running_since: float | None = None
        self._is_timed = False  # it is known since when it has been playing
        self._is_ended = False
        self._is_unconfirmed = False  # it stands still, and the deck has been sent there only once
        self._say_at = 0.0
        self.patience_ends = math.inf  # monotonic s: a thread that is busy with one thing at this moment hangs

    # ---- any thread ----

    def obey(self, order: ReplayOrder) -> None:
        self._orders.put(order)

    def end(self) -> None:
        self._orders.put(_End())

    # ---- this thread ----

    def run(self) -> None:
        while True:
            order = self._next()
            self._begin_work(CALL_S)
            if isinstance(order, _End):
                self._deck.close()
                return
            self._turn(order)
            self.patience_ends = math.inf

    def _begin_work(self, patience_s: float) -> None:
        self.patience_ends = time.monotonic() + patience_s

    def _next(self) -> ReplayOrder | _End | None:
        """The next order; None when it is time to look at the clock."""
        is_awake = self._running_since is not None or self._is_unconfirmed
        order = self._held or self._get(TURN_S if is_awake else None)
        self._held = None
        while order is not None:
            self._held = self._get(0)
            both = _as_one(order, self._held)
            if both is None:
                break
            order = both
        return order

    def _get(self, timeout: float | None) -> ReplayOrder | _End | None:
        try:
            return self._orders.get(timeout=timeout) if timeout != 0 else self._orders.get_nowait()
        except queue.Empty:
            return None

    def _turn(self, order: ReplayOrder | None) -> None:
        try:
            if order is not None:
                self._do(order)
            elif self._running_since is not None:
                self._look()
            elif self._film is not None and self._is_unconfirmed:
                self._confirm()
        except NoFilm as trouble:
            self._fail(trouble)
        except Exception as error:  # a worker loop's catch-all: one clip's trouble must not cost the player
            log.exception("a clip made the player raise")
            self._fail(NoFilm(PlayTrouble.UNPLAYABLE, type(error).__name__))

    def _do(self, order: ReplayOrder) -> None:
        if isinstance(order, PlayClip):
            self._open(order)
        elif self._film is None or self._order is None or order.play != self._order.play:
            return
        elif isinstance(order, CloseClip):
            self._close()
            return
        else:
            self._handle(order)
        self._say()

    def _handle(self, order: ReplayOrder) -> None:
        match order:
            case SeekClip():
                assert self._film is not None
                self._go(self._film.index_at(order.at_ms))
            case StepClip():
                self._halt()
                self._go(self._index + order.frames)
            case PauseClip(is_paused=True):
                self._halt()
            case PauseClip():
                self._play_on()
            case RateClip():
                index = self._now()
                self._rate = max(RATES[0], min(order.rate, RATES[1]))
                self._deck.set_rate(self._rate)
                self._go(index)
            case SnapClip():
                self._halt()
                self._snap(order)

    # ---- a clip comes and goes ----

    def _open(self, order: PlayClip) -> None:
        self._close()
        self._order = order
        self._deck.load()
        self._begin_work(FILE_S)
        film = open_film(self._data, order.path, order.sha256)
        self._begin_work(CALL_S)
        self._deck.open(film, self._make_show(order, film, self._deck))
        self._film, self._index, self._rate, self._is_ended = film, 0, 1.0, False
        self._go(0)
        self._play_on()

    def _close(self) -> None:
        self._running_since = None
        self._is_unconfirmed = False
        self._film = None
        self._deck.close()

    def _fail(self, trouble: NoFilm) -> None:
        order = self._order
        if order is not None:
            log.error("the clip %s cannot be played: %s", order.path, trouble)
            self._tell(ReplayFailed(order.play, trouble.code, trouble.detail))
        self._running_since = self._film = None
        try:
            self._deck.close()
        except Exception:  # what failed once may fail again while it is put away
            log.exception("the player could not leave its clip")
            self._deck = Deck()

    # ---- where it is ----

    def _now(self) -> int:
        """Number of the picture that is shown now."""
        assert self._film is not None
        if self._running_since is None or not self._is_under_way():
            return self._index
        passed_s = max(0.0, time.monotonic() - self._running_since - LATENCY_S)
        return self._film.index_at(self._film.moment_of(self._index) + passed_s * self._rate * 1000)

    def _is_under_way(self) -> bool:
        """Whether the clock counts yet: from the second picture on, for which libvlc takes its time."""
        assert self._film is not None and self._running_since is not None
        if self._is_timed:
            return True
        times, following = self._film.times_ms, min(self._index + 1, self._film.last)
        wait_s = max(0.0, times[following] - self._film.moment_of(self._index)) / 1000 / self._rate
        if moved_at := self._deck.moved_at:
            self._running_since = moved_at - wait_s - LATENCY_S
        elif time.monotonic() < self._running_since + wait_s + START_S / min(
            1.0, self._rate
        ):  # later: a scene in which nothing moves
            return False
        self._is_timed = True
        return True

    def _go(self, index: int) -> None:
        """Show this picture; go on from there if it was playing."""
        assert self._film is not None
        was_running = self._running_since is not None
        self._running_since = None
        self._index = max(0, min(index, self._film.last))
        self._is_ended = False
        self._deck.go(self._film.moment_of(self._index))
        self._is_unconfirmed = not was_running
        if was_running:
            self._run()

    def _confirm(self) -> None:
        assert self._film is not None
        self._is_unconfirmed = False
        self._deck.confirm(self._film.moment_of(self._index))

    def _run(self) -> None:
        self._is_unconfirmed = self._is_timed = False
        self._running_since = time.monotonic()
        self._deck.run()

    def _play_on(self) -> None:
        assert self._film is not None
        if self._running_since is None:
            if self._index == self._film.last:
                self._go(0)
            self._run()
            self._is_ended = False

    def _halt(self) -> None:
        """Stand still at the picture that is shown."""
        if self._running_since is not None:
            index = self._now()
            self._running_since = None
            self._go(index)

    def _look(self) -> None:
        """What the clock and libvlc say, while it plays."""
        assert self._film is not None
        if self._deck.has_failed():
            raise NoFilm(PlayTrouble.UNPLAYABLE, "libvlc gave up")
        index, there_ms = self._now(), self._deck.time_ms()
        if index == self._film.last:
            self._running_since = None
            self._go(index)
            self._is_ended = True
            self._say()
            return
        if abs(self._film.times_ms[index] - there_ms) > ASTRAY_S * 1000 * max(1.0, self._rate):
            self._go(self._film.index_at(there_ms))
        if time.monotonic() >= self._say_at:
            self._say()

    def _say(self) -> None:
        film, order = self._film, self._order
        if film is None or order is None:
            return
        self._say_at = time.monotonic() + SAY_S
        index = self._now()
        self._tell(
            ClipAt(
                play=order.play, frame=index, frames=film.last + 1, at_ms=round(film.times_ms[index]),
                length_ms=film.length_ms, start_ms=film.facts.start_ms, rate=self._rate,
                is_paused=self._running_since is None, is_ended=self._is_ended,
            )
        )  # fmt: skip

    def _snap(self, order: SnapClip) -> None:
        """A picture that cannot be kept is told; the clip stays open."""
        assert self._film is not None
        self._confirm()
        try:
            kept = snapshot.keep(self._deck.picture(), self._film, self._index, order)
        except OSError as error:
            code = of_disk(error).code
            log.error("no snapshot: %s", error.strerror)
            self._tell(SnapshotFailed(order.play, code, error.strerror or ""))
            return
        root = self._film.place.clip.parents[5]
        path = kept.path.relative_to(root).as_posix()
        self._tell(SnapshotSaved(order.play, path, kept.sha256, kept.at_ms, self._index))
