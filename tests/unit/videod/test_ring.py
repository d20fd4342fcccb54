"""The last minute in memory: within the budget, the important cameras first, always from a key frame on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.videod.gop import Budget, Gop
from console.videod.ring import SHORT_S, UNIT_COST, Ring, share_out
from console.videod.unit import Unit

SECOND = 1_000_000_000
FPS, GROUP = 10, 20  # a key frame every two seconds
SIZE = 1_000  # bytes of a picture
RATE = FPS * (SIZE + UNIT_COST)
PLENTY = 1e12


def units(seconds: float, size: int = SIZE) -> list[Unit]:
    return [
        Unit(bytes(size), n % GROUP == 0, n * SECOND // FPS, n * 9_000 & 0xFFFFFFFF) for n in range(int(seconds * FPS))
    ]


def filled(seconds: float, granted_s: float = 60.0, size: int = SIZE) -> Gop:
    """A stream that has been received for so long."""
    gop = Gop(Budget(1 << 30))
    gop.ring.granted_s = granted_s
    for unit in units(seconds, size):
        gop.keep(unit, only_key=False)
    return gop


def test_what_was_granted_is_there_and_hardly_more() -> None:
    gop = filled(100)
    assert 56 <= gop.ring.seconds() <= 62
    assert gop.ring.size == sum(len(unit.data) + UNIT_COST for unit in gop.ring.since(0))


def test_a_clip_begins_with_the_key_frame_before_the_moment_that_was_asked_for() -> None:
    gop = filled(50)
    found = gop.since(25 * SECOND)
    assert found[0].is_key
    assert 23 * SECOND <= found[0].arrived_ns <= 25 * SECOND
    assert [unit.arrived_ns for unit in found] == sorted(unit.arrived_ns for unit in found)
    assert found[-1].arrived_ns == 49.9 * SECOND


def test_a_clip_from_before_memory_begins_with_what_memory_has() -> None:
    gop = filled(50, granted_s=10)
    assert gop.since(0)[0].arrived_ns >= 36 * SECOND


def test_a_clip_of_now_needs_the_newest_group_only() -> None:
    gop = filled(50)
    assert gop.since(49 * SECOND) == gop.units


def test_a_stream_that_ended_lets_go_of_its_pictures_in_time() -> None:
    gop = filled(50)
    gop.ring.trim(80 * SECOND)
    assert 20 <= gop.ring.seconds() <= 32
    gop.ring.trim(200 * SECOND)
    assert (gop.ring.seconds(), gop.ring.size) == (0.0, 0)


def test_a_stream_that_suddenly_sends_much_more_does_not_take_the_others_memory() -> None:
    gop = filled(50, granted_s=30)
    before = gop.ring.size
    for unit in units(80, size=50 * SIZE)[500:520]:
        gop.keep(unit, only_key=False)
    gop.keep(Unit(b"", True, 60 * SECOND, 0), only_key=False)
    assert gop.ring.size <= max(before, gop.ring.cost(30) * 1.25)


def test_where_memory_suffices_everybody_gets_all_of_it() -> None:
    rings = [filled(20).ring for _ in range(5)]
    share_out(PLENTY, 60, rings)
    assert [round(ring.granted_s) for ring in rings] == [60] * 5


def test_everybody_gets_half_a_minute_before_anybody_gets_more() -> None:
    rings = [filled(20).ring for _ in range(4)]
    budget = 4 * rings[0].cost(SHORT_S) + 0.5 * (rings[0].cost(60) - rings[0].cost(SHORT_S))
    share_out(budget, 60, rings)
    assert [round(ring.granted_s) for ring in rings] == [45, 30, 30, 30]


def test_where_memory_does_not_suffice_the_first_ones_have_it() -> None:
    rings = [filled(20).ring for _ in range(4)]
    share_out(2.5 * rings[0].cost(SHORT_S), 60, rings)
    assert [ring.granted_s > 0 for ring in rings] == [True, True, False, False]


@given(st.lists(st.integers(1, 50_000), min_size=1, max_size=12), st.floats(0, 1e9), st.integers(0, 120))
def test_nobody_gets_more_than_there_is(sizes: list[int], budget: float, ring_s: int) -> None:
    rings = [filled(6, size=size).ring for size in sizes]
    share_out(budget, ring_s, rings)
    assert sum(ring.cost(ring.granted_s) for ring in rings if ring.granted_s > 0) <= budget * 1.0001 + 1
    assert all(0 <= ring.granted_s <= ring_s + 1e-6 for ring in rings)


def test_a_small_change_of_rate_takes_nobodys_ring_away() -> None:
    gop, key_ns = filled(40), 40 * SECOND
    budget = gop.ring.cost(SHORT_S) * 1.1
    for size in (1_000, 1_050, 950, 1_040, 960, 1_000):
        for unit in units(20, size):
            gop.keep(unit._replace(arrived_ns=unit.arrived_ns + key_ns), only_key=False)
        key_ns += 20 * SECOND
        share_out(budget, SHORT_S, [gop.ring])
        assert gop.ring.granted_s == SHORT_S
    assert gop.ring.seconds() >= SHORT_S - 4


def test_what_waited_and_then_arrives_in_one_moment_takes_nobodys_ring_away() -> None:
    """The machine stood still for ten seconds; what the cameras sent meanwhile is read in a few milliseconds."""
    rings = [Ring() for _ in range(10)]
    size, budget = 64_000, 10 * 64_000 * 40

    def receive(group: int, key_ns: int, next_key_ns: int) -> None:
        share_out(budget, 30, rings)
        for ring in rings:
            units = [
                Unit(b"x" * (size // 15), n == 0, key_ns + n, (group * 90_000 + n * 6_000) % 2**32) for n in range(15)
            ]
            ring.offer(units, next_key_ns)

    for group in range(40):
        receive(group, group * 1_000_000_000, (group + 1) * 1_000_000_000)
    before = [ring.seconds() for ring in rings]
    assert min(before) > 25
    for group in range(40, 50):
        receive(group, 50_000_000_000 + group * 1_000_000, 50_000_000_000 + (group + 1) * 1_000_000)
    share_out(budget, 30, rings)
    assert all(ring.granted_s == 30 for ring in rings)
    assert min(ring.seconds() for ring in rings) > 15
