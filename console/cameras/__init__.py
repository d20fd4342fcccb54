"""Which cameras see this point, ranked, with reasons: values, index and coverage of one site. Pure, any thread."""

from __future__ import annotations

from console.cameras.choice import Choice, PlacedTarget, Ranking, Reason, ReasonCode, Tier
from console.cameras.coverage import Coverage, Gap, coverage
from console.cameras.index import RADIUS_M, Index
from console.cameras.reasons import short

__all__ = [
    "RADIUS_M",
    "Choice",
    "Coverage",
    "Gap",
    "Index",
    "PlacedTarget",
    "Ranking",
    "Reason",
    "ReasonCode",
    "Tier",
    "coverage",
    "short",
]
