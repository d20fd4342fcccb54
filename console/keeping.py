"""Small state files that outlive a run, `<folder>/<name>.json`: read at start, written by one thread of its own.

The desk thread hands over the newest state and never waits for a disk. What cannot be written is told once as a
trouble of that file and tried again until it is written. A file may be shared by the positions of a data folder.
"""

from __future__ import annotations

import errno
import fcntl
import json
import logging
import os
import queue
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from console.clock import Clock
from console.inbox import Inbox
from console.journal import Json
from console.model import LinkDown, LinkUp

log = logging.getLogger(__name__)

KIND = "kept"  # of the trouble; its name is the file's
AGAIN_S = 1.0  # what could not be written is tried again this often
STOP_S = 2.0
MOST_BYTES = 1_000_000  # a larger file is none of ours
REASONS = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.EROFS: "read_only", errno.EACCES: "read_only"}

State = Mapping[str, Json]


class Keeping:
    """`read` before the loop runs, `keep` from the desk thread, `close` at the end: it writes what waits."""

    def __init__(self, folder: Path, inbox: Inbox, clock: Clock) -> None:
        self._folder = folder
        self._inbox = inbox
        self._clock = clock
        self._orders: queue.SimpleQueue[tuple[str, str] | None] = queue.SimpleQueue()
        self._newest: dict[str, str] = {}  # name → what was handed over last
        self._waiting: dict[str, str] = {}  # name → newest text not yet on disk
        self._troubled: dict[str, str] = {}  # name → why it could not be written
        self._bases: dict[str, State] = {}  # name → what was read or written here last
        self._shared: set[str] = set()
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)
        self._thread.start()

    # ---- desk thread ----

    def read(self, name: str) -> State | None:
        """What was kept, None when there is nothing. A damaged file is set aside and named as a trouble."""
        path = self._path(name)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise ValueError(f"larger than {MOST_BYTES} bytes")
            kept = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(kept, dict):
                raise ValueError("not an object")
        except FileNotFoundError:
            return None
        except OSError as error:
            self._down(name, _reason(error))
            return None
        except (ValueError, RecursionError) as error:
            self.set_aside(name, str(error))
            return None
        self._bases[name] = kept
        return kept

    def set_aside(self, name: str, why: str) -> None:
        """This file cannot be used: it stays beside as `<name>.damaged.json`; the defaults are used."""
        path = self._path(name)
        log.warning("%s is damaged and set aside: %s", path.name, why)
        try:
            path.replace(path.with_suffix(".damaged.json"))
        except OSError as error:
            log.warning("%s cannot be set aside: %s", path.name, error.strerror)
        self._down(name, "damaged")
        self._inbox.post(LinkUp(KIND, name, self._clock.now_ms()))

    def keep(self, name: str, state: State) -> None:
        """Write this soon, unless it is what was kept last; a newer state replaces one that still waits."""
        text = _text(state)
        if self._newest.get(name) != text:
            self._newest[name] = text
            self._orders.put((name, text))

    def share(self, name: str, state: State) -> None:
        """Like `keep`, of lists of named things in a file of several positions: what others keep there stays."""
        self._shared.add(name)
        self.keep(name, state)

    def close(self) -> None:
        """Write what waits, for at most two seconds."""
        self._orders.put(None)
        self._thread.join(STOP_S)

    # ---- its own thread ----

    def _run(self) -> None:
        running = True
        while running:
            running = self._take()
            for name, text in tuple(self._waiting.items()):
                self._write(name, text)

    def _take(self) -> bool:
        """Wait for something to write, or until what failed is tried again; everything that waits is taken at once."""
        running = True
        timeout: float | None = AGAIN_S if self._waiting else None
        try:
            order = self._orders.get(timeout=timeout)
            while True:
                if order is None:
                    running = False
                else:
                    self._waiting[order[0]] = order[1]
                order = self._orders.get_nowait()
        except queue.Empty:
            return running

    def _write(self, name: str, text: str) -> None:
        """In one piece: a reader finds the old state or the new one, whatever kills us meanwhile."""
        path = self._path(name)
        draft = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with _alone(path.with_suffix(".lock"), name in self._shared):
                joined = self._joined(name, text) if name in self._shared else text
                with draft.open("w", encoding="utf-8") as file:
                    file.write(joined)
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(path)
        except OSError as error:
            self._failed(name, error)
        else:
            del self._waiting[name]
            self._bases[name] = json.loads(text)
            if self._troubled.pop(name, None) is not None:
                self._inbox.post(LinkUp(KIND, name, self._clock.now_ms()))

    def _joined(self, name: str, text: str) -> str:
        """Our changes in what is there now."""
        try:
            there = json.loads(self._path(name).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError, RecursionError):
            return text
        return _text(merged(self._bases.get(name, {}), json.loads(text), there if isinstance(there, dict) else {}))

    def _failed(self, name: str, error: OSError) -> None:
        reason = _reason(error)
        if self._troubled.get(name) != reason:
            self._troubled[name] = reason
            log.warning("%s cannot be kept: %s", name, error.strerror)
            self._down(name, reason)

    def _down(self, name: str, reason: str) -> None:
        self._inbox.post(LinkDown(KIND, name, reason, self._clock.now_ms()))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def merged(base: State, ours: State, theirs: State) -> State:
    """Lists of things with a `name`: `theirs` with what was added, changed or removed here since `base`. Pure."""
    return {key: _merged(_named(base, key), _named(ours, key), _named(theirs, key)) for key in ours}


def _merged(base: State, ours: State, theirs: State) -> list[Json]:
    left = {name: one for name, one in theirs.items() if name in ours or name not in base}
    changed = {name: one for name, one in ours.items() if name not in base or base[name] != one}
    return [one for _, one in sorted((left | changed).items())]


def _named(state: State, key: str) -> State:
    said = state.get(key)
    found = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
    return {name: one for one in found if isinstance(name := one.get("name"), str)}


def _text(state: State) -> str:
    return json.dumps(state, ensure_ascii=False, indent=1) + "\n"


@contextmanager
def _alone(lock: Path, shared: bool) -> Iterator[None]:
    """No other position writes the shared file meanwhile."""
    if not shared:
        yield
        return
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _reason(error: OSError) -> str:
    return REASONS.get(error.errno or 0, "io_error")
