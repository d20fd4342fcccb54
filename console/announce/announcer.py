"""Publishes announcements on the desk thread and logs each of them once, as one line."""

from __future__ import annotations

import json
import logging
import sys
import threading
import weakref
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import Any, Protocol, TypeVar, cast

from console.announce.alarms import AlarmChanged
from console.announce.announcement import Announcement
from console.announce.casebook import CasebookStirred
from console.announce.dispatch import IncidentStirred, UnitStirred
from console.announce.drills import PhonesChanged
from console.announce.eye import EyeStirred
from console.announce.handover import HandoverStirred
from console.announce.load import LoadStirred
from console.announce.performance import PerformanceStirred
from console.announce.pictures import WallChanged
from console.announce.positions import PositionsChanged
from console.announce.proving import ProofsStirred
from console.announce.ptz import PtzChanged
from console.announce.replays import ReviewChanged
from console.announce.rewinds import MemoryChanged, PhotographSettled, RewindChanged
from console.announce.room import ScreensChanged
from console.announce.series import SeriesReady
from console.announce.talk import MicrophoneMoved, TalkChanged
from console.clock import Clock, iso_ms

# hints to repaint; what they tell is in other lines
QUIET = (
    AlarmChanged,
    WallChanged,
    ScreensChanged,
    PtzChanged,
    ReviewChanged,
    RewindChanged,
    PhotographSettled,
    MemoryChanged,
    SeriesReady,
    IncidentStirred,
    UnitStirred,
    TalkChanged,
    MicrophoneMoved,
    PhonesChanged,
    ProofsStirred,
    HandoverStirred,
    PerformanceStirred,
    CasebookStirred,
    LoadStirred,
    PositionsChanged,
    EyeStirred,
)
LOG_NAMES = {"LinkLost": "LinkDown", "LinkBack": "LinkUp"}
LOG_KEYS = {"alarm_class": "class", "source": "from"}  # names that Python or clarity keeps us from using in code

A = TypeVar("A", bound=Announcement)
log = logging.getLogger(__name__)


class Sink(Protocol):
    """Takes whole lines, at once and without raising (`event_log.EventLog`)."""

    def write(self, line: str, /) -> object: ...


def _raised(error: Exception) -> None:
    raise error


def uncaught(error: Exception) -> None:
    """For the process hook, as if a slot of Qt had raised it: reported, and the program goes on."""
    sys.excepthook(type(error), error, error.__traceback__)


class Announcer:
    """Publishes on the desk thread. Listeners are bound methods, held weakly: a closed widget is forgotten.

    A listener that raises keeps no word from the others. `failed` is told of it, so that whoever publishes goes on:
    no window decides whether a fire is heard. Without `failed` it is raised once all have been told.
    """

    def __init__(self, clock: Clock, sink: Sink | None = None, failed: Callable[[Exception], object] = _raised) -> None:
        self._clock = clock
        self._sink = sink
        self._failed = failed
        self._listeners: dict[type[Announcement], list[weakref.WeakMethod[Callable[..., None]]]] = defaultdict(list)
        self._thread = threading.get_ident()

    def subscribe(self, kind: type[A], listener: Callable[[A], None]) -> None:
        self._listeners[kind].append(weakref.WeakMethod(cast("Callable[..., None]", listener)))

    def publish(self, announcement: Announcement) -> None:
        assert threading.get_ident() == self._thread, "announcements belong to the desk thread"
        if not isinstance(announcement, QUIET):
            self._write(announcement)
        listeners, errors = self._listeners[type(announcement)], list[Exception]()
        for reference in list(listeners):
            listener = reference()
            if listener is None:
                with suppress(ValueError):  # one that was told before published the same, and swept already
                    listeners.remove(reference)
                continue
            try:
                listener(announcement)
            except Exception as error:  # one of the program's catch-alls: one window must not cost the others
                log.exception("whoever was told of %s raised", type(announcement).__name__)
                errors.append(error)
        for each in errors:
            self._failed(each)

    def _write(self, announcement: Announcement) -> None:
        if self._sink is None:
            return
        name = type(announcement).__name__
        line: dict[str, Any] = {"t": iso_ms(self._clock.now_ms()), "event": LOG_NAMES.get(name, name)}
        for field in fields(announcement):
            line[LOG_KEYS.get(field.name, field.name)] = getattr(announcement, field.name)
        self._sink.write(json.dumps(line, ensure_ascii=False) + "\n")
