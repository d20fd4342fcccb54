"""How every camera does: state, age, frames, key frames, losses, clock and view, in one place."""

from console.health.advice import Advice, advice_on
from console.health.desk import FAR_S, CameraHealth, Health, Worry

__all__ = ["FAR_S", "Advice", "CameraHealth", "Health", "Worry", "advice_on"]
