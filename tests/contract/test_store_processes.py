"""Real processes on one journal file: killed at any moment, and two at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console.backends.store.read import JournalReader
from console.model import LIVE

KILLS = 3


def appender(journal: Path, position: str, count: int) -> subprocess.Popen[str]:
    arguments = [str(journal), position, str(count), "shared"]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.contract.appending", *arguments], stdout=subprocess.PIPE, text=True
    )


def last_told(lines: str) -> dict[str, int]:
    """The highest version of each stream a process said was saved; a line the kill cut short does not count."""
    whole = [line.rsplit(" ", 1) for line in lines.splitlines(keepends=True) if line.endswith("\n")]
    return {stream: int(version) for stream, version in whole}


@pytest.mark.parametrize("lines_before", [1, 40, 333])
def test_a_killed_console_loses_nothing_it_said_was_saved_and_its_journal_verifies(
    tmp_path: Path, lines_before: int
) -> None:
    journal = tmp_path / "journal.sqlite"
    told: dict[str, int] = {}
    for _ in range(KILLS):
        with appender(journal, "desk-1", 0) as child:
            assert child.stdout is not None
            lines = "".join(child.stdout.readline() for _ in range(lines_before))
            child.kill()
            told |= last_told(lines + child.stdout.read())
    reader = JournalReader(journal)
    assert len([stream for stream in told if stream != "shared"]) == KILLS, "every run had saved something"
    for stream, version in told.items():
        kept = [recorded.entry.version for recorded in reader.stream(LIVE, stream)]
        assert kept == list(range(1, len(kept) + 1))
        assert len(kept) >= version
    assert reader.verify().is_whole


def test_two_consoles_on_one_file_keep_their_chains_and_share_a_stream_without_holes(tmp_path: Path) -> None:
    journal = tmp_path / "journal.sqlite"
    children = [appender(journal, position, 400) for position in ("desk-1", "desk-2")]
    told = [last_told(child.communicate(timeout=60)[0]) for child in children]
    assert [child.returncode for child in children] == [0, 0]
    reader = JournalReader(journal)
    verdict = reader.verify()
    assert verdict.is_whole
    assert {head.writer.split("/")[0] for head in verdict.heads} == {"desk-1", "desk-2"}
    shared = reader.stream(LIVE, "shared")
    assert [recorded.entry.version for recorded in shared] == list(range(1, len(shared) + 1))
    assert len({recorded.writer for recorded in shared}) == 2, "both had a turn"
    for one in told:
        (own,) = (stream for stream in one if stream != "shared")
        assert len(reader.stream(LIVE, own)) == one[own] == 200
