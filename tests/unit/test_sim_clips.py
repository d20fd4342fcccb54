"""The simulated pictures: enough different places, every one moves, clips come from the cache unharmed."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from console import framecode
from console.model import Camera, CameraId, CameraKind
from console.sim import clip_file
from console.sim.animation import FRAMES, Effect, Reel, Shot
from console.sim.cameras import scene_for, scene_names
from console.sim.clip_file import Clip, read_clip, write_clip
from console.sim.clips import SCENES, Rendition, clip_file_of, clip_for, default_cache, encode, shot_of
from console.sim.lettering import mask
from console.sim.scenes.catalogue import BUILDERS, pictures
from console.sim.scenes.guide import read_depth, read_guide
from console.sim.scenes.place import Hour
from console.sim.scenes.render import Renderer

PLACES = ("street", "corridor", "stairwell", "warehouse", "lift", "gate", "lobby", "parking", "garage", "ebike-shed")


def camera(number: int = 1, name: str = "", name_en: str = "", building: str | None = None) -> Camera:
    return Camera(CameraId(f"C-{number}"), number, name, name_en, CameraKind.FIXED, None, building=building)


def brightness(shot: Shot, folder: Path = SCENES) -> list[np.ndarray]:
    return [canvas.luma.astype(np.int16) for canvas in Reel(shot, folder).frames()]


def test_there_is_a_picture_for_each_of_192_cameras_and_every_place_is_among_them() -> None:
    assert len(scene_names()) >= 192
    assert set(scene_names()) == set(pictures())
    assert set(PLACES) <= {name.rsplit("-", 2)[0] for name in scene_names()}


def test_the_pictures_take_less_than_18_megabytes() -> None:
    assert sum(f.stat().st_size for f in SCENES.iterdir()) < 18_000_000


@pytest.mark.parametrize("name", scene_names())
def test_every_picture_has_ways_to_walk_that_its_camera_sees(name: str) -> None:
    guide, depth = read_guide(SCENES / f"{name}.json"), read_depth(SCENES / f"{name}.depth.png")
    assert depth.shape == (270, 480)
    assert guide.paths
    for path in guide.paths:
        u, v, far = guide.view.project(np.array(path.points, np.float32).T)
        if path.closed:
            assert ((far > 0.5) & (u > -0.1) & (u < 1.1) & (v > 0) & (v < 1.2)).any()
    u, v, far = guide.view.project(np.array([guide.smoke_at], np.float32).T)
    assert far[0] > 0 and -0.2 < u[0] < 1.2 and -0.2 < v[0] < 1.2


@pytest.mark.parametrize("place", sorted(BUILDERS))
@pytest.mark.parametrize("hour", [Hour.DAY, Hour.INFRARED])
def test_every_place_can_be_drawn_and_infra_red_is_grey(place: str, hour: Hour) -> None:
    made = BUILDERS[place](1, hour)
    pixels, distance = Renderer(made.solids, made.light, made.view, np.random.default_rng(1)).draw(48, 27)
    assert pixels.shape == (27, 48, 3) and np.isfinite(pixels).all()
    assert pixels.std() > 0.03
    assert (distance < 1e5).mean() > 0.5
    if hour is Hour.INFRARED:
        assert np.ptp(pixels, axis=2).max() < 1e-3


@pytest.mark.parametrize(
    "scene", ["corridor-1-day", "gate-3-night", "lift-1-day", "crossing-2-dusk", "pump-house-2-ir"]
)
def test_something_moves_in_the_picture_all_the_time(scene: str) -> None:
    frames = brightness(Shot(scene, 12, "走廊", (320, 180)))
    still = slice(30, 170)
    moved = [np.abs(a[still] - b[still] > 12).sum() for a, b in zip(frames, frames[5:], strict=False)]
    assert np.median(moved) > 15


def test_the_loop_has_no_seam() -> None:
    frames = brightness(Shot("corridor-1-day", 12, "走廊", (320, 180)))
    steps = [np.abs(a - b)[30:170].mean() for a, b in pairwise(frames)]
    assert np.abs(frames[-1] - frames[0])[30:170].mean() <= max(steps) * 1.2


@pytest.mark.parametrize("scene", ["corridor-1-day", "street-1-day"])
def test_smoke_changes_much_of_the_picture_and_fire_is_the_brightest_thing_in_it(scene: str) -> None:
    shot = Shot(scene, 12, "走廊", (320, 180))
    clear, smoke, fire = (brightness(replace(shot, effect=e)) for e in (None, Effect.SMOKE, Effect.FIRE))
    assert (np.abs(smoke[40] - clear[40]) > 6).mean() > 0.03
    assert (fire[40] - clear[40]).max() > 50


def test_two_cameras_with_the_same_picture_still_differ() -> None:
    first, second = (next(Reel(Shot("dock-1-day", n, "", (320, 180)), SCENES).frames()).luma for n in (10, 12))
    assert np.abs(first.astype(int) - second).mean() > 4


def test_every_frame_of_a_clip_carries_its_code_and_key_frames_come_every_two_seconds(tmp_path: Path) -> None:
    clip = encode(shot_of("lobby-1-day", 321, "大堂 Lobby", Rendition.SUB))
    assert (clip.width, clip.height, len(clip.frames)) == (640, 360, FRAMES)
    assert [i for i in range(FRAMES) if clip.is_key(i)] == [0, 20, 40, 60]
    kbit_s = sum(len(nal) for nals in clip.frames for nal in nals) * 8 / 8 / 1000
    assert 250 < kbit_s < 550
    seen = [framecode.read(c.luma) for c in Reel(Shot("lobby-1-day", 321, "", (640, 360)), SCENES).frames()]
    assert seen == [framecode.FrameCode(321, i) for i in range(FRAMES)]


@pytest.fixture
def shot(monkeypatch: pytest.MonkeyPatch) -> Shot:
    """A shot whose encoding is counted in `encoded` and costs nothing."""
    return shot_of("lobby-1-day", 7, "大堂", Rendition.SUB)


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[Shot]:
    made: list[Shot] = []

    def fake(shot: Shot, folder: Path) -> Clip:
        made.append(shot)
        return Clip(*shot.size, 10, b"\x67sps", b"\x68pps", ((b"\x65key",), (b"\x61next", b"\x61more")))

    monkeypatch.setattr("console.sim.clips.encode", fake)
    return made


def test_a_clip_is_encoded_once_and_then_read_from_the_cache(tmp_path: Path, shot: Shot, encoded: list[Shot]) -> None:
    assert clip_for(shot, tmp_path) == clip_for(shot, tmp_path)
    assert encoded == [shot]
    assert [f.name for f in tmp_path.iterdir()] == [clip_file_of(shot, tmp_path).name]


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "other"])
def test_a_damaged_cache_file_is_made_again(tmp_path: Path, shot: Shot, encoded: list[Shot], harm: str) -> None:
    whole = clip_for(shot, tmp_path)
    file = clip_file_of(shot, tmp_path)
    raw = file.read_bytes()
    file.write_bytes({"cut": raw[:-3], "flip": raw[:-1] + b"!", "empty": b"", "other": b"PNG" + raw}[harm])
    assert clip_for(shot, tmp_path) == whole
    assert len(encoded) == 2
    assert read_clip(file) == whole


def test_another_name_number_effect_or_size_is_another_clip(tmp_path: Path, shot: Shot) -> None:
    others = [replace(shot, name="x"), replace(shot, number=8), replace(shot, effect=Effect.FIRE)]
    others += [replace(shot, scene="lift-1-day"), shot_of(shot.scene, 7, shot.name, Rendition.MAIN), shot]
    assert len({clip_file_of(s, tmp_path) for s in others}) == 6


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, shot: Shot, encoded: list[Shot]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert clip_for(shot, blocked / "clips").sps == b"\x67sps"


def test_the_cache_follows_xdg_cache_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache() == tmp_path / "watchroom" / "clips"


def test_a_clip_file_is_never_seen_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shot: Shot, encoded: list[Shot]
) -> None:
    clip = clip_for(shot, tmp_path / "a")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(clip_file.Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_clip(clip, tmp_path / "b" / "x.clip")
    assert list((tmp_path / "b").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "name_en", "building", "place"),
    [
        ("3号楼 电梯轿厢", "Block 3 lift", "B3", "lift"),
        ("东门", "East gate", None, "gate"),
        ("北侧消防通道", "North fire lane", None, "fire-lane"),
        ("2F 走廊", "2F corridor", "B1", "corridor"),
        ("地下车库 B1", "Basement garage", "B1", "garage"),
        ("A 区仓库", "Store A", "W1", "warehouse"),
    ],
)
def test_a_camera_shows_the_place_its_name_tells(name: str, name_en: str, building: str | None, place: str) -> None:
    assert scene_for(camera(5, name, name_en, building)).rsplit("-", 2)[0] == place


def test_a_hint_wins_over_the_name_and_a_camera_always_gets_the_same_picture() -> None:
    named = camera(5, "东门", "East gate")
    assert scene_for(named, "lift").startswith("lift-")
    assert scene_for(named, "ebike").startswith("ebike-shed-")
    assert scene_for(named, "dock-1-day") == "dock-1-day"
    assert scene_for(named) == scene_for(named)


def test_text_is_drawn_even_without_a_font_that_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.sim.lettering.font_file", lambda: "")
    assert mask("0012 Gate 东门", 16).max() > 0


def test_a_sub_clip_is_quick_enough_to_be_made_on_the_way(tmp_path: Path) -> None:
    before = time.process_time()
    encode(shot_of("corridor-1-day", 12, "走廊", Rendition.SUB))
    assert time.process_time() - before < 8  # half a second on a quiet machine; this catches a slip of ten times
