"""Pictures of the desk in each of its states and languages: `python -m tests.stills FOLDER [--only STATE] [--in ONE]`.

The windows are the product's, on the demo's site, with drawn pictures and a clock that stands still: the same picture
each time, without servers. For eyes, and for the manual; nothing is compared.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console import site as site_folder
from console.attendance import Attendance, Present
from console.journal import Followed, Recorded
from console.model import AlarmClass, AlarmId, Condition, ConditionChanged, Heard, LinkUp, Point, PointId, Site
from tests.unit.people_room import PASSWORDS
from tests.widgets import casekeeping, performing
from tests.widgets.desk import Desk, run_events
from tests.widgets.drilling import press_for
from tests.widgets.seated import SeatedDesk
from tests.widgets.translated import compile_into
from widgets import application, theme
from widgets.alarms.alarm_acts import Deed
from widgets.alarms.listing import Listing
from widgets.application import Languages

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("en", "zh_CN", "zh_TW")
SIZE = (1920, 1080)
CTRL = Qt.KeyboardModifier.ControlModifier


def demo_site() -> Site:
    """As it is on disk; its pictures are drawn here, not received."""
    return site_folder.load(ROOT / "resources" / "demo")[0]


def points(desk: Desk, kind: str) -> list[Point]:
    """Those of a kind, in the order of the site."""
    return [point for point in desk.console.site.points if point.kind == kind]


def rest(desk: Desk) -> None:
    """Everything is heard of, the links are up, the newest pictures are painted."""
    now = desk.clock.now_ms()
    desk.take(*(LinkUp(kind, kind, now) for kind in ("store", "video", "audio")))
    desk.hear_all()
    desk.pass_time(2_000)


def fire(desk: Desk) -> PointId:
    """Smoke, seen by somebody."""
    point = points(desk, "smoke")[3].id
    desk.change(point)
    desk.pass_time(4_000)
    return point


def pour(desk: Desk, count: int) -> None:
    """So many different points become active within seconds, fires among them."""
    hazards = "leakage_current", "ebike_in_elevator", "temperature"
    classes = {"smoke": AlarmClass.FIRE, **dict.fromkeys(hazards, AlarmClass.HAZARD)}
    chosen = [point for point in desk.console.site.points if point.building][:count]
    for number, point in enumerate(chosen):
        found = classes.get(point.kind, AlarmClass.SUPERVISORY)
        if found is AlarmClass.FIRE and number % 7:
            continue
        now = desk.clock.now_ms()
        value = True if point.kind != "leakage_current" else 512.0
        change = ConditionChanged(point.id, found, point.kind, Condition.ACTIVE, "alarm", now - 300, now, value)
        desk.take(Heard((change,)))
        desk.clock.advance(120)
    desk.pass_time(3_000)


def key(desk: Desk, which: Qt.Key) -> None:
    QTest.keyClick(desk.window, which, CTRL)
    desk.settle()


# ---- the states ----


def quiet(desk: Desk) -> None:
    """Nothing has happened."""


def one_fire(desk: Desk) -> None:
    fire(desk)


def verify_running(desk: Desk) -> None:
    """The fire was acknowledged, and somebody has 90 s to look."""
    fire(desk)
    desk.press(Qt.Key.Key_F2)
    desk.pass_time(20_000)


def flood(desk: Desk) -> None:
    pour(desk, 90)


def shelved(desk: Desk) -> None:
    """Two troubles are on the shelf, and their list is shown."""
    for point in points(desk, "leakage_current")[:2]:
        alarm = desk.change(point.id, alarm_class=AlarmClass.HAZARD, value=412.0, unit="mA")
        desk.console.alarming.shelve(alarm, 30, "meter is being exchanged, permit 7")
    desk.change(points(desk, "ebike_in_elevator")[0].id, alarm_class=AlarmClass.HAZARD)
    desk.window.acts.show_listing(Listing.SHELVED)
    desk.pass_time(2_000)


def shelving(desk: Desk) -> None:
    """The form that asks for how long and why."""
    desk.change(points(desk, "leakage_current")[0].id, alarm_class=AlarmClass.HAZARD, value=412.0, unit="mA")
    desk.window.details.on_deed(Deed.SHELVE)
    desk.settle()


def source_lost(desk: Desk) -> None:
    """A fire whose detector is heard no more."""
    point = fire(desk)
    desk.change(point, Condition.UNKNOWN)
    desk.pass_time(2_000)


def performance(desk: Desk) -> None:
    performing.counted(desk)


def handover(desk: Desk) -> None:
    """Li hands over a fire and a leakage to Chan, who has read the first line."""
    desk.change(points(desk, "smoke")[3].id)
    desk.change(points(desk, "leakage_current")[0].id, alarm_class=AlarmClass.HAZARD, value=412.0, unit="mA")
    key(desk, Qt.Key.Key_H)
    control = desk.window.handover.control
    control.text.setText("3 号楼 2 号电梯停用" if theme.is_chinese() else "Tower 3: lift 2 is out")
    QTest.mouseClick(control.note, Qt.MouseButton.LeftButton)
    control.comer.setText("Chan")
    press_for(desk, control.begin)
    desk.window.handover.list.act()
    desk.settle()


def closed_incidents(desk: Desk) -> None:
    page, _ = casekeeping.opened(desk, AlarmId(f"{points(desk, 'smoke')[3].id}/7"))
    page.list.setCurrentIndex(page.list.lines.index(1))
    desk.settle()


STATES: dict[str, Callable[[Desk], None]] = {
    "quiet": quiet, "one-fire": one_fire, "verify": verify_running, "flood": flood, "shelved": shelved,
    "shelving": shelving, "source-lost": source_lost, "performance": performance, "handover": handover,
    "closed-incidents": closed_incidents,
}  # fmt: skip


# ---- taking them ----


def of_desk(site: Site, act: Callable[[Desk], None]) -> QImage:
    """A desk brought into a state."""
    desk = Desk(site=site, size=SIZE, language=theme.language())
    rest(desk)
    act(desk)
    run_events()
    desk.settle()
    image = taken(desk.window)
    desk.close()
    return image


def locked(site: Site) -> QImage:
    """Nobody may act, and a fire is seen all the same."""
    desk = SeatedDesk(site=site, size=SIZE, language=theme.language()).sit()
    desk.console.people.sign_in("li", PASSWORDS["li"])
    run_events()
    desk.console.people.lock()
    fire(desk)
    run_events()
    image = taken(desk.window)
    desk.close()
    return image


def two_consoles(site: Site) -> QImage:
    """Side by side on one journal: the same fire, acknowledged at the left one."""
    first, second = (
        Desk(site=site, size=SIZE, language=theme.language(), position=p, person=w)
        for p, w in (("desk-1", "Li"), ("desk-2", "Wang"))
    )
    for desk, other in ((first, "desk-2"), (second, "desk-1")):
        rest(desk)
        present = Present(other, f"{other}/b", 1, desk.clock.now_ms(), "", hears=True)
        desk.take(Attendance((present,), {}))
    known = len(first.store.entries)
    point = fire(first)
    first.console.acknowledge(AlarmId(f"{point}/1"))
    first.pass_time(1_000)
    recorded = (Recorded(entry, "desk-1/b", n, "", "") for n, entry in enumerate(first.store.entries[known:], 1))
    second.clock.advance(first.clock.now_ms() - second.clock.now_ms())
    second.take(Followed(tuple(recorded)))
    second.pass_time(1_000)
    both = QImage(2 * SIZE[0], SIZE[1], QImage.Format.Format_RGB32)
    with QPainter(both) as painter:
        for number, desk in enumerate((first, second)):
            painter.drawImage(number * SIZE[0], 0, taken(desk.window))
            desk.close()
    return both


FURTHER: dict[str, Callable[[Site], QImage]] = {"locked": locked, "two-consoles": two_consoles}


def taken(window: QWidget) -> QImage:
    """What is painted now, and the windows that lie over it."""
    return window.grab().toImage()


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=[*STATES, *FURTHER], help="one state instead of all")
    parser.add_argument("--in", dest="language", choices=LANGUAGES, help="one language instead of all")
    args = parser.parse_args(words)
    app = QApplication(["stills"])
    theme.apply(app)
    args.folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as compiled:
        compile_into(Path(compiled))
        application.TRANSLATIONS = Path(compiled)
        paint(args, Languages(app))


def paint(args: argparse.Namespace, languages: Languages) -> None:
    """What was asked for, a file each."""
    site = demo_site()
    for language in [args.language] if args.language else LANGUAGES:
        languages.choose(language)
        for name in [args.only] if args.only else [*STATES, *FURTHER]:
            image = FURTHER[name](site) if name in FURTHER else of_desk(site, STATES[name])
            image.save(str(args.folder / f"{name}-{language}.png"))


if __name__ == "__main__":
    main()
