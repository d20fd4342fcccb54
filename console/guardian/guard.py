"""The guardian itself: one life of the console after another, until one ends in order. One thread, no Qt."""

from __future__ import annotations

import logging
import select
import time
from collections.abc import Sequence

from console.clock import Clock
from console.guardian.life import Life
from console.guardian.orders import Orders
from console.guardian.pace import Pace
from console.guardian.tone import Tone
from console.guardian.vigil import Vigil
from console.guardian.watch import LOOK_S, End, Watch
from console.mishaps import Restart

log = logging.getLogger("guardian")


class Guardian:
    """Keeps the console of `command` alive; its own standard streams are the console's too."""

    def __init__(self, command: Sequence[str], tone: Tone) -> None:
        self._command = command
        self._tone = tone
        self._clock = Clock()
        self._pace = Pace()
        self._orders = Orders()
        self._alive: float | None = None  # the last beat of any life, monotonic seconds

    def run(self) -> int:
        """Returns the exit status of the console that ended in order, or was refused its start."""
        restart: Restart | None = None
        while True:
            end = self._live(restart)
            if end.restart is None or not self._waited():
                return end.status
            log.error("starting the console again")
            restart = end.restart

    def _live(self, restart: Restart | None) -> End:
        with Life(self._command, restart) as life:
            vigil = Vigil(time.monotonic(), self._alive)
            try:
                return Watch(life, vigil, self._orders, self._tone, self._clock).until_over()
            finally:
                self._alive = vigil.alive

    def _waited(self) -> bool:
        """Waits as long as a loop of failures wants; False when somebody told us to end meanwhile."""
        pause = self._pace.pause_s(time.monotonic())
        if pause:
            log.critical(
                "THE CONSOLE KEEPS FAILING. It is started again every %.0f s only: somebody has to look", pause
            )
        until = time.monotonic() + pause
        while not self._orders.is_ended and (left := until - time.monotonic()) > 0:
            if self._alive is not None:
                self._tone.sound(time.monotonic())
            select.select([self._orders.fd], [], [], min(left, LOOK_S))
            list(self._orders.heard())  # nobody is there to pass them on to
        return not self._orders.is_ended
