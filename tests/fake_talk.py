"""A Talk port without sound and servers: it says what a test makes it say, and obeys presses as the real one does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from console.clock import Clock, Deadline
from console.inbox import Inbox
from console.model import GroupId
from console.talk_words import (
    Burst,
    Direction,
    GroupState,
    MicLevel,
    PressEnd,
    PressEnded,
    SaidAgain,
    SayTrouble,
    Speaking,
    TalkDetail,
    TalkGroup,
    TalkState,
    TalkTone,
)

GUARD_MS = 500
HEARS = frozenset({TalkState.READY, TalkState.BUSY})


class FakeTalk:
    """`opens` false: a press stays in OPENING until `open` is called. A press shuts the gate of the one before."""

    def __init__(self, inbox: Inbox, clock: Clock) -> None:
        self._inbox = inbox
        self._clock = clock
        self._guard: Deadline | None = None
        self.states: dict[GroupId, GroupState] = {}
        self.groups: tuple[TalkGroup, ...] = ()
        self.opens = True
        self.tail_ms = 0  # how long the gate stays open when the hand has let go
        self.gate: tuple[int, tuple[GroupId, ...]] | None = None  # the press and to whom our voice goes out
        self.pressed: list[tuple[GroupId, ...]] = []
        self.beats = 0
        self.tones: list[TalkTone] = []
        self.said: list[str] = []
        self.microphone = ""

    @property
    def devices(self) -> tuple[str, ...]:
        return ("Headset", "Desk")

    def start(self) -> None: ...

    def stop(self) -> None:
        self._shut(PressEnd.LOST)

    def take_groups(self, groups: Sequence[TalkGroup]) -> None:
        self.groups = tuple(groups)
        for group in groups:
            if group.id not in self.states:
                self._say(GroupState(group.id, TalkState.NOT_CONNECTED, "", 0, (), TalkDetail.NOT_STARTED))

    def press(self, press: int, groups: tuple[GroupId, ...]) -> None:
        self.pressed.append(groups)
        self._shut(PressEnd.LOST)
        hearing = tuple(group for group in groups if self.states[group].state in HEARS)
        if not hearing:
            self._inbox.post(PressEnded(press, PressEnd.REFUSED))
            return
        self.gate = (press, hearing)
        self._arm()
        if self.opens:
            self.open()
        else:
            self._become(hearing, TalkState.OPENING)

    def held(self, press: int) -> None:
        if self.gate is not None and self.gate[0] == press:
            self.beats += 1
            self._arm()

    def release(self, press: int) -> None:
        if self.gate is not None and self.gate[0] == press:
            if self.tail_ms:
                self._clock.after(self.tail_ms, lambda: self._let_go(press))
            else:
                self._shut(PressEnd.RELEASED)

    def say_again(self, path: str) -> None:
        self.said.append(path)

    def tone(self, tone: TalkTone) -> None:
        self.tones.append(tone)

    def choose_microphone(self, name: str) -> None:
        self.microphone = name

    # ---- what a test makes happen --------------------------------------------------------------------------------

    def ready(self, *groups: str, members: Sequence[str] = ("Wu", "Xu")) -> None:
        """These have a connection, and somebody hears them."""
        for group in map(GroupId, groups):
            now = self._clock.now_ms()
            self._say(GroupState(group, TalkState.READY, "", now, tuple(members), TalkDetail.NONE))

    def tell(self, group: str, state: TalkState, detail: TalkDetail = TalkDetail.NONE, who: str = "") -> None:
        members = self.states[GroupId(group)].members if GroupId(group) in self.states else ()
        self._say(GroupState(GroupId(group), state, who, self._clock.now_ms(), members, detail))

    def open(self) -> None:
        """The server takes our voice now."""
        assert self.gate is not None
        self._become(self.gate[1], TalkState.ON_AIR)

    def lose(self, group: str, detail: TalkDetail = TalkDetail.LOST) -> None:
        self.tell(group, TalkState.NOT_CONNECTED, detail)

    def speak(self, group: str, who: str, on: bool) -> None:
        self._inbox.post(Speaking(GroupId(group), who, on))
        self.tell(group, TalkState.BUSY if on else TalkState.READY, who=who)

    def burst(self, group: str, who: str, length_ms: int = 2_600, path: str = "voice/b.mka") -> None:
        """Somebody has spoken."""
        start = self._clock.now_ms() - length_ms
        self._inbox.post(Burst(Direction.HEARD, (GroupId(group),), who, start, length_ms, 0, path, "ab" * 32))

    def level(self, dbfs: float) -> None:
        self._inbox.post_sample("level", MicLevel(dbfs, gate_open=self.gate is not None))

    def played(self, trouble: SayTrouble = SayTrouble.NONE) -> None:
        self._inbox.post(SaidAgain(self.said[-1], trouble))

    # ---- inside --------------------------------------------------------------------------------------------------

    def _arm(self) -> None:
        if self._guard is not None:
            self._guard.cancel()
        self._guard = self._clock.after(GUARD_MS, lambda: self._shut(PressEnd.GUARD))

    def _let_go(self, press: int) -> None:
        if self.gate is not None and self.gate[0] == press:
            self._shut(PressEnd.RELEASED)

    def _shut(self, cause: PressEnd) -> None:
        if self.gate is None:
            return
        (press, groups), self.gate = self.gate, None
        if self._guard is not None:
            self._guard.cancel()
        self._become(groups, TalkState.READY)
        self._inbox.post(PressEnded(press, cause))

    def _become(self, groups: Sequence[GroupId], state: TalkState) -> None:
        for group in groups:
            self._say(replace(self.states[group], state=state, since_ms=self._clock.now_ms()))

    def _say(self, told: GroupState) -> None:
        self.states[told.group] = told
        self._inbox.post(told)
