"""Watching one life of the console to its end: sounds, takes stacks, kills, reports. Guardian's only thread."""

from __future__ import annotations

import logging
import selectors
import signal
import time
from dataclasses import dataclass

from console.clock import Clock
from console.guardian import report
from console.guardian.life import Life
from console.guardian.orders import Orders
from console.guardian.tone import Tone
from console.guardian.vigil import Phase, Vigil, death
from console.guardian.vitals import vitals
from console.mishaps import Cause, Restart

log = logging.getLogger("guardian")

LOOK_S = 0.5  # while it sounds
SIGNAL_STATUS = 128  # a shell's way to name the signal that ended a program
COULD_NOT_END = 1


@dataclass(frozen=True, slots=True)
class End:
    """How a life ended: `restart` says why there is to be another, None that there is not."""

    status: int  # for whoever waits for us
    restart: Restart | None = None


class Watch:
    """Of one `Life`; `vigil` judges."""

    def __init__(self, life: Life, vigil: Vigil, orders: Orders, tone: Tone, clock: Clock) -> None:
        self._life = life
        self._vigil = vigil
        self._orders = orders
        self._tone = tone
        self._clock = clock
        self._selector = selectors.DefaultSelector()
        self._sounding = False
        self._silent_since: float | None = None  # this very process hung, and may come back

    def until_over(self) -> End:
        """Raises nothing a console can cause."""
        with self._selector as selector:
            for descriptor in (self._orders.fd, self._life.pulse, self._life.death):
                selector.register(descriptor, selectors.EVENT_READ)
            while (end := self._turn()) is None:
                continue
        return end

    def _turn(self) -> End | None:
        ready = self._ready(self._wait_s()) or self._ready(0.0)  # a wait we were stopped in ends with nothing
        now = time.monotonic()
        if self._orders.fd in ready:
            self._obey(now)
        if self._life.pulse in ready:
            self._hear(now)
        if self._life.death in ready:
            return self._dead()
        if self._life.pulse in ready:  # judged only when nothing was there to read: we may have been asleep
            return None
        return self._judge(now)

    def _ready(self, wait_s: float) -> set[int]:
        return {key.fd for key, _ in self._selector.select(wait_s)}

    def _wait_s(self) -> float:
        left = max(0.0, min(self._vigil.sound_at, self._vigil.kill_at) - time.monotonic())
        if not self._sounding:
            return left
        return min(LOOK_S, max(0.0, self._vigil.kill_at - time.monotonic()))

    def _obey(self, now: float) -> None:
        for number in self._orders.heard():
            self._life.pass_on(number)
        if self._orders.is_ended:
            self._vigil.told_to_end(now)
            self._quiet()

    def _hear(self, now: float) -> None:
        data = self._life.read()
        if not data:  # it closed its end, and is about to die
            self._selector.unregister(self._life.pulse)
            return
        try:
            self._vigil.heard(data, now)
        except (ValueError, KeyError) as error:
            log.error("not a word of the console: %s", error)
        if self._sounding and self._vigil.sound_at > now:
            self._recovered(now)

    def _judge(self, now: float) -> End | None:
        if now >= self._vigil.sound_at:
            if not self._sounding:
                self._silent(now)
            self._tone.sound(now)
        return self._hung(now) if now >= self._vigil.kill_at else None

    # ---- what is found ----

    def _silent(self, now: float) -> None:
        self._sounding = True
        self._tone.sound(now)
        dark_s = now - (self._vigil.alive or now)
        log.error("no working console for %.1f s: sounding (%s)", dark_s, self._tone.outcome)
        if self._vigil.phase is Phase.LIVING:
            self._silent_since = self._vigil.alive
            self._life.ask_for_stacks()

    def _quiet(self) -> None:
        self._sounding = False
        self._tone.stop()

    def _recovered(self, now: float) -> None:
        """A beat ends the silence: of a new console, or of one that hung for a while."""
        self._quiet()
        log.error("the console works; the tone: %s", self._tone.outcome)
        if self._silent_since is not None:
            hung_s, self._silent_since = now - self._silent_since, None
            self._report(f"it hung for {hung_s:.1f} s and came back by itself", vitals(self._life.pid))

    def _hung(self, now: float) -> End:
        cause, figure = self._vigil.hang(now)
        process = vitals(self._life.pid)
        if self._vigil.hello is not None:
            self._life.ask_for_stacks()
        is_over = self._vigil.phase is Phase.ENDING
        self._life.kill()
        log.error("the console hung for %s s (%s): killed", figure, self._vigil.phase.name.lower())
        written = self._report(f"it hung for {figure} s ({self._vigil.phase.name.lower()}) and was killed", process)
        return End(COULD_NOT_END) if is_over else self._again(COULD_NOT_END, cause, figure, written)

    def _dead(self) -> End:
        self._hear_last()
        status = self._life.status()
        shown = status if status >= 0 else SIGNAL_STATUS - status
        cause, figure = death(status)
        is_over = self._vigil.is_over(status)
        if is_over and (status >= 0 or -status in (signal.SIGTERM, signal.SIGINT)):
            return End(shown)
        what = "was ended by" if cause is Cause.KILLED else "ended with status"
        log.error("the console %s %s", what, figure)
        written = self._report(f"it {what} {figure} ({self._vigil.phase.name.lower()})", "")
        return End(shown) if is_over else self._again(shown, cause, figure, written)

    def _hear_last(self) -> None:
        """What it said before it died may still be in the pipe."""
        if self._life.pulse in self._selector.get_map():
            self._hear(time.monotonic())

    def _again(self, status: int, cause: Cause, figure: str, written: str) -> End:
        alive = self._vigil.alive if self._vigil.alive is not None else time.monotonic()
        return End(status, Restart(cause, figure, written, int(alive * 1_000_000_000)))

    def _report(self, what: str, process: str) -> str:
        """Its path, "" when there is none: a console that never said where reports belong gets none."""
        hello = self._vigil.hello
        if hello is None:
            return ""
        crash = report.Crash(
            what, self._clock.now_ms(), hello.position, {"tone": self._tone.outcome},
            self._life.sections(hello.log_file, process),
        )  # fmt: skip
        written = report.write(hello.data, crash)
        if written:
            log.error("report: %s", hello.data / written)
        return written
