"""Custody of the record: its daily seal, what may go for its age, and how long the disk lasts. Desk thread."""

from __future__ import annotations

from console.custody.desk import Custody
from console.custody.disk import Disk

__all__ = ["Custody", "Disk"]
