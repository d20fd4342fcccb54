"""Instant replay: what memory has of cameras, shown again on a thread of its own."""

from __future__ import annotations

from console.videod.rewind.rewinder import Rewinder

__all__ = ["Rewinder"]
