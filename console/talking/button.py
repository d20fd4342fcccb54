"""What the talk button says: made of what the transport says of the targets, never of what anybody meant. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.talk_words import TalkState
from console.talking.press import LIMIT_S, Press
from console.talking.targets import Target


class ButtonState(StrEnum):
    """One face each."""

    NO_TARGET = "no_target"  # nobody is chosen
    NOT_CONNECTED = "not_connected"
    OPENING = "opening"
    READY = "ready"
    ON_AIR = "on_air"
    BUSY = "busy"  # somebody else speaks to every target; a press is heard all the same
    REFUSED = "refused"
    DEVICE_LOST = "device_lost"
    NO_MICROPHONE = "no_microphone"


@dataclass(frozen=True, slots=True)
class Button:
    """`reached` of `chosen` targets are in the state that the button shows; times are of the press, if there is one."""

    state: ButtonState
    chosen: int = 0
    reached: int = 0
    who: str = ""
    since_ms: int = 0
    elapsed_ms: int = 0
    limit_ms: int = LIMIT_S * 1000
    is_latched: bool = False
    is_warned: bool = False

    @property
    def left_ms(self) -> int:
        """Until the gate shuts by itself."""
        return max(0, self.limit_ms - self.elapsed_ms)

    @property
    def is_partial(self) -> bool:
        """Some of the targets are not where the button says."""
        return self.state in {ButtonState.READY, ButtonState.ON_AIR} and self.reached < self.chosen

    @property
    def is_on_air(self) -> bool:
        return self.state is ButtonState.ON_AIR


_ORDER = (  # the first of these that any chosen target is in
    TalkState.ON_AIR, TalkState.DEVICE_LOST, TalkState.NO_MICROPHONE, TalkState.OPENING, TalkState.READY,
    TalkState.BUSY, TalkState.REFUSED, TalkState.NOT_CONNECTED,
)  # fmt: skip


def button_of(targets: Sequence[Target], press: Press | None, elapsed_ms: int, limit_ms: int) -> Button:
    """The button for these targets. A voice that leaves for a group nobody chose is shown as well: it is heard."""
    meant = [target for target in targets if target.is_chosen or target.state is TalkState.ON_AIR]
    if not meant:
        return Button(ButtonState.NO_TARGET)
    state = next(state for state in _ORDER if any(target.state is state for target in meant))
    there = [target for target in meant if target.state is state]
    first = min(there, key=lambda target: target.since_ms)
    made = Button(ButtonState(state.value), len(meant), len(there), first.who, first.since_ms)
    if press is None:
        return made
    return Button(
        made.state, made.chosen, made.reached, made.who, made.since_ms, elapsed_ms, limit_ms,
        press.is_latched, press.is_warned,
    )  # fmt: skip
