"""The desk of the devices that have no place yet: what came, what a person made of it. Desk thread.

Nothing here decides about alarms: what such a device signals is raised like any other signal. What is known of it is
written down once for all consoles; of two that hear it at once one is overruled and silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from console.announce import Announcement, NewcomerTold
from console.clock import Clock
from console.errors import CommandRefused, Problem
from console.journal import Conflict, Entry, Recorded
from console.model import (
    AlarmClass,
    By,
    Condition,
    ConditionChanged,
    Introduced,
    Placement,
    Point,
    PointId,
    Right,
    Seat,
    point_id,
)
from console.newcomers.newcomer import (
    Appeared,
    Described,
    Device,
    Fact,
    Left,
    Merged,
    Newcomer,
    Placed,
    Recalled,
    Rejected,
    Returned,
    Signed,
    Stage,
)
from console.newcomers.record import Record

MACHINE = By(machine="newcomers")
MOST = 1_000  # listed; more are counted, so that a peer that invents devices fills neither list nor journal
GATHER_MS = 1_000  # a device says what it is in several messages: one entry for them
MOST_LETTERS = 200  # of a reason
LISTED = (Stage.WAITING, Stage.SIGNED, Stage.REJECTED)  # in this order
DELETED = "deleted"  # the kind under which a device of the site is missed that was taken back


@dataclass(frozen=True, slots=True)
class PlacementWritten:
    """Posted by whoever writes the site folder: it holds the device now."""

    placement: Placement


@dataclass(frozen=True, slots=True)
class PlacementRefused:
    """The device cannot be written into the site folder so; nothing was changed."""

    placement: Placement
    problems: tuple[Problem, ...]


class Newcomers:
    """`points`: those of the site in use. `write` has a device written into the site folder. `report` is given the
    loss of a device of the site that was taken back.
    """

    def __init__(
        self, clock: Clock, seat: Seat, points: Callable[[], Iterable[Point]], write: Callable[[Placement], None],
        append: Callable[[Sequence[Entry]], None], report: Callable[[ConditionChanged], None],
        announce_it: Callable[[Announcement], None],
    ) -> None:  # fmt: skip
        self._clock = clock
        self._seat = seat
        self._points = points
        self._write_into_folder = write
        self._report = report
        self._announce = announce_it
        self._record = Record(clock, append, self._tell)
        self._told: dict[Device, Introduced] = {}  # what is still to be written down
        self._left_out: set[Device] = set()
        self._site = self._devices()
        self._is_gathering = False
        self._signer = By()
        self.writing: Placement | None = None  # on its way into the site folder
        self.problems: tuple[Problem, ...] = ()  # why the last one could not be written
        self.when_written: Callable[[], None] = lambda: None

    # ---- reading ----

    def rows(self) -> tuple[Newcomer, ...]:
        """Everything listed: what waits for a person first, the newest first."""
        listed = [one for one in self._record.all() if one.stage is not Stage.DONE]
        return tuple(sorted(listed, key=lambda one: (LISTED.index(one.stage), -one.since_ms, one.key)))

    def get(self, key: Device) -> Newcomer | None:
        """A listed device."""
        found = self._record.get(key)
        return found if found is not None and found.stage is not Stage.DONE else None

    def lists(self, point: PointId) -> bool:
        """Whether it is of a listed device."""
        return self.get(_device(point)) is not None

    def waiting(self) -> int:
        """How many wait for a person."""
        return sum(one.stage is Stage.WAITING for one in self._record.all())

    @property
    def left_out(self) -> int:
        """Devices that are not listed because the list is full."""
        return len(self._left_out)

    # ---- what comes in ----

    def introduced(self, told: Introduced) -> None:
        """What the feed learnt of a device; written down in a moment, with what is learnt until then."""
        key = (told.source, told.device)
        former = self._record.get((told.source, told.formerly)) if told.formerly else None
        if former is not None and former.stage is not Stage.DONE:
            self._merge(former, told)
        if key in self._site:
            self._of_the_site(told)
            return
        self._told[key] = told
        if not self._is_gathering:
            self._is_gathering = True
            self._clock.after(GATHER_MS, self._gathered)

    def _of_the_site(self, told: Introduced) -> None:
        """A device of the site was deleted where it was announced, or is there again: that is a trouble."""
        condition = Condition.ACTIVE if told.is_gone else Condition.NORMAL
        self._report(
            ConditionChanged(
                point=point_id(told.source, told.device, DELETED), alarm_class=AlarmClass.TROUBLE, kind=DELETED,
                condition=condition, cause="trouble", source_ms=told.at_ms, received_ms=told.at_ms, label=told.name,
            )
        )  # fmt: skip

    def _merge(self, former: Newcomer, told: Introduced) -> None:
        """It is the same device: what a person said of it still counts."""
        self._record.write(former, Merged(told.device), MACHINE)
        key = (told.source, told.device)
        self._told.pop(former.key, None)
        if key not in self._site and self._record.get(key) is None and former.stage is Stage.REJECTED:
            begun = self._record.write(Newcomer(*key), _appeared(told), MACHINE)
            self._record.write(begun, Rejected(former.reason), MACHINE)

    def _gathered(self) -> None:
        self._is_gathering = False
        told, self._told = self._told, {}
        for key, one in told.items():
            if key not in self._site:
                self._write_down(self._record.get(key), one)

    def _write_down(self, known: Newcomer | None, told: Introduced) -> None:
        if known is None:
            self._appear(told)
            return
        if known.stage is Stage.DONE:  # another console's site has it already, or it is listed under its id
            return
        if known.is_gone is not told.is_gone:
            known = self._record.write(known, Left() if told.is_gone else Returned(), MACHINE)
        if not told.is_gone and not known.says(told):
            kinds = tuple(dict.fromkeys((*known.kinds, *told.kinds)))
            self._record.write(known, Described(told.name, told.maker, told.model, kinds, told.is_announced), MACHINE)

    def _appear(self, told: Introduced) -> None:
        key = (told.source, told.device)
        if told.is_gone:
            return
        if sum(one.stage is not Stage.DONE for one in self._record.all()) >= MOST:
            if len(self._left_out) < MOST:
                self._left_out.add(key)
            return
        self._left_out.discard(key)
        self._record.write(Newcomer(*key), _appeared(told), MACHINE)

    # ---- what a person does: raises CommandRefused ----

    def reject(self, key: Device, reason: str) -> None:
        """It is not wanted at the site. Codes: no_newcomer, not_waiting, no_reason, long_note, no_right …"""
        by, known = self._seat.by_right(Right.SITE), self._listed(key)
        if known.stage is not Stage.WAITING:
            raise CommandRefused("not_waiting", known.title)
        if not reason.strip():
            raise CommandRefused("no_reason", known.title)
        if len(reason.strip()) > MOST_LETTERS:
            raise CommandRefused("long_note", known.title)
        self._record.write(known, Rejected(reason.strip()), by)

    def recall(self, key: Device) -> None:
        """It is looked at again. Codes: no_newcomer, not_rejected, no_right …"""
        by, known = self._seat.by_right(Right.SITE), self._listed(key)
        if known.stage is not Stage.REJECTED:
            raise CommandRefused("not_rejected", known.title)
        self._record.write(known, Recalled(), by)

    def sign(self, placement: Placement) -> None:
        """Write it into the site folder; the site is then read again and the change shown.

        Codes: no_newcomer, not_waiting, no_kind, no_name, no_place, no_site_folder, busy, no_right …
        """
        by, known = self._seat.by_right(Right.SITE), self._listed((placement.source, placement.device))
        if known.stage is Stage.REJECTED:
            raise CommandRefused("not_waiting", known.title)
        if not placement.kinds:
            raise CommandRefused("no_kind", known.title)
        if not placement.name.strip() or not placement.name_en.strip():
            raise CommandRefused("no_name", known.title)
        if placement.at is None:
            raise CommandRefused("no_place", known.title)
        if self.writing is not None:
            raise CommandRefused("busy")
        self._write_into_folder(placement)
        self.writing, self.problems, self._signer = placement, (), by

    def _listed(self, key: Device) -> Newcomer:
        if (known := self.get(key)) is None:
            raise CommandRefused("no_newcomer", "/".join(key))
        return known

    def written(self, written: PlacementWritten) -> None:
        """The site folder holds it: signed."""
        self.writing = None
        placed = written.placement
        known = self.get((placed.source, placed.device))
        if known is not None:
            x, y = placed.at if placed.at is not None else (None, None)
            fact = Signed(
                placed.points, placed.name, placed.name_en, placed.building or "", placed.floor, placed.zone or "",
                x, y, placed.alias, placed.cameras,
            )  # fmt: skip
            self._record.write(known, fact, self._signer)
        self.when_written()

    def refused(self, refused: PlacementRefused) -> None:
        """It cannot be written so: every problem is told."""
        self.writing, self.problems = None, refused.problems
        placed = refused.placement
        self._announce(
            NewcomerTold(
                what="refused", source=placed.source, device=placed.device, name=placed.name,
                detail=str(refused.problems[0]) if refused.problems else "",
            )
        )  # fmt: skip

    # ---- the site ----

    def take_site(self) -> None:
        """Another site is in use: what it has is placed; what it has no more may come again."""
        self._site = self._devices()
        for known in self._record.all():
            if known.stage is Stage.DONE and known.key not in self._site:
                self._record.forget(known.key)
            elif known.stage is not Stage.DONE and known.key in self._site:
                self._record.write(known, Placed(), MACHINE)

    def _devices(self) -> frozenset[Device]:
        return frozenset(_device(point.id) for point in self._points())

    def load(self, recorded: Iterable[Recorded]) -> None:
        """Rebuild from the entries of the open streams, in order."""
        self._record.load(recorded)

    def start(self) -> None:
        """The journal is open: what was placed while we were away is done."""
        self.take_site()

    def learn(self, record: Recorded) -> None:
        """What another console wrote."""
        self._record.learn(record.entry)

    def overruled(self, conflict: Conflict) -> bool:
        """Another console was first; False: it is none of ours."""
        return self._record.overruled(conflict, self._site)

    def _tell(self, newcomer: Newcomer, fact: Fact, by: By, what: str) -> None:
        named = fact.name if isinstance(fact, Signed) else newcomer.title
        detail = fact.reason if isinstance(fact, Rejected) else ""
        self._announce(
            NewcomerTold(
                what=what, source=newcomer.source, device=newcomer.device, name=named, kinds=newcomer.kinds,
                by=by.person, detail=detail,
            )
        )  # fmt: skip


def _device(point: PointId) -> Device:
    source, _, rest = point.partition("/")
    return source, rest.rpartition("#")[0]


def _appeared(told: Introduced) -> Appeared:
    return Appeared(told.name, told.maker, told.model, told.kinds, told.is_announced, told.formerly)
