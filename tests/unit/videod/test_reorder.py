"""Packets that overtook each other come out in order; what never comes is not waited for long."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from console.videod.reorder import DEPTH, PATIENCE_NS, RESTART, Reorder
from tests.servers.rtsp import rtp

FIRST = 65_500  # wraps within the tests


def packet(number: int, source: int = 7) -> bytes:
    return rtp(b"x", FIRST + number, 0, marker=False)[:8] + source.to_bytes(4, "big") + number.to_bytes(4, "big")


class Ears:
    def __init__(self) -> None:
        self.order = Reorder(self._hear)
        self.heard: list[int] = []

    def _hear(self, packets: Sequence[bytes], arrived_ns: int) -> None:
        self.heard += [int.from_bytes(each[12:], "big") for each in packets]

    def push(self, *numbers: int, at: int = 0, source: int = 7) -> list[int]:
        self.order.push([packet(number, source) for number in numbers], at)
        return self.heard


@given(st.lists(st.integers(0, 12), min_size=1, max_size=200), st.data())
def test_any_order_within_a_short_way_comes_out_right_and_nothing_is_missing(
    delays: list[int], data: st.DataObject
) -> None:
    arriving = [0, *sorted(range(1, len(delays)), key=lambda number: (number + delays[number], number))]
    ears = Ears()
    while arriving:
        together = data.draw(st.integers(1, 5))
        ears.push(*arriving[:together])
        arriving = arriving[together:]
    assert ears.heard == list(range(len(delays)))


def test_what_comes_in_order_is_passed_on_at_once() -> None:
    assert Ears().push(0, 1, 2) == [0, 1, 2]


def test_what_comes_twice_is_passed_on_once() -> None:
    ears = Ears()
    assert ears.push(0, 1, 1, 3, 3, 0, 2) == [0, 1, 2, 3]


def test_a_lost_packet_is_waited_for_a_short_time_and_then_the_rest_goes_on() -> None:
    ears = Ears()
    assert ears.push(0, 2, 3) == [0]
    ears.order.tick(PATIENCE_NS)
    assert ears.heard == [0]
    ears.order.tick(PATIENCE_NS + 1)
    assert ears.heard == [0, 2, 3]
    assert ears.push(1, at=PATIENCE_NS + 2) == [0, 2, 3]  # too late: nobody waits for it any more


def test_the_next_packets_end_the_waiting_too() -> None:
    ears = Ears()
    ears.push(0, 2)
    assert ears.push(3, at=PATIENCE_NS + 1) == [0, 2, 3]


def test_of_a_flood_only_so_much_is_held() -> None:
    ears = Ears()
    ears.push(0)
    assert ears.push(*range(2, DEPTH + 3)) == [0, *range(2, DEPTH + 3)]


def test_a_camera_that_counts_anew_is_believed_after_a_few_packets() -> None:
    ears = Ears()
    ears.push(*range(1000, 1003))
    assert ears.push(*range(RESTART)) == [1000, 1001, 1002, RESTART - 1]
    assert ears.push(RESTART)[-1] == RESTART


def test_another_sender_is_heard_at_once() -> None:
    ears = Ears()
    ears.push(0, 2)
    assert ears.push(500, 501, source=8) == [0, 2, 500, 501]


@given(st.lists(st.binary(max_size=20), max_size=40))
def test_random_bytes_raise_nothing_and_none_is_held_for_ever(packets: list[bytes]) -> None:
    heard: list[bytes] = []
    order = Reorder(lambda some, _at: heard.extend(some))
    order.push(packets, 0)
    for round_ in range(1, len(packets) + 2):
        order.tick(round_ * (PATIENCE_NS + 1))
    assert not order.is_waiting
    assert len(heard) <= len(packets)
