"""One whole picture out of memory as a file: as it was sent, and below it who, what, when. The rewind's thread."""

from __future__ import annotations

import os
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from console.model import CameraId
from console.ports import ClipTrouble
from console.rewinds import PictureSnapped, SnapFailed, SnapPicture
from console.videod.evidence_place import NoClip, create, of_disk, place, sha256_of
from console.videod.picture import Decoded
from console.videod.player.snapshot import compose, moments, stamp
from console.videod.unit import Unit

TIME = "{time}"


def photograph(data: Path | None, order: SnapPicture, units: Sequence[Unit]) -> PictureSnapped | SnapFailed:
    """The newest picture of these units that had arrived then, else the first of them."""
    try:
        return _photograph(data, order, units)
    except NoClip as trouble:
        return SnapFailed(order.snap, trouble.code, trouble.detail)
    except OSError as error:
        return SnapFailed(order.snap, of_disk(error).code, error.strerror or "")


def _photograph(data: Path | None, order: SnapPicture, units: Sequence[Unit]) -> PictureSnapped:
    if data is None:
        raise NoClip(ClipTrouble.UNWRITABLE, "no data folder was given")
    where = place(data, f"{order.path}.mp4")
    arrived_ns, pixels = _developed(order, units)
    at_ms = order.at_ms + round((arrived_ns - order.at_ns) / 1_000_000)
    texts = tuple(text.replace(TIME, moments(at_ms, order.zone)) for text in order.texts)
    file = BytesIO()
    compose(pixels, texts).save(file, "PNG", compress_level=3)
    where.prepare()
    path = where.clip.with_name(f"{where.clip.stem}_at_{stamp(at_ms)}.png")
    draft = path.with_suffix(".new")
    with create(draft) as out:
        out.write(file.getbuffer())
        os.fsync(out.fileno())
    draft.replace(path)
    name = path.relative_to(data.resolve()).as_posix()
    return PictureSnapped(order.snap, name, sha256_of(path), at_ms)


def _developed(order: SnapPicture, units: Sequence[Unit]) -> tuple[int, NDArray[np.uint8]]:
    """When the picture arrived, and its pixels: height × width × 4, BGRA."""
    first = next((at for at, unit in enumerate(units) if unit.is_key), len(units))
    wanted = [unit for unit in units[first:] if unit.arrived_ns <= order.arrived_ns] or units[first : first + 1]
    decoded = Decoded(CameraId(order.camera), order.quality)
    for unit in wanted:
        decoded.decode(unit, from_memory=True)
    frame = decoded.newest
    if frame is None:
        raise NoClip(ClipTrouble.NO_PICTURES)
    return frame.pts or 0, np.asarray(frame.to_ndarray(format="bgra"), np.uint8)
