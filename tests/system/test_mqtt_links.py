"""Whatever is wrong with the broker is a state with a name, and the feed comes back by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.backends.feed.broker import EmbeddedBroker
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat
from console.clock import Clock
from console.config.schema import BrokerConfig, SourceConfig
from console.inbox import Inbox
from tests.feeding import Desk, running
from tests.servers.certificates import authority
from tests.servers.mosquitto import Broker
from tests.waiting import wait_until

SOURCES = (SourceConfig("rules", "site", "site/{device}/{kind}"),)
SEAT = Seat("park", "desk-1")


def feed(desk: Desk, config: BrokerConfig, folder: Path, sources: tuple[SourceConfig, ...] = SOURCES) -> MqttFeed:
    return MqttFeed(
        config, sources, SEAT, receipts=Receipts(folder / "receipts.sqlite"), parse=desk.parse, inbox=desk.inbox,
        clock=Clock(),
    )  # fmt: skip


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[EmbeddedBroker]:
    broker = EmbeddedBroker(tmp_path / "embedded", Inbox(), Clock())
    broker.start()
    yield broker
    broker.stop()


def test_a_broker_that_is_not_there_at_the_start_is_found_when_it_comes(tmp_path: Path) -> None:
    broker = Broker(tmp_path / "late")
    with running(lambda desk: feed(desk, BrokerConfig(url=broker.url), tmp_path)) as desk:
        desk.wait_down("refused")
        broker.start()
        desk.wait_up()
        broker.publish("site/a/smoke", b"first")
        desk.wait_for(b"first")
    broker.stop()


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_broker_that_dies_is_told_and_nothing_sent_after_its_return_is_missed(
    end: str, mosquitto: Broker, tmp_path: Path
) -> None:
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"before")
        desk.wait_for(b"before")
        getattr(mosquitto, end)()
        desk.wait_down("connection_lost")
        mosquitto.start()
        desk.wait_up(times=2)
        mosquitto.publish("site/a/smoke", b"after")
        desk.wait_for(b"before", b"after")


@pytest.mark.alone
def test_a_frozen_broker_is_noticed_within_three_seconds_and_recovered_from(mosquitto: Broker, tmp_path: Path) -> None:
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_up()
        mosquitto.freeze()
        begun = time.monotonic()
        desk.wait_down("no_heartbeat")
        assert time.monotonic() - begun <= 3.0
        mosquitto.thaw()
        desk.wait_up(times=2)
        mosquitto.publish("site/a/smoke", b"thawed")
        desk.wait_for(b"thawed")


def test_a_wrong_password_is_named_and_appears_in_no_log(
    embedded: EmbeddedBroker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("open-sesame")
    wrong.chmod(0o600)
    config = BrokerConfig(url=embedded.console_config().url, user="console", password=f"file:{wrong}")
    with caplog.at_level("DEBUG"), running(lambda desk: feed(desk, config, tmp_path)) as desk:
        desk.wait_down("wrong_password")
        assert "open-sesame" not in caplog.text + repr(desk.posted)


def test_a_secret_that_is_missing_is_a_matter_of_configuration_until_it_is_there(
    embedded: EmbeddedBroker, tmp_path: Path
) -> None:
    right = Path(embedded.console_config().password.removeprefix("file:"))
    secret = tmp_path / "secret"
    config = BrokerConfig(url=embedded.console_config().url, user="console", password=f"file:{secret}")
    with running(lambda desk: feed(desk, config, tmp_path)) as desk:
        desk.wait_down("configuration")
        right.rename(secret)
        desk.wait_up()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mqtt://no-such-host.invalid:1883", "name_unknown"),
        ("http://127.0.0.1:1883", "configuration"),
        ("mqtt://user:open-sesame@127.0.0.1:1883", "configuration"),
    ],
)
def test_an_address_that_leads_nowhere_is_named(url: str, reason: str, tmp_path: Path) -> None:
    with running(lambda desk: feed(desk, BrokerConfig(url=url), tmp_path)) as desk:
        desk.wait_down(reason)
        assert "open-sesame" not in repr(desk.posted)


# paho leaves the socket of a failed TLS handshake to the garbage collector.
@pytest.mark.filterwarnings("ignore:unclosed <ssl.SSLSocket:ResourceWarning")
def test_a_broker_whose_certificate_nobody_vouches_for_is_refused_and_one_of_our_authority_is_trusted(
    tmp_path: Path,
) -> None:
    ours, foreign = authority(tmp_path / "ours"), authority(tmp_path / "foreign")
    certificate, key = ours.server()
    broker = Broker(tmp_path / "tls")
    with (tmp_path / "tls" / "mosquitto.conf").open("a") as config:
        config.write(f"certfile {certificate}\nkeyfile {key}\n")
    broker.start()
    url = f"mqtts://127.0.0.1:{broker.port}"
    with running(lambda d: feed(d, BrokerConfig(url=url, ca_file=str(foreign.certificate)), tmp_path)) as desk:
        desk.wait_down("tls_failed")
    with running(lambda d: feed(d, BrokerConfig(url=url, ca_file=str(ours.certificate)), tmp_path)) as desk:
        desk.wait_up()
    broker.stop()


def test_a_broker_that_accepts_and_says_nothing_does_not_hold_the_feed(mosquitto: Broker, tmp_path: Path) -> None:
    mosquitto.freeze()
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_down("no_answer")
        mosquitto.thaw()
        desk.wait_up()


def test_of_two_consoles_at_one_position_the_newer_keeps_it_and_the_older_says_why_it_is_out(
    mosquitto: Broker, tmp_path: Path
) -> None:
    config = BrokerConfig(url=mosquitto.url)
    with running(lambda desk: feed(desk, config, tmp_path / "older")) as older:
        older.wait_up()
        with running(lambda desk: feed(desk, config, tmp_path / "newer")) as newer:
            older.wait_down("session_taken_over")
            wait_until(lambda: newer.ups("broker") > len(newer.downs("broker")), 5, "the newer to have it")
            mosquitto.publish("site/a/smoke", b"whose")
            newer.wait_for(b"whose")


def test_a_retained_alarm_is_repeated_to_a_new_session_and_never_to_one_that_goes_on(
    mosquitto: Broker, tmp_path: Path
) -> None:
    mosquitto.publish("site/a/smoke", b"on", retain=True)
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_for(b"on")
        assert desk.messages[0].retained
        mosquitto.publish("site/a/smoke", b"off", retain=True)
        desk.wait_for(b"on", b"off")
        assert not desk.messages[1].retained
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"next")
        desk.wait_for(b"next")


def test_a_new_process_is_told_who_is_who_although_its_session_goes_on(mosquitto: Broker, tmp_path: Path) -> None:
    zigbee = (SourceConfig("zigbee", "zigbee2mqtt", "z"),)
    mosquitto.publish("z/bridge/devices", b"who is who", retain=True)
    mosquitto.publish("z/lobby", b"smoke", retain=True)
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path, zigbee)) as desk:
        wait_until(lambda: {b"who is who", b"smoke"} <= set(desk.payloads), 5, "both retained messages")
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path, zigbee)) as desk:
        desk.wait_for(b"who is who")
        wait_until(lambda: mosquitto.log.read_text().count("Sending UNSUBACK") == 2, 5, "the question to be withdrawn")
        mosquitto.publish("z/bridge/devices", b"changed")
        mosquitto.publish("z/lobby", b"clear")
        desk.wait_for(b"who is who", b"changed", b"clear")


def test_a_source_that_was_taken_out_of_the_configuration_is_no_longer_delivered(
    mosquitto: Broker, tmp_path: Path
) -> None:
    both = (*SOURCES, SourceConfig("old", "site", "old/{device}/{kind}"))
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path, both)) as desk:
        desk.wait_up()
        mosquitto.publish("old/a/smoke", b"old")
        desk.wait_for(b"old")
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path)) as desk:
        desk.wait_up()
        mosquitto.publish("old/a/smoke", b"unwanted")
        mosquitto.publish("site/a/smoke", b"wanted")
        desk.wait_for(b"wanted")


def test_what_every_source_sent_is_counted(mosquitto: Broker, tmp_path: Path) -> None:
    sources = (*SOURCES, SourceConfig("zigbee", "zigbee2mqtt", "zigbee2mqtt"))
    with running(lambda desk: feed(desk, BrokerConfig(url=mosquitto.url), tmp_path, sources)) as desk:
        desk.wait_up()
        mosquitto.publish("site/a/smoke", b"rule")
        mosquitto.publish("zigbee2mqtt/lobby/smoke", b"device")
        desk.wait_for(b"rule", b"device")
        running_feed = desk.feed
        assert isinstance(running_feed, MqttFeed)
        wait_until(lambda: running_feed.figures().stored == 2, 5, "both to be counted")
