"""hubs.csv: cameras of a recorder by its number and a channel, with every mistake named at its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.site import check, load
from console.site.templates import TEMPLATES
from tests.unit.site_folder import write

HEAD = "id,template,address,main,sub"


def folder(path: Path, hub: str, sub_url: str = "{base}/C-1/sub", head: str = HEAD) -> Path:
    write(path)
    (path / "hubs.csv").write_text(f"{head}\n{hub}\n", encoding="utf-8")
    cameras = path / "cameras.csv"
    cameras.write_text(cameras.read_text(encoding="utf-8").replace("{base}/C-1/sub", sub_url), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("hub", "cell", "url"),
    [
        ("nvr,hikvision,10.0.0.5,,", "{nvr}/3", "rtsp://10.0.0.5:554/Streaming/Channels/302"),
        ("nvr,dahua,nvr.local:1554,,", "{nvr}/12", "rtsp://nvr.local:1554/cam/realmonitor?channel=12&subtype=1"),
        ("hub,go2rtc,10.0.0.6,,", "{hub}/gate", "rtsp://10.0.0.6:8554/gate_sub"),
        ("hub,mediamtx,10.0.0.6,,/{channel}/small", "{hub}/yard/1", "rtsp://10.0.0.6:8554/yard/1/small"),
        ("hub,frigate,[fd00::6],,", "{hub}/大门", "rtsp://[fd00::6]:8554/%E5%A4%A7%E9%97%A8_sub"),
        ("hub,custom,10.0.0.7:8000,/m/{channel},/s/{channel}", "{hub}/a", "rtsp://10.0.0.7:8000/s/a"),
    ],
)
def test_a_channel_of_a_hub_stands_for_the_address_of_its_small_stream(
    tmp_path: Path, hub: str, cell: str, url: str
) -> None:
    site, _ = load(folder(tmp_path, hub, cell))
    assert site.cameras[0].sub_url == url


def test_a_gb28181_platform_gives_its_one_stream_as_the_large_one(tmp_path: Path) -> None:
    channel = "34020000001320000001_34020000001310000001"
    path = folder(tmp_path, "gb,wvp,10.0.0.8,,")
    cameras = path / "cameras.csv"
    text = (
        cameras.read_text(encoding="utf-8")
        .replace("sub_url", "main_url")
        .replace("{base}/C-1/sub", f"{{gb}}/{channel}")
    )
    cameras.write_text(text, encoding="utf-8")
    assert load(path)[0].cameras[0].main_url == f"rtsp://10.0.0.8:554/rtp/{channel}"


@pytest.mark.parametrize(
    ("hub", "cell", "file", "key", "what"),
    [
        ("nvr,hikvison,10.0.0.5,,", "{nvr}/3", "hubs.csv:2", "template", "did you mean 'hikvision'"),
        ("nvr,hikvision,,,", "{nvr}/3", "hubs.csv:2", "address", "is empty"),
        ("nvr,hikvision,rtsp://10.0.0.5/x,,", "{nvr}/3", "hubs.csv:2", "address", "is no host"),
        ("base,hikvision,10.0.0.5,,", "{base}/3", "hubs.csv:2", "id", "cannot name a hub"),
        ("nvr,custom,10.0.0.5,,", "{nvr}/3", "hubs.csv:2", "main", "is empty"),
        ("nvr,custom,10.0.0.5,live,", "{nvr}/3", "hubs.csv:2", "main", "no path of streams"),
        ("nvr,hikvision,10.0.0.5,,", "{nrv}/3", "cameras.csv:2", "sub_url", "did you mean 'nvr'"),
        ("nvr,hikvision,10.0.0.5,,", "{nvr}/gate", "cameras.csv:2", "sub_url", "is no channel"),
        ("nvr,hikvision,10.0.0.5,,", "{nvr}/0", "cameras.csv:2", "sub_url", "is no channel"),
        ("gb,wvp,10.0.0.5,,", "{gb}/1", "cameras.csv:2", "sub_url", "no such stream"),
    ],
)
def test_a_mistake_is_named_at_its_cell(tmp_path: Path, hub: str, cell: str, file: str, key: str, what: str) -> None:
    errors = [str(one) for one in check(folder(tmp_path, hub, cell)) if not one.warning]
    assert len(errors) == 1
    assert errors[0].startswith(f"{file}: error: {key}:")
    assert what in errors[0]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_example_of_each_template_is_a_channel_of_it(name: str) -> None:
    template = TEMPLATES[name]
    assert template.takes(template.example)
    assert not template.takes("a b") and not template.takes("") and not template.takes("{channel}")


def test_check_says_of_a_template_that_nobody_has_tried_it(tmp_path: Path) -> None:
    warnings = [str(one) for one in check(folder(tmp_path, "nvr,dahua,10.0.0.5,,")) if one.warning]
    assert any("never tried" in one for one in warnings)
    assert not any(one.warning for one in check(folder(tmp_path, "hub,custom,10.0.0.5,/{channel},")))
