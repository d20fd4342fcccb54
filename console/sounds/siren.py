"""Which tone sounds now: the gravest of the unacknowledged alarms that are neither silenced nor heard. Desk thread.

Fire and high repeat for as long as nobody acknowledges; the others sound once, when nothing graver sounds. Silence
stops what sounds at that moment; it ends by itself, and at the next raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from console.clock import Clock, Deadline
from console.model import AlarmId, Tone
from console.sounds.tones import PATTERNS

RANK = {tone: rank for rank, tone in enumerate(Tone)}
SOFT = frozenset({Tone.CLEARED, Tone.TICK, Tone.REMINDER})  # nothing was raised
ONCE_MS = 2_000  # from one single tone to the next: a flood of troubles is a slow beat, not a rattle


@dataclass(slots=True, eq=False)
class _Call:
    """One alarm that wants to be heard. `silent`: until this deadline; `heard`: its single tone has sounded."""

    alarm: AlarmId
    tone: Tone
    occurrence: int
    heard: bool = False
    silent: Deadline | None = None

    @property
    def repeats(self) -> bool:
        return PATTERNS[self.tone].every_s > 0


class Siren:
    """`change` is told the tone that is to sound from now on, None for silence; the same tone again: from its start."""

    def __init__(self, clock: Clock, silence_ms: int, change: Callable[[Tone | None], None]) -> None:
        self._clock = clock
        self._silence_ms = silence_ms
        self._change = change
        self._calls: dict[AlarmId, _Call] = {}
        self._waiting: dict[AlarmId, _Call] = {}  # those neither heard nor silenced: few, however many alarms there are
        self._silenced: dict[AlarmId, _Call] = {}
        self._once: Deadline | None = None  # a single tone sounds until then
        self._covered: list[_Call] = []  # the alarms it sounds for
        self.tone: Tone | None = None

    @property
    def silenced(self) -> frozenset[AlarmId]:
        """Unacknowledged alarms a person has silenced; each sounds again by itself."""
        return frozenset(self._silenced)

    def call(self, alarm: AlarmId, tone: Tone, occurrence: int) -> None:
        """This alarm is unacknowledged and wants this tone; said again without news nothing changes."""
        known = self._calls.get(alarm)
        if known is not None and (known.tone, known.occurrence) == (tone, occurrence):
            return
        if tone not in SOFT and (known is None or known.occurrence != occurrence):
            self._end_silence()
        self._forget(alarm)
        self._calls[alarm] = self._waiting[alarm] = _Call(alarm, tone, occurrence)
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
        silenced, self._waiting = self._waiting, {}
        for alarm, call in silenced.items():
            if call.repeats:
                call.silent = self._clock.after(self._silence_ms, partial(self._speak_up, call))
                self._silenced[alarm] = call
            else:
                call.heard = True
        self._choose()
        return tuple(silenced)

    # ---- inside ----

    def _end_silence(self) -> None:
        """Something new was raised: whoever silenced what was there has to hear all of it again."""
        for call in tuple(self._silenced.values()):
            self._unsilence(call)

    def _unsilence(self, call: _Call) -> None:
        if call.silent is not None:
            call.silent.cancel()
        call.silent = None
        self._waiting[call.alarm] = self._silenced.pop(call.alarm)

    def _speak_up(self, call: _Call) -> None:
        """It was silenced, and still nobody has acknowledged it."""
        self._unsilence(call)
        self._choose(again=call.tone)

    def _forget(self, alarm: AlarmId) -> None:
        call = self._calls.pop(alarm, None)
        self._waiting.pop(alarm, None)
        self._silenced.pop(alarm, None)
        if call is not None and call.silent is not None:
            call.silent.cancel()

    def _choose(self, again: Tone | None = None) -> None:
        """Let the gravest sound. `again`: an alarm with this tone is new, so it starts anew if it is the one."""
        waiting = list(self._waiting.values())
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
        return not any(self._waiting.get(call.alarm) is call for call in self._covered)

    def _cut(self) -> None:
        if self._once is not None:
            self._once.cancel()
        self._once, self._covered = None, []

    def _finished(self) -> None:
        """A single tone has sounded: those it sounded for are heard."""
        for call in self._covered:
            call.heard = True
            if self._waiting.get(call.alarm) is call:
                del self._waiting[call.alarm]
        self._cut()
        self._choose()
