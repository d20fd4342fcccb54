"""The seams to ear and mouth: Sound, the loudspeaker, and Talk, the voice groups. Real ones are in `backends/voice`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from console.model import GroupId, Tone
from console.talk_words import TalkGroup, TalkTone


class ToneOutcome(StrEnum):
    """How a test of the loudspeaker went."""

    PLAYED = "played"  # the device took every sample of it
    CUT = "cut"  # an alarm came in between
    ALARM_SOUNDS = "alarm_sounds"  # not played over an alarm
    NO_DEVICE = "no_device"
    NO_ANSWER = "no_answer"
    OFF = "off"  # this position is configured to make no sound


@dataclass(frozen=True, slots=True)
class ToneTried:
    """Posted by a Sound backend: the answer to one `test`."""

    outcome: ToneOutcome
    device: str


@dataclass(frozen=True, slots=True)
class SpeakersOpened:
    """Posted by a Sound backend: sound goes to this device from now on."""

    device: str


class SoundTrouble(StrEnum):
    """Why no sound can be heard: the reason of `LinkDown("audio", …)`."""

    NO_DEVICE = "no_device"  # there is none, or not the configured one
    DEVICE_GONE = "device_gone"  # unplugged while in use
    DEVICE_STALLED = "device_stalled"  # it is there and takes no sound
    DEVICE_REFUSED = "device_refused"  # it could not be opened


class Sound(Protocol):
    """The loudspeaker of this position. Posts `LinkDown`/`LinkUp("audio", …)`, `SpeakersOpened` and `ToneTried`."""

    def start(self) -> None: ...

    def stop(self) -> None:
        """Silence, and give the device back; waits at most about a second."""

    def play(self, tone: Tone | None) -> None:
        """From now on this tone, repeated as its pattern says, None for silence; replaces what sounds at once.

        The same tone again starts anew when it is in its pause. A tone outlives a loss of the device. Never blocks.
        """

    def test(self) -> None:
        """Play the test tone once, if nothing sounds; posts `ToneTried`, and no other is asked for before."""

    def say(self, number: int, text: str, language: str) -> None:
        """Read the text aloud in the room, between the bursts of a tone; replaces what is being said.

        It waits while the talk key is down or somebody is heard, and never reaches a group. Posts one `Spoken`.
        """

    def hush(self) -> None:
        """Stop what is being said."""


class Talk(Protocol):
    """The voice groups and the microphone of this position. Posts `TalkWord`s and `LinkDown`/`LinkUp("voice")`.

    Calls are for the desk thread and never block. Each group's state comes from its own connection.
    """

    def start(self) -> None: ...

    def stop(self) -> None:
        """Shut the gate, leave the groups; waits at most about a second."""

    @property
    def devices(self) -> tuple[str, ...]:
        """Names of the microphones there are, as last posted with `Microphones`."""

    def take_groups(self, groups: Sequence[TalkGroup]) -> None:
        """From now on these are the groups; those that are reached as before keep their connections."""

    def press(self, press: int, groups: tuple[GroupId, ...]) -> None:
        """Open the gate to those of the groups that are ready; `PressEnded` is posted once, when it is shut again.

        `press` numbers the presses. A press on top of another ends that one.
        """

    def held(self, press: int) -> None:
        """The key is still down: to be said every 100 ms, the gate shuts itself 500 ms after the last word."""

    def release(self, press: int) -> None:
        """The key is up: the last words on their way are still sent, then the gate shuts."""

    def say_again(self, path: str) -> None:
        """Play a recorded burst in the room; `SaidAgain` is posted once. Another one cuts it."""

    def tone(self, tone: TalkTone) -> None:
        """Sound it once in the room; it never reaches a group."""

    def choose_microphone(self, name: str) -> None:
        """Speak into this one, "" for the system's default."""
