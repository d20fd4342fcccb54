"""More tiles than now are weighed before they are shown: a refusal changes nothing; fewer are never asked about."""

from __future__ import annotations

import pytest

from console.errors import CommandRefused
from console.model import CameraId
from console.wall import SurfaceId
from tests.unit.wall_position import WALL_1, Position, refusal


class Scales:
    """Remembers what was weighed; refuses all of it while it is strict."""

    def __init__(self) -> None:
        self.weighed: list[tuple[SurfaceId, str, int]] = []
        self.is_strict = True

    def __call__(self, surface: SurfaceId, layout: str, cameras: tuple[CameraId, ...]) -> None:
        self.weighed.append((surface, layout, len(cameras)))
        if self.is_strict:
            raise CommandRefused("layout_heavy", layout)


@pytest.fixture
def scales() -> Scales:
    return Scales()


@pytest.fixture
def position(scales: Scales) -> Position:
    position = Position(40)
    position.steering.open(WALL_1, "9")
    position.steering.save_salvo("nine", WALL_1)
    position.steering.set_layout(WALL_1, "4")
    position.entries.clear()
    position.steering.weigh = scales
    return position


def test_a_layout_with_more_tiles_may_be_refused_and_then_nothing_has_happened(
    position: Position, scales: Scales
) -> None:
    before = position.shown()
    assert refusal(position.steering.set_layout, WALL_1, "16") == "layout_heavy"
    assert refusal(position.steering.show_salvo, "nine", WALL_1) == "layout_heavy"
    assert (position.shown(), position.entries) == (before, [])
    assert scales.weighed == [(WALL_1, "16", 16), (WALL_1, "9", 9)]


def test_what_the_scales_let_through_is_shown(position: Position, scales: Scales) -> None:
    scales.is_strict = False
    position.steering.set_layout(WALL_1, "16")
    assert len(position.shown()) == 16


def test_fewer_tiles_and_another_page_are_never_asked_about(position: Position, scales: Scales) -> None:
    position.steering.set_layout(WALL_1, "1")
    position.steering.turn_page(WALL_1, 1)
    assert scales.weighed == []
