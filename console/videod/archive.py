"""The evidence thread: whatever clips need the disk for is done here, so that a slow disk never holds up a picture."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.ports import ClipTrouble
from console.videod.clip import Clip, settle
from console.videod.control import Failed, Record, Saved
from console.videod.evidence_place import Facts, NoClip, of_disk, place
from console.videod.unit import Unit

log = logging.getLogger(__name__)

Told = Callable[[Saved | Failed], None]


@dataclass(frozen=True, slots=True)
class _Begin:
    order: Record


@dataclass(frozen=True, slots=True)
class _Append:
    path: str
    units: Sequence[Unit]
    size: int


@dataclass(frozen=True, slots=True)
class _End:
    path: str
    is_cut: bool


class Archive(threading.Thread):
    """Obeys in order; `told` is called on this thread, once for each order."""

    def __init__(self, data: Path, told: Told) -> None:
        super().__init__(name="evidence", daemon=True)
        self._data = data
        self._told = told
        self._jobs: queue.SimpleQueue[_Begin | _Append | _End | None] = queue.SimpleQueue()
        self._clips: dict[str, Clip] = {}
        self._orders: dict[str, Record] = {}
        self.written = 0  # bytes this thread has dealt with

    # ---- loop thread ---------------------------------------------------------------------------------------------

    def begin(self, order: Record) -> None:
        self._jobs.put(_Begin(order))

    def append(self, path: str, units: Sequence[Unit], size: int) -> None:
        self._jobs.put(_Append(path, units, size))

    def end(self, path: str, *, is_cut: bool) -> None:
        self._jobs.put(_End(path, is_cut))

    def stop(self, patience_s: float) -> None:
        """Finish what waits; a disk that hangs is not waited for longer."""
        self._jobs.put(None)
        self.join(patience_s)

    # ---- this thread ---------------------------------------------------------------------------------------------

    def run(self) -> None:
        while (job := self._jobs.get()) is not None:
            path = job.order.path if isinstance(job, _Begin) else job.path
            try:
                self._do(job)
            except NoClip as trouble:
                self._fail(path, trouble)
            except OSError as error:
                self._fail(path, of_disk(error))
            except Exception as error:  # a worker loop's catch-all: one clip's trouble must not cost the others
                log.exception("a clip made the recorder raise")
                self._fail(path, NoClip(ClipTrouble.UNUSABLE, type(error).__name__))

    def _do(self, job: _Begin | _Append | _End) -> None:
        match job:
            case _Begin(order):
                self._orders[order.path] = order
                self._begin(order)
            case _Append(path, units, size):
                self.written += size
                if clip := self._clips.get(path):
                    self._add(path, clip, units)
            case _End(path, is_cut):
                if clip := self._clips.pop(path, None):
                    self._save(path, clip.finish(is_cut=is_cut))

    def _begin(self, order: Record) -> None:
        where = place(self._data, order.path)
        if (found := settle(where)) is not None:
            self._save(order.path, found)
        elif order.is_settling:
            raise NoClip(ClipTrouble.NOTHING_LEFT)
        else:
            self._clips[order.path] = Clip(where, order)

    def _add(self, path: str, clip: Clip, units: Sequence[Unit]) -> None:
        try:
            clip.add(units)
        except NoClip as trouble:
            del self._clips[path]
            log.error("evidence %s: %s", path, trouble)
            try:
                facts = clip.finish(is_cut=True)  # what is on disk counts
            except NoClip:
                raise trouble from None
            self._save(path, facts)

    def _save(self, path: str, facts: Facts) -> None:
        order = self._orders.pop(path)
        self._told(
            Saved(
                path=path, camera=order.camera, sha256=facts.sha256, size=facts.size, start_ms=facts.start_ms,
                end_ms=facts.end_ms, frames=facts.frames, gaps=len(facts.gaps), is_partial=facts.is_partial,
            )
        )  # fmt: skip

    def _fail(self, path: str, trouble: NoClip) -> None:
        self._clips.pop(path, None)
        order = self._orders.pop(path, None)
        if order is not None:
            log.error("no evidence %s: %s", path, trouble)
            self._told(Failed(path, order.camera, trouble.code, trouble.detail))
