"""The plan of a site as geometry: what lies on which floor, where an alarm is, what a camera's view covers. Pure."""

from __future__ import annotations

from console.plan.fans import Fans, Outline
from console.plan.home import Box, around, home
from console.plan.levels import SITE_LEVEL, Level, Levels, Sheet, Spot

__all__ = ["SITE_LEVEL", "Box", "Fans", "Level", "Levels", "Outline", "Sheet", "Spot", "around", "home"]
