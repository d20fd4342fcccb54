"""What the site folder says now, and the two acts: apply or discard. There only while there is something to decide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from console import announce
from console.announce import Announcement
from console.app import Console
from widgets import theme
from widgets.site_words import SiteWords

LINES = 7  # of the text are seen at once, the rest is scrolled


class SiteChange(QWidget):
    """Takes no room while nothing is pending. The text can be scrolled and copied."""

    apply_asked = Signal()
    discard_asked = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = SiteWords(self)
        self.headline = QLabel(self)
        self.headline.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.document().setDocumentMargin(0)
        self.apply, self.discard = QPushButton(self), QPushButton(self)
        self.apply.setProperty("main", True)
        self.apply.clicked.connect(self.apply_asked)
        self.discard.clicked.connect(self.discard_asked)
        for part in (self.text, self.apply, self.discard):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the alarm table
        self._lay_out()
        for kind in (
            announce.SiteReading, announce.SiteUnchanged, announce.SiteChangePending, announce.SiteRefused,
            announce.SiteChangeDiscarded, announce.SiteApplied,
        ):  # fmt: skip
            console.announcer.subscribe(kind, self.on_announced)
        self.retranslate()

    def _lay_out(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"SiteChange, QPlainTextEdit {{ background: {theme.TOKENS['bg.raise']}; border: none; }}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SIDE, theme.SPACE, theme.SIDE, theme.SPACE)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.headline)
        layout.addWidget(self.text)
        acts = QHBoxLayout()
        acts.setSpacing(theme.SPACE)
        acts.addWidget(self.apply, 1)
        acts.addWidget(self.discard, 1)
        layout.addLayout(acts)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def on_announced(self, _what: Announcement) -> None:
        self.retranslate()

    def retranslate(self) -> None:
        """Show what the desk has to decide now, in the language of now."""
        revising = self._console.revising
        self.headline.setFont(theme.font("body.strong"))
        self.text.setFont(theme.font("list"))
        for button in (self.apply, self.discard):
            button.setFont(theme.font("body.strong"))
        self.apply.setText(self.tr("Apply  Ctrl+R"))
        self.discard.setText(self.tr("Discard") if revising.pending is not None else self.tr("Close"))
        headline, body = self._words.headline(revising), self._words.body(revising)
        self.headline.setText(headline)
        self.text.setPlainText(body)
        lines = min(LINES, 2 * self.text.blockCount())  # a line of text may need two of a narrow column
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + theme.GUTTER)
        self.text.setVisible(bool(body))
        self.apply.setVisible(revising.pending is not None)
        self.discard.setVisible(not revising.reading)
        self.setVisible(bool(headline))
