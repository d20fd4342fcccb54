"""One ONVIF device: its clock, what it is, its profiles and their streams, its services. Event loop thread.

Nothing of what it says is believed beyond its type: hosts in its addresses are replaced by the one we were given.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from console.clock import Clock
from console.onvif.address import Address
from console.onvif.post import Post
from console.onvif.service import Service
from console.onvif.trouble import Cause, OnvifTrouble
from console.onvif.words import IMAGING, MEDIA, PTZ

PROFILES = 512  # more than any recorder has


@dataclass(frozen=True, slots=True)
class Reading:
    """How far a device's clock is ahead of ours. It tells whole seconds only: true within half of one and the way."""

    offset_ms: int
    within_ms: int


@dataclass(frozen=True, slots=True)
class Identity:
    maker: str
    model: str
    firmware: str
    serial: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A stream as the device offers it; `node` "": its head cannot be turned with this profile."""

    token: str
    name: str
    source: str
    encoding: str
    width: int
    height: int
    fps: int
    node: str


@dataclass(frozen=True, slots=True)
class Imaging:
    """How the picture is taken, as far as the device says; None: not said. Brightness and the like in its own units."""

    brightness: float | None
    contrast: float | None
    sharpness: float | None
    ir_cut_filter: str


class Device:
    """Made and closed in an event loop; services are reached when they are first asked for."""

    def __init__(self, address: Address, user: str, password: str, trust: ssl.SSLContext | None = None) -> None:
        self.address = address
        self._user, self._password = user, password
        self._post = Post(user, password, trust)
        self._services: dict[str, Service] = {}
        self._places: dict[str, str] = {}
        self._skew = timedelta()
        self._is_open = False

    async def close(self) -> None:
        for service in self._services.values():
            await service.close()
        await self._post.close()

    async def clock(self) -> Reading:
        """Ask its clock, and date what is said to it by that clock from now on. Raises OnvifTrouble."""
        asked = time.monotonic()
        told = await self._service("devicemgmt", self.address.url).call("GetSystemDateAndTime", openly=True)
        way_ms = (time.monotonic() - asked) * 1000
        theirs_ms = _moment_ms(told) + 500  # the middle of the second it is in
        offset_ms = round(theirs_ms - (Clock().now_ms() - way_ms / 2))
        return Reading(offset_ms, 500 + round(way_ms / 2))

    async def open(self) -> None:
        """Find out its clock and its services, once. Raises OnvifTrouble."""
        if self._is_open:
            return
        try:
            reading = await self.clock()
            skew = timedelta(milliseconds=reading.offset_ms)
        except OnvifTrouble as trouble:
            if trouble.cause in {Cause.UNREACHABLE, Cause.NO_ANSWER}:
                raise
            skew = timedelta()  # a device that does not tell its clock is believed to have ours
        await self._forget_services()
        self._skew = skew
        told = await self._service("devicemgmt", self.address.url).call("GetServices", {"IncludeCapability": False})
        for service in _listed(told):
            space, place = _word(service, "Namespace"), _word(service, "XAddr")
            self._places[space] = self.address.beside(place)
        self._is_open = True

    async def _forget_services(self) -> None:
        for service in self._services.values():
            await service.close()
        self._services.clear()

    def _service(self, name: str, url: str) -> Service:
        if name not in self._services:
            self._services[name] = Service(name, url, self._post, self._user, self._password, self._skew)
        return self._services[name]

    async def service(self, name: str, space: str) -> Service:
        """The service of this namespace. Raises OnvifTrouble."""
        await self.open()
        if space not in self._places:
            raise OnvifTrouble(Cause.UNABLE, name)
        return self._service(name, self._places[space])

    # ---- what it is ----

    async def identity(self) -> Identity:
        """Raises OnvifTrouble."""
        await self.open()
        told = await self._service("devicemgmt", self.address.url).call("GetDeviceInformation")
        words = (_word(told, key) for key in ("Manufacturer", "Model", "FirmwareVersion", "SerialNumber"))
        return Identity(*words)

    async def profiles(self) -> tuple[Profile, ...]:
        """Its streams in its own order, main streams first as a rule. Raises OnvifTrouble."""
        told = await (await self.service("media", MEDIA)).call("GetProfiles")
        return tuple(_profile(each) for each in _listed(told)[:PROFILES])

    async def profile(self) -> Profile:
        """The one that is meant: named in the address, or the first, of those that turn rather. Raises OnvifTrouble."""
        profiles = await self.profiles()
        wanted = self.address.profile
        if wanted:
            found = next((each for each in profiles if each.token == wanted), None)
        else:
            found = next((each for each in profiles if each.node), None) or next(iter(profiles), None)
        if found is None:
            raise OnvifTrouble(Cause.NO_PROFILE, wanted)
        return found

    async def stream(self, profile: Profile) -> str:
        """The RTSP address of a profile, without credentials. Raises OnvifTrouble."""
        setup = {"Stream": "RTP-Unicast", "Transport": {"Protocol": "RTSP"}}
        media = await self.service("media", MEDIA)
        return _word(await media.call("GetStreamUri", {"StreamSetup": setup, "ProfileToken": profile.token}), "Uri")

    async def imaging(self, profile: Profile) -> Imaging:
        """Raises OnvifTrouble."""
        imaging = await self.service("imaging", IMAGING)
        told = await imaging.call("GetImagingSettings", {"VideoSourceToken": profile.source})
        brightness, contrast, sharpness = (_number(told, key) for key in ("Brightness", "Contrast", "Sharpness"))
        return Imaging(brightness, contrast, sharpness, _word(told, "IrCutFilter"))

    @property
    def turns(self) -> bool:
        """It has a service that turns heads. Known once it is open."""
        return PTZ in self._places


def _profile(told: Any) -> Profile:
    encoder, turning = _part(told, "VideoEncoderConfiguration"), _part(told, "PTZConfiguration")
    size, rate = _part(encoder, "Resolution"), _part(encoder, "RateControl")
    return Profile(
        token=_word(told, "token"),
        name=_word(told, "Name"),
        source=_word(_part(told, "VideoSourceConfiguration"), "SourceToken"),
        encoding=_word(encoder, "Encoding"),
        width=round(_number(size, "Width") or 0),
        height=round(_number(size, "Height") or 0),
        fps=round(_number(rate, "FrameRateLimit") or 0),
        node=_word(turning, "NodeToken"),
    )


def _moment_ms(told: Any) -> int:
    """Epoch ms of a GetSystemDateAndTime answer. Raises OnvifTrouble."""
    utc = _part(told, "UTCDateTime")
    date, hour = _part(utc, "Date"), _part(utc, "Time")
    parts = [_number(date, key) for key in ("Year", "Month", "Day")]
    parts += [_number(hour, key) for key in ("Hour", "Minute", "Second")]
    try:
        year, month, day, hours, minutes, seconds = (int(part) for part in parts if part is not None)
        return int(datetime(year, month, day, hours, minutes, min(59, seconds), tzinfo=UTC).timestamp() * 1000)
    except (ValueError, OverflowError):
        raise OnvifTrouble(Cause.MALFORMED, "its clock") from None


def _part(told: Any, key: str) -> Any:
    return getattr(told, key, None)


def _word(told: Any, key: str) -> str:
    value = _part(told, key)
    return str(value)[:1000] if value is not None else ""


def _number(told: Any, key: str) -> float | None:
    value = _part(told, key)
    try:
        return float(value) if value is not None else None
    except (TypeError, ValueError, OverflowError):
        return None


def _listed(told: Any) -> list[Any]:
    return list(told) if isinstance(told, Iterable) and not isinstance(told, str) else []
