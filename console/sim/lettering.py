"""Writing in pictures: finds a font that knows Chinese, else a Latin one, and draws text as masks. Any thread."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

_KNOWN = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu/DejaVuSans.ttf",
)
_ASK = "sans:lang=zh-cn"


@lru_cache(maxsize=1)
def font_file() -> str:
    """Path of the font used for burnt-in text, "" when the system has none (Pillow's own font is used then)."""
    for path in (_asked(), *_KNOWN):
        if path and Path(path).is_file():
            return path
    return ""


def _asked() -> str:
    if shutil.which("fc-match") is None:
        return ""
    try:
        done = subprocess.run(
            ["fc-match", "--format=%{file}", _ASK], capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


@lru_cache(maxsize=32)
def font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font at `size` pixels."""
    path = font_file()
    try:
        return ImageFont.truetype(path, size) if path else ImageFont.load_default(size)
    except OSError:
        return ImageFont.load_default(size)


def mask(text: str, size: int, outline: int = 0) -> NDArray[np.uint8]:
    """Text as coverage 0…255, cropped to the line's height so that texts of one size align; at least 1×1."""
    face = font(size)
    safe = text if font_file() else text.encode("ascii", "replace").decode()
    box = face.getbbox(safe, stroke_width=outline)
    width = max(1, int(np.ceil(box[2])) + outline + 1)
    height = max(1, round(size * 1.35) + 2 * outline)
    image = Image.new("L", (width, height), 0)
    ImageDraw.Draw(image).text((outline, 0), safe, fill=255, font=face, stroke_width=outline)
    return np.asarray(image, np.uint8)


def sign(
    text: str, ink: tuple[float, float, float], ground: tuple[float, float, float], size: int = 64
) -> NDArray[np.float32]:
    """A sign board with text, (h, w, 3) in linear light."""
    letters = mask(text, size)
    pad = size // 4
    cover = np.pad(letters, ((pad // 2, pad), (pad, pad))).astype(np.float32)[..., None] / 255
    return np.asarray(np.array(ground, np.float32) * (1 - cover) + np.array(ink, np.float32) * cover, np.float32)
