"""The desk of this position's sound: alarms call the siren, a person silences it and tries the loudspeaker.

Desk thread. The tone itself is made and repeated by a Sound backend, so a busy window delays none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from console import announce
from console.alarms import Alarm, Shown
from console.announce import Announcement
from console.audible import Sound, SpeakersOpened, ToneOutcome, ToneTried
from console.clock import Clock, Deadline
from console.logbook import Logbook
from console.model import LIVE, AlarmClass, AlarmId, Right, Seat, Tone
from console.model.ids import domain_of
from console.model.sounds import Spoken
from console.prompts import Prompts, is_ticking
from console.sounds import Siren
from console.speaking import Speaking

ANSWER_MS = 5_000  # a test tone of which nothing is heard for so long was not played
GRAVE = 2  # the priority of a pre-alarm
OWED = (Shown.UNACKNOWLEDGED, Shown.CLEARED)
TONES = {0: Tone.FAULT, 1: Tone.FIRE, 2: Tone.HIGH, 3: Tone.MEDIUM, 4: Tone.LOW}  # by `Alarm.priority`


class Sounding:
    """`sound` None: this position is configured to make no sound. `speak`: the classes that are also said aloud."""

    def __init__(
        self,
        clock: Clock,
        sound: Sound | None,
        silence_s: int,
        logbook: Logbook,
        seat: Seat,
        announce_it: Callable[[Announcement], None],
        speak: Collection[str] = (),
        find: Callable[[AlarmId], Alarm | None] = lambda _: None,
    ) -> None:
        self._clock = clock
        self._sound = sound
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._find = find
        self._siren = Siren(clock, silence_s * 1000, self._change)
        self._prompts = Prompts(clock, self._look, self._remind)
        self.speaking = Speaking(clock, sound, speak, announce_it)
        self._answer: Deadline | None = None
        self.device = ""
        self.tried: announce.SoundTested | None = None

    # ---- reading ----

    @property
    def is_on(self) -> bool:
        """Whether this position is to make sounds; whether it can, says the link "audio"."""
        return self._sound is not None

    @property
    def tone(self) -> Tone | None:
        """What is to sound now."""
        return self._siren.tone

    @property
    def silenced(self) -> frozenset[AlarmId]:
        """Unacknowledged alarms that were silenced here."""
        return self._siren.silenced

    @property
    def is_silenced(self) -> bool:
        return bool(self.silenced)

    # ---- what comes in ----

    def see(self, alarm: Alarm) -> None:
        """The alarm is new or has changed."""
        tone = self._tone(alarm)
        if tone is not None:
            self._siren.call(alarm.id, tone, len(alarm.occurrences))
        else:
            self._siren.end(alarm.id)
        self._prompts.see(alarm)
        self.speaking.see(alarm)

    def forget(self, alarm: AlarmId) -> None:
        """There is no such open alarm any more."""
        self._siren.end(alarm)
        self._prompts.forget(alarm)
        self.speaking.forget(alarm)

    def warn(self, about: str) -> None:
        """What was put aside comes back soon: one soft tone. `about`: the alarm or the point, whichever it is."""
        self._siren.call(AlarmId(f"{about} ends"), Tone.REMINDER, self._clock.now_ms())

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {SpeakersOpened: self.opened, ToneTried: self.answered, Spoken: self.speaking.answered}

    def opened(self, speakers: SpeakersOpened) -> None:
        self.device = speakers.device

    def answered(self, tried: ToneTried) -> None:
        """The backend says how the test went."""
        if self._answer is not None:
            self._answer.cancel()
            self._tested(tried.outcome, tried.device)

    # ---- what a person does ----

    def silence(self) -> bool:
        """Stop what sounds here; not an acknowledgement. False when nothing sounded. Raises CommandRefused."""
        self._seat.check(Right.SILENCE)
        tone = self.tone
        alarms = self._siren.silence()
        if tone is None:
            return False
        self.speaking.silence()
        self._log.write("SoundSilenced", self._seat.by, {"tone": tone.value, "alarms": list(alarms)})
        self._announce(announce.SoundSilenced(alarms=alarms, by=self._seat.person))
        return True

    def test_tone(self) -> None:
        """Try the loudspeaker; `SoundTested` says how it went. While an alarm sounds that is the test."""
        if self._answer is not None:
            return
        if self._sound is None or self.tone is not None:
            self._tested(ToneOutcome.OFF if self._sound is None else ToneOutcome.ALARM_SOUNDS, self.device)
            return
        self._answer = self._clock.after(ANSWER_MS, self._unanswered)
        self._sound.test()

    # ---- inside ----

    def _tone(self, alarm: Alarm) -> Tone | None:
        """What an alarm calls for now; None: nothing."""
        if alarm.shown in OWED:
            return _owed_tone(alarm)
        if domain_of(alarm.id) == LIVE and not alarm.is_closed and is_ticking(alarm, self._clock.now_ms()):
            return Tone.TICK
        return None

    def _look(self, alarm: AlarmId) -> None:
        """Time alone changes how it sounds."""
        found = self._find(alarm)
        if found is not None:
            self.see(found)

    def _remind(self, alarm: AlarmId, due_ms: int) -> None:
        self._siren.call(alarm, Tone.REMINDER, due_ms)

    def _change(self, tone: Tone | None) -> None:
        if self._sound is not None:
            self._sound.play(tone)
        self._announce(announce.SoundChanged(tone=tone or ""))

    def _unanswered(self) -> None:
        self._tested(ToneOutcome.NO_ANSWER, self.device)

    def _tested(self, outcome: ToneOutcome, device: str) -> None:
        self._answer = None
        self._log.write("SoundTested", self._seat.by, {"outcome": outcome.value, "device": device})
        self.tried = announce.SoundTested(outcome=outcome, device=device, by=self._seat.person)
        self._announce(self.tried)


def _owed_tone(alarm: Alarm) -> Tone:
    """Fire sounds as fire until somebody has seen it; of anything else that is over one soft tone is left."""
    if domain_of(alarm.id) != LIVE:
        return Tone.DRILL if 0 < alarm.priority <= GRAVE else Tone.DRILL_LOW
    if alarm.shown is Shown.CLEARED and alarm.alarm_class is not AlarmClass.FIRE:
        return Tone.CLEARED
    return Tone.ESCALATED if alarm.escalation else TONES[alarm.priority]
