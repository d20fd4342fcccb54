"""What a simulated device does when its head is to turn. Any thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from console.onvif.words import (
    FIELD_OF_VIEW,
    POSITION,
    TRANSLATION,
    VELOCITY,
    ZOOM_POSITION,
    ZOOM_TRANSLATION,
    ZOOM_VELOCITY,
)
from console.ptz import Aim, Velocity
from console.sim.head import LONGEST_S, Head
from console.sim.onvif.device import SimDevice
from console.sim.onvif.soap import Fault, Request

_PERIOD = re.compile(r"PT(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?")
PRESETS = 64


def answer(request: Request, device: SimDevice) -> str:
    """Do it; the body of the answer. Raises Fault."""
    act = _ACTS.get(request.operation)
    if act is None or device.head is None:
        raise Fault("ActionNotSupported", f"{request.operation} is not supported", "Receiver")
    inside = act(request, device.head)
    if request.operation == "GetStatus":
        inside += f"<tt:UtcTime>{_moment(device)}</tt:UtcTime></tptz:PTZStatus>"
    return f"<tptz:{request.operation}Response>{inside}</tptz:{request.operation}Response>"


def _moment(device: SimDevice) -> str:
    return datetime.fromtimestamp(device.now_ms() / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _drive(request: Request, head: Head) -> str:
    pan, tilt, zoom = _vector(request, "Velocity")
    period = _PERIOD.fullmatch(request.text("Timeout") or f"PT{LONGEST_S}S")
    if period is None:
        raise Fault("InvalidArgVal", "the time-out is no duration")
    minutes, seconds = period.groups()
    head.drive(Velocity(pan, tilt, zoom), 60 * float(minutes or 0) + float(seconds or 0))
    return ""


def _vector(request: Request, of: str) -> tuple[float, float, float]:
    if not request.has(of):
        raise Fault("InvalidArgVal", f"there is no {of}")
    return request.number("PanTilt", "x"), request.number("PanTilt", "y"), request.number("Zoom", "x")


def _halt(request: Request, head: Head) -> str:
    head.halt(pan_tilt=request.text("PanTilt") != "false", zoom=request.text("Zoom") != "false")
    return ""


def _aim(request: Request, head: Head) -> str:
    pan, tilt, zoom = _vector(request, "Position")
    here = head.aim()
    turns, zooms = request.has("PanTilt"), request.has("Zoom")
    head.turn_to(Aim(pan if turns else here.pan, tilt if turns else here.tilt, zoom if zooms else here.zoom))
    return ""


def _step(request: Request, head: Head) -> str:
    pan, tilt, zoom = _vector(request, "Translation")
    if request.space("PanTilt") == FIELD_OF_VIEW:
        head.centre(pan, tilt)
    else:
        head.turn_by(pan, tilt, zoom)
    return ""


def _status(_request: Request, head: Head) -> str:
    aim, moving = head.aim(), "MOVING" if head.is_moving else "IDLE"
    return (
        f'<tptz:PTZStatus><tt:Position><tt:PanTilt x="{aim.pan:.5f}" y="{aim.tilt:.5f}" space="{POSITION}"/>'
        f'<tt:Zoom x="{aim.zoom:.5f}" space="{ZOOM_POSITION}"/></tt:Position>'
        f"<tt:MoveStatus><tt:PanTilt>{moving}</tt:PanTilt><tt:Zoom>{moving}</tt:Zoom></tt:MoveStatus>"
    )


def _presets(_request: Request, head: Head) -> str:
    return "".join(
        f"<tptz:Preset token={quoteattr(preset.token)}><tt:Name>{escape(preset.name)}</tt:Name></tptz:Preset>"
        for preset in head.presets()
    )


def _recall(request: Request, head: Head) -> str:
    try:
        head.recall(request.text("PresetToken"))
    except KeyError:
        raise Fault("NoToken", "there is no such preset") from None
    return ""


def _store(request: Request, head: Head) -> str:
    if len(head.presets()) >= PRESETS:
        raise Fault("TooManyPresets", "there is no room for another preset", "Receiver")
    try:
        token = head.store(request.text("PresetName"), request.text("PresetToken"))
    except KeyError:
        raise Fault("NoToken", "there is no such preset") from None
    return f"<tptz:PresetToken>{escape(token)}</tptz:PresetToken>"


def _go_home(_request: Request, head: Head) -> str:
    head.go_home()
    return ""


def _node(_request: Request, _head: Head) -> str:
    def plane(tag: str, uri: str) -> str:
        ends = "<tt:XRange><tt:Min>-1</tt:Min><tt:Max>1</tt:Max></tt:XRange><tt:YRange><tt:Min>-1</tt:Min><tt:Max>1"
        return f"<tt:{tag}><tt:URI>{uri}</tt:URI>{ends}</tt:Max></tt:YRange></tt:{tag}>"

    def line(tag: str, uri: str, least: int) -> str:
        ends = f"<tt:XRange><tt:Min>{least}</tt:Min><tt:Max>1</tt:Max></tt:XRange>"
        return f"<tt:{tag}><tt:URI>{uri}</tt:URI>{ends}</tt:{tag}>"

    spaces = (
        plane("AbsolutePanTiltPositionSpace", POSITION)
        + line("AbsoluteZoomPositionSpace", ZOOM_POSITION, 0)
        + plane("RelativePanTiltTranslationSpace", TRANSLATION)
        + plane("RelativePanTiltTranslationSpace", FIELD_OF_VIEW)
        + line("RelativeZoomTranslationSpace", ZOOM_TRANSLATION, -1)
        + plane("ContinuousPanTiltVelocitySpace", VELOCITY)
        + line("ContinuousZoomVelocitySpace", ZOOM_VELOCITY, -1)
    )
    return (
        f'<tptz:PTZNode token="node-1" FixedHomePosition="true"><tt:Name>Head</tt:Name><tt:SupportedPTZSpaces>{spaces}'
        f"</tt:SupportedPTZSpaces><tt:MaximumNumberOfPresets>{PRESETS}</tt:MaximumNumberOfPresets>"
        "<tt:HomeSupported>true</tt:HomeSupported></tptz:PTZNode>"
    )


_ACTS: dict[str, Callable[[Request, Head], str]] = {
    "ContinuousMove": _drive,
    "Stop": _halt,
    "AbsoluteMove": _aim,
    "RelativeMove": _step,
    "GetStatus": _status,
    "GetPresets": _presets,
    "GotoPreset": _recall,
    "SetPreset": _store,
    "GotoHomePosition": _go_home,
    "GetNode": _node,
}
