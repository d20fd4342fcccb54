"""What a camera says it sends: the H.264 stream is found, anything else is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ports import CameraState
from console.videod import sdp
from console.videod.depacketiser import Format
from console.videod.refusal import NoPicture
from console.videod.unit import Codec

DESCRIPTION = (
    "v=0\r\ns=x\r\na=control:rtsp://h/s\r\nm=audio 0 RTP/AVP 0\r\na=control:a\r\n"
    "m=video 0 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n"
    "a=fmtp:97 packetization-mode=1;sprop-parameter-sets=Z0LAHg==,aM4=\r\na=control:track2\r\n"
)


def test_the_video_stream_is_found_behind_the_audio() -> None:
    media = sdp.read(DESCRIPTION.encode())
    assert (media.control, media.session_control) == ("track2", "rtsp://h/s")
    sets = b"\0\0\0\1\x67\x42\xc0\x1e\0\0\0\1\x68\xce"
    assert media.formats == (Format(97, Codec.H264, sets),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (DESCRIPTION.replace("H264", "MP4V-ES"), "MP4V-ES"),
        ("v=0\r\nm=audio 0 RTP/AVP 0\r\n", "no_video"),
        ("", "no_video"),
    ],
)
def test_what_we_cannot_decode_is_named(text: str, named: str) -> None:
    with pytest.raises(NoPicture, match=named) as refused:
        sdp.read(text.encode())
    assert refused.value.state is CameraState.UNSUPPORTED


def test_h265_comes_with_its_three_parameter_sets() -> None:
    about = "sprop-vps=QAE=; sprop-sps=QgE=; sprop-pps=RAE="
    text = f"m=video 0 RTP/AVP 98 97\r\na=rtpmap:98 H265/90000\r\na=fmtp:98 {about}\r\na=rtpmap:97 H264/90000\r\n"
    sets = b"\0\0\0\1\x40\x01\0\0\0\1\x42\x01\0\0\0\1\x44\x01"
    assert sdp.read(text.encode()).formats == (Format(98, Codec.H265, sets), Format(97, Codec.H264, b""))


def test_pictures_out_of_their_order_are_not_taken_for_others() -> None:
    text = "m=video 0 RTP/AVP 98\r\na=rtpmap:98 H265/90000\r\na=fmtp:98 profile-id=1;sprop-max-don-diff=2\r\n"
    with pytest.raises(NoPicture, match="H265"):
        sdp.read(text.encode())


@given(st.binary(max_size=400), st.integers(0, len(DESCRIPTION)))
def test_a_damaged_description_is_read_or_refused(damage: bytes, at: int) -> None:
    text = DESCRIPTION.encode()
    try:
        media = sdp.read(text[:at] + damage + text[at:])
    except NoPicture:
        return
    assert all("!" <= c <= "~" for c in media.control + media.session_control)


@pytest.mark.parametrize(
    ("base", "control", "url"),
    [
        ("rtsp://h/a", "track1", "rtsp://h/a/track1"),
        ("rtsp://h/a/", "track1", "rtsp://h/a/track1"),
        ("rtsp://h/a?channel=1&subtype=0", "trackID=0", "rtsp://h/a?channel=1&subtype=0/trackID=0"),
        ("rtsp://h/a", "rtsp://h/b", "rtsp://h/b"),
        ("rtsp://h/a", "*", "rtsp://h/a"),
        ("rtsps://h/a", "rtsps://h/b", "rtsps://h/b"),
    ],
)
def test_controls_are_resolved_as_cameras_mean_them(base: str, control: str, url: str) -> None:
    assert sdp.resolve(base, control) == url
