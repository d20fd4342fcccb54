"""A snapshot of a clip: one whole picture as it is, and below it a strip that says what it is. Any thread."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from console.replays import SnapClip
from console.videod.evidence_place import create, sha256_of
from console.videod.player.film import Film

if TYPE_CHECKING:  # loaded with the first snapshot: every video process would carry it all day
    from PIL import Image, ImageFont

INK, DIM, GROUND = (242, 245, 247), (147, 161, 173), (11, 13, 15)
LEAST_LETTERS = 11  # px
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file below the evidence; `at_ms` is the moment of its picture, epoch ms."""

    path: Path
    sha256: str
    at_ms: int


def keep(pixels: NDArray[np.uint8], film: Film, index: int, order: SnapClip) -> Snapshot:
    """Write the picture beside its clip. Raises OSError."""
    at_ms = film.wall_ms(index)
    file = BytesIO()
    compose(pixels, lines(at_ms, order)).save(file, "PNG", compress_level=3)
    clip = film.place.clip
    path = clip.with_name(f"{clip.stem}_at_{stamp(at_ms)}.png")
    draft = path.with_suffix(".new")
    with create(draft) as out:
        out.write(file.getbuffer())
        os.fsync(out.fileno())
    draft.replace(path)
    return Snapshot(path, sha256_of(path), at_ms)


def lines(at_ms: int, order: SnapClip) -> tuple[str, str, str]:
    """What the strip says: the camera, the moment twice, the alarm."""
    return f"{order.number}  {order.name}  ·  {order.word}", moments(at_ms, order.zone), order.alarm


def moments(at_ms: int, zone: str) -> str:
    """The moment twice: in UTC and in the zone."""
    zones = (UTC, "UTC"), (ZoneInfo(zone), zone)
    return "  ·  ".join(
        datetime.fromtimestamp(at_ms // 1000, there).strftime(f"%Y-%m-%d %H:%M:%S.{at_ms % 1000:03d} %z {name}")
        for there, name in zones
    )


def stamp(at_ms: int) -> str:
    """The moment as part of a file's name."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y%m%dT%H%M%S") + f"{at_ms % 1000:03d}Z"


def compose(pixels: NDArray[np.uint8], texts: tuple[str, ...]) -> Image.Image:
    """The picture untouched, and the texts in a strip below it."""
    from PIL import Image, ImageDraw

    height, width = pixels.shape[:2]
    size = max(LEAST_LETTERS, width // 45)
    line = size * 3 // 2
    room = width - line
    strip = line * len(texts) + line // 2
    whole = Image.new("RGB", (width, height + strip), GROUND)
    whole.paste(Image.fromarray(np.ascontiguousarray(pixels[:, :, 2::-1])), (0, 0))
    pen = ImageDraw.Draw(whole)
    for number, text in enumerate(texts):
        face = _fitting(text, size, room)
        at = (line // 2, height + line // 4 + number * line)
        pen.text(at, text, fill=DIM if number else INK, font=face)
    return whole


def _fitting(text: str, size: int, room: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The largest letters in which the text fits the strip."""
    for px in range(size, 5, -1):
        face = _font(px)
        if face.getbbox(text)[2] <= room:
            return face
    return _font(6)


@lru_cache(maxsize=32)
def _font(px: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    from PIL import ImageFont

    path = _font_file()
    return ImageFont.truetype(path, px) if path else ImageFont.load_default(px)


@lru_cache(maxsize=1)
def _font_file() -> str:
    """A font that knows Chinese, else any; "": Pillow's own."""
    asked = ""
    if shutil.which("fc-match") is not None:
        command = ["fc-match", "--format=%{file}", "sans:lang=zh-cn"]
        asked = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False).stdout.strip()
    return next((path for path in (asked, *FONTS) if path and Path(path).is_file()), "")
