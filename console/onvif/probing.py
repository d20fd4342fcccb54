"""Everything a device says of itself in one go, for an engineer who connects it. Event loop thread."""

from __future__ import annotations

import ssl
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit, urlunsplit

from console.onvif.address import parse
from console.onvif.device import Device, Identity, Imaging, Profile, Reading
from console.onvif.head import TurningHead
from console.onvif.trouble import OnvifTrouble
from console.ptz import Skill

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stream:
    """A profile and its address, without credentials; `trouble` when it tells none."""

    profile: Profile
    url: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """`head` None: it does not turn. `gaps` are the questions that came to nothing, with the reason."""

    url: str
    identity: Identity | None
    clock: Reading | None
    streams: tuple[Stream, ...]
    imaging: Imaging | None
    head: tuple[frozenset[Skill], tuple[str, ...]] | None  # what it can do, names of its presets
    gaps: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Its cameras: one, or the channels of a recorder."""
        return tuple(dict.fromkeys(stream.profile.source for stream in self.streams))

    def of_source(self, source: str) -> tuple[Stream, ...]:
        """The streams of one camera that can be received, the largest first."""
        found = [one for one in self.streams if one.profile.source == source and one.url]
        return tuple(sorted(found, key=lambda one: one.profile.width * one.profile.height, reverse=True))


async def survey(url: str, user: str, password: str, trust: ssl.SSLContext | None = None) -> Survey:
    """`trust`: whose certificates are believed, None: the system's authorities.

    Raises OnvifTrouble when the device cannot be reached or does not let us in; the rest are gaps."""
    address = parse(url)
    device, gaps = Device(address, user, password, trust), list[str]()
    try:
        await device.open()
        profiles = await device.profiles()
        clock = await _or_gap(device.clock(), "clock", gaps)
        identity = await _or_gap(device.identity(), "identity", gaps)
        streams = [await _stream(device, profile) for profile in profiles]
        imaging = await _or_gap(device.imaging(profiles[0]), "imaging", gaps) if profiles else None
        head = await _or_gap(_head(device), "head", gaps) if any(each.node for each in profiles) else None
    finally:
        await device.close()
    return Survey(address.url, identity, clock, tuple(streams), imaging, head, tuple(gaps))


async def _or_gap(question: Awaitable[T], what: str, gaps: list[str]) -> T | None:
    try:
        return await question
    except OnvifTrouble as trouble:
        gaps.append(f"{what}: {trouble}")
        return None


async def _stream(device: Device, profile: Profile) -> Stream:
    try:
        return Stream(profile, bare(await device.stream(profile)))
    except OnvifTrouble as trouble:
        return Stream(profile, "", str(trouble))


async def _head(device: Device) -> tuple[frozenset[Skill], tuple[str, ...]]:
    head = TurningHead(device)
    presets = await head.presets()
    return head.skills, tuple(preset.name for preset in presets)


def bare(url: str) -> str:
    """The address without user and password, "" for what is none: some cameras write theirs into it."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        is_stream = parts.scheme in {"rtsp", "rtsps"} and bool(parts.hostname)
    except ValueError:
        return ""
    is_clean = all("!" <= c <= "~" for c in url)
    return urlunsplit(parts._replace(netloc=host)) if is_stream and is_clean else ""
