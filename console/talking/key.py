"""The talk key: a press from the hand going down to the transport's word that the gate is shut. Desk thread.

Whatever happens, a press ends once: by the hand, at the limit, because a target changed, because the hand was lost, or
because the transport says so. The person at this position hears a tone whenever it was not the hand.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from console import announce
from console.announce import Announcement
from console.audible import Talk
from console.clock import Clock, Deadline
from console.errors import CommandRefused
from console.journal import Json
from console.logbook import Logbook
from console.model import By, Domain, GroupId, Right, Seat
from console.talk_words import PressEnded, TalkState, TalkTone
from console.talking.press import LIMIT_S, WARN_SHARE, Ending, Matter, Press, Refusal
from console.talking.targets import Target

BEAT_MS = 100  # how often a latched press says that it is held
ANSWER_MS = 2_000  # a press that was let go and of whose end nothing is heard for so long is over
REFUSAL_MS = 4_000  # how long it is said why a press did nothing
MACHINE = By(machine="talk")
NO_MICROPHONE = frozenset({TalkState.NO_MICROPHONE, TalkState.DEVICE_LOST})


class TalkKey:
    """One press at a time. `changed` is called whenever the bar has to look again."""

    def __init__(
        self, clock: Clock, logbook: Logbook, seat: Seat, announce_it: Callable[[Announcement], None],
        matter: Callable[[], Matter], domain: Domain,
    ) -> None:  # fmt: skip
        self._clock = clock
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._matter = matter
        self._domain = domain
        self._talk: Talk | None = None
        self._presses = 0
        self._waits: list[Deadline] = []
        self._matters: deque[tuple[int, Matter]] = deque(maxlen=20)  # of our last presses: start (epoch ms), about what
        self._refused: tuple[Refusal | None, int] = (None, 0)  # why, until when (monotonic ms)
        self.limit_ms = LIMIT_S * 1000
        self.now: Press | None = None  # the press that is not over yet, whether or not the hand is still down

    def connect(self, talk: Talk, limit_s: int) -> None:
        """From now on presses go there, and last no longer."""
        self._talk = talk
        self.limit_ms = limit_s * 1000

    # ---- reading -------------------------------------------------------------------------------------------------

    @property
    def elapsed_ms(self) -> int:
        """Since the press began; 0 without one."""
        return (self._clock.monotonic_ns() - self.now.at_ns) // 1_000_000 if self.now is not None else 0

    @property
    def refusal(self) -> Refusal | None:
        """Why the last press did nothing, for a few seconds."""
        refusal, until_ms = self._refused
        return refusal if self._clock.monotonic_ns() // 1_000_000 < until_ms else None

    def matter_at(self, at_ms: int) -> Matter | None:
        """What the press was about that began last before this moment, epoch ms."""
        return next((matter for began_ms, matter in reversed(self._matters) if began_ms <= at_ms), None)

    # ---- the hand ------------------------------------------------------------------------------------------------

    def press(self, chosen: Sequence[Target], shown: frozenset[GroupId], *, has_microphone: bool) -> bool:
        """It went down; whether anybody can hear it. A key that is down already is no second press.

        One that comes down again while the last words of the press before are on their way is: that press is over.
        """
        if self.now is not None and self.now.ending is None:
            return True
        if self.now is not None:
            self._over(self.now)
        groups = tuple(target.id for target in chosen)
        refusal = _refusal(chosen, shown, has_microphone) if self._may_talk() else Refusal.NO_RIGHT
        if self._talk is None or refusal is not None:
            self._refuse(refusal or Refusal.NOT_CONNECTED, groups)
            return False
        self._presses += 1
        press = self.now = Press(self._presses, groups, self._clock.monotonic_ns(), self._matter())
        for target in chosen:  # one that is on the air is so by the press before
            press.see(target.id, TalkState.READY if target.state is TalkState.ON_AIR else target.state)
        self._matters.append((self._clock.now_ms(), press.matter))
        self._refused = (None, 0)
        self._waits = [
            self._clock.after(round(self.limit_ms * WARN_SHARE), partial(self._warn, press)),
            self._clock.after(self.limit_ms, partial(self.end, Ending.LIMIT)),
        ]
        self._talk.press(press.number, groups)
        about: dict[str, Json] = {"alarm": press.matter.alarm, "incident": press.matter.incident}
        self._log.write("TalkPressed", self._seat.by, {"press": press.number, "groups": list(groups), **about})
        self._announce(
            announce.TalkPressed(press=press.number, groups=groups, by=self._seat.person, domain=self._domain)
        )
        self._changed()
        return True

    def _may_talk(self) -> bool:
        try:
            self._seat.check(Right.TALK)
        except CommandRefused:
            return False
        return True

    def held(self) -> None:
        """The key or the mouse is really still down."""
        if self.now is not None and self.now.ending is None and self._talk is not None:
            self._talk.held(self.now.number)

    def latch(self) -> None:
        """The press goes on without a hand until it is released, at most to the limit."""
        press = self.now
        if press is not None and press.ending is None and not press.is_latched:
            press.is_latched = True
            self._beat(press)
            self._changed()

    def _beat(self, press: Press) -> None:
        if press is self.now and press.ending is None:
            self.held()
            self._clock.after(BEAT_MS, partial(self._beat, press))

    def _refuse(self, refusal: Refusal, groups: tuple[GroupId, ...]) -> None:
        self._refused = (refusal, self._clock.monotonic_ns() // 1_000_000 + REFUSAL_MS)
        self._clock.after(REFUSAL_MS, self._changed)
        self._sound(TalkTone.CUT)
        self._log.write("TalkRefused", self._seat.by, {"code": refusal.value, "groups": list(groups)})
        self._announce(announce.TalkRefused(code=refusal.value, groups=groups, domain=self._domain))
        self._changed()

    def _warn(self, press: Press) -> None:
        press.is_warned = True
        self._sound(TalkTone.WARNING)
        self._changed()

    # ---- the end -------------------------------------------------------------------------------------------------

    def end(self, ending: Ending) -> None:
        """Have the gate shut; the press is over when the transport says so."""
        press = self.now
        if press is None or press.ending is not None or self._talk is None:
            return
        press.ending = ending
        self._talk.release(press.number)
        self._forget_waits()
        self._waits = [self._clock.after(ANSWER_MS, partial(self._over, press))]
        self._changed()

    def state(self, group: GroupId, state: TalkState) -> None:
        """The transport says this of a group."""
        press = self.now
        if press is not None and press.see(group, state):
            missing = tuple(other for other in press.groups if other not in press.heard_by)
            self._announce(
                announce.TalkOnAir(press=press.number, groups=press.heard_by, missing=missing, domain=self._domain)
            )

    def ended(self, ended: PressEnded) -> None:
        """The transport says that the gate is shut."""
        press = self.now
        if press is not None and press.number == ended.press:
            press.ending = press.ending or Ending(ended.cause.value)
            self._over(press)

    def _over(self, press: Press) -> None:
        if press is not self.now:
            return
        self._forget_waits()
        ms, ending = self.elapsed_ms, press.ending or Ending.LOST
        self.now = None
        if ending is not Ending.RELEASED:
            self._sound(TalkTone.CUT)
        results: dict[str, Json] = {group: press.reached[group].value for group in press.groups}
        data: dict[str, Json] = {"press": press.number, "cause": ending.value, "ms": ms, "results": results}
        self._log.write("TalkEnded", self._seat.by if ending is Ending.RELEASED else MACHINE, data)
        self._announce(
            announce.TalkEnded(
                press=press.number, cause=ending.value, groups=press.heard_by, ms=ms, domain=self._domain
            )
        )  # fmt: skip
        self._changed()

    # ---- inside --------------------------------------------------------------------------------------------------

    def _forget_waits(self) -> None:
        for wait in self._waits:
            wait.cancel()
        self._waits = []

    def _sound(self, tone: TalkTone) -> None:
        if self._talk is not None:
            self._talk.tone(tone)

    def _changed(self) -> None:
        self._announce(announce.TalkChanged(domain=self._domain))


def _refusal(chosen: Sequence[Target], shown: frozenset[GroupId], has_microphone: bool) -> Refusal | None:
    """Why a press would not be heard; None when it would."""
    if not chosen:
        return Refusal.NO_TARGET
    if not {target.id for target in chosen} <= shown:
        return Refusal.NOT_SHOWN
    if not has_microphone or all(target.state in NO_MICROPHONE for target in chosen):
        return Refusal.NO_MICROPHONE
    if any(target.is_open for target in chosen):
        return None
    is_refused = any(target.state is TalkState.REFUSED for target in chosen)
    return Refusal.GROUP_REFUSED if is_refused else Refusal.NOT_CONNECTED
