"""Numbers on the command line: what no clock can wait for is refused before anything is opened."""

from __future__ import annotations

import argparse

MOST = 1e9  # seconds, or hours: longer than anybody waits


def amount(text: str) -> float:
    """0 or more. Raises ArgumentTypeError."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MOST:  # not a number is neither
        raise argparse.ArgumentTypeError(f"{text!r} is no amount: write a number such as 20 or 1.5")
    return value


def positive(text: str) -> float:
    """More than 0. Raises ArgumentTypeError."""
    value = amount(text)
    if not value:
        raise argparse.ArgumentTypeError("must be more than 0")
    return value
