"""Alarm performance: what EEMUA 191 and ISA-18.2 ask of an alarm system, counted from the journal, and rules replayed.

Pure but for `desk` (desk thread): figures and replays are made by `main.py work performance`, a child of its own.
"""

from console.performance.desk import (
    Order,
    Performance,
    PerformanceFailed,
    PerformanceProgress,
    PerformanceRead,
)
from console.performance.report import Report

__all__ = [
    "Order", "Performance", "PerformanceFailed", "PerformanceProgress", "PerformanceRead",
    "Report",
]  # fmt: skip
