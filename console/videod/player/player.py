"""The player as the video process sees it: hands orders to its thread, leaves one that hangs behind. Loop thread."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from console.model import CameraId, Quality
from console.replays import CloseClip, PlayClip, PlayTrouble, ReplayFailed, ReplayOrder, ReplayWord
from console.videod.outlet import Outlet
from console.videod.player.deck import Deck, Pixels, Show
from console.videod.player.film import Film
from console.videod.player.table import Table
from console.videod.slots import SLOTS, Picture

log = logging.getLogger(__name__)

CLOSE_S = 1.0

Later = Callable[..., object]


class Player:
    """`later` runs a call on the loop's thread; `outlet` gives the place of a slot; `report` is told on the loop."""

    def __init__(
        self, data: Path | None, later: Later, outlet: Callable[[int], Outlet], report: Callable[[ReplayWord], None],
        make_deck: Callable[[], Deck] = Deck,
    ) -> None:  # fmt: skip
        self._data = data
        self._later = later
        self._outlet = outlet
        self._report = report
        self._make_deck = make_deck
        self._table: Table | None = None
        self._play = 0
        self._aim: tuple[int, Outlet, int] | None = None  # play, its slot, until that shows something else

    def obey(self, order: ReplayOrder) -> None:
        """Take one order of the window."""
        if isinstance(order, PlayClip):
            if not 0 <= order.slot < SLOTS:
                return
            self._leave_slot()
            self._play, outlet = order.play, self._outlet(order.slot)
            self._aim = (order.play, outlet, outlet.aim())
            if self._table is None:
                self._table = Table(self._data, self._tell, self._shows, self._make_deck())
                self._table.start()
        elif isinstance(order, CloseClip) and order.play == self._play:
            self._leave_slot()
        if self._table is not None:
            self._table.obey(order)

    def tick(self) -> None:
        """A thread that has been at one order for too long is given up; live pictures do not notice."""
        table = self._table
        if table is None or time.monotonic() < table.patience_ends:
            return
        log.error("the player hangs; it is left behind")
        table.end()
        self._table = None
        self._leave_slot()
        self._report(ReplayFailed(self._play, PlayTrouble.HUNG, ""))

    def close(self) -> None:
        if self._table is not None:
            self._table.end()
            self._table.join(CLOSE_S)

    # ---- the player's threads ----

    def _tell(self, word: ReplayWord) -> None:
        self._later(self._heard, word)

    def _shows(self, order: PlayClip, film: Film, deck: Deck) -> Show:
        """What puts the pictures of this clip into its slot, until the slot shows something else."""
        aim = self._aim

        def show(pixels: Pixels) -> None:
            picture = Picture(
                camera=CameraId(film.facts.camera), quality=Quality.SUB, arrived_ns=time.monotonic_ns(),
                width=film.width, height=film.height, stride=deck.stride,
                pixels=pixels.data.cast("B"), from_memory=True,
            )  # fmt: skip
            if aim is not None and aim[0] == order.play:
                aim[1].write(aim[2], picture)

        return show

    # ---- loop ----

    def _heard(self, word: ReplayWord) -> None:
        """A word of a clip that was closed meanwhile concerns nobody."""
        if word.play == self._play:
            self._report(word)

    def _leave_slot(self) -> None:
        """Pictures that still come go nowhere."""
        if self._aim is not None:
            self._aim[1].aim()
            self._aim = None
