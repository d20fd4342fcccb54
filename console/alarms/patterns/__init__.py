"""What alarms mean together, by rules of the site: counted, joined, made graver. Desk thread."""

from console.alarms.patterns.heights import Heights
from console.alarms.patterns.patterns import Patterns

__all__ = ["Heights", "Patterns"]
