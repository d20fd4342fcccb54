"""The talk groups: a session of ours in each one's channel, and what can be said of each. Loop of the voice process.

One session per group, because servers before 1.4 know no other way to listen to several channels, and because the state
of each target is then that of its own connection.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from console.clock import Clock
from console.errors import BackendError
from console.model import GroupId
from console.mumble import Client, Event, Login, Place, Present, Server, Standing, Stood, Voice
from console.mumble.events import Named
from console.mumble.opus import library
from console.talk_words import GroupState, MicrophoneTrouble, TalkDetail, TalkState
from console.talkd.control import Connect, Know
from console.talkd.crossing import Crossing

UNNAMEABLE = re.compile(r"[^\w.-]+")  # what a name at the server may not hold
SHOWN = 64  # members that are named; others are counted by nobody here
BROKEN = {MicrophoneTrouble.UNPLUGGED, MicrophoneTrouble.STALLED}


@dataclass(slots=True)
class Line:
    """One group and our session in its channel."""

    group: GroupId
    place: Place
    since_ms: int
    client: Client | None = None
    stood: Stood = field(default_factory=lambda: Stood(Standing.AWAY, TalkDetail.NOT_STARTED))
    people: tuple[Named, ...] = ()
    is_on_air: bool = False
    who: str = ""  # who speaks
    told: GroupState | None = None


class Groups:
    """`on_voice` gets what others say; `report` every state that is new."""

    def __init__(
        self, clock: Clock, on_voice: Callable[[GroupId, Voice], None], report: Callable[[GroupState], None]
    ) -> None:
        self._clock = clock
        self._on_voice = on_voice
        self._report = report
        self._connect: Connect | None = None
        self._lines: dict[GroupId, Line] = {}
        self._crossing: Crossing[tuple[Line, Event]] = Crossing(self._heard)
        self.microphone: MicrophoneTrouble | None = None

    # ---- what the window says ----

    def connect(self, connect: Connect) -> None:
        self._connect = connect
        for line in self._lines.values():
            self._enter(line)

    def know(self, known: Know) -> None:
        group, place = GroupId(known.group), Place(known.channel, known.with_below)
        line = self._lines.get(group)
        if line is not None and line.place == place:
            return
        self.forget(group)
        self._lines[group] = line = Line(group, place, self._clock.now_ms())
        self._enter(line)

    def forget(self, group: GroupId) -> None:
        line = self._lines.pop(group, None)
        if line is not None and line.client is not None:
            line.client.leave()

    def leave(self) -> None:
        """Everything; nobody is told."""
        for group in tuple(self._lines):
            self.forget(group)

    def _enter(self, line: Line) -> None:
        if line.client is not None:
            line.client.leave()
            line.client = None
        connect = self._connect
        if connect is not None and connect.trouble:
            line.stood = Stood(Standing.AWAY, TalkDetail(connect.trouble))
        elif connect is not None and (lack := _lacking()):
            line.stood = Stood(Standing.REFUSED, TalkDetail.NO_CODEC, lack)
        elif connect is not None:
            line.stood = Stood(Standing.OPENING)
            line.client = client = self._client(connect, line)
            client.start()
        self._tell(line)

    def _client(self, connect: Connect, line: Line) -> Client:
        login = Login(
            f"{UNNAMEABLE.sub('_', connect.user)}.{UNNAMEABLE.sub('_', line.group)}", connect.password,
            client_cert=connect.client_cert, client_key=connect.client_key, is_recording=True,
        )  # fmt: skip
        server = Server(connect.host, connect.port, connect.pin, connect.ca_file)
        return Client(server, login, line.place, lambda event: self._crossing.post((line, event)))

    # ---- what the sessions say ----

    def _heard(self, news: tuple[Line, Event]) -> None:
        line, event = news
        if self._lines.get(line.group) is not line:  # it was left meanwhile
            return
        match event:
            case Stood():
                line.stood = event
                self._tell_all()  # our sessions in other channels are no members of this one
            case Present(people):
                line.people = people
                self._tell(line)
            case Voice() if event.who.session not in self._ourselves():
                self._on_voice(line.group, event)

    def _ourselves(self) -> set[int]:
        return {line.stood.session for line in self._lines.values() if line.stood.session}

    # ---- speaking ----

    def ready(self, groups: Iterable[str]) -> list[GroupId]:
        """Those of the groups that could be spoken to now."""
        found = (self._lines.get(GroupId(group)) for group in groups)
        return [line.group for line in found if line is not None and _is_ready(line)]

    def speak(self, groups: Iterable[GroupId], opus: bytes, *, is_last: bool) -> bool:
        """20 ms to each of them; False when none could take it."""
        taken = False
        for group in groups:
            line = self._lines.get(group)
            if line is None or line.client is None:
                continue
            went = line.client.speak(opus, is_last=is_last)
            taken |= went
            if went and not line.is_on_air and not is_last:
                line.is_on_air = True
                self._tell(line)
        return taken

    def end_speaking(self) -> None:
        for line in self._lines.values():
            if line.is_on_air:
                line.is_on_air = False
                self._tell(line)

    # ---- states ----

    def speaks(self, group: GroupId, who: str) -> None:
        """This one speaks in the group, "" nobody."""
        if (line := self._lines.get(group)) is not None:
            line.who = who
            self._tell(line)

    def microphone_is(self, trouble: MicrophoneTrouble | None) -> None:
        self.microphone = trouble
        self._tell_all()

    def _tell_all(self) -> None:
        for line in self._lines.values():
            self._tell(line)

    def _tell(self, line: Line) -> None:
        """Its state, where that is new."""
        ourselves = self._ourselves()
        members = tuple(each.name for each in line.people if each.session not in ourselves)[:SHOWN]
        state = state_of(line, self.microphone)
        detail = line.stood.reason if state in (TalkState.NOT_CONNECTED, TalkState.REFUSED) else TalkDetail.NONE
        about = line.stood.about if detail else ""
        told = line.told
        if told is None or told.state is not state or told.who != line.who:
            line.since_ms = self._clock.now_ms()
        now = GroupState(line.group, state, line.who, line.since_ms, members, detail, about)
        if told is None or replace(told, since_ms=now.since_ms) != now:
            line.told = now
            self._report(now)


def _lacking() -> str:
    """What to install before anything can be said or heard, "" when all is there."""
    try:
        library()
    except BackendError as error:
        return str(error)
    return ""


def _is_ready(line: Line) -> bool:
    return line.client is not None and line.stood.standing is Standing.READY


def state_of(line: Line, microphone: MicrophoneTrouble | None) -> TalkState:
    """What a press would do: the connection first, then the microphone, then who speaks."""
    match line.stood.standing:
        case Standing.AWAY:
            return TalkState.NOT_CONNECTED
        case Standing.OPENING:
            return TalkState.OPENING
        case Standing.REFUSED:
            return TalkState.REFUSED
    if microphone is not None:
        return TalkState.DEVICE_LOST if microphone in BROKEN else TalkState.NO_MICROPHONE
    if line.is_on_air:
        return TalkState.ON_AIR
    return TalkState.BUSY if line.who else TalkState.READY
