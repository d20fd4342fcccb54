"""A desk whose sources have sent something: understood, refused, bytes, a secret; and one whose bridge is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.config.schema import SignalConfig, SourceConfig
from console.inbox import Inbox
from console.intake import Intake
from console.model import Message
from console.parse.decoder import Decoder
from console.rules import Conditions
from tests.widgets.desk import SITE, Desk
from widgets.arrivals.page import ArrivalsPage

SOURCES = (SourceConfig("z2m", "zigbee2mqtt"), SourceConfig("site", "site", signals=(SignalConfig(),)))
HEARD: tuple[tuple[str, bytes], ...] = (
    ("zigbee2mqtt/bridge/state", b'{"state": "online"}'),
    ("zigbee2mqtt/0x01", b'{"smoke": false, "battery": 99}'),
    ("zigbee2mqtt/0x02", b'{"smoke": true}'),
    ("zigbee2mqtt/0x02", b"@@\x01\xff"),
    ("zigbee2mqtt/bridge/info", b'{"config": {"mqtt": {"password": "hunter2"}}}'),
    ("site/panel-1/leakage_current", b'{"v": 31}'),
    ("site/panel-1/leakage_current", b'{"p": 31}'),
)


class Ears:
    """The feed's thread of a desk in a test: what it hears is at the desk at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inbox = Inbox()
        arrivals = desk.console.troubles.arrivals
        self._intake = Intake(
            Decoder(SOURCES, SITE.points), Conditions(SOURCES, SITE.points), self._inbox, lambda _receipts: None,
            witness=arrivals.ledger.saw,
        )  # fmt: skip

    def hear(self, topic: str, payload: bytes) -> None:
        self._intake(Message(topic, payload, self._desk.clock.now_ms()))
        self._inbox.drain(self._desk.console.handle, self._desk.console.failed, 1_000)


def page_of(desk: Desk) -> ArrivalsPage:
    found = desk.window.findChild(ArrivalsPage)
    assert found is not None
    return found


def heard(desk: Desk) -> Ears:
    """Everything was heard, a second between each."""
    ears = Ears(desk)
    for topic, payload in HEARD:
        desk.clock.advance(1_000)
        ears.hear(topic, payload)
    return ears


def opened(desk: Desk) -> ArrivalsPage:
    """The page is open, and shows it."""
    heard(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    return page_of(desk)
