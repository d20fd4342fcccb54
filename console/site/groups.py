"""`groups.csv`: who can be spoken to, and in which channel of the voice server."""

from __future__ import annotations

from pathlib import Path

from console.model import Group, GroupId, GroupKind
from console.site.cells import Record
from console.site.columns import GROUPS
from console.site.survey import Survey, claim
from console.site.tables import read_table

DEEPEST = 8  # channels below each other
LONGEST = 60  # characters of one channel's name
YES_NO = {"": False, "no": False, "yes": True}


def read_groups(folder: Path, survey: Survey) -> tuple[Group, ...]:
    """The groups that can be used, in the order of the file: they are offered in it."""
    rows = read_table(folder, GROUPS, survey.findings)
    taken: dict[str, int] = {}
    channels: dict[str, int] = {}
    read = [_group(row, taken, channels) for row in rows or ()]
    return tuple(one for one in read if one is not None)


def _group(row: Record, taken: dict[str, int], channels: dict[str, int]) -> Group | None:
    ident, name, name_en = (row.required(key) for key in ("id", "name", "name_en"))
    if ident:
        claim(row, "id", ident, taken)
    kind = row.choice("kind", GroupKind, GroupKind.TEAM)
    channel = _channel(row, kind)
    if channel or kind is GroupKind.TEAM:
        claim(row, "channel", channel, channels)
    chosen = row.text("chosen")
    if chosen not in YES_NO:
        row.error("chosen", f"'{chosen[:40]}' is neither yes nor no", "write yes or leave it empty")
    if row.broken or kind is None:
        return None
    return Group(GroupId(ident), name, name_en, channel, kind, YES_NO[chosen])


def _channel(row: Record, kind: GroupKind | None) -> str:
    """The path without slashes at its ends; only who calls everybody may call the root."""
    parts = [part.strip() for part in row.text("channel").strip("/").split("/")]
    path = "/".join(parts)
    if not path:
        if kind is GroupKind.TEAM:
            row.error("channel", "is empty", "name the team's channel in the voice server, such as Site/Fire 1")
    elif not all(parts):
        row.error("channel", f"'{path[:40]}' has a channel without a name", "write names with one / between them")
    elif len(parts) > DEEPEST or max(map(len, parts)) > LONGEST:
        cure = f"at most {DEEPEST} channels below each other, of {LONGEST} characters each"
        row.error("channel", "is too long", cure)
    return path
