"""What a camera says it sends (SDP, RFC 4566): the first video stream, or why we cannot use it. Pure."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass

from console.ports import CameraState, Detail
from console.videod.depacketiser import Format
from console.videod.refusal import NoPicture
from console.videod.unit import START_CODE, Codec

PARAMETER_SETS_LIMIT = 4096
_CODECS = {"H264": Codec.H264, "H265": Codec.H265, "HEVC": Codec.H265}
_SPROPS = {Codec.H264: ("sprop-parameter-sets",), Codec.H265: ("sprop-vps", "sprop-sps", "sprop-pps")}


@dataclass(frozen=True, slots=True)
class Media:
    """The video stream of a session."""

    control: str  # what to SETUP: absolute or relative to the base
    session_control: str  # what to PLAY, same rule; "" or "*" = the base itself
    formats: tuple[Format, ...]  # what we can decode of what it offers, at least one


def read(body: bytes) -> Media:
    """Raises NoPicture(UNSUPPORTED) for a description without H.264 or H.265."""
    session, *sections = re.split(r"(?m)^m=", body.decode("utf-8", "replace").replace("\r\n", "\n"))
    video = next((section for section in sections if section.startswith("video ")), None)
    if video is None:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.NO_VIDEO)
    offered = re.findall(r"(?m)^a=rtpmap:(\d{1,3}) +([\w.-]+)/90000", video)
    formats = tuple(
        Format(int(number), codec, _parameter_sets(video, number, codec))
        for number, name in offered
        if (codec := _CODECS.get(name.upper())) is not None and not _is_interleaved(video, number)
    )
    if not formats:
        raise NoPicture(CameraState.UNSUPPORTED, Detail.CODEC, ", ".join(name for _, name in offered))
    return Media(_control(video), _control(session), formats)


def _control(section: str) -> str:
    match = re.search(r"(?m)^a=control:([!-~]+)[ \t]*$", section)
    return match[1] if match else ""


def _about(video: str, payload: str, name: str) -> str:
    """What the format's parameter of this name says, "" when it is not given."""
    match = re.search(rf"(?m)^a=fmtp:{payload}\b.*?[ ;]{name}=([A-Za-z0-9+/=,]+)", video)
    return match[1] if match and len(match[1]) <= PARAMETER_SETS_LIMIT else ""


def _is_interleaved(video: str, payload: str) -> bool:
    """Pictures in another order than they were taken, with numbers of their own between: no camera does it."""
    mode, difference = (_about(video, payload, name) for name in ("packetization-mode", "sprop-max-don-diff"))
    return mode == "2" or difference not in ("", "0")


def _parameter_sets(video: str, payload: str, codec: Codec) -> bytes:
    sets = ",".join(_about(video, payload, name) for name in _SPROPS[codec])
    try:
        return b"".join(START_CODE + base64.b64decode(part, validate=True) for part in sets.split(",") if part)
    except binascii.Error:
        return b""


def resolve(base: str, control: str) -> str:
    """The URL of a control attribute: cameras mean it as plain text appended to the base, queries included."""
    if control in ("", "*"):
        return base
    if re.match(r"(?i)rtsps?://", control):
        return control
    return base + control if base.endswith("/") else f"{base}/{control}"
