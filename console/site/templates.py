"""How recorders and hubs name their streams: addresses by template, so that a site gives a host and a channel. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

CUSTOM = "custom"
_NUMBER = r"[1-9][0-9]{0,2}"
_NAME = r"[^\s{}?#/]{1,80}"
_PATH = r"[^\s{}?#]{1,160}"


@dataclass(frozen=True, slots=True)
class Template:
    """`main` and `sub` are paths behind host and port; "" = it has no such stream. `channel` is what one is called.

    `tested_with` is what a stream was really received from by this template, "" = nothing: written by the maker's
    documents alone.
    """

    product: str
    main: str
    sub: str
    channel: str  # regular expression
    example: str
    port: int = 554
    tested_with: str = ""

    @property
    def standing(self) -> str:
        """For people: how far this template can be trusted."""
        return f"tested with {self.tested_with}" if self.tested_with else "template only, never tried with the product"

    def takes(self, channel: str) -> bool:
        return re.fullmatch(self.channel, channel) is not None

    def url(self, path: str, host: str, port: int, channel: str) -> str:
        """The address; a channel's characters that mean something in addresses are written as codes."""
        place = f"[{host}]" if ":" in host else host
        return f"rtsp://{place}:{port or self.port}{path.replace('{channel}', quote(channel, safe='/@:,~-._'))}"


TEMPLATES: Mapping[str, Template] = {
    "hikvision": Template(
        "Hikvision recorders and cameras (ISAPI)", "/Streaming/Channels/{channel}01", "/Streaming/Channels/{channel}02",
        _NUMBER, "3",
    ),
    "dahua": Template(
        "Dahua recorders and cameras", "/cam/realmonitor?channel={channel}&subtype=0",
        "/cam/realmonitor?channel={channel}&subtype=1", _NUMBER, "3",
    ),
    "mediamtx": Template("MediaMTX", "/{channel}", "/{channel}_sub", _PATH, "gate", port=8554),
    "go2rtc": Template("go2rtc", "/{channel}", "/{channel}_sub", _NAME, "gate", port=8554),
    "frigate": Template("Frigate, by the go2rtc inside it", "/{channel}", "/{channel}_sub", _NAME, "gate", port=8554),
    "wvp": Template(
        "WVP-Pro, a GB/T 28181 platform: device and channel number", "/rtp/{channel}", "",
        r"[0-9]{20}_[0-9]{20}", "34020000001320000001_34020000001310000001",
    ),
    "zlmediakit": Template(
        "ZLMediaKit: app and stream", "/{channel}", "", r"[^\s{}?#/]{1,80}/" + _PATH, "rtp/0C2B3A4F",
    ),
    CUSTOM: Template(
        "anything else: give `main` and `sub` with {channel} in them", "", "", _PATH, "gate",
        tested_with="the simulated cameras of the demo",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hub:
    """One recorder or hub. `main` and `sub` are its paths with {channel} in them, "" where it has no such stream."""

    id: str
    template: Template
    host: str
    port: int  # 0 = the template's
    main: str
    sub: str
