"""Acknowledged is what is on disk, in the order it came, on the connection it came on: read from the broker's log."""

from __future__ import annotations

import re
import resource
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from tests.feeding import Desk, running
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

SOURCES = (SourceConfig("rules", "site", "site/{device}/{kind}"),)
SENT = re.compile(r"Sending PUBLISH to watchroom-park-desk-1 \(d(\d), q1, r\d, m(\d+), 'site")
ACKNOWLEDGED = re.compile(r"Received PUBACK from watchroom-park-desk-1 \(Mid: (\d+)")


class Wire:
    """What the broker's log says of the console's connection."""

    def __init__(self, broker: Broker) -> None:
        self._log = broker.log

    def _read(self) -> str:
        return self._log.read_text(errors="replace")

    @property
    def sent(self) -> list[int]:
        return [int(mid) for _, mid in SENT.findall(self._read())]

    @property
    def repeated(self) -> list[int]:
        return [int(mid) for dup, mid in SENT.findall(self._read()) if dup == "1"]

    @property
    def acknowledged(self) -> list[int]:
        return [int(mid) for mid in ACKNOWLEDGED.findall(self._read())]


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    return tmp_path / "spool" / "receipts.sqlite"


def feed(desk: Desk, broker: Broker, spool: Path) -> MqttFeed:
    return MqttFeed(
        BrokerConfig(url=broker.url), SOURCES, Seat("park", "desk-1"), receipts=Receipts(spool), parse=desk.parse,
        inbox=desk.inbox, clock=Clock(),
    )  # fmt: skip


@contextmanager
def locked(spool: Path) -> Iterator[None]:
    """Somebody else holds the database."""
    with closing(sqlite3.connect(spool, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_nothing_is_acknowledged_before_it_is_stored_but_shown_at_once_and_only_once(
    mosquitto: Broker, spool: Path
) -> None:
    wire = Wire(mosquitto)
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_up()
        sent = [b"%d" % n for n in range(8)]
        with locked(spool):
            for payload in sent:
                mosquitto.publish("site/a/smoke", payload)
            wait_until(lambda: len(wire.sent) == 8, 5, "all of them to be sent to us")
            desk.wait_down("locked", kind="spool")
            desk.wait_for(*sent)  # an alarm is shown although it cannot be stored
            assert wire.acknowledged == []
        wait_until(lambda: len(wire.acknowledged) == 8, 5, "all acknowledgements")
        assert wire.acknowledged == wire.sent
        assert desk.downs("spool") == ["locked"]
        assert desk.ups("spool") == 2


def test_a_message_of_an_earlier_connection_is_acknowledged_only_after_it_came_again(
    mosquitto: Broker, spool: Path
) -> None:
    wire = Wire(mosquitto)
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_up()
        with locked(spool):
            mosquitto.publish("site/a/smoke", b"1")
            mosquitto.publish("site/a/smoke", b"2")
            wait_until(lambda: len(wire.sent) == 2, 5, "both to be sent to us")
            mosquitto.stop()
            desk.wait_down("connection_lost")
            mosquitto.start()
            wait_until(lambda: len(wire.repeated) == 2, 10, "both to be sent again")
            assert wire.acknowledged == []
        desk.wait_for(b"1", b"2")
        wait_until(lambda: len(wire.acknowledged) == 2, 5, "both acknowledgements")
        assert wire.acknowledged == wire.repeated


def test_a_message_stored_but_not_acknowledged_when_the_connection_broke_is_not_parsed_twice(
    mosquitto: Broker, spool: Path
) -> None:
    wire = Wire(mosquitto)
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_up()
        with locked(spool):
            mosquitto.publish("site/a/smoke", b"once")
            wait_until(lambda: wire.sent, 5, "it to be sent to us")
            mosquitto.freeze()
            desk.wait_down("locked", kind="spool")
        desk.wait_for(b"once")  # stored and acknowledged into a connection nobody reads
        mosquitto.kill()
        desk.wait_down("connection_lost")
        mosquitto.start()
        desk.wait_up(times=2)
        mosquitto.publish("site/a/smoke", b"next")
        desk.wait_for(b"once", b"next")


def test_a_disk_that_takes_nothing_more_is_told_and_nothing_is_lost(mosquitto: Broker, spool: Path) -> None:
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"before")
        desk.wait_for(b"before")
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        large = [b"%d" % n + b"x" * 200_000 for n in range(6)]
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))  # real writes fail, with EFBIG instead of ENOSPC
        try:
            for payload in large:
                mosquitto.publish("site/a/smoke", payload)
            desk.wait_down("io_error", kind="spool")
            desk.wait_for(b"before", *large)  # shown while the disk is full
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        desk.wait_up(times=2, kind="spool")
        desk.wait_for(b"before", *large)


def test_a_folder_that_cannot_be_written_is_told_and_used_as_soon_as_it_can(mosquitto: Broker, tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    folder.symlink_to("/proc/self")  # nobody can make files there, not even root
    with running(lambda desk: feed(desk, mosquitto, folder / "receipts.sqlite")) as desk:
        desk.wait_down("unreachable", kind="spool")
        folder.unlink()
        folder.mkdir()
        desk.wait_up(kind="spool")
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"on")
        desk.wait_for(b"on")
        assert desk.downs("spool") == ["unreachable"]


def test_a_damaged_spool_is_told_put_away_and_does_not_keep_alarms_out(mosquitto: Broker, spool: Path) -> None:
    spool.parent.mkdir()
    spool.write_bytes(b"not a database" * 1_000)
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_down("damaged", kind="spool")
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"on")
        desk.wait_for(b"on")
    assert [p for p in spool.parent.iterdir() if ".damaged-" in p.name]


@pytest.mark.alone
def test_a_message_of_four_megabytes_is_acknowledged_kept_by_its_head_and_holds_nobody_up(
    mosquitto: Broker, spool: Path
) -> None:
    huge = b"[" * (4 << 20)
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_up()
        begun = time.monotonic()
        mosquitto.publish("site/a/smoke", huge)
        mosquitto.publish("site/b/smoke", b"on")
        desk.wait_for(huge, b"on")  # the decoder sees all of it, and refuses it by its length
        assert time.monotonic() - begun < 2.0
        wire = Wire(mosquitto)
        wait_until(lambda: len(wire.acknowledged) == 2, 5, "both acknowledgements")
    assert sum(p.stat().st_size for p in spool.parent.iterdir()) < 1 << 20
    with closing(sqlite3.connect(spool)) as db:
        kept = db.execute("SELECT size, length(payload), handled, error FROM receipt ORDER BY id").fetchall()
    assert kept == [(4 << 20, 256, 2, "too_large"), (2, 2, 1, "")]


def test_a_thousand_unfinished_receipts_are_fed_in_order_before_the_broker_is_asked(
    mosquitto: Broker, spool: Path
) -> None:
    with running(lambda desk: feed(desk, mosquitto, spool), finish=False) as desk:
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"0")
        desk.wait_for(b"0")
    with closing(sqlite3.connect(spool)) as db, db:
        for n in range(1, 1_200):
            db.execute(
                "INSERT INTO receipt SELECT NULL, 0, received_ms, generation, ?1, 1, 0, 0, 1, topic, '', ?2"
                " FROM receipt WHERE id = 1",
                (n, b"%d" % n),
            )
    mosquitto.publish("site/a/smoke", b"new")
    with running(lambda desk: feed(desk, mosquitto, spool)) as desk:
        desk.wait_for(*(b"%d" % n for n in range(1_200)), b"new")
