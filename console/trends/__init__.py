"""Trends: what every point measured, from memory at once and from the history when asked.

`Trends` is the desk (desk thread); `Capture` fills it from the feed's thread; the rest is pure mathematics of series.
"""

from console.histories import HistoryTrouble, Measured, Series, SeriesRead
from console.trends.capture import Capture, Handover
from console.trends.desk import Trends
from console.trends.limits import Limit
from console.trends.reduction import drawn
from console.trends.series import Samples, Steps, continued, merged, samples

__all__ = [
    "Capture",
    "Handover",
    "HistoryTrouble",
    "Limit",
    "Measured",
    "Samples",
    "Series",
    "SeriesRead",
    "Steps",
    "Trends",
    "continued",
    "drawn",
    "merged",
    "samples",
]
