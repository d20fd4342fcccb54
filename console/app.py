"""The console: owns the desks and joins them. `handle` is the main path, top to bottom; all on the desk thread.

    receipt → Heard → alarm step → entries → cameras ranked → wall → announcements → widgets

Desks do not know each other: whatever one of them means for another is said here.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from console import announce
from console.alarms import Acknowledged, Alarm, Alarms, Change, Outcome, Raised, alarm_of, told
from console.announce import Announcer
from console.clock import Clock
from console.config.schema import DispatchConfig, EvidenceConfig, HistoryConfig, SourceConfig
from console.delays import Delays
from console.dispatching import Dispatching, Eyes
from console.evidence import Evidence
from console.excerpts import EXCERPT_WORDS
from console.exporting import Exporting
from console.histories import HISTORY_WORDS
from console.intake import Refused
from console.journal import Conflict, Entry, Json, Saved
from console.links import Links
from console.logbook import Logbook
from console.mishaps import Mishaps, Reported
from console.model import (
    AlarmClass,
    AlarmId,
    By,
    Camera,
    CameraId,
    Condition,
    ConditionChanged,
    Heard,
    IncidentId,
    LinkDown,
    LinkUp,
    Point,
    PointId,
    Sample,
    Site,
    UnitMoved,
    UnitSaid,
)
from console.outgoing import Published, Unpublished
from console.painting import Painting
from console.pictures import Pictures
from console.points import Points
from console.ports import (
    CameraChanged,
    ClipFailed,
    ClipSaved,
    ClipTrouble,
    Feed,
    History,
    SetAside,
    Sound,
    SpeakersOpened,
    Store,
    ToneTried,
)
from console.replays import REPLAY_WORDS
from console.reviewing import Reviewing
from console.revising import FolderRead, FolderRefused, Revising
from console.screens import Role, Screens
from console.seeing import Desks, Seeing
from console.sounding import Sounding
from console.steering import Steering
from console.talk_words import TALK_WORDS
from console.talking import Matter, Talking
from console.trends import Handover, Trends

log = logging.getLogger(__name__)

CLOCK_LOOK_MS = 1_000
MACHINE = By(machine="console")
NO_DISK = frozenset({ClipTrouble.DISK_FULL, ClipTrouble.UNWRITABLE, ClipTrouble.DISK_SLOW})  # no clip will be kept


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits where."""

    position: str
    person: str

    @property
    def by(self) -> By:
        return By(person=self.person, position=self.position)


class Console:
    """The command room of one position, without windows."""

    def __init__(
        self,
        *,
        seat: Seat,
        site: Site,
        clock: Clock,
        announcer: Announcer,
        store: Store,
        stale_after_s: Callable[[Point], int],
        evidence: EvidenceConfig = EvidenceConfig(),  # noqa: B008  # frozen
        sound: Sound | None = None,
        silence_s: int = 120,
        dispatch: DispatchConfig = DispatchConfig(),  # noqa: B008  # frozen
        sources: Sequence[SourceConfig] = (),
        trends: HistoryConfig = HistoryConfig(),  # noqa: B008  # frozen
        history: History | None = None,
    ) -> None:
        self.seat = seat
        self.clock = clock
        self.announcer = announcer
        self._store = store
        self._feed: Feed | None = None
        self._log = Logbook(clock, store.writer, lambda entries: self._append(entries, ()))
        self.alarms = Alarms(clock, self._append)
        self.links = Links(seat.position)
        self.pictures = Pictures(clock, site.cameras, self._condition)
        self.points = Points(clock, site.points, stale_after_s, self._condition)
        desks = Desks(self.alarms, self.points, self.pictures)
        self.trends = Trends(
            clock, announcer.publish, points=site.points, sources=sources, config=trends, history=history
        )
        self.exporting = Exporting(self._log, seat.by, announcer.publish)
        self.painting = Painting()
        self.seeing = Seeing(site, clock, desks, self._log, seat.by, announcer.publish)
        self.steering = Steering(
            site, clock, self.seeing.wall, self._log, seat.by, announcer.publish, self.pictures.health_of
        )
        self.revising = Revising(
            site, clock, desks, (self.seeing, self.steering), self._log, seat.by, announcer.publish
        )
        self.sounding = Sounding(clock, sound, silence_s, self._log, seat.by, announcer.publish)
        self.mishaps = Mishaps(clock, self._log, seat.by, announcer.publish)
        self.screens = Screens(seat.position, seat.by, clock, self._log, announcer.publish, self.handle)
        self.evidence = Evidence(
            clock, seat.position, evidence, lambda entries: self._append(entries, ()), announcer.publish
        )
        self.reviewing = Reviewing(clock, self._log, seat.by, announcer.publish)
        self.incident_of: Callable[[AlarmId], IncidentId | None] = lambda _alarm: None
        self.talking = Talking(
            clock, seat.position, site.groups, self._log, seat.by, lambda entries: self._append(entries, ()),
            announcer.publish, self._matter,
        )  # fmt: skip
        eyes = Eyes(self.alarms, self.points, self.seeing.cameras_for)
        self.dispatching = Dispatching(site, clock, eyes, dispatch, self._append, seat.by, announcer.publish)
        self._delays = Delays(clock, self._decide)
        self.refused: Counter[tuple[str, str]] = Counter()
        self._handlers = self._takers()

    @property
    def site(self) -> Site:
        """The site in use; `revising` replaces it."""
        return self.revising.site

    @property
    def cameras(self) -> Mapping[CameraId, Camera]:
        """The cameras of the site in use."""
        return self.revising.cameras

    # ---- life ----

    def start(self, feed: Feed | None = None) -> None:
        """Rebuild the desks from the journal and write that we are here. The store is open but not yet started."""
        self._feed = feed
        recorded = tuple(self._store.open_streams(self.alarms.domain))
        episodes = self._store.episodes(self.alarms.domain)
        self.alarms.load(recorded, episodes)
        self.evidence.load(recorded)
        self.dispatching.load(recorded, episodes, self._store.since)
        self.talking.load(recorded)
        self._take_up_open_troubles()
        self._store.start()
        previous = self._store.previous_head()
        head: Json = dict(zip(("writer", "seq", "hash"), previous, strict=True)) if previous else None
        self._log.write("Started", MACHINE, {"site": self.site.name, "previous": head})
        self._announce(
            announce.Started(
                position=self.seat.position, writer=self._store.writer, site=self.site.name,
                open_alarms=len(self.alarms),
            )
        )  # fmt: skip
        self.handle(LinkUp("store", "journal", self.clock.now_ms()))
        for alarm in self.alarms.rows():
            self.seeing.see(alarm)
            self.sounding.see(alarm)
        self.evidence.settle(lambda alarm: self.alarms.get(alarm) is not None)
        self.dispatching.resume()
        self._watch_clock()

    def stop(self) -> None:
        """Write that we leave; the caller stops the ports."""
        self._log.write("Stopped", self.seat.by, {})

    # ---- what comes in ----

    def handle(self, item: object) -> None:
        """Take one item out of the inbox: the only way in."""
        self._handlers[type(item)](item)

    def _takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            Heard: self._heard,
            Sample: self.points.heard,
            Handover: self.trends.take,
            **dict.fromkeys(HISTORY_WORDS, self.trends.answered),
            **dict.fromkeys(EXCERPT_WORDS, self.exporting.heard),
            CameraChanged: self.seeing.camera_changed,
            ClipSaved: self.evidence.saved,
            ClipFailed: self._clip_failed,
            **dict.fromkeys(REPLAY_WORDS, self.reviewing.heard),
            **dict.fromkeys(TALK_WORDS, self.talking.heard),
            LinkDown: self._link_down,
            LinkUp: self._link_up,
            Refused: self._refused,
            SetAside: self._set_aside,
            FolderRead: self.revising.take,
            FolderRefused: self.revising.refuse,
            Reported: self._reported,
            SpeakersOpened: self.sounding.opened,
            ToneTried: self.sounding.answered,
            UnitSaid: self.dispatching.said,
            UnitMoved: self.dispatching.moved,
            Published: self.dispatching.published,
            Unpublished: self.dispatching.unpublished,
            Saved: self._saved,
            Conflict: self._conflict,
        }

    def failed(self, item: object, error: Exception) -> None:
        """Handling the item raised: a bug. Its receipt is set aside with the error and the operator is told."""
        if isinstance(item, Heard | UnitSaid) and item.receipt and self._feed is not None:
            self._feed.set_aside(item.receipt, repr(error))
            self._set_aside(SetAside(item.receipt, repr(error)))
        else:
            self._trouble_flash("program", repr(error))

    def _heard(self, heard: Heard) -> None:
        if not heard.changes:  # shown before it could be spooled: done with what was decided on it
            self._append((), (heard.receipt,))
        last = len(heard.changes) - 1
        for i, change in enumerate(heard.changes):
            self._condition(change, (heard.receipt,) if heard.receipt and i == last else ())

    def _condition(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> None:
        self._delays.take(change, receipts)

    def _decide(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        for step in self.alarms.condition(change, receipts):
            self._after(step)

    def _after(self, change: Change) -> None:
        """One fact about an alarm: the picture first, then the word."""
        alarm = change.alarm
        match change.fact:
            case Raised():
                self.seeing.raised(alarm)
            case Acknowledged():
                self.seeing.acknowledged(alarm)
        self._announce(told(change))
        if isinstance(change.fact, Raised):
            self._keep_evidence(alarm)
        self.sounding.see(alarm)
        if alarm.is_closed:
            self.seeing.closed(alarm)
            self.evidence.closed(alarm.id)

    def _matter(self) -> Matter:
        """What is spoken about now: the alarm whose pictures the desk shows, and its incident."""
        shown = self.seeing.wall.current
        return Matter(shown.alarm, self.incident_of(shown.alarm)) if shown is not None else Matter()

    def _keep_evidence(self, alarm: Alarm) -> None:
        """A fire alarm keeps what its cameras saw, the best first."""
        ranking = self.seeing.rankings.get(alarm.id)
        if alarm.alarm_class is AlarmClass.FIRE and ranking is not None:
            self.evidence.raised(alarm.id, [choice.camera for choice in ranking.chosen])

    # ---- links ----

    def _link_down(self, down: LinkDown) -> None:
        if down.kind == "video":
            self.pictures.source_lost()
        if (change := self.links.lost(down)) is not None:
            self._announce(announce.LinkLost(kind=down.kind, name=down.name, reason=down.reason))
            self._condition(change)

    def _link_up(self, up: LinkUp) -> None:
        if (change := self.links.back(up)) is not None:
            self._announce(announce.LinkBack(kind=up.kind, name=up.name))
            self._condition(change)

    # ---- what is refused, saved, overruled ----

    def _refused(self, refused: Refused) -> None:
        self.refused[refused.source, refused.reason] = refused.count
        self._announce(
            announce.MessageRejected(
                reason=refused.reason, topic=refused.last.topic, source=refused.source, count=refused.count
            )
        )

    def _set_aside(self, aside: SetAside) -> None:
        self._announce(announce.MessageSetAside(receipt=aside.receipt, error=aside.error))
        self._trouble_flash("message", aside.error)

    def _reported(self, reported: Reported) -> None:
        self.mishaps.reported(reported)
        self._trouble_flash("program", reported.error)

    def _clip_failed(self, failed: ClipFailed) -> None:
        if self.evidence.failed(failed) and failed.code in NO_DISK:
            self._trouble_flash("evidence", failed.code.value)

    def _saved(self, saved: Saved) -> None:
        for alarm in self.alarms.saved(saved.versions):
            self._announce(announce.AlarmChanged(alarm=alarm.id))
        self.dispatching.saved(saved.versions)

    def _conflict(self, conflict: Conflict) -> None:
        """Another console was first: its word stands. A person is told who won, a machine's loss is silent."""
        if self.dispatching.overruled(conflict):
            return
        alarm = self.alarms.overruled(conflict.stream)
        if alarm is not None:
            self._announce(announce.AlarmChanged(alarm=alarm.id))
            self.sounding.see(alarm)
        else:
            self.sounding.forget(alarm_of(conflict.entry))
        if conflict.entry.by.is_person and conflict.stream:
            same = (r.entry for r in conflict.stream if r.entry.version == conflict.entry.version)
            first = next(same, conflict.stream[-1].entry)
            self._announce(
                announce.ActOverruled(alarm=alarm_of(conflict.entry), by=first.by.person, position=first.by.position)
            )

    # ---- what a person does ----

    def acknowledge(self, alarm: AlarmId) -> None:
        """The person at this position has seen the alarm. Raises CommandRefused."""
        self._do(self.alarms.acknowledge(alarm, self.seat.by))

    def reset(self, alarm: AlarmId, outcome: Outcome, cause_code: str = "", note: str = "") -> None:
        """The person at this position verified and releases the latch. Raises CommandRefused."""
        self._do(self.alarms.reset(alarm, self.seat.by, outcome, cause_code, note))

    def reload_site(self) -> None:
        """The person at this position reads the site folder again or, what would change seen, applies it.

        Raises CommandRefused.
        """
        self.revising.press()

    def _do(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._after(change)

    # ---- inside ----

    def _append(self, entries: Sequence[Entry], receipts: Sequence[int]) -> None:
        self._store.append(entries, receipts)
        self.dispatching.recorded(entries)

    def _announce(self, announcement: announce.Announcement) -> None:
        self.announcer.publish(announcement)

    def _trouble_flash(self, kind: str, detail: str) -> None:
        """A trouble that is over as soon as it happened: it stays on the list until somebody has seen it."""
        now = self.clock.now_ms()
        for condition in (Condition.ACTIVE, Condition.NORMAL):
            self._condition(
                ConditionChanged(
                    point=self.links.point(kind, ""), alarm_class=AlarmClass.TROUBLE, kind=kind, condition=condition,
                    cause=kind, source_ms=now, received_ms=now, value=detail[:200],
                )
            )  # fmt: skip

    def _watch_clock(self) -> None:
        if step := self.clock.stepped_ms():
            self._announce(announce.ClockStepped(step_ms=step))
            self._trouble_flash("clock", f"{step} ms")
        self.clock.after(CLOCK_LOOK_MS, self._watch_clock)

    def _take_up_open_troubles(self) -> None:
        """Troubles of an earlier run that only this desk can end."""
        points = [alarm.point for alarm in self.alarms.rows() if alarm.is_active]
        self.points.known_silent(PointId(p.removesuffix(".silent")) for p in points if p.endswith(".silent"))
        cameras = (p.removeprefix("camera/").removesuffix("#picture") for p in points if p.startswith("camera/"))
        self.pictures.known_dark(CameraId(c) for c in cameras)
        screens = (p.partition("#")[0].rpartition("/")[2] for p in points if p.endswith("#screen"))
        self.screens.known_lost(Role(role) for role in screens)
