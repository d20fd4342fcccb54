"""The site plan and the floor plans: painted from the site's own geometry, following the alarm. GUI thread."""

from __future__ import annotations

from widgets.plan.panel import PlanPanel
from widgets.plan.small import SmallPlan

__all__ = ["PlanPanel", "SmallPlan"]
