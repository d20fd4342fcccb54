"""From a fact about an alarm to everything the room does about it: picture, word, evidence, sound. Desk thread.

Belongs to the console like a hand to an arm: it joins the alarms with the other desks and decides nothing they decide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from console import announce
from console.alarms import (
    Acknowledged,
    Alarm,
    Change,
    DutyChange,
    Escalated,
    Outcome,
    Promoted,
    Raised,
    Room,
    Shelved,
    Suppressed,
    Unacknowledged,
    Verified,
    VerifyExpired,
    rules,
    told,
    told_of_point,
)
from console.announce import Announcement
from console.clock import Clock
from console.config.schema import AlarmsConfig
from console.evidence import Evidence
from console.logbook import Logbook
from console.model import LIVE, AlarmClass, AlarmId, By, Domain, Point, PointId
from console.model.ids import domain_of
from console.seeing import Seeing
from console.sounding import Sounding

SUPERVISED = 3  # the step of the escalation that calls the supervisor
MACHINE = By(machine="alarms")
REPAINTED = (announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
             announce.AlarmUnknown, announce.AlarmChanged)  # fmt: skip  # every window listens to these by themselves


@dataclass(frozen=True, slots=True)
class Hands:
    """The desks that do something about an alarm."""

    seeing: Seeing
    sounding: Sounding
    evidence: Evidence


class AlarmPath:
    """`find`: a point of the site. `met`: a live alarm came, before anything else is said about it.

    `shows`: whether the room sees this alarm now; those of a drill that is paused it does not, though their clocks run.
    """

    def __init__(
        self, clock: Clock, config: AlarmsConfig, hands: Hands, logbook: Logbook,
        announce_it: Callable[[Announcement], None], find: Callable[[PointId], Point | None],
        met: Callable[[Alarm], None], shows: Callable[[AlarmId], bool],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._config = config
        self._rules = rules(config)
        self._hands = hands
        self._log = logbook
        self._announce = announce_it
        self._find = find
        self._met, self._shows = met, shows
        self.followed: Callable[[Change], None] = lambda _change: None  # whoever follows them for a purpose of his own

    def room(self, domain: Domain, is_minded: Callable[[AlarmId], bool]) -> Room:
        """What the desk of the alarms of one domain has to know, and whom it tells."""
        return Room(
            changed=self.follow, stirred=self.stirred, duty_changed=self._duty_changed,
            flood_changed=partial(self._flood_changed, domain), ends_soon=self._ends_soon, find=self._find,
            is_minded=is_minded, rules=self._rules, consequences=self._config.consequences,
            counts=self._config.counts, joins=self._config.joins, raises=self._config.raises,
        )  # fmt: skip

    # ---- one fact about an alarm ----

    def follow(self, change: Change) -> None:
        """The picture first, then the word. A live alarm ends the view of a drill before."""
        alarm, is_live = change.alarm, domain_of(change.alarm.id) == LIVE
        is_new = isinstance(change.fact, Raised | Promoted) and alarm.aside is None
        if is_live and alarm.aside is None and isinstance(change.fact, Raised | Promoted | Unacknowledged):
            self._met(alarm)
        shows = self._shows(alarm.id)
        try:
            if shows:
                self._show(change)
        finally:  # whatever goes wrong with its picture: it is told, and heard
            self._tell(change)
            if shows:
                self._hands.sounding.see(alarm)
        if is_live and is_new:
            self.keep_evidence(alarm)
        if alarm.is_closed:
            self._hands.seeing.closed(alarm)
            if is_live:
                self._hands.evidence.closed(alarm.id)
        self.followed(change)

    def _show(self, change: Change) -> None:
        alarm, seeing = change.alarm, self._hands.seeing
        match change.fact:
            case Raised() | Promoted() if alarm.aside is None:
                seeing.raised(alarm)
            case Unacknowledged() if alarm.aside is None:
                seeing.see(alarm)
            case Acknowledged():
                seeing.acknowledged(alarm)
            case Shelved() | Suppressed():
                seeing.closed(alarm)

    def _tell(self, change: Change) -> None:
        alarm, domain = change.alarm.id, domain_of(change.alarm.id)
        announcement = told(change)
        self._announce(announcement)
        if not isinstance(announcement, REPAINTED):
            self._announce(announce.AlarmChanged(domain=domain, alarm=alarm))
        match change.fact:
            case Verified(Outcome.REAL):
                self._announce(announce.IncidentProposed(domain=domain, alarm=alarm, reason="real"))
            case VerifyExpired():
                self._announce(announce.IncidentProposed(domain=domain, alarm=alarm, reason="verify_expired"))
                self._announce(announce.SupervisorCalled(domain=domain, alarm=alarm, reason="verify_expired"))
            case Escalated(level) if level == SUPERVISED:
                self._announce(announce.SupervisorCalled(domain=domain, alarm=alarm, reason="unacknowledged"))

    def keep_evidence(self, alarm: Alarm) -> None:
        """A fire alarm keeps what its cameras saw, the best first."""
        ranking = self._hands.seeing.rankings.get(alarm.id)
        if alarm.alarm_class is AlarmClass.FIRE and ranking is not None:
            self._hands.evidence.raised(alarm.id, [choice.camera for choice in ranking.chosen])

    # ---- what changes without a fact of its own ----

    def stands(self, alarm: Alarm) -> None:
        """The journal tells of it as a whole: what the room could not see before it sees now."""
        if alarm.is_owed and domain_of(alarm.id) == LIVE:
            self._met(alarm)
        is_unknown = alarm.aside is None and alarm.id not in self._hands.seeing.rankings
        if is_unknown and self._shows(alarm.id):
            self._hands.seeing.see(alarm)
        self.stirred(alarm)

    def gone(self, alarm: AlarmId) -> None:
        """The journal tells that it is not open any more: no row, no picture and no sound of it is left."""
        self._hands.seeing.forget(alarm)
        self.forget(alarm)
        self._announce(announce.AlarmChanged(domain=domain_of(alarm), alarm=alarm))

    def stirred(self, alarm: Alarm) -> None:
        """It looks different: its point is on test, it has stood for a day, another console was first."""
        if alarm.aside is not None:
            self._hands.seeing.closed(alarm)
        if self._shows(alarm.id):
            self._hands.sounding.see(alarm)
        self._announce(announce.AlarmChanged(domain=domain_of(alarm.id), alarm=alarm.id))

    def show_again(self, alarm: Alarm) -> None:
        """The room sees it again."""
        self._hands.seeing.see(alarm)
        self._hands.sounding.see(alarm)

    def hide(self, alarm: Alarm) -> None:
        """The room does not see it for now."""
        self._hands.seeing.closed(alarm)
        self.forget(alarm.id)

    def forget(self, alarm: AlarmId) -> None:
        """There is no such open alarm any more."""
        self._hands.sounding.forget(alarm)

    def _duty_changed(self, change: DutyChange) -> None:
        self._announce(told_of_point(change))

    def _ends_soon(self, domain: Domain, aside: str, about: str, until_ms: int) -> None:
        self._hands.sounding.warn(about)
        self._announce(announce.AsideEndsSoon(domain=domain, aside=aside, about=about, until_ms=until_ms))

    def _flood_changed(self, domain: Domain, on: bool, since_ms: int) -> None:
        """This position sees a flood begin or end; every position writes that down for itself."""
        log = self._log.of(domain)
        if on:
            log.write("FloodBegan", MACHINE, {})
            self._announce(announce.FloodBegan(domain=domain))
            return
        lasted_ms = self._clock.now_ms() - since_ms
        log.write("FloodEnded", MACHINE, {"lasted_ms": lasted_ms})
        self._announce(announce.FloodEnded(domain=domain, lasted_ms=lasted_ms))
