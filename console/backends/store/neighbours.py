"""The other consoles on this journal: what they committed, that we live, and what the desk asks about a stream.

Asked by the desk thread, done by the store thread between two commits.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from console.attendance import Attendance, Beat
from console.backends.store.attending import attend, leave
from console.backends.store.commit import Writer
from console.backends.store.database import told_again
from console.backends.store.faults import Reason, detail_of, reason_of
from console.backends.store.follow import Follower
from console.backends.store.read import JournalReader
from console.clock import Clock
from console.errors import WatchroomError
from console.journal import Followed, Told
from console.model import Domain

log = logging.getLogger(__name__)

AT_ONCE = 50  # entries in one post: the desk paints between two of them
RETRY_S = 1.0


class Neighbours:
    """`follower` None: a journal nobody else can reach."""

    def __init__(self, writer: Writer, follower: Follower | None, reader: JournalReader, clock: Clock) -> None:
        self._writer = writer
        self._follower = follower
        self._reader = reader
        self._clock = clock
        self._beats: deque[Beat] = deque(maxlen=1)  # put there by the desk thread
        self._asked: deque[tuple[Domain, str]] = deque()
        self._number = 0
        self._look_at = 0.0
        self._is_known_lost = False
        self.share_a_lock = False  # somebody else lives on the same file

    # ---- desk thread ----

    def begin(self) -> None:
        """What is in the journal now will be loaded; whatever comes later is followed. Raises DBAPIError."""
        if self._follower is not None:
            self._follower.begin()

    def say(self, beat: Beat) -> None:
        """Say soon that we live; a beat that waits already is replaced."""
        self._beats.append(beat)

    def ask(self, domain: Domain, stream: str) -> None:
        """Post soon what happened to that stream."""
        self._asked.append((domain, stream))

    # ---- store thread ----

    def followed(self) -> Iterator[Followed]:
        """What others have committed since the last look, a few entries at a time."""
        if self._follower is None or time.monotonic() < self._look_at:
            return
        try:
            found = self._follower.look()
        except (DBAPIError, OSError) as error:
            self._lose(error)
            return
        self._is_known_lost = False
        for first in range(0, len(found), AT_ONCE):
            yield Followed(found[first : first + AT_ONCE])

    @property
    def is_due(self) -> bool:
        """Whether there is a beat to be said."""
        return bool(self._beats)

    def attend(self, connected: Callable[[], Connection]) -> Attendance:
        """Say it. Raises DBAPIError: a beat that found the journal locked waits, any other is lost."""
        beat = self._beats.popleft()
        self._number += 1
        connection = connected()
        try:
            with told_again(connection), connection.begin():
                answer = attend(connection, self._writer, self._number, beat, self._clock.now_ms())
            is_file = connection.dialect.name == "sqlite"
            self.share_a_lock = is_file and sum(not present.has_left for present in answer.present) > 1
            return answer
        except DBAPIError as error:
            if reason_of(error) is Reason.LOCKED and not self._beats:
                self._beats.append(beat)
            raise

    def leave(self, connected: Callable[[], Connection]) -> None:
        """We end in order. Raises DBAPIError."""
        if self._number:
            connection = connected()
            with connection.begin():
                leave(connection, self._writer)

    def close(self) -> None:
        """Nobody is followed any more."""
        if self._follower is not None:
            self._follower.close()

    def answers(self) -> Iterator[Told]:
        """What the desk asked about; an answer that cannot be read now is tried again."""
        while self._asked:
            domain, stream = self._asked[0]
            try:
                told = Told(domain, stream, self._reader.stream(domain, stream))
            except (DBAPIError, WatchroomError) as error:
                log.warning("%s cannot be read: %s", stream, error)
                return
            self._asked.popleft()
            yield told

    def _lose(self, error: Exception) -> None:
        if not self._is_known_lost:
            log.warning("other consoles cannot be followed: %s", detail_of(error))
        self._is_known_lost = True
        self._look_at = time.monotonic() + RETRY_S
        if self._follower is not None:
            self._follower.close()
