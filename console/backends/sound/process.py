"""The window's side of the voice process: which tone, test, volume out; device and losses in.

`play` and `test` are for the desk thread and never block; what happened is posted from the child's thread.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import console
from console.child import Child, Conduct
from console.clock import Clock
from console.config.environment import inherited
from console.config.schema import SoundConfig
from console.inbox import Inbox
from console.lines import BadLine
from console.model import LinkDown, LinkUp, Tone
from console.ports import SpeakersOpened, ToneOutcome, ToneTried
from console.talkd.control import (
    LINE_LIMIT,
    Back,
    Beat,
    Hello,
    Lost,
    Play,
    Quit,
    Stop,
    Tried,
    Try,
    decode_report,
    encode,
)
from console.talkd.settings import Settings

log = logging.getLogger(__name__)

LINK = "audio"
NAME = "talkd"
SILENCE_S = 2.0  # it may start itself anew between two lines, or wait for a sound server
ROOT = Path(console.__file__).parents[1]
SOUND_SERVER = (
    "XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_COOKIE", "PULSE_SINK", "PIPEWIRE_REMOTE", "DBUS_SESSION_BUS_ADDRESS",
    "QT_AUDIO_BACKEND",
)  # fmt: skip


class SoundProcess:
    """Tones from `python -m console.talkd` (Sound port)."""

    def __init__(self, config: SoundConfig, inbox: Inbox, clock: Clock) -> None:
        self._settings = Settings(device=config.device, volume=config.volume)
        self._inbox = inbox
        self._clock = clock
        self._tone: Tone | None = None
        self._testing = False
        self._trouble = ""  # the loss that was said
        self.last_beat: Beat | None = None
        conduct = Conduct(
            arguments=self._arguments,
            fds=lambda: (),
            environment=_environment,
            greeting=lambda: (),
            on_line=self._on_line,
            on_down=self._on_down,
            line_limit=LINE_LIMIT,
            silence_s=SILENCE_S,
        )
        self._child = Child(NAME, conduct)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._child.pid

    def start(self) -> None:
        self._child.start()

    def stop(self) -> None:
        self._child.stop(encode(Quit()))

    def play(self, tone: Tone | None) -> None:
        self._tone = tone
        self._child.send(encode(Play(tone) if tone is not None else Stop()))

    def test(self) -> None:
        self._testing = True
        self._child.send(encode(Try()))

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def _arguments(self) -> Sequence[str]:
        return [sys.executable, "-m", "console.talkd", *self._settings.arguments()]

    def _on_line(self, line: bytes) -> None:
        try:
            report = decode_report(line)
        except BadLine as error:
            log.error("the voice process says: %s", error)
            return
        match report:
            case Hello():
                if (tone := self._tone) is not None:
                    self._child.send(encode(Play(tone)))
            case Back(device):
                self._inbox.post(SpeakersOpened(device))
                self._trouble = ""
                self._inbox.post(LinkUp(LINK, LINK, self._clock.now_ms()))
            case Lost(reason, device):
                self._lose(reason, device)
            case Tried(outcome, device):
                self._answer(outcome, device)
            case Beat():
                self.last_beat = report

    def _on_down(self, reason: str, detail: str) -> None:
        self._lose(reason, detail)
        self._answer(ToneOutcome.NO_DEVICE, "")

    def _lose(self, reason: str, detail: str) -> None:
        """Said once: it tries again every few seconds."""
        if reason != self._trouble:
            self._trouble = reason
            self._inbox.post(LinkDown(LINK, LINK, reason, self._clock.now_ms(), detail))

    def _answer(self, outcome: ToneOutcome, device: str) -> None:
        """Each test has one answer, whoever gives it."""
        if self._testing:
            self._testing = False
            self._inbox.post(ToneTried(outcome, device))


def _environment() -> dict[str, str]:
    passed = {name: os.environ[name] for name in SOUND_SERVER if name in os.environ}
    return inherited() | passed | {"PYTHONPATH": str(ROOT)}
