"""What is said here: microphone, gate, codec, and the burst on its way to groups and disk. Loop of the voice process.

The microphone is never exchanged silently: after a loss nothing is sent until the same device is back and the sound
server says that it is the one we hear.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable

from console.clock import Clock
from console.errors import BackendError
from console.model import GroupId
from console.mumble.opus import FRAME, Encoder
from console.talk_words import (
    Direction,
    MicLevel,
    MicrophoneBack,
    MicrophoneLost,
    Microphones,
    MicrophoneTrouble,
    PressEnd,
    PressEnded,
)
from console.talkd.binding import Binding
from console.talkd.gate import Gate
from console.talkd.groups import Groups
from console.talkd.microphone import Microphone, microphones
from console.talkd.recorder import Beginning, Ending, Piece, Recorder
from console.talkd.ring import Ring

PREROLL = 2  # frames from before the press
RETRY_S = 1.0  # between two attempts to open a microphone
WITHHELD_MOST = 25  # frames: the sound server does not answer
SILENCE = bytes(FRAME * 2)

Word = MicLevel | PressEnded | MicrophoneLost | MicrophoneBack | Microphones


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
        self._wanted = microphone
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
        self._microphone: Microphone | None = None
        self._trouble: MicrophoneTrouble | None = None
        self._is_heard = False  # the device gives sound, and it is the right one
        self._sources: dict[str, str] = {}  # device → the name the sound server has for it, learned once
        self._retry_at = 0.0
        self._names: tuple[str, ...] = ()
        self._binding = Binding(self._bound, self._doubt)
        self._withheld: list[bytes] | None = None  # frames that may be another microphone's
        self.is_off = True

    # ---- what the window says ----

    def start(self) -> None:
        """Open the microphone; until then there is none."""
        self.is_off = False
        self._binding.start()
        self._open()

    def stop(self) -> None:
        self._shut(PressEnd.LOST)
        self._binding.stop()

    def choose(self, name: str) -> None:
        self._shut(PressEnd.LOST)
        self._wanted = name
        self._sources.clear()
        if not self.is_off:
            self._close()
            self._open()

    def press(self, press: int, groups: tuple[str, ...]) -> None:
        self._shut(PressEnd.LOST)
        self._targets = self._groups.ready(groups)
        if not self._targets or not self._is_heard or not self._begin():
            self._report(PressEnded(press, PressEnd.REFUSED))
            return
        self._gate.open(press, time.monotonic())
        self._on_gate(frozenset(self._targets))
        for frame in self._ring.last(PREROLL) if self._withheld is None else ():
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

    def _send(self, frame: bytes) -> None:
        assert self._encoder is not None
        opus = self._encoder.encode(frame)
        if not self._groups.speak(self._targets, opus, is_last=False):
            self._shut(PressEnd.LOST)
            return
        self._recorder.take(Piece(self._burst, self._sent * 20, 20, opus))
        self._sent += 1

    def _shut(self, cause: PressEnd) -> None:
        """Nothing is sent after this; the far ends are told that it is over."""
        press = self._gate.press
        if press is None or self._encoder is None:
            return
        self._gate.shut()
        self._groups.speak(self._targets, self._encoder.encode(SILENCE), is_last=True)
        self._groups.end_speaking()
        self._recorder.take(Ending(self._burst, self._sent * 20, 0))
        self._on_gate(frozenset())
        self._report(PressEnded(press, cause))

    # ---- the microphone ----

    def _heard(self, pcm: bytes) -> None:
        if not self._is_heard:
            self._look_right()
        for frame in self._ring.add(pcm):
            if not self._gate.is_open:
                continue
            if self._withheld is None:
                self._send(frame)
            elif len(self._withheld) < WITHHELD_MOST:
                self._withheld.append(frame)
            else:
                self._lose(MicrophoneTrouble.REPLACED)
                return

    def check(self) -> None:
        """What is due. Call it every 25 ms."""
        if (cause := self._gate.due(time.monotonic())) is not None:
            self._shut(cause)

    def look(self) -> None:
        """The microphone's level and health. Call it ten times a second."""
        if self.is_off:
            return
        if microphones() != self._names:
            self._say_names()
        if self._is_heard:
            self._report(MicLevel(self._ring.dbfs(), self._gate.is_open))
        if self._microphone is None:
            if time.monotonic() >= self._retry_at:
                self._open()
        elif (trouble := self._microphone.trouble()) is not None:
            self._lose(trouble)

    def abandon(self) -> None:
        """The sound server may be dead."""
        self._shut(PressEnd.LOST)
        self.is_off = True
        self._binding.stop()
        if self._microphone is not None:
            self._microphone.abandon()
        self._say_lost(MicrophoneTrouble.NONE_THERE, "")

    def _open(self) -> None:
        self._retry_at = time.monotonic() + RETRY_S
        microphone = Microphone(next(iter(self._sources), self._wanted), self._heard)
        trouble = microphone.open()
        if trouble is not None:
            microphone.close()
            self._say_lost(trouble if not self._sources else MicrophoneTrouble.UNPLUGGED, microphone.name)
            return
        self._microphone = microphone

    def _close(self) -> None:
        if self._microphone is not None:
            self._microphone.close()
            self._microphone = None
        self._is_heard = False
        self._withheld = None
        self._ring.clear()

    def _look_right(self) -> None:
        """It gives sound: is it the one it should be? Asked anew of the sound server where that can be asked."""
        assert self._microphone is not None
        if self._binding.is_known and self._sources:
            self._binding.ask()
            return
        self._accept()

    def _bound(self, source: str) -> None:
        """The sound server says what feeds us."""
        if self._microphone is None:
            return
        device = self._microphone.id
        if self._sources.setdefault(device, source) != source:
            self._lose(MicrophoneTrouble.REPLACED)
            return
        if not self._is_heard:
            self._accept()
        frames, self._withheld = self._withheld or [], None
        for frame in frames:
            if self._gate.is_open:
                self._send(frame)

    def _doubt(self) -> None:
        """Something happens to sources: nothing is sent until it is known whose sound this is."""
        if self._is_heard and self._binding.is_known and self._withheld is None:
            self._withheld = []

    def _accept(self) -> None:
        assert self._microphone is not None
        self._is_heard = True
        if not self._binding.is_known:
            self._sources.setdefault(self._microphone.id, self._microphone.id)
        self._trouble = None
        self._groups.microphone_is(None)
        self._say_names()
        self._report(MicrophoneBack(self._microphone.name))

    def _lose(self, trouble: MicrophoneTrouble) -> None:
        name = self._microphone.name if self._microphone is not None else ""
        self._shut(PressEnd.LOST)
        self._close()
        self._retry_at = time.monotonic() + RETRY_S
        self._say_lost(trouble, name)

    def _say_lost(self, trouble: MicrophoneTrouble, name: str) -> None:
        """Once, however often it is tried again; the first reason stays."""
        if self._trouble is None or not self._sources:
            if trouble is not self._trouble:
                self._report(MicrophoneLost(name, trouble))
            self._trouble = trouble
            self._groups.microphone_is(trouble)

    def _say_names(self) -> None:
        self._names = microphones()
        self._report(Microphones(self._names, self._microphone.name if self._microphone is not None else ""))
