"""All cameras of a site as columns, so that hundreds of candidates are judged in a few array operations. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from console.model import Camera, CameraId, CameraKind

Rows = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

NO_ROWS: Rows = np.empty(0, dtype=np.intp)
WIDEST_FLAT_DEG = 150.0  # beyond this the flat-lens formula of the pixel density runs away


@dataclass(frozen=True, slots=True)
class Table:
    """One row per camera in the order of their numbers: the row itself is the last key of every order."""

    cameras: tuple[Camera, ...]
    row: Mapping[CameraId, int]
    ids: npt.NDArray[np.object_]
    at: Floats  # (n, 2) metres; NaN when the camera is not placed
    placed: Mask
    azimuth: Floats
    fov: Floats
    range_m: Floats
    px_at_1m: Floats  # pixel density at one metre
    pan_from: Floats
    pan_span: Floats  # degrees a PTZ can pan clockwise from `pan_from`; 360 = all round
    ptz: Mask
    downward: Mask  # sees what is right below it: a fisheye, or anything that sees all round


def table(cameras: Iterable[Camera]) -> Table:
    """Columns of these cameras, whatever order they come in."""
    ordered = tuple(sorted(cameras, key=lambda camera: (camera.number, camera.id)))
    fov = _column(ordered, lambda camera: camera.fov)
    flat = np.radians(np.minimum(fov, WIDEST_FLAT_DEG) / 2)
    kinds = [camera.kind for camera in ordered]
    return Table(
        cameras=ordered,
        row={camera.id: row for row, camera in enumerate(ordered)},
        ids=np.array([camera.id for camera in ordered], dtype=np.object_),
        at=np.array([camera.at or (np.nan, np.nan) for camera in ordered], dtype=np.float64).reshape(-1, 2),
        placed=np.array([camera.at is not None for camera in ordered], dtype=np.bool_),
        azimuth=_column(ordered, lambda camera: camera.azimuth % 360),
        fov=fov,
        range_m=_column(ordered, lambda camera: camera.range_m),
        px_at_1m=_column(ordered, lambda camera: camera.width_px) / (2 * np.tan(flat)),
        pan_from=_column(ordered, lambda camera: camera.pan[0] if camera.pan else 0.0),
        pan_span=_column(ordered, _pan_span),
        ptz=np.array([kind is CameraKind.PTZ for kind in kinds], dtype=np.bool_),
        downward=np.array([kind is CameraKind.FISHEYE for kind in kinds], dtype=np.bool_) | (fov >= 360),
    )


def _column(cameras: tuple[Camera, ...], value: Callable[[Camera], float]) -> Floats:
    return np.fromiter((value(camera) for camera in cameras), dtype=np.float64, count=len(cameras))


def _pan_span(camera: Camera) -> float:
    if camera.pan is None:
        return 360.0
    start, end = camera.pan
    return 360.0 if abs(end - start) >= 360 else (end - start) % 360
