"""What would change at the site, and what became of it, in the operator's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement
from console.model import (
    Binding,
    Building,
    Camera,
    Crew,
    Door,
    Floor,
    Group,
    Guidance,
    Place,
    Point,
    Response,
    Wall,
    Zone,
)
from console.revising import Revising, totals
from console.site import Changes, SiteDifference
from widgets import theme

NAMED = 6  # things of one kind that are named, the rest is counted
Thing = Building | Floor | Zone | Wall | Door | Camera | Point | Binding | Place | Guidance | Group | Crew | Response


class SiteWords(QObject):
    """Looked up when shown, like all words."""

    def headline(self, revising: Revising) -> str:
        """What it is about, "" when there is nothing to say."""
        if revising.reading:
            return self.tr("Reading the site folder …")
        if revising.problems:
            errors = sum(not problem.warning for problem in revising.problems)
            return self.tr("The site folder has %n error(s). The site goes on as it was.", "", errors)
        if revising.pending is None:
            return ""
        return self._counted(
            self.tr("The site has changed: %1 added, %2 removed, %3 changed"), revising.pending.difference
        )

    def body(self, revising: Revising) -> str:
        """Everything there is to read: what would change kind by kind, or each problem with its cure."""
        if revising.pending is None:
            return "\n".join(map(str, revising.problems))
        warnings = map(str, revising.pending.warnings)
        return "\n".join([*self._lines(revising.pending.difference), *warnings])

    def line(self, what: Announcement) -> str:
        """One line of the journal."""
        match what:
            case announce.SiteApplied():
                text = self.tr("%4 applied the site: %1 added, %2 removed, %3 changed")
                text = text.replace("%1", str(what.added)).replace("%2", str(what.removed))
                return text.replace("%3", str(what.changed)).replace("%4", what.by)
            case announce.SiteUnchanged():
                return self.tr("The site folder says nothing new")
            case announce.SiteRefused():
                return self.tr("The site folder cannot be used")
            case announce.SiteChangeDiscarded():
                return self.tr("%1 discarded the change of the site").replace("%1", what.by)
            case announce.NewcomerTold():
                return self._newcomer(what)
            case _:
                return self.tr("The site folder has changed")

    def _newcomer(self, told: announce.NewcomerTold) -> str:
        """What became of a device without a place."""
        text = {
            "appeared": self.tr("New device, not placed: %1"),
            "described": self.tr("More is known of the new device %1"),
            "left": self.tr("The new device %1 is gone"),
            "returned": self.tr("The new device %1 is back"),
            "merged": self.tr("The id of the new device %1 is known"),
            "rejected": self.tr("%2 rejected the new device %1: %3"),
            "recalled": self.tr("%2 brought the new device %1 back"),
            "signed": self.tr("%2 signed the place of %1"),
            "placed": self.tr("%1 has its place at the site"),
            "refused": self.tr("%1 could not be written into the site folder: %3"),
            "overruled": self.tr("Another console decided about %1 first"),
        }.get(told.what, told.what)
        return text.replace("%1", told.name).replace("%2", told.by).replace("%3", told.detail)

    def _counted(self, text: str, difference: SiteDifference) -> str:
        for place, count in zip(("%1", "%2", "%3"), totals(difference), strict=True):
            text = text.replace(place, str(count))
        return text

    def _lines(self, difference: SiteDifference) -> list[str]:
        lines = [f"{self._settings()}: {', '.join(difference.settings)}"] if difference.settings else []
        kinds: Sequence[tuple[str, Changes[Thing]]] = [
            (self.tr("Cameras"), difference.cameras),
            (self.tr("Points"), difference.points),
            (self.tr("Bindings"), difference.bindings),
            (self.tr("Zones"), difference.zones),
            (self.tr("Buildings"), difference.buildings),
            (self.tr("Floors"), difference.floors),
            (self.tr("Walls"), difference.walls),
            (self.tr("Doors"), difference.doors),
            (self.tr("Places"), difference.places),
            (self.tr("Guidance"), difference.guidance),
            (self.tr("Talk groups"), difference.groups),
            (self.tr("Units"), difference.units),
            (self.tr("Responses"), difference.responses),
        ]
        return lines + [f"{kind}: {_changes(changes)}" for kind, changes in kinds if len(changes)]

    def _settings(self) -> str:
        return self.tr("Settings")


def _changes(changes: Changes[Thing]) -> str:
    """+2 (3 Gate, 4 Yard) · −1 (…) · ~1 (…)"""
    parts = (("+", changes.added), ("−", changes.removed), ("~", [new for _, new in changes.changed]))
    return " · ".join(f"{sign}{len(things)} ({_names(things)})" for sign, things in parts if things)


def _names(things: Iterable[Thing]) -> str:
    names = [name_of(thing) for thing in things]
    return ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")


def name_of(thing: Thing) -> str:
    """The name in the operator's language; what has none is called by where it is."""
    match thing:
        case Camera():
            return f"{thing.number} {_pick(thing.name, thing.name_en)}"
        case Binding():
            return f"{thing.target} → {thing.camera}"
        case Floor():
            return f"{thing.building} {thing.label}"
        case Wall() | Door():
            return f"{thing.building} {thing.floor}"
        case Guidance() | Response():
            return " ".join(filter(None, (thing.kind, thing.alarm_class, thing.zone or thing.building)))
        case _:
            return _pick(thing.name, thing.name_en)


def _pick(name: str, name_en: str) -> str:
    return name if theme.is_chinese() or not name_en else name_en
