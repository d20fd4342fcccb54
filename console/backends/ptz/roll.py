"""The cameras that can be controlled, and what the process has been told of them. Thread-safe."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable

from console.errors import BackendError
from console.model import Camera, CameraId
from console.ptz.port import PtzTrouble
from console.ptzd.control import Forget, Know

log = logging.getLogger(__name__)

Resolve = Callable[[str], str]  # a secret's reference → the secret; raises BackendError


class Roll:
    """`news` and `all` take their time (passwords): the child's thread."""

    def __init__(self, cameras: Iterable[Camera], base: str, resolve: Resolve) -> None:
        self._resolve = resolve
        self._lock = threading.Lock()
        self._told: dict[CameraId, Know] = {}
        self._unreadable: set[CameraId] = set()
        self.renew(cameras, base)

    def renew(self, cameras: Iterable[Camera], base: str) -> None:
        """From now on these; `base` stands for {onvif} in their addresses."""
        with self._lock:
            self._cameras = {camera.id: camera for camera in cameras if camera.onvif_url}
            self._base = base.rstrip("/")

    def __bool__(self) -> bool:
        return bool(self._cameras)

    def trouble(self, camera: CameraId) -> PtzTrouble | None:
        """Why nothing can be asked of this camera; None: it can."""
        with self._lock:
            if camera not in self._cameras:
                return PtzTrouble.NO_ADDRESS
            return PtzTrouble.PASSWORD_UNREADABLE if camera in self._unreadable else None

    def all(self) -> list[Know]:
        """Every camera for a new child, which knows none."""
        self._told = self._wanted()
        return list(self._told.values())

    def news(self) -> list[Know | Forget]:
        """What a running child has to hear."""
        before, self._told = self._told, self._wanted()
        gone = [Forget(camera) for camera in before if camera not in self._told]
        return gone + [know for camera, know in self._told.items() if before.get(camera) != know]

    def _wanted(self) -> dict[CameraId, Know]:
        with self._lock:
            cameras, base = list(self._cameras.values()), self._base
        wanted, unreadable = {}, set()
        for camera in cameras:
            try:
                password = self._resolve(camera.secret) if camera.secret else ""
            except BackendError as error:
                log.error("password of camera %s: %s", camera.id, error)
                unreadable.add(camera.id)
                continue
            url = camera.onvif_url.replace("{onvif}", base)
            wanted[camera.id] = Know(camera.id, url, camera.user, password)
        with self._lock:
            self._unreadable = unreadable
        return wanted
