"""Who sits where; from here one locks, leaves, hands the seat to somebody else, or lets somebody stand in.

Part of the window it was opened in: it takes no focus from a wall and works without a window manager.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console import announce
from console.app import Console
from console.errors import CommandRefused
from console.people import Seating, Session
from widgets import theme
from widgets.people.sign_in import SignIn
from widgets.people.stand_in import StandIn
from widgets.people.words import PeopleWords
from widgets.placing import Placing
from widgets.words import Words

WIDTH, MARGIN = 560, 16


class PeoplePanel(QFrame):
    """`closed` when nobody needs it any more; `lock_asked` from its button."""

    closed = Signal()
    lock_asked = Signal()

    def __init__(self, console: Console, words: PeopleWords, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._console = console
        self._words = words
        self._placing = Placing(console, Words(self), self)
        self._title, self._told = QLabel(self), QLabel(self)
        self._told.setWordWrap(True)
        self._seats = QWidget(self)
        self.lock, self.operator, self.leave, self.stand_in, self.done = (QPushButton(self) for _ in range(5))
        self.operator_form = SignIn(console, words, self)
        self.stand_in_form = StandIn(console, words, self)
        self._connect()
        self._lay_out()
        for kind in (announce.PersonSignedIn, announce.PersonSignedOut, announce.AccountsChanged):
            console.announcer.subscribe(kind, self.on_changed)
        self.refresh()
        self.show()
        self.raise_()

    def _connect(self) -> None:
        self.lock.clicked.connect(self.lock_asked)
        self.operator.clicked.connect(self.on_operator)
        self.leave.clicked.connect(self.on_leave)
        self.stand_in.clicked.connect(self.on_stand_in)
        self.done.clicked.connect(self.closed)
        self.operator_form.left.connect(self.closed)
        self.stand_in_form.consent.left.connect(self.closed)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        for button in (self.lock, self.operator, self.leave, self.stand_in):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(theme.SIDE)
        for widget in (self._title, self._told, self._seats):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        for widget in (self.operator_form, self.stand_in_form):
            widget.hide()
            self._column.addWidget(widget)
        self._column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignRight)

    # ---- what it shows ----

    def take_keys(self) -> None:
        """To the button an operator wants most often."""
        (self.operator if self.operator.isVisible() else self.done).setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, _announced: announce.Announcement) -> None:
        self.operator_form.hide()
        self.refresh()

    def refresh(self) -> None:
        """Seats, words and what can be done, as it is now."""
        is_free = self._console.people.seating is Seating.FREE
        for button in (self.lock, self.operator, self.leave, self.stand_in):
            button.setVisible(not is_free)
        self._told.setVisible(is_free)
        self.retranslate()
        self._list()
        self.place()

    def _list(self) -> None:
        old, self._seats = self._seats, QWidget(self)
        grid = QGridLayout(self._seats)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.setColumnStretch(1, 1)
        for row, session in enumerate(self._console.people.present()):
            for column, (text, font, ink) in enumerate(self._cells(session)):
                grid.addWidget(_label(text, font, ink), row, column)
        self._column.replaceWidget(old, self._seats)
        old.hide()
        old.deleteLater()

    def _cells(self, session: Session) -> tuple[tuple[str, str, str], ...]:
        account = self._console.people.known(session.person)
        name = f"{account.name} ({session.person})" if account is not None else session.person
        role = self._words.role(session.role)
        if session.person in {acting.person for acting in self._console.people.acting()}:
            role = self.tr("Acting supervisor")
        state = self.tr("locked") if session.is_locked else ""
        since = self.tr("since %1").replace("%1", self._placing.clock(session.since_ms))
        return (
            (session.position, "body.strong", "text.hi"), (name, "body", "text.hi"), (role, "body", "text"),
            (since, "note", "text.dim"), (state, "note", "text.dim"),
        )  # fmt: skip

    # ---- acts ----

    def on_operator(self) -> None:
        self._open(self.operator_form)
        self.operator_form.begin()

    def on_stand_in(self) -> None:
        self._open(self.stand_in_form)
        self.stand_in_form.refresh()
        self.stand_in_form.consent.begin()

    def _open(self, form: QWidget) -> None:
        for one in (self.operator_form, self.stand_in_form):
            one.setVisible(one is form)
        self.place()

    def on_leave(self) -> None:
        try:
            self._console.people.sign_out()
        except CommandRefused as refused:
            self.operator_form.say(refused.code)

    # ---- where it stands ----

    def place(self) -> None:
        """At the lower edge in the middle: the alarms and the alarm's picture stay in sight."""
        window = self._window
        self._column.activate()
        width = min(max(WIDTH, self.sizeHint().width()), window.width() - 2 * MARGIN)
        height = min(self.sizeHint().height(), window.height() - 2 * MARGIN)
        self.setGeometry(QRect((window.width() - width) // 2, window.height() - height - MARGIN, width, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg.panel"))
        painter.setPen(QPen(theme.colour("line.strong"), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Esc is ours while we have the keyboard: it must not send an alarm's picture away."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            self.closed.emit()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._title.setText(self.tr("People"))
        self._title.setFont(theme.font("title"))
        text = self.tr("There are no accounts: everybody here is %1 and may do everything.")
        self._told.setText(text.replace("%1", self._console.seat.person))
        self._told.setFont(theme.font("body"))
        for button, text in (
            (self.lock, self.tr("Lock  Ctrl+L")), (self.operator, self.tr("Change operator")),
            (self.leave, self.tr("Sign out")), (self.stand_in, self.tr("Stand in …")),
            (self.done, self.tr("Done  Ctrl+U")),
        ):  # fmt: skip
            button.setText(text)
            button.setFont(theme.font("body"))


def _label(text: str, font: str, colour: str) -> QLabel:
    label = QLabel(text)
    label.setFont(theme.font(font))
    label.setStyleSheet(f"color: {theme.TOKENS[colour]};")
    return label
