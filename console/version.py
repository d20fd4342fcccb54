"""Which version this is, as the package was installed. Any thread."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

FALLBACK = "0.1.0"  # run from a checkout that was never installed


def version() -> str:
    try:
        return installed("watchroom")
    except PackageNotFoundError:
        return FALLBACK
