"""A real PostgreSQL server of the tests' own: loopback, a free port, its data in a folder that is gone afterwards."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from tests.servers.ports import free_port
from tests.waiting import wait_until

NOBODY = 65534  # PostgreSQL refuses to run as root
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "fsync": "off",  # the machine does not fail in a test
    "shared_buffers": "16MB",
    "max_connections": "30",
}


class Server:
    """Starts, stops, kills and restarts one server; the port stays the same over restarts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data = folder / "data"
        self.port = free_port()
        self._password = secrets.token_urlsafe(12)
        self._child: subprocess.Popen[bytes] | None = None

    def create(self) -> None:
        """An empty cluster whose one account has a password."""
        password = self._folder / "password"
        password.write_text(self._password)
        _own(self._folder, password)
        command = [_program("initdb"), "-D", str(self._data), "-U", "watchroom", "-A", "scram-sha-256", "-E", "UTF8"]
        command += ["--locale=C", "--no-sync", "--pwfile", str(password)]
        subprocess.run(command, check=True, capture_output=True, cwd=self._folder, **_user())
        password.unlink()

    def start(self) -> None:
        """Start and wait until it answers."""
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        command = [_program("postgres"), "-D", str(self._data), "-p", str(self.port), *settings]
        with (self._folder / "log").open("ab") as log:
            self._child = subprocess.Popen(command, stdout=log, stderr=log, cwd=self._folder, **_user())
        wait_until(self._answers, 30, "PostgreSQL")

    def _answers(self) -> bool:
        assert self._child is not None
        assert self._child.poll() is None, (self._folder / "log").read_text()[-2000:]
        try:
            self._do("SELECT 1")
        except OperationalError:
            return False
        return True

    @property
    def is_running(self) -> bool:
        return self._child is not None

    def stop(self) -> None:
        """Connections are cut at once. Harmless when it has ended before."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        self._end(signal.SIGQUIT)  # ends all of its processes at once, without writing anything

    def database(self, name: str) -> str:
        """The address of a new, empty database."""
        self._do(f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return f"postgresql+psycopg://watchroom:{self._password}@127.0.0.1:{self.port}/{name}"

    def _do(self, statement: str) -> None:
        engine = create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 2})
        try:
            with engine.connect() as connection:
                connection.execute(text(statement))
        finally:
            engine.dispose()

    def _end(self, number: signal.Signals) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.send_signal(number)
            child.wait(20)


def _program(name: str) -> str:
    """Debian keeps the server's programs off the path, a folder for each version."""
    found = shutil.which(name)
    folders = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    assert found or folders, f"PostgreSQL's {name} is not installed: apt install postgresql"
    return found or str(folders[-1])


def _user() -> dict[str, int]:
    return {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}


def _own(*paths: Path) -> None:
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """One for all tests; who stops it starts it again."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))  # unlike pytest's folders it can be reached by another user
    server = Server(folder)
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


@pytest.fixture
def postgresql(postgresql_server: Server) -> str:
    """The address of an empty database on a real server."""
    return postgresql_server.database(f"test_{secrets.token_hex(6)}")
