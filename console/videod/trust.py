"""Whom we believe on rtsps://: the system's authorities and the site's own, or nobody asked where the site says so."""

from __future__ import annotations

import ssl
from functools import cached_property
from pathlib import Path

from console.ports import CameraState, Detail
from console.videod.refusal import NoPicture


class Trust:
    """Makes what an encrypted connection needs, once for all cameras."""

    def __init__(self, authority: Path | None) -> None:
        """`authority`: PEM file of the site's own certificate authority, believed beside the system's."""
        self._authority = authority

    def context(self, *, is_verified: bool) -> ssl.SSLContext:
        """Raises NoPicture when the site's authority cannot be read."""
        try:
            return self._strict if is_verified else self._blind
        except OSError as error:
            why = error.strerror or "no certificate in it"
            raise NoPicture(CameraState.REFUSED, Detail.UNTRUSTED, f"video.tls_ca: {why}") from None

    @cached_property
    def _strict(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self._authority is not None:
            context.load_verify_locations(self._authority)
        return context

    @cached_property
    def _blind(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context


def untrusted(error: ssl.SSLError) -> NoPicture:
    """Why no encrypted connection came about."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return NoPicture(CameraState.REFUSED, Detail.UNTRUSTED, error.verify_message)
    return NoPicture(CameraState.REFUSED, Detail.NOT_ENCRYPTED, (error.reason or "").replace("_", " ").lower())
