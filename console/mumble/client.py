"""A session that is always tried again: connects, is refused or lost, waits, connects. Owns the session's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from console.mumble.dial import Ended, dial
from console.mumble.events import Event, Present, Standing, Stood
from console.mumble.login import Login, Place, Server
from console.mumble.messages import Message
from console.mumble.roster import Roster
from console.mumble.session import Session

log = logging.getLogger(__name__)

BACK_OFF_S = (0.1, 0.25, 0.5, 1.0, 2.0)
REFUSED_S = 5.0  # somebody has to change something first
STOP_S = 1.0


class Client:
    """One name in one channel of one server. Events come on its thread: take them and return."""

    def __init__(self, server: Server, login: Login, place: Place, on_event: Callable[[Event], None]) -> None:
        self._server = server
        self._login = login
        self._place = place
        self._tell = on_event
        self._session: Session | None = None
        self._last: Stood | None = None
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name=f"mumble-{login.name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def leave(self) -> None:
        """Leave; the thread ends soon."""
        self._stopping.set()
        if (session := self._session) is not None:
            session.wake()

    def stop(self) -> None:
        """Leave; waits at most a second."""
        self.leave()
        if self._thread.ident is not None:
            self._thread.join(STOP_S)

    def speak(self, opus: bytes, *, is_last: bool = False) -> bool:
        """20 ms of Opus to everybody in the channel; False when nobody is there to take it. Any thread."""
        session = self._session
        if session is None or not session.is_ready:
            return False
        session.speak(opus, is_last)
        return True

    def say(self, message: Message) -> bool:
        """A message on the control channel, for whoever runs the server. Any thread."""
        session = self._session
        if session is None or not session.number:
            return False
        session.say(message)
        return True

    @property
    def is_ready(self) -> bool:
        """Whether it is in its channel and may speak."""
        session = self._session
        return session is not None and session.is_ready

    @property
    def is_inside(self) -> bool:
        """Whether the server has let it in, wherever it stands there."""
        session = self._session
        return session is not None and session.number > 0

    @property
    def roster(self) -> Roster:
        """Channels and users as the server has told them."""
        session = self._session
        return session.roster if session is not None else Roster()

    @property
    def uses_datagrams(self) -> bool:
        """Whether voice goes by UDP; else it goes through the control channel."""
        session = self._session
        return session is not None and session.way.uses_datagrams

    # ---- the thread ----

    def _run(self) -> None:
        failures = 0
        self._stand(Stood(Standing.OPENING))
        while not self._stopping.is_set():
            ended = self._live()
            if self._stopping.is_set():
                return
            was_in = self._last is not None and self._last.standing is Standing.READY
            failures = 0 if was_in else failures
            self._stand(Stood(ended.standing, ended.reason, ended.about))
            self._tell(Present(()))
            refused = ended.standing is Standing.REFUSED
            self._stopping.wait(REFUSED_S if refused else BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)])
            failures += 1

    def _live(self) -> Ended:
        """One connection; why it ended."""
        try:
            session = Session(dial(self._server, self._login), self._login, self._place, self._hear)
        except Ended as ended:
            return ended
        self._session = session
        try:
            session.run(self._stopping)
        except Ended as ended:
            return ended
        finally:
            self._session = None
            session.close()
        return Ended(self._last.reason if self._last is not None else Stood(Standing.AWAY).reason)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Stood):
            self._stand(event)
        else:
            self._tell(event)

    def _stand(self, stood: Stood) -> None:
        """Each standing once, with its reason."""
        if stood != self._last:
            log.info("%s: %s %s %s", self._login.name, stood.standing, stood.reason, stood.about)
            self._last = stood
            self._tell(stood)
