"""The page of clips: what is listed, what is said instead of a picture, what each key asks of the player."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from console.model import AlarmId, CameraId, Quality
from console.ports import ClipFailed, ClipOrder, ClipSaved, ClipTrouble, Frame
from console.replays import (
    ClipAt,
    CloseClip,
    PauseClip,
    PlayClip,
    PlayTrouble,
    RateClip,
    ReplayFailed,
    ReplayOrder,
    SeekClip,
    SnapClip,
    SnapshotSaved,
    StepClip,
)
from tests.widgets.desk import EARS, Desk, Handed, said_by
from widgets.player import PlayerPanel

LENGTH_MS = 90_000


class Played(Handed):
    """Pictures handed in one by one, and every order to the player."""

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[ReplayOrder] = []

    def replay(self, order: ReplayOrder) -> None:
        self.orders.append(order)

    def hand_replay(self, slot: int, camera: CameraId) -> None:
        pixels = np.full((90, 160, 4), 200, np.uint8)
        self._next[slot] = Frame(
            camera, Quality.SUB, 1, 0, 160, 90, 640, memoryview(pixels.tobytes()), from_memory=True
        )


@dataclass
class Page:
    """The page on a desk with a fire alarm that ordered its clips."""

    desk: Desk
    video: Played
    clips: list[ClipOrder]
    alarm: AlarmId

    @property
    def panel(self) -> PlayerPanel:
        return self.desk.window.player

    def texts(self) -> list[str]:
        return [one.text for widget in (self.panel.picture, self.panel.list.viewport(), self.panel, self.panel.bar)
                for one in said_by(widget)]  # fmt: skip

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.list, key)

    def save(self, clip: ClipOrder, *, partial: bool = False) -> None:
        self.desk.take(
            ClipSaved(
                clip.camera, clip.path, "ab12" * 16, 1, clip.from_ms, clip.from_ms + LENGTH_MS, 1350, 0, partial
            )
        )  # fmt: skip

    def play_first(self) -> int:
        """Open the first clip; the number of what is played."""
        self.save(self.clips[0])
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Return)
        play = self.orders(PlayClip)[-1].play
        self.at(play, 0)
        return play

    def at(self, play: int, ms: int, *, paused: bool = False, rate: float = 1.0) -> None:
        start = self.clips[0].from_ms
        self.desk.take(ClipAt(play, ms * 15 // 1000, 1350, ms, LENGTH_MS, start, rate, paused, is_ended=False))

    def orders(self, kind: type) -> list:
        return [order for order in self.video.orders if isinstance(order, kind)]


@pytest.fixture
def page(open_desk) -> Iterator[Page]:
    video = Played()
    desk = open_desk(video=video)
    clips: list[ClipOrder] = []
    desk.console.evidence.connect(clips.append)
    desk.console.sight.reviewing.connect(video.replay)
    alarm = desk.change()
    desk.window.acts.show_clips()
    QCoreApplication.processEvents()
    yield Page(desk, video, clips, alarm)
    EARS.clear()


def test_the_clips_of_the_chosen_alarm_are_listed_with_camera_reason_and_what_became_of_them(page: Page) -> None:
    assert len(page.clips) >= 2
    page.save(page.clips[0])
    page.desk.take(ClipFailed(page.clips[1].camera, page.clips[1].path, ClipTrouble.DISK_FULL))
    said = page.texts()
    assert "saved" in said and "ab12ab12" in said
    assert "no clip: the disk is full" in said
    rows = [entry.in_words() for entry in page.panel.list.lines.rows]
    assert rows[0].startswith("1 · Camera 1 · sees it") and "SHA-256 ab12ab12" in rows[0]


def test_a_clip_that_is_being_recorded_says_when_it_is_ready_and_is_not_played(page: Page) -> None:
    assert any(text.startswith("recording, ready in 60 s") for text in page.texts())
    page.press(Qt.Key.Key_Return)
    assert page.orders(PlayClip) == []
    assert any("recording, ready in" in text for text in page.panel.picture.instead.split(": "))


def test_without_a_fire_alarm_the_page_says_what_to_do(open_desk) -> None:
    desk = open_desk(video=Played())
    desk.window.acts.show_clips()
    assert desk.window.player.picture.instead == "Choose a fire alarm: its clips are listed here"


def test_enter_plays_the_clip_and_its_own_time_stands_over_the_picture(page: Page) -> None:
    play = page.play_first()
    page.at(play, 30_500)
    order = page.orders(PlayClip)[0]
    page.video.hand_replay(order.slot, page.clips[0].camera)
    page.panel.on_frame_time()
    said = page.texts()
    assert "REPLAY" in said and "LIVE" not in said
    moment = page.desk.window.player._placing.local(page.clips[0].from_ms + 30_500)
    assert any(text.startswith(moment.strftime("%Y-%m-%d %H:%M:%S")) for text in said)
    assert page.panel.slider.value() == 30_500
    assert page.panel.slider.alarm_ms == 30_000


def test_every_key_asks_for_what_the_manual_says(page: Page) -> None:
    play = page.play_first()
    page.at(play, 10_000)
    for key in (Qt.Key.Key_Comma, Qt.Key.Key_Period, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_BracketRight,
                Qt.Key.Key_BracketLeft, Qt.Key.Key_Space):  # fmt: skip
        page.press(key)
    assert page.video.orders[-7:] == [
        StepClip(play, -1), StepClip(play, 1), SeekClip(play, 9_000), SeekClip(play, 11_000), RateClip(play, 2.0),
        RateClip(play, 0.5), PauseClip(play, is_paused=True),
    ]  # fmt: skip
    page.press(Qt.Key.Key_S)
    snap = page.orders(SnapClip)[0]
    assert (snap.number, snap.name, snap.zone, snap.alarm) == (1, "Camera 1", "Asia/Shanghai", page.alarm)


def test_a_press_on_the_slider_seeks_there(page: Page) -> None:
    play = page.play_first()
    slider = page.panel.slider
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    (sought,) = page.orders(SeekClip)
    assert sought.play == play and abs(sought.at_ms - LENGTH_MS // 2) < 500


def test_a_snapshot_says_where_it_was_saved(page: Page) -> None:
    play = page.play_first()
    page.desk.take(SnapshotSaved(play, "evidence/2026/11/21/a/C-1_at_1.png", "e" * 64, 5, 5))
    assert "Saved: C-1_at_1.png" in page.panel.note


def test_a_clip_that_stopped_says_so_plainly_and_gives_its_place_back(page: Page) -> None:
    play = page.play_first()
    taken = page.panel._slots.taken
    page.desk.take(ReplayFailed(play, PlayTrouble.STOPPED, ""))
    assert page.panel._slots.taken == taken - 1
    assert "The clip stopped: open it again" in page.texts()
    page.press(Qt.Key.Key_Return)
    assert len(page.orders(PlayClip)) == 2


def test_another_page_lets_the_clip_stand_still_and_closing_it_gives_the_slot_back(page: Page) -> None:
    play = page.play_first()
    taken = page.panel._slots.taken
    page.desk.window.acts.show_wall()
    assert page.orders(PauseClip) == [PauseClip(play, is_paused=True)]
    page.desk.window.acts.show_clips()
    page.panel.transport.close_clip.click()
    assert page.orders(CloseClip) == [CloseClip(play)]
    page.desk.window.acts.show_wall()
    page.desk.window.acts.show_clips()
    assert page.panel._slots.taken == taken - 1


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW", "qps"])
@pytest.mark.parametrize("width", [640, 1000])
def test_no_word_of_the_page_is_cut_in_any_language(open_desk, language: str, width: int) -> None:
    desk = open_desk(video=Played(), language=language)
    panel = desk.window.player
    panel.setParent(None)
    panel.resize(width, 422)
    panel.show()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    for chip in (panel.transport.snapshot, panel.transport.close_clip, *panel.transport.rates.values()):
        assert all(said.is_whole for said in said_by(chip)), chip.text()
        assert chip.width() >= chip.sizeHint().width()
    panel.close()
    panel.deleteLater()


def test_everything_on_the_page_has_a_name_for_those_who_cannot_see_it(page: Page) -> None:
    transport = page.panel.transport
    chips = [transport.before, transport.back, transport.play, transport.forth, transport.after, transport.snapshot,
             transport.close_clip, *transport.rates.values()]  # fmt: skip
    assert all(chip.accessibleName() and chip.focusPolicy() & Qt.FocusPolicy.TabFocus for chip in chips)
    assert page.panel.list.accessibleName() and page.panel.slider.accessibleName()
    assert page.panel.picture.accessibleDescription()
