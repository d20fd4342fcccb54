"""The command line answers a mistake with one line that says what to do, never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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


MISTAKES = {
    "simulate sensors --broker nonsense": "'nonsense' is not HOST:PORT",
    "simulate sensors --broker host:99999": "'host:99999' is not HOST:PORT",
    "bench nearest --sizes 0": "'0' is no whole number of at least 1",
    "bench ingest --messages -1": "'-1' is no whole number of at least 1",
    "run --headless --seconds nan": "'nan' is no amount: write a number such as 20 or 1.5",
    "run --headless --seconds inf": "'inf' is no amount: write a number such as 20 or 1.5",
    "gateway --seconds -1": "'-1' is no amount: write a number such as 20 or 1.5",
    "cameras discover --seconds nan": "'nan' is no amount: write a number such as 20 or 1.5",
    "work performance --data x --hours nan": "'nan' is no amount: write a number such as 20 or 1.5",
    "record x.jsonl --seconds 0": "must be more than 0",
    "bench journal --entries many": "'many' is no whole number of at least 1",
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_number_or_address_that_is_none_is_named(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(line.split())
    assert capsys.readouterr().err.endswith(f"{MISTAKES[line]}\n")


def test_a_password_in_an_address_that_is_none_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["cameras", "probe", "http://li:hunter2@[bad"]) == 1
    said = capsys.readouterr().err
    assert "[bad" in said
    assert "hunter2" not in said


WITH_WINDOWS = """
import sys, threading, main
words = ["run"]
args = main.build_parser(words).parse_args(words)
args.load_windows = lambda: sys.exit(f"{len(threading.enumerate())} thread, Qt loaded: {'PySide6' in sys.modules}")
args.run(args)
"""


def test_windows_are_loaded_before_any_thread_is_there() -> None:
    """While Qt for Python loads it walks through sys.modules, and aborts when another thread imports meanwhile."""
    env = {**os.environ, "DISPLAY": ":never-opened"}
    answer = subprocess.run([sys.executable, "-c", WITH_WINDOWS], cwd=ROOT, env=env, capture_output=True, text=True)
    assert answer.stderr.strip() == "1 thread, Qt loaded: False"


JOBS = {
    "site": "console.backends.site.answer",
    "place": "console.backends.site.placing",
    "past": "console.backends.history.filling",
    "incidents": "console.backends.casebook.work",
    "performance": "console.commands.performance",
}
LOADED_BY = """
import sys, main
main.main(sys.argv[2:])
print(*(name for name in sys.argv[1].split() if name in sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("job", JOBS)
def test_a_work_child_loads_what_its_own_job_needs_and_no_other(job: str, tmp_path: Path) -> None:
    """Every order of the console starts one: what it loads for nothing is taken from the pictures."""
    folders = {
        "site": ["--site"], "place": ["--site"], "past": ["--history", str(tmp_path), "--site"], "incidents": [],
        "performance": ["--data", str(tmp_path), "--config"],
    }  # fmt: skip
    gone = [str(tmp_path / "gone")] if folders[job] else []
    words = [sys.executable, "-c", LOADED_BY, " ".join(JOBS.values()), "work", job, *folders[job], *gone]
    told = subprocess.run(words, cwd=ROOT, input=b"", capture_output=True, check=True)
    assert told.stderr.decode().splitlines()[-1].split() == [JOBS[job]], told.stderr


def test_a_position_cannot_lead_out_of_the_data_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "data"
    assert main.main(["run", "--headless", "--data", str(folder), "--position", "../desk-1"]) == 1
    assert "'../desk-1' is no name of a position: write it like desk-1" in capsys.readouterr().err
    assert not folder.exists()
