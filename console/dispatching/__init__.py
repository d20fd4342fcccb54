"""Dispatching: incidents from alarms, whom to send, orders, response clocks, timelines (desk thread)."""

from console.dispatching.clocks import PRESETS, ClockName, Party, ResponseClock, Start, StopEvent
from console.dispatching.dispatching import Dispatching, Eyes
from console.dispatching.outbox import Carrier
from console.dispatching.recommending import LeftOut, Reason, ReasonCode, Recommendation
from console.dispatching.timeline import Line

__all__ = [
    "PRESETS",
    "Carrier",
    "ClockName",
    "Dispatching",
    "Eyes",
    "LeftOut",
    "Line",
    "Party",
    "Reason",
    "ReasonCode",
    "Recommendation",
    "ResponseClock",
    "Start",
    "StopEvent",
]
