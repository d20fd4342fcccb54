"""Good and tampered journals before both verifiers: the program's own and the one page of standard library."""

from __future__ import annotations

import argparse
import json
import runpy
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.backends.store.read import JournalReader
from console.backends.store.sql import SqlStore
from console.clock import FakeClock
from console.commands import verify as command
from console.inbox import Inbox
from console.journal import GENESIS, Entry, Json, chain_hash
from console.model import LIVE, By

STAND_ALONE = Path(__file__).parents[2] / "docs" / "verify_journal.py"
CONTENT = ("t_ms", "domain", "stream", "version", "kind", "kv", "by_json", "cause", "data")
LENGTH = 6  # entries of the first run: one Started, five more

Found = dict[str, tuple[int, str]]  # writer: the first broken entry, what is wrong with it
Tamper = Callable[[sqlite3.Connection], object]

stand_alone: Callable[[Path], tuple[dict[str, tuple[int, str]], Found]] = runpy.run_path(str(STAND_ALONE))["verify"]


def run(path: Path, position: str) -> str:
    """One run of a console: `Started` with the head it found, five entries. Returns its writer."""
    store = SqlStore(path, position, Inbox(), FakeClock(), lambda _: None)
    store.open()
    found = store.previous_head()
    previous: Json = None if found is None else {"writer": found[0], "seq": found[1], "hash": found[2]}
    stream = f"position/{store.writer}"
    store.start()
    store.append([Entry(LIVE, stream, 1, "Started", 0, By(machine="console"), {"previous": previous})])
    for version in range(2, LENGTH + 1):
        store.append(
            [Entry(LIVE, stream, version, "Noted", version, By("李", position), {"text": "烟 smoke", "n": 1.5})]
        )
    assert store.stop()
    return store.writer


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A journal of two runs of desk-1 and one of desk-2: its path, and the writers of desk-1."""
    path = tmp_path_factory.mktemp("whole") / "journal.sqlite"
    first = run(path, "desk-1")
    run(path, "desk-2")
    return path, first, run(path, "desk-1")


@pytest.fixture
def journal(whole: tuple[Path, str, str], tmp_path: Path) -> Path:
    return Path(shutil.copy(whole[0], tmp_path / "journal.sqlite"))


@pytest.fixture
def first(whole: tuple[Path, str, str]) -> str:
    """Desk-1's first run: the writer that is tampered with; the second run remembers its head."""
    return whole[1]


def tampered(journal: Path, tamper: Tamper) -> Found:
    """What both verifiers find after the tampering; they must agree."""
    with closing(sqlite3.connect(journal, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=1")
        tamper(connection)
    verdict = JournalReader(journal).verify()
    found: Found = {fault.writer: (fault.seq, str(fault.what)) for fault in verdict.faults}
    ends, broken = stand_alone(journal)
    assert broken == found, "the two verifiers disagree"
    assert ends == {head.writer: (head.seq, head.hash) for head in verdict.heads}
    return found


def set_(column: str, value: str, seq: int) -> str:
    return f"UPDATE entry SET {column} = {value} WHERE seq = {seq} AND writer = ?"


def rewrite(connection: sqlite3.Connection, writer: str, start: int, table_too: bool) -> None:
    """Forge a whole chain from `start` on: alter that entry and hash everything after it anew."""
    connection.execute(set_("cause", "'forged'", start), (writer,))
    rows = connection.execute("SELECT * FROM entry WHERE writer = ? ORDER BY seq", (writer,)).fetchall()
    prev = rows[start - 2][13] if start > 1 else GENESIS
    for row in rows[start - 1 :]:
        forged = chain_hash(*row[1:12], prev)
        connection.execute("UPDATE entry SET prev = ?, hash = ? WHERE id = ?", (prev, forged, row[0]))
        prev = forged
    if table_too:
        connection.execute("UPDATE writer SET hash = ? WHERE writer = ?", (prev, writer))


def test_a_journal_nobody_touched_is_whole(journal: Path) -> None:
    assert tampered(journal, lambda _: None) == {}


def test_one_changed_byte_in_the_data_names_the_entry(journal: Path, first: str) -> None:
    change = set_("data", "replace(data, 'smoke', 'smokf')", 3)
    assert tampered(journal, lambda db: db.execute(change, (first,))) == {first: (3, "altered")}


def test_white_space_added_to_the_data_is_found_although_it_means_the_same(journal: Path, first: str) -> None:
    assert tampered(journal, lambda db: db.execute(set_("data", "data || ' '", 3), (first,))) == {first: (3, "altered")}


@pytest.mark.parametrize("column", CONTENT)
def test_every_altered_column_names_the_entry(journal: Path, first: str, column: str) -> None:
    value = "99" if column in {"t_ms", "version", "kv"} else "'x'"
    assert tampered(journal, lambda db: db.execute(set_(column, value, 4), (first,))) == {first: (4, "altered")}


@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'ff22' AS TEXT)", "''"], ids=["blob", "not UTF-8", "empty"])
def test_what_no_console_can_have_written_is_an_altered_entry(journal: Path, first: str, value: str) -> None:
    assert tampered(journal, lambda db: db.execute(set_("data", value, 4), (first,))) == {first: (4, "altered")}


def test_an_entry_removed_from_the_middle_is_missing(journal: Path, first: str) -> None:
    remove = "DELETE FROM entry WHERE seq = 3 AND writer = ?"
    assert tampered(journal, lambda db: db.execute(remove, (first,))) == {first: (3, "gap")}


def test_the_last_entry_removed_is_missed_by_the_head(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]
    remove = f"DELETE FROM entry WHERE seq = {LENGTH} AND writer = ?"
    assert tampered(journal, lambda db: db.execute(remove, (second,))) == {second: (LENGTH, "truncated")}


def test_an_end_removed_together_with_its_head_is_missed_by_the_next_start(journal: Path, first: str) -> None:
    def tamper(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM entry WHERE seq > 3 AND writer = ?", (first,))
        db.execute("UPDATE writer SET seq = 3, hash = (SELECT hash FROM entry WHERE seq = 3 AND writer = ?1) "
                   "WHERE writer = ?1", (first,))  # fmt: skip

    assert tampered(journal, tamper) == {first: (4, "truncated")}


def test_a_whole_run_removed_is_missed_by_the_next_start(journal: Path, first: str) -> None:
    def tamper(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM entry WHERE writer = ?", (first,))
        db.execute("DELETE FROM writer WHERE writer = ?", (first,))

    assert tampered(journal, tamper) == {first: (1, "truncated")}


def test_two_entries_that_change_places_are_found(journal: Path, first: str) -> None:
    def tamper(db: sqlite3.Connection) -> None:
        for old, new in ((3, -1), (4, 3), (-1, 4)):
            db.execute("UPDATE entry SET seq = ? WHERE seq = ? AND writer = ?", (new, old, first))

    assert tampered(journal, tamper) == {first: (3, "gap")}


def test_two_entries_whose_data_change_places_are_found(journal: Path, first: str) -> None:
    def tamper(db: sqlite3.Connection) -> None:
        db.execute(set_("t_ms", "4", 3), (first,))
        db.execute(set_("t_ms", "3", 4), (first,))

    assert tampered(journal, tamper) == {first: (3, "altered")}


def test_an_entry_copied_is_a_duplicate(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]

    def tamper(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE copy AS SELECT * FROM entry")
        (row,) = db.execute("SELECT * FROM copy WHERE seq = 5 AND writer = ?", (second,)).fetchall()
        db.execute(f"INSERT INTO copy VALUES ({', '.join('?' * len(row))})", (1000, *row[1:]))
        db.execute("DROP TABLE entry")
        db.execute("ALTER TABLE copy RENAME TO entry")

    assert tampered(journal, tamper) == {second: (5, "duplicate")}


def test_a_forged_hash_is_told_from_altered_content(journal: Path, first: str) -> None:
    assert tampered(journal, lambda db: db.execute(set_("hash", f"'{'a' * 64}'", 3), (first,))) == {first: (3, "hash")}


def test_a_forged_hash_of_the_last_entry_is_told_by_the_head(journal: Path, first: str) -> None:
    forge = set_("hash", f"'{'a' * 64}'", LENGTH)
    assert tampered(journal, lambda db: db.execute(forge, (first,))) == {first: (LENGTH, "hash")}


def test_an_altered_entry_with_a_hash_to_match_does_not_fit_what_follows(journal: Path, first: str) -> None:
    def tamper(db: sqlite3.Connection) -> None:
        db.execute(set_("cause", "'forged'", 3), (first,))
        (row,) = db.execute("SELECT * FROM entry WHERE seq = 3 AND writer = ?", (first,)).fetchall()
        db.execute("UPDATE entry SET hash = ? WHERE id = ?", (chain_hash(*row[1:13]), row[0]))

    assert tampered(journal, tamper) == {first: (4, "prev")}


def test_a_changed_prev_is_named(journal: Path, first: str) -> None:
    assert tampered(journal, lambda db: db.execute(set_("prev", f"'{GENESIS}'", 3), (first,))) == {first: (3, "prev")}


def test_a_chain_forged_to_its_end_does_not_fit_its_head(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]
    assert tampered(journal, lambda db: rewrite(db, second, 3, table_too=False)) == {second: (LENGTH, "anchor")}


def test_a_chain_forged_with_its_head_does_not_fit_the_next_start(journal: Path, first: str) -> None:
    assert tampered(journal, lambda db: rewrite(db, first, 3, table_too=True)) == {first: (LENGTH, "anchor")}


def test_entries_added_behind_the_head_are_named(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]
    move = f"UPDATE writer SET seq = 4, hash = (SELECT hash FROM entry WHERE seq = 4 AND writer = '{second}')"
    assert tampered(journal, lambda db: db.execute(f"{move} WHERE writer = ?", (second,))) == {second: (5, "beyond")}


def test_a_chain_without_a_head_is_named(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]
    remove = "DELETE FROM writer WHERE writer = ?"
    assert tampered(journal, lambda db: db.execute(remove, (second,))) == {second: (1, "beyond")}


def test_a_start_that_was_altered_accuses_nobody_else(journal: Path, whole: tuple[Path, str, str]) -> None:
    second = whole[2]
    lie = json.dumps({"previous": {"writer": whole[1], "seq": 3, "hash": "b" * 64}})
    change = f"UPDATE entry SET data = '{lie}' WHERE seq = 1 AND writer = ?"
    assert tampered(journal, lambda db: db.execute(change, (second,))) == {second: (1, "altered")}


def test_two_tampered_writers_are_both_named_the_earlier_entry_first(
    journal: Path, whole: tuple[Path, str, str]
) -> None:
    _, first, second = whole
    both = "UPDATE entry SET cause = 'x' WHERE seq = 2 AND writer IN (?, ?)"
    found = tampered(journal, lambda db: db.execute(both, (second, first)))
    assert list(found.items()) == [(first, (2, "altered")), (second, (2, "altered"))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    row=st.integers(1, 3 * LENGTH),
    column=st.sampled_from(["writer", "seq", *CONTENT, "prev", "hash"]),
    value=st.one_of(st.integers(-5, 5), st.text(max_size=5), st.binary(max_size=5), st.floats(allow_nan=False)),
)
def test_no_single_changed_value_goes_unnoticed(
    whole: tuple[Path, str, str], tmp_path: Path, row: int, column: str, value: object
) -> None:
    path = Path(shutil.copy(whole[0], tmp_path / "journal.sqlite"))
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"UPDATE OR IGNORE entry SET {column} = ? WHERE id = ?", (value, row))
        changed = db.execute(f"SELECT {column} FROM entry WHERE id = ?", (row,)).fetchone()
        db.rollback()
        before = db.execute(f"SELECT {column} FROM entry WHERE id = ?", (row,)).fetchone()

    def tamper(again: sqlite3.Connection) -> None:
        again.execute(f"UPDATE OR IGNORE entry SET {column} = ? WHERE id = ?", (value, row))

    assert bool(tampered(path, tamper)) == (changed != before)


# ---- the command ------------------------------------------------------------------------------------------------


def verify(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


def test_the_command_prints_counts_and_heads_of_a_whole_journal(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify("--data", str(journal.parent)) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"{3 * LENGTH} entries by 3 writers"
    assert len([line for line in printed if line.startswith("whole: desk-") and f" #{LENGTH} " in line]) == 3


def test_the_command_names_the_broken_entry_and_changes_no_byte(
    journal: Path, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute(set_("cause", "'x'", 3), (first,))
    before = journal.read_bytes()
    assert verify("--journal", str(journal)) == 1
    assert f"BROKEN: {first} #3: altered" in capsys.readouterr().out
    assert journal.read_bytes() == before


def test_the_command_verifies_a_journal_that_is_being_written(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM entry")
        assert verify("--journal", str(journal)) == 0
        writing.execute("ROLLBACK")


def test_the_command_says_so_when_the_file_is_damaged(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(journal)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    raw = bytearray(journal.read_bytes())
    raw[(page - 1) * size : page * size] = b"\xee" * size
    journal.write_bytes(raw)
    assert verify("--journal", str(journal)) == 1
    assert "damaged" in capsys.readouterr().err


def test_the_command_says_so_when_there_is_no_journal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify("--data", str(tmp_path)) == 1
    assert "there is no journal at" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_one_page_verifier_runs_without_the_program(journal: Path, first: str, tmp_path: Path) -> None:
    arguments = [sys.executable, "-I", str(STAND_ALONE), str(journal)]
    good = subprocess.run(arguments, capture_output=True, text=True, cwd=tmp_path)
    assert (good.returncode, good.stdout.count("whole: ")) == (0, 3)
    with closing(sqlite3.connect(journal, isolation_level=None)) as db:
        db.execute(set_("data", "'{}'", 2), (first,))
    bad = subprocess.run(arguments, capture_output=True, text=True, cwd=tmp_path)
    assert (bad.returncode, f"BROKEN: {first} #2: altered" in bad.stdout) == (1, True)
