"""The Ptz port by ONVIF, in a process of its own."""

from console.backends.ptz.onvif import OnvifPtz

__all__ = ["OnvifPtz"]
