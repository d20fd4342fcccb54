"""A desk window at a position with a voice: groups, a voice server that says what a test makes it say, no sound."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.model import Act, Deed, Group, GroupId, GroupKind, Scenario, ScenarioId, Site
from tests.fake_talk import FakeTalk
from tests.widgets.desk import SITE, Desk
from widgets.talk import TalkBar

FIRE, GUARDS, ESTATE, ALL = (GroupId(name) for name in ("fire", "guards", "estate", "all"))
GROUPS = (
    Group(FIRE, "消防一组", "Fire 1", "Park/Fire", chosen=True),
    Group(GUARDS, "保卫组", "Security", "Park/Guards"),
    Group(ESTATE, "物业组", "Estate", "Park/Estate"),
    Group(ALL, "全体", "All", "Park", GroupKind.ALL),
)
WORDS = {"en": "x", "zh_CN": "x", "zh_TW": "x"}
SCENARIO = Scenario(ScenarioId("smoke"), WORDS, 12, (Act(600, Deed.SAY, text=WORDS),))
TALKING_SITE = replace(SITE, groups=GROUPS, scenarios=(SCENARIO,))


class TalkDesk(Desk):
    """Its groups are ready; the key is pressed at the window, as a keyboard does."""

    def __init__(
        self, size: tuple[int, int] = (1920, 1080), site: Site = TALKING_SITE, language: str = "en"
    ) -> None:  # fmt: skip
        super().__init__(size=size, site=site, language=language)
        self.voice.ready(*(group.id for group in site.groups if group.kind is GroupKind.TEAM))
        self.hear()

    def before_window(self) -> None:
        self.voice = FakeTalk(self.inbox, self.clock)
        self.console.talking.connect(self.voice)

    @property
    def bar(self) -> TalkBar:
        assert self.window.talk is not None
        return self.window.talk

    def hear(self) -> None:
        """What the voice server has said is taken and painted."""
        self.take()
        self.settle()

    def pass_beats(self, ms: int) -> None:
        """Time goes by in beats of the talk key."""
        for _ in range(ms // 50):
            self.clock.advance(50)
            self.take()
        self.settle()

    def start_drill(self) -> None:
        """A drill in which nothing happens for ten minutes."""
        self.console.drilling.start(SCENARIO.id, "Gao", 12)
        self.pass_beats(100)

    # ---- the key and the mouse -----------------------------------------------------------------------------------

    def _key(self, kind: QEvent.Type, key: Qt.Key, repeated: bool) -> None:
        QApplication.sendEvent(
            self.keyboard, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=repeated)
        )
        self.take()

    @property
    def keyboard(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def key_down(self, *, repeated: bool = False) -> None:
        self._key(QEvent.Type.KeyPress, Qt.Key.Key_F12, repeated)

    def key_up(self, *, repeated: bool = False) -> None:
        self._key(QEvent.Type.KeyRelease, Qt.Key.Key_F12, repeated)

    def let_go(self) -> None:
        """The key goes up and stays up."""
        self.key_up()
        self.pass_beats(100)

    def mouse_down(self) -> None:
        QTest.mousePress(self.bar.button, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
        self.take()

    def mouse_up(self) -> None:
        QTest.mouseRelease(self.bar.button, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
        self.hear()
