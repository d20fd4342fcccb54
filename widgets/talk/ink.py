"""The two coats of the talk bar: dark at rest, white with dark letters while on the air. Amber is "not everybody"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from widgets import theme


@dataclass(frozen=True, slots=True)
class Ink:
    """Names of colour tokens."""

    ground: str
    raised: str
    hover: str
    high: str
    text: str
    dim: str
    line: str
    edge: str
    part: str
    part_ground: str

    def __call__(self, name: str) -> QColor:
        """The colour for a part of the coat."""
        return theme.colour(getattr(self, name))


REST = Ink(
    "bg.panel", "bg.raise", "bg.select", "text.hi", "text", "text.dim", "line", "ctl.edge", "alarm.high", "tint.high"
)
AIR = Ink(
    "text.hi", "air.raise", "air.hover", "bg.void", "bg.panel", "air.dim", "air.line", "ctl.edge", "talk.part",
    "talk.tint",
)  # fmt: skip
