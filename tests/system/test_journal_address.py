"""The journal's address may hold a secret by reference: console and verifier fill it in, and no other text shows it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.servers.ports import free_port
from tests.sources import ROOT
from tests.system.process import Running
from tests.system.small_site import write_config


def verify(journal: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "verify", "--journal", journal]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **env}, capture_output=True, text=True, timeout=30, check=False
    )


def test_console_and_verifier_use_the_journal_that_a_reference_leads_to(tmp_path: Path) -> None:
    config = write_config(tmp_path / "site", f"mqtt://127.0.0.1:{free_port()}")
    text = config.read_text(encoding="utf-8").replace('[store]\nurl = ""', '[store]\nurl = "env:JOURNAL_ADDRESS"')
    config.write_text(text, encoding="utf-8")
    address = {"JOURNAL_ADDRESS": f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"}
    with Running(tmp_path / "console", "--headless", "--config", str(config), env=address) as console:
        console.start("run")
        console.wait_for("Started")
        assert console.stop() == 0
    assert (tmp_path / "elsewhere.sqlite").exists() and not (console.data / "journal.sqlite").exists()
    verified = verify("env:JOURNAL_ADDRESS", **address)
    assert verified.returncode == 0 and "by 1 writers" in verified.stdout


def test_a_password_on_the_command_line_of_the_verifier_is_refused_and_not_repeated() -> None:
    refused = verify("postgresql://reader:hunter2@127.0.0.1/watchroom")
    assert refused.returncode == 1 and "env:NAME" in refused.stderr
    assert "hunter2" not in refused.stdout + refused.stderr
