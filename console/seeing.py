"""From alarm to picture: ranks the cameras, hands the choice to the wall, keeps what was painted when. Desk thread.

Belongs to the console like a hand to an arm: it joins the desks of cameras, wall and pictures, and decides nothing
they decide.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from console import announce
from console.alarms import Alarm
from console.announce import Announcement
from console.cameras import Choice, Index, Ranking
from console.cameras.reasons import short
from console.clock import Clock, Deadline
from console.logbook import Logbook
from console.model import AlarmClass, AlarmId, By, CameraId, Point, PointId, Seat, Site
from console.model.ids import domain_of
from console.pictures import Pictures
from console.points import Points
from console.ports import CameraChanged, CameraState, Painted
from console.wall import DESK, Wall

SEE = frozenset({AlarmClass.FIRE, AlarmClass.PRE})  # classes that put a picture on the screen by themselves
RANK_AGAIN_MS = 250  # cameras come and go in groups: one new ranking for all of them
MACHINE = By(machine="console")


@dataclass(frozen=True, slots=True)
class LedgerTimes:
    """When things happened to an alarm's newest occurrence, epoch ms; 0 = not yet."""

    source_ms: int
    received_ms: int
    decided_ms: int
    painted_ms: int
    acknowledged_ms: int


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks it joins. `alarm` finds an open alarm of whatever domain."""

    alarm: Callable[[AlarmId], Alarm | None]
    points: Points
    pictures: Pictures


class Seeing:
    """Which camera for which alarm."""

    def __init__(
        self, site: Site, clock: Clock, desks: Desks, logbook: Logbook, seat: Seat,
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._alarm, self._points, self._pictures = desks.alarm, desks.points, desks.pictures
        self._log = logbook
        self._seat = seat
        self._announce = announce_it
        self._index = Index(site)
        self._cameras = frozenset(camera.id for camera in site.cameras)
        self.wall: Wall[Choice] = Wall(clock, self._wall_changed)
        self.rankings: dict[AlarmId, Ranking] = {}
        self._painted_ms: dict[AlarmId, int] = {}
        self._stale: set[CameraId] = set()
        self._ranking_due: Deadline | None = None

    # ---- from the alarms ----

    def raised(self, alarm: Alarm) -> None:
        """A new occurrence: its picture, before anything else is said about it."""
        self._painted_ms.pop(alarm.id, None)
        self.see(alarm)

    def acknowledged(self, alarm: Alarm) -> None:
        self.wall.alarm_acknowledged(alarm.id)
        self._log_of(alarm.id).write("LatencyLedger", MACHINE, {"alarm": alarm.id, **asdict(self.ledger(alarm))})

    def closed(self, alarm: Alarm) -> None:
        self.forget(alarm.id)

    def forget(self, alarm: AlarmId) -> None:
        """There is nothing to see of it any more."""
        self.wall.alarm_closed(alarm)
        self.rankings.pop(alarm, None)
        self._painted_ms.pop(alarm, None)

    def see(self, alarm: Alarm) -> None:
        """Rank the cameras of an alarm that wants a picture and hand the choice to the wall."""
        if alarm.alarm_class in SEE:
            self._show(alarm)

    def _show(self, alarm: Alarm) -> None:
        ranking = self.rank(alarm)
        self.rankings[alarm.id] = ranking
        self._record(alarm, ranking)
        self.wall.alarm_raised(alarm.id, self._zone_key(alarm.point), ranking.chosen, alarm.priority)
        if alarm.acknowledged is not None:
            self.wall.alarm_acknowledged(alarm.id)

    def _record(self, alarm: Alarm, ranking: Ranking) -> None:
        self._log_of(alarm.id).write(
            "CamerasRanked", MACHINE,
            {
                "alarm": alarm.id,
                "chosen": [[c.camera.id, c.tier, short(c)] for c in ranking.chosen],
                "skipped": [[c.camera.id, c.tier, short(c)] for c in ranking.skipped],
            },
        )  # fmt: skip
        self._announce(
            announce.CamerasRanked(
                domain=domain_of(alarm.id), alarm=alarm.id, cameras=tuple(c.camera.id for c in ranking.chosen),
                skipped=tuple(c.camera.id for c in ranking.skipped),
            )
        )  # fmt: skip

    def rank(self, alarm: Alarm) -> Ranking:
        """Which cameras see this alarm, best first. A point the site does not know has none."""
        point = self._points.get(alarm.point)
        return self.cameras_of(point) if point is not None else Ranking((), (), None)

    def cameras_of(self, point: Point) -> Ranking:
        """Which cameras see this point, best first, alarm or not."""
        return self._index.rank(point, self._pictures.health())

    def cameras_for(self, alarm: Alarm) -> tuple[CameraId, ...]:
        """The same, by their ids."""
        return tuple(choice.camera.id for choice in self.rank(alarm).chosen)

    def _zone_key(self, point: PointId) -> str:
        known = self._points.get(point)
        return str(known.zone) if known is not None and known.zone is not None else str(point)

    def _log_of(self, alarm: AlarmId) -> Logbook:
        """What is written about an alarm stands in its domain."""
        return self._log.of(domain_of(alarm))

    def _wall_changed(self) -> None:
        self._announce(announce.WallChanged())

    def ledger(self, alarm: Alarm) -> LedgerTimes:
        """The latency ledger of the newest occurrence: detector, received, decided, painted, acknowledged."""
        return LedgerTimes(
            alarm.last.source_ms, alarm.last.received_ms, alarm.last.raised_ms, self._painted_ms.get(alarm.id, 0),
            alarm.acknowledged.at_ms if alarm.acknowledged else 0,
        )  # fmt: skip

    # ---- from the cameras ----

    def camera_changed(self, change: CameraChanged) -> None:
        """A stream changed its state."""
        before = self._pictures.health_of(change.camera)
        if not self._pictures.changed(change):
            return
        self._announce(announce.PictureChanged(camera=change.camera, state=change.state.value))
        if change.state is CameraState.STALE:
            self.picture_stale(change.camera, 0)
        if before is not self._pictures.health_of(change.camera) and self._ranking_due is None:
            self._ranking_due = self._clock.after(RANK_AGAIN_MS, self._rank_again)

    def _rank_again(self) -> None:
        """Cameras came or went: every alarm with a picture gets the choice of now."""
        self._ranking_due = None
        self._renew_rankings()

    def _renew_rankings(self) -> list[tuple[Alarm, Ranking]]:
        """Rank every alarm with a picture; returns those for which other cameras, or the same in another order, win."""
        changed = []
        for alarm_id, old in list(self.rankings.items()):
            alarm = self._alarm(alarm_id)
            if alarm is None:
                continue
            self.rankings[alarm_id] = ranking = self.rank(alarm)
            if ranking.chosen != old.chosen:
                self.wall.choices_changed(alarm_id, ranking.chosen)
                self._announce(announce.AlarmChanged(domain=domain_of(alarm_id), alarm=alarm_id))
                changed.append((alarm, ranking))
        return changed

    # ---- from the site ----

    def take_site(self, site: Site, index: Index) -> None:
        """Another site: every open alarm is ranked anew, and no place shows a camera that is gone."""
        self._index = index
        before, self._cameras = self._cameras, frozenset(camera.id for camera in site.cameras)
        self._stale &= self._cameras
        for alarm, ranking in self._renew_rankings():
            self._record(alarm, ranking)
        self.wall.forget(before - self._cameras)

    # ---- what the operator does ----

    def show_alarm(self, alarm: AlarmId) -> None:
        """The person asks for this alarm's pictures on the alarm tile; classes that ask for none are ranked now."""
        found = self._alarm(alarm)
        if found is not None and alarm not in self.rankings:
            self._show(found)
        self.wall.show_alarm(alarm)
        self._log_of(alarm).write("WallAct", self._seat.by, {"act": "show", "surface": DESK, "alarm": alarm})

    # ---- what the windows report ----

    def painted(self, painted: Painted) -> None:
        """An alarm's picture is on the screen: written after the paint of that very frame and the next loop turn."""
        choice = next(
            (c for r in (self.rankings.get(painted.alarm),) if r for c in r.chosen if c.camera.id == painted.camera),
            None,
        )
        tier, reason = (int(choice.tier), short(choice)) if choice else (-1, "by hand")
        self._painted_ms.setdefault(painted.alarm, painted.painted_ms)
        self._log_of(painted.alarm).write(
            "CameraShown", MACHINE,
            {
                "alarm": painted.alarm, "camera": painted.camera, "window": painted.window, "tile": painted.tile,
                "tier": tier, "reason": reason, "painted_ms": painted.painted_ms, "from": painted.source,
                "frame_age_ms": painted.frame_age_ms,
            },
        )  # fmt: skip
        self._announce(
            announce.CameraShown(
                domain=domain_of(painted.alarm), alarm=painted.alarm, camera=painted.camera, window=painted.window,
                tile=painted.tile, tier=tier, reason=reason, source=painted.source,
                frame_age_ms=painted.frame_age_ms,
            )
        )  # fmt: skip

    def opened(self, camera: CameraId, window: str, tile: str, source: str, frame_age_ms: int) -> None:
        """The first picture of a camera that no alarm asked for is on this tile."""
        self._announce(
            announce.CameraOpened(camera=camera, window=window, tile=tile, source=source, frame_age_ms=frame_age_ms)
        )

    def picture_stale(self, camera: CameraId, age_ms: int) -> None:
        """A picture on a tile is older than the stale rule allows."""
        if camera not in self._stale:
            self._stale.add(camera)
            self._announce(announce.PictureStale(camera=camera, age_ms=age_ms))

    def picture_live(self, camera: CameraId) -> None:
        """A fresh frame of a picture that was stale was painted."""
        if camera in self._stale:
            self._stale.discard(camera)
            self._announce(announce.PictureLive(camera=camera))
