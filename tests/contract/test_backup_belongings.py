"""A backup with what was measured and, when asked for, the key that seals: out of files and a server, and back."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

import pytest
from sqlalchemy import make_url

import main
from console.backends.history.library import CATALOGUE
from console.backends.store.backup import judge, newest_made
from console.backends.store.database import JOURNAL_FILE
from console.sealing import SealKey
from console.sealing.keys import kept
from console.trends.reduction import MINUTE
from tests.contract.history_home import NOW, PRESSURE, Home, day, shown, told
from tests.contract.seats import Seat, entry
from tests.servers.postgresql import Server

ROOT = Path(main.__file__).parent
FIRST = day(NOW - 60 * MINUTE, 20 * MINUTE, 10_000)
SECOND = day(NOW - 30 * MINUTE, 5 * MINUTE, 10_000)


@pytest.fixture(autouse=True)
def stay_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands step back behind the alarms; the tests that call them do not."""
    monkeypatch.setattr(os, "nice", lambda _: 0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    with Seat(folder / JOURNAL_FILE) as seat:
        seat.save(entry("alarm/z/a#smoke/7", 1, "AlarmRaised", open=True))
    return folder


@pytest.fixture
def key(data: Path) -> str:
    return kept(data / "keys" / "seal.pem")


def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str = "") -> str:
    """A configuration whose history is there; the password of an address stays out of it."""
    monkeypatch.setenv("HISTORY_PASSWORD", (make_url(url).password or "") if url else "")
    hidden = make_url(url).set(password="env:HISTORY_PASSWORD").render_as_string(hide_password=False) if url else ""
    shown_to_all = (ROOT / "config.toml").read_text()
    before, history = shown_to_all.split("[history]", 1)
    site = before.replace('"resources/demo"', f'"{ROOT / "resources" / "demo"}"')
    written = site + "[history]" + history.replace('url = ""', f'url = "{hidden.replace("env%3A", "env:")}"', 1)
    path = tmp_path / f"config-{len(list(tmp_path.glob('config-*')))}.toml"
    path.write_text(written)
    return str(path)


def backed_up(data: Path, to: Path, config: str, *more: str) -> Path:
    assert main.main(["backup", "--data", str(data), "--to", str(to), "--config", config, *more]) == 0
    return max(to.glob("watchroom-*"))


def measured(folder: Path, where: str | Path) -> list[tuple[int, float]]:
    home = Home(folder / "history", where)
    try:
        return shown(home.read(PRESSURE, NOW - 120 * MINUTE, NOW))
    finally:
        home.history.stop()


def test_what_was_measured_comes_back_from_tables_and_log_alike(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(data / "history", data / "history")
    home.take(FIRST)
    home.settle()
    home.take(SECOND)  # in the log alone
    made = backed_up(data, tmp_path / "safe", configured(tmp_path, monkeypatch))
    home.history.stop()
    assert (made / "history" / CATALOGUE).is_file()
    restored = tmp_path / "restored"
    assert main.main(["restore", "--from", str(made), "--data", str(restored)]) == 0
    assert measured(restored, restored / "history") == told([*FIRST, *SECOND])


def test_a_volume_that_did_not_change_is_not_copied_again_and_one_that_did_is(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(data / "history", data / "history")
    home.take(FIRST)
    home.settle()
    home.history.stop()
    config = configured(tmp_path, monkeypatch)
    first = backed_up(data, tmp_path / "safe", config)
    first = first.rename(first.with_name("watchroom-20200101T000000Z"))
    second = backed_up(data, tmp_path / "safe", config)
    (volume,) = second.glob("history/raw-*.sqlite")
    assert volume.samefile(first / "history" / volume.name)
    again = Home(data / "history", data / "history")
    again.take(SECOND)
    again.settle()
    again.history.stop()
    second = second.rename(second.with_name("watchroom-20200102T000000Z"))
    third = backed_up(data, tmp_path / "safe", config)
    assert not (third / "history" / volume.name).samefile(first / "history" / volume.name)


def test_the_history_of_a_server_goes_into_files_and_onto_an_empty_server(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgresql: str, postgresql_server: Server
) -> None:
    postgresql_again = postgresql_server.database(f"again_{secrets.token_hex(6)}")
    home = Home(data / "history", postgresql)
    home.take(FIRST)
    home.settle()
    home.take(SECOND)
    made = backed_up(data, tmp_path / "safe", configured(tmp_path, monkeypatch, postgresql))
    home.history.stop()
    files, server = tmp_path / "files", tmp_path / "server"
    assert main.main(["restore", "--from", str(made), "--data", str(files)]) == 0
    assert measured(files, files / "history") == told([*FIRST, *SECOND])
    config = configured(tmp_path, monkeypatch, postgresql_again)
    assert main.main(["restore", "--from", str(made), "--data", str(server), "--config", config]) == 0
    assert not (server / "history" / CATALOGUE).exists()
    assert measured(server, postgresql_again) == told([*FIRST, *SECOND])
    assert main.main(["restore", "--from", str(made), "--data", str(tmp_path / "more"), "--config", config]) == 1


def test_only_a_whole_backup_of_everything_counts_as_the_newest(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, to = configured(tmp_path, monkeypatch), tmp_path / "safe"
    assert newest_made(data) is None
    made = backed_up(data, to, config, "--journal-only")
    assert newest_made(data) is None
    made.rename(to / "watchroom-20200101T000000Z")
    made = backed_up(data, to, config)
    assert newest_made(data) == judge(made)[0].made_ms
    (data / "backed-up").write_text("yesterday")
    assert newest_made(data) is None


def test_the_history_can_be_left_out(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(data / "history", data / "history")
    home.take(FIRST)
    home.history.stop()
    made = backed_up(data, tmp_path / "safe", configured(tmp_path, monkeypatch), "--without-history")
    assert not (made / "history").exists()


def test_the_key_is_in_no_backup_unless_somebody_asks_for_it(
    data: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backed_up(data, tmp_path / "safe", configured(tmp_path, monkeypatch))
    text = key.splitlines()[1].encode()
    assert not any(text in path.read_bytes() for path in made.rglob("*") if path.is_file())


def test_a_key_that_is_asked_for_lies_there_for_its_owner_alone_is_told_of_and_comes_back(
    data: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = backed_up(data, tmp_path / "safe", configured(tmp_path, monkeypatch), "--with-key")
    assert "can forge a seal" in capsys.readouterr().out
    assert stat.S_IMODE((made / "keys" / "seal.pem").stat().st_mode) == 0o600
    restored = tmp_path / "restored"
    assert main.main(["restore", "--from", str(made), "--data", str(restored)]) == 0
    assert kept(restored / "keys" / "seal.pem") == key
    assert main.main(["restore", "--from", str(made), "--data", str(data)]) == 1, "nothing is written over"


def test_a_locked_key_opens_with_its_password_and_with_no_other(
    data: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KEY_PASSWORD", "correct horse")
    monkeypatch.setenv("WRONG", "battery staple")
    config = configured(tmp_path, monkeypatch)
    made = backed_up(data, tmp_path / "safe", config, "--with-key", "--key-password", "env:KEY_PASSWORD")
    assert key.splitlines()[1] not in (made / "keys" / "seal.pem.locked").read_text()
    for given, status, said in (("WRONG", 1, "does not open"), ("KEY_PASSWORD", 0, "The key that seals is back")):
        restored = tmp_path / given
        command = ["restore", "--from", str(made), "--data", str(restored), "--key-password", f"env:{given}"]
        assert main.main(command) == status
        assert (restored / JOURNAL_FILE).exists() == (status == 0), "a wrong password stops it before anything is there"
        told_now = "".join(capsys.readouterr())
        assert said in told_now
        assert "horse" not in told_now and "staple" not in told_now
    assert SealKey(kept(tmp_path / "KEY_PASSWORD" / "keys" / "seal.pem")).public == SealKey(key).public
    assert main.main(["restore", "--from", str(made), "--data", str(tmp_path / "none")]) == 0
    assert "was left there" in capsys.readouterr().out
    assert not (tmp_path / "none" / "keys").exists()


@pytest.mark.parametrize("word", ["", "x" * 2_000])
def test_a_key_that_was_to_be_locked_is_never_left_open(
    data: Path, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    """An empty variable, a word no lock takes: there is no backup rather than one with the open key."""
    monkeypatch.setenv("KEY_PASSWORD", word)
    command = ["backup", "--data", str(data), "--to", str(tmp_path / "safe"), "--with-key"]
    assert (
        main.main([*command, "--key-password", "env:KEY_PASSWORD", "--config", configured(tmp_path, monkeypatch)]) == 1
    )
    assert "password" in capsys.readouterr().err
    text = key.splitlines()[1].encode()
    assert not any(text in path.read_bytes() for path in tmp_path.glob("safe/**/*") if path.is_file())
