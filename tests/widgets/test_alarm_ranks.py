"""The order of the alarm table: one change touches a handful of rows, and nothing moves under a hand."""

from __future__ import annotations

import random
from functools import total_ordering

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from widgets.alarms.ranks import Insert, Key, Move, Ranks, Remove, Repaint

MANY = 10_000


@total_ordering
class Counted:
    """A part of a key that counts how often it was compared."""

    compared = 0

    def __init__(self, value: int) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return isinstance(other, Counted) and self.value == other.value

    def __lt__(self, other: Counted) -> bool:
        Counted.compared += 1
        return self.value < other.value

    def __hash__(self) -> int:
        return hash(self.value)


def change(ranks: Ranks[str], name: str, key: Key | None, line: str = "") -> object:
    """One change as the model makes it."""
    step = ranks.step(name, key)
    if step is None:
        return None
    if key is None:
        ranks.drop(name, line or None)
    else:
        ranks.put(name, key, line)
    return step


def test_one_change_among_ten_thousand_rows_compares_a_few_dozen_keys_and_sorts_nothing() -> None:
    ranks: Ranks[str] = Ranks()
    ranks.fill((f"a{n}", (Counted(n * 2),), "") for n in range(MANY))
    dice = random.Random(1)
    for n in range(200):
        Counted.compared = 0
        change(ranks, f"new{n}", (Counted(dice.randrange(2 * MANY) * 2 + 1),))
        change(ranks, f"a{dice.randrange(MANY)}", (Counted(dice.randrange(2 * MANY) * 2 + 1),))
        assert ranks.row_of(f"new{n}") >= 0
        assert Counted.compared < 400
    assert len(ranks) == MANY + 200


NAMES = st.sampled_from([f"n{n}" for n in range(12)])
ACTS = st.one_of(
    st.tuples(st.just("put"), NAMES, st.integers(0, 9)),
    st.tuples(st.just("drop"), NAMES, st.just(0)),
    st.tuples(st.just("hold"), NAMES, st.just(0)),
    st.tuples(st.just("go"), NAMES, st.just(0)),
)


def follow(shown: list[str], step: object, name: str) -> None:
    """What somebody who only hears the steps would show."""
    match step:
        case Insert(at):
            shown.insert(at, name)
        case Remove(at):
            assert shown.pop(at) == name
        case Move(at, to):
            assert shown.pop(at) == name
            shown.insert(to, name)
        case Repaint(at):
            assert shown[at] == name


@settings(max_examples=300, deadline=None)
@given(st.lists(ACTS, max_size=60))
def test_whoever_follows_the_steps_shows_the_same_rows_and_nothing_moves_under_a_hand(
    acts: list[tuple[str, str, int]],
) -> None:
    ranks: Ranks[str] = Ranks()
    truth: dict[str, Key] = {}
    shown: list[str] = []
    for act, name, value in acts:
        before, held = list(shown), ranks.is_held
        match act:
            case "put":
                truth[name] = (value, name)
                follow(shown, change(ranks, name, truth[name], "x"), name)
            case "drop":
                truth.pop(name, None)
                follow(shown, change(ranks, name, None), name)
            case "hold":
                ranks.hold(ranks.row_of(name))
            case _:
                for late, key in ranks.let_go().items():
                    follow(shown, change(ranks, late, key, "x"), late)
        assert list(ranks) == shown
        assert all(ranks.name(ranks.row_of(one)) == one for one in shown)
        if held and act != "go":
            assert [one for one in shown if one in before] == before
        if not ranks.is_held:
            assert shown == sorted(truth, key=lambda one: truth[one])


@pytest.mark.parametrize("held", range(5))
def test_what_comes_while_a_row_is_held_is_shown_at_once_right_below_the_hand_and_sorted_afterwards(held: int) -> None:
    ranks: Ranks[str] = Ranks()
    ranks.fill((f"a{n}", (n,), "") for n in range(1, 6))
    ranks.hold(held)
    names = list(ranks)
    for late in ("b", "c"):
        assert change(ranks, late, (0, late)) == Insert(held + 1 + (late == "c"))
    assert list(ranks)[: held + 1] == names[: held + 1]
    for name, key in ranks.let_go().items():
        change(ranks, name, key)
    assert list(ranks) == ["b", "c", *names]
