"""The only way out to the widgets: typed announcements, published on the desk thread and logged once, as one line.

The event log (`--log-file`) is made of these lines; system tests wait on them.
"""

from __future__ import annotations

import json
import logging
import threading
import weakref
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar, cast

from console.clock import Clock, iso_ms
from console.model import LIVE, AlarmClass, AlarmId, CameraId, Domain, PointId

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Something happened. The class name is the event's name in the log."""

    domain: Domain = LIVE


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
class AlarmRaised(Announcement):
    alarm: AlarmId
    point: PointId
    alarm_class: AlarmClass
    occurrence: int
    source_ms: int
    received_ms: int
    late_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmAcknowledged(Announcement):
    alarm: AlarmId
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmCleared(Announcement):
    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmReset(Announcement):
    alarm: AlarmId
    by: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmUnknown(Announcement):
    """The source is lost: the last state is kept and marked with its age."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmChanged(Announcement):
    """Anything else about an alarm changed (saved, cameras ranked again): repaint its row. Not an event of its own."""

    alarm: AlarmId


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOverruled(Announcement):
    """Another console was first; `by` and `position` say who."""

    alarm: AlarmId
    by: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallChanged(Announcement):
    """Which camera belongs where has changed: the windows look again. Not an event of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureChanged(Announcement):
    """A camera's stream changed its state (`ports.CameraState`)."""

    camera: CameraId
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CamerasRanked(Announcement):
    """Which cameras see the alarm, best first; `skipped` are offline and say why."""

    alarm: AlarmId
    cameras: tuple[CameraId, ...]
    skipped: tuple[CameraId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraShown(Announcement):
    """That camera's picture was painted: written after the paint of that very frame and the next loop turn."""

    camera: CameraId
    window: str
    tile: str
    alarm: AlarmId
    tier: int
    reason: str
    source: str  # memory | live
    frame_age_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureStale(Announcement):
    camera: CameraId
    age_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLive(Announcement):
    camera: CameraId


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOrdered(Announcement):
    """A clip of this camera is being recorded; `path` is relative to the data folder."""

    alarm: AlarmId
    camera: CameraId
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSaved(Announcement):
    """`partial`: less than was ordered."""

    alarm: AlarmId
    camera: CameraId
    path: str
    sha256: str
    frames: int
    partial: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFailed(Announcement):
    """There is no clip; `code` is a `ports.ClipTrouble`."""

    alarm: AlarmId
    camera: CameraId
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLost(Announcement):
    """Logged as `LinkDown`."""

    kind: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBack(Announcement):
    """Logged as `LinkUp`."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRejected(Announcement):
    reason: str
    topic: str
    source: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSetAside(Announcement):
    """A message made the core raise: kept with its error, not fed again."""

    receipt: int
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStepped(Announcement):
    step_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLate(Announcement):
    p50_ms: float
    p95_ms: float
    p99_ms: float
    max_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReading(Announcement):
    """The site folder is being read; another announcement follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteUnchanged(Announcement):
    """The site folder was read and says what we know already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChangePending(Announcement):
    """The site folder says something else now; nothing is applied before a person says so.

    `kinds` holds (added, removed, changed) per kind of thing, `settings` the changed keys of site.toml.
    """

    added: int
    removed: int
    changed: int
    kinds: Mapping[str, tuple[int, int, int]]
    settings: tuple[str, ...]
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRefused(Announcement):
    """The site folder cannot be used: the site goes on as it was. Each problem has file, line and cure."""

    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChangeDiscarded(Announcement):
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteApplied(Announcement):
    """The site that was shown is in use from now on."""

    by: str
    added: int
    removed: int
    changed: int


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


QUIET = (AlarmChanged, WallChanged, ScreensChanged)  # hints to repaint; what they tell is in other lines
LOG_NAMES = {"LinkLost": "LinkDown", "LinkBack": "LinkUp"}
LOG_KEYS = {"alarm_class": "class", "source": "from"}  # names that Python or clarity keeps us from using in code

A = TypeVar("A", bound=Announcement)


class Sink(Protocol):
    """Takes whole lines, at once and without raising (`event_log.EventLog`)."""

    def write(self, line: str, /) -> object: ...


class Announcer:
    """Publishes on the desk thread. Listeners are bound methods, held weakly: a closed widget is forgotten."""

    def __init__(self, clock: Clock, sink: Sink | None = None) -> None:
        self._clock = clock
        self._sink = sink
        self._listeners: dict[type[Announcement], list[weakref.WeakMethod[Callable[..., None]]]] = defaultdict(list)
        self._thread = threading.get_ident()

    def subscribe(self, kind: type[A], listener: Callable[[A], None]) -> None:
        self._listeners[kind].append(weakref.WeakMethod(cast("Callable[..., None]", listener)))

    def publish(self, announcement: Announcement) -> None:
        assert threading.get_ident() == self._thread, "announcements belong to the desk thread"
        if not isinstance(announcement, QUIET):
            self._write(announcement)
        listeners = self._listeners[type(announcement)]
        for reference in list(listeners):
            listener = reference()
            if listener is None:
                listeners.remove(reference)
            else:
                listener(announcement)

    def _write(self, announcement: Announcement) -> None:
        if self._sink is None:
            return
        name = type(announcement).__name__
        line: dict[str, Any] = {"t": iso_ms(self._clock.now_ms()), "event": LOG_NAMES.get(name, name)}
        for field in fields(announcement):
            line[LOG_KEYS.get(field.name, field.name)] = getattr(announcement, field.name)
        self._sink.write(json.dumps(line, ensure_ascii=False) + "\n")
