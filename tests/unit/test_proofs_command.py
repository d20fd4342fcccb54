"""`main.py proofs`: the table of the detectors from the journal alone, and an exit code for whoever watches it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import main
from console.backends.store.sql import SqlStore
from console.clock import FakeClock
from console.inbox import Inbox
from console.model import By, PointId
from console.proving.proofs import Missing, PathsPlanned, ProofMissed, entry_of, stream_of
from tests.sources import ROOT

SMOKE = PointId("z2m/0x00158d00906adb0d#smoke")
LI = By(person="li", position="desk-1")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A journal that has planned one detector of the demo site."""
    write(tmp_path, entry_of(PathsPlanned((SMOKE,)), "proving/plan", 1, FakeClock().now_ms(), By(machine="proving")))
    return tmp_path


def write(data: Path, *entries: object) -> None:
    store = SqlStore(data / "journal.sqlite", "desk-1", Inbox(), FakeClock(), lambda _receipts: None)
    store.open()
    store.start()
    store.append(entries)  # type: ignore[arg-type]
    assert store.stop()


def table(data: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[int, dict[str, dict[str, str]]]:
    status = main.main(["proofs", "--config", str(ROOT / "config.toml"), "--data", str(data)])
    rows = csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig")))
    return status, {row["point"]: row for row in rows}


def test_nothing_owed_is_exit_code_0(data: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, rows = table(data, capsysbinary)
    assert status == 0
    assert rows[SMOKE]["standing"] == "planned"
    assert len(rows) > 100


def test_a_detector_that_failed_is_exit_code_1_and_says_why(
    data: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    missed = ProofMissed("desk-1-1", Missing.NO_SIGNAL, 1_000, "li")
    write(data, entry_of(missed, stream_of(SMOKE, 0), 1, 2_000, LI))
    status, rows = table(data, capsysbinary)
    assert (status, rows[SMOKE]["standing"], rows[SMOKE]["missed_reason"]) == (1, "missed", "no_signal")
    assert next(iter(rows)) == SMOKE  # what wants attention stands first


def test_a_file_that_cannot_be_written_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main.main(["proofs", "--data", str(data), "--out", str(data / "no" / "proofs.csv")])
    assert status != 0
    assert "proofs.csv cannot be written" in capsys.readouterr().err
