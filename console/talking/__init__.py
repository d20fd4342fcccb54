"""Push-to-talk of one position: whom a press goes to, when it ends, who spoke, what was kept of it."""

from __future__ import annotations

from console.talking.bursts import KINDS, KeptBurst
from console.talking.button import Button, ButtonState
from console.talking.desk import Talking
from console.talking.press import LIMIT_S, Ending, Matter, Press, Refusal
from console.talking.targets import Target

__all__ = [
    "KINDS", "LIMIT_S", "Button", "ButtonState", "Ending", "KeptBurst", "Matter", "Press", "Refusal",
    "Talking", "Target",
]  # fmt: skip
