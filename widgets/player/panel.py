"""The page of recorded clips: the chosen alarm's clips at the left, the player at the right. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.evidence import Clip
from console.model import AlarmId
from console.ports import Video
from console.reviewing import RATES, Phase, Review
from widgets import lettering, theme
from widgets.drill import veil
from widgets.placing import Placing
from widgets.player.bar import PlayerBar
from widgets.player.listing import ClipList, Entry
from widgets.player.screen import PlayerScreen
from widgets.player.slider import SeekSlider
from widgets.player.transport import Transport
from widgets.player.words import PlayerWords
from widgets.slots import Slots
from widgets.words import Words

LIST_WIDTH = 300
FRAME_MS, LOOK_MS = 33, 1_000
SECOND_MS = 1_000
NOTE = 20


class PlayerPanel(QWidget):
    """Space, `,` `.`, arrows, `[` `]` and S act on the clip while the keys are here."""

    def __init__(
        self, console: Console, video: Video, slots: Slots, placing: Placing, words: Words,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._video = video
        self._slots = slots
        self._placing = placing
        self._tile_words = words
        self._words = PlayerWords(self)
        self._alarm: AlarmId | None = None
        self._slot: int | None = None
        self._refusal = ""
        self.note = ""
        self.bar, self.list, self.picture = PlayerBar(self), ClipList(self), PlayerScreen(self)
        self.slider, self.transport = SeekSlider(self), Transport(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(LIST_WIDTH)
        self.setFocusProxy(self.list)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.picture, 1)
        right.addWidget(self.slider)
        right.addSpacing(NOTE)
        right.addWidget(self.transport)
        body = QHBoxLayout()
        body.setSpacing(theme.GUTTER)
        body.addWidget(self.list)
        body.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        reviewing, transport = self._console.sight.reviewing, self.transport
        self.list.opened.connect(self.play_chosen)
        self.slider.sought.connect(reviewing.seek)
        transport.play.clicked.connect(reviewing.toggle_pause)
        transport.back.clicked.connect(lambda: reviewing.step(-1))
        transport.forth.clicked.connect(lambda: reviewing.step(1))
        transport.before.clicked.connect(lambda: self.play_next(-1))
        transport.after.clicked.connect(lambda: self.play_next(1))
        transport.snapshot.clicked.connect(self.snapshot)
        transport.close_clip.clicked.connect(reviewing.close)
        for rate, chip in transport.rates.items():
            chip.clicked.connect(lambda _=False, r=rate: self._set_rate(r))
        subscribe = self._console.announcer.subscribe
        subscribe(announce.ReviewChanged, self.on_changed)
        for kind in (announce.EvidenceOrdered, announce.EvidenceSaved, announce.EvidenceFailed):
            subscribe(kind, self.on_clip)
        self._frames, self._looks = QTimer(self), QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self.on_frame_time)
        self._looks.setInterval(LOOK_MS)
        self._looks.timeout.connect(self.look)

    # ---- what it shows ----

    def show_clips(self, alarm: AlarmId | None) -> None:
        """List this alarm's clips; the one that is played goes on."""
        self._alarm = alarm
        self._refusal = ""
        self.look()

    def on_changed(self, _announced: announce.Announcement) -> None:
        self.look()

    def on_clip(self, announced: announce.Announcement) -> None:
        """Of the clips of other alarms nothing is shown here."""
        if announced.alarm == self._alarm:  # type: ignore[attr-defined]  # every kind subscribed to carries one
            self.look()

    def clips(self) -> tuple[Clip, ...]:
        return self._console.evidence.clips(self._alarm) if self._alarm is not None else ()

    def look(self) -> None:
        """Take up what the desks say now."""
        review, clips = self._console.sight.reviewing.review, self.clips()
        self._keep_slot(review)
        self.list.show_rows([self._entry(clip, review) for clip in clips])
        self.bar.title = self._title(clips)
        self.picture.word = self._words.replay()
        self.picture.camera = self._camera(review.clip) if review.clip is not None else ""
        self.picture.moment = self._moment(review.at_wall_ms) if review.at is not None else ""
        self.picture.instead = self._refusal or self._words.instead(review, clips, has_alarm=self._alarm is not None)
        at = review.at if review.is_open else None
        self.slider.setEnabled(at is not None)
        if at is not None:
            self.slider.place(at.at_ms, at.length_ms, self._alarm_in(review))
        self.transport.look(review, self.list.currentIndex().row(), len(clips))
        self.note = self._note(review)
        self.picture.setAccessibleDescription(
            f"{self.picture.camera} {self.picture.moment} {self.picture.instead}".strip()
        )
        for widget in (self, self.bar, self.picture):
            widget.update()

    def _entry(self, clip: Clip, review: Review) -> Entry:
        begins = clip.start_ms or clip.from_ms
        ends = clip.end_ms or clip.until_ms
        length = self.tr("%1 s").replace("%1", str(round((ends - begins) / 1000)))
        return Entry(
            clip, self._name(clip), self._reason(clip), f"{self._placing.clock(begins)} · {length}",
            self._words.state(clip, self._console.clock.now_ms()),
            review.clip is not None and review.clip.path == clip.path,
        )  # fmt: skip

    def _name(self, clip: Clip) -> str:
        camera = self._console.cameras.get(clip.camera)
        return self._placing.camera(camera) if camera is not None else clip.camera

    def _camera(self, clip: Clip) -> str:
        return f"{clip.number}  {self._name(clip)}"

    def _reason(self, clip: Clip) -> str:
        """Why the alarm chose this camera, as far as it is remembered."""
        ranking = self._console.seeing.rankings.get(self._alarm) if self._alarm is not None else None
        chosen = ranking.chosen if ranking is not None else ()
        tiers = [int(choice.tier) for choice in chosen if choice.camera.id == clip.camera]
        return self._tile_words.tier(tiers[0]) if tiers else ""

    def _title(self, clips: tuple[Clip, ...]) -> str:
        alarm = self._console.alarms.get(self._alarm) if self._alarm is not None else None
        if alarm is None:
            return self.tr("Clips")
        text = self.tr("Clips (%1): %2").replace("%1", str(len(clips)))
        return text.replace("%2", self._placing.title(alarm))

    def _moment(self, wall_ms: int) -> str:
        """The picture's own time at the site, to the hundredth."""
        return self._placing.local(wall_ms).strftime("%Y-%m-%d %H:%M:%S") + f".{wall_ms % 1000 // 10:02d}"

    def _alarm_in(self, review: Review) -> int | None:
        """When the alarm was raised, ms from the clip's beginning; None when it is no longer known."""
        alarm = self._console.alarms.get(review.alarm) if review.alarm is not None else None
        return alarm.raised_ms - review.at.start_ms if alarm is not None and review.at is not None else None

    def _note(self, review: Review) -> str:
        """Time, length and picture; where the newest snapshot is."""
        at = review.at
        if at is None or not review.is_open:
            return ""
        text = f"{_span(at.at_ms)} / {_span(at.length_ms)}  ·  {at.frame + 1}/{at.frames}"
        if review.snapshot_code:
            failed = self.tr("No snapshot: %1").replace("%1", self._words.clip_trouble(review.snapshot_code))
            return f"{text}  ·  {failed}"
        if review.snapshot:
            return f"{text}  ·  " + self.tr("Saved: %1").replace("%1", review.snapshot.rpartition("/")[2])
        return text

    # ---- pictures ----

    def _keep_slot(self, review: Review) -> None:
        """A slot is ours only while there is something to play in it."""
        is_over = review.phase in {Phase.CLOSED, Phase.FAILED}
        if self._slot is not None and (is_over or review.slot != self._slot):
            self._slots.give_back(self._slot)
            self._slot = None
            self.picture.clear()

    def on_frame_time(self) -> None:
        if self._slot is not None and (frame := self._video.frame(self._slot)) is not None:
            self.picture.take(frame)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._frames.start()
        self._looks.start()
        self.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the clip stands still."""
        super().hideEvent(event)
        self._frames.stop()
        self._looks.stop()
        at = self._console.sight.reviewing.review.at
        if at is not None and not at.is_paused:
            self._console.sight.reviewing.toggle_pause()

    # ---- what the operator does ----

    def play(self, clip: Clip) -> None:
        """Open this clip; why that cannot be is said where the picture would be."""
        if self._alarm is None:
            return
        self._console.sight.reviewing.close()
        slot = self._slots.take()
        try:
            self._console.sight.reviewing.open(self._alarm, clip, slot)
        except CommandRefused:
            self._slots.give_back(slot)
            self._refusal = f"{self._camera(clip)}: {self._words.state(clip, self._console.clock.now_ms())}"
        else:
            self._slot, self._refusal = slot, ""
        self.picture.clear()
        self.look()

    def play_next(self, by: int) -> None:
        """The clip after or before the current one of the list."""
        if self.list.step(by):
            self.play_chosen()

    def play_chosen(self) -> None:
        if (entry := self.list.chosen()) is not None:
            self.play(entry.clip)

    def snapshot(self) -> None:
        review = self._console.sight.reviewing.review
        if review.clip is not None:
            zone = self._console.site.time_zone
            word = f"{veil.TEXT} · {self._words.replay()}" if veil.is_shown() else self._words.replay()
            self._console.sight.reviewing.snapshot(self._name(review.clip), zone, word)

    def _set_rate(self, rate: float) -> None:
        self._console.sight.reviewing.set_rate(rate)

    def _change_rate(self, by: int) -> None:
        at = self._console.sight.reviewing.review.at
        if at is not None and at.rate in RATES:
            self._set_rate(RATES[max(0, min(len(RATES) - 1, RATES.index(at.rate) + by))])

    def _go_by(self, ms: int) -> None:
        at = self._console.sight.reviewing.review.at
        if at is not None:
            self._console.sight.reviewing.seek(at.at_ms + ms)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        reviewing = self._console.sight.reviewing
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: reviewing.toggle_pause,
            Qt.Key.Key_Comma: lambda: reviewing.step(-1),
            Qt.Key.Key_Period: lambda: reviewing.step(1),
            Qt.Key.Key_Left: lambda: self._go_by(-SECOND_MS),
            Qt.Key.Key_Right: lambda: self._go_by(SECOND_MS),
            Qt.Key.Key_BracketLeft: lambda: self._change_rate(-1),
            Qt.Key.Key_BracketRight: lambda: self._change_rate(1),
            Qt.Key.Key_S: self.snapshot,
        }
        act = acts.get(event.key())
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        act()

    # ---- painting ----

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:  # ended whatever happens
            painter.fillRect(self.rect(), theme.colour("bg.panel"))
            left = self.slider.x() + theme.SPACE
            box = QRect(left, self.slider.geometry().bottom(), self.width() - left - theme.SPACE, NOTE)
            lettering.draw(painter, box, "note", self.note, theme.colour("text"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Clips of the chosen alarm"))
        self.slider.setAccessibleName(self.tr("Place in the clip"))
        self.picture.setAccessibleName(self.tr("Recorded picture"))
        self.transport.retranslate()
        self.look()


def _span(ms: int) -> str:
    """Minutes, seconds and hundredths."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}.{ms % 1000 // 10:02d}"
