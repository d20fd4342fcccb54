"""The row of buttons below the picture: play, step, rates, snapshot, next and previous clip, close."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.reviewing import RATES, Review
from widgets import theme
from widgets.plan.chips import Chip

RATE_NAMES = {0.25: "¼×", 0.5: "½×", 1.0: "1×", 2.0: "2×", 4.0: "4×", 8.0: "8×"}


class Transport(QWidget):
    """Buttons only; the panel knows what they do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before, self.back, self.play, self.forth, self.after = (Chip(self, checkable=False) for _ in range(5))
        self.rates = {rate: Chip(self) for rate in RATES}
        self.snapshot, self.close_clip = (Chip(self, checkable=False) for _ in range(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE, 0, theme.SPACE, theme.SPACE)
        row.setSpacing(theme.GUTTER)
        for chip in (self.before, self.back, self.play, self.forth, self.after):
            row.addWidget(chip)
        row.addStretch(1)
        for chip in self.rates.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.snapshot)
        row.addWidget(self.close_clip)
        self.retranslate()

    def look(self, review: Review, row: int, rows: int) -> None:
        """Say what can be pressed now; `row` of `rows` clips is the current one, -1 none."""
        self.before.setEnabled(row > 0)
        self.after.setEnabled(row + 1 < rows)
        at = review.at if review.is_open else None
        for chip in (self.back, self.play, self.forth, self.snapshot, *self.rates.values()):
            chip.setEnabled(at is not None)
        self.close_clip.setEnabled(review.clip is not None)
        self.play.say("▶" if at is None or at.is_paused else "❚❚")
        self.play.setAccessibleName(self.tr("Play") if at is None or at.is_paused else self.tr("Pause"))
        for rate, chip in self.rates.items():
            chip.setChecked(at is not None and at.rate == rate)

    def retranslate(self) -> None:
        texts = (
            (self.before, "|◀", self.tr("Previous clip")), (self.after, "▶|", self.tr("Next clip")),
            (self.back, "◀", self.tr("One picture back (,)")), (self.forth, "▶▏", self.tr("One picture on (.)")),
        )  # fmt: skip
        for chip, text, name in texts:
            chip.say(text)
            chip.setAccessibleName(name)
            chip.setToolTip(name)
        for rate, chip in self.rates.items():
            chip.say(RATE_NAMES[rate])
            chip.setAccessibleName(self.tr("%1 times as fast").replace("%1", f"{rate:g}"))
        self.snapshot.say(self.tr("Snapshot (S)"))
        self.close_clip.say(self.tr("Close"))
        self.play.setToolTip(self.tr("Space"))
