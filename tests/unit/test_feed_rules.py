"""The feed's pure parts: subscriptions, whose a topic is, when the broker is silent, how long to wait, recordings."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paho.mqtt.client import topic_matches_sub

from console.backends.feed import recording
from console.backends.feed.dial import address
from console.backends.feed.figures import Tally
from console.backends.feed.heartbeat import Heartbeat
from console.backends.feed.ownership import Ownership
from console.backends.feed.topics import Seat, SourceOf, covers, subscriptions
from console.backends.feed.trouble import BackOff
from console.clock import FakeClock
from console.config.schema import SourceConfig
from console.errors import BackendError
from console.topics import slug


def source(topic: str, ecosystem: str = "site", name: str = "") -> SourceConfig:
    return SourceConfig(name or f"{ecosystem} {topic}", ecosystem, topic)


def test_exactly_what_the_sources_need_is_subscribed() -> None:
    sources = [
        source("site/{device}/{kind}"),
        source("zigbee2mqtt", "zigbee2mqtt"),
        source("zigbee2mqtt/north", "zigbee2mqtt"),  # is covered by the one above
        source("site/{device}/smoke"),
        source("site/{device}/{kind}", name="again"),
    ]
    assert subscriptions(sources) == ("site/+/+", "zigbee2mqtt/#")


def test_a_source_without_a_topic_has_its_ecosystems_own() -> None:
    assert subscriptions([source("", "zigbee2mqtt"), source("")]) == ("zigbee2mqtt/#", "site/+/+")


LEVELS = st.lists(st.sampled_from(["a", "b", "+"]), min_size=1, max_size=3)
FILTERS = st.builds(lambda levels, rest: "/".join([*levels, *rest]), LEVELS, st.sampled_from([[], ["#"]]))
TOPICS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join)


@given(wide=FILTERS, narrow=FILTERS, topic=TOPICS)
def test_a_filter_is_left_out_only_when_the_other_matches_all_of_its_topics(wide: str, narrow: str, topic: str) -> None:
    if covers(wide, narrow) and topic_matches_sub(narrow, topic):
        assert topic_matches_sub(wide, topic)


def test_a_topic_belongs_to_the_first_source_that_asks_for_it() -> None:
    source_of = SourceOf([source("site/{d}/{k}", name="rules"), source("z", "zigbee2mqtt", "zigbee")])
    assert [source_of(t) for t in ("site/a/b", "z/中/x", "z", "elsewhere")] == ["rules", "zigbee", "zigbee", ""]


def test_names_of_sites_and_positions_are_safe_on_every_broker_and_stay_apart() -> None:
    assert Seat("park", "desk-1").client_id == "watchroom-park-desk-1"
    names = [slug(name) for name in ("绿园", "绿苑", "a/b", "a+b", "a-b")]
    assert len(set(names)) == 5
    assert all(name.isascii() and not set(name) & set("/+#") for name in names)


def test_a_broker_is_silent_after_two_and_a_half_seconds_without_a_delivery() -> None:
    heartbeat = Heartbeat(0.0)
    turns = [n / 10 for n in range(26)]
    assert [t for t in turns if heartbeat.turn(t)] == [0.0, 1.0, 2.0]
    assert not heartbeat.is_silent(2.5)
    assert heartbeat.is_silent(2.51)
    heartbeat.heard(2.4)
    assert not heartbeat.is_silent(4.8)


def test_a_stall_of_our_own_is_not_held_against_the_broker() -> None:
    heartbeat = Heartbeat(0.0)
    heartbeat.turn(0.1)
    heartbeat.turn(60.0)  # the machine slept
    assert not heartbeat.is_silent(60.0)


def test_waits_grow_to_five_seconds_with_jitter_and_start_small_again() -> None:
    back_off = BackOff(0.2, 5.0)
    for longest in (0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0):
        assert longest / 2 <= back_off.wait_s() <= longest
    back_off.reset()
    assert back_off.wait_s() <= 0.2


def test_only_who_had_the_position_before_can_be_replaced() -> None:
    ours = Ownership()
    assert ours.read("an earlier run") == ""
    ours.claim()
    assert ours.read(ours.name) == ""
    assert ours.read("another console") == "another console"
    ours.give_up()
    assert ours.read("another console") == ""


def test_the_address_of_a_broker_is_taken_apart() -> None:
    assert address("mqtts://broker.example") == ("mqtts", "broker.example", 8883)
    assert address("mqtt://[::1]:2883") == ("mqtt", "::1", 2883)


@pytest.mark.parametrize("url", ["tcp://x", "mqtt://", "mqtt://x:99999", "mqtt://u:open-sesame@x"])
def test_an_address_that_cannot_be_used_is_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(BackendError) as caught:
        address(url)
    assert "open-sesame" not in str(caught.value)


def test_what_was_neither_stored_nor_dropped_was_a_repetition() -> None:
    tally = Tally()
    tally.count(received=5, stored=3)
    tally.count(received=2, dropped=2)
    figures = tally.figures()
    assert (figures.received, figures.stored, figures.repeated, figures.dropped) == (7, 3, 2, 2)
    assert figures.per_second == 0.7


NOW = FakeClock().now_ms()


def recorded(path: Path, *lines: object) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_a_recording_gives_text_bytes_and_repetitions_with_their_times(tmp_path: Path) -> None:
    path = recorded(
        tmp_path / "r.jsonl",
        {"topic": "a", "payload": "中", "received_at": "2026-11-20T08:30:00.250Z", "retain": True},
        {"topic": "b", "payload": base64.b64encode(b"\xff").decode(), "encoding": "base64"},
        {"topic": "c", "payload": {"head": "[", "unit": "1,", "times": 2, "tail": "1]"}, "encoding": "repeat"},
    )
    one, two, three = (arrival for _, arrival in recording.read(path, NOW))
    assert (one.payload, one.received_ms, one.retained) == ("中".encode(), 1_795_163_400_250, True)
    assert (two.payload, two.received_ms) == (b"\xff", NOW)
    assert three.payload == b"[1,1,1]"


def test_a_line_that_is_no_message_is_named_by_its_number(tmp_path: Path) -> None:
    path = recorded(tmp_path / "r.jsonl", {"topic": "a", "payload": "1"}, {"topic": "a"})
    lines = recording.read(path, NOW)
    assert next(lines)[0] == 1
    with pytest.raises(BackendError, match=r"r\.jsonl:2"):
        next(lines)


def test_reading_goes_on_behind_the_line_that_was_last(tmp_path: Path) -> None:
    path = recorded(tmp_path / "r.jsonl", *({"topic": "a", "payload": str(n)} for n in range(4)))
    assert [number for number, _ in recording.read(path, NOW, after=2)] == [3, 4]
