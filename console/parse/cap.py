"""CAP 1.2 warnings: what kind from the event's words, how severe from its element; Cancel and expiry end them."""

from __future__ import annotations

from console.model import Message, State
from console.parse import markup
from console.parse.moment import iso
from console.parse.reader import Reader
from console.parse.rejects import MessageRefused, Reject
from console.parse.statement import Speaker, Statement

KINDS = (
    ("暴雨", "rain_warning"), ("rain", "rain_warning"), ("台风", "wind_warning"), ("大风", "wind_warning"),
    ("wind", "wind_warning"), ("typhoon", "wind_warning"), ("高温", "heat_warning"), ("heat", "heat_warning"),
    ("洪", "flood_warning"), ("flood", "flood_warning"),
)  # fmt: skip


class Cap(Reader):
    """The sender is the device."""

    def read(self, message: Message) -> list[Statement]:
        alert = markup.element(message.payload, self.source)
        sender = markup.said(alert, "sender")
        if alert.tag != "alert" or not sender:
            raise MessageRefused(Reject.WRONG_TYPE, "no CAP alert with a sender")
        raw = markup.said(alert, "sent")
        at_ms = iso(raw, self.local)
        speaker = Speaker(
            sender, at_ms, markup.said(alert, "identifier"), markup.said(alert, "info/headline"),
            clock_fault=at_ms is None,
        )  # fmt: skip
        event = markup.said(alert, "info/event")
        kind = next((kind for word, kind in KINDS if word in event.lower()), "weather_warning")
        status, what = markup.said(alert, "status"), markup.said(alert, "msgType")
        if status != "Actual" or what not in ("Alert", "Update", "Cancel"):
            return [speaker.ignored(f"{status}_{what}".lower(), kind)]
        if what == "Cancel":
            return [speaker.say(kind, State.NORMAL)]
        expires_ms = iso(markup.said(alert, "info/expires"), self.local)
        if expires_ms is not None and expires_ms <= message.received_ms:
            return [speaker.say(kind, State.NORMAL, reason="expired")]
        return [speaker.say(kind, State.ALARM, markup.said(alert, "info/severity") or None)]
