"""The event log: whole lines in order, and a disk that fails stops nobody."""

from __future__ import annotations

import threading
from io import StringIO
from pathlib import Path

import pytest

from console.event_log import EventLog


def test_lines_of_many_threads_are_whole_and_each_threads_own_stay_in_order(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    with path.open("w", encoding="utf-8") as file:
        log = EventLog(file)
        threads = [threading.Thread(target=lambda t=t: [log.write(f"{t} {n}\n") for n in range(500)]) for t in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        log.close()
    lines = [tuple(map(int, line.split())) for line in path.read_text().splitlines()]
    assert len(lines) == 2000
    for t in range(4):
        assert [n for thread, n in lines if thread == t] == list(range(500))


class FullDisk(StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.full = True

    def write(self, text: str) -> int:
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(text)


def test_a_full_disk_is_said_once_and_the_log_goes_on_when_there_is_room(caplog: pytest.LogCaptureFixture) -> None:
    disk = FullDisk()
    log = EventLog(disk)
    log.write("lost\n")
    log.write("lost too\n")
    log.close()
    assert [r.getMessage() for r in caplog.records] == ["the event log cannot be written: No space left on device"]
    disk.full = False
    again = EventLog(disk)
    again.write("kept\n")
    again.close()
    assert disk.getvalue() == "kept\n"
