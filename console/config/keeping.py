"""What `[journal]`, `[disk]` and `[clock]` may say: nobody sets a record to be kept for less than its floor. Pure."""

from __future__ import annotations

from console.config import secrets
from console.config.fill import Filler
from console.config.schema import Config

ENTRIES_DAYS = 365  # the floor of the journal
RECORDINGS_DAYS = 183  # the floor of clips and speech: six months


def check(config: Config, filler: Filler) -> None:
    """Note every problem of these tables in `filler`."""
    _floors(config, filler)
    if config.journal.backup_days < 0:
        filler.problem(("journal", "backup_days"), "is negative", "write 0 or more")
    reference = config.journal.seal_key
    if reference and not secrets.is_reference(reference):
        filler.problem(("journal", "seal_key"), "is no reference", "write env:NAME, file:PATH or keyring:NAME")
    if config.disk.budget_gb < 0:
        filler.problem(("disk", "budget_gb"), "is negative", "write 0 or more")
    if config.disk.warn_days < 1:
        filler.problem(("disk", "warn_days"), "is too small", "write at least 1")
    if config.clock.unsynchronised_min < 1:
        filler.problem(("clock", "unsynchronised_min"), "is too small", "write at least 1")
    if config.clock.apart_ms < 100:
        filler.problem(("clock", "apart_ms"), "is too small", "write at least 100")


def _floors(config: Config, filler: Filler) -> None:
    journal = config.journal
    for key, days, floor in (
        ("keep_days", journal.keep_days, ENTRIES_DAYS),
        ("evidence_days", journal.evidence_days, RECORDINGS_DAYS),
        ("voice_days", journal.voice_days, RECORDINGS_DAYS),
    ):
        if days and days < floor:
            filler.problem(
                ("journal", key), f"{days} is below the floor", f"write at least {floor}, or 0 to keep it for ever"
            )
    longest = max(journal.evidence_days, journal.voice_days)
    if journal.keep_days and (journal.keep_days < longest or 0 in (journal.evidence_days, journal.voice_days)):
        what = "is less than recordings are kept: nobody could vouch for them then"
        filler.problem(("journal", "keep_days"), what, "write at least as much as evidence_days and voice_days")
