"""Instant replay: what a position looks back at, and the pictures and clips it keeps of it."""

from __future__ import annotations

from console.rewinding.desk import BACK_MS, IDLE_MS, RATES, Rewinding
from console.rewinding.photographs import Photograph, Subject
from console.rewinding.rewind import Kept, Phase, Rewind

__all__ = ["BACK_MS", "IDLE_MS", "RATES", "Kept", "Phase", "Photograph", "Rewind", "Rewinding", "Subject"]
