"""What is compressed comes back as it was, costs little, and damaged bytes are refused, not believed."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.trends.reduction import MINUTE, steps_of
from console.trends.segments import pack_samples, pack_steps, unpack_samples, unpack_steps
from console.trends.series import Samples, samples

START = 1_795_000_200_000

numbers = st.one_of(
    st.floats(-1e15, 1e15),
    st.just(math.nan),
    st.decimals(-9999, 9999, places=3).map(float),
    st.integers(-(2**40), 2**40).map(float),
)
readings = st.lists(st.tuples(st.integers(0, 299_999), numbers, st.booleans()), max_size=400).map(
    lambda rows: sorted(rows, key=lambda row: row[0])
)


def made(rows: list[tuple[int, float, bool]]) -> Samples:
    return samples([START + at for at, _, _ in rows], [value for _, value, _ in rows], [bad for _, _, bad in rows])


@given(readings)
def test_samples_come_back_as_they_were(rows: list[tuple[int, float, bool]]) -> None:
    before = made(rows)
    after = unpack_samples(pack_samples(before, START), START)
    for name in ("t_ms", "value", "bad"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))


@given(readings)
def test_steps_come_back_as_they_were_but_for_the_last_digits_of_the_mean(rows: list[tuple[int, float, bool]]) -> None:
    before = steps_of(made(rows), MINUTE)
    after = unpack_steps(pack_steps(before, START - START % MINUTE), START - START % MINUTE, MINUTE)
    for name in ("t_ms", "low", "high", "n", "bad"):
        np.testing.assert_array_equal(getattr(before, name), getattr(after, name))
    np.testing.assert_allclose(before.mean, after.mean, rtol=1e-6, atol=1e-3)


def test_a_sensor_with_three_decimals_costs_less_than_two_and_a_half_bytes_a_sample() -> None:
    rng = random.Random(7)
    values, value = [], 0.32
    for _ in range(300):
        value = round(min(0.38, max(0.28, value + rng.gauss(0, 0.003))), 3)
        values.append(value)
    times = [START + n * 1000 + rng.randrange(20) for n in range(300)]
    assert len(pack_samples(samples(times, values), START)) / 300 < 2.5


@pytest.mark.parametrize("spoil", [lambda b: b[:-4], lambda b: b"", lambda b: b"x" * 40, lambda b: b[:9] + b[20:]])
def test_damaged_bytes_are_refused(spoil: object) -> None:
    data = pack_samples(samples([START, START + 1], [1.0, math.nan], [False, True]), START)
    with pytest.raises(ValueError, match="segment"):
        unpack_samples(spoil(data), START)  # type: ignore[operator]
