"""What the pictures cost and what gives way when the machine cannot carry them: never the alarms', never the focus."""

from __future__ import annotations

from console.overload.cost import Shown
from console.overload.desk import Overload, State, Why
from console.overload.forecast import Forecast
from console.overload.shedding import LEVELS, Stage, stage_of

__all__ = ["LEVELS", "Forecast", "Overload", "Shown", "Stage", "State", "Why", "stage_of"]
