"""The microphone, kept: opened, and found again after a loss. Loop of the voice process.

After a loss nothing is passed on until the same device is back, though it was the system's default that was asked for.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from console.talk_words import MicrophoneBack, MicrophoneLost, Microphones, MicrophoneTrouble
from console.talkd.microphone import Microphone, microphones

RETRY_S = 1.0  # between two attempts to open it

Word = MicrophoneLost | MicrophoneBack | Microphones


class Input:
    """`on_sound` gets what is spoken into the right microphone; `on_trouble` None when it works, else why not."""

    def __init__(
        self,
        wanted: str,
        on_sound: Callable[[bytes], None],
        on_trouble: Callable[[MicrophoneTrouble | None], None],
        report: Callable[[Word], None],
    ) -> None:
        self._wanted = wanted
        self._on_sound = on_sound
        self._on_trouble = on_trouble
        self._report = report
        self._microphone: Microphone | None = None
        self._trouble: MicrophoneTrouble | None = None
        self._heard_once = ""  # the device that has given sound: from then on no other one does
        self._retry_at = 0.0
        self._names: tuple[str, ...] = ()
        self.is_off = True
        self.is_heard = False  # the device gives sound, and it is the right one

    def start(self) -> None:
        self.is_off = False
        self._open()

    def stop(self) -> None:
        """The program ends: nothing of Qt's audio is touched."""
        if self._microphone is not None:
            self._microphone.abandon()

    def choose(self, name: str) -> None:
        """Another microphone, "" for the system's default."""
        self._wanted = name
        self._heard_once = ""
        if not self.is_off:
            self._close()
            self._open()

    def abandon(self) -> None:
        """The sound server may be dead: nothing of Qt's audio is touched any more."""
        self.is_off = True
        self.is_heard = False
        if self._microphone is not None:
            self._microphone.abandon()
        self._say_lost(MicrophoneTrouble.NONE_THERE, "")

    def look(self) -> None:
        """Its health. Call it ten times a second."""
        if self.is_off:
            return
        if microphones() != self._names:
            self._say_names()
        if self._microphone is None:
            if time.monotonic() >= self._retry_at:
                self._open()
        elif (trouble := self._microphone.trouble()) is not None:
            self._lose(trouble)

    # ---- inside ----

    def _open(self) -> None:
        self._retry_at = time.monotonic() + RETRY_S
        microphone = Microphone(self._heard_once or self._wanted, self._heard)
        trouble = microphone.open()
        if trouble is not None:
            microphone.close()
            self._say_lost(MicrophoneTrouble.UNPLUGGED if self._heard_once else trouble, microphone.name)
            return
        self._microphone = microphone

    def _close(self) -> None:
        if self._microphone is not None:
            self._microphone.close()
            self._microphone = None
        self.is_heard = False

    def _heard(self, pcm: bytes) -> None:
        if not self.is_heard:
            self._accept()
        self._on_sound(pcm)

    def _accept(self) -> None:
        assert self._microphone is not None
        self.is_heard = True
        self._heard_once = self._microphone.id
        self._trouble = None
        self._on_trouble(None)
        self._say_names()
        self._report(MicrophoneBack(self._microphone.name))

    def _lose(self, trouble: MicrophoneTrouble) -> None:
        name = self._microphone.name if self._microphone is not None else ""
        self._close()
        self._retry_at = time.monotonic() + RETRY_S
        self._say_lost(trouble, name)

    def _say_lost(self, trouble: MicrophoneTrouble, name: str) -> None:
        """Once, however often it is tried again; the first reason stays."""
        if self._trouble is None or not self._heard_once:
            if trouble is not self._trouble:
                self._report(MicrophoneLost(name, trouble))
            self._trouble = trouble
            self._on_trouble(trouble)

    def _say_names(self) -> None:
        self._names = microphones()
        self._report(Microphones(self._names, self._microphone.name if self._microphone is not None else ""))
