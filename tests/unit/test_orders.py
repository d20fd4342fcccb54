"""Orders to units: when they leave, what is said of them until then, and what a busy, silent or declining unit is."""

from __future__ import annotations

import pytest

from console.errors import CommandRefused
from console.incidents import Disposition
from console.model import UnitStatus
from console.outgoing import Published, Unpublished
from console.units import Sending
from tests.unit.dispatch_room import E1, G1, LEAK, M1, ROOT, S1, Room


def test_an_order_leaves_only_after_its_entry_is_in_the_journal() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.dispatch(incident, [M1])
    assert room.carrier.published == [] and room.desk.unit(M1).order.sending is Sending.WAITING  # type: ignore
    room.save()
    (order,) = room.carrier.bodies()
    assert room.carrier.published[0].topic == f"{ROOT}/unit/M1/order"
    assert (order["order"], order["act"], order["incident"], order["unit"]) == (
        "M1-1795000000000",
        "go",
        incident,
        "M1",
    )
    assert order["place"]["name"] == "东厂房烟感" and order["place"]["floor"] == 2
    assert order["alarm"] == {"class": "F", "kind": "smoke"}
    assert order["until"] - order["t"] == 600_000 and room.carrier.published[0].expiry_s == 600


def test_a_unit_is_only_said_to_have_the_order_when_the_broker_or_the_unit_says_so() -> None:
    room = Room()
    room.desk.dispatch(room.desk.open_from(room.alarm()), [M1])
    room.save()
    order = room.carrier.published[0].id
    room.take(Published(order, heard=False))
    assert room.desk.unit(M1).order.sending is Sending.UNHEARD  # type: ignore[union-attr]
    room.take(Published(order, heard=True))
    assert room.desk.unit(M1).order.sending is Sending.SENT  # type: ignore[union-attr]
    assert room.status(M1) is UnitStatus.ORDERED
    assert [e["code"] for e in room.events("OrderNotSent")] == ["unheard"]
    assert [e["order"] for e in room.events("OrderSent")] == [order]


def test_killed_between_commit_and_sending_the_same_order_leaves_at_the_next_start() -> None:
    room = Room()
    room.desk.dispatch(room.desk.open_from(room.alarm()), [M1, S1])
    later = room.again(after_ms=5_000)
    assert [body["order"] for body in later.carrier.bodies()] == ["M1-1795000000000", "S1-1795000000000"]
    assert [message.expiry_s for message in later.carrier.published] == [595, 595]
    later.take(Published("M1-1795000000000", heard=True))
    again = later.again()
    assert [body["unit"] for body in again.carrier.bodies()] == ["S1"]


def test_an_order_that_could_not_be_sent_in_time_is_given_up_and_taken_back() -> None:
    room = Room()
    room.desk.dispatch(room.desk.open_from(room.alarm()), [M1])
    room.save()
    room.clock.advance(600_000)
    unit = room.desk.unit(M1)
    assert (unit.status, unit.order.sending) == (UnitStatus.NO_ANSWER, Sending.LAPSED)  # type: ignore[union-attr]
    assert room.carrier.retracted == [room.carrier.published[0].id]
    assert room.again().carrier.published == []


def test_an_order_that_is_older_than_it_may_be_is_not_sent_after_a_long_absence() -> None:
    room = Room()
    room.desk.dispatch(room.desk.open_from(room.alarm()), [M1])
    later = room.again(after_ms=3_600_000)
    later.clock.advance(0)
    assert later.status(M1) is UnitStatus.NO_ANSWER
    assert later.carrier.published == []


def test_all_units_are_ordered_or_none() -> None:
    room = Room()
    first = room.sent(M1)
    second = room.desk.open_from(room.alarm(LEAK))
    with pytest.raises(CommandRefused, match="unit_busy: M1"):
        room.desk.dispatch(second, [S1, M1])
    assert room.status(S1) is UnitStatus.AVAILABLE
    assert room.desk.units_of(first)[0].id == M1


def test_a_busy_unit_is_taken_away_only_by_naming_what_it_leaves() -> None:
    room = Room()
    first = room.sent(M1)
    second = room.desk.open_from(room.alarm(LEAK))
    with pytest.raises(CommandRefused, match="unit_busy"):
        room.desk.dispatch(second, [M1], leaving={M1: second})
    room.clock.advance(1)
    room.desk.dispatch(second, [M1], leaving={M1: first})
    assert room.desk.unit(M1).incident == second and room.desk.units_of(first) == ()
    assert room.told(first)[-1] == room.told(second)[-1] == "UnitOrdered M1"
    assert room.desk.timeline(first)[-1].leaves == first


def test_a_unit_out_of_service_cannot_be_sent() -> None:
    room = Room()
    room.desk.set_status(E1, UnitStatus.OUT_OF_SERVICE, "on leave")
    with pytest.raises(CommandRefused, match="unit_out_of_service"):
        room.desk.dispatch(room.desk.open_from(room.alarm()), [E1])
    with pytest.raises(CommandRefused, match="no_unit"):
        room.desk.dispatch(room.desk.incidents()[0].id, ["nobody"])  # type: ignore[list-item]


def test_a_unit_that_was_stood_down_is_told_so_and_its_order_is_over() -> None:
    room = Room()
    room.sent(M1)
    room.says(M1, UnitStatus.ACCEPTED)
    room.says(M1, UnitStatus.EN_ROUTE)
    room.clock.advance(1000)
    room.desk.stand_down(M1)
    room.save()
    assert room.status(M1) is UnitStatus.RETURNING and room.desk.unit(M1).incident is None
    go, down = room.carrier.bodies()
    assert (go["act"], down["act"]) == ("go", "stand_down") and go["order"] != down["order"]
    room.take(Published(down["order"], heard=True))
    room.says(M1, UnitStatus.ON_SCENE, order=go["order"])
    assert room.status(M1) is UnitStatus.RETURNING
    room.says(M1, UnitStatus.AVAILABLE)
    assert room.status(M1) is UnitStatus.AVAILABLE and room.store.entries[-1].open is False
    with pytest.raises(CommandRefused, match="no_order"):
        room.desk.stand_down(M1)


def test_closing_releases_every_unit_whatever_it_was_doing() -> None:
    room = Room()
    incident = room.sent(M1, S1, G1)
    room.says(M1, UnitStatus.ON_SCENE)
    room.says(G1, UnitStatus.DECLINED)
    room.desk.close(incident, Disposition.RESOLVED)
    assert [room.status(unit) for unit in (M1, S1, G1)] == [
        UnitStatus.RETURNING, UnitStatus.AVAILABLE, UnitStatus.AVAILABLE,
    ]  # fmt: skip
    room.save()
    assert [body["unit"] for body in room.carrier.bodies() if body["act"] == "stand_down"] == ["M1", "S1"]


def test_a_unit_that_says_nothing_is_marked_and_may_still_answer() -> None:
    room = Room()
    room.sent(M1)
    room.clock.advance(59_000)
    assert room.status(M1) is UnitStatus.ORDERED
    room.clock.advance(1_000)
    assert room.status(M1) is UnitStatus.NO_ANSWER
    room.clock.advance(12_000)
    assert room.desk.unit(M1).age_ms(room.clock.now_ms()) == 12_000
    assert [e["status"] for e in room.events("OrderAnswered")] == ["no_answer"]
    room.says(M1, UnitStatus.ACCEPTED)
    assert room.status(M1) is UnitStatus.ACCEPTED


def test_the_wait_for_an_answer_goes_on_over_a_restart() -> None:
    room = Room()
    room.sent(M1)
    later = room.again(after_ms=50_000)
    later.clock.advance(9_999)
    assert later.status(M1) is UnitStatus.ORDERED
    later.clock.advance(1)
    assert later.status(M1) is UnitStatus.NO_ANSWER


def test_a_unit_that_declined_may_be_ordered_again_and_its_reason_is_kept() -> None:
    room = Room()
    incident = room.sent(G1)
    room.desk.set_status(G1, UnitStatus.DECLINED, "at the school gate")
    assert (room.desk.unit(G1).reason, room.desk.unit(G1).is_free) == ("at the school gate", True)
    room.clock.advance(1000)
    room.desk.dispatch(incident, [G1])
    assert room.status(G1) is UnitStatus.ORDERED
    assert room.told(incident).count("UnitOrdered G1") == 2


def test_a_status_heard_by_voice_counts_as_the_persons_and_settles_an_order_that_was_not_sent() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.dispatch(incident, [M1])
    room.save()
    room.desk.set_status(M1, UnitStatus.EN_ROUTE)
    line = room.desk.timeline(incident)[-2]
    assert (line.kind, line.code, line.source, line.by.person) == ("UnitReported", "en_route", "voice", "Li")
    assert room.desk.unit(M1).order.sending is Sending.NONE  # type: ignore[union-attr]
    assert room.carrier.retracted == [room.carrier.published[0].id]
    with pytest.raises(CommandRefused, match="already_so"):
        room.desk.set_status(M1, UnitStatus.EN_ROUTE)
    with pytest.raises(CommandRefused, match="no_order"):
        room.desk.set_status(S1, UnitStatus.ON_SCENE)
    with pytest.raises(CommandRefused, match="unknown_status"):
        room.desk.set_status(S1, UnitStatus.ORDERED)


def test_an_order_the_broker_refuses_stays_unsent_and_says_so() -> None:
    room = Room()
    room.desk.dispatch(room.desk.open_from(room.alarm()), [M1])
    room.save()
    room.take(Unpublished(room.carrier.published[0].id, "Not authorized"))
    assert [e["code"] for e in room.events("OrderNotSent")] == ["refused"]
    assert room.desk.unit(M1).order.sending is Sending.WAITING  # type: ignore[union-attr]


def test_a_unit_that_answered_by_voice_is_not_told_by_message_that_it_may_go_home() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.desk.dispatch(incident, [M1])
    room.desk.set_status(M1, UnitStatus.ACCEPTED)
    room.desk.close(incident, Disposition.RESOLVED)
    room.save()
    assert room.carrier.published == [] and room.store.entries[-1].open is False
