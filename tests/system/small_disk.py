"""A disk that can be filled up and emptied again under a running program."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = "12m"
BALLAST = "ballast"
CHUNK = 64 << 10
LIMIT = 300_000  # bytes; the event log of a test stays below it


class SmallDisk:
    """A file system of its own below `folder`; where mounting is refused, a limit on the size of a program's files.

    The limit is real, too, but the system then calls it "file too large", which the console can only name an I/O
    error: `reasons` holds what it may say.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder], capture_output=True)
        self.is_mounted = mounted.returncode == 0
        self.reasons = {"disk_full"} if self.is_mounted else {"io", "io_error"}

    @contextmanager
    def full_for_children(self, limit: int = LIMIT) -> Iterator[None]:
        """Who is started in this block finds no room; on the disk that lasts until `free`."""
        self.fill(os.getpid(), limit)
        try:
            yield
        finally:
            if not self.is_mounted:
                self.free(os.getpid())

    def fill(self, pid: int, limit: int = LIMIT) -> None:
        """From now on there is no room: on the disk, or for files of that process beyond `limit` bytes."""
        if not self.is_mounted:
            self._limit(pid, limit)
            return
        with (self.folder / BALLAST).open("ab", buffering=0) as ballast:
            for size in (CHUNK, 4096, 1):
                self._write_all(ballast.fileno(), size)

    def free(self, pid: int) -> None:
        """There is room again."""
        if self.is_mounted:
            (self.folder / BALLAST).unlink(missing_ok=True)
        elif Path(f"/proc/{pid}").exists():
            self._limit(pid, resource.RLIM_INFINITY)

    def close(self) -> None:
        if self.is_mounted:
            subprocess.run(["umount", "--lazy", self.folder], check=True)

    @staticmethod
    def _write_all(descriptor: int, size: int) -> None:
        try:
            while os.write(descriptor, bytes(size)):
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC, error

    @staticmethod
    def _limit(pid: int, size: int) -> None:
        _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """The data folder of the fixture `console`, on a disk that can be filled."""
    disk = SmallDisk(tmp_path / "console" / "data")
    yield disk
    disk.close()
