"""Compares passwords with the file of the accounts, and notices when that changes. A thread of its own."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from pathlib import Path

from console.backends.people.accounts import read
from console.backends.people.passwords import hashed, is_right
from console.clock import Clock
from console.errors import BackendError
from console.identities import AccountsRead, Claim, Identified
from console.inbox import Inbox
from console.model import Account, LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND = "accounts"  # of the trouble; its name is the file's
LOOK_S = 2.0  # how soon a changed file is noticed
STOP_S = 2.0

Signature = tuple[int, int, int]


class FileDoorkeeper:
    """`identities.Doorkeeper`. A file that cannot be read any more changes nothing: the accounts stay as they were."""

    def __init__(self, path: Path, inbox: Inbox, clock: Clock, look_s: float = LOOK_S) -> None:
        """Raises BackendError when the accounts cannot be read."""
        self._path = path
        self._inbox = inbox
        self._clock = clock
        self._look_s = look_s
        self._seen = self._signature()
        self._held = {held.account.person: held for held in read(path)}
        self._claims: queue.SimpleQueue[Claim | None] = queue.SimpleQueue()
        self._is_down = False
        self._nobody = ""  # the hash that stands for a name nobody has
        self._thread = threading.Thread(target=self._run, name="doorkeeper", daemon=True)

    @property
    def accounts(self) -> tuple[Account, ...]:
        """As read last; before `start` only."""
        return tuple(held.account for held in self._held.values())

    def start(self) -> None:
        self._thread.start()

    def identify(self, claim: Claim) -> None:
        self._claims.put(claim)

    def stop(self) -> None:
        """At most about two seconds: what is being compared is not waited for any longer."""
        self._claims.put(None)
        if self._thread.ident is not None:
            self._thread.join(STOP_S)

    # ---- its own thread ----

    def _run(self) -> None:
        self._nobody = hashed(secrets.token_hex())
        while True:
            try:
                claim = self._claims.get(timeout=self._look_s)
            except queue.Empty:
                self._look()
                continue
            if claim is None:
                return
            self._look()
            self._inbox.post(Identified(claim.number, self._is_true(claim)))

    def _is_true(self, claim: Claim) -> bool:
        held = self._held.get(claim.person)
        is_right_word = is_right(held.password if held is not None else self._nobody, claim.secret)
        return held is not None and not held.account.is_disabled and is_right_word

    def _look(self) -> None:
        """Has somebody changed the accounts?"""
        signature = self._signature()
        if signature == self._seen:
            return
        self._seen = signature
        try:
            now = read(self._path)
        except BackendError as error:
            self._lose(str(error))
            return
        self._held = {held.account.person: held for held in now}
        if self._is_down:
            self._is_down = False
            self._inbox.post(LinkUp(KIND, self._path.name, self._clock.now_ms()))
        self._inbox.post(AccountsRead(self.accounts))

    def _lose(self, why: str) -> None:
        log.warning("the accounts stay as they were: %s", why)
        if not self._is_down:
            self._is_down = True
            self._inbox.post(LinkDown(KIND, self._path.name, "damaged", self._clock.now_ms()))

    def _signature(self) -> Signature | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
