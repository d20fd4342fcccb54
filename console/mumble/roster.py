"""Who is where on the voice server: channels, users, ourselves. Owned by the session's thread; bounded. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from console.mumble.events import Named
from console.mumble.messages import ChannelRemove, ChannelState, UserRemove, UserState
from console.mumble.wire import BadMessage

MOST = 10_000  # users, and channels: a server with more is no server of ours
NAME_LENGTH = 128
DEPTH = 32  # of a channel below the root
ROOT = 0
Kept = TypeVar("Kept")


@dataclass(slots=True)
class Channel:
    parent: int = ROOT
    name: str = ""


@dataclass(slots=True)
class User:
    name: str = ""
    channel: int = ROOT
    is_mute: bool = False  # by the server's people
    is_suppressed: bool = False  # by the rights of the channel


class Roster:
    """What the server has told of itself since we connected."""

    def __init__(self) -> None:
        self.channels: dict[int, Channel] = {}
        self.users: dict[int, User] = {}

    def channel_changed(self, state: ChannelState) -> None:
        """Raises BadMessage."""
        channel = _kept(self.channels, state.channel, Channel)
        if state.name is not None:
            channel.name = plain(state.name)
        if state.parent is not None:
            channel.parent = state.parent

    def channel_gone(self, gone: ChannelRemove) -> None:
        self.channels.pop(gone.channel or ROOT, None)

    def user_changed(self, state: UserState) -> None:
        """Raises BadMessage."""
        user = _kept(self.users, state.session, User)
        if state.name is not None:
            user.name = plain(state.name)
        if state.channel is not None:
            user.channel = state.channel
        if state.mute is not None:
            user.is_mute = state.mute
        if state.suppress is not None:
            user.is_suppressed = state.suppress

    def user_gone(self, gone: UserRemove) -> None:
        self.users.pop(gone.session or 0, None)

    def find(self, path: str) -> int | None:
        """The channel of a path below the root, names separated by "/"; "" is the root. None: there is none."""
        place = ROOT
        for name in filter(None, path.split("/")):
            below = (
                key for key, each in self.channels.items() if each.parent == place and each.name == name and key != ROOT
            )
            if (found := next(below, None)) is None:
                return None
            place = found
        return place

    def people(self, channel: int, ourselves: int, *, with_below: bool = False) -> tuple[Named, ...]:
        """Everybody else in the channel, by name; with those in the channels below it."""
        inside = self._tree(channel) if with_below else {channel}
        others = ((key, user) for key, user in self.users.items() if user.channel in inside and key != ourselves)
        return tuple(sorted((Named(key, user.name) for key, user in others), key=lambda each: each.name))

    def _tree(self, top: int) -> set[int]:
        """The channel and all below it."""
        tree, size = {top}, 0
        while len(tree) > size:
            size = len(tree)
            tree |= {key for key, each in self.channels.items() if each.parent in tree}
        return tree


def plain(name: str) -> str:
    """A name as it may be shown: printable, and not endless."""
    return "".join(letter for letter in name[:NAME_LENGTH] if letter.isprintable())


def _kept(known: dict[int, Kept], key: int | None, kind: type[Kept]) -> Kept:
    if key is None or (key not in known and len(known) >= MOST):
        raise BadMessage("number")
    return known.setdefault(key, kind())
