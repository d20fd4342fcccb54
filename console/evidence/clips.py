"""One clip of one alarm: what an operator can expect of it, and how the journal's entries change it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from console.journal import Entry, Json
from console.model import CameraId

ORDERED, SAVED, FAILED, FILED = "EvidenceOrdered", "EvidenceSaved", "EvidenceFailed", "EvidenceFiled"
KINDS = (ORDERED, SAVED, FAILED, FILED)


class ClipState(StrEnum):
    """What an operator can expect of a clip."""

    RECORDING = "recording"
    SAVED = "saved"
    PARTIAL = "partial"  # saved, but less than was ordered
    FAILED = "failed"  # there is none; `code` says why


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip of one alarm. `path` is relative to the data folder; times are epoch ms, 0 while unknown."""

    camera: CameraId
    number: int
    path: str
    from_ms: int  # as ordered
    until_ms: int
    state: ClipState = ClipState.RECORDING
    sha256: str = ""
    size: int = 0  # bytes
    start_ms: int = 0  # as recorded
    end_ms: int = 0
    frames: int = 0
    gaps: int = 0
    code: str = ""  # `ports.ClipTrouble`

    @property
    def is_running(self) -> bool:
        return self.state is ClipState.RECORDING


def clip_after(clip: Clip | None, entry: Entry) -> Clip:
    """The clip as this entry leaves it; None: it was not known before."""
    data: Mapping[str, Json] = entry.data
    if entry.kind == ORDERED or clip is None:
        return Clip(
            CameraId(str(data["camera"])), _whole(data, "number"), str(data["path"]), _whole(data, "from_ms"),
            _whole(data, "until_ms"),
        )  # fmt: skip
    if entry.kind == FAILED:
        return replace(clip, state=ClipState.FAILED, code=str(data["code"]))
    return replace(
        clip, state=ClipState.PARTIAL if data["partial"] else ClipState.SAVED, sha256=str(data["sha256"]),
        size=_whole(data, "size"), start_ms=_whole(data, "start_ms"), end_ms=_whole(data, "end_ms"),
        frames=_whole(data, "frames"), gaps=_whole(data, "gaps"), code="",
    )  # fmt: skip


def _whole(data: Mapping[str, Json], key: str) -> int:
    value = data.get(key)
    return value if isinstance(value, int) else 0
