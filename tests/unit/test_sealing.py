"""What a seal proves: a journal forged with all its chains, heads and anchors is found out all the same."""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import stat
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.backends.store.database import Database
from console.backends.store.sealed import seal, stream_of
from console.commands import seal as sealing_command
from console.commands import verify as command
from console.errors import BackendError
from console.journal import GENESIS, Entry, Json, chain_hash
from console.model import LIVE, By
from console.sealing import SEALED, Cut, Flaw, Mark, Seal, SealKey, Signed, weigh
from console.sealing.folder import FOLDER, file_away, filed, keys
from console.sealing.keys import kept, public_of
from console.sealing.statement import read, written
from console.verify import Anchor
from tests.contract.seats import Seat, entry
from tests.unit.test_verify import tampered

DAY_MS = 86_400_000
MACHINE = By(machine="console")


@pytest.fixture
def key(tmp_path: Path) -> SealKey:
    return SealKey(kept(tmp_path / "keys" / "seal.pem"))


def statement(where: Path, day: str, now_ms: int) -> Seal:
    with Database.at(where).reader().connect() as connection:
        return seal(connection, "示例小区", day, now_ms)


def sealed_entry(signed: Signed, day: str) -> Entry:
    return Entry(LIVE, stream_of(day), 1, SEALED, 0, MACHINE, signed.data())


def forge(path: Path) -> None:
    """Write the first chain anew from its second entry on, consistently: content, hashes, head."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (writer,) = db.execute("SELECT writer FROM writer ORDER BY id").fetchone()
        db.execute("UPDATE entry SET cause = 'forged' WHERE seq = 2 AND writer = ?", (writer,))
        prev = GENESIS
        for row in db.execute("SELECT * FROM entry WHERE writer = ? ORDER BY seq", (writer,)).fetchall():
            forged = chain_hash(*row[1:12], prev)
            db.execute("UPDATE entry SET prev = ?, hash = ? WHERE id = ?", (prev, forged, row[0]))
            prev = forged
        db.execute("UPDATE writer SET hash = ? WHERE writer = ?", (prev, writer))


def verified(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(arguments))


@pytest.fixture
def data(tmp_path: Path, key: SealKey) -> Path:
    """A data folder whose journal of five entries was sealed into files."""
    folder = tmp_path / "data"
    with Seat(folder / "journal.sqlite") as seat:
        seat.save(*(entry("s", version) for version in range(1, 6)))
    made = statement(folder / "journal.sqlite", "2026-11-20", 1)
    file_away(folder / FOLDER, "2026-11-20", key.sign(made), key)
    return folder


def test_a_sealed_journal_that_nobody_touched_is_whole(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified("--data", str(data)) == 0
    assert "1 seals, key " in capsys.readouterr().out


def test_a_chain_written_anew_to_its_end_is_whole_for_itself_and_found_out_by_the_seal(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forge(data / "journal.sqlite")
    assert verified("--journal", str(data / "journal.sqlite")) == 0
    assert verified("--data", str(data)) == 1
    assert "#5: seal" in capsys.readouterr().out


def test_a_journal_emptied_together_with_its_heads_is_missed_by_the_seal(data: Path) -> None:
    with closing(sqlite3.connect(data / "journal.sqlite", isolation_level=None)) as db:
        db.execute("DELETE FROM entry")
        db.execute("DELETE FROM writer")
    assert verified("--data", str(data)) == 1


def test_who_forges_journal_and_seals_with_a_key_of_his_own_is_found_out_by_the_key_that_was_kept_elsewhere(
    data: Path, tmp_path: Path, key: SealKey, capsys: pytest.CaptureFixture[str]
) -> None:
    safe = tmp_path / "safe.pem"
    safe.write_text(key.public_pem)
    forge(data / "journal.sqlite")
    shutil.rmtree(data / FOLDER)
    theirs = SealKey(kept(tmp_path / "theirs.pem"))
    file_away(data / FOLDER, "2026-11-20", theirs.sign(statement(data / "journal.sqlite", "2026-11-20", 1)), theirs)
    assert verified("--data", str(data)) == 0
    assert verified("--data", str(data), "--public-key", str(safe)) == 1
    assert "SEAL KEY: 2026-11-20.json" in capsys.readouterr().out


def test_a_seal_whose_text_was_changed_is_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data / FOLDER / "2026-11-20.json"
    path.write_text(path.read_text().replace('"made_ms":1', '"made_ms":2'))
    assert verified("--data", str(data)) == 1
    assert "SEAL KEY: 2026-11-20.json" in capsys.readouterr().out


def test_a_seal_in_the_journal_holds_what_was_written_before_it(tmp_path: Path, key: SealKey) -> None:
    path = tmp_path / "journal.sqlite"
    with Seat(path) as seat:
        seat.save(*(entry("s", version) for version in range(1, 6)))
        seat.save(sealed_entry(key.sign(statement(path, "2026-11-20", 1)), "2026-11-20"))
        writer = seat.store.writer
    assert tampered(path, lambda _: None) == {}
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (row,) = db.execute("SELECT * FROM entry WHERE seq = 5").fetchall()
        (after,) = db.execute("SELECT * FROM entry WHERE seq = 6").fetchall()
        forged = chain_hash(*row[1:10], "forged", *row[11:13])
        db.execute("UPDATE entry SET cause = 'forged', hash = ? WHERE seq = 5", (forged,))
        end = chain_hash(*after[1:12], forged)
        db.execute("UPDATE entry SET prev = ?, hash = ? WHERE seq = 6", (forged, end))
        db.execute("UPDATE writer SET hash = ?", (end,))
    assert tampered(path, lambda _: None) == {writer: (5, "seal")}


def test_the_next_seal_names_the_one_before_and_only_chains_that_grew_since(tmp_path: Path, key: SealKey) -> None:
    path, now = tmp_path / "journal.sqlite", 1_795_000_000_000
    with Seat(path) as old:
        old.save(*(entry("s", version) for version in range(1, 6)))
    with Seat(path, "desk-2") as seat:
        first = key.sign(statement(path, "2026-11-20", now + 10 * DAY_MS))
        seat.save(sealed_entry(first, "2026-11-20"))
        seat.save(replace(entry("t", 1), t_ms=now + 11 * DAY_MS))
        second = statement(path, "2026-11-21", now + 11 * DAY_MS)
        assert second.previous == first.digest
        assert [mark.writer for mark in second.heads] == [seat.store.writer]


@pytest.mark.parametrize("lost", ["first", "none"])
def test_a_seal_that_was_taken_away_is_missed_by_the_next_one(key: SealKey, lost: str) -> None:
    first = key.sign(Seal("s", "2026-11-20", 1, "", (Mark("a", 1, "h"),)))
    second = key.sign(Seal("s", "2026-11-21", 2, first.digest, ()))
    found = [("first", first), ("second", second)]
    weighed = weigh([one for one in found if one[0] != lost], {key.public})
    assert [(flaw.name, flaw.what) for flaw in weighed.flaws] == ([("second", Flaw.MISSING)] if lost == "first" else [])


def test_the_oldest_seal_that_is_left_may_have_lost_its_own_to_a_cut(key: SealKey) -> None:
    second = key.sign(Seal("s", "2026-11-21", 2, "f" * 64, ()))
    cut = key.sign(Cut("s", "2026-11-21", 3, 1, 9, (Mark("a", 9, "h"),)))
    weighed = weigh([("second", second), ("cut", cut)], {key.public})
    assert weighed.flaws == ()
    assert weighed.anchors == (Anchor("a", 9, "h", is_cut=True),)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
marks = st.lists(st.builds(Mark, texts, st.integers(1, 2**40), texts), max_size=4).map(tuple)


@given(statement=st.one_of(st.builds(Seal, texts, texts, st.integers(0, 2**50), texts, marks),
                           st.builds(Cut, texts, texts, st.integers(0, 2**50), st.integers(0, 2**50),
                                     st.integers(0, 2**40), marks, marks)))  # fmt: skip
def test_what_was_signed_is_read_as_it_was_meant(statement: Seal | Cut) -> None:
    assert read(written(statement)) == statement


@given(text=st.one_of(st.text(max_size=40), st.recursive(st.none() | st.integers() | st.text(max_size=3), st.lists)
                      .map(json.dumps)))  # fmt: skip
def test_no_signed_text_whatever_stops_the_reader(text: str) -> None:
    assert read(text) is None


def test_openssl_agrees_with_the_files_as_they_lie_there(data: Path, key: SealKey) -> None:
    (pem,) = (data / FOLDER).glob("*.pem")
    text = data / FOLDER / "2026-11-20.json"
    check = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", pem, "-rawin", "-in", text]
    good = subprocess.run([*check, "-sigfile", text.with_suffix(".sig")], capture_output=True, text=True)
    assert (good.returncode, "Verified Successfully" in good.stdout) == (0, True)
    assert keys(data / FOLDER) == {key.public} == {public_of(pem)}


def test_no_seal_is_written_over_by_another(data: Path, key: SealKey) -> None:
    other = key.sign(Seal("s", "2026-11-20", 9, "", ()))
    file_away(data / FOLDER, "2026-11-20", other, key)
    assert [name for name, _ in filed(data / FOLDER)] == ["2026-11-20-2.json", "2026-11-20.json"]


def test_the_private_key_is_ours_alone_and_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "seal.pem"
    first = kept(path)
    assert (stat.S_IMODE(path.stat().st_mode), kept(path)) == (0o600, first)
    assert [each.name for each in path.parent.iterdir()] == ["seal.pem"]


def test_a_private_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "seal.pem"
    kept(path)
    path.chmod(0o644)
    with pytest.raises(BackendError, match="chmod 600"):
        kept(path)


@pytest.mark.parametrize("pem", ["", "no key", "-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----\n"])
def test_what_is_no_private_key_is_refused_without_being_shown(pem: str) -> None:
    with pytest.raises(BackendError, match="no Ed25519 private key"):
        SealKey(pem)


def test_the_command_seals_in_between(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    sealing_command.add_arguments(parser)
    assert sealing_command.run(parser.parse_args(["--data", str(data)])) == 0
    assert "1 chains sealed with key " in capsys.readouterr().out
    assert verified("--data", str(data)) == 0
    assert "2 seals, key " in capsys.readouterr().out
    forge(data / "journal.sqlite")
    assert verified("--data", str(data)) == 1


def test_a_signed_statement_that_is_none_of_ours_is_named(key: SealKey) -> None:
    made: dict[str, Json] = {"text": "{}", "signature": key._key.sign(b"{}").hex(), "key": key.public}
    weighed = weigh([("x", Signed(**made))], {key.public})  # type: ignore[arg-type]
    assert [flaw.what for flaw in weighed.flaws] == [Flaw.UNREADABLE]
