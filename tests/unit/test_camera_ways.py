"""How a camera is reached: its own word, else its host's, else the site's; and what TLS may not look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.backends.video.roll import Roll
from console.config.schema import VideoConfig, VideoHost
from console.model import Camera, CameraId, CameraKind
from console.site import check
from console.videod.control import Know
from tests.unit.site_folder import write

HOSTS = (VideoHost("NVR.local", transport="udp"), VideoHost("10.0.0.9", tls_unverified=True))


def known(url: str, transport: str = "", *, site: str = "auto", base: str = "rtsp://hub") -> Know:
    """What the video process is told of a camera."""
    camera = Camera(CameraId("c"), 1, "c", "c", CameraKind.FIXED, None, sub_url=url, transport=transport)
    roll = Roll(VideoConfig(transport=site, hosts=HOSTS), [camera], base, (), str, lambda *_: None)
    (told,) = roll.all(first=())
    return told


@pytest.mark.parametrize(
    ("url", "own", "site", "way"),
    [
        ("rtsp://10.0.0.1/a", "", "auto", "auto"),
        ("rtsp://10.0.0.1/a", "", "tcp", "tcp"),
        ("rtsp://nvr.local:8554/a", "", "tcp", "udp"),
        ("rtsp://nvr.local/a", "tcp", "auto", "tcp"),
        ("{base}/a", "", "auto", "udp"),
    ],
)
def test_a_cameras_own_word_counts_then_its_hosts_then_the_sites(url: str, own: str, site: str, way: str) -> None:
    assert known(url, own, site=site, base="rtsp://nvr.local").transport == way


def test_only_the_hosts_that_are_named_are_let_in_unseen() -> None:
    assert known("rtsps://10.0.0.1/a").is_verified
    assert not known("rtsps://10.0.0.9/a").is_verified


def test_a_way_nobody_knows_is_named_at_its_cell(tmp_path: Path) -> None:
    write(tmp_path)
    file = tmp_path / "cameras.csv"
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    rows = [f"{head},transport", f"{first},upd", *(f"{row}," for row in rest)]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    (found,) = [str(one) for one in check(tmp_path) if not one.warning]
    assert found.startswith("cameras.csv:2: error: transport:")
    assert "use one of auto, tcp, udp" in found
