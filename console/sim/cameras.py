"""The simulated cameras as one object: a real RTSP server in a thread of its own."""

from __future__ import annotations

import asyncio
import importlib.util
import resource
import threading
import zlib
from collections.abc import Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from console.errors import BackendError
from console.model import Camera
from console.sim.animation import Effect
from console.sim.clips import SCENES, default_cache
from console.sim.faults import Fault
from console.sim.rtsp.auth import Auth
from console.sim.rtsp.server import CameraServer
from console.sim.rtsp.stream import SimCamera
from console.sim.studio import Studio

__all__ = ["Auth", "CameraSim", "Effect", "Fault", "SimCamera", "place_named", "scene_for", "scene_names"]

_START_S = 10.0
_CALL_S = 5.0


class CameraSim:
    """All cameras of a demo site. Every method may be called from any thread but the server's own."""

    def __init__(
        self,
        cameras: Sequence[SimCamera],
        host: str = "127.0.0.1",
        port: int = 0,
        cache: Path | None = None,
        session_timeout_s: int = 60,
        certificate: Path | None = None,
    ) -> None:
        """`certificate`: PEM with its key; `secure_base` serves the same cameras encrypted."""
        self._cameras = tuple(cameras)
        self._host = host
        self._port = port
        self._timeout_s = session_timeout_s
        self._certificate = certificate
        self._studio = Studio(cache or default_cache())
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: CameraServer | None = None
        self._thread: threading.Thread | None = None
        self._stopping = asyncio.Event()

    def start(self) -> None:
        """Returns when the server listens; raises BackendError when it cannot."""
        listening: Future[None] = Future()
        self._studio.start()
        self._thread = threading.Thread(target=self._run, args=(listening,), name="cameras", daemon=True)
        self._thread.start()
        try:
            listening.result(_START_S)
        except OSError as error:
            self.stop()
            raise BackendError(
                f"the simulated cameras cannot listen on {self._host}:{self._port} ({error.strerror}): "
                "choose another --port"
            ) from error

    def stop(self) -> None:
        """Close all connections and end the thread and the encoders; waits for them."""
        if self._loop is not None and self._thread is not None and self._thread.is_alive():
            with suppress(RuntimeError):  # the loop has just closed by itself: it could not listen
                self._loop.call_soon_threadsafe(self._stopping.set)
        if self._thread is not None:
            self._thread.join()
        self._studio.stop()

    @property
    def base(self) -> str:
        """`rtsp://host:port`; a camera's streams are below `/<camera id>/sub` and `/main`."""
        return f"rtsp://{self._host}:{self._served.port}"

    @property
    def secure_base(self) -> str:
        """`rtsps://host:port`, where a certificate was given."""
        return f"rtsps://{self._host}:{self._served.secure_port}"

    @property
    def ready(self) -> int:
        """How many cameras can be played at once."""
        return self._served.ready

    def fault(self, camera_id: str, fault: Fault | None) -> None:
        """Switch a fault on, or all off with None; in force when this returns (see `Fault`). Raises KeyError."""
        self._call(self._served.set_fault(camera_id, fault)).result(_CALL_S)

    def effect(self, camera_id: str, effect: Effect | str | None) -> Future[None]:
        """Draw smoke or fire into a camera's picture from the next key frame on; None ends it.

        Returns at once; the future is done when the clip is prepared and carries KeyError or BackendError.
        """
        return self._call(self._served.set_effect(camera_id, Effect(effect) if effect else None))

    def stat(self) -> dict[str, int | float | dict[str, str]]:
        """Counters since the start, for people and tests."""
        server, used = self._served, resource.getrusage(resource.RUSAGE_SELF)
        states = server.states
        return {
            "cameras": len(states),
            "ready": server.ready,
            "viewers": sum(len(t.viewers) for s in states.values() for t in s.tracks.values()),
            "frames": server.pump.tally.frames,
            "dropped": server.pump.tally.dropped,
            "late": server.pump.tally.late,
            "cpu_s": round(used.ru_utime + used.ru_stime, 2),
            "rss_mb": used.ru_maxrss // 1024,
            "faults": {i: s.fault.value for i, s in states.items() if s.fault},
            "effects": {i: s.effect.value for i, s in states.items() if s.effect},
        }

    @property
    def _served(self) -> CameraServer:
        if self._server is None:
            raise BackendError("the simulated cameras have not been started")
        return self._server

    def _call(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        if self._loop is None:
            work.close()
            raise BackendError("the simulated cameras have not been started")
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _run(self, listening: Future[None]) -> None:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(self._serve(listening))

    async def _serve(self, listening: Future[None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._server = CameraServer(self._cameras, self._studio, self._timeout_s, self._certificate)
        try:
            await self._server.open(self._host, self._port)
        except OSError as error:
            listening.set_exception(error)
            return
        listening.set_result(None)
        await self._stopping.wait()
        await self._server.close()


def _loop_factory() -> Any:
    """uvloop where it is installed: the same server at about two thirds of the cost."""
    if importlib.util.find_spec("uvloop") is None:
        return None
    return importlib.import_module("uvloop").new_event_loop


@lru_cache(maxsize=4)
def scene_names(folder: Path = SCENES) -> tuple[str, ...]:
    """Names of all base pictures, sorted."""
    return tuple(sorted(f.stem for f in folder.glob("*.jpg")))


_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (  # what a camera's name or id says about its place
    ("lift", ("电梯轿厢", "轿厢", "lift", "elevator")),
    ("lobby", ("大堂", "大厅", "电梯厅", "门厅", "lobby", "hall", "reception")),
    ("stairwell", ("楼梯", "stair")),
    ("ebike-shed", ("电动", "充电", "自行车", "e-bike", "ebike", "bike", "charging")),
    ("fire-lane", ("消防通道", "消防车道", "通道口", "fire lane", "fire-lane", "firelane")),
    ("pump-house", ("泵房", "水泵", "pump")),
    ("switch-room", ("配电", "电气", "变电", "switch", "electrical", "substation")),
    ("server-room", ("机房", "数据", "server", "data")),
    ("garage", ("车库", "地下", "garage", "basement", "underground")),
    ("parking", ("停车", "parking", "car park")),
    ("canteen", ("食堂", "餐厅", "厨房", "canteen", "kitchen", "dining")),
    ("warehouse", ("仓库", "仓储", "库房", "货架", "warehouse", "store", "storage")),
    ("workshop", ("车间", "生产", "厂房", "workshop", "production", "plant")),
    ("dock", ("装卸", "月台", "卸货", "dock", "loading")),
    ("rooftop", ("屋顶", "楼顶", "天台", "roof")),
    ("crossing", ("路口", "十字", "crossing", "junction", "intersection")),
    ("gate", ("大门", "东门", "西门", "南门", "北门", "门岗", "出入口", "gate", "entrance")),
    ("lakeside", ("湖", "河", "堤", "水位", "lake", "river", "embankment", "water")),
    ("playground", ("儿童", "游乐", "操场", "避难", "playground", "garden", "shelter")),
    ("forecourt", ("广场", "前广场", "plaza", "square", "forecourt")),
    ("street", ("路", "街", "道", "street", "road", "perimeter", "围墙")),
    ("office", ("办公", "值班", "office")),
    ("corridor", ("走廊", "走道", "过道", "corridor", "passage", "floor", "层")),
)  # fmt: skip
_INSIDE, _OUTSIDE = ("corridor", "lobby", "stairwell"), ("street", "forecourt", "parking", "playground")


def scene_for(camera: Camera, hint: str = "") -> str:
    """The base picture of a site's camera: by hint, else by its names and id; the same camera always gets the same."""
    names = scene_names()
    if hint in names:
        return hint
    dice = zlib.crc32(camera.id.encode())
    place = place_named(hint.lower()) or place_named(f"{camera.name} {camera.name_en} {camera.id}".lower())
    if place is None:
        pool = _OUTSIDE if camera.building is None else _INSIDE
        place = pool[dice % len(pool)]
    fitting = [n for n in names if n.rsplit("-", 2)[0] == place] or list(names)
    return fitting[camera.number % len(fitting)]


def place_named(text: str) -> str | None:
    """The first place one of whose words is in the text."""
    if not text:
        return None
    return next((place for place, words in _WORDS if text == place or any(w in text for w in words)), None)
