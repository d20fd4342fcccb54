"""What happened to the console itself: its life, windows, screens and sound."""

from __future__ import annotations

from dataclasses import dataclass

from console.announce.announcement import Announcement
from console.model import AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Announcement):
    position: str
    writer: str
    site: str
    open_alarms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Announcement):
    position: str
    unsaved: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLate(Announcement):
    """Of so many `beats`, and of them `too_late` by more than a picture of 60 a second lasts (16 ms).

    A single one was so late that it is told at once.
    """

    beats: int
    too_late: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    max_ms: float

    @property
    def is_of_span(self) -> bool:
        """Whether its figures are those of a span; a single beat is in them again."""
        return self.beats > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleRestarted(Announcement):
    """This console was started in place of one that failed; `figure`: seconds, signal or status, by `cause`."""

    cause: str
    figure: str
    report: str
    dark_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashReported(Announcement):
    """An exception nobody caught; the console goes on."""

    error: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDismissed(Announcement):
    """A person has read the notice under the banner with this code."""

    code: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreensChanged(Announcement):
    """Screens, their roles or their windows' places have changed: the windows look again. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLost(Announcement):
    """A screen with a role is unplugged or switched off."""

    screen: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenBack(Announcement):
    screen: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenDark(Announcement):
    """A screen is switched off or asleep: nothing on it counts as seen."""

    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenLit(Announcement):
    screen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRole(Announcement):
    """A screen has this role from now on ("" none), given by a person or, `by` "", by default."""

    screen: str
    role: str
    reader_m: float
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPlaced(Announcement):
    """A window stands on that screen now; `box` is left, top, width, height on the desktop in logical pixels."""

    window: str
    screen: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowParked(Announcement):
    """A window has no screen: it is closed, and what it showed is kept."""

    window: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundChanged(Announcement):
    tone: str  # "" = silence


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSilenced(Announcement):
    alarms: tuple[AlarmId, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundTested(Announcement):
    outcome: str  # ports.ToneOutcome
    device: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSpoken(Announcement):
    """An alarm was said aloud here, or was to be; `alarm` "" stands for the number of several."""

    alarm: AlarmId
    outcome: str  # ports.SpeechOutcome
