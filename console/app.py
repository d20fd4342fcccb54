"""The console: owns the desks and joins them. `handle` is the main path, top to bottom; all on the desk thread.

    receipt → Heard → alarm step → entries → cameras ranked → wall → announcements → widgets

Desks do not know each other: whatever one of them means for another is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from console import announce
from console.alarm_path import AlarmPath, Hands
from console.alarming import Alarming
from console.alarms import Alarm, Alarms, Outcome
from console.announce import Announcer
from console.audible import Sound
from console.casebook import Casebook
from console.clock import Clock
from console.config.schema import AlarmsConfig, DispatchConfig, EvidenceConfig, HistoryConfig, SourceConfig
from console.custody import Custody
from console.delays import Delays
from console.dispatching import Dispatching, Eyes
from console.drilling import Drilling
from console.evidence import Evidence
from console.exercise import Surroundings
from console.exporting import Exporting
from console.incidents import Incident
from console.intake import Refused
from console.journal import Conflict, Entry, Json, Saved
from console.logbook import Logbook
from console.mishaps import Mishaps, Reported
from console.model import (
    LIVE,
    AlarmId,
    By,
    Camera,
    CameraId,
    ConditionChanged,
    Heard,
    LinkDown,
    LinkUp,
    Point,
    PointId,
    Sample,
    Seat,
    Site,
    UnitSaid,
)
from console.model.ids import domain_of, said_of
from console.painting import Painting
from console.people import People
from console.performance import Performance
from console.pictures import Pictures
from console.points import Points
from console.ports import ClipFailed, ClipSaved, ClipTrouble, Feed, History, SetAside, Store
from console.revising import Revising
from console.screens import Powered, Screens
from console.seeing import Desks, Seeing
from console.sharing import Room as SharedRoom
from console.sharing import Sharing
from console.shifts import ShiftConfig, ShiftDesks, Shifts
from console.sight import Sight, SightConfig, SightDesks, SightHands
from console.siting import Siting
from console.sounding import Sounding
from console.steering import Steering
from console.talking import Matter, Talking
from console.trends import Trends
from console.troubles import Troubles

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
        speak: Sequence[str] = (),
        dispatch: DispatchConfig = DispatchConfig(),  # noqa: B008  # frozen
        sources: Sequence[SourceConfig] = (),
        trends: HistoryConfig = HistoryConfig(),  # noqa: B008  # frozen
        history: History | None = None,
        alarms: AlarmsConfig = AlarmsConfig(),  # noqa: B008  # frozen
        shifts: ShiftConfig = ShiftConfig(),  # noqa: B008  # frozen
        sight: SightConfig = SightConfig(),  # noqa: B008  # frozen
    ) -> None:
        self.seat = seat
        self.clock = clock
        self.announcer = announcer
        self._store = store
        self._feed: Feed | None = None
        self._log = Logbook(clock, store.writer, self._append)
        self.troubles = Troubles(clock, seat.position, announcer.publish, self._condition, sources)
        self.troubles.arrivals.ledger.take_site(site)
        self.links = self.troubles.links
        self._open_desks(site, stale_after_s, alarms)
        self.trends = Trends(
            clock, announcer.publish, points=site.points, sources=sources, config=trends, history=history
        )
        self.sounding = Sounding(clock, sound, silence_s, self._log, seat, announcer.publish, speak, self.alarm)
        self.evidence = Evidence(clock, seat.position, evidence, self._append, announcer.publish)
        hands = Hands(self.seeing, self.sounding, self.evidence)
        path = AlarmPath(clock, alarms, hands, self._log, announcer.publish, self.points.get, self._met, self._shows)
        self.live = Alarms(clock, self._append, LIVE, path.room(LIVE, self._is_minded))  # whatever the room sees
        eyes = Eyes(self.live, self.points, self.seeing.cameras_for)
        self._dispatching = Dispatching(site, clock, eyes, dispatch, self._append, seat, announcer.publish)
        self._dispatching.when_closed = self._talking.closed
        self.people.when_left = lambda: self.talking.lose_hand()  # noqa: PLW0108  # a latched key, too
        self._dispatching.when_changed = self._incident_changed
        self.drilling = Drilling(
            site, self._surroundings(path, dispatch, sources), self.live, path.show_again, path.hide
        )
        self.alarming = Alarming(seat, alarms, self.live, self.drilling, self.points, path, announcer.publish)
        on_duty = ShiftDesks(self.live, path, self.alarming, self._dispatching, self.drilling, self.people)
        self.shifts = Shifts(seat, clock, site.points, on_duty, shifts, self._append, self._condition, self._announce)
        self.sight = Sight(clock, seat, *self._sight(), sight)
        self.sharing = Sharing(clock, seat, store, self._shared(path), announcer.publish)
        self.sight.remote.is_away = self.sharing.presence.is_away
        self.sight.remote.incident = lambda: self._matter().incident or ""
        self.points.strangers.is_wanted = self._is_wanted
        self._delays = Delays(clock, self.sharing.echoes.take)
        self._handlers = self._takers()

    def _open_desks(self, site: Site, stale_after_s: Callable[[Point], int], alarms: AlarmsConfig) -> None:
        """Those that need nobody else's word."""
        seat, clock, announcer = self.seat, self.clock, self.announcer
        self.pictures = Pictures(clock, site.cameras, self._condition)
        self.points = Points(clock, site.points, stale_after_s, self._condition, alarms)
        self.people = People(
            seat, clock, self._store.writer, self._log, self._append, announcer.publish, self.points.get
        )
        desks = Desks(self.alarm, self.points, self.pictures)
        self.exporting = Exporting(self._log, seat, announcer.publish)
        self.painting = Painting()
        self.performance = Performance(clock, self._log, seat, announcer.publish)
        self.casebook = Casebook(self._log, seat, announcer.publish)
        self.seeing = Seeing(site, clock, desks, self._log, seat, announcer.publish)
        self.steering = Steering(
            site, clock, self.seeing.wall, self._log, seat, announcer.publish, self.pictures.health_of
        )
        self.revising = Revising(site, clock, desks, (self.seeing, self.steering), self._log, seat, announcer.publish)
        self.siting = Siting(clock, seat, self.revising, self._append, self._condition, announcer.publish)
        self.mishaps = Mishaps(clock, self._log, seat, announcer.publish)
        self.custody = Custody(clock, seat.position, site, self._append, self.handle, announcer.publish)
        self.screens = Screens(seat, clock, self._log, announcer.publish, self.handle)
        self._talking = Talking(clock, seat, site.groups, self._log, self._append, announcer.publish, self._matter)

    def _surroundings(self, path: AlarmPath, dispatch: DispatchConfig, sources: Sequence[SourceConfig]) -> Surroundings:
        """What a drill borrows."""
        return Surroundings(
            clock=self.clock, store=self._store, logbook=self._log, seat=self.seat,
            append=self._append, announce_it=self._announce, points=self.points, cameras=self.seeing.cameras_for,
            alarm_room=path.room, matter=self._matter, talking=self._talking, dispatch=dispatch, sources=sources,
        )  # fmt: skip

    def _sight(self) -> tuple[SightDesks, SightHands]:
        """What the desks about pictures read and do."""
        desks = SightDesks(
            self.pictures, self.seeing, self.steering, self.people, lambda: self.alarms, lambda: self.cameras,
            lambda alarm: self._dispatching.incident_of(alarm) is not None,
        )  # fmt: skip
        return desks, SightHands(self._log, self._append, self._condition, self._announce)

    def _shared(self, path: AlarmPath) -> SharedRoom:
        """What takes part in what other consoles write."""
        return SharedRoom(
            live=self.live, dispatching=self._dispatching, evidence=self.evidence, points=self.points,
            links=self.links, learners=(self.drilling.learn, self._talking.learn, self.people.learn, self.shifts.learn,
                      self.sight.learn, self.siting.learn),
            report=self._condition, decide=self._decide, handled=lambda receipts: self._append((), receipts),
            overruled=self._conflict, keep_evidence=path.keep_evidence, told=path.follow,
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
        return self.alarming.alarm(alarm)

    # ---- life ----

    def start(self, feed: Feed | None = None) -> None:
        """Rebuild the desks from the journal and write that we are here. The store is open but not yet started."""
        self._feed = feed
        recorded = tuple(self._store.open_streams(self.live.domain))
        episodes = self._store.episodes(self.live.domain)
        self.live.load(recorded, episodes, self._store.since)
        self._dispatching.load(recorded, episodes, self._store.since)
        self.trends.load(self._store.since)
        for desk in (self.evidence, self._talking, self.drilling, self.people, self.shifts, self.sight, self.siting):
            desk.load(recorded)
        self.troubles.take_up(self.live, self.points, self.pictures, self.sight.truth, self.screens, recorded)
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
        self.people.start()
        self.handle(LinkUp("store", "journal", self.clock.now_ms()))
        for alarm in self.live.rows():
            self.seeing.see(alarm)
            self.sounding.see(alarm)
        self.evidence.settle(lambda alarm: self.live.get(alarm) is not None)
        self._dispatching.resume()
        self._talking.settle(self._dispatching.is_open)
        self.drilling.resume_after_restart()
        self.shifts.resume()
        self.sight.start()
        self.siting.start()
        self.troubles.watch_clock()
        self.sharing.start(self._store.overtaken())

    def stop(self) -> None:
        """Write that we leave; the caller stops the ports."""
        by = self.seat.by
        self.sight.stop()
        self.people.stop()
        self._log.write("Stopped", by, {})

    # ---- what comes in ----

    def handle(self, item: object) -> None:
        """Take one item out of the inbox: the only way in."""
        self._handlers[type(item)](item)

    def _takers(self) -> dict[type, Callable[[Any], None]]:
        """Who takes what comes in."""
        return {
            Heard: self._heard,
            Sample: self.points.heard,
            **self.trends.takers(),
            **self.exporting.takers(),
            **self.performance.takers(),
            **self.casebook.takers(),
            **self.sight.takers(),
            ClipSaved: self.evidence.saved,
            ClipFailed: self._clip_failed,
            **self._talking.takers(),
            **self.people.takers(),
            **self.sounding.takers(),
            **self._dispatching.takers(),
            LinkDown: self._link_down,
            LinkUp: self.troubles.up,
            Refused: self.troubles.refuse,
            SetAside: self.troubles.set_aside,
            **self.siting.takers(),
            Reported: self._reported,
            Powered: self.screens.powered,
            Saved: self._saved,
            Conflict: self._conflict,
            **self.sharing.takers(),
            **self.custody.takers(),
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
        self.live.condition(change, receipts)

    def _met(self, alarm: Alarm) -> None:
        """A live alarm ends the view of a drill."""
        self.drilling.met(alarm)

    def _shows(self, alarm: AlarmId) -> bool:
        """Whether the room sees it now: of a drill that is paused nothing."""
        return domain_of(alarm) == LIVE or self.drilling.is_shown

    def _incident_changed(self, incident: Incident) -> None:
        self.live.minded_again(incident.alarms)

    def _is_minded(self, alarm: AlarmId) -> bool:
        return self._dispatching.is_minded(alarm)

    def _is_wanted(self, stranger: PointId) -> bool:
        """A point that is none of the site's: an alarm is about it, or it waits for its place."""
        return any(map(self.live.of, said_of(stranger))) or self.siting.newcomers.lists(stranger)

    def _matter(self) -> Matter:
        """What is spoken about now: the alarm whose pictures the desk shows, and its incident."""
        shown = self.seeing.wall.current
        if shown is None:
            return Matter()
        incident = self.dispatching.incident_of(shown.alarm)
        return Matter(shown.alarm, incident.id if incident else None)

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
        self.alarming.saved(saved)
        self._dispatching.saved(saved.versions)
        self.drilling.saved(saved)
        self.custody.saved(saved)
        self.sharing.following.retry()

    def _conflict(self, conflict: Conflict) -> None:
        """Another console was first: its word stands. A person is told who won, a machine's loss is silent."""
        desks = (self._dispatching, self.drilling, self.people, self.shifts, self.sight, self.custody, self.siting)
        if not any(desk.overruled(conflict) for desk in desks):
            self.alarming.overruled(conflict)
        self.sharing.settled(conflict)

    # ---- what a person does ----

    def acknowledge(self, alarm: AlarmId) -> None:
        """The person at this position has seen the alarm. Raises CommandRefused."""
        self.alarming.acknowledge(alarm)

    def reset(self, alarm: AlarmId, outcome: Outcome, cause_code: str = "", note: str = "") -> None:
        """The person at this position verified and releases the latch. Raises CommandRefused."""
        self.alarming.reset(alarm, outcome, cause_code, note)

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
