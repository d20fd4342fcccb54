"""One press of the talk key: to whom, since when, what became of it at each target. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from console.model import AlarmId, GroupId, IncidentId
from console.talk_words import TalkState

LIMIT_S = 60  # nobody speaks longer at a stretch, unless the site says otherwise
WARN_SHARE = 0.75  # of it, until it is warned


class Ending(StrEnum):
    """Why a press is over; the first five are the transport's own words (`talk_words.PressEnd`)."""

    RELEASED = "released"
    LIMIT = "limit"
    GUARD = "guard"
    LOST = "lost"
    REFUSED = "refused"
    TARGETS = "targets"  # who would have heard it was no longer who was shown
    AWAY = "away"  # the window lost the keys: nobody knows whether the hand is still down


class Refusal(StrEnum):
    """Why a press did nothing."""

    NO_TARGET = "no_target"
    NOT_SHOWN = "not_shown"  # a target is not on the screen
    NO_MICROPHONE = "no_microphone"
    NOT_CONNECTED = "not_connected"
    NO_RIGHT = "no_right"  # not of the person here, or nobody is signed in
    GROUP_REFUSED = "group_refused"  # the voice server lets us not speak there


@dataclass(frozen=True, slots=True)
class Matter:
    """What is spoken about: the alarm on the screen and, when there is one, its incident."""

    alarm: AlarmId | None = None
    incident: IncidentId | None = None


@dataclass(slots=True)
class Press:
    """`at_ns`: monotonic time of the press; `reached`: the best each target has come to."""

    number: int
    groups: tuple[GroupId, ...]
    at_ns: int
    matter: Matter
    is_latched: bool = False
    is_warned: bool = False
    ending: Ending | None = None  # asked for; over when the transport says so
    reached: dict[GroupId, TalkState] = field(default_factory=dict)

    def see(self, group: GroupId, state: TalkState) -> bool:
        """The transport says this of a group; whether our voice goes out there since now."""
        if group not in self.groups or self.reached.get(group) is TalkState.ON_AIR:
            return False
        self.reached[group] = state
        return state is TalkState.ON_AIR

    @property
    def heard_by(self) -> tuple[GroupId, ...]:
        """The targets our voice went out to."""
        return tuple(group for group in self.groups if self.reached.get(group) is TalkState.ON_AIR)
