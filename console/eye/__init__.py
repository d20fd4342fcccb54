"""The operator's-eye record: what stood on which screen in each second, kept so that it can be asked for later."""

from __future__ import annotations

from console.eye.desk import EYE_WORDS, Eye, Keeper
from console.eye.glimpse import MOVING, Box, Glimpse, Picture, View
from console.eye.record import Act, Change, Place, Second
from console.eye.scene import Asked, EyeAnswered, Happened, Scene, Seen

__all__ = [
    "EYE_WORDS",
    "MOVING",
    "Act",
    "Asked",
    "Box",
    "Change",
    "Eye",
    "EyeAnswered",
    "Glimpse",
    "Happened",
    "Keeper",
    "Picture",
    "Place",
    "Scene",
    "Second",
    "Seen",
    "View",
]
