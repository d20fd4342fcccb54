"""The Keeper's thread: carries out one order after the other, each in a child; looks at disk and clock in between."""

from __future__ import annotations

import json
import logging
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from console.backends.upkeep.ntp import is_synchronised
from console.child import program, surroundings
from console.errors import WatchroomError
from console.inbox import Inbox
from console.journal import Json
from console.safekeeping import (
    AgedAsked,
    AgedFound,
    BackupLooked,
    ClockLooked,
    CutAsked,
    CutDone,
    CutOrdered,
    CutPlanned,
    DiskLooked,
    DropOrdered,
    Dropped,
    FilingAsked,
    KeeperOrder,
    KeeperWord,
    KeepingFailed,
    MeasureAsked,
    Measured,
    SealAsked,
    SealMade,
)
from console.sealing import SealKey, Signed, signed_of
from console.sealing.folder import FOLDER, file_away

log = logging.getLogger(__name__)

MODULE = "console.backends.store.upkeep"  # the child; a program, not a library of ours
LOOK_S = 30.0  # between two looks at disk and clock
STOP_S = 2.0
CHILD_S = 3_600.0  # a first cut of a large journal takes its time
Answer = Mapping[str, Json]


class Failed(Exception):
    """An order came to nothing; the text says why."""


@dataclass(frozen=True, slots=True)
class Premises:
    """What is looked after: address of the journal (a path, or a URL with its password), data folder, key.

    `key` gives the private key as PEM and may raise WatchroomError; `ahead_ms` says how far our clock is ahead of the
    database's, None when that is our own; it may raise WatchroomError, too. `backed_up`: when the newest whole backup
    was made, epoch ms.
    """

    where: str
    data: Path
    key: Callable[[], str]
    ahead_ms: Callable[[], int | None]
    backed_up: Callable[[], int | None] = lambda: None


class UpkeepWorker:
    """A Keeper. `take` and `stop` from any thread."""

    def __init__(self, premises: Premises, inbox: Inbox) -> None:
        self._premises = premises
        self._inbox = inbox
        self._orders: queue.SimpleQueue[KeeperOrder | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def take(self, order: KeeperOrder) -> None:
        self._orders.put(order)

    def stop(self) -> None:
        with self._lock:
            self._stopping = True
            if self._child is not None:
                self._child.kill()
        self._orders.put(None)
        if self._thread.ident is not None:
            self._thread.join(STOP_S)  # a server that hangs while its clock is asked keeps its daemon thread

    # ---- its own thread ----

    def _run(self) -> None:
        self._look()
        while True:
            try:
                order = self._orders.get(timeout=LOOK_S)
            except queue.Empty:
                self._look()
                continue
            if order is None or self._stopping:
                return
            self._carry_out(order)

    def _look(self) -> None:
        try:
            usage = shutil.disk_usage(self._premises.data)
            self._post(DiskLooked(usage.free, usage.total))
        except OSError as error:
            log.error("the disk cannot be looked at: %s", error.strerror)
        self._post(BackupLooked(self._premises.backed_up()))
        ahead: int | None = None
        try:
            ahead = self._premises.ahead_ms()
        except WatchroomError as error:  # a database that is away has a trouble of its own
            log.info("the database's clock was not asked: %s", error)
        self._post(ClockLooked(is_synchronised(), ahead))

    def _carry_out(self, order: KeeperOrder) -> None:
        try:
            word = self._done(order)
        except (Failed, WatchroomError, OSError, subprocess.SubprocessError) as error:
            if not self._stopping:
                log.error("%s: %s", type(order).__name__, error)
                self._post(KeepingFailed(order, str(error)[:200]))
            return
        if word is not None:
            self._post(word)

    def _done(self, order: KeeperOrder) -> KeeperWord | None:
        match order:
            case FilingAsked(name, signed):
                file_away(self._premises.data / FOLDER, name, signed, SealKey(self._premises.key()))
                return None
            case SealAsked(site, day):
                said = self._asked("seal", {"site": site, "day": day, "key": self._premises.key()})
                return SealMade(day, _signed(said), _whole(said, "chains"))
            case CutAsked(site, day, before_ms):
                facts: Answer = {"site": site, "day": day, "before_ms": before_ms, "key": self._premises.key()}
                said = self._asked("plan", facts)
                return CutPlanned(day, _signed(said), _whole(said, "entries"))
        return self._cleared(order)

    def _cleared(self, order: CutOrdered | AgedAsked | DropOrdered | MeasureAsked) -> KeeperWord:
        """What has grown old, and what there is."""
        match order:
            case CutOrdered(signed):
                return CutDone(_whole(self._asked("cut", signed.data()), "entries"))
            case AgedAsked(clips, voice):
                said = self._asked("aged", {"clips_before_ms": clips, "voice_before_ms": voice})
                paths = said.get("paths")
                found = tuple(str(path) for path in paths) if isinstance(paths, list) else ()
                return AgedFound(found, _whole(said, "size"))
            case DropOrdered(paths):
                return Dropped(_whole(self._asked("drop", {"paths": list(paths)}), "files"))
            case MeasureAsked():
                parts = self._asked("measure", {}).get("parts")
                sizes = parts if isinstance(parts, dict) else {}
                return Measured({name: size for name, size in sizes.items() if isinstance(size, int)})

    def _asked(self, job: str, facts: Answer) -> Answer:
        """What a child answers. Raises Failed, OSError, SubprocessError."""
        order = {**facts, "job": job, "where": self._premises.where, "data": str(self._premises.data)}
        said = self._said(json.dumps(order))
        try:
            answer = json.loads(said)
        except ValueError:
            raise Failed("the child gave no answer: see the messages of the console") from None
        if not isinstance(answer, dict) or "error" in answer:
            raise Failed(str(answer.get("error")) if isinstance(answer, dict) else "no answer")
        return answer

    def _said(self, order: str) -> str:
        with self._lock:
            if self._stopping:
                raise Failed("the console ends")
            child = subprocess.Popen(
                program(MODULE, ()), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings(), text=True,
                encoding="utf-8",
            )  # fmt: skip
            self._child = child
        with child:
            try:
                return child.communicate(order, timeout=CHILD_S)[0]
            finally:
                child.kill()
                self._child = None

    def _post(self, word: KeeperWord) -> None:
        self._inbox.post(word)


def _signed(said: Answer) -> Signed | None:
    data = said.get("signed")
    return signed_of(data) if isinstance(data, dict) else None


def _whole(said: Answer, key: str) -> int:
    value = said.get(key)
    return value if isinstance(value, int) else 0
