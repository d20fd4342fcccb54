"""What a tile says of a camera that gives no picture, in the words of the manual, while the real camera is ill."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.servers.xvfb import LEFT, RIGHT
from tests.sources import ROOT
from tests.system.process import Running
from tests.system.showing import CAMERAS, Cameras, Show, Stage
from tests.waiting import wait_until

TOLD = "tests.system.telling_console"
TILE = "wall-2/4"  # of camera 20
PAINTED_S = 2.0  # what is said is true at once, what is seen when it is painted


class Telling(Running):
    """The console with `told.json` in its data folder."""

    def launch(self, command: str, *more: str) -> None:
        with self.stderr.open("ab") as stderr:
            self._child = subprocess.Popen(
                [sys.executable, "-m", TOLD, command, *self._arguments, *more], cwd=ROOT, env=self._env, stderr=stderr
            )

    def told(self) -> dict[str, object]:
        path = self.data / "told.json"
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}

    def picture(self, place: str) -> str:
        """What the console says of the picture at that place."""
        pictures = self.told().get("pictures", {})
        return str(pictures.get(place, "")) if isinstance(pictures, dict) else ""

    @property
    def refusal(self) -> str:
        return str(self.told().get("refusal", ""))


@pytest.fixture
def telling(stage: Stage) -> Iterator[tuple[Show, Telling]]:
    show = stage.start(kind=Telling)
    show.settled()
    assert isinstance(show.console, Telling)
    yield show, show.console


def says(console: Telling, place: str, pattern: str) -> None:
    """Sooner or later the console says so of that picture."""
    try:
        wait_until(lambda: re.search(pattern, console.picture(place)), 20, f"{pattern!r} at {place}")
    except AssertionError as error:
        raise AssertionError(f"{error}; it says {console.picture(place)!r}") from None


def test_cameras_that_never_answered_say_why_and_since_when_and_live_as_soon_as_they_do(
    stage: Stage, shown_cameras: Cameras
) -> None:
    ill = {20: ("abort", "no signal"), 21: ("unauthorised", "wrong password"), 22: ("not-found", "not found")}
    for number, (fault, _) in ill.items():
        shown_cameras.fault(number, fault)
    show = stage.start(kind=Telling)
    console = show.console
    assert isinstance(console, Telling)
    for number, (_, word) in ill.items():
        says(console, f"wall-2/{number - 16}", rf"^{number} · Camera {number} · (?i:{word}) · .*\d")
    show.shows(RIGHT, 17, 18, 19, 23, 24)
    shown_cameras.are_well()
    show.shows(RIGHT, *range(17, CAMERAS + 1), timeout=60)
    for number in ill:
        says(console, f"wall-2/{number - 16}", "LIVE$")


def test_a_camera_that_dies_keeps_its_last_picture_and_says_that_it_is_old_and_why(
    telling: tuple[Show, Telling],
) -> None:
    show, console = telling
    show.cameras.fault(20, "abort")
    says(console, TILE, r"NOT LIVE \d+\.\d s · (?i:no signal)")
    wait_until(lambda: 20 not in show.numbers(RIGHT), PAINTED_S, "the picture not to look live any more")
    assert 20 in [one.number for one in show.eyes.old_pictures(RIGHT)]


def test_a_number_that_is_no_camera_is_refused_in_words(telling: tuple[Show, Telling]) -> None:
    show, console = telling
    for keys, words in (
        (("9", "9", "Return"), "No camera has this number"),
        (("5", "asterisk", "9", "9", "Return"), "There is no such tile"),
    ):
        show.press(*keys)
        wait_until(lambda: console.refusal == words, 10, words)  # noqa: B023
    show.press("5", "Return")
    wait_until(lambda: console.refusal == "", 10, "a refusal that is over")
    show.large(LEFT, 5)
