"""What became of devices that came by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomerTold(Announcement):
    """A device without a place. `what`: appeared, described, left, returned, merged, rejected, recalled, signed,
    placed, refused (it cannot be written into the site folder so) or overruled (another console was first).

    `name`: what it is called; `detail`: why.
    """

    what: str
    source: str
    device: str
    name: str
    kinds: tuple[str, ...] = ()
    by: str = ""
    detail: str = ""
