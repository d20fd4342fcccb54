"""What the operator sees of the record's keeping: days the disk lasts; troubles of disk, archive and clock in words."""

from __future__ import annotations

import pytest

from console.custody.desk import MEASURE_MS
from console.model import LinkDown
from console.safekeeping import ClockLooked, DiskLooked, Measured
from tests.widgets.desk import Desk, texts

GB = 1_000_000_000


def rest(desk: Desk) -> list[str]:
    desk.window.table.choose(None)
    desk.window.details.refresh()
    return texts(desk.window.details)


def fill(desk: Desk, free: int) -> None:
    """Half a day in which the data folder grew by 5 GB."""
    for hour in range(13):
        desk.console.handle(Measured({"journal": hour * 5 * GB // 12}))
        desk.console.handle(DiskLooked(free, 1000 * GB))
        desk.clock.advance(MEASURE_MS)


def test_the_disk_tells_what_is_free_at_once_and_how_long_it_lasts_as_soon_as_that_can_be_known(desk: Desk) -> None:
    assert rest(desk)[rest(desk).index("disk") + 1] == "—"
    desk.console.handle(DiskLooked(312 * GB, 1000 * GB))
    assert "312 GB free" in rest(desk)
    fill(desk, 312 * GB)
    assert any(text.startswith("31 day") and text.endswith(" · 312 GB") for text in rest(desk))


@pytest.mark.parametrize(
    ("word", "title", "reason"),
    [
        (DiskLooked(GB // 2, 1000 * GB), "Disk filling up", "almost full"),
        (ClockLooked(True, 9_000), "Clock wrong", "differs from the database's"),
        (
            LinkDown("archive", "archive", "not_kept", 1),
            "Record not looked after",
            "not sealed, or old parts not cleared",
        ),
    ],
    ids=["disk", "clock", "archive"],
)
def test_each_trouble_is_a_row_in_words(desk: Desk, word: object, title: str, reason: str) -> None:
    desk.console.handle(word)
    desk.settle()
    (alarm,) = desk.console.live.rows()
    placing = desk.window._placing
    assert placing.what(alarm) == title
    assert reason in placing.second_line(alarm)
    assert placing.where(alarm) == "desk-1"
