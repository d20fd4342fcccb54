"""Cameras as the site describes them, and what may be asked of one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model.ids import XY, BuildingId, CameraId, ZoneId


class Health(StrEnum):
    """Whether a camera can show a picture; the order of `cameras.rank` follows it."""

    OK = "ok"
    UNKNOWN = "unknown"
    DEGRADED = "degraded"
    OFFLINE = "offline"


class CameraKind(StrEnum):
    FIXED = "fixed"
    PTZ = "ptz"
    FISHEYE = "fisheye"


class Quality(StrEnum):
    """Which of a camera's streams is meant."""

    SUB = "sub"
    MAIN = "main"


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the site describes it; its health is not here but with whoever watches the stream."""

    id: CameraId
    number: int
    name: str
    name_en: str
    kind: CameraKind
    at: XY | None  # None: not placed on the plan
    building: BuildingId | None = None  # None: outdoors
    floor: int | None = None
    zone: ZoneId | None = None
    azimuth: float = 0.0
    fov: float = 90.0  # horizontal field of view, degrees; 360 for a fisheye that sees all round
    range_m: float = 25.0
    width_px: int = 1920  # horizontal pixels of the main stream
    pan: tuple[float, float] | None = None  # PTZ pan limits as absolute azimuths (from, to clockwise); None: all round
    sees: tuple[BuildingId, ...] = ()
    sub_url: str = ""  # may hold env:/file:/keyring: secrets by reference, never a password
    main_url: str = ""
    user: str = ""
    secret: str = ""  # reference to the password (env:NAME, file:PATH, keyring:NAME)
    hot: str = "yes"  # yes | keyframes | no
    transport: str = ""  # auto | tcp | udp; "" = as its host, else as the site
    presets: tuple[str, ...] = ()  # names of the stored positions of a PTZ, as the camera knows them
    presets_en: tuple[str, ...] = ()  # the same in English, or none
    onvif_url: str = ""  # its ONVIF device service; behind "#" the profile that is meant; "": not controlled

    def preset_in_english(self, preset: str) -> str:
        """The English name of a stored position; where there is none, its own."""
        return dict(zip(self.presets, self.presets_en, strict=False)).get(preset, preset)
