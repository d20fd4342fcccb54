"""The microphone, kept: opened, found again after a loss, and never exchanged silently. Loop of the voice process.

After a loss nothing is passed on until the same device is back and the sound server says that it is the one we hear.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from console.talk_words import MicrophoneBack, MicrophoneLost, Microphones, MicrophoneTrouble
from console.talkd.binding import Binding
from console.talkd.microphone import Microphone, microphones

RETRY_S = 1.0  # between two attempts to open it
WITHHELD_MOST = 25  # pieces of about 20 ms: the sound server does not answer

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
        self._sources: dict[str, str] = {}  # device → the name the sound server has for it, learned once
        self._withheld: list[bytes] | None = None  # what may be another microphone's
        self._retry_at = 0.0
        self._names: tuple[str, ...] = ()
        self._binding = Binding(self._bound, self._doubt)
        self.is_off = True
        self.is_heard = False  # the device gives sound, and it is the right one

    def start(self) -> None:
        self.is_off = False
        self._binding.start()
        self._open()

    def stop(self) -> None:
        self._binding.stop()

    def choose(self, name: str) -> None:
        """Another microphone, "" for the system's default."""
        self._wanted = name
        self._sources.clear()
        if not self.is_off:
            self._close()
            self._open()

    def abandon(self) -> None:
        """The sound server may be dead: nothing of Qt's audio is touched any more."""
        self.is_off = True
        self.is_heard = False
        self._binding.stop()
        if self._microphone is not None:
            self._microphone.abandon()
        self._say_lost(MicrophoneTrouble.NONE_THERE, "")

    @property
    def is_trusted(self) -> bool:
        """Nothing is in doubt about whose sound it is."""
        return self.is_heard and self._withheld is None

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
        self.is_heard = False
        self._withheld = None

    def _heard(self, pcm: bytes) -> None:
        if not self.is_heard:
            self._look_right()
        if self._withheld is None:
            self._on_sound(pcm)
        elif len(self._withheld) < WITHHELD_MOST:
            self._withheld.append(pcm)
        else:
            self._lose(MicrophoneTrouble.REPLACED)

    def _look_right(self) -> None:
        """It gives sound: after a loss the sound server is asked whose, where it can be asked."""
        if self._binding.is_known and self._sources:
            self._binding.ask()
        else:
            self._accept()

    def _doubt(self) -> None:
        """Something happens to sources: nothing passes until it is known whose sound this is."""
        if self.is_heard and self._binding.is_known and self._withheld is None:
            self._withheld = []

    def _bound(self, source: str) -> None:
        """The sound server says what feeds us."""
        if self._microphone is None:
            return
        if self._sources.setdefault(self._microphone.id, source) != source:
            self._lose(MicrophoneTrouble.REPLACED)
            return
        if not self.is_heard:
            self._accept()
        pieces, self._withheld = self._withheld or [], None
        for pcm in pieces:
            self._on_sound(pcm)

    def _accept(self) -> None:
        assert self._microphone is not None
        self.is_heard = True
        if not self._binding.is_known:
            self._sources.setdefault(self._microphone.id, self._microphone.id)
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
        if self._trouble is None or not self._sources:
            if trouble is not self._trouble:
                self._report(MicrophoneLost(name, trouble))
            self._trouble = trouble
            self._on_trouble(trouble)

    def _say_names(self) -> None:
        self._names = microphones()
        self._report(Microphones(self._names, self._microphone.name if self._microphone is not None else ""))
