"""Which alarm a desk is about: what comes is listed, the worst is chosen, every panel shows the chosen one. GUI thread.

Four words about one alarm within a tenth of a second (displayed, saved, its clips) cost the other panels one look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Slot

from console import announce
from console.app import Console
from console.model import LIVE, AlarmId
from console.model.ids import domain_of
from widgets.alarm_panel import AlarmPanel
from widgets.banner import Banner
from widgets.desk_acts import DeskActs
from widgets.header import Header
from widgets.lower_panel import DRILL, LowerPanel
from widgets.pace import Pace, Soon

EVENTS: tuple[type[announce.Announcement], ...] = (
    announce.AlarmRaised, announce.AlarmAcknowledged, announce.AlarmCleared, announce.AlarmReset,
    announce.AlarmUnknown, announce.AlarmChanged,
)  # fmt: skip
ANSWERED: tuple[type[announce.Announcement], ...] = (
    announce.AlarmVerified, announce.AlarmVerifyExpired, announce.AlarmTaken, announce.AlarmShelved,
    announce.AlarmUnshelved,
)  # fmt: skip


class DeskAlarms(QObject):
    """`about`: who shows something of the chosen alarm, None while there is none."""

    def __init__(
        self, console: Console, alarms: AlarmPanel, banner: Banner, header: Header, lower: LowerPanel, acts: DeskActs,
        about: Iterable[Callable[[AlarmId | None], None]], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._alarms, self._table = alarms, alarms.table
        self._banner = banner
        self._lower = lower
        self._acts = acts
        self._about = tuple(about)
        self._header = Pace(header.on_tick, lambda: console.alarms.is_flood, self)
        self._changed = Soon(self.show_chosen, self)
        for kind in EVENTS:
            console.announcer.subscribe(kind, self.on_alarm)
        for kind in ANSWERED:
            console.announcer.subscribe(kind, self.on_answered)
        self._table.chosen.connect(self.on_chosen)

    def on_alarm(self, announced: announce.Announcement) -> None:
        alarm_id: AlarmId = announced.alarm  # type: ignore[attr-defined]  # every kind subscribed to carries one
        if domain_of(alarm_id) != self._console.alarms.domain:
            return  # the room does not see it now
        self._alarms.refresh(alarm_id)
        before, raised = self._table.selected(), isinstance(announced, announce.AlarmRaised)
        if before is None or raised:
            self.choose_first()
        is_led_here = domain_of(alarm_id) != LIVE and self._lower.page == DRILL
        if raised and alarm_id in self._console.seeing.rankings and not is_led_here:
            self._lower.alarm_came()
        if before == self._table.selected() == alarm_id:  # of a flood only what concerns the chosen alarm
            self._show_again(announced)
        self._header.ask()

    def on_answered(self, announced: announce.Announcement) -> None:
        """A person's word about it, or that none came in time: whoever has just pressed a button sees it gone."""
        if announced.alarm == self._table.selected():  # type: ignore[attr-defined]
            self.show_chosen()

    def _show_again(self, announced: announce.Announcement) -> None:
        """What a person or a detector did is shown at once, what follows from it (displayed, saved, kept) together."""
        if isinstance(announced, announce.AlarmChanged):
            self._changed.ask()
        else:
            self.show_chosen()

    def choose_first(self) -> None:
        """The worst unacknowledged alarm is chosen, unless the operator is at one that is as grave and not seen yet."""
        first = self._banner.worst()
        if first is None or first.acknowledged is not None:
            first = self._table.rows.alarm(0)
        chosen = self._table.selected()
        current = self._console.alarms.get(chosen) if chosen is not None else None
        as_grave = current is not None and first is not None and current.alarm_class is first.alarm_class
        busy = as_grave and current is not None and current.acknowledged is None
        if first is not None and not busy and first.id != chosen:
            self._table.choose(first.id)
            if current is not None and current.is_owed:
                self._acts.choice_taken()

    @Slot(object)
    def on_chosen(self, alarm_id: AlarmId | None) -> None:
        for show in self._about:
            show(alarm_id)

    def show_chosen(self) -> None:
        """Everything said of it anew."""
        self.on_chosen(self._table.selected())
