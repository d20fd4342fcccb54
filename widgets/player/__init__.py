"""Recorded clips: the list of an alarm's clips and the player beside it."""

from __future__ import annotations

from widgets.player.panel import PlayerPanel

__all__ = ["PlayerPanel"]
