"""What a unit's word is worth: late, repeated, reordered or foreign answers change nothing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.model import UnitSaid, UnitStatus
from console.units import Ignored
from console.units.step import CYCLE, RANK
from tests.unit.dispatch_room import E1, M1, Room


def code(room: Room) -> str:
    return str(room.events("AnswerIgnored")[-1]["code"])


def test_an_answer_to_another_order_changes_nothing() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.ACCEPTED, order="M1-1")
    assert room.status(M1) is UnitStatus.ORDERED and code(room) == Ignored.OTHER_ORDER


def test_an_answer_that_comes_twice_changes_nothing() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.ACCEPTED)
    written = len(room.store.entries)
    room.says(M1, UnitStatus.ACCEPTED)
    assert len(room.store.entries) == written and code(room) == Ignored.REPEATED


def test_a_late_accepted_does_not_bring_a_unit_back_from_the_scene() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.ON_SCENE)
    room.says(M1, UnitStatus.ACCEPTED)
    assert room.status(M1) is UnitStatus.ON_SCENE and code(room) == Ignored.OVERTAKEN


def test_a_replayed_acceptance_does_not_undo_a_refusal() -> None:
    room = Room()
    room.sent(M1)
    before_ms = room.clock.now_ms()
    room.clock.advance(5_000)
    room.says(M1, UnitStatus.DECLINED)
    room.says(M1, UnitStatus.ACCEPTED, at_ms=before_ms)
    assert room.status(M1) is UnitStatus.DECLINED and code(room) == Ignored.OLDER
    room.clock.advance(1_000)
    room.says(M1, UnitStatus.ACCEPTED)
    assert room.status(M1) is UnitStatus.ACCEPTED


def test_what_only_the_console_knows_no_unit_can_say() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.NO_ANSWER)
    assert room.status(M1) is UnitStatus.ORDERED and code(room) == Ignored.NOT_A_WORD


def test_without_an_order_a_unit_can_go_out_of_service_and_come_back_but_not_be_on_its_way() -> None:
    room = Room()
    room.says(E1, UnitStatus.OUT_OF_SERVICE, order="")
    assert room.status(E1) is UnitStatus.OUT_OF_SERVICE
    room.clock.advance(1_000)
    room.says(E1, UnitStatus.EN_ROUTE, order="")
    assert code(room) == Ignored.NO_ORDER
    room.says(E1, UnitStatus.AVAILABLE, order="")
    assert room.status(E1) is UnitStatus.AVAILABLE and room.store.entries[-1].open is False


def test_yesterdays_word_without_an_order_is_not_todays() -> None:
    room = Room()
    room.says(E1, UnitStatus.OUT_OF_SERVICE, order="", at_ms=room.clock.now_ms() - 86_400_000)
    assert code(room) == Ignored.TOO_OLD
    room.says(E1, UnitStatus.OUT_OF_SERVICE, order="", at_ms=0)
    assert code(room) == Ignored.TOO_OLD and room.status(E1) is UnitStatus.AVAILABLE


def test_a_busy_unit_cannot_slip_out_of_its_order_by_a_word_without_one() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.AVAILABLE, order="")
    room.says(M1, UnitStatus.OUT_OF_SERVICE, order="")
    assert room.status(M1) is UnitStatus.ORDERED


def test_a_unit_that_breaks_down_on_its_way_says_so_and_is_bound_to_nothing() -> None:
    room = Room()
    incident = room.sent(M1)
    room.says(M1, UnitStatus.OUT_OF_SERVICE)
    assert room.desk.unit(M1).incident is None and room.desk.units_of(incident) == ()
    assert room.told(incident)[-1] == "UnitReported M1 out_of_service"


def test_every_answer_marks_its_receipt_handled_whether_it_counts_or_not() -> None:
    room = Room()
    room.sent(M1)
    for order in (None, "M1-1"):
        room.says(M1, UnitStatus.ACCEPTED, order=order)
    assert room.store.receipts.count(77) == 2


def test_an_answer_that_makes_the_core_raise_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room()
    monkeypatch.setattr(room.desk, "said", lambda *_: 1 / 0)
    monkeypatch.setattr(room.console, "_handlers", {**room.console._handlers, UnitSaid: room.desk.said})
    room.says(M1, UnitStatus.ACCEPTED, order="x")
    assert room.events("MessageSetAside")[0]["receipt"] == 77


answers = st.lists(
    st.tuples(st.sampled_from(list(UnitStatus)), st.sampled_from(["now", "other", ""]), st.integers(-3, 3)), max_size=12
)


@settings(max_examples=60)
@given(answers, st.integers(0, 1000))
def test_however_answers_are_repeated_delayed_and_mixed_a_unit_never_goes_back_in_its_cycle(
    said: list[tuple[UnitStatus, str, int]], seed: int
) -> None:
    room = Room()
    room.sent(M1)
    stream = said * 2
    random.Random(seed).shuffle(stream)
    orders = {"now": None, "other": "M1-1", "": ""}
    for status, order, shift_s in stream:
        before = room.desk.unit(M1)
        room.says(M1, status, orders[order], max(1, room.clock.now_ms() + shift_s * 1000))
        after = room.desk.unit(M1)
        if after.status in RANK and before.status in RANK and not before.is_plain:
            assert RANK[after.status] >= RANK[before.status], (before.status, after.status)
        if order == "other":
            assert after == before
    again = room.again()
    assert again.status(M1) == room.status(M1)
    assert again.desk.unit(M1).turn == room.desk.unit(M1).turn


def test_the_cycle_is_the_one_of_the_manual() -> None:
    assert [status.value for status in CYCLE] == [
        "ordered", "accepted", "en_route", "on_scene", "returning", "available",
    ]  # fmt: skip
