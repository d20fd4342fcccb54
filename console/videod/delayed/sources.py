"""The delayed sources of a site: those that are shown are played, as many as one machine may. Loop thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from console.model import CameraId
from console.ports import CameraState, Detail
from console.videod.decoder import StreamKey
from console.videod.delayed.visit import OnState, Visit
from console.videod.picture import Target
from console.videod.stream import Standing

MOST = 8  # each costs a process with libvlc in it


class Delayed:
    """`aim` says what is shown; nothing is kept in memory of them, nothing recorded."""

    def __init__(self, report: Callable[[CameraId, Standing, float], None]) -> None:
        self._report = report
        self._known: dict[StreamKey, tuple[tuple[str, str, str], bool]] = {}
        self._visits: dict[StreamKey, Visit] = {}
        self._leaving: set[asyncio.Task[None]] = set()
        self._scaling = ThreadPoolExecutor(1, "delayed")

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def know(self, key: StreamKey, url: tuple[str, str, str], *, is_told: bool) -> None:
        """Address, user, password; `is_told`: its state is the camera's."""
        self._known[key] = url, is_told

    def forget(self, camera: CameraId) -> None:
        for key in [key for key in self._known if key[0] == camera]:
            del self._known[key]
            self._leave(key)

    def aim(self, wanted: Mapping[StreamKey, Sequence[Target]]) -> None:
        """Show these in these slots, and no others."""
        for key in self._visits.keys() - wanted.keys():
            self._leave(key)
            self._say(key)(Standing(CameraState.QUEUED), 0.0)
        for key, targets in wanted.items():
            if key not in self._known:
                continue
            if key not in self._visits and len(self._visits) < MOST:
                self._visits[key] = Visit(*key, self._known[key][0], self._scaling, self._say(key))
            elif key not in self._visits:
                self._say(key)(Standing(CameraState.QUEUED, Detail.SESSION_CAP, "libvlc"), 0.0)
            if visit := self._visits.get(key):
                visit.targets = tuple(targets)

    def _say(self, key: StreamKey) -> OnState:
        def on_state(standing: Standing, retry_in_s: float) -> None:
            if self._known.get(key, ((), False))[1]:
                self._report(key[0], standing, retry_in_s)

        return on_state

    def _leave(self, key: StreamKey) -> None:
        visit = self._visits.pop(key, None)
        if visit is not None:
            task = asyncio.create_task(visit.end())
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)

    async def close(self) -> None:
        for key in list(self._visits):
            self._leave(key)
        await asyncio.gather(*self._leaving, return_exceptions=True)
        self._scaling.shutdown(cancel_futures=True)
