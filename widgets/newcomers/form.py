"""What a person says of a new device before he signs: names, level and zone, what it measures, who sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.model import CameraId
from widgets import lettering, theme
from widgets.dispatch.button_rows import ButtonRows
from widgets.dispatch.rows import tick_box
from widgets.left_side import LeftForm

LONGEST = 80  # letters of a name
TICK, BOX = 26, 18  # px: height of a line of choices, its box


class PlaceForm(LeftForm):
    """Fields and buttons only; whoever owns it fills and reads them."""

    level_chosen = Signal()
    sign_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.spot = self.paragraph(), self.paragraph()
        self.title.setProperty("main", True)
        self.name, self.name_en, self.alias = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        for field in (self.name, self.name_en, self.alias):
            field.setMaxLength(LONGEST)
        self.level, self.zone = QComboBox(self), QComboBox(self)
        for box in (self.level, self.zone):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self._kinds, self._cameras = _Ticks(self), _Ticks(self)
        self.sign, self.leave = QPushButton(self), QPushButton(self)
        self.sign.setProperty("main", True)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        fields = (self.name, self.name_en, self.level, self.zone, self._kinds, self._cameras, self.alias)
        buttons = ButtonRows((self.sign, self.leave), self)
        self.lay_out((self.title, self.spot, buttons, self.said), fields, ()).setSpacing(theme.SPACE)
        self.level.currentIndexChanged.connect(self.level_chosen)
        self.sign.clicked.connect(self.sign_asked)
        self.leave.clicked.connect(self.left)

    # ---- what is filled in ----

    def offer_levels(self, levels: Sequence[tuple[str, object]], chosen: object) -> None:
        _fill(self.level, levels, chosen)

    def offer_zones(self, zones: Sequence[tuple[str, object]], chosen: object) -> None:
        _fill(self.zone, zones, chosen)

    def offer_kinds(self, kinds: Iterable[tuple[str, str]], ticked: Iterable[str]) -> None:
        """Word and key of each."""
        self._kinds.offer(kinds, ticked)

    def offer_cameras(self, cameras: Iterable[tuple[str, CameraId]]) -> None:
        """Those that may see it, the best first; what is ticked stays ticked."""
        self._cameras.offer(cameras, self._cameras.ticked())

    def kinds(self) -> tuple[str, ...]:
        return self._kinds.ticked()

    def cameras(self) -> tuple[CameraId, ...]:
        return tuple(map(CameraId, self._cameras.ticked()))

    def tick_camera(self, camera: CameraId) -> None:
        """As if it had been ticked by hand."""
        self._cameras.tick(camera)

    def forget_cameras(self) -> None:
        self._cameras.offer((), ())

    def retranslate(self) -> None:
        self.name_fields(
            self.tr("Name (Chinese)"), self.tr("Name (English)"), self.tr("Level"), self.tr("Zone"),
            self.tr("Measures"), self.tr("Seen by"), self.tr("Alias"),
        )  # fmt: skip
        self.alias.setToolTip(self.tr("The name its messages carry until its id is known"))
        self.sign.setText(self.tr("Sign and write"))
        self.sign.setToolTip(self.tr("Into points.csv and bindings.csv; then the change of the site is shown"))
        self.leave.setText(self.tr("Back to the list"))
        super().retranslate()


class _Tick(QAbstractButton):
    """A box and its word, as in every list of the desk."""

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(word)
        self.setCheckable(True)
        self.setFixedHeight(TICK)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(TICK + theme.SPACE + lettering.width("body", self.text()) + 2, TICK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            tick_box(painter, QRectF(2, (TICK - BOX) / 2, BOX, BOX), self.isChecked())
            words = self.rect().adjusted(TICK, 0, 0, 0)
            lettering.draw(painter, words, "body", self.text(), theme.colour("text.hi"))
            if self.hasFocus():
                painter.setPen(theme.colour("text.hi"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Ticks(QWidget):
    """Boxes one below the other; `ticked` in the order in which they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, _Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def offer(self, things: Iterable[tuple[str, str]], ticked: Iterable[str]) -> None:
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        chosen, self._boxes = frozenset(ticked), {}
        for word, key in things:
            box = self._boxes[key] = _Tick(word, self)
            box.setChecked(key in chosen)
            self._column.addWidget(box)

    def ticked(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def tick(self, key: str) -> None:
        self._boxes[key].setChecked(True)


def _fill(box: QComboBox, things: Sequence[tuple[str, object]], chosen: object) -> None:
    box.blockSignals(True)  # nobody chose
    box.clear()
    for word, key in things:
        box.addItem(word, key)
    at = next((i for i, (_, key) in enumerate(things) if key == chosen), 0)
    box.setCurrentIndex(at)
    box.blockSignals(False)
