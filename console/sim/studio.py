"""Prepares clips in the background: two threads, each with a low-priority child process that draws and encodes.

`order` may be called from any thread; results come as futures. Children end when there is nothing to do.
"""

from __future__ import annotations

import itertools
import json
import logging
import queue
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future
from dataclasses import asdict
from pathlib import Path

from console.errors import BackendError
from console.sim.animation import Shot
from console.sim.clip_file import Clip, read_clip
from console.sim.clips import SCENES, clip_file_of
from console.sim.rtsp.packets import Loop, loop_of

_log = logging.getLogger(__name__)
_IDLE_S = 5.0
URGENT, NORMAL = 0, 1


class Studio:
    """A queue of shots to make; somebody waiting for one moves it to the front."""

    def __init__(self, cache: Path, folder: Path = SCENES, workers: int = 2) -> None:
        self.cache = _writable(cache)
        self._folder = folder
        self._queue: queue.PriorityQueue[tuple[int, int, Shot | None]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._lock = threading.Lock()
        self._wanted: dict[Shot, Future[Loop]] = {}
        self._threads = [threading.Thread(target=self._work, name=f"studio-{i}", daemon=True) for i in range(workers)]
        self._closing = threading.Event()

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Drop what waits, end the children; waits for both threads."""
        self._closing.set()
        for _ in self._threads:
            self._queue.put((-1, next(self._count), None))
        for thread in self._threads:
            thread.join()

    def order(self, shot: Shot, urgency: int = NORMAL) -> Future[Loop]:
        """The loop of a shot, sooner when `URGENT`; the same future for everybody who asks while it is made."""
        with self._lock:
            future = self._wanted.get(shot)
            if future is None:
                future = self._wanted[shot] = Future()
                self._queue.put((urgency, next(self._count), shot))
            elif urgency == URGENT and not future.running():
                self._queue.put((urgency, next(self._count), shot))
        return future

    def _work(self) -> None:
        child = _Child(self.cache, self._folder)
        while not self._closing.is_set():
            try:
                _, _, shot = self._queue.get(timeout=_IDLE_S)
            except queue.Empty:
                child.close()
                continue
            if shot is not None:
                self._make(shot, child)
        child.close()

    def _make(self, shot: Shot, child: _Child) -> None:
        with self._lock:
            future = self._wanted.get(shot)
            if future is None or future.running() or not future.set_running_or_notify_cancel():
                return  # another thread has it, or it came twice into the queue
        try:
            loop = loop_of(shot, self._clip(shot, child))
        except (OSError, ValueError, BackendError) as error:
            _log.warning("no clip for camera %d, scene %s: %s", shot.number, shot.scene, error)
            future.set_exception(BackendError(f"no clip for scene {shot.scene}: {error}"))
        else:
            future.set_result(loop)
        finally:
            with self._lock:
                self._wanted.pop(shot, None)

    def _clip(self, shot: Shot, child: _Child) -> Clip:
        file = clip_file_of(shot, self.cache, self._folder)
        try:
            return read_clip(file)
        except (OSError, ValueError):
            child.make(shot)
            return read_clip(file)


class _Child:
    """One encoder process, started when first needed. Belongs to one thread."""

    def __init__(self, cache: Path, folder: Path) -> None:
        self._command = [sys.executable, "-m", "console.sim.clip_worker", str(cache), str(folder)]
        self._process: subprocess.Popen[str] | None = None

    def make(self, shot: Shot) -> None:
        """Have a shot drawn into the cache; raises BackendError when that fails."""
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise BackendError("the encoder has no pipes")
        try:
            process.stdin.write(json.dumps(asdict(shot)) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline().strip()
        except OSError as error:
            answer = str(error)
        if answer != "ok":
            self.close()
            raise BackendError(f"the encoder failed: {answer or 'it ended'}")

    def _start(self) -> subprocess.Popen[str]:
        root = Path(__file__).resolve().parents[2]
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=root
        )
        return self._process

    def close(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close_quietly(pipe)


def _close_quietly(pipe: object) -> None:
    close = getattr(pipe, "close", None)
    if close is not None:
        try:
            close()
        except OSError:
            return


def _writable(cache: Path) -> Path:
    """The cache, or a folder of this run when it cannot be written."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=cache):
            return cache
    except OSError as error:
        _log.warning("the clip cache cannot be written (%s); clips are kept for this run only", error.strerror)
        return Path(tempfile.mkdtemp(prefix="watchroom-clips-"))
