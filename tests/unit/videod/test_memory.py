"""What is kept of each stream: everything since the key frame, never more than its share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from console.videod.gop import FEWEST, Budget, Gop
from console.videod.unit import Unit


def unit(*, key: bool = False, size: int = 10) -> Unit:
    return Unit(b"x" * size, key, 0, 0)


def test_a_key_frame_begins_anew() -> None:
    gop = Gop(Budget(1_000_000))
    for is_key in (True, False, False, True, False):
        gop.keep(unit(key=is_key), only_key=False)
    assert (len(gop.units), gop.size, gop.is_whole) == (2, 20, True)


def test_beyond_its_share_only_the_key_frame_stays_and_what_follows_waits() -> None:
    gop = Gop(Budget(FEWEST * 100))
    gop.keep(unit(key=True, size=60), only_key=False)
    gop.keep(unit(size=50), only_key=False)
    gop.keep(unit(size=10), only_key=False)
    assert (len(gop.units), gop.size, gop.is_whole) == (1, 60, False)


def test_a_key_frame_only_camera_keeps_its_key_frame() -> None:
    gop = Gop(Budget(1_000_000))
    gop.keep(unit(key=True), only_key=True)
    gop.keep(unit(), only_key=True)
    gop.keep(unit(), only_key=False)  # shown from here on: useless without what was dropped
    assert (len(gop.units), gop.is_whole) == (1, False)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 90), st.booleans())))
def test_the_share_is_never_exceeded_and_the_first_unit_is_a_key_frame(kept: list[tuple[bool, int, bool]]) -> None:
    gop = Gop(Budget(FEWEST * 100))
    for is_key, size, only_key in kept:
        gop.keep(unit(key=is_key, size=size), only_key=only_key)
        assert gop.size == sum(len(one.data) for one in gop.units) <= 100
        assert not gop.units or gop.units[0].is_key
