"""The site as data: reads the site folder into a `Site`, lists everything wrong with it, compares two readings."""

from console.site.difference import Changes, SiteDifference, difference
from console.site.folder import check, load
from console.site.frame import Frame, frame_of

__all__ = ["Changes", "Frame", "SiteDifference", "check", "difference", "frame_of", "load"]
