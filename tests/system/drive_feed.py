"""A console reduced to its feed, as a process that can be killed: `python -m tests.system.drive_feed URL FOLDER`.

Says `up` when it is subscribed. Parsing does nothing and finishes every message at once; SIGTERM ends it.
"""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.inbox import Inbox
from console.model import LinkUp, Message

SOURCES = (SourceConfig("load", "site", "load/{device}/{kind}"),)


def main(url: str, folder: str) -> None:
    inbox = Inbox()
    ended = threading.Event()
    posted = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: (ended.set(), posted.set()))
    inbox.on_wake(posted.set)

    def finish(message: Message) -> None:
        feed.handled([message.receipt])

    feed = MqttFeed(
        BrokerConfig(url=url), SOURCES, Seat("park", "desk-1"), receipts=Receipts(Path(folder) / "receipts.sqlite"),
        parse=finish, inbox=inbox, clock=Clock(),
    )  # fmt: skip
    feed.start()
    while not ended.is_set():
        posted.wait()
        posted.clear()
        inbox.drain(_tell, _raise)
    feed.stop()


def _tell(item: object) -> None:
    if isinstance(item, LinkUp) and item.kind == "broker":
        sys.stdout.write("up\n")
        sys.stdout.flush()


def _raise(_: object, error: Exception) -> None:
    raise error


if __name__ == "__main__":
    main(*sys.argv[1:])
