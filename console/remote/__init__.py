"""Walls of other positions: what is sent to them through the journal, and what came of it."""

from __future__ import annotations

from console.remote.desk import Hanging, Remote
from console.remote.order import Order, Outcome, Sending, What
from console.remote.records import KINDS
from console.remote.walls import Target

__all__ = ["KINDS", "Hanging", "Order", "Outcome", "Remote", "Sending", "Target", "What"]
