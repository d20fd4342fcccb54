"""Whom to send: free before busy, able before near, and a reason for every place in the list."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from console.dispatching import LeftOut, ReasonCode, Recommendation
from console.dispatching.recommending import Wanted, recommend
from console.incidents import Incident, Scene
from console.model import By, Crew, IncidentId, UnitId, UnitKind, UnitMoved, UnitStatus
from console.units import Fix, Unit
from tests.unit.dispatch_room import E1, G1, LEAK, M1, S1, Room

NOW = 1_795_000_000_000
HERE = Incident(IncidentId("E-0001"), 1, NOW, By(person="Li"), Scene("here", at=(0.0, 0.0)), "a", By(person="Li"))


def unit(name: str, x: float | None, *skills: str, status: UnitStatus = UnitStatus.AVAILABLE, **more: object) -> Unit:
    station = None if x is None else (x, 0.0)
    crew = Crew(UnitId(name), UnitKind.SQUAD, name, name, station, skills)
    return Unit(crew, status=status, since_ms=NOW - 30_000, **more)  # type: ignore[arg-type]


def codes(one: Recommendation) -> list[str]:
    return [f"{r.code} {r.word or r.figure or ''}".strip() for r in one.reasons]


def test_free_units_come_first_then_those_with_more_of_the_skills_then_the_nearest() -> None:
    busy = unit("near", 1, "fire", status=UnitStatus.ON_SCENE, incident=IncidentId("E-0007"))
    units = [busy, unit("far", 90, "fire"), unit("mid", 50, "fire"), unit("able", 400, "fire", "scba")]
    ranked = recommend(HERE, units, Wanted(("fire", "scba"), 1), NOW)
    assert [one.unit.id for one in ranked] == ["able", "mid", "far", "near"]
    assert codes(ranked[0]) == ["nearest", "from_station", "skill fire", "skill scba"]
    assert codes(ranked[3]) == ["busy E-0007", "from_station", "skill fire", "lacks_skill scba"]
    assert (ranked[3].is_free, ranked[3].leaves) == (False, "E-0007")


def test_the_distance_is_a_straight_line_from_the_device_while_it_is_fresh_else_from_the_station() -> None:
    fresh = replace(unit("a", 100), fix=Fix((3.0, 4.0), NOW - 12_000))
    stale = replace(unit("b", 30), fix=Fix((1.0, 0.0), NOW - 300_001))
    first, second = recommend(HERE, [fresh, stale], Wanted(), NOW)
    assert (first.unit.id, first.distance_m, codes(first)[1]) == ("a", 5.0, "from_position 12")
    assert (second.unit.id, second.distance_m, codes(second)) == ("b", 30.0, ["from_station"])


def test_who_cannot_be_offered_stands_last_with_the_reason() -> None:
    units = [
        unit("off", 1, "fire", status=UnitStatus.OUT_OF_SERVICE),
        unit("lost", None, "fire"),
        unit("unskilled", 1, "keys"),
        unit("sent", 1, "fire", status=UnitStatus.EN_ROUTE, incident=HERE.id),
        unit("good", 500, "fire"),
    ]
    ranked = recommend(HERE, units, Wanted(("fire",), 3), NOW)
    assert ranked[0].unit.id == "good" and [one.is_proposed for one in ranked] == [True] + [False] * 4
    assert {one.unit.id: one.left_out for one in ranked[1:]} == {
        "off": LeftOut.OUT_OF_SERVICE, "lost": LeftOut.NO_POSITION, "unskilled": LeftOut.NO_SKILL,
        "sent": LeftOut.ON_THIS_INCIDENT,
    }  # fmt: skip


def test_the_proposal_covers_the_skills_before_it_takes_the_nearest() -> None:
    units = [unit("f1", 10, "fire"), unit("f2", 20, "fire"), unit("e1", 300, "evacuation")]
    proposed = [
        one.unit.id for one in recommend(HERE, units, Wanted(("fire", "evacuation"), 2), NOW) if one.is_proposed
    ]
    assert proposed == ["f1", "e1"]


def test_silence_and_refusal_are_said() -> None:
    silent = unit("s", 1, status=UnitStatus.NO_ANSWER, incident=HERE.id)
    declined = unit("d", 1, status=UnitStatus.DECLINED, incident=HERE.id)
    back = unit("r", 1, status=UnitStatus.RETURNING)
    ranked = {one.unit.id: one for one in recommend(HERE, [silent, declined, back], Wanted(), NOW)}
    assert "no_answer 30" in codes(ranked["s"])  # type: ignore[index]
    assert "declined" in codes(ranked["d"])  # type: ignore[index]
    assert "returning" in codes(ranked["r"]) and ranked["r"].is_free  # type: ignore[index]
    assert not ranked["d"].is_proposed and not ranked["s"].is_proposed  # type: ignore[index]


def test_what_a_kind_of_alarm_asks_for_is_the_sites_word() -> None:
    room = Room()
    proposed = [one.unit.id for one in room.desk.recommended_for(room.alarm()) if one.is_proposed]
    assert proposed == [M1, S1]
    leak = {one.unit.id: one for one in room.desk.recommended_for(room.alarm(LEAK))}
    assert [one.unit.id for one in leak.values() if one.is_proposed] == [S1]
    assert leak[G1].left_out is LeftOut.NO_SKILL and leak[E1].left_out is LeftOut.NO_POSITION
    assert room.desk.incidents() == ()


def test_a_unit_that_moves_is_measured_from_where_it_is() -> None:
    room = Room()
    incident = room.desk.open_from(room.alarm())
    room.take(UnitMoved(M1, 120.0001, 30.0, 1, room.clock.now_ms()))
    first = room.desk.recommended(incident)[0]
    assert first.unit.id == M1 and first.distance_m is not None and first.distance_m < 1.0
    assert ReasonCode.FROM_POSITION in {reason.code for reason in first.reasons}


names = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@given(names, st.lists(st.sampled_from(list(UnitStatus)), min_size=8, max_size=8), st.integers(1, 4), st.randoms())
def test_every_unit_is_in_the_list_once_and_only_free_able_ones_are_proposed(
    some: list[str], statuses: list[UnitStatus], wanted: int, chance: object
) -> None:
    units = [unit(name, i * 10.0, "fire", status=statuses[i]) for i, name in enumerate(some)]
    ranked = recommend(HERE, units, Wanted(("fire",), wanted), NOW)
    assert sorted(one.unit.id for one in ranked) == sorted(some)
    proposed = [one for one in ranked if one.is_proposed]
    assert len(proposed) <= wanted and all(one.is_free and not one.left_out for one in proposed)
    assert ranked == recommend(HERE, units[::-1], Wanted(("fire",), wanted), NOW)
