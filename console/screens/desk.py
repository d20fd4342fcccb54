"""The desk of the screens: takes who is present, keeps who has which role, says where each window stands. Desk thread.

Every role given, every screen lost and found is in the journal; a lost screen that had a window is a trouble.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from console import announce
from console.announce import Announcement
from console.clock import Clock
from console.errors import CommandRefused
from console.journal import Json
from console.logbook import Logbook
from console.model import By, LinkDown, LinkUp, Right, Seat
from console.screens import layout as files
from console.screens.display import NO_ROLE, WALLS, Box, Display, Role, in_order
from console.screens.layout import Layout, Setting, is_reader_m, match
from console.screens.plan import Plan, admit, main_role, plan
from console.screens.power import Connector, Powered, dark

MACHINE = By(machine="console")
KIND = "screen"  # of the trouble; its name is the role that has no screen, its reason the screen's name


@dataclass(frozen=True, slots=True)
class Screen:
    """One row of the list an operator sees. `number` counts the present ones from 1, left to right; 0: not present."""

    number: int
    setting: Setting
    display: Display | None

    @property
    def name(self) -> str:
        return self.setting.screen.name


class Screens:
    """`take` whenever screens come, go or change; `plan` is what the windows obey."""

    def __init__(
        self, seat: Seat, clock: Clock, log: Logbook,
        announce_it: Callable[[Announcement], None], report: Callable[[LinkDown | LinkUp], None],
    ) -> None:  # fmt: skip
        self.main = main_role(seat.position)
        self.plan = Plan()
        self._seat = seat
        self._clock = clock
        self._log = log
        self._announce = announce_it
        self._report = report
        self._layout = Layout()
        self._displays: list[Display] = []
        self._connectors: tuple[Connector, ...] = ()
        self.dark: frozenset[str] = frozenset()  # names of present screens that are switched off or asleep
        self._lost: frozenset[Role] = frozenset()
        self._troubles: frozenset[Role] = frozenset()  # of an earlier run, not known yet whether they are over

    # ---- kept between runs ----

    def kept(self) -> dict[str, Json]:
        """JSON-able; the format is in docs/screens.md."""
        return files.write(self._layout)

    def restore(self, kept: Mapping[str, Json]) -> None:
        """Before the first `take`. Raises LayoutError, and nothing is changed then."""
        self._layout = files.read(kept)

    def known_lost(self, roles: Iterable[Role]) -> None:
        """Before the first `take`: these have an open trouble from an earlier run."""
        self._troubles = frozenset(roles)

    # ---- what is there ----

    def take(self, displays: Sequence[Display]) -> None:
        """These screens are present now, and no others. Without any (all cables out for a moment) nothing changes."""
        if not displays:
            return
        before = {setting.screen.name: setting.role for setting in self._layout.settings}
        were = {display.name for display in self._displays}
        self._displays = in_order(displays)
        self._layout = admit(self._layout, self._displays, self.main)
        self.plan = plan(self._layout, self._displays, self.main)
        for setting in match(self._layout, self._displays).present.values():
            if before.get(setting.screen.name) is None:
                self._write_role(setting, MACHINE)
        self._announce(announce.ScreensChanged())  # the windows move first, then it is told
        self._tell_lost(were)
        self._tell_dark()

    def powered(self, powered: Powered) -> None:
        """The graphics card says which screens are on."""
        self._connectors = powered.connectors
        self._tell_dark()

    @property
    def displays(self) -> tuple[Display, ...]:
        """The present screens from left to right; one that only mirrors another is none."""
        return tuple(self._displays)

    def rows(self) -> tuple[Screen, ...]:
        """The present screens from left to right, then those remembered."""
        known = match(self._layout, self._displays)
        here = (Screen(n, known.present[d.name], d) for n, d in enumerate(self._displays, 1))
        return (*here, *(Screen(0, setting, None) for setting in known.absent))

    # ---- what a person does ----

    def give_role(self, screen: Screen, role: Role) -> None:
        """This screen gets the role; whoever had it gets this one's. Raises CommandRefused."""
        self._seat.check(Right.SCREENS)
        own = self._current(screen)
        if role == own.role:
            return
        self._check(screen, role)
        other = self._layout.of(role) if role != NO_ROLE else None
        changed = {own: replace(own, role=role, window=None)}
        if other is not None:
            changed[other] = replace(other, role=own.role, window=None)
        settings = tuple(changed.get(setting, setting) for setting in self._layout.settings)
        self._layout = Layout(tuple(s for s in settings if s.role != NO_ROLE or s != changed[own] or screen.number))
        for setting in changed.values():
            self._write_role(setting, self._seat.by)
        self._again()

    def _check(self, screen: Screen, role: Role) -> None:
        if role not in {NO_ROLE, self.main, *WALLS}:
            raise CommandRefused("unknown_role", role)
        if not screen.number and role != NO_ROLE:
            raise CommandRefused("screen_absent", screen.name)
        if screen.setting.role == self.main and (role == NO_ROLE or not self._is_present(role)):
            raise CommandRefused("main_needs_screen", screen.name)

    def _current(self, screen: Screen) -> Setting:
        """A row that was read before screens came or went is about something else now."""
        if screen.setting not in self._layout.settings:
            raise CommandRefused("screen_absent", screen.name)
        return screen.setting

    def set_reader(self, screen: Screen, metres: float) -> None:
        """How far away the farthest reader of this screen is. Raises CommandRefused."""
        self._seat.check(Right.SCREENS)
        if not is_reader_m(metres):
            raise CommandRefused("reader_out_of_range", f"{metres:g}")
        own = self._current(screen)
        changed = replace(own, reader_m=metres)
        self._layout = self._layout.replaced(own, changed)
        self._write_role(changed, self._seat.by)
        self._again()

    def window_moved(self, role: Role, window: Box | None) -> None:
        """The window of that role was moved or sized by hand; relative to its screen, None when it fills it."""
        spot = self.plan.spot(role)
        setting = match(self._layout, self._displays).present.get(spot.display.name) if spot is not None else None
        if setting is None or setting.role != role or setting.window == window:
            return
        changed = replace(setting, window=window)
        self._layout = self._layout.replaced(setting, changed)
        self.plan = plan(self._layout, self._displays, self.main)
        self._announce(announce.ScreensChanged())

    # ---- inside ----

    def _is_present(self, role: Role) -> bool:
        return any(s.role == role for s in match(self._layout, self._displays).present.values())

    def _again(self) -> None:
        self.plan = plan(self._layout, self._displays, self.main)
        self._announce(announce.ScreensChanged())
        self._tell_lost({display.name for display in self._displays})

    def _tell_lost(self, were: set[str]) -> None:
        """Roles whose own screen is gone are a trouble each, until it is back or the role is given away."""
        known = match(self._layout, self._displays)
        now = self._clock.now_ms()
        absent = {setting.role: setting.screen.name for setting in known.absent if setting.role != NO_ROLE}
        for role in sorted(absent.keys() - self._lost):
            self._log.write("ScreenLost", MACHINE, {"screen": absent[role], "role": role})
            self._announce(announce.ScreenLost(screen=absent[role], role=role))
            self._report(LinkDown(KIND, role, absent[role], now))
        came = {s.role: s.screen.name for s in known.present.values() if s.screen.name not in were}
        for role in sorted(self._lost & came.keys()):
            self._log.write("ScreenBack", MACHINE, {"screen": came[role], "role": role})
            self._announce(announce.ScreenBack(screen=came[role], role=role))
        for role in sorted((self._lost | self._troubles) - absent.keys()):
            self._report(LinkUp(KIND, role, now))
        self._lost, self._troubles = frozenset(absent), frozenset()

    def _tell_dark(self) -> None:
        """What is painted on a screen that is off is seen by nobody."""
        before, self.dark = self.dark, dark((display.name for display in self._displays), self._connectors)
        for name in sorted(self.dark - before):
            self._log.write("ScreenDark", MACHINE, {"screen": name})
            self._announce(announce.ScreenDark(screen=name))
        for name in sorted(before - self.dark):
            self._log.write("ScreenLit", MACHINE, {"screen": name})
            self._announce(announce.ScreenLit(screen=name))

    def _write_role(self, setting: Setting, by: By) -> None:
        data: dict[str, Json] = {"screen": setting.screen.name, "role": setting.role, "reader_m": setting.reader_m}
        self._log.write("ScreenRole", by, data)
        self._announce(
            announce.ScreenRole(screen=setting.screen.name, role=setting.role, reader_m=setting.reader_m, by=by.person)
        )
