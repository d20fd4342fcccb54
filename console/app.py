"""The console: owns the desks and joins them. `handle` is the main path, top to bottom; all on the desk thread.

    receipt → Heard → alarm step → entries → cameras ranked → wall → announcements → widgets

Desks do not know each other: whatever one of them means for another is said here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from console import announce
from console.alarms import Acknowledged, Alarm, Alarms, Change, Outcome, Raised, alarm_of, told
from console.announce import Announcer
from console.clock import Clock
from console.config.schema import DispatchConfig, EvidenceConfig, HistoryConfig, SourceConfig
from console.delays import Delays
from console.dispatching import Dispatching, Eyes
from console.drilling import Drilling
from console.evidence import Evidence
from console.excerpts import EXCERPT_WORDS
from console.exercise import Surroundings
from console.exporting import Exporting
from console.histories import HISTORY_WORDS
from console.intake import Refused
from console.journal import Conflict, Entry, Json, Saved
from console.logbook import Logbook
from console.mishaps import Mishaps, Reported
from console.model import (
    LIVE,
    AlarmClass,
    AlarmId,
    By,
    Camera,
    CameraId,
    ConditionChanged,
    Heard,
    IncidentId,
    LinkDown,
    LinkUp,
    Point,
    Sample,
    Seat,
    Site,
    UnitMoved,
    UnitSaid,
)
from console.model.ids import domain_of
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
from console.screens import Screens
from console.seeing import Desks, Seeing
from console.sounding import Sounding
from console.steering import Steering
from console.talk_words import TALK_WORDS
from console.talking import Matter, Talking
from console.trends import Handover, Trends
from console.troubles import Troubles, take_up

log = logging.getLogger(__name__)

MACHINE = By(machine="console")
NO_DISK = frozenset({ClipTrouble.DISK_FULL, ClipTrouble.UNWRITABLE, ClipTrouble.DISK_SLOW})  # no clip will be kept


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
        self._log = Logbook(clock, store.writer, self._append)
        self.live = Alarms(clock, self._append)  # of the live domain, whatever the room sees
        self.troubles = Troubles(clock, seat.position, announcer.publish, self._condition)
        self.links = self.troubles.links
        self.pictures = Pictures(clock, site.cameras, self._condition)
        self.points = Points(clock, site.points, stale_after_s, self._condition)
        desks = Desks(self.alarm, self.points, self.pictures)
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
        self.evidence = Evidence(clock, seat.position, evidence, self._append, announcer.publish)
        self.reviewing = Reviewing(clock, self._log, seat.by, announcer.publish)
        self._talking = Talking(
            clock, seat.position, site.groups, self._log, seat.by, self._append,
            announcer.publish, self._matter,
        )  # fmt: skip
        eyes = Eyes(self.live, self.points, self.seeing.cameras_for)
        self._dispatching = Dispatching(site, clock, eyes, dispatch, self._append, seat.by, announcer.publish)
        self._dispatching.when_closed = self._talking.closed
        self.drilling = Drilling(site, self._surroundings(dispatch, sources), self.live, self._show_again, self._hide)
        self._delays = Delays(clock, self._decide)
        self._handlers = self._takers()

    def _surroundings(self, dispatch: DispatchConfig, sources: Sequence[SourceConfig]) -> Surroundings:
        """What a drill borrows."""
        return Surroundings(
            clock=self.clock, store=self._store, logbook=self._log, position=self.seat.position, person=self.seat.by,
            append=self._append, announce_it=self._announce, points=self.points, cameras=self.seeing.cameras_for,
            followed=self._after, matter=self._matter, tone=self._talking.sound, dispatch=dispatch, sources=sources,
        )  # fmt: skip

    @property
    def site(self) -> Site:
        """The site in use; `revising` replaces it."""
        return self.revising.site

    @property
    def cameras(self) -> Mapping[CameraId, Camera]:
        """The cameras of the site in use."""
        return self.revising.cameras

    # ---- what the room sees: a drill while it runs, else the live state ----

    @property
    def alarms(self) -> Alarms:
        """The alarms the room sees."""
        shown = self.drilling.shown
        return shown.alarms if shown is not None else self.live

    @property
    def dispatching(self) -> Dispatching:
        """Incidents, units and orders of what the room sees."""
        shown = self.drilling.shown
        return shown.dispatching if shown is not None else self._dispatching

    @property
    def talking(self) -> Talking:
        """The talk key: in a drill nothing it says leaves the room."""
        shown = self.drilling.shown
        return shown.talking if shown is not None else self._talking

    def alarm(self, alarm: AlarmId) -> Alarm | None:
        """An open alarm of whatever domain."""
        exercise = self.drilling.exercise
        if domain_of(alarm) == LIVE:
            return self.live.get(alarm)
        return exercise.alarms.get(alarm) if exercise is not None else None

    # ---- life ----

    def start(self, feed: Feed | None = None) -> None:
        """Rebuild the desks from the journal and write that we are here. The store is open but not yet started."""
        self._feed = feed
        recorded = tuple(self._store.open_streams(self.live.domain))
        episodes = self._store.episodes(self.live.domain)
        self.live.load(recorded, episodes)
        self.evidence.load(recorded)
        self._dispatching.load(recorded, episodes, self._store.since)
        self._talking.load(recorded)
        self.drilling.load(recorded)
        take_up(self.live, self.points, self.pictures, self.screens)
        self._store.start()
        previous = self._store.previous_head()
        head: Json = dict(zip(("writer", "seq", "hash"), previous, strict=True)) if previous else None
        self._log.write("Started", MACHINE, {"site": self.site.name, "previous": head})
        self._announce(
            announce.Started(
                position=self.seat.position, writer=self._store.writer, site=self.site.name,
                open_alarms=len(self.live),
            )
        )  # fmt: skip
        self.handle(LinkUp("store", "journal", self.clock.now_ms()))
        for alarm in self.live.rows():
            self.seeing.see(alarm)
            self.sounding.see(alarm)
        self.evidence.settle(lambda alarm: self.live.get(alarm) is not None)
        self._dispatching.resume()
        self._talking.settle(self._is_open)
        self.drilling.resume_after_restart()
        self.troubles.watch_clock()

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
            **dict.fromkeys(TALK_WORDS, self._talking.heard),
            LinkDown: self._link_down,
            LinkUp: self.troubles.up,
            Refused: self.troubles.refuse,
            SetAside: self.troubles.set_aside,
            FolderRead: self.revising.take,
            FolderRefused: self.revising.refuse,
            Reported: self._reported,
            SpeakersOpened: self.sounding.opened,
            ToneTried: self.sounding.answered,
            UnitSaid: self._dispatching.said,
            UnitMoved: self._dispatching.moved,
            Published: self._dispatching.published,
            Unpublished: self._dispatching.unpublished,
            Saved: self._saved,
            Conflict: self._conflict,
        }

    def failed(self, item: object, error: Exception) -> None:
        """Handling the item raised: a bug. Its receipt is set aside with the error and the operator is told."""
        if isinstance(item, Heard | UnitSaid) and item.receipt and self._feed is not None:
            self._feed.set_aside(item.receipt, repr(error))
            self.troubles.set_aside(SetAside(item.receipt, repr(error)))
        else:
            self.troubles.flash("program", repr(error))

    def _heard(self, heard: Heard) -> None:
        if not heard.changes:  # shown before it could be spooled: done with what was decided on it
            self._append((), (heard.receipt,))
        last = len(heard.changes) - 1
        for i, change in enumerate(heard.changes):
            self._condition(change, (heard.receipt,) if heard.receipt and i == last else ())

    def _condition(self, change: ConditionChanged, receipts: Sequence[int] = ()) -> None:
        self._delays.take(change, receipts)

    def _decide(self, change: ConditionChanged, receipts: Sequence[int]) -> None:
        for step in self.live.condition(change, receipts):
            self._after(step)

    def _after(self, change: Change) -> None:
        """One fact about an alarm: the picture first, then the word. A live alarm ends the view of a drill before."""
        alarm, is_live = change.alarm, domain_of(change.alarm.id) == LIVE
        if is_live and isinstance(change.fact, Raised):
            self.drilling.met(alarm)
        match change.fact:
            case Raised():
                self.seeing.raised(alarm)
            case Acknowledged():
                self.seeing.acknowledged(alarm)
        self._announce(told(change))
        if is_live and isinstance(change.fact, Raised):
            self._keep_evidence(alarm)
        self.sounding.see(alarm)
        if alarm.is_closed:
            self.seeing.closed(alarm)
        if is_live and alarm.is_closed:
            self.evidence.closed(alarm.id)

    def _show_again(self, alarm: Alarm) -> None:
        """The room sees its drill again."""
        self.seeing.see(alarm)
        self.sounding.see(alarm)

    def _hide(self, alarm: Alarm) -> None:
        """The room does not see its drill for now."""
        self.seeing.closed(alarm)
        self.sounding.forget(alarm.id)

    def _matter(self) -> Matter:
        """What is spoken about now: the alarm whose pictures the desk shows, and its incident."""
        shown = self.seeing.wall.current
        if shown is None:
            return Matter()
        incident = self.dispatching.incident_of(shown.alarm)
        return Matter(shown.alarm, incident.id if incident else None)

    def _is_open(self, incident: IncidentId) -> bool:
        found = self._dispatching.incident(incident)
        return found is not None and not found.is_closed

    def _keep_evidence(self, alarm: Alarm) -> None:
        """A fire alarm keeps what its cameras saw, the best first."""
        ranking = self.seeing.rankings.get(alarm.id)
        if alarm.alarm_class is AlarmClass.FIRE and ranking is not None:
            self.evidence.raised(alarm.id, [choice.camera for choice in ranking.chosen])

    def _link_down(self, down: LinkDown) -> None:
        if down.kind == "video":
            self.pictures.source_lost()
        self.troubles.down(down)

    # ---- what is saved, overruled ----

    def _reported(self, reported: Reported) -> None:
        self.mishaps.reported(reported)
        self.troubles.flash("program", reported.error)

    def _clip_failed(self, failed: ClipFailed) -> None:
        if self.evidence.failed(failed) and failed.code in NO_DISK:
            self.troubles.flash("evidence", failed.code.value)

    def _saved(self, saved: Saved) -> None:
        for alarm in self.live.saved(saved.versions):
            self._announce(announce.AlarmChanged(alarm=alarm.id))
        self._dispatching.saved(saved.versions)
        self.drilling.saved(saved)

    def _conflict(self, conflict: Conflict) -> None:
        """Another console was first: its word stands. A person is told who won, a machine's loss is silent."""
        if self._dispatching.overruled(conflict) or self.drilling.overruled(conflict):
            return
        alarm = self._desk_of(alarm_of(conflict.entry)).overruled(conflict.stream)
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
        for change in self._desk_of(alarm).acknowledge(alarm, self.seat.by):
            self._after(change)

    def reset(self, alarm: AlarmId, outcome: Outcome, cause_code: str = "", note: str = "") -> None:
        """The person at this position verified and releases the latch. Raises CommandRefused."""
        for change in self._desk_of(alarm).reset(alarm, self.seat.by, outcome, cause_code, note):
            self._after(change)

    def _desk_of(self, alarm: AlarmId) -> Alarms:
        exercise = self.drilling.exercise
        return self.live if domain_of(alarm) == LIVE or exercise is None else exercise.alarms

    def reload_site(self) -> None:
        """The person at this position reads the site folder again or, what would change seen, applies it.

        Raises CommandRefused.
        """
        self.revising.press()

    def _append(self, entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
        self._store.append(entries, receipts)
        self._dispatching.recorded(entries)
        self.drilling.recorded(entries)

    def _announce(self, announcement: announce.Announcement) -> None:
        self.announcer.publish(announcement)
