"""A setting of one's own: deadband and delays, and the button that replays them over what was recorded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QWidget

from console.performance.rulebook import Setting
from widgets import theme

FIELD, LEAST = 26, 48  # px
SHARES = (8, 5, 5)  # the deadband has more digits
MOST_S, MOST_BAND = 3_600.0, 1_000_000.0


class TrialForm(QWidget):
    """`asked` when the button is pressed; `setting` is what stands in the fields."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band, self.on_delay, self.off_delay = (QDoubleSpinBox(self) for _ in range(3))
        self.try_it = QPushButton(self)
        self._labels = [QLabel(self) for _ in range(3)]
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SIDE, 4, theme.SIDE, 6)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(2)
        for column, (label, field) in enumerate(zip(self._labels, self._fields(), strict=True)):
            field.setMinimumHeight(FIELD)
            field.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, SHARES[column])
            field.setMinimumWidth(LEAST)
        grid.addWidget(self.try_it, 1, 3)
        self.band.setRange(0.0, MOST_BAND)
        self.band.setDecimals(4)
        for field in (self.on_delay, self.off_delay):
            field.setRange(0.0, MOST_S)
            field.setDecimals(1)
            field.setSuffix(" s")
        self.try_it.clicked.connect(self.asked)

    def _fields(self) -> tuple[QDoubleSpinBox, QDoubleSpinBox, QDoubleSpinBox]:
        return self.band, self.on_delay, self.off_delay

    @property
    def setting(self) -> Setting:
        return Setting(self.on_delay.value(), self.off_delay.value(), self.band.value())

    def show_setting(self, setting: Setting, unit: str, *, has_band: bool) -> None:
        """Begin with this; a point that only says yes or no has no deadband."""
        self.band.setValue(setting.hysteresis)
        self.on_delay.setValue(setting.on_delay_s)
        self.off_delay.setValue(setting.off_delay_s)
        self.band.setEnabled(has_band)
        self.band.setSuffix(f" {unit}" if unit else "")

    def retranslate(self) -> None:
        texts = (self.tr("deadband"), self.tr("on-delay"), self.tr("off-delay"))
        for label, text, field in zip(self._labels, texts, self._fields(), strict=True):
            label.setText(text)
            label.setFont(theme.font("note"))
            field.setFont(theme.font("body"))
            field.lineEdit().setFont(theme.font("body"))
            field.setAccessibleName(text)
        self.try_it.setText(self.tr("Replay"))
        self.try_it.setFont(theme.font("body"))
        self.try_it.setAccessibleName(self.tr("Replay with this setting"))
