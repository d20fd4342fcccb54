"""A journal somebody laid hands on, before the commands that read it: each says what it is, none breaks."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import main
from console.backends.store.database import JOURNAL_FILE
from console.backends.store.read import JournalReader
from console.errors import JournalError
from console.journal import chain_hash
from tests.contract.seats import Seat, entry
from tests.contract.test_backup import console
from tests.unit.test_verify import STAND_ALONE, stand_alone

NESTED = "[" * 100_000


@pytest.fixture(autouse=True)
def stay_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "nice", lambda _: 0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    with console(folder, folder / JOURNAL_FILE):
        pass
    return folder


def tamper(data: Path, column: str, value: object) -> None:
    with closing(sqlite3.connect(data / JOURNAL_FILE, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints=1")
        db.execute(f"UPDATE entry SET {column} = ? WHERE kind = 'EvidenceSaved'", (value,))


@pytest.mark.parametrize("text", ["[]", '"x"', "7", "{", NESTED, "", b"\x00\xff"])
def test_verify_names_the_entry_and_looks_at_everything_else(
    data: Path, text: object, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(data, "data", text)
    (data / "voice").rename(data / "gone")
    assert main.main(["verify", "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "#2: altered" in said
    assert "RECORDING MISSING: voice/" in said, "the other recordings are looked at as well"


@pytest.mark.parametrize("text", ["[]", "{", NESTED])
def test_who_reads_such_an_entry_is_told_which_one_it_is(
    data: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(data, "data", text)
    with pytest.raises(JournalError, match="#2 cannot be read"):
        list(JournalReader(data / JOURNAL_FILE).chunks())
    assert main.main(["export", "--data", str(data)]) == 1
    assert "#2 cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("t_ms", [10**17, -(10**17), "yesterday"])
def test_a_time_no_calendar_has_is_told_by_an_export(
    data: Path, t_ms: object, capsys: pytest.CaptureFixture[str]
) -> None:
    tamper(data, "t_ms", t_ms)
    assert main.main(["export", "--data", str(data), "--since", "2020-01-01"]) == 1
    assert "#2 cannot be read" in capsys.readouterr().err
    assert main.main(["verify", "--data", str(data)]) == 1
    assert "#2: altered" in capsys.readouterr().out


def test_a_start_that_remembers_no_number_breaks_neither_verifier(tmp_path: Path) -> None:
    """Python reads Infinity as a number; whoever can reckon a hash can write it."""
    journal = tmp_path / JOURNAL_FILE
    with Seat(journal) as seat:
        seat.save(entry("position/desk-1/x", 1, "Started"))
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        row = list(db.execute("SELECT * FROM entry").fetchone())
        row[11] = '{"previous":{"hash":"x","seq":Infinity,"writer":"desk-1/y"}}'
        row[13] = chain_hash(*row[1:13])
        db.execute("UPDATE entry SET data = ?, hash = ?", (row[11], row[13]))
        db.execute("UPDATE writer SET hash = ?", (row[13],))
    assert JournalReader(journal).verify().is_whole
    assert stand_alone(journal)[1] == {}


def test_a_journal_that_was_cut_short_is_refused_by_both_in_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal = data / JOURNAL_FILE
    os.truncate(journal, journal.stat().st_size // 2 + 100)
    assert main.main(["verify", "--data", str(data)]) == 1
    assert "damaged" in capsys.readouterr().err
    for arguments in ([str(journal)], [str(data / "absent.sqlite")], []):
        done = subprocess.run([sys.executable, STAND_ALONE, *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr


def test_an_export_into_what_is_no_folder_is_refused_in_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "file").touch()
    assert main.main(["export", "--data", str(data), "--out", str(data / "file" / "journal.jsonl")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_last_day_there_is_may_be_asked_for(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """People who mean "no end" write that day."""
    assert main.main(["incidents", "--data", str(data), "--until", "9999-12-31"]) == 1, "nothing is found"
    assert main.main(["incidents", "--data", str(data), "--since", "0001-01-01"]) == 1
    assert capsys.readouterr().err == ""


def test_a_topic_in_another_charset_is_explained_and_no_crash(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    topic = os.fsdecode("site/泵房/smoke".encode("gb18030"))
    assert main.main(["explain", "--topic", topic, "--payload", '{"v": 1}']) in {0, 1}
    told = capfdbinary.readouterr()
    assert told.out == b"" or json.loads(told.out)
    assert b"Traceback" not in told.err


def test_no_key_is_made_for_a_folder_without_a_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["seal", "--data", str(tmp_path / "typo")]) == 1
    assert "there is no journal at" in capsys.readouterr().err
    assert not (tmp_path / "typo").exists()


def test_seals_that_are_looked_for_in_the_wrong_place_are_no_proof(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["verify", "--data", str(data), "--seals", str(data / "typo")]) == 1
    assert "there is no folder" in capsys.readouterr().err
