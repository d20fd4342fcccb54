"""Backup and restore as an administrator lives them: files and a real server, while somebody writes, and refusals."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url

import main
from console.backends.store.backup import judge, make
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.read import JournalReader
from console.backends.store.restore import put_back
from console.commands.export import line_of
from console.errors import StoreError
from console.journal import chain_hash, text
from console.model import LIVE
from tests.contract.seats import LI, Seat, entry
from tests.waiting import wait_until

NOW = 1_795_000_000_000
CLIP, FACTS, BURST = "evidence/2026/11/20/a/c.mp4", "evidence/2026/11/20/a/c.json", "voice/2026/11/20/s.mka"


def saved(data: Path, path: str, content: bytes) -> dict[str, object]:
    """Put a recording where it belongs; the data of its entry."""
    (data / path).parent.mkdir(parents=True, exist_ok=True)
    (data / path).write_bytes(content)
    return {"path": path, "sha256": hashlib.sha256(content).hexdigest()}


@contextmanager
def console(data: Path, where: str | Path) -> Iterator[Seat]:
    """A position that runs on this data folder and has recorded a clip and a burst."""
    with Seat(where) as seat:
        (data / "desk-1.lock").touch()
        saved(data, FACTS, b"{}")
        seat.save(
            entry("alarm/z/a#smoke/7", 1, "AlarmRaised", open=True),
            entry("evidence/desk-1/a", 1, "EvidenceSaved", data=saved(data, CLIP, b"clip" * 1000)),
            entry("talk/desk-1/E-1", 1, "TalkSent", data=saved(data, BURST, b"speech" * 1000)),
        )
        yield seat


@pytest.fixture(autouse=True)
def stay_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands step back behind the alarms; the tests that call them do not."""
    monkeypatch.setattr(os, "nice", lambda _: 0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "kept").mkdir(parents=True)
    (folder / "kept" / "walls.json").write_text("{}")
    (folder / "accounts.json").write_text("{}")
    return folder


def backed_up(data: Path, where: str | Path, to: Path, now_ms: int = NOW) -> Path:
    return make(Database.at(where), data, to, now_ms, print)


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, data: Path) -> str:
    return str(data / JOURNAL_FILE) if request.param == "file" else request.getfixturevalue("postgresql")


def test_a_backup_made_while_a_console_writes_is_whole_and_restored_as_it_was(
    where: str, data: Path, tmp_path: Path
) -> None:
    with console(data, where) as seat:
        stop, version = threading.Event(), iter(range(1, 100_000))

        def write() -> None:
            while not stop.is_set() and seat.store.unsaved < 50:
                seat.append(entry("busy", next(version)))

        writer = threading.Thread(target=lambda: [write() for _ in iter(stop.is_set, True)])
        writer.start()
        try:
            wait_until(lambda: len(seat.story("busy")) > 20, what="somebody writing")
            made = backed_up(data, where, tmp_path / "safe")
        finally:
            stop.set()
            writer.join()
        seat.settle()
    manifest, judged = judge(made)
    assert judged.is_whole
    assert {held.path for held in manifest.files} == {CLIP, FACTS, BURST, "kept/walls.json", "accounts.json"}
    restored = tmp_path / "restored"
    target = Database.at(restored / JOURNAL_FILE)
    assert put_back(manifest, made, restored, target) == 5
    assert (restored / CLIP).read_bytes() == b"clip" * 1000
    before = [line_of(one) for chunk in JournalReader(where).chunks() for one in chunk]
    after = [line_of(one) for chunk in JournalReader(target).chunks() for one in chunk]
    assert len(after) > 20
    assert after == before[: len(after)]


def test_a_restored_journal_is_carried_on_by_the_next_start(where: str, data: Path, tmp_path: Path) -> None:
    with console(data, where) as first:
        writer = first.store.writer
        made = backed_up(data, where, tmp_path / "safe")
    restored = tmp_path / "restored"
    put_back(judge(made)[0], made, restored, Database.at(restored / JOURNAL_FILE))
    with Seat(restored / JOURNAL_FILE) as again:
        head = again.store.previous_head()
        assert head is not None
        assert head[:2] == (writer, 3)
        assert again.store.episodes(LIVE) == {"z/a#smoke": 7}
        assert [one.entry.stream for one in again.store.open_streams(LIVE)] == ["alarm/z/a#smoke/7"]
        again.save(entry("alarm/z/a#smoke/7", 2, "AlarmAcknowledged"))
        assert again.reader.verify().is_whole


def test_a_backup_of_files_is_restored_into_a_server_which_counts_on_behind_it(
    data: Path, tmp_path: Path, postgresql: str
) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    put_back(judge(made)[0], made, data, Database.at(postgresql))
    with Seat(postgresql) as again:
        again.save(entry("alarm/z/a#smoke/7", 2, "AlarmAcknowledged"))
        assert [one.entry.version for one in again.reader.stream(LIVE, "alarm/z/a#smoke/7")] == [1, 2]
        assert again.reader.verify().is_whole
    with pytest.raises(StoreError, match="holds a journal"):
        put_back(judge(made)[0], made, data, Database.at(postgresql))


def test_the_second_backup_links_what_the_first_one_holds(data: Path, tmp_path: Path) -> None:
    with console(data, data / JOURNAL_FILE):
        first = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
        second = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe", NOW + 86_400_000)
    assert (second / CLIP).stat().st_ino == (first / CLIP).stat().st_ino != (data / CLIP).stat().st_ino
    assert judge(second)[1].is_whole


def test_a_recording_that_was_changed_before_the_backup_is_named_by_it(data: Path, tmp_path: Path) -> None:
    with console(data, data / JOURNAL_FILE):
        (data / CLIP).write_bytes(b"another clip")
        (data / BURST).unlink()
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    troubles = set(judge(made)[1].troubles())
    assert troubles == {f"recording {CLIP}: changed", f"recording {BURST}: missing"}


@pytest.mark.parametrize("tamper", ["clip", "journal", "entry"])
def test_a_backup_that_was_tampered_with_is_not_whole(data: Path, tmp_path: Path, tamper: str) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    if tamper == "clip":
        (made / CLIP).write_bytes(b"x")
        assert list(judge(made)[1].troubles()) == [f"recording {CLIP}: changed"]
        return
    with closing(sqlite3.connect(made / JOURNAL_FILE, isolation_level=None)) as db:
        db.execute("UPDATE entry SET cause = 'forged' WHERE seq = 2")
    if tamper == "journal":
        with pytest.raises(StoreError, match="not the one that was backed up"):
            judge(made)
        return
    facts = json.loads((made / "manifest.json").read_text())
    facts["journal"]["sha256"] = hashlib.sha256((made / JOURNAL_FILE).read_bytes()).hexdigest()
    (made / "manifest.json").write_text(json.dumps(facts))
    assert [each.rpartition(" ")[2] for each in judge(made)[1].troubles()] == ["altered"]


def test_no_backup_is_half_there(data: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no journal"):
        backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    assert list((tmp_path / "safe").iterdir()) == []


def test_a_backup_of_a_newer_version_is_refused_and_nothing_is_left_of_it(data: Path, tmp_path: Path) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    with closing(sqlite3.connect(made / JOURNAL_FILE, isolation_level=None)) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    facts = json.loads((made / "manifest.json").read_text())
    facts["journal"]["sha256"] = hashlib.sha256((made / JOURNAL_FILE).read_bytes()).hexdigest()
    restored = tmp_path / "restored"
    for revision, left in ((facts["revision"], 5), ("9999", 0)):
        facts["revision"] = revision
        (made / "manifest.json").write_text(json.dumps(facts))
        with pytest.raises(StoreError, match="newer Watchroom"):
            put_back(judge(made)[0], made, restored, Database.at(restored / JOURNAL_FILE))
        assert sum(path.is_file() for path in restored.rglob("*")) == left, "files may be there, a journal never"
        shutil.rmtree(restored, ignore_errors=True)


def test_nothing_is_restored_over_a_journal_or_another_file_or_under_a_running_console(
    data: Path, tmp_path: Path
) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    manifest = judge(made)[0]
    with pytest.raises(StoreError, match="move it away first"):
        put_back(manifest, made, data, Database.at(data / JOURNAL_FILE))
    (data / JOURNAL_FILE).unlink()
    (data / CLIP).write_bytes(b"another one")
    with pytest.raises(StoreError, match="is another file"):
        put_back(manifest, made, data, Database.at(data / JOURNAL_FILE))
    assert (data / CLIP).read_bytes() == b"another one"


def test_the_commands_back_up_check_and_restore(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with console(data, data / JOURNAL_FILE):
        assert main.main(["backup", "--data", str(data), "--to", str(tmp_path / "safe")]) == 0
    (made,) = (tmp_path / "safe").iterdir()
    assert f"{made}: 3 entries, 5 files, 0 seals" in capsys.readouterr().out
    shutil.rmtree(data)
    assert main.main(["restore", "--from", str(made), "--data", str(data)]) == 0
    assert main.main(["verify", "--data", str(data)]) == 0
    assert "2 recordings, 2 as they were recorded" in capsys.readouterr().out
    (made / CLIP).unlink()
    shutil.rmtree(data)
    assert main.main(["restore", "--from", str(made), "--data", str(data)]) == 1
    assert not data.exists()
    assert main.main(["restore", "--from", str(made), "--data", str(data), "--damaged"]) == 0
    assert (data / BURST).exists()


# ---- export -----------------------------------------------------------------------------------------------------


def test_every_line_of_an_export_can_be_checked_without_the_database(
    where: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    password = str(make_url(where).password) if "://" in where else ""
    monkeypatch.setenv("JOURNAL_PASSWORD", password)
    named = where.replace(f":{password}@", ":env:JOURNAL_PASSWORD@")
    with console(data, where) as seat:
        seat.save(replace(entry("alarm/z/a#smoke/7", 2, "AlarmAcknowledged"), by=LI))
    out = tmp_path / "journal.jsonl"
    assert main.main(["export", "--journal", named, "--out", str(out)]) == 0
    said = capsys.readouterr().err
    assert "4 entries" in said
    assert hashlib.sha256(out.read_bytes()).hexdigest() in said
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    keys = ("writer", "seq", "t_ms", "domain", "stream", "version", "kind", "kv")
    for row in rows:
        fields = [row[key] for key in keys]
        assert chain_hash(*fields, text(row["by"]), row["cause"], text(row["data"]), row["prev"]) == row["hash"]
    assert rows[-1]["by"] == {"person": "Li", "position": "desk-1"}


def test_an_export_can_be_narrowed_and_never_writes_over_a_file(
    data: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with console(data, data / JOURNAL_FILE) as seat:
        seat.append(entry("alarm/z/a#smoke/7", 2, "AlarmAcknowledged"))
        seat.settle()
    journal = ["--data", str(data)]
    main.main(["export", *journal, "--stream", "alarm/", "--kind", "AlarmAcknowledged", "--domain", "live"])
    (line,) = capfdbinary.readouterr().out.splitlines()
    assert json.loads(line)["kind"] == "AlarmAcknowledged"
    moment = ["--since", "2026-11-18T19:06:40.002+08:00", "--until", "2026-11-18T11:06:40.003"]
    main.main(["export", *journal, *moment])
    assert [json.loads(line)["t_ms"] for line in capfdbinary.readouterr().out.splitlines()] == [NOW + 2]
    (tmp_path / "there").write_text("kept")
    assert main.main(["export", *journal, "--out", str(tmp_path / "there")]) == 1
    assert (tmp_path / "there").read_text() == "kept"
