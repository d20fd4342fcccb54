"""The machine's own decoders are used only when they are there and have made the right picture of a key frame."""

from __future__ import annotations

import asyncio
from pathlib import Path

import av
import pytest

from console.videod import hardware
from console.videod.hardware import Hardware
from console.videod.unit import Codec


def plain(_kind: str, name: str) -> av.VideoCodecContext:
    """The processor's decoder in the place of a card's."""
    return av.CodecContext.create(name, "r")  # type: ignore[return-value]


def test_a_kind_of_device_that_this_machine_has_not_is_not_even_tried(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(hardware, "DEVICES", tmp_path)
    assert hardware.offered("h264") == []
    for node in set(hardware.NODES.values()):
        (tmp_path / node).touch()
    assert "cuda" in hardware.offered("h264")


def test_a_device_that_is_there_and_does_not_work_leaves_decoding_to_the_processor(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for node in set(hardware.NODES.values()):
        (tmp_path / node).touch()
    monkeypatch.setattr(hardware, "DEVICES", tmp_path)
    monkeypatch.setattr(hardware, "ENCODERS", {"h264": "libx264"})
    found = Hardware()
    asyncio.run(found.prove())
    assert found.name == "" and found.codec(Codec.H264) is None


def test_the_proof_is_the_picture_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "_opened", plain)
    assert hardware.is_proven("cuda", "h264")
    sent = hardware._key_frame("h264")
    other = av.VideoFrame(640, 352, "gray8")
    for plane in other.planes:
        plane.update(bytes(plane.buffer_size))
    decoded = iter([other, hardware._first(plain("", "h264"), sent)])
    monkeypatch.setattr(hardware, "_first", lambda _codec, _sent: next(decoded))
    assert not hardware.is_proven("cuda", "h264")


def test_one_that_failed_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def works(_kind: str, _codec: str) -> bool:
        return True

    (tmp_path / "nvidiactl").touch()
    monkeypatch.setattr(hardware, "DEVICES", tmp_path)
    monkeypatch.setattr(hardware, "_works", works)
    monkeypatch.setattr(hardware, "_opened", plain)
    found = Hardware()
    asyncio.run(found.prove())
    assert found.name == "cuda" and found.codec(Codec.H264) is not None
    found.failed(Codec.H264)
    assert found.codec(Codec.H264) is None and found.codec(Codec.H265) is not None


def test_a_decoder_that_cannot_be_opened_any_more_gives_way_to_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Hardware()
    found._kinds["h264"] = "cuda"
    monkeypatch.setattr(hardware, "_opened", lambda _kind, _name: (_ for _ in ()).throw(OSError("gone")))
    assert found.codec(Codec.H264) is None and found.name == ""
