"""The talk key in a drill: everything works as on a live day, and no voice leaves the room. Desk thread.

Stands in the place of the voice process (`ports.Talk`), which is not told of these presses at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from console.clock import Clock, Deadline
from console.model import GroupId
from console.talk_words import (
    GroupState,
    PressEnd,
    PressEnded,
    SaidAgain,
    SayTrouble,
    TalkDetail,
    TalkGroup,
    TalkState,
    TalkTone,
    TalkWord,
)

GUARD_MS = 500  # as the voice process has it


class NoAir:
    """`deliver` takes what the transport would say, `spoke` what hangs on the phone wall instead: groups, ms.

    `tone`: sounds in the room, as on a live day.
    """

    devices: tuple[str, ...] = ()

    def __init__(
        self, clock: Clock, deliver: Callable[[TalkWord], None], spoke: Callable[[tuple[GroupId, ...], int], None],
        tone: Callable[[TalkTone], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._deliver = deliver
        self._spoke = spoke
        self._tone = tone
        self._groups: tuple[GroupId, ...] = ()
        self._press: int | None = None
        self._to: tuple[GroupId, ...] = ()
        self._began_ms = 0
        self._guard: Deadline | None = None

    def start(self) -> None: ...

    def stop(self) -> None:
        if self._press is not None:
            self._shut(self._press, PressEnd.LOST)

    def take_groups(self, groups: Sequence[TalkGroup]) -> None:
        """All of them are ready: nobody is there who could be away."""
        self._groups = tuple(group.id for group in groups)
        self._clock.after(0, lambda: self._all(self._groups, TalkState.READY))

    def press(self, press: int, groups: tuple[GroupId, ...]) -> None:
        if self._press is not None:
            self._shut(self._press, PressEnd.RELEASED)
        self._press, self._to, self._began_ms = press, groups, self._clock.now_ms()
        self._clock.after(0, partial(self._open, press))

    def held(self, press: int) -> None:
        if press == self._press:
            self._watch(press)

    def release(self, press: int) -> None:
        self._clock.after(0, partial(self._shut, press, PressEnd.RELEASED))

    def say_again(self, path: str) -> None:
        """What was said live is not played into a drill."""
        self._clock.after(0, lambda: self._deliver(SaidAgain(path, SayTrouble.CUT)))

    def tone(self, tone: TalkTone) -> None:
        self._tone(tone)

    def choose_microphone(self, name: str) -> None:
        """The microphone is not used."""

    # ---- inside ----

    def _open(self, press: int) -> None:
        if press == self._press:
            self._all(self._to, TalkState.ON_AIR)
            self._watch(press)

    def _watch(self, press: int) -> None:
        if self._guard is not None:
            self._guard.cancel()
        self._guard = self._clock.after(GUARD_MS, partial(self._shut, press, PressEnd.GUARD))

    def _shut(self, press: int, end: PressEnd) -> None:
        if press != self._press:
            return
        if self._guard is not None:
            self._guard.cancel()
        groups, self._press, self._to = self._to, None, ()
        self._deliver(PressEnded(press, end))
        self._all(groups, TalkState.READY)
        self._spoke(groups, self._clock.now_ms() - self._began_ms)

    def _all(self, groups: tuple[GroupId, ...], state: TalkState) -> None:
        now = self._clock.now_ms()
        for group in groups:
            self._deliver(GroupState(group, state, "", now, (), TalkDetail.NONE))
