"""Evidence: the clips that fire alarms keep of their cameras."""

from __future__ import annotations

from console.evidence.clips import KINDS, Clip, ClipState
from console.evidence.desk import Evidence
from console.evidence.names import path_of

__all__ = ["KINDS", "Clip", "ClipState", "Evidence", "path_of"]
