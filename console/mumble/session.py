"""One connection to a voice server, from the login to its end: what is said, what is heard, who is in the channel.

`run` belongs to the session's thread; `say` and `speak` may be called from any thread.
"""

from __future__ import annotations

import os
import selectors
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from console.mumble import packets
from console.mumble.dial import Connection, Ended
from console.mumble.events import Event, Named, Present, Standing, Stood, Voice
from console.mumble.hearing import understood
from console.mumble.login import Login, Place
from console.mumble.messages import (
    Authenticate,
    Message,
    Ping,
    UserState,
    Version,
    VoiceAim,
    VoiceTarget,
    framed,
    taken,
    tunnelled,
)
from console.mumble.roster import Roster
from console.mumble.voice_way import VoiceWay
from console.mumble.wire import BadMessage, encode
from console.talk_words import TalkDetail

VERSION = 1 << 16 | 3 << 8 | 4  # below 1.5: newer servers then keep to the voice packets we speak
PING_S = 0.5
SILENT_S = 2.0  # nothing heard for so long: frozen
ENTER_S = 2.0  # between two attempts to enter the channel
TREE = 1  # the voice target that stands for our channel and all below it
CHUNK = 65_536
UNSENT_LIMIT = 1 << 20  # bytes: the server does not read


class Session:
    """Ends by raising `Ended` out of `run`."""

    def __init__(self, connection: Connection, login: Login, place: Place, on_event: Callable[[Event], None]) -> None:
        self._connection = connection
        self._login = login
        self._channel = place.channel
        self._with_below = place.with_below
        self._tell = on_event
        self.roster = Roster()
        self.number = 0  # ours at the server, once we are in
        self.denied = TalkDetail.NONE  # what the server said to our entering
        self._stood: Stood | None = None
        self._present: tuple[Named, ...] = ()
        self._sequence = 0
        self._aimed_at: int | None = None
        self._inside = bytearray()
        self._outside = bytearray()
        self._lock = threading.Lock()
        self._wake = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._selector = selectors.DefaultSelector()
        now = time.monotonic()
        self._heard = now
        self._ping_due = self._enter_due = now
        self.way = VoiceWay(connection.voice, lambda packet: self._put(tunnelled(packet)), self.say)

    # ---- any thread ----

    def say(self, message: Message) -> None:
        self._put(framed(message))

    def speak(self, opus: bytes, is_last: bool) -> None:
        """20 ms of ours to everybody in the channel."""
        with self._lock:
            packet = packets.spoken(self._sequence, opus, is_last, TREE if self._with_below else packets.CHANNEL)
            self._sequence += 2  # it counts 10 ms
        self.way.send(packet)

    @property
    def is_ready(self) -> bool:
        return self._stood is not None and self._stood.standing is Standing.READY

    def wake(self) -> None:
        """Let `run` look whether it is to stop."""
        with self._lock:
            if self._wake >= 0:
                os.eventfd_write(self._wake, 1)

    def close(self) -> None:
        with self._lock:
            os.close(self._wake)
            self._wake = -1
        self._selector.close()
        self._connection.close()

    def _put(self, data: bytes) -> None:
        with self._lock:
            self._outside += data
        self.wake()

    # ---- the session's thread ----

    def run(self, stopping: threading.Event) -> None:
        """Until we stop or it ends. Raises Ended."""
        self.say(Version(VERSION, "Watchroom", "Linux"))
        login = self._login
        self.say(Authenticate(login.name, login.password, login.tokens, opus=True))
        self._stand(Stood(Standing.OPENING))
        self._selector.register(self._connection.control, selectors.EVENT_READ)
        self._selector.register(self._connection.voice, selectors.EVENT_READ)
        self._selector.register(self._wake, selectors.EVENT_READ)
        while not stopping.is_set():
            self._turn()

    def _turn(self) -> None:
        self._write()
        for key, _ in self._selector.select(PING_S / 2):
            if key.fileobj is self._connection.voice:
                self._read_voice()
            elif key.fileobj is self._connection.control:
                self._read_control()
            else:
                with suppress(BlockingIOError):
                    os.eventfd_read(self._wake)
        self._judge()
        self._keep_up(time.monotonic())

    def _write(self) -> None:
        with self._lock:
            try:
                while self._outside:
                    del self._outside[: self._connection.control.send(self._outside[:CHUNK])]
            except (ssl.SSLWantWriteError, ssl.SSLWantReadError):
                pass
            except OSError:
                self._outside.clear()  # its end is about to be read
            waiting = len(self._outside)
        if waiting > UNSENT_LIMIT:
            raise Ended(TalkDetail.SILENT)
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if waiting else 0)
        self._selector.modify(self._connection.control, wanted)

    def _read_control(self) -> None:
        """Everything that is there is understood before its end counts: a refusal and the end come together."""
        is_over = self._receive()
        try:
            for message in taken(self._inside):
                if isinstance(message, bytes):
                    self._hear(message)
                else:
                    understood(self, message)
        except (BadMessage, packets.BadPacket, ValueError) as error:
            raise Ended(TalkDetail.NONSENSE, str(error)) from None
        if is_over:
            raise Ended(TalkDetail.LOST)

    def _receive(self) -> bool:
        """Whether the connection has come to its end."""
        while True:
            try:
                data = self._connection.control.recv(CHUNK)
            except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
                return False
            except OSError:
                return True
            if not data:
                return True
            self._inside += data
            self._heard = time.monotonic()

    def _read_voice(self) -> None:
        for packet in self.way.received():
            self._heard = time.monotonic()
            with suppress(packets.BadPacket):
                self._hear(packet)

    def _hear(self, packet: bytes) -> None:
        heard = packets.read(packet)
        user = self.roster.users.get(heard.session) if heard is not None else None
        if heard is not None and user is not None and heard.session != self.number:
            self._tell(Voice(Named(heard.session, user.name), heard.sequence, heard.opus, heard.is_last))

    def _keep_up(self, now: float) -> None:
        """What is due: pings, and the judgement on a server of which nothing is heard."""
        if now - self._heard > SILENT_S:
            raise Ended(TalkDetail.SILENT)
        if now >= self._ping_due:
            self._ping_due = now + PING_S
            self.say(Ping(timestamp=time.monotonic_ns() // 1_000))
        self.way.keep_up(now)

    # ---- where we stand ----

    def _judge(self) -> None:
        if not self.number:
            return
        target = self.roster.find(self._channel)
        ourselves = self.roster.users.get(self.number)
        if target is None or ourselves is None:
            self._stand(Stood(Standing.REFUSED, TalkDetail.UNKNOWN_CHANNEL, self._channel, self.number))
            self._see(())
        elif ourselves.channel != target:
            self._enter(target)
            standing = Standing.REFUSED if self.denied else Standing.OPENING
            self._stand(Stood(standing, self.denied, "", self.number))
            self._see(())
        else:
            reason = TalkDetail.MUTED if ourselves.is_mute else TalkDetail.NONE
            reason = TalkDetail.MAY_NOT_SPEAK if ourselves.is_suppressed else reason
            self._aim(target)
            self._stand(Stood(Standing.REFUSED if reason else Standing.READY, reason, "", self.number))
            self._see(self.roster.people(target, self.number, with_below=self._with_below))

    def _enter(self, channel: int) -> None:
        now = time.monotonic()
        if now >= self._enter_due:
            self._enter_due = now + ENTER_S
            login = self._login
            self.say(
                UserState(
                    self.number, channel=channel, self_mute=login.is_mute or None,
                    recording=login.is_recording or None,
                )
            )  # fmt: skip

    def _aim(self, channel: int) -> None:
        """Tell the server once whom we mean by speaking to the tree."""
        if self._with_below and self._aimed_at != channel:
            self._aimed_at = channel
            aim = VoiceAim(channel=channel, with_below=True)
            self.say(VoiceTarget(TREE, (encode(aim),)))

    def _stand(self, stood: Stood) -> None:
        if stood != self._stood:
            self._stood = stood
            self._tell(stood)

    def _see(self, present: tuple[Named, ...]) -> None:
        if present != self._present:
            self._present = present
            self._tell(Present(present))
