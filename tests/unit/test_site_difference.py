"""A reload shows what would change before it is applied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from console.model import Binding, CameraId, Site
from console.site import difference
from console.site.folder import load
from tests.unit.site_folder import write


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return load(write(tmp_path))[0]


def test_the_same_folder_read_twice_differs_in_nothing(site: Site, tmp_path: Path) -> None:
    found = difference(site, load(tmp_path)[0])
    assert not found
    assert found.counts == {}


def test_a_camera_that_moved_is_changed_not_removed_and_added(site: Site) -> None:
    moved = replace(site.cameras[0], azimuth=180.0)
    found = difference(site, replace(site, cameras=(moved, site.cameras[1])))
    assert found.cameras.changed == ((site.cameras[0], moved),)
    assert found.counts == {"cameras": (0, 0, 1)}


def test_what_came_and_what_went_is_told_apart(site: Site) -> None:
    new = replace(site.points[0], id=site.points[0].id.replace("0x01", "0x09"))
    found = difference(site, replace(site, points=(site.points[1], new), walls=(), name="新名"))
    assert found.points.added == (new,)
    assert found.points.removed == (site.points[0],)
    assert found.walls.removed == site.walls
    assert found.settings == ("name",)
    assert found.counts == {"walls": (0, 1, 0), "points": (1, 1, 0)}


def test_a_new_order_of_a_binding_is_a_change(site: Site) -> None:
    first, second = site.bindings
    again = Binding(first.target, CameraId(first.camera), 2, first.preset)
    found = difference(site, replace(site, bindings=(again, second)))
    assert found.bindings.changed == ((first, again),)
