"""The roll of cameras: what the site has, and what the video process has been told of it, the nearest first.

`renew` and `in` may be used from any thread; everything else belongs to the child's thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Sequence

from console.backends.video.nearness import distances
from console.config.schema import VideoConfig, VideoHost
from console.errors import BackendError
from console.model import Camera, CameraId, Point
from console.ports import CameraState, Detail
from console.videod.address import host_of
from console.videod.control import LINE_LIMIT, Forget, Know, encode
from console.videod.slots import MAX_ID

log = logging.getLogger(__name__)

Resolve = Callable[[str], str]  # a secret's reference → the secret; raises BackendError
Refuse = Callable[[CameraId, CameraState, Detail], None]  # a camera that cannot be used, its state, why


class Roll:
    """Knows the difference, so that a camera that did not change is not dialled anew."""

    def __init__(
        self, config: VideoConfig, cameras: Sequence[Camera], base: str, points: Sequence[Point], resolve: Resolve,
        refuse: Refuse,
    ) -> None:  # fmt: skip
        """`base` stands for {base} in the cameras' addresses; `resolve` is asked whenever a camera is told."""
        self._transport = config.transport
        self._hosts = {host.host.lower(): host for host in config.hosts}
        self._resolve = resolve
        self._refuse = refuse
        self._told: dict[CameraId, Know] = {}
        self.renew(cameras, base, points)

    def renew(self, cameras: Sequence[Camera], base: str, points: Sequence[Point]) -> None:
        """From now on these are the cameras, and what they watch; `news` has to be told to the child."""
        self._site = {camera.id: camera for camera in cameras}, base.rstrip("/"), tuple(points)

    def __contains__(self, camera: object) -> bool:
        return camera in self._site[0]

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def all(self, first: Container[CameraId]) -> list[Know]:
        """Every camera for a new child, which knows none; `first` are the ones that are shown."""
        self._told = self._wanted()
        order = sorted(self._told, key=lambda camera: (camera not in first, self._told[camera].near_m))
        return [self._told[camera] for camera in order]

    def news(self) -> list[Know | Forget]:
        """What a running child has to hear: cameras that are gone, new, or to be reached another way."""
        before, self._told = self._told, self._wanted()
        gone = [Forget(camera) for camera in before if camera not in self._told]
        return gone + [known for camera, known in self._told.items() if before.get(camera) != known]

    def _wanted(self) -> dict[CameraId, Know]:
        cameras, base, points = self._site
        near = distances(cameras.values(), points)
        known = ((camera.id, self._know(camera, base, near[camera.id])) for camera in cameras.values())
        return {camera: know for camera, know in known if know is not None}

    def _know(self, camera: Camera, base: str, near_m: float) -> Know | None:
        """What the child is told of a camera; None when it cannot be used, with the reason told."""
        try:
            password = self._resolve(camera.secret) if camera.secret else ""
        except BackendError as error:
            log.error("password of camera %s: %s", camera.id, error)
            self._refuse(camera.id, CameraState.WRONG_PASSWORD, Detail.PASSWORD_UNREADABLE)
            return None
        know = Know(
            camera=camera.id,
            sub=camera.sub_url.replace("{base}", base),
            main=camera.main_url.replace("{base}", base),
            user=camera.user,
            password=password,
            hot=camera.hot,
            near_m=near_m,
            transport=camera.transport or self._host(camera, base).transport or self._transport,
            is_verified=not self._host(camera, base).tls_unverified,
        )
        is_long = len(encode(know)) > LINE_LIMIT or len(camera.id.encode()) > MAX_ID
        if is_long or not (camera.sub_url or camera.main_url):
            self._refuse(camera.id, CameraState.UNSUPPORTED, Detail.BAD_ADDRESS)
            return None
        return know

    def _host(self, camera: Camera, base: str) -> VideoHost:
        """What the site says of the host the camera is at."""
        host = host_of((camera.sub_url or camera.main_url).replace("{base}", base))
        return self._hosts.get(host) or VideoHost(host)
