"""What the windows say of too many pictures: what is held back and why, and what a layout would cost."""

from __future__ import annotations

from widgets.overload.line import LoadLine

__all__ = ["LoadLine"]
