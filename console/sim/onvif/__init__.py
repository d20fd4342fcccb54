"""The control side of the simulated cameras: a real ONVIF server, by which their heads are turned."""

from console.sim.onvif.device import SimDevice
from console.sim.onvif.server import OnvifServer

__all__ = ["OnvifServer", "SimDevice"]
