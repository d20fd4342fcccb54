"""What the operator does with tiles: layouts, pages, salvos, tours, zoom, full screen, camera numbers."""

from __future__ import annotations

from console.steering.desk import Steering

__all__ = ["Steering"]
