"""What a camera says it sends (SDP, RFC 4566): the first video stream, or why we cannot use it. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture

START_CODE = b"\0\0\0\1"
PARAMETER_SETS_LIMIT = 4096


@dataclass(frozen=True, slots=True)
class Media:
    """The video stream of a session."""

    control: str  # what to SETUP: absolute or relative to the base
    session_control: str  # what to PLAY, same rule; "" or "*" = the base itself
    payload_type: int
    parameter_sets: bytes  # SPS and PPS with start codes; b"" when the camera sends them in the stream only


def read(body: bytes) -> Media:
    """Raises NoPicture(UNSUPPORTED) for a description without H.264."""
    session, *sections = re.split(r"(?m)^m=", body.decode("utf-8", "replace").replace("\r\n", "\n"))
    video = next((section for section in sections if section.startswith("video ")), None)
    if video is None:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.NO_VIDEO)
    formats = re.findall(r"(?m)^a=rtpmap:(\d{1,3}) +([\w.-]+)/90000", video)
    payload = next((int(number) for number, name in formats if name.upper() == "H264"), None)
    if payload is None:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.CODEC, ", ".join(name for _, name in formats))
    return Media(_control(video), _control(session), payload, _parameter_sets(video, payload))


def _control(section: str) -> str:
    match = re.search(r"(?m)^a=control:([!-~]+)[ \t]*$", section)
    return match[1] if match else ""


def _parameter_sets(video: str, payload: int) -> bytes:
    match = re.search(rf"(?m)^a=fmtp:{payload} .*?sprop-parameter-sets=([A-Za-z0-9+/=,]+)", video)
    if match is None or len(match[1]) > PARAMETER_SETS_LIMIT:
        return b""
    try:
        return b"".join(START_CODE + base64.b64decode(part, validate=True) for part in match[1].split(",") if part)
    except binascii.Error:
        return b""


def resolve(base: str, control: str) -> str:
    """The URL of a control attribute: cameras mean it as plain text appended to the base, queries included."""
    if control in ("", "*"):
        return base
    if control.lower().startswith("rtsp://"):
        return control
    return base + control if base.endswith("/") else f"{base}/{control}"
