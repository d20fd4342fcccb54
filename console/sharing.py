"""The console among others on the same journal: who is here, what they write, what both of us hear. Desk thread.

Belongs to the console like a hand to an arm: it joins the positions with the desks and decides nothing they decide.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from console import announce
from console.alarms import Alarm, Alarms, Change, alarm_of, point_of
from console.announce import Announcement
from console.attendance import Attendance, Beat
from console.clock import Clock
from console.delays import Release
from console.dispatching import Dispatching
from console.echoes import Echoes
from console.evidence import Evidence
from console.following import Following, Learn, Teller, learn_alarm
from console.journal import Conflict, Entry, Followed, Recorded, Reunited, Told
from console.links import Links
from console.model import AlarmClass, AlarmId, By, ConditionChanged, Seat
from console.overtaken import heard_again, is_of_alarm, news_of
from console.points import Points
from console.presence import EVIDENCE, Presence

MACHINE = By(machine="following")
TOLD_KEPT = 500
TAKEN_OVER_MS = 120_000  # of fires raised so short a while ago the clips a dead console began are begun anew
TOLD = ("Alarm", "Incident", "Unit", "Drill", "Point")  # kinds whose way from the other console is in the event log


class Home(Teller, Protocol):
    """As much of the Store as is needed here."""

    @property
    def writer(self) -> str: ...

    def beat(self, beat: Beat) -> None: ...


@dataclass(frozen=True, slots=True)
class Room:
    """The desks that take what others write, and what they are told."""

    live: Alarms
    dispatching: Dispatching
    evidence: Evidence
    points: Points
    links: Links
    learners: Sequence[Learn]  # of the other desks
    report: Callable[[ConditionChanged], None]
    decide: Release
    handled: Callable[[Sequence[int]], None]
    overruled: Callable[[Conflict], None]
    keep_evidence: Callable[[Alarm], None]
    told: Callable[[Change], None]  # what the room does about a fact of an alarm


class Sharing:
    """Other consoles. Alone on a journal it costs one beat a second."""

    def __init__(
        self, clock: Clock, seat: Seat, home: Home, room: Room, announce_it: Callable[[Announcement], None]
    ) -> None:
        self._clock = clock
        self._room = room
        self._announce = announce_it
        self._led = True
        self._told_already: deque[tuple[str, int]] = deque(maxlen=TOLD_KEPT)
        self.presence = Presence(
            clock, seat, home.writer, home.beat, lambda: room.links.is_up("broker"), room.report,
            announce_it, self._changed,
        )  # fmt: skip
        self.echoes = Echoes(clock, room.live.of, room.live.last_stream, home.ask, room.decide, room.handled)
        learners = (self._learn_alarm, room.dispatching.learn, room.evidence.learn, *room.learners)
        self.following = Following(clock, home, learners, self._restore)
        room.evidence.leads = lambda: self.presence.leads(EVIDENCE)
        room.points.is_covered = self._is_covered
        room.dispatching.post_for(self.presence.does)

    def start(self, overtaken: Iterable[Conflict]) -> None:
        """The store runs. `overtaken`: what an earlier run did while the journal was away, and others did first."""
        for conflict in overtaken:
            self._room.overruled(conflict)
        self.presence.start()

    def takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            Followed: self._followed, Told: self._told, Attendance: self.presence.take,
            Reunited: self._reunited,
        }  # fmt: skip

    def settled(self, conflict: Conflict) -> None:
        """What really happened is folded: what a source had told us counts, and what is held may go on."""
        entry = conflict.entry
        if entry.domain == self._room.live.domain and is_of_alarm(entry) and not self._is_past(alarm_of(entry)):
            self._tell_news(conflict)
            if heard_again(conflict) is not None:
                self._room.live.afterwards.add(entry.stream, partial(self._hear_again, conflict))
        self.following.retry()

    # ---- inside ----

    def _hear_again(self, conflict: Conflict) -> None:
        alarm = alarm_of(conflict.entry)
        newest = self.echoes.newest(point_of(alarm))
        if not self._is_past(alarm) and (change := heard_again(conflict, newest)) is not None:
            self.echoes.take(change)

    def _is_past(self, alarm: AlarmId) -> bool:
        """A later episode of its point stands here: what was said of this one says nothing of that."""
        live = self._room.live
        return live.get(alarm) is None and live.of(point_of(alarm)) is not None

    def _learn_alarm(self, record: Recorded) -> bool:
        is_done = learn_alarm(self._room.live, record)
        if is_done:
            self.echoes.learn(record)
            self._tell(record.entry)
        return is_done

    def _followed(self, followed: Followed) -> None:
        self.presence.wrote(followed.entries)
        self.following.take(followed)

    def _reunited(self, reunited: Reunited) -> None:
        """The journal was away when we started: what is open there is learnt now, and numbers go on behind its own."""
        self.following.take(Followed(reunited.entries))
        self._room.live.count(reunited.episodes)
        self._room.dispatching.count(reunited.episodes)

    def _tell(self, entry: Entry) -> None:
        if entry.kind.startswith(TOLD):
            after_ms = max(0, self._clock.now_ms() - entry.t_ms)
            self._announce(
                announce.EntryFollowed(
                    domain=entry.domain, stream=entry.stream, version=entry.version, kind=entry.kind,
                    position=entry.by.position, after_ms=after_ms,
                )
            )  # fmt: skip

    def _tell_news(self, conflict: Conflict) -> None:
        """What others did is told as if it had been followed; once, however many entries of ours lost to it."""
        for version, change in news_of(conflict):
            key = conflict.entry.stream, version
            if key not in self._told_already:
                self._told_already.append(key)
                now = self._room.live.get(change.alarm.id) or change.alarm
                self._room.told(replace(change, alarm=now))

    def _told(self, told: Told) -> None:
        if not self.echoes.told(told):
            self.following.told(told)

    def _restore(self, told: Told) -> None:
        """As if an entry of ours had lost: the stream is folded anew, and no person is told that he was overruled.

        Not over what we have decided since: that is on its way to the journal, which will answer it.
        """
        last = told.entries[-1].entry
        known = self._room.live.get(alarm_of(last)) if last.domain == self._room.live.domain else None
        if known is not None and known.unsaved and known.version > last.version:
            return
        self._room.overruled(Conflict(replace(last, by=MACHINE), told.entries))

    def _is_covered(self) -> bool:
        """Our ears are shut, and another console hears: silence here says nothing about a detector."""
        return not self._room.links.is_up("broker") and self.presence.is_heard_elsewhere

    def _changed(self) -> None:
        """Somebody came, went or fell silent: what he had begun is ours to finish."""
        self._room.dispatching.post_for(self.presence.does)
        leads = self.presence.leads(EVIDENCE)
        if leads and not self._led:
            for alarm in self._room.live:
                is_new = self._clock.now_ms() - alarm.last.raised_ms < TAKEN_OVER_MS
                if alarm.alarm_class is AlarmClass.FIRE and is_new and not self._room.evidence.is_kept(alarm.id):
                    self._room.keep_evidence(alarm)
        self._led = leads
        self._announce(announce.PositionsChanged())
