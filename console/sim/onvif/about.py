"""What a simulated device says of itself: clock, services, profiles, streams, imaging. Any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from console.onvif.words import DEVICE, IMAGING, MEDIA, PTZ
from console.sim.onvif.device import SimDevice
from console.sim.onvif.soap import Fault, Request

OPEN = frozenset({"GetSystemDateAndTime"})  # answered without a password, as the standard wants
MAIN, SUB = "profile-main", "profile-sub"
SOURCE = "source-1"


def answer(request: Request, device: SimDevice, base: str) -> str:
    """The body of the answer; `base` is the address of its services. Raises Fault."""
    match request.operation:
        case "GetSystemDateAndTime":
            return _clock(device)
        case "GetDeviceInformation":
            return (
                f"<tds:GetDeviceInformationResponse><tds:Manufacturer>{escape(device.maker)}</tds:Manufacturer>"
                f"<tds:Model>{escape(device.model)}</tds:Model><tds:FirmwareVersion>1</tds:FirmwareVersion>"
                f"<tds:SerialNumber>{escape(device.id)}</tds:SerialNumber><tds:HardwareId>sim</tds:HardwareId>"
                "</tds:GetDeviceInformationResponse>"
            )
        case "GetServices":
            return _services(device, base)
        case "GetProfiles":
            return _profiles(device)
        case "GetStreamUri":
            return _stream(request, device)
        case "GetImagingSettings":
            return (
                "<timg:GetImagingSettingsResponse><timg:ImagingSettings><tt:Brightness>50</tt:Brightness>"
                "<tt:Contrast>50</tt:Contrast><tt:IrCutFilter>AUTO</tt:IrCutFilter><tt:Sharpness>50</tt:Sharpness>"
                "</timg:ImagingSettings></timg:GetImagingSettingsResponse>"
            )
    raise Fault("ActionNotSupported", f"{request.operation} is not supported", "Receiver")


def _clock(device: SimDevice) -> str:
    now = datetime.fromtimestamp(device.now_ms() / 1000, UTC)
    return (
        "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>"
        "<tt:DaylightSavings>false</tt:DaylightSavings><tt:UTCDateTime>"
        f"<tt:Time><tt:Hour>{now.hour}</tt:Hour><tt:Minute>{now.minute}</tt:Minute><tt:Second>{now.second}</tt:Second>"
        f"</tt:Time><tt:Date><tt:Year>{now.year}</tt:Year><tt:Month>{now.month}</tt:Month><tt:Day>{now.day}</tt:Day>"
        "</tt:Date></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>"
    )


def _services(device: SimDevice, base: str) -> str:
    offered = {DEVICE: "device_service", MEDIA: "media_service", IMAGING: "imaging_service"}
    if device.head is not None:
        offered[PTZ] = "ptz_service"
    services = "".join(
        f"<tds:Service><tds:Namespace>{space}</tds:Namespace><tds:XAddr>{base}/{path}</tds:XAddr>"
        "<tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>"
        for space, path in offered.items()
    )
    return f"<tds:GetServicesResponse>{services}</tds:GetServicesResponse>"


def _profiles(device: SimDevice) -> str:
    sizes = ((MAIN, "Main", device.width, device.height), (SUB, "Sub", 640, 360))
    turns = (
        '<tt:PTZConfiguration token="head-1"><tt:Name>Head</tt:Name><tt:UseCount>2</tt:UseCount>'
        "<tt:NodeToken>node-1</tt:NodeToken></tt:PTZConfiguration>"
        if device.head is not None
        else ""
    )
    profiles = "".join(
        f'<trt:Profiles token="{token}" fixed="true"><tt:Name>{label}</tt:Name>'
        f'<tt:VideoSourceConfiguration token="vsc-1"><tt:Name>Source</tt:Name><tt:UseCount>2</tt:UseCount>'
        f"<tt:SourceToken>{SOURCE}</tt:SourceToken>"
        f'<tt:Bounds x="0" y="0" width="{device.width}" height="{device.height}"/></tt:VideoSourceConfiguration>'
        f'<tt:VideoEncoderConfiguration token="vec-{token}"><tt:Name>{label}</tt:Name><tt:UseCount>1</tt:UseCount>'
        f"<tt:Encoding>H264</tt:Encoding><tt:Resolution><tt:Width>{width}</tt:Width><tt:Height>{height}</tt:Height>"
        f"</tt:Resolution><tt:Quality>5</tt:Quality><tt:RateControl><tt:FrameRateLimit>{device.fps}</tt:FrameRateLimit>"
        "<tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>1000</tt:BitrateLimit></tt:RateControl>"
        "<tt:H264><tt:GovLength>30</tt:GovLength><tt:H264Profile>Main</tt:H264Profile></tt:H264>"
        "<tt:SessionTimeout>PT60S</tt:SessionTimeout></tt:VideoEncoderConfiguration>"
        f"{turns}</trt:Profiles>"
        for token, label, width, height in sizes
    )
    return f"<trt:GetProfilesResponse>{profiles}</trt:GetProfilesResponse>"


def _stream(request: Request, device: SimDevice) -> str:
    urls = {MAIN: device.main, SUB: device.sub}
    url = urls.get(request.text("ProfileToken"))
    if url is None:
        raise Fault("NoProfile", "there is no such profile")
    return (
        f"<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>{escape(url)}</tt:Uri>"
        "<tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false</tt:InvalidAfterReboot>"
        "<tt:Timeout>PT0S</tt:Timeout></trt:MediaUri></trt:GetStreamUriResponse>"
    )
