"""Seals: what is signed about a journal, with which key, and what that proves. Pure but for the key and seal files."""

from __future__ import annotations

from console.sealing.keys import SealKey, fingerprint, is_signed
from console.sealing.statement import PRUNED, SEALED, Cut, Mark, Seal, Signed, Statement, signed_of, written
from console.sealing.trust import Flaw, Flawed, Weighed, weigh

__all__ = [
    "PRUNED",
    "SEALED",
    "Cut",
    "Flaw",
    "Flawed",
    "Mark",
    "Seal",
    "SealKey",
    "Signed",
    "Statement",
    "Weighed",
    "fingerprint",
    "is_signed",
    "signed_of",
    "weigh",
    "written",
]
