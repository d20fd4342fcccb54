"""What a camera says it sends: the H.264 stream is found, anything else is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.ports import CameraState
from console.videod import sdp
from console.videod.refusal import NoPicture

DESCRIPTION = (
    "v=0\r\ns=x\r\na=control:rtsp://h/s\r\nm=audio 0 RTP/AVP 0\r\na=control:a\r\n"
    "m=video 0 RTP/AVP 97\r\na=rtpmap:97 H264/90000\r\n"
    "a=fmtp:97 packetization-mode=1;sprop-parameter-sets=Z0LAHg==,aM4=\r\na=control:track2\r\n"
)


def test_the_video_stream_is_found_behind_the_audio() -> None:
    media = sdp.read(DESCRIPTION.encode())
    assert (media.control, media.session_control, media.payload_type) == ("track2", "rtsp://h/s", 97)
    assert media.parameter_sets == b"\0\0\0\1\x67\x42\xc0\x1e\0\0\0\1\x68\xce"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (DESCRIPTION.replace("H264", "H265"), "H265"),
        ("v=0\r\nm=audio 0 RTP/AVP 0\r\n", "no_video"),
        ("", "no_video"),
    ],
)
def test_what_we_cannot_decode_is_named(text: str, named: str) -> None:
    with pytest.raises(NoPicture, match=named) as refused:
        sdp.read(text.encode())
    assert refused.value.state is CameraState.UNSUPPORTED


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
    ],
)
def test_controls_are_resolved_as_cameras_mean_them(base: str, control: str, url: str) -> None:
    assert sdp.resolve(base, control) == url
