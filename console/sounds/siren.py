"""Which tone sounds now: the gravest of the unacknowledged alarms that are neither silenced nor heard. Desk thread.

Fire and high repeat for as long as nobody acknowledges; the others sound once, when nothing graver sounds. Silence
stops what sounds at that moment and nothing that comes later, and it ends by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from console.clock import Clock, Deadline
from console.model import AlarmId, Tone
from console.sounds.tones import PATTERNS

RANK = {tone: rank for rank, tone in enumerate(Tone)}
ONCE_MS = 2_000  # from one single tone to the next: a flood of troubles is a slow beat, not a rattle


@dataclass(slots=True, eq=False)
class _Call:
    """One alarm that wants to be heard. `silent`: until this deadline; `heard`: its single tone has sounded."""

    tone: Tone
    occurrence: int
    heard: bool = False
    silent: Deadline | None = None

    @property
    def repeats(self) -> bool:
        return PATTERNS[self.tone].every_s > 0

    @property
    def sounds(self) -> bool:
        return not self.heard and self.silent is None


class Siren:
    """`change` is told the tone that is to sound from now on, None for silence; the same tone again: from its start."""

    def __init__(self, clock: Clock, silence_ms: int, change: Callable[[Tone | None], None]) -> None:
        self._clock = clock
        self._silence_ms = silence_ms
        self._change = change
        self._calls: dict[AlarmId, _Call] = {}
        self._once: Deadline | None = None  # a single tone sounds until then
        self._covered: list[_Call] = []  # the alarms it sounds for
        self.tone: Tone | None = None

    @property
    def silenced(self) -> frozenset[AlarmId]:
        """Unacknowledged alarms a person has silenced; each sounds again by itself."""
        return frozenset(alarm for alarm, call in self._calls.items() if call.silent is not None)

    def call(self, alarm: AlarmId, tone: Tone, occurrence: int) -> None:
        """This alarm is unacknowledged and wants this tone; said again without news nothing changes."""
        known = self._calls.get(alarm)
        if known is not None and (known.tone, known.occurrence) == (tone, occurrence):
            return
        self._forget(alarm)
        self._calls[alarm] = _Call(tone, occurrence)
        self._choose(again=tone)

    def end(self, alarm: AlarmId) -> None:
        """Somebody has acknowledged it, or it is closed."""
        if alarm in self._calls:
            self._forget(alarm)
            self._choose()

    def silence(self) -> tuple[AlarmId, ...]:
        """Stop what sounds now and what waits behind it; the alarms silenced by it, () when nothing sounded."""
        if self.tone is None:
            return ()
        silenced = [alarm for alarm, call in self._calls.items() if call.sounds]
        for alarm in silenced:
            call = self._calls[alarm]
            if call.repeats:
                call.silent = self._clock.after(self._silence_ms, partial(self._speak_up, call))
            else:
                call.heard = True
        self._choose()
        return tuple(silenced)

    # ---- inside ----

    def _speak_up(self, call: _Call) -> None:
        """It was silenced, and still nobody has acknowledged it."""
        call.silent = None
        self._choose(again=call.tone)

    def _forget(self, alarm: AlarmId) -> None:
        call = self._calls.pop(alarm, None)
        if call is not None and call.silent is not None:
            call.silent.cancel()

    def _choose(self, again: Tone | None = None) -> None:
        """Let the gravest sound. `again`: an alarm with this tone is new, so it starts anew if it is the one."""
        waiting = [call for call in self._calls.values() if call.sounds]
        tone = min((call.tone for call in waiting), key=RANK.__getitem__, default=None)
        if self._once is not None and not self._is_over(tone):
            return
        self._cut()
        if tone is not None and not PATTERNS[tone].every_s:
            self._covered = [call for call in waiting if call.tone is tone]
            self._once = self._clock.after(ONCE_MS, self._finished)
        elif tone is self.tone and tone is not again:
            return
        if tone is not None or self.tone is not None:
            self.tone = tone
            self._change(tone)

    def _is_over(self, tone: Tone | None) -> bool:
        """Whether the single tone that sounds gives way: to a graver one, or because nobody needs it any more."""
        assert self.tone is not None
        if tone is not None and RANK[tone] < RANK[self.tone]:
            return True
        return not any(call.sounds for call in self._covered if call in self._calls.values())

    def _cut(self) -> None:
        if self._once is not None:
            self._once.cancel()
        self._once, self._covered = None, []

    def _finished(self) -> None:
        """A single tone has sounded: those it sounded for are heard."""
        for call in self._covered:
            call.heard = True
        self._cut()
        self._choose()
