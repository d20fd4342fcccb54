"""The broker of a room that has none: a mosquitto child on loopback, supervised, gone when the console is gone.

Owns the thread `broker`, which starts the child, reads what it says and starts it again when it dies. The thread
lives as long as the child may: the kernel ends a child on a leash with the thread that started it.
"""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections import deque
from pathlib import Path

from console.backends.feed.housing import CONSOLE, FIELD, SENSORS, Housing
from console.backends.feed.trouble import BackOff, Report, Trouble
from console.clock import Clock
from console.config.environment import inherited
from console.config.schema import BrokerConfig
from console.errors import BackendError
from console.inbox import Inbox
from console.leash import leashed
from console.tenant import Owner, put_down

log = logging.getLogger(__name__)

PACKAGE = "mosquitto"
START_S = 10.0
TAKE_OVER_S = 10.0  # for the broker of a console that was killed to save its state and end
STOP_S = 5.0
LOOK_S = 0.02
DIED = "died"


def find_mosquitto() -> Path:
    """The broker's program, also where Debian puts it outside a user's PATH. Raises BackendError."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin:/usr/local/bin"
    found = shutil.which("mosquitto", path=path)
    if found is None:
        raise BackendError(
            f"mosquitto is not installed: install the package {PACKAGE}, or set [broker] url to a broker"
        )
    return Path(found)


class EmbeddedBroker:
    """One broker in one folder; the port stays the same when the child is started again."""

    def __init__(self, folder: Path, inbox: Inbox, clock: Clock, port: int = 0) -> None:
        self._housing = Housing(folder.absolute())
        self._clock = clock
        self.host = "127.0.0.1"
        self.port = port
        self._report = Report("broker", "mosquitto", inbox, clock)
        self._back_off = BackOff(0.1, 5.0)
        self._program = Path()
        self._owner = Owner()
        self._lock = -1
        self._child: subprocess.Popen[str] | None = None
        self._said: deque[str] = deque(maxlen=20)
        self._failed = False
        self._answering = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name="broker", daemon=True)

    def start(self) -> None:
        """Start the broker and wait until it answers and has proved that it saves. Raises BackendError."""
        self._program = find_mosquitto()
        try:
            self._housing.folder.mkdir(parents=True, exist_ok=True)
            self._lock = self._take_lock()
            self._find_port()
            self._owner = self._housing.furnish(self.port)
        except OSError as error:
            self.stop()
            raise BackendError(
                f"the broker's folder {self._housing.folder} cannot be used ({error.strerror}): "
                "give a writable one with --data"
            ) from error
        self._thread.start()
        try:
            self._wait_until_it_answers()
            self._prove_that_it_saves()
        except BackendError:
            self.stop()
            raise

    def stop(self) -> None:
        """SIGTERM: it saves its state and ends; waits at most five seconds."""
        self._stop.set()
        put_down(self._child, self._thread, STOP_S)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    @property
    def pid(self) -> int:
        """Of the child, 0 while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else 0

    def console_config(self) -> BrokerConfig:
        """How the console connects."""
        return self._config(CONSOLE)

    def sensors_config(self) -> BrokerConfig:
        """How simulators and gateways connect."""
        return self._config(SENSORS)

    def field_config(self) -> BrokerConfig:
        """How the units of the same machine connect."""
        return self._config(FIELD)

    def _config(self, user: str) -> BrokerConfig:
        return BrokerConfig(
            url=f"mqtt://{self.host}:{self.port}", embedded=True, user=user,
            password=f"file:{self._housing.secret(user)}",
        )  # fmt: skip

    # ---- starting ----

    def _take_lock(self) -> int:
        """The child inherits it: while a killed console's broker still saves its state, the folder is not ours."""
        lock = os.open(self._housing.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        end = time.monotonic() + TAKE_OVER_S
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    os.close(lock)
                    raise
                self._stop.wait(LOOK_S)
            else:
                return lock

    def _find_port(self) -> None:
        if self.port and _answers(self.host, self.port):
            self.stop()
            raise BackendError(
                f"port {self.port} is in use: end the program that listens there, or choose another port"
            )
        self.port = self.port or self._former_port() or _free_port()

    def _former_port(self) -> int:
        """Where it was before, if nobody else is there now: a second console of the room finds it again. Else 0."""
        port = self._housing.port()
        return port if port and not _answers(self.host, port) else 0

    def _wait_until_it_answers(self) -> None:
        end = time.monotonic() + START_S
        while not self._answering.wait(LOOK_S):
            if time.monotonic() > end or self._failed:
                raise BackendError(f"mosquitto does not answer on port {self.port}: {self._last_words()}")

    def _prove_that_it_saves(self) -> None:
        """Without a folder it can write, mosquitto runs on and forgets everything at its end: make it save once."""
        before = _changed_ns(self._housing.database)
        end = time.monotonic() + START_S
        if self._child is not None:
            self._child.send_signal(signal.SIGUSR1)
        while _changed_ns(self._housing.database) == before:
            if self._failed:  # what answered was somebody else
                raise BackendError(f"mosquitto cannot use port {self.port}: {self._last_words()}")
            if time.monotonic() > end:
                raise BackendError(f"mosquitto cannot save its state in {self._housing.folder}: is the disk full?")
            self._stop.wait(LOOK_S)

    # ---- the thread ----

    def _supervise(self) -> None:
        while not self._stop.is_set():
            self._answering.clear()
            status = self._run_once()
            if self._stop.is_set():
                return
            self._failed = True
            self._report.down(Trouble(DIED, f"status {status}: {self._last_words()}"))
            self._stop.wait(self._back_off.wait_s())

    def _run_once(self) -> int:
        """Start the child and read what it says until it ends; returns its exit status."""
        self._said.clear()
        started = time.monotonic()
        try:
            child = self._spawn()
        except OSError as error:
            self._said.append(str(error))
            return -1
        with child:
            self._child = child
            self._greet(child)
            assert child.stderr is not None
            for line in child.stderr:
                self._hear(line.rstrip())
        if time.monotonic() - started > START_S:
            self._back_off.reset()
        return child.returncode

    def _greet(self, child: subprocess.Popen[str]) -> None:
        """Wait until the port answers or the child ends."""
        while child.poll() is None and not self._stop.is_set():
            if _answers(self.host, self.port):
                self._answering.set()
                self._report.up()
                return
            self._stop.wait(LOOK_S)

    def _spawn(self) -> subprocess.Popen[str]:
        broker = (str(self._program), "-c", str(self._housing.config))
        return subprocess.Popen(
            leashed(broker, self._owner.uid, self._owner.gid),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
            pass_fds=(self._lock,), start_new_session=True, env=inherited(),
        )  # fmt: skip

    def _hear(self, line: str) -> None:
        said = line.partition(": ")[2] or line  # it begins with the time
        self._said.append(said)
        log.log(logging.WARNING if said.startswith("Error") else logging.INFO, "mosquitto: %s", said)

    def _last_words(self) -> str:
        return " | ".join(list(self._said)[-3:])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _answers(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((host, port)) == 0


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
