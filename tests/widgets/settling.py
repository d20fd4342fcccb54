"""A desk to which devices came that have no place, with a site folder in the test's hand."""

from __future__ import annotations

from dataclasses import replace

from console.model import (
    Building,
    BuildingId,
    Floor,
    Introduced,
    Placement,
    Sample,
    Site,
    State,
    Zone,
    ZoneId,
    point_id,
)
from console.newcomers.desk import GATHER_MS
from tests.widgets.desk import Desk
from widgets.lower_panel import NEWCOMERS
from widgets.newcomers.page import NewcomerPage

LOFT, PUMP = ("z2m", "0x99"), ("site", "pump-9")
TOLD = (
    Introduced(*LOFT, "loft", "Luting", "LT-SMOKE-2", ("smoke", "tamper"), is_announced=True),
    Introduced(*PUMP, kinds=("water_pressure",)),
)


class Folder:
    """The site folder: what it was told to write, how often it was read."""

    def __init__(self) -> None:
        self.added: list[Placement] = []
        self.asked = 0

    def read(self, _known: Site) -> None:
        self.asked += 1

    def add(self, placement: Placement) -> None:
        self.added.append(placement)


def came(desk: Desk) -> tuple[NewcomerPage, Folder]:
    """Two devices: one announced by its bridge and heard as normal, one that only speaks."""
    folder = Folder()
    desk.console.revising.connect(folder, ())
    desk.take(*TOLD)
    desk.pass_time(GATHER_MS + 100)
    now = desk.clock.now_ms()
    desk.take(Sample(point_id(*LOFT, "smoke"), False, None, State.NORMAL, now, now))
    desk.take(Sample(point_id(*PUMP, "water_pressure"), 0.31, "MPa", State.READING, now, now))
    desk.window.lower_panel.show_page(NEWCOMERS)
    desk.settle()
    return page_of(desk), folder


def page_of(desk: Desk) -> NewcomerPage:
    page = desk.window.lower_panel.currentWidget()
    assert isinstance(page, NewcomerPage)
    return page


def choose(page: NewcomerPage, device: tuple[str, str]) -> None:
    """The keys are on this row."""
    page.list.setCurrentIndex(page.list.items.index(page.list.items.keys.index("/".join(device))))


def placing(desk: Desk) -> NewcomerPage:
    """The announced one is being placed, and its spot is said."""
    page, _folder = came(desk)
    choose(page, LOFT)
    page.control.place.click()
    assert page.side is not None
    page.side.on_spotted(4.0, 0.5)
    desk.settle()
    return page


def rejected(desk: Desk) -> NewcomerPage:
    """The one that only speaks was rejected and is the chosen one."""
    page, _folder = came(desk)
    desk.console.siting.newcomers.reject(PUMP, "of the neighbour")
    choose(page, PUMP)
    desk.settle()
    return page


HOUSE = BuildingId("EAST")
YARD = ((-20.0, -10.0), (40.0, -10.0), (40.0, 20.0), (-20.0, 20.0), (-20.0, -10.0))


def with_house(site: Site) -> Site:
    """The site with a house of two floors around its origin, one fire zone on each."""
    zones = tuple(Zone(ZoneId(f"EAST-{n}"), f"东楼{n}区", f"East {n}", HOUSE, (n,), YARD) for n in (0, 1))
    return replace(
        site, buildings=(Building(HOUSE, "东楼", "East house", YARD),), zones=(*site.zones, *zones),
        floors=(Floor(HOUSE, 0, "1F"), Floor(HOUSE, 1, "2F")),
    )  # fmt: skip
