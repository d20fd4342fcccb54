"""The page of the screen record: which second at its left, the window as it stood, and who changed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from console import announce
from console.app import Console
from console.eye import Scene
from console.model import LIVE
from widgets import theme
from widgets.eye.control import EyeControl
from widgets.eye.eye_words import EyeWords
from widgets.eye.screen import EyeScreen
from widgets.left_side import LeftSide
from widgets.lower_page import LowerPage
from widgets.placing import Placing
from widgets.player.bar import PlayerBar
from widgets.remote.remote_words import RemoteWords
from widgets.sheet import Head, Numbered, Row, Sheet, Text
from widgets.words import Words

BACK_S = 2  # the newest second that is surely on disk
LEFT, ACTS_SHARE, ACTS_LEAST = 250, 0.36, 150
CLOCK = 78  # px of the column of times


class EyePage(LowerPage[PlayerBar]):
    """Asks the desk of the record and shows its newest answer."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(console, PlayerBar(), parent, every_ms=0)
        self._placing = placing
        self._words = EyeWords(placing, words, RemoteWords(console, placing, words, self), self)
        self._t_s = 0
        self.control = EyeControl(self)
        self.left = LeftSide(self.control, self.control.retranslate, self)
        self.screen_then = EyeScreen(self._words, self)
        self.acts = Sheet(self._rows, self)
        self.setFocusProxy(self.control.time)
        self.control.asked.connect(self.on_asked)
        self.control.step_asked.connect(lambda by: self.ask(self._t_s + by))
        self.control.now_asked.connect(self.open)
        self.follow(announce.EyeStirred)
        self.retranslate()

    # ---- asking ----

    def open(self) -> None:
        """The newest second."""
        self.ask(self._console.clock.now_ms() // 1000 - BACK_S)

    def ask(self, t_s: int) -> None:
        """That second of the chosen window."""
        self._t_s = t_s
        self.control.say("")
        self._offer(self._console.sight.eye.scene)
        self._console.sight.eye.ask(
            self.control.position.currentData() or self._console.seat.position,
            self.control.window_name.currentData() or "desk", t_s,
        )  # fmt: skip
        self.look()

    def on_asked(self) -> None:
        """What stands in the fields; a time nobody can read is said to be none."""
        try:
            moment = datetime.fromisoformat(f"{self.control.day.text().strip()}T{self.control.time.text().strip()}")
        except ValueError:
            self.control.say(self.tr("Type the day as 2026-11-21, the time as 14:03:20."))
            return
        zone = ZoneInfo(self._console.site.time_zone) if self._console.site.time_zone else None
        for line in (self.control.day, self.control.time):
            line.setModified(False)
        self.ask(int(moment.replace(tzinfo=zone).timestamp()))

    # ---- what is shown ----

    def _scene(self) -> Scene | None:
        """The answer to what was asked last, once it is there."""
        scene = self._console.sight.eye.scene
        return scene if scene is not None and scene.t_s == self._t_s else None

    def look(self) -> None:
        scene = self._scene()
        self.left.setVisible(self._console.sight.eye.is_on)  # else there is nothing to ask
        self._offer(scene)
        at = self._words.moment(self._t_s * 1000) if self._t_s else " "
        day, _, time = at.partition(" ")
        self.control.show_moment(day, time)
        drill = self.tr("DRILL") if scene is not None and scene.domain != LIVE else ""
        self.screen_then.show_scene(scene.seen if scene is not None else (), self._instead(scene), drill)
        window = self._words.window(scene.window) if scene is not None else ""
        shown = f"{scene.position} · {window} · {at}" if scene is not None else ""
        self.bar.title = " · ".join(filter(None, (self.tr("What was on the screens"), shown)))
        self.bar.update()
        self.acts.refresh()

    def _instead(self, scene: Scene | None) -> str:
        """Why there are no tiles."""
        eye = self._console.sight.eye
        if not eye.is_on:
            return self.tr("This position keeps no record of its screens ([eye] keep_days = 0).")
        if not eye.is_readable:
            return self.tr("The record cannot be read.")
        if scene is None:
            return self.tr("Reading the record.") if self._t_s else self.tr("Type a day and a time, or press Now.")
        if not scene.is_kept:
            return self._words.hole(scene)
        return "" if scene.seen else self.tr("This window showed no picture then.")

    def _offer(self, scene: Scene | None) -> None:
        walls = [*self._console.steering.walls, *(scene.windows if scene is not None else ())]
        names = sorted({"desk", *map(str, walls)})
        positions = sorted({self._console.seat.position, *self._console.sight.eye.positions})
        self.control.offer(positions, [(name, self._words.window(name)) for name in names])

    def _rows(self) -> Sequence[Row]:
        """Half a minute before and after."""
        scene = self._scene()
        rows: list[Row] = [Head(self.tr("Changes, and by whom"))]
        if scene is None or not scene.happened:
            return [*rows, Text(self.tr("Nothing within 30 s."), ink="text.dim")]
        for one in scene.happened:
            what, who = self._words.happened(one)
            is_past = one.at_ms // 1000 <= scene.t_s
            ink = "text.hi" if is_past else "text.dim"
            rows.append(Numbered(self._placing.clock(one.at_ms), what, who, ink, CLOCK))
        return rows

    # ---- places, looks ----

    def arrange(self) -> None:
        super().arrange()
        top, height = theme.PANEL_HEAD, self.height() - theme.PANEL_HEAD
        self.left.setGeometry(0, top, LEFT, height)
        beside = QRect(LEFT + theme.GUTTER, top, self.width() - LEFT - theme.GUTTER, height)
        acts = max(ACTS_LEAST, round(ACTS_SHARE * beside.width()))
        self.screen_then.setGeometry(beside.adjusted(0, 0, -acts - theme.GUTTER, 0))
        self.acts.setGeometry(QRect(beside.right() + 1 - acts, beside.y(), acts, beside.height()))

    def retranslate(self) -> None:
        self.control.retranslate()
        self.screen_then.setAccessibleName(self.tr("What was on the screens"))
        super().retranslate()
