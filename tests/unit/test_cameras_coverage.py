"""The survey of a site: points no camera sees, what is proposed for signing, what changed since it was signed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from console.cameras import Tier, coverage
from console.cameras.proposal import Change, differences, propose
from console.model import Binding, PointId, Site, ZoneId
from tests.unit.cameras_site import B1, bound, cam, detector, point, rooms, site
from tests.unit.test_cameras_properties import sites

SIGNED = "test/S#smoke"


def with_points(of: Site, *points: object) -> Site:
    return replace(of, points=points)


def test_a_point_that_is_seen_or_bound_is_no_gap_and_one_only_a_ptz_could_turn_to_is() -> None:
    seen = detector()
    behind = replace(detector(at=(19.0, 12.0), zone=ZoneId("COR")), id=PointId("test/corridor#smoke"))
    turned = replace(detector(at=(10.0, 9.0), floor=5, zone=None), id=PointId("test/other#smoke"))
    plan = with_points(rooms(), seen, behind, turned)
    found = coverage(plan)
    assert found.points == 3
    assert [gap.point.id for gap in found.gaps] == ["test/other#smoke"]
    assert found.gaps[0].best is not None
    assert found.gaps[0].best.tier is Tier.OUTSIDE
    signed = replace(plan, bindings=(bound(301, 1, target="test/other#smoke"),))
    assert coverage(signed).gaps == ()


def test_a_point_for_which_nothing_would_come_up_is_named_apart() -> None:
    alone = point(0, 0, building="B9", floor=1)
    found = coverage(with_points(site([cam(1, 5000, 0)]), alone))
    assert found.uncovered == (alone,)
    assert [(gap.point, gap.best) for gap in found.gaps] == [(alone, None)]


def test_the_proposal_comes_from_geometry_alone_whatever_was_signed() -> None:
    plan = with_points(rooms(), detector())
    signed = replace(plan, bindings=(bound(103, 1),))
    assert propose(signed) == propose(plan)
    assert [(row.order, row.choice.camera.number) for row in propose(plan)] == [(1, 102), (2, 101), (3, 105), (4, 104)]


def test_a_camera_that_would_come_by_itself_is_not_put_up_for_signing() -> None:
    far = point(30, 5, building=B1, floor=2, zone=ZoneId("B"))
    assert [(row.choice.camera.number, row.choice.tier) for row in propose(with_points(rooms(), far))] == [
        (103, Tier.SEES),
        (104, Tier.DOOR),
    ]
    nothing = [cam(1, 200, 0)]
    assert propose(with_points(rooms(nothing), detector())) == (), "a view of the same park is not worth a signature"


def changes(of: Site) -> list[tuple[Change, str]]:
    return [(found.change, found.camera) for found in differences(of, propose(of))]


def test_an_unsigned_point_is_new_as_a_whole() -> None:
    plan = with_points(rooms(), detector())
    assert changes(plan) == [(Change.NEW, c) for c in ("c102", "c101", "c105", "c104")]


def test_of_a_signed_point_only_what_differs_is_listed() -> None:
    plan = with_points(rooms(bindings=(bound(101, 1), bound(102, 2), bound(105, 3), bound(201, 4))), detector())
    assert changes(plan) == [(Change.MOVED, "c101"), (Change.MOVED, "c102"), (Change.GONE, "c201")]


def test_where_something_is_signed_only_a_camera_that_sees_or_can_turn_is_worth_a_word() -> None:
    plan = with_points(rooms(bindings=(bound(102, 1), bound(101, 2))), detector())
    assert changes(plan) == [(Change.NEW, "c105")], "not the door view"


def test_a_camera_signed_for_the_zone_counts_as_signed_and_is_never_gone() -> None:
    zone = (bound(102, 1, target="A"), bound(101, 2, target="A"), bound(105, 3, target="A"), bound(301, 4, target="A"))
    assert changes(with_points(rooms(bindings=zone), detector())) == []


@settings(deadline=None, max_examples=50)
@given(sites())
def test_signing_the_whole_proposal_leaves_no_difference(of: Site) -> None:
    plan = with_points(replace(of, bindings=()), point(3, 4, building="B1", floor=1, zone=ZoneId("A")), point(5, 5))
    plan = replace(plan, points=(plan.points[0], replace(plan.points[1], id=PointId("test/out#smoke"))))
    proposal = propose(plan)
    signed = tuple(Binding(row.target, row.choice.camera.id, row.order) for row in proposal)
    assert differences(replace(plan, bindings=signed), proposal) == ()
