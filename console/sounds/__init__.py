"""Sounds: the tones' patterns, their samples (`synthesis`, for the voice process) and which one is due (`siren`)."""

from console.sounds.siren import Siren
from console.sounds.tones import PATTERNS, Pattern, Pulse

__all__ = ["PATTERNS", "Pattern", "Pulse", "Siren"]
