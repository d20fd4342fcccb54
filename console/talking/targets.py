"""Whom this position speaks to: each group with what the transport says of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.model import Group, GroupId, GroupKind
from console.talk_words import GroupState, TalkDetail, TalkGroup, TalkState

OPEN_TO_A_PRESS = frozenset({TalkState.READY, TalkState.BUSY, TalkState.OPENING, TalkState.ON_AIR})


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the talk bar. `since_ms`: of the state, epoch ms; `who` speaks while busy."""

    group: Group
    state: TalkState = TalkState.NOT_CONNECTED
    who: str = ""
    since_ms: int = 0
    members: tuple[str, ...] = ()
    detail: TalkDetail = TalkDetail.NOT_STARTED
    is_chosen: bool = False

    @property
    def id(self) -> GroupId:
        return self.group.id

    @property
    def is_connected(self) -> bool:
        """Whether it is heard here, at least."""
        return self.state not in {TalkState.NOT_CONNECTED, TalkState.REFUSED}

    @property
    def is_open(self) -> bool:
        """Whether a press would be heard there, now or in a moment."""
        return self.state in OPEN_TO_A_PRESS


def target_of(group: Group, told: GroupState | None, *, is_chosen: bool) -> Target:
    """The group as the transport has it; of one it has said nothing about nothing is known."""
    if told is None:
        return Target(group, is_chosen=is_chosen)
    return Target(group, told.state, told.who, told.since_ms, told.members, told.detail, is_chosen)


def teams(groups: Iterable[Group]) -> tuple[TalkGroup, ...]:
    """What the transport has to reach: who calls everybody calls the teams."""
    return tuple(TalkGroup(group.id, group.channel) for group in groups if group.kind is GroupKind.TEAM)


def teams_of(everybody: Group, groups: Sequence[Group]) -> tuple[GroupId, ...]:
    """The teams whose channels lie below that of a group of kind `all`."""
    above = everybody.channel + "/" if everybody.channel else ""
    return tuple(g.id for g in groups if g.kind is GroupKind.TEAM and g.channel.startswith(above))
