"""What the graphics card says about the screens' power."""

from console.backends.monitors.drm import PowerWatch

__all__ = ["PowerWatch"]
