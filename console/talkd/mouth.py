"""What is said here: from the microphone through gate and codec to the groups and the disk."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from console.clock import Clock
from console.errors import BackendError
from console.model import GroupId
from console.mumble.opus import FRAME, Encoder
from console.talk_words import Direction, MicLevel, MicrophoneTrouble, PressEnd, PressEnded
from console.talkd.gate import Gate
from console.talkd.groups import Groups
from console.talkd.input import Input
from console.talkd.input import Word as InputWord
from console.talkd.recorder import Beginning, Ending, Piece, Recorder
from console.talkd.ring import Ring

PREROLL = 1  # frames from before the press: the first packet leaves at once, with what was said as the key went down
FRAME_MS = 20
SILENCE = bytes(FRAME * 2)

Word = MicLevel | PressEnded | InputWord


class Mouth:
    """`on_gate` is told which groups are spoken to, none when the gate is shut."""

    def __init__(
        self,
        microphone: str,
        limit_s: float,
        *,
        groups: Groups,
        recorder: Recorder,
        numbers: itertools.count[int],
        clock: Clock,
        report: Callable[[Word], None],
        on_gate: Callable[[frozenset[GroupId]], None],
    ) -> None:
        self._groups = groups
        self._recorder = recorder
        self._numbers = numbers
        self._clock = clock
        self._report = report
        self._on_gate = on_gate
        self._gate = Gate(limit_s)
        self._ring = Ring()
        self._encoder: Encoder | None = None
        self._targets: list[GroupId] = []
        self._burst = 0
        self._sent = 0  # frames of the burst
        self._input = Input(microphone, self._heard, self._input_changed, report)

    # ---- what the window says ----

    def start(self) -> None:
        """Open the microphone; until then there is none."""
        self._input.start()

    def stop(self) -> None:
        self._shut(PressEnd.LOST)
        self._input.stop()

    def choose(self, name: str) -> None:
        self._shut(PressEnd.LOST)
        self._ring.clear()
        self._input.choose(name)

    def press(self, press: int, groups: tuple[str, ...]) -> None:
        self._shut(PressEnd.LOST)
        self._targets = self._groups.ready(groups)
        if not self._targets or not self._input.is_heard or not self._begin():
            self._report(PressEnded(press, PressEnd.REFUSED))
            return
        self._gate.open(press, time.monotonic())
        self._on_gate(frozenset(self._targets))
        for frame in self._ring.last(PREROLL):
            self._send(frame)

    def held(self, press: int) -> None:
        self._gate.hold(press, time.monotonic())

    def release(self, press: int) -> None:
        self._gate.let_go(press, time.monotonic())

    @property
    def is_open(self) -> bool:
        return self._gate.is_open

    # ---- one burst ----

    def _begin(self) -> bool:
        try:
            self._encoder = Encoder()
        except BackendError:
            return False
        self._burst, self._sent = next(self._numbers), 0
        groups = tuple(self._targets)
        self._recorder.take(Beginning(self._burst, Direction.SENT, groups, "", self._clock.now_ms()))
        return True

    def _heard(self, pcm: bytes) -> None:
        for frame in self._ring.add(pcm):
            if self._gate.is_open:
                self._send(frame)

    def _send(self, frame: bytes) -> None:
        if self._encoder is None or not self._gate.is_open:
            return
        opus = self._encoder.encode(frame)
        if not self._groups.speak(self._targets, opus, is_last=False):
            self._shut(PressEnd.LOST)
            return
        self._recorder.take(Piece(self._burst, self._sent * FRAME_MS, FRAME_MS, opus))
        self._sent += 1

    def _shut(self, cause: PressEnd) -> None:
        """Nothing is sent after this; the far ends are told that it is over."""
        press = self._gate.press
        if press is None or self._encoder is None:
            return
        self._gate.shut()
        self._groups.speak(self._targets, self._encoder.encode(SILENCE), is_last=True)
        self._groups.end_speaking()
        self._recorder.take(Ending(self._burst, self._sent * FRAME_MS, 0))
        self._on_gate(frozenset())
        self._report(PressEnded(press, cause))

    # ---- time and the microphone ----

    def check(self) -> None:
        """What is due. Call it every 25 ms."""
        if (cause := self._gate.due(time.monotonic())) is not None:
            self._shut(cause)

    def look(self) -> None:
        """The microphone's level and health. Call it ten times a second."""
        self._input.look()
        if self._input.is_heard:
            self._report(MicLevel(self._ring.dbfs(), self._gate.is_open))

    def abandon(self) -> None:
        """The sound server may be dead."""
        self._input.abandon()

    def _input_changed(self, trouble: MicrophoneTrouble | None) -> None:
        if trouble is not None:
            self._shut(PressEnd.LOST)
            self._ring.clear()
        self._groups.microphone_is(trouble)
