"""What became of the site folder when it was read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.announce.announcement import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReading(Announcement):
    """The site folder is being read; another announcement follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteUnchanged(Announcement):
    """The site folder was read and says what we know already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChangePending(Announcement):
    """The site folder says something else now; nothing is applied before a person says so.

    `kinds` holds (added, removed, changed) per kind of thing, `settings` the changed keys of site.toml.
    """

    added: int
    removed: int
    changed: int
    kinds: Mapping[str, tuple[int, int, int]]
    settings: tuple[str, ...]
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRefused(Announcement):
    """The site folder cannot be used: the site goes on as it was. Each problem has file, line and cure."""

    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChangeDiscarded(Announcement):
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteApplied(Announcement):
    """The site that was shown is in use from now on."""

    by: str
    added: int
    removed: int
    changed: int
