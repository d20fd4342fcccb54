"""Every key of the operating manual does what it says there, pressed on the real windows."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.servers.pulseaudio import SoundServer
from tests.servers.xvfb import LEFT, MID, RIGHT
from tests.sources import ROOT
from tests.system.eyes import Image
from tests.system.showing import CAMERAS, Show, Stage, camera
from tests.waiting import wait_until

SECOND_PAGE = range(17, CAMERAS + 1)
LARGE = (860, 300)  # on the desk's large picture
FIRST_TILE, SECOND_TILE = (MID.left + 240, 60), (MID.left + 720, 60)
LOWER = (484, 530, 1004, 540)  # the panel below the desk's pictures
LOWER_EDGE = (700, 990, 1220, 1070)  # where the list of people stands
CHANGED = 0.01  # so much of a part of the screen has changed when something else stands there


def changed(show: Show, before: Image) -> bool:
    return bool((show.eyes.part(LOWER) != before).mean() > CHANGED)


def in_lower_panel(show: Show) -> list[int]:
    """Whose pictures stand below those of the desk."""
    return [one.number for one in show.eyes.pictures(LEFT) if one.box[1] > LOWER[1]]


def arrows(show: Show) -> None:
    """The second alarm is chosen, and F2 acts on it."""
    first, second = show.fire(1)["alarm"], show.fire(2)["alarm"]
    show.console.wait_for("AlarmDisplayed", alarm=second)  # nobody goes to a row that is not there yet
    show.press("Down", "F2")
    show.console.wait_for("AlarmAcknowledged", alarm=second)
    assert not show.console.named("AlarmAcknowledged", alarm=first)


def f2(show: Show) -> None:
    show.press("Up", "F2")
    show.console.wait_for("AlarmAcknowledged", alarm="site/d1#smoke/1")


def large(show: Show) -> list[int]:
    """Whose picture is the large one of the desk."""
    return [one.number for one in show.eyes.pictures(LEFT) if one.box[2] > 700]


def f4(show: Show) -> None:
    """The other camera of the zone whose alarm is shown."""
    best = wait_until(lambda: large(show), 10, "a large picture")
    show.press("F4")
    show.large(LEFT, best[0] + 6)


def replay(show: Show) -> None:
    """The large picture looks back, then all of the desk; Esc is live again."""
    for key, least in (("space", 1), ("shift+space", 2)):
        show.press(key)
        begun = wait_until(lambda n=least: show.console.named("ReplayBegun")[n - 1 :], 10, "the replay")[0]
        assert len(begun["cameras"]) >= least
        show.press("Escape")
        wait_until(lambda n=least: len(show.console.named("ReplayEnded")) >= n, 10, "its end")
    assert show.console.named("ReplayEnded")[-1]["why"] == "live"


def snapshot(show: Show) -> None:
    show.press("ctrl+s")
    taken = show.console.wait_for("SnapshotTaken")
    assert (show.console.data / taken["path"]).is_file()


def memory(show: Show) -> None:
    """What is held of every camera of this very demo."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+m")
    wait_until(lambda: changed(show, before), 10, "the page of memory")


def f3(show: Show) -> None:
    """That zone's own camera again."""
    second = wait_until(lambda: large(show), 10, "a large picture")
    show.press("F3")
    show.large(LEFT, second[0] - 6)


def esc(show: Show) -> None:
    """The alarms' pictures go."""
    for _ in range(2):
        show.press("Escape")
    show.shows(RIGHT, *SECOND_PAGE)


def enter(show: Show) -> None:
    """The pictures of the chosen alarm."""
    show.press("Return")
    show.large(LEFT, 1)
    show.press("Escape")


def number(show: Show) -> None:
    """Into the selected tile, the first of the wall; then into the third one too."""
    show.click(*FIRST_TILE)
    show.rest_pointer()
    show.press("1", "7", "Return")
    assert show.shows_among(MID, 17)[0].number == 17
    show.press("1", "7", "asterisk", "3", "Return")
    wait_until(lambda: show.numbers(MID).count(17) == 2, 10, "camera 17 on both tiles")


def command_line(show: Show) -> None:
    """Camera 24 by its name into the selected tile."""
    show.press("ctrl+k")
    show.press("C", "a", "m", "e", "r", "a", "space", "2", "4", "Return")
    show.shows_among(MID, 24)


def site_plan(show: Show) -> None:
    before = show.eyes.part(LOWER)
    show.press("F6")
    wait_until(lambda: changed(show, before), 10, "the site plan")


def floor_plan(show: Show) -> None:
    before = show.eyes.part(LOWER)
    show.press("F8")
    wait_until(lambda: changed(show, before), 10, "the floor")


def wall_and_clips(show: Show) -> None:
    show.press("ctrl+w")
    wait_until(lambda: len(in_lower_panel(show)) == 4, 10, "four pictures in the panel below")
    show.press("ctrl+e")
    wait_until(lambda: not in_lower_panel(show), 10, "the clips in their place")


def drill(show: Show) -> None:
    """The page of drills stands below the pictures."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+b")
    wait_until(lambda: changed(show, before), 10, "the page of drills")


def silence(show: Show) -> None:
    show.fire(3)
    show.console.wait_for("SoundChanged", tone="fire")
    before = len(show.console.events())
    show.press("F10")
    show.console.wait_for("SoundSilenced", after=before)
    show.press("Escape", "Escape")


def full(show: Show) -> None:
    """The tile of the first wall that is selected fills it, and is one of sixteen again."""
    show.click(*FIRST_TILE)
    show.rest_pointer()
    show.press("F11")
    wait_until(lambda: [one.box[2] for one in show.eyes.pictures(MID)] == [1920], 10, "one picture on the whole wall")
    show.press("F11")
    wait_until(lambda: len(show.eyes.pictures(MID)) == 16, 10, "sixteen pictures")


def page(show: Show) -> None:
    """Of the wall with the selected tile."""
    show.click(*FIRST_TILE)
    show.rest_pointer()
    show.press("Next")
    show.shows(MID, *SECOND_PAGE)
    show.press("Prior")
    show.shows(MID, *range(1, 17))


def layouts(show: Show) -> None:
    """Sixteen, twelve, nine tiles, and back."""
    show.click(*FIRST_TILE)
    show.rest_pointer()
    show.press("minus", "minus", title="wall-1$")
    show.shows(MID, *range(1, 10))
    show.press("plus", "plus", title="wall-1$")
    show.shows(MID, *range(1, 17))


def arrows_on_a_wall(show: Show) -> None:
    """From the first tile to the one beside it, which is emptied and filled again."""
    show.click(*FIRST_TILE)
    show.rest_pointer()
    show.press("Right", "Delete", title="wall-1$")
    show.shows(MID, 1, *range(3, 17))
    show.press("2", "Return", title="wall-1$")
    show.shows(MID, *range(1, 17))


def notice(show: Show) -> None:
    show.monitors.unplug(RIGHT)
    show.console.wait_for("ScreenLost", screen=RIGHT.name)
    show.press("ctrl+d")
    show.console.wait_for("NoticeDismissed", code="screen wall-2")
    show.monitors.plug(RIGHT)
    show.console.wait_for("ScreenBack", screen=RIGHT.name)


def dispatch(show: Show) -> None:
    """The chosen alarm becomes an incident."""
    show.press("F5")
    show.console.wait_for("IncidentOpened", place="1区烟感")


def new_incident(show: Show) -> None:
    """Of a place that was told by telephone."""
    show.press("ctrl+n", "G", "a", "t", "e", "Return")
    show.console.wait_for("IncidentOpened", place="Gate")


def trends(show: Show) -> None:
    before = show.eyes.part(LOWER)
    show.press("F7")
    wait_until(lambda: changed(show, before), 10, "the trends")


def incidents(show: Show) -> None:
    before = show.eyes.part(LOWER)
    show.press("F9")
    wait_until(lambda: changed(show, before), 10, "the incidents")


def identify(show: Show) -> None:
    """A plate stands in the lower left corner of every screen until the key is pressed again."""
    corner = 9  # its frame code lies under the plate of the first wall
    show.press("ctrl+i")
    wait_until(lambda: corner not in show.numbers(MID), 10, "a number on the wall")
    show.press("ctrl+i")
    show.shows(MID, *range(1, 17))


def opens_the_list_of_people(show: Show, key: str) -> None:
    """It stands over the middle of the lower edge until the same key is pressed again."""
    before = show.eyes.part(LOWER_EDGE)
    show.press(key)
    wait_until(lambda: (show.eyes.part(LOWER_EDGE) != before).mean() > CHANGED, 20, "the list of people")
    show.press("ctrl+u")
    wait_until(lambda: (show.eyes.part(LOWER_EDGE) != before).mean() < CHANGED, 20, "the desk as it was")


def people(show: Show) -> None:
    opens_the_list_of_people(show, "ctrl+u")


def lock(show: Show) -> None:
    """Here nobody had to sign in, and the list says so; the lock itself falls in tests/widgets/test_people.py."""
    opens_the_list_of_people(show, "ctrl+l")


def reload(show: Show) -> None:
    show.press("ctrl+r")
    show.console.wait_for("SiteUnchanged")


def click(show: Show) -> None:
    """The number goes where the hand was."""
    show.click(*SECOND_TILE)
    show.rest_pointer()
    show.press("2", "0", "Return")
    seen = show.shows_among(MID, 20)
    assert next(one.box[0] for one in seen if one.number == 20) in range(MID.left + 475, MID.left + 485)


def pointer(show: Show) -> None:
    """A fire waits while the pointer is on the large picture, and comes when it leaves."""
    show.click(*LARGE)
    alarm = show.fire(4)["alarm"]
    show.console.wait_for("CameraShown", alarm=alarm, window="wall-2")
    assert large(show) != [4]
    show.rest_pointer()
    show.console.wait_for("CameraShown", alarm=alarm, window="desk-1", camera=camera(4))
    show.large(LEFT, 4)


def performance(show: Show) -> None:
    """The figures of this very demo are counted by the child and painted."""
    show.press("ctrl+p")
    show.console.wait_for("PerformanceCounted", timeout=60)
    show.press("F8")


def arrivals(show: Show) -> None:
    """What the sources of this very demo send."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+o")
    wait_until(lambda: changed(show, before), 20, "what arrives")
    show.press("F8")


def health(show: Show) -> None:
    """Every camera of this very demo with its figures."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+g")
    wait_until(lambda: changed(show, before), 10, "the cameras' health")
    show.press("F8")


def newcomers(show: Show) -> None:
    """No device has come to this very demo, and the page says so."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+q")
    wait_until(lambda: changed(show, before), 10, "the devices without a place")
    show.press("F8")


def closed(show: Show) -> None:
    """The child has looked through the journal of this very demo; digits go to the words, not to a tile."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+f")
    wait_until(lambda: changed(show, before), 20, "the closed incidents")
    show.press("Escape", "F8")


def handover(show: Show) -> None:
    """The sheet of this very room, with a button that says so."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+h")
    wait_until(lambda: changed(show, before), 20, "the sheet")
    show.press("F8")


def proofs(show: Show) -> None:
    """The detectors of the site, and when each was tested."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+t")
    wait_until(lambda: changed(show, before), 20, "the detectors")
    show.press("F8")


def screens(show: Show) -> None:
    """The newest second of this very desk, read back from the record."""
    before = show.eyes.part(LOWER)
    show.press("ctrl+y")
    wait_until(lambda: changed(show, before), 20, "the screen record")
    show.press("F8")


PROOFS: dict[str, Callable[[Show], None]] = {  # in the order of a shift: one leaves what the next one needs
    "Ctrl+R": reload,
    "PgUp PgDn": page,
    "+ −": layouts,
    "← ↑ → ↓ on a wall": arrows_on_a_wall,
    "F11": full,
    "Ctrl+I": identify,
    "Ctrl+L": lock,
    "Ctrl+U, or a press on the name in the header": people,
    "Ctrl+D": notice,
    "↑ ↓ or a click in the table": arrows,
    "F2": f2,
    "F5": dispatch,
    "Ctrl+N": new_incident,
    "F4": f4,
    "F3": f3,
    "Space, Shift+Space": replay,
    "Ctrl+S": snapshot,
    "F7": trends,
    "F9": incidents,
    "F6": site_plan,
    "F8": floor_plan,
    "Ctrl+W, Ctrl+E": wall_and_clips,
    "Ctrl+B": drill,
    "Ctrl+P": performance,
    "Ctrl+F": closed,
    "Ctrl+Q": newcomers,
    "Ctrl+G": health,
    "Ctrl+O": arrivals,
    "Ctrl+M": memory,
    "Ctrl+H": handover,
    "Ctrl+T": proofs,
    "Ctrl+Y": screens,
    "Esc": esc,
    "Enter, double click on a row": enter,
    "F10": silence,
    "pointer moving on the large picture": pointer,
    "click on a picture": click,
    "1 7 Enter, 1 7 * 3 Enter": number,
    "Ctrl+K": command_line,
}


AT_THE_TALK_BAR = {  # this park has no voice server: where they are pressed on a real window that has one
    "Ctrl+J": "tests/widgets/test_ptz.py",  # and no camera that turns
    "F12, held": "tests/system/test_talk_desk.py",
    "PageDown, PageUp, Home, End, ↑ ↓ in a list of a page": "tests/widgets/test_line_lists.py",
    "R": "tests/widgets/test_talk_bar.py",
    "L": "tests/widgets/test_drill_view.py",  # and no drill is on
    "1, 2, 3, 4 among the answers": "tests/widgets/test_alarm_forms.py",
}


def keys_of_the_manual() -> list[str]:
    text = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    table = text.partition("## Keys\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| ([^|]+?) \|", table, re.MULTILINE)[1:]


def test_every_key_of_the_manual_has_a_proof_here() -> None:
    assert sorted(keys_of_the_manual()) == sorted({*PROOFS, *AT_THE_TALK_BAR})
    for key, file in AT_THE_TALK_BAR.items():
        assert re.search(
            rf"\b(Key_)?{re.escape(key.partition(',')[0])}\b", (ROOT / file).read_text(encoding="utf-8")
        ), key


def test_every_key_does_what_the_manual_says(stage: Stage, sound_server: SoundServer) -> None:
    show = stage.start("--sound")
    show.settled()
    for key, prove in PROOFS.items():
        try:
            prove(show)
        except AssertionError as error:
            raise AssertionError(f"{key}: {error}") from error
