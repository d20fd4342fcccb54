"""What happens around a backup: files that go meanwhile, an earlier backup that rotted, a restore into leftovers."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from console.backends.store import copying
from console.backends.store.backup import judge, make
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.read import JournalReader
from console.backends.store.restore import put_back
from console.errors import StoreError
from tests.contract.seats import Seat, entry
from tests.contract.test_backup import BURST, CLIP, FACTS, NOW, backed_up, console

DAY = 86_400_000
VOLUME = "history/raw-20261120.sqlite"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "kept").mkdir(parents=True)
    (folder / "kept" / "walls.json").write_text("{}")
    return folder


def rot(path: Path) -> None:
    """One bit of a medium turned; size and time say nothing of it."""
    state, content = path.stat(), bytearray(path.read_bytes())
    content[0] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize("path", [CLIP, FACTS, "kept/walls.json"])
def test_a_file_that_rotted_in_the_earlier_backup_is_copied_again(data: Path, tmp_path: Path, path: str) -> None:
    with console(data, data / JOURNAL_FILE):
        first = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
        rot(first / path)
        second = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe", NOW + DAY)
    assert not judge(first)[1].is_whole
    assert judge(second)[1].is_whole
    assert (second / path).read_bytes() == (data / path).read_bytes()
    assert (second / BURST).samefile(first / BURST), "what is sound is linked as ever"


def test_what_lies_beside_is_never_linked_to_a_file_that_rotted(data: Path, tmp_path: Path) -> None:
    def beside(part: Path, earlier: Path | None) -> list[str]:
        (part / "history").mkdir()
        if earlier is not None and (earlier / VOLUME).is_file():
            os.link(earlier / VOLUME, part / VOLUME)
        else:
            (part / VOLUME).write_bytes(b"measured")
        return [VOLUME]

    def made(now_ms: int) -> Path:
        source = Database.at(data / JOURNAL_FILE)
        return make(source, data, tmp_path / "safe", now_ms, print, beside=beside)

    with console(data, data / JOURNAL_FILE):
        first = made(NOW)
        second = made(NOW + DAY)
        assert (second / VOLUME).samefile(first / VOLUME)
        rot(first / VOLUME)
        third = made(NOW + 2 * DAY)
    assert (third / VOLUME).read_bytes() == b"measured"
    assert judge(third)[1].is_whole


def test_a_recording_that_goes_while_it_is_backed_up_costs_only_itself(data: Path, tmp_path: Path) -> None:
    """The nightly retention deletes what it has written down: the journal of the backup may be older than that."""

    with console(data, data / JOURNAL_FILE), pytest.MonkeyPatch.context() as patch:
        copied = shutil.copy2

        def copy2(source: Path, target: Path) -> object:
            if Path(source) == data / CLIP:
                (data / CLIP).unlink()
            return copied(source, target)

        patch.setattr(shutil, "copy2", copy2)
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    assert list(judge(made)[1].troubles()) == [f"recording {CLIP}: missing"]
    assert (made / BURST).is_file()


def test_a_medium_without_links_takes_a_second_backup_too(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick, or a share: what would be linked is copied."""

    def no_links(_known: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    with console(data, data / JOURNAL_FILE):
        backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
        second = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe", NOW + DAY)
    assert judge(second)[1].is_whole


# ---- restore ----


@contextmanager
def crashed(path: Path) -> Iterator[None]:
    """A console that ended without tidying up: its log lies beside the journal."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE other (a)")
        db.execute("INSERT INTO other VALUES ('of another life')")
        db.commit()
        assert Path(f"{path}-wal").stat().st_size
        kept = {name: Path(f"{path}{name}").read_bytes() for name in ("-wal", "-shm")}
        yield
    for name, content in kept.items():
        Path(f"{path}{name}").write_bytes(content)


def test_a_log_that_was_left_of_another_journal_is_not_poured_into_the_restored_one(data: Path, tmp_path: Path) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    with crashed(data / JOURNAL_FILE):
        pass
    (data / JOURNAL_FILE).unlink()  # moved away, and what lies beside it was forgotten
    with pytest.raises(StoreError, match=r"journal\.sqlite-wal"):
        put_back(judge(made)[0], made, data, Database.at(data / JOURNAL_FILE))
    assert not (data / JOURNAL_FILE).exists()
    for name in ("-wal", "-shm"):
        Path(f"{data / JOURNAL_FILE}{name}").unlink()
    put_back(judge(made)[0], made, data, Database.at(data / JOURNAL_FILE))
    assert JournalReader(data / JOURNAL_FILE).verify().is_whole


def test_a_log_that_was_left_of_another_volume_is_named_before_anything_is_restored(data: Path, tmp_path: Path) -> None:
    def beside(part: Path, _earlier: Path | None) -> list[str]:
        (part / "history").mkdir()
        (part / VOLUME).write_bytes(b"measured")
        return [VOLUME]

    with console(data, data / JOURNAL_FILE):
        made = make(Database.at(data / JOURNAL_FILE), data, tmp_path / "safe", NOW, print, beside=beside)
    target = tmp_path / "new"
    (target / "history").mkdir(parents=True)
    (target / f"{VOLUME}-wal").write_bytes(b"of another life")
    with pytest.raises(StoreError, match="-wal"):
        put_back(judge(made)[0], made, target, Database.at(target / JOURNAL_FILE))
    assert not (target / JOURNAL_FILE).exists()


def test_a_console_that_starts_while_its_journal_is_put_back_loses_nothing(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with console(data, data / JOURNAL_FILE):
        made = backed_up(data, data / JOURNAL_FILE, tmp_path / "safe")
    target = tmp_path / "new" / JOURNAL_FILE
    upgrade = copying.migrate.upgrade

    def started_meanwhile(database: Database, wait_s: float) -> None:
        monkeypatch.undo()
        upgrade(database, wait_s)
        with Seat(target) as seat:
            seat.save(entry("alarm/z/b#smoke/1", 1, "AlarmRaised", open=True))

    monkeypatch.setattr(copying.migrate, "upgrade", started_meanwhile)
    with pytest.raises(StoreError, match="move it away first"):
        put_back(judge(made)[0], made, target.parent, Database.at(target))
    (left,) = [one for chunk in JournalReader(target).chunks() for one in chunk]
    assert left.entry.stream == "alarm/z/b#smoke/1"
