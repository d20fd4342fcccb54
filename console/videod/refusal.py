"""Why there is no picture, as the one exception of the receiving side: a state and a reason for tile and log."""

from __future__ import annotations

from console.errors import BackendError
from console.ports import CameraState, Detail

ABOUT_LIMIT = 120


class NoPicture(BackendError):
    """This visit to a camera is over. `about` never holds a password; what the camera said in it is cut short."""

    def __init__(self, state: CameraState, detail: Detail, about: str = "") -> None:
        self.state = state
        self.detail = detail
        self.about = "".join(c if c.isprintable() else "?" for c in about[:ABOUT_LIMIT])
        super().__init__(f"{state}: {detail} {self.about}".rstrip())
