"""Name and password, and what became of them. Part of the window it stands in; opens no window of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.people import Seating
from widgets import theme
from widgets.people.words import PeopleWords

FIELD = 30  # px high
MOST = 256  # characters
SECOND_MS = 1_000

Show = Callable[[str, str], None]  # takes name and password; raises CommandRefused


class SignIn(QWidget):
    """`show_identity` is given name and password, by default to sit down here; `act` is the word on the button.

    `left`: Esc was pressed.
    """

    left = Signal()

    def __init__(
        self, console: Console, words: PeopleWords, parent: QWidget | None = None, show_identity: Show | None = None,
        act: Callable[[], str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._console = console
        self._words = words
        self._show = show_identity or console.people.sign_in
        self._act = act or self._own_act
        self._code, self._about = "", ""
        self._names = [QLabel(self), QLabel(self)]
        self.person, self.secret = QLineEdit(self), QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        for field in (self.person, self.secret):
            field.setMaxLength(MOST)
            field.setMinimumHeight(FIELD)
            field.returnPressed.connect(self.on_return)
        self.enter = QPushButton(self)
        self.enter.setProperty("main", True)
        self.enter.clicked.connect(self.on_enter)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setMinimumHeight(2 * FIELD)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._waits = QTimer(self)
        self._waits.setInterval(SECOND_MS)
        self._waits.timeout.connect(self.refresh)
        self._lay_out()
        console.announcer.subscribe(announce.SignInRefused, self.on_refused)
        self.retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        for name, field in zip(self._names, (self.person, self.secret), strict=True):
            form.addRow(name, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SIDE)
        column.addLayout(form)
        column.addWidget(self.enter)
        column.addWidget(self._note)
        column.addStretch(1)

    # ---- what it shows ----

    def begin(self, person: str = "") -> None:
        """Ask anew; the keys go to what is missing."""
        self.person.setText(person)
        self.secret.clear()
        self._code, self._about = "", ""
        known = QCompleter([account.person for account in self._console.people.accounts()], self)
        known.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.person.setCompleter(known)
        self.refresh()
        self.take_keys()

    def take_keys(self) -> None:
        """The keys go to what is missing."""
        field = self.secret if self.person.text() else self.person
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Says why somebody was not let in, or how long this position still waits."""
        people = self._console.people
        if people.wait_s:
            self._waits.start()
            told = " · ".join(
                filter(None, (self._words.refusal("wrong"), self._words.refusal("wait", str(people.wait_s))))
            )
        elif people.is_asking:
            told = self._words.refusal("asking")
        else:
            self._waits.stop()
            told = self._words.refusal(self._code, self._about) if self._code else ""
        self._note.setText(told)
        self.enter.setEnabled(not people.wait_s and not people.is_asking)

    def said(self) -> str:
        """Why somebody was not let in, "" when there is nothing to say."""
        return self._note.text()

    def say(self, code: str, about: str = "") -> None:
        self._code, self._about = code, about
        self.refresh()

    def _own_act(self) -> str:
        return self.tr("Unlock") if self._console.people.seating is Seating.LOCKED else self.tr("Sign in")

    # ---- what is typed ----

    def on_return(self) -> None:
        if self.secret.text():
            self.on_enter()
        else:
            self.secret.setFocus(Qt.FocusReason.TabFocusReason)

    def on_enter(self) -> None:
        secret = self.secret.text()
        self.secret.clear()
        self.say("")
        try:
            self._show(self.person.text(), secret)
        except CommandRefused as refused:
            self.say(refused.code, refused.about)
        self.refresh()

    def on_refused(self, _announced: announce.SignInRefused) -> None:
        if self.isVisible():
            self.say("wrong")
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.secret.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---- words ----

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        for name, text, field in zip(
            self._names, (self.tr("Name"), self.tr("Password")), (self.person, self.secret), strict=True
        ):
            name.setText(text)
            name.setFont(theme.font("body"))
            field.setFont(theme.font("row"))
            field.setAccessibleName(text)
        self.enter.setText(self._act())
        self.enter.setFont(theme.font("body.strong"))
        self._note.setFont(theme.font("body"))
        self._note.setStyleSheet(f"color: {theme.TOKENS['alarm.high']}")
        self.refresh()
