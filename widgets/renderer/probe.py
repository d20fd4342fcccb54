"""What draws here: a real graphics card, or OpenGL worked out by the processor, slower than painting. GUI thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

log = logging.getLogger(__name__)

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software", "swiftshader", "gdi generic", "virgl")
NAME, VERSION = 0x1F01, 0x1F02  # GL_RENDERER, GL_VERSION
NEEDED = (3, 0)  # textures of one channel, vertices without a buffer


@dataclass(frozen=True, slots=True)
class Card:
    """What OpenGL says of itself; `name` is empty where there is none."""

    name: str = ""
    version: tuple[int, int] = (0, 0)

    @property
    def can_draw(self) -> bool:
        """It is new enough for our shaders."""
        return self.version >= NEEDED

    @property
    def is_real(self) -> bool:
        """No program that stands in for one: that takes two to three times what painting by hand takes."""
        return self.can_draw and not any(word in self.name.lower() for word in SOFTWARE)


def probe() -> Card:
    """Ask OpenGL without a window; a platform without it gives an empty card."""
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    if not (context.create() and context.makeCurrent(surface)):
        return Card()
    name = str(context.functions().glGetString(NAME) or "")
    version = context.format().version()
    context.doneCurrent()
    return Card(name, (int(version[0]), int(version[1])))


def is_wanted(renderer: str) -> bool:
    """Whether pictures are to be drawn by OpenGL, as the configuration says: `auto`, `raster`, `opengl`."""
    if renderer == "raster":
        return False
    card = probe()
    wanted = card.is_real if renderer == "auto" else card.can_draw
    log.info("pictures are %s: %s", "drawn by OpenGL" if wanted else "painted", card.name or "no OpenGL here")
    return wanted
