"""The line under the banner: somebody at another position changed a wall here, or what was sent there is not shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement
from console.app import Console
from console.remote import Outcome
from widgets.notice import Notices
from widgets.placing import Placing
from widgets.remote.remote_words import RemoteWords
from widgets.words import Words

HUNG, NOT_SHOWN = "wall_changed", "not_shown"


class RemoteNotice(QObject):
    """The newest of each stays until a person has read it."""

    def __init__(
        self, console: Console, placing: Placing, words: Words, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words = RemoteWords(console, placing, words, self)
        self._notices = notices
        console.announcer.subscribe(announce.RemoteTaken, self.on_taken)
        console.announcer.subscribe(announce.RemoteAnswered, self.on_answered)

    def on_taken(self, taken: announce.RemoteTaken) -> None:
        """What was refused changed nothing here: the journal panel says it."""
        if not taken.code:
            self._notices.say(HUNG, self._wording(taken), {"sending": taken.sending})

    def on_answered(self, answered: announce.RemoteAnswered) -> None:
        if answered.outcome != Outcome.SHOWN:
            self._notices.say(NOT_SHOWN, self._wording(answered), {"sending": answered.sending})

    def _wording(self, what: Announcement) -> Callable[[], str]:
        return lambda: self._words.happened(what)
