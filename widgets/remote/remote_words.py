"""What goes to another position's wall, and what became of it, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console import announce
from console.announce import Announcement
from console.app import Console
from console.model import CameraId
from console.remote import Order, Outcome, Sending, What
from widgets.placing import Placing
from widgets.words import Words

EVENTS = (announce.RemoteAnswered, announce.RemoteTaken)


class RemoteWords(QObject):
    """Sentences are complete: they stand alone in the journal panel and under the banner."""

    def __init__(self, console: Console, placing: Placing, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._placing = placing
        self._words = words

    def wall(self, surface: str) -> str:
        return self.tr("Wall %1").replace("%1", surface.rpartition("-")[2])

    def wall_of(self, position: str, surface: str) -> str:
        return f"{position} · {self.wall(surface)}"

    def camera(self, camera: CameraId) -> str:
        """Its number and name; the id of one this site does not know."""
        known = self._console.cameras.get(camera)
        return f"{known.number} {self._placing.camera(known)}" if known is not None else camera

    def thing(self, order: Order) -> str:
        """What was sent."""
        if order.what is What.CAMERA and order.camera is not None:
            return self.camera(order.camera)
        if order.salvo is None:
            return self.tr("%1 tiles").replace("%1", order.layout)
        return order.salvo.name or self.tr("%1 tiles").replace("%1", order.salvo.layout)

    def origin(self, sending: Sending) -> str:
        return f"{sending.by.person}, {sending.by.position}"

    def happened(self, what: Announcement) -> str:
        """One of `EVENTS`; "" when it is so long ago that nobody knows what it was about."""
        if not isinstance(what, EVENTS):
            return ""
        sending = self._console.sight.remote.find(what.sending)
        if sending is None or sending.order is None:
            return ""
        thing = self.thing(sending.order)
        if isinstance(what, announce.RemoteAnswered):
            text, where = self._answered(what.outcome), self.wall_of(what.to, what.surface)
        elif what.code:
            text, where = self.tr("%3 wanted %1 on %2: refused (%4)"), self.wall(what.surface)
        else:
            text, where = self.tr("%3 put %1 on %2"), self.wall(what.surface)
        text = text.replace("%2", where).replace("%3", self.origin(sending))
        return text.replace("%4", self._words.refusal(what.code)).replace("%1", thing)

    def _answered(self, outcome: str) -> str:
        return {
            Outcome.SHOWN: self.tr("Shown on %2: %1"),
            Outcome.REFUSED: self.tr("Not shown on %2: %1 (%4)"),
            Outcome.UNANSWERED: self.tr("No answer, withdrawn from %2: %1"),
        }.get(Outcome(outcome), "")
