"""The roll of cameras: what the site has, and what the video process has been told of it.

`renew` and `in` may be used from any thread; everything else belongs to the child's thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Sequence

from console.errors import BackendError
from console.model import Camera, CameraId
from console.ports import CameraState
from console.videod.control import LINE_LIMIT, Forget, Know, encode
from console.videod.slots import MAX_ID

log = logging.getLogger(__name__)

Resolve = Callable[[str], str]  # a secret's reference → the secret; raises BackendError
Refuse = Callable[[CameraId, CameraState, str], None]  # a camera that cannot be used, its state, why


class Roll:
    """Knows the difference, so that a camera that did not change is not dialled anew."""

    def __init__(self, cameras: Sequence[Camera], base: str, resolve: Resolve, refuse: Refuse) -> None:
        """`base` stands for {base} in the cameras' addresses; `resolve` is asked whenever a camera is told."""
        self._resolve = resolve
        self._refuse = refuse
        self._told: dict[CameraId, Know] = {}
        self.renew(cameras, base)

    def renew(self, cameras: Sequence[Camera], base: str) -> None:
        """From now on these are the cameras; `news` has to be told to the child."""
        self._site = {camera.id: camera for camera in cameras}, base.rstrip("/")

    def __contains__(self, camera: object) -> bool:
        return camera in self._site[0]

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def all(self, first: Container[CameraId]) -> list[bytes]:
        """Every camera for a new child, which knows none; `first` are the ones that are shown."""
        self._told = self._wanted()
        order = sorted(self._told, key=lambda camera: camera not in first)
        return [encode(self._told[camera]) for camera in order]

    def news(self) -> list[bytes]:
        """What a running child has to hear: cameras that are gone, new, or to be reached another way."""
        before, self._told = self._told, self._wanted()
        gone = [encode(Forget(camera)) for camera in before if camera not in self._told]
        return gone + [encode(known) for camera, known in self._told.items() if before.get(camera) != known]

    def _wanted(self) -> dict[CameraId, Know]:
        cameras, base = self._site
        known = ((camera.id, self._know(camera, base)) for camera in cameras.values())
        return {camera: know for camera, know in known if know is not None}

    def _know(self, camera: Camera, base: str) -> Know | None:
        """What the child is told of a camera; None when it cannot be used, with the reason told."""
        try:
            password = self._resolve(camera.secret) if camera.secret else ""
        except BackendError as error:
            log.error("password of camera %s: %s", camera.id, error)
            self._refuse(camera.id, CameraState.WRONG_PASSWORD, "the password cannot be read, see the log")
            return None
        know = Know(
            camera=camera.id,
            sub=camera.sub_url.replace("{base}", base),
            main=camera.main_url.replace("{base}", base),
            user=camera.user,
            password=password,
            hot=camera.hot,
        )
        is_long = len(encode(know)) > LINE_LIMIT or len(camera.id.encode()) > MAX_ID
        if is_long or not (camera.sub_url or camera.main_url):
            why = "no address, or a name or address that is too long"
            self._refuse(camera.id, CameraState.UNSUPPORTED, why)
            return None
        return know
