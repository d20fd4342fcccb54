"""The command line answers a mistake with one line that says what to do, never with a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

import main
from tests.sources import ROOT


def test_a_missing_file_of_messages_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["explain", "--messages", "gone.jsonl"]) == 1
    told = capsys.readouterr()
    assert (
        told.err
        == "gone.jsonl: error: cannot be read: No such file or directory. Cure: give a file of messages, or -\n"
    )


def test_a_time_that_is_none_is_refused_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explain", "--topic", "site/x/smoke", "--payload", "{}", "--received-at", "yesterday"]
    assert main.main(arguments) == 1
    assert "'yesterday' is no ISO time. Cure: write it as 2026-05-06T07:08:09+08:00" in capsys.readouterr().err


def test_a_reader_that_has_seen_enough_ends_the_command_quietly() -> None:
    command = [sys.executable, "main.py", "bindings", "--propose", "--site", "resources/demo"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline().startswith(b"target,order")
        child.stdout.close()
        said = child.stderr.read().decode()
    assert "Traceback" not in said, said
    assert "BrokenPipe" not in said, said
