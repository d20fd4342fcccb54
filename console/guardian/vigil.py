"""What one console's heartbeat says: when to sound, when to end it, and whether its end was in order. Pure.

All times are seconds of the monotonic clock, handed in.
"""

from __future__ import annotations

import signal
from enum import Enum, auto

from console.guardian.cord import BEAT_S, ENDING, FAILING, HELLO_LIMIT, Hello
from console.mishaps import Cause

# A beat may come one period after the last: what hangs for certain has hung for three (six) whole seconds.
SOUND_S = 3.0 + BEAT_S
KILL_S = 6.0 + BEAT_S
START_S = 120.0  # to the first beat: the demo's simulators, a broker that still saves, a journal to migrate
END_S = 30.0  # from the word that it ends: journal, broker and simulators each have their own seconds
ASKED = frozenset({signal.SIGTERM, signal.SIGINT})  # whoever sends these wants it ended
FOREVER = float("inf")


class Phase(Enum):
    """How far the console is."""

    STARTING = auto()
    LIVING = auto()
    ENDING = auto()
    FAILING = auto()


LIMITS = {Phase.STARTING: START_S, Phase.LIVING: KILL_S, Phase.ENDING: END_S, Phase.FAILING: END_S}


class Vigil:
    """One life of the console. `alive`: the last beat of the life before it; the room has been dark since then."""

    def __init__(self, now: float, alive: float | None = None) -> None:
        self.phase = Phase.STARTING
        self.hello: Hello | None = None
        self.alive = alive  # the last beat, of whichever life; None: nothing has worked yet that could be missed
        self._since = now  # the limit of the phase counts from here
        self._unread = b""

    def heard(self, data: bytes, now: float) -> None:
        """What came over the pulse. Raises ValueError or KeyError when it is not ours."""
        data = self._introduction(data)
        if self.hello is None or not data or self.phase in {Phase.ENDING, Phase.FAILING}:
            return
        self.alive = self._since = now
        self.phase = Phase.ENDING if ENDING in data else Phase.FAILING if FAILING in data else Phase.LIVING

    def _introduction(self, data: bytes) -> bytes:
        """Takes the first line off, gives what follows it."""
        if self.hello is not None:
            return data
        line, end, rest = (self._unread + data).partition(b"\n")
        if end:
            self.hello, self._unread = Hello.from_line(line), b""
            return rest
        if len(line) > HELLO_LIMIT:
            raise ValueError("an introduction without end")
        self._unread = line
        return b""

    def told_to_end(self, now: float) -> None:
        """A person wants it ended: it gets its time to close down, and nothing is to be restarted."""
        if self.phase is not Phase.ENDING:
            self.phase, self._since = Phase.ENDING, now

    # ---- judgement ----

    @property
    def sound_at(self) -> float:
        """From when on the room has to hear that it is blind."""
        if self.alive is None or self.phase is Phase.ENDING:
            return FOREVER
        return self.alive + SOUND_S

    @property
    def kill_at(self) -> float:
        """From when on there is no hope left for this process."""
        return self._since + LIMITS[self.phase]

    def silence_s(self, now: float) -> float:
        """Since the last sign of life of this very process."""
        return now - self._since

    def is_over(self, status: int) -> bool:
        """Whether a process that ended so (`Popen.returncode`) is to stay ended."""
        if self.phase is Phase.ENDING or -status in ASKED:
            return True
        if self.phase is not Phase.STARTING:
            return False
        return status == 0 or (status > 0 and self.alive is None)  # refused its very first start, and said why

    def hang(self, now: float) -> tuple[Cause, str]:
        """Cause and figure of a process that has to be killed."""
        cause = Cause.START_HUNG if self.phase is Phase.STARTING else Cause.HUNG
        return cause, str(int(self.silence_s(now)))


def death(status: int) -> tuple[Cause, str]:
    """Cause and figure of a process that ended by itself (`Popen.returncode`)."""
    if status >= 0:
        return Cause.ENDED, str(status)
    try:
        return Cause.KILLED, signal.Signals(-status).name
    except ValueError:
        return Cause.KILLED, str(-status)
