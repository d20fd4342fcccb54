"""Answers WS-Discovery for the simulated devices, on one interface. A thread of its own."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

from console.onvif import markup
from console.onvif.discovery import DATAGRAM, GROUP
from console.sim.onvif.device import SimDevice

_LOOK_S = 0.2
_ANSWER = (
    '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery" xmlns:dn="http://www.onvif.org/ver10/network/wsdl">'
    "<s:Header><a:RelatesTo>{asked}</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>"
    "<a:EndpointReference><a:Address>urn:uuid:{id}</a:Address></a:EndpointReference>"
    "<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>{scopes}</d:Scopes><d:XAddrs>{url}</d:XAddrs>"
    "<d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>"
)


class Beacon:
    """Hears from `start` to `stop`; the port is known from the start on. 3702 is the usual one, 0 any free one."""

    def __init__(self, devices: Iterable[SimDevice], base: str, interface: str = "127.0.0.1", port: int = 0) -> None:
        self._devices = tuple(devices)
        self._base = base
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("", port))
        membership = socket.inet_aton(GROUP) + socket.inet_aton(interface)
        self._socket.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, membership)
        self._socket.settimeout(_LOOK_S)
        self.port: int = self._socket.getsockname()[1]
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="onvif-beacon", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(TimeoutError, markup.BadMarkup):
                data, sender = self._socket.recvfrom(DATAGRAM)
                self._answer(markup.text(markup.read(data, DATAGRAM), "MessageID"), sender)

    def _answer(self, asked: str, sender: tuple[str, int]) -> None:
        for device in self._devices:
            scopes = (
                f"onvif://www.onvif.org/name/{quote(device.name)} onvif://www.onvif.org/hardware/{quote(device.model)}"
            )
            url = f"{self._base}/{device.id}/onvif/device_service"
            said = _ANSWER.format(asked=escape(asked), id=quote(device.id), scopes=scopes, url=url)
            self._socket.sendto(said.encode(), sender)
