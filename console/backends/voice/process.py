"""The child of the voice process, shared by tones and talk: each of them hears every report and takes what is its own.

Reports come on the child's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from console.child import Child, Conduct, Words, program, surroundings
from console.config.schema import SoundConfig, VoiceConfig
from console.talkd.control import LINES, Beat, Command, Report
from console.talkd.settings import Settings

NAME = "talkd"
SILENCE_S = 2.0  # it may start itself anew between two lines, or wait for a sound server
SOUND_SERVER = (
    "XDG_RUNTIME_DIR", "PULSE_SERVER", "PULSE_COOKIE", "PULSE_SINK", "PULSE_SOURCE", "PIPEWIRE_REMOTE",
    "DBUS_SESSION_BUS_ADDRESS", "QT_AUDIO_BACKEND",
)  # fmt: skip


class Side(Protocol):
    """One user of the voice process."""

    def hear(self, report: Report) -> None:
        """`Hello` begins a life of the process: it knows nothing of what was said before."""

    def ended(self, reason: str, detail: str) -> None:
        """The process has died, is silent or cannot be started; it is started again."""


class VoiceProcess:
    """`python -m console.talkd`, kept alive from the first `start` to the first `stop`."""

    def __init__(
        self,
        sound: SoundConfig,
        voice: VoiceConfig = VoiceConfig(),  # noqa: B008  # frozen
        data: Path | None = None,
    ) -> None:
        self._settings = Settings(
            device=sound.device, volume=sound.volume, silent=not sound.enabled, microphone=voice.microphone,
            limit_s=voice.limit_s, data=str(data or ""),
        )  # fmt: skip
        self._sides: list[Side] = []
        self._is_started = False
        self.last_beat: Beat | None = None
        conduct = Conduct(
            LINES, arguments=self._arguments, environment=lambda: surroundings(*SOUND_SERVER),
            on_report=self._on_report, on_down=self._on_down, silence_s=SILENCE_S,
        )  # fmt: skip
        self._child = Child(NAME, conduct)

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._child.pid

    def join(self, side: Side) -> None:
        """Before the start."""
        self._sides.append(side)

    def start(self) -> None:
        """Each side starts it; the first one does."""
        if not self._is_started:
            self._is_started = True
            self._child.start()

    def stop(self) -> None:
        self._child.stop()

    def say(self, command: Command) -> None:
        self._child.say(command)

    def tell(self, words: Words[Command]) -> None:
        """The same for commands that are made on the child's thread."""
        self._child.tell(words)

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def _arguments(self) -> Sequence[str]:
        return program("console.talkd", self._settings.arguments())

    def _on_report(self, report: Report) -> None:
        if isinstance(report, Beat):
            self.last_beat = report
        for side in self._sides:
            side.hear(report)

    def _on_down(self, reason: str, detail: str) -> None:
        for side in self._sides:
            side.ended(reason, detail)
