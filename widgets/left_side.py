"""The left side of a page of the lower panel: fields and buttons on panel ground, scrolled where they need it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets import theme

SHARE, LEAST, MOST = 0.36, 236, 400


class LeftForm(QWidget):
    """Fields with their names, buttons, texts, and what became of the last act, one below the other.

    What has the property `main` is written strong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = self.paragraph()
        self._form = QFormLayout()
        self._form.setSpacing(theme.SPACE)
        self._fields: Sequence[QWidget] = ()
        self._labels: Sequence[QLabel] = ()

    def paragraph(self) -> QLabel:
        """A text on as many lines as it needs."""
        label = QLabel(self)
        label.setWordWrap(True)
        return label

    def lay_out(self, above: Sequence[QWidget], fields: Sequence[QWidget], below: Sequence[QWidget]) -> QVBoxLayout:
        """Once: what stands above the fields, each of them with its name, what stands below."""
        self._fields, self._labels = fields, [QLabel(self) for _ in fields]
        for label, field in zip(self._labels, fields, strict=True):
            self._form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SIDE, theme.SIDE, theme.SIDE, theme.SIDE)
        column.setSpacing(theme.SIDE)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(self._form)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def show_field(self, field: QWidget, *, is_there: bool) -> None:
        """With its name."""
        self._form.setRowVisible(field, is_there)

    def say(self, text: str) -> None:
        """Why something was not done, what became of a file; "" for nothing."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def name_fields(self, *texts: str) -> None:
        """In the order they stand in."""
        for label, field, text in zip(self._labels, self._fields, texts, strict=True):
            label.setText(text)
            field.setAccessibleName(text)

    def retranslate(self) -> None:
        """After its own words a form leaves the letters to this."""
        for widget in self.findChildren(QWidget):
            widget.setFont(theme.font("body.strong" if widget.property("main") else "body"))


class LeftSide(QScrollArea):
    """Holds one widget; never scrolls sideways."""

    def __init__(self, content: QWidget, retranslate: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retranslate = retranslate  # of the content
        ground = content.palette()
        ground.setColor(QPalette.ColorRole.Window, theme.colour("bg.panel"))
        content.setPalette(ground)
        content.setAutoFillBackground(True)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def place_in(self, page: QWidget, beside: QWidget) -> None:
        """At the left below the page's bar; `beside` takes the rest."""
        top = theme.PANEL_HEAD
        height = page.height() - top
        width = min(MOST, max(LEAST, round(SHARE * page.width())))
        self.setGeometry(0, top, width, height)
        left = width + theme.GUTTER
        beside.setGeometry(left, top, page.width() - left, height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._retranslate()  # Qt forgets the fonts of what was laid into a scroll area before it was seen
