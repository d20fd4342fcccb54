"""Why there is no picture, as the one exception of the receiving side: a state for the tile and a line for the log."""

from __future__ import annotations

from console.errors import BackendError
from console.ports import CameraState

DETAIL_LIMIT = 120


class NoPicture(BackendError):
    """This visit to a camera is over. `detail` never holds a password; what the camera said in it is cut short."""

    def __init__(self, state: CameraState, detail: str) -> None:
        self.state = state
        self.detail = "".join(c if c.isprintable() else "?" for c in detail[:DETAIL_LIMIT])
        super().__init__(f"{state}: {self.detail}")
