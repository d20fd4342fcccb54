"""Pictures mixed and scaled by a graphics card, under the words of the tiles, where there is a real one. GUI thread."""

from __future__ import annotations

from widgets.renderer.pictures import Laid, Pictures
from widgets.renderer.probe import Card, probe

__all__ = ["Card", "Laid", "Pictures", "probe"]
