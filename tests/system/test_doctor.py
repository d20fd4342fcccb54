"""`main.py doctor` says what is wrong, with a cure, and tries what can be tried."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console.commands.doctor import machine
from console.commands.doctor.finding import Level
from tests.servers.mosquitto import Broker
from tests.servers.ports import free_port
from tests.sources import ROOT


def config(folder: Path, broker: str) -> Path:
    """The project's own example with another broker."""
    text = (ROOT / "config.toml").read_text(encoding="utf-8")
    text = text.replace('site = "resources/demo"', f'site = "{ROOT}/resources/demo"')
    assert "embedded = false" in text and 'url = "mqtt://127.0.0.1:1883"' in text
    path = folder / "config.toml"
    path.write_text(text.replace("embedded = false", broker, 1).replace('url = "mqtt://127.0.0.1:1883"', ""))
    return path


def doctor(folder: Path, broker: str) -> tuple[int, str]:
    command = [sys.executable, "main.py", "doctor", "--config", str(config(folder, broker))]
    done = subprocess.run([*command, "--data", str(folder / "data")], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    return done.returncode, done.stdout


def line(text: str, about: str) -> str:
    return next(line for line in text.splitlines() if line[9:].startswith(about))


def test_our_own_broker_is_tried_and_what_a_kill_of_it_can_lose_is_said(tmp_path: Path) -> None:
    status, text = doctor(tmp_path, "embedded = true")
    assert status == 0, text
    assert line(text, "broker").startswith("ok")
    persistence = line(text, "persistence")
    assert persistence.startswith("ok") and "SIGKILL" in persistence and "2 s" in persistence
    assert not list((tmp_path / "data").iterdir())  # nothing is left behind


def test_a_broker_of_the_site_is_visited_and_its_invisible_settings_are_warned_of(
    mosquitto: Broker, tmp_path: Path
) -> None:
    status, text = doctor(tmp_path, f'url = "{mosquitto.url}"')
    assert status == 0, text
    assert line(text, "broker").startswith("ok")
    assert line(text, "persistence").startswith("warning") and "max_queued_messages 100000" in text


def test_a_broker_that_cannot_be_reached_is_an_error_with_a_cure(tmp_path: Path) -> None:
    status, text = doctor(tmp_path, f'url = "mqtt://127.0.0.1:{free_port()}"')
    assert status == 1
    assert line(text, "broker").startswith("error") and "refused" in line(text, "broker")
    assert "cure: start the broker" in text


def test_a_folder_nobody_can_write_to_is_an_error() -> None:
    assert machine.writable(Path("/proc/self/watchroom")).level is Level.ERROR


def test_a_machine_without_chinese_fonts_or_a_kept_clock_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_said", lambda *command: "" if command[0] == "fc-list" else "no\n")
    assert "fonts-noto-cjk" in machine.fonts().cure
    assert "time synchronisation" in machine.clock().cure


def test_a_machine_that_scales_pictures_slowly_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.pictures().level is Level.OK
    monkeypatch.setattr(machine, "SCALER", "libnothing.so.0")
    assert machine.pictures().level is Level.WARNING and "libyuv0" in machine.pictures().cure


def test_a_spool_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    spool = tmp_path / "receipts.sqlite"
    spool.write_bytes(b"not a database" * 1_000)
    (finding,) = machine.spool(spool)
    assert finding.level is Level.ERROR
