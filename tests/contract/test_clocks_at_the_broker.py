"""Two consoles at one real broker tell each other what time it is; what others write there is no clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.attendance import ClockTold
from console.backends.feed import clocks
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig
from tests.feeding import Desk, running
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

FAST_MS = 7_000


class FastClock(Clock):
    """That of a machine seven seconds ahead."""

    def now_ms(self) -> int:
        return super().now_ms() + FAST_MS


def feed(broker: Broker, folder: Path, position: str, desk: Desk, clock: Clock) -> MqttFeed:
    return MqttFeed(
        BrokerConfig(url=broker.url), (), Seat("park", position), receipts=Receipts(folder / f"{position}.sqlite"),
        parse=desk.parse, inbox=desk.inbox, clock=clock,
    )  # fmt: skip


def told(desk: Desk) -> list[ClockTold]:
    return [post for post in desk.posted if isinstance(post, ClockTold)]


def test_each_console_hears_every_second_what_time_it_is_at_the_other(mosquitto: Broker, tmp_path: Path) -> None:
    with (
        running(lambda desk: feed(mosquitto, tmp_path, "desk-1", desk, Clock())) as ours,
        running(lambda desk: feed(mosquitto, tmp_path, "desk-2", desk, FastClock())) as theirs,
    ):
        wait_until(lambda: len(told(ours)) >= 2 and len(told(theirs)) >= 2, 20, "both are told")
    assert {one.position for one in told(ours)} == {"desk-2"}, "our own word that comes back is nobody's"
    for desk, ahead in ((ours, FAST_MS), (theirs, -FAST_MS)):
        best = max(one.at_ms - one.received_ms for one in told(desk))
        assert best <= ahead, "a word is never heard before it was said"
        assert best > ahead - 5_000


def test_what_is_no_time_is_no_clock_and_the_feed_goes_on(mosquitto: Broker, tmp_path: Path) -> None:
    with running(lambda desk: feed(mosquitto, tmp_path, "desk-1", desk, Clock())) as desk:
        desk.wait_up()
        for payload in (b"", b"\xff\xfe", b"1e9 desk-3", b"-5 desk-3", b"9" * 40 + b" desk-3", b"1 " + b"x" * 500):
            mosquitto.publish("watchroom/park/desk-3/clock", payload)
        mosquitto.publish("watchroom/park/desk-4/clock", b"1795000000000 desk-4")
        wait_until(lambda: told(desk), 20, "the one that is a clock")
    assert {(one.position, one.at_ms) for one in told(desk)} == {("desk-4", 1_795_000_000_000)}


@pytest.mark.parametrize("position", ["desk-1", "值班台 2"])
def test_a_word_is_read_as_it_was_said_or_not_at_all(position: str) -> None:
    heard = clocks.heard(clocks.said(position, 1_795_000_000_123), 5)
    assert heard == ClockTold(position, 1_795_000_000_123, 5)
