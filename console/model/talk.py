"""Talk groups as the site describes them: who can be spoken to together, and where the voice server keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from console.model.ids import GroupId


class GroupKind(StrEnum):
    """Who hears a group."""

    TEAM = "team"  # the people of one service
    ALL = "all"  # everybody of its channel and of all channels below it


@dataclass(frozen=True, slots=True)
class Group:
    """One talk group; `channel` is its path in the voice server, "" the root: "Site/Fire 1"."""

    id: GroupId
    name: str
    name_en: str
    channel: str
    kind: GroupKind = GroupKind.TEAM
    chosen: bool = False  # a target from the start; else a person has to choose it
