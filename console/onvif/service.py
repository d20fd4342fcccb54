"""One service of a device: operations by name, every way to fail as an `OnvifTrouble`. Event loop thread."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import onvif
from lxml import etree
from onvif.client import ONVIFService
from onvif.definition import SERVICES
from onvif.settings import DEFAULT_SETTINGS
from zeep import exceptions as soap

from console.onvif import markup
from console.onvif.post import CALL_S, Post
from console.onvif.trouble import Cause, OnvifTrouble

logging.getLogger("zeep").setLevel(logging.CRITICAL)  # it logs what cameras get wrong, envelopes and all
DEFAULT_SETTINGS.xml_huge_tree = False  # the library's own setting lets a parser take trees of any depth
_WSDL = Path(onvif.__file__).parent / "wsdl"
_DENIALS = ("notauthorized", "not authorized", "unauthorized", "failedauthentication", "invalidsecurity")
# What a device's answer, or none, makes the libraries raise.
_FAILURES = (
    TimeoutError, aiohttp.ClientError, soap.Error, onvif.ONVIFError, etree.LxmlError, OSError, ValueError, TypeError,
    AttributeError, LookupError, ArithmeticError, RecursionError,
)  # fmt: skip


class Service:
    """`name` is one of the library's: devicemgmt, media, ptz, imaging."""

    def __init__(self, name: str, url: str, post: Post, user: str, password: str, skew: timedelta) -> None:
        """`skew`: how far the device's clock is ahead; its tokens are dated by that clock."""
        known = SERVICES[name]
        self._open = bool(user)
        self._url = url
        self._service = ONVIFService(
            url, user or None, password or None, str(_WSDL / known["wsdl"]), no_cache=True, dt_diff=skew,
            binding_name=f"{{{known['ns']}}}{known['binding']}",
        )  # fmt: skip
        self._idle = self._service.transport.session
        self._service.transport = post
        self._is_ready = False

    async def close(self) -> None:
        await self._idle.close()

    async def call(
        self, operation: str, parameters: Mapping[str, object] | None = None, *, openly: bool = False
    ) -> Any:
        """What the device answers, as the library reads it; `openly`: without saying who asks. Raises OnvifTrouble."""
        try:
            async with asyncio.timeout(CALL_S + 1):
                if not self._is_ready:
                    await self._service.setup()
                    self._is_ready = True
                prefix = "authless_" if openly or not self._open else ""
                return await getattr(self._service, prefix + operation)(dict(parameters or {}))
        except _FAILURES as error:
            raise self._trouble(operation, error) from None

    def _trouble(self, operation: str, error: Exception) -> OnvifTrouble:
        host = self._url.split("/")[2]
        match error:
            case TimeoutError():
                return OnvifTrouble(Cause.NO_ANSWER, operation)
            case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
                return OnvifTrouble(Cause.UNREACHABLE, f"{host}: its certificate is not trusted")
            case aiohttp.ClientConnectionError():
                return OnvifTrouble(Cause.UNREACHABLE, host)
            case soap.Fault():
                return _fault(error)
            case markup.BadMarkup():
                return OnvifTrouble(Cause.MALFORMED, str(error))
        return OnvifTrouble(Cause.MALFORMED, f"{operation}: {type(error).__name__}")


def _fault(error: Any) -> OnvifTrouble:
    words = [str(error.message or ""), *(str(code) for code in error.subcodes or ())]
    said = " ".join(words).lower()
    if any(denial in said for denial in _DENIALS):
        return OnvifTrouble(Cause.WRONG_PASSWORD)
    if "actionnotsupported" in said or "not implemented" in said:
        return OnvifTrouble(Cause.UNABLE)
    return OnvifTrouble(Cause.REFUSED, str(error.message or ""))
