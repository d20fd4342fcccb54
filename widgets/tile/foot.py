"""The foot of a picture, which stays as the camera sent it. Pure."""

from __future__ import annotations

from PySide6.QtCore import QRect

SHARE = 0.03  # of a picture, at its bottom, carries nothing of ours


def foot(picture: QRect) -> int:
    """px at the bottom of a picture that stay as the camera sent them: its burnt-in marks and the frame code."""
    return round(picture.height() * SHARE) + 1
