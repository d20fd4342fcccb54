"""The way of voice packets to the server and back: encrypted datagrams, or the control channel while those do not pass.

Any thread may send; everything else belongs to the session's thread.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from console.mumble.messages import CryptSetup
from console.mumble.ocb2 import Ocb2
from console.mumble.packets import is_ping, ping

PING_S = 1.0
SILENT_S = 4.0  # no answer for so long: the control channel carries the voice
RESYNC_S = 5.0  # between two questions where the server stands
DATAGRAM = 2_048


class VoiceWay:
    """`tunnel` takes a packet over the control channel, `say` a message."""

    def __init__(
        self, datagrams: socket.socket, tunnel: Callable[[bytes], None], say: Callable[[CryptSetup], None]
    ) -> None:
        self._datagrams = datagrams
        self._tunnel = tunnel
        self._say = say
        self._crypt: Ocb2 | None = None
        self._lock = threading.Lock()
        now = time.monotonic()
        self._answered = self._decrypted = now
        self._ping_due = self._resync_due = now
        self.uses_datagrams = False

    def send(self, packet: bytes) -> None:
        if not (self.uses_datagrams and self._send_datagram(packet)):
            self._tunnel(packet)

    def _send_datagram(self, packet: bytes) -> bool:
        with self._lock:
            if self._crypt is None:
                return False
            with suppress(OSError):  # a full buffer, or nobody there: a lost packet, as on the way
                self._datagrams.send(self._crypt.encrypt(packet))
            return True

    # ---- the session's thread ----

    def take(self, setup: CryptSetup) -> None:
        """Keys, a step back into line, or the question where we stand. Raises ValueError."""
        with self._lock:
            if setup.key is not None:
                self._crypt = Ocb2(setup.key, setup.client_nonce or b"", setup.server_nonce or b"")
            elif setup.server_nonce is not None and self._crypt is not None:
                self._crypt.resync(setup.server_nonce)
            crypt = self._crypt
        if setup.key is None and setup.server_nonce is None and crypt is not None:
            self._say(CryptSetup(client_nonce=crypt.nonce))
        self._ping_due = 0.0

    def received(self) -> Iterator[bytes]:
        """What came and is no ping. Datagrams may come from anybody: what does not decrypt is nothing."""
        with suppress(OSError):
            while True:
                packet = self._datagrams.recv(DATAGRAM)
                with self._lock:
                    text = self._crypt.decrypt(packet) if self._crypt is not None else None
                if text is None:
                    self._ask_for_step()
                    continue
                self._decrypted = time.monotonic()
                if is_ping(text):  # only one that came this way says anything about it
                    self._answered = self._decrypted
                    self.uses_datagrams = True
                else:
                    yield text

    def _ask_for_step(self) -> None:
        """Nothing decrypts any more: ask where the server stands."""
        now = time.monotonic()
        if self._crypt is not None and now - self._decrypted > RESYNC_S and now >= self._resync_due:
            self._resync_due = now + RESYNC_S
            self._say(CryptSetup())

    def keep_up(self, now: float) -> None:
        """Ping, and judge whether datagrams pass. Call it a few times a second."""
        if now < self._ping_due:
            return
        self._ping_due = now + PING_S
        self._send_datagram(ping(int(now)))
        if now - self._answered > SILENT_S:
            self.uses_datagrams = False
        if not self.uses_datagrams:  # the server must not use them either, although it has just seen one
            self._tunnel(ping(int(now)))
