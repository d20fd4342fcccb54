"""Whose certificates are believed when a device is asked over https: the system's authorities, and the site's own."""

from __future__ import annotations

import ssl


def trust_of(authority: str) -> ssl.SSLContext:
    """`authority`: a PEM file beside the system's authorities, "" = none. Raises OSError when it cannot be read."""
    trust = ssl.create_default_context()
    if authority:
        trust.load_verify_locations(authority)
    return trust
