"""Where clips lie: names made of alarms and cameras that are fit for any file system. Pure."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

from console.model import AlarmId, CameraId

_UNSAFE = re.compile(r"[^\w.+-]+")
_NAME_LENGTH = 60  # bytes


def path_of(alarm: AlarmId, camera: CameraId, now_ms: int) -> str:
    """Where a clip ordered now belongs: `evidence/yyyy/mm/dd/<alarm>/<camera>_<UTC>.mp4`, fit for any file system."""
    at = datetime.fromtimestamp(now_ms / 1000, UTC)
    moment = at.strftime("%Y%m%dT%H%M%S") + f"{now_ms % 1000:03d}Z"
    return f"evidence/{at:%Y/%m/%d}/{file_name(alarm)}/{file_name(camera)}_{moment}.mp4"


def file_name(name: str) -> str:
    """A name as part of a path; one that had to be changed carries a mark of what it was, so that no two meet."""
    safe = _UNSAFE.sub("_", name).lstrip(".")
    while len(safe.encode()) > _NAME_LENGTH:
        safe = safe[:-1]
    if safe == name:
        return name
    return f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
