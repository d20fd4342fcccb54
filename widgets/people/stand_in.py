"""Who stands in for the supervisor and until when; named by the supervisor here, or by one who consents here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.model import By, Right
from console.people import MAY_STAND_IN, MOST_MINUTES, Acting
from widgets import theme
from widgets.people.sign_in import SignIn
from widgets.people.words import PeopleWords

HOURS = 8  # a shift


class StandIn(QWidget):
    """A section of the list of people."""

    def __init__(self, console: Console, words: PeopleWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._words = words
        self._now = QWidget(self)
        self.person = QComboBox(self)
        self.hours = QSpinBox(self)
        self.hours.setRange(1, MOST_MINUTES // 60)
        self.hours.setValue(HOURS)
        self._hours_name = QLabel(self)
        self.name_him = QPushButton(self)
        self.name_him.clicked.connect(self.on_named)
        self._consent = QLabel(self)
        self._consent.setWordWrap(True)
        self.consent = SignIn(console, words, self, self._vouch, lambda: self.tr("Consent"))
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        who = QHBoxLayout()
        who.setSpacing(theme.SPACE)
        who.addWidget(self.person)
        who.addWidget(self.hours)
        who.addWidget(self._hours_name)
        who.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        self._column.addWidget(self._now)
        self._column.addLayout(who)
        for widget in (self.name_him, self._consent, self.consent, self._note):
            self._column.addWidget(widget)
        for kind in (announce.ActingSupervisorNamed, announce.ActingSupervisorEnded, announce.AccountsChanged):
            console.announcer.subscribe(kind, self.on_changed)
        self.refresh()

    # ---- what it shows ----

    def on_changed(self, _announced: announce.Announcement) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Who stands in now, who could, and whether somebody has to consent."""
        chosen = self.person.currentData() or self._console.seat.person
        self.person.clear()
        for account in self._console.people.accounts():
            if account.role in MAY_STAND_IN:
                self.person.addItem(f"{account.name} ({account.person})", account.person)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        may = self._console.people.may(Right.PEOPLE)
        self.name_him.setVisible(may)
        self._consent.setVisible(not may)
        self.consent.setVisible(not may)
        self._list()
        self.retranslate()

    def _list(self) -> None:
        old, self._now = self._now, QWidget(self)
        grid = QGridLayout(self._now)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for row, acting in enumerate(self._console.people.acting()):
            grid.addWidget(self._line(acting), row, 0)
            end = QPushButton(self.tr("End"), self._now)
            end.setFont(theme.font("body"))
            end.clicked.connect(lambda _checked=False, one=acting: self.end(one.person))
            grid.addWidget(end, row, 1)
        self._column.replaceWidget(old, self._now)
        old.hide()
        old.deleteLater()

    def _line(self, acting: Acting) -> QLabel:
        left_ms = acting.until_ms - self._console.clock.now_ms()
        text = self.tr("%1 stands in for another %2 min, by %3").replace("%1", acting.person)
        label = QLabel(text.replace("%2", str(max(1, left_ms // 60_000))).replace("%3", acting.by.person), self._now)
        label.setFont(theme.font("body"))
        return label

    def said(self) -> str:
        """Why nothing came of it, "" when it did."""
        return self._note.text()

    # ---- acts ----

    def on_named(self) -> None:
        self._name(None)

    def end(self, person: str) -> None:
        """Before its time."""
        try:
            self._console.people.end_stand_in(person)
        except CommandRefused as refused:
            self.on_refused(refused.code)

    def _vouch(self, person: str, secret: str) -> None:
        self._console.people.vouch(person, secret, Right.PEOPLE, self._name, self.on_refused)

    def _name(self, by: By | None) -> None:
        self._note.clear()
        try:
            self._console.people.name_stand_in(self.person.currentData() or "", self.hours.value() * 60, by)
        except CommandRefused as refused:
            self._note.setText(self._words.refusal(refused.code, refused.about))
        self.consent.begin()

    def on_refused(self, code: str) -> None:
        if code != "wrong":  # which the form says itself, with how long to wait
            self._note.setText(self._words.refusal(code))

    # ---- words ----

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._hours_name.setText(self.tr("hours"))
        self.name_him.setText(self.tr("Stands in for the supervisor"))
        self._consent.setText(self.tr("A supervisor consents here:"))
        for label in (self._hours_name, self._consent, self._note, self.person, self.hours):
            label.setFont(theme.font("body"))
        self.person.setAccessibleName(self.tr("Who stands in"))
        self.hours.setAccessibleName(self.tr("hours"))
        self.name_him.setFont(theme.font("body.strong"))
        self._note.setStyleSheet(f"color: {theme.TOKENS['alarm.high']}")
        self.consent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
