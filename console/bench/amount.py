"""How much a bench is asked to measure, as it is written on the command line."""

from __future__ import annotations

import argparse


def amount(text: str) -> int:
    """A whole number of at least 1; raises argparse.ArgumentTypeError, so the mistake is told in one line."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number of at least 1")
    return int(text)
