"""Everything of the voice process that is not an alarm tone, joined: groups, mouth, ear, recordings. One thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import numpy as np

from console.clock import Clock
from console.model import GroupId
from console.mumble import Voice
from console.talk_words import Burst, MicrophoneTrouble, SaidAgain, SayTrouble
from console.talkd.beep import Beep
from console.talkd.control import (
    Choose,
    Connect,
    Forget,
    Held,
    Know,
    Press,
    Release,
    Report,
    SayAgain,
    Signal,
    TalkCommand,
)
from console.talkd.crossing import Crossing
from console.talkd.earphone import Earphone, Sound
from console.talkd.groups import Groups
from console.talkd.hearing import Hearing
from console.talkd.mouth import Mouth
from console.talkd.recorder import Recorder
from console.talkd.replay import Replay
from console.talkd.settings import Settings
from console.talkd.timing import precise

CHECK_MS = 25
LOOK_MS = 100


class Talk:
    """`on_gate` is told whether the talk key is down and heard: then alarms sound more softly."""

    def __init__(self, settings: Settings, report: Callable[[Report], None], on_gate: Callable[[bool], None]) -> None:
        self._report = report
        self._on_gate = on_gate
        self._settings = settings
        self._data = Path(settings.data) if settings.data else None
        clock = Clock()
        numbers = itertools.count(1)
        self._bursts: Crossing[Burst] = Crossing(report)
        self._replays: Crossing[Replay] = Crossing(self._loaded)
        self._recorder = Recorder(self._data, self._bursts.post)
        self._groups = Groups(clock, self._voice, report)
        self._hearing = Hearing(clock, self._recorder, numbers, report, self._groups.speaks)
        self._mouth = Mouth(
            settings.microphone, settings.limit_s, groups=self._groups, recorder=self._recorder, numbers=numbers,
            clock=clock, report=report, on_gate=self._gate_changed,
        )  # fmt: skip
        self._earphone = Earphone(settings.device, settings.volume, self._has_sound, self._sound)
        self._replay: Replay | None = None
        self._beep: Beep | None = None
        self._checker = precise(CHECK_MS, self._check)
        self._looker = precise(LOOK_MS, self._look)

    def start(self) -> None:
        """Open the devices, where this position makes sounds at all."""
        self._checker.start()
        self._looker.start()
        if self._settings.silent:
            self._groups.microphone_is(MicrophoneTrouble.OFF)
        else:
            self._groups.microphone_is(MicrophoneTrouble.NONE_THERE)  # until it gives its first sound
            self._mouth.start()

    def open_earphone(self) -> None:
        """The room's loudspeaker works."""
        if not self._earphone.works:
            self._earphone.open()

    def abandon_devices(self) -> None:
        """The sound server may be dead: nothing of Qt's audio is touched any more. The groups stay."""
        self._earphone.abandon()
        self._mouth.abandon()
        self._end_replay(SayTrouble.NO_DEVICE)

    @property
    def is_on_air(self) -> bool:
        return self._mouth.is_open

    @property
    def has_voices(self) -> bool:
        """Whether anybody speaks, here or there: no announcement of ours comes in between."""
        return self.is_on_air or self._has_sound()

    def stop(self) -> None:
        self._mouth.stop()
        self._groups.leave()
        self._recorder.stop()

    def obey(self, command: TalkCommand) -> None:
        match command:
            case Press(press, groups):
                self._end_replay(SayTrouble.CUT)
                self._mouth.press(press, groups)
            case Held(press):
                self._mouth.held(press)
            case Release(press):
                self._mouth.release(press)
            case Connect():
                self._groups.connect(command)
            case Know():
                self._groups.know(command)
            case Forget(group):
                self._groups.forget(GroupId(group))
            case Choose(microphone):
                self._mouth.choose(microphone)
            case SayAgain(path):
                self._say_again(path)
            case Signal(tone):
                self._beep = Beep(tone)
                self._earphone.fill()

    # ---- what is heard ----

    def _voice(self, group: GroupId, voice: Voice) -> None:
        self._hearing.hear(group, voice)
        self._earphone.fill()

    def _has_sound(self) -> bool:
        return self._hearing.has_sound or self._replay is not None or self._beep is not None

    def _sound(self, is_urgent: bool) -> Sound | None:
        """The next 20 ms of all there is to hear."""
        pieces = [self._hearing.sound(is_urgent), self._replayed(), self._beeped()]
        heard = [piece for piece in pieces if piece is not None]
        return np.sum(heard, axis=0) if heard else None

    def _beeped(self) -> Sound | None:
        piece = self._beep.sound() if self._beep is not None else None
        if piece is None:
            self._beep = None
        return piece

    # ---- what was said, again ----

    def _say_again(self, path: str) -> None:
        self._end_replay(SayTrouble.CUT)
        if not self._earphone.works:
            self._report(SaidAgain(path, SayTrouble.NO_DEVICE))
        else:
            self._replay = Replay(self._data, path, self._replays.post)

    def _loaded(self, replay: Replay) -> None:
        if replay is self._replay and replay.trouble:
            self._end_replay(replay.trouble)
        self._earphone.fill()

    def _replayed(self) -> Sound | None:
        if self._replay is None or not self._replay.is_loaded:
            return None
        piece = self._replay.sound()
        if piece is None:
            self._end_replay(SayTrouble.NONE)
        return piece

    def _end_replay(self, trouble: SayTrouble) -> None:
        if self._replay is not None:
            self._report(SaidAgain(self._replay.path, trouble))
            self._replay = None

    # ---- time ----

    def _check(self) -> None:
        self._mouth.check()
        self._hearing.sweep()

    def _look(self) -> None:
        self._mouth.look()

    def _gate_changed(self, groups: frozenset[GroupId]) -> None:
        self._hearing.muted = groups
        self._earphone.is_ducked = bool(groups)
        self._on_gate(bool(groups))
