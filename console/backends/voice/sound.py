"""Tones from the voice process (Sound port): which tone, test, volume out; device and losses in.

`play` and `test` are for the desk thread and never block; what happened is posted from the child's thread.
"""

from __future__ import annotations

from console.audible import SpeakersOpened, ToneOutcome, ToneTried
from console.backends.voice.process import VoiceProcess
from console.clock import Clock
from console.inbox import Inbox
from console.lines import Hello
from console.model import LinkDown, LinkUp, Tone
from console.model.sounds import SpeechOutcome, Spoken
from console.talkd.control import Back, Beat, Hush, Lost, Play, Report, Said, Speak, Stop, Tried, Try

LINK = "audio"
SPOKEN_MOST = 300  # characters of an announcement


class VoiceSound:
    """Shares its process with `VoiceTalk`; whichever is stopped first ends it."""

    def __init__(self, process: VoiceProcess, inbox: Inbox, clock: Clock) -> None:
        self._process = process
        self._inbox = inbox
        self._clock = clock
        self._tone: Tone | None = None
        self._testing = False
        self._saying = 0  # number of the announcement that has no answer yet
        self._trouble = ""  # the loss that was said
        process.join(self)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._process.pid

    @property
    def last_beat(self) -> Beat | None:
        return self._process.last_beat

    def start(self) -> None:
        self._process.start()

    def stop(self) -> None:
        self._process.stop()

    def play(self, tone: Tone | None) -> None:
        self._tone = tone
        self._process.say(Play(tone) if tone is not None else Stop())

    def test(self) -> None:
        self._testing = True
        self._process.say(Try())

    def say(self, number: int, text: str, language: str) -> None:
        self._saying = number
        self._process.say(Speak(number, text[:SPOKEN_MOST], language))

    def hush(self) -> None:
        self._process.say(Hush())

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def hear(self, report: Report) -> None:
        match report:
            case Hello():
                if (tone := self._tone) is not None:
                    self._process.say(Play(tone))
            case Back(device):
                self._inbox.post(SpeakersOpened(device))
                self._trouble = ""
                self._inbox.post(LinkUp(LINK, LINK, self._clock.now_ms()))
            case Lost(reason, device):
                self._lose(reason, device)
            case Tried(outcome, device):
                self._answer(outcome, device)
            case Said(number, outcome):
                self._said(number, outcome)
            case _:
                pass

    def ended(self, reason: str, detail: str) -> None:
        self._lose(reason, detail)
        self._answer(ToneOutcome.NO_DEVICE, "")
        self._said(self._saying, SpeechOutcome.NO_DEVICE)

    def _lose(self, reason: str, detail: str) -> None:
        """Said once: it tries again every few seconds."""
        if reason != self._trouble:
            self._trouble = reason
            self._inbox.post(LinkDown(LINK, LINK, reason, self._clock.now_ms(), detail))

    def _said(self, number: int, outcome: SpeechOutcome) -> None:
        if number and number == self._saying:
            self._saying = 0
        if number:
            self._inbox.post(Spoken(number, outcome))

    def _answer(self, outcome: ToneOutcome, device: str) -> None:
        """Each test has one answer, whoever gives it."""
        if self._testing:
            self._testing = False
            self._inbox.post(ToneTried(outcome, device))
