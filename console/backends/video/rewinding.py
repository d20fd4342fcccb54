"""What is looked back at and the files that were ordered of it, as the window's side sees it. Thread-safe.

`take` is for the desk thread, everything else for the child's.
"""

from __future__ import annotations

import threading

from console.inbox import Inbox
from console.model import CameraId
from console.ports import ClipSaved, ClipTrouble
from console.rewinds import (
    BeginRewind,
    EndRewind,
    KeepRewind,
    Memory,
    MemoryTold,
    PictureSnapped,
    RewindAt,
    RewindEnded,
    RewindHolds,
    RewindKept,
    RewindOrder,
    RewindTrouble,
    RewindUnkept,
    SnapFailed,
    SnapPicture,
)
from console.videod.control import Failed, RewindReport, Saved, Summed


class Rewinding:
    """Words on any other rewind or file are dropped; a process that ends takes its own with it."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._lock = threading.Lock()
        self._rewind = 0
        self._clips: dict[str, CameraId] = {}  # ordered and not heard of, by path
        self._snaps: set[int] = set()
        self._memories: list[Memory] = []  # of an answer that is not complete

    def take(self, order: RewindOrder) -> None:
        with self._lock:
            match order:
                case BeginRewind():
                    self._rewind = order.rewind
                case EndRewind() if order.rewind == self._rewind:
                    self._rewind = 0
                case KeepRewind():
                    self._clips[order.path] = CameraId(order.camera)
                case SnapPicture():
                    self._snaps.add(order.snap)

    def settle(self, report: Saved | Failed) -> bool:
        """The process's word on a clip; False when it is none of ours."""
        with self._lock:
            camera = self._clips.pop(report.path, None)
        if camera is None:
            return False
        if isinstance(report, Failed):
            self._inbox.post(RewindUnkept(camera, report.path, report.code, report.detail))
        else:
            self._inbox.post(
                RewindKept(
                    ClipSaved(
                        camera, report.path, report.sha256, report.size, report.start_ms, report.end_ms,
                        report.frames, report.gaps, report.is_partial,
                    )
                )
            )  # fmt: skip
        return True

    def heard(self, report: RewindReport) -> None:
        """Hand on what the process says of what was ordered."""
        match report:
            case Memory():
                self._memories.append(report)
            case Summed():
                told, self._memories = tuple(self._memories), []
                self._inbox.post(MemoryTold(report.used, report.held, report.budget, report.ring_s, told))
            case PictureSnapped() | SnapFailed():
                with self._lock:
                    is_ours = report.snap in self._snaps
                    self._snaps.discard(report.snap)
                if is_ours:
                    self._inbox.post(report)
            case RewindAt() | RewindHolds() | RewindEnded():
                if report.rewind == self._rewind:
                    self._inbox.post(report)

    def lost(self) -> None:
        """The process ended."""
        with self._lock:
            rewind, self._rewind = self._rewind, 0
            clips, self._clips = self._clips, {}
            snaps, self._snaps = self._snaps, set()
            self._memories = []
        if rewind:
            self._inbox.post(RewindEnded(rewind, RewindTrouble.STOPPED))
        for path, camera in clips.items():
            self._inbox.post(RewindUnkept(camera, path, ClipTrouble.NO_WORD, ""))
        for snap in snaps:
            self._inbox.post(SnapFailed(snap, ClipTrouble.NO_WORD, ""))
