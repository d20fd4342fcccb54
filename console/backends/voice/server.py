"""The voice server of a room that has none: a Mumble server child on loopback, supervised, gone with the console.

Owns the thread `voice-server`, which starts the child, reads what it says and starts it again when it dies.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import socket
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from console import precedence
from console.backends.voice.premises import Premises
from console.config.environment import inherited
from console.config.schema import VoiceConfig
from console.errors import BackendError
from console.leash import leashed
from console.mumble import Client, Event, Login, Place, Server
from console.mumble.messages import ChannelState
from console.tenant import Owner, put_down

log = logging.getLogger(__name__)

PACKAGE = "mumble-server"
START_S = 10.0
STOP_S = 3.0
LOOK_S = 0.02
BACK_OFF_S = (0.1, 0.5, 1.0, 5.0)
PROVEN_S = 10.0  # running for so long it has worked
HOST = "127.0.0.1"
ADMINISTRATOR = "SuperUser"  # the server's own name for it


def find_server() -> Path:
    """The server's program, also where Debian puts it outside a user's PATH. Raises BackendError."""
    path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"
    found = shutil.which("murmurd", path=path) or shutil.which("mumble-server", path=path)
    if found is None:
        raise BackendError(
            f"no Mumble server is installed: install the package {PACKAGE}, or set [voice] url to a server"
        )
    return Path(found)


class VoiceServer:
    """One server in one folder; port, certificate and passwords stay the same when the child is started again."""

    def __init__(self, folder: Path) -> None:
        self._premises = Premises(folder.absolute())
        self._program = Path()
        self._owner = Owner()
        self._administration = secrets.token_urlsafe(24)
        self._child: subprocess.Popen[str] | None = None
        self._said: deque[str] = deque(maxlen=10)
        self._answering = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._supervise, name="voice-server", daemon=True)
        self.port = 0
        self.pin = ""

    def start(self, channels: Iterable[str] = ()) -> None:
        """Start the server, wait until it answers, make its channels (paths below the root). Raises BackendError."""
        self._program = find_server()
        self.port = _free_port()
        try:
            self._owner, self.pin = self._premises.furnish(self.port)
            self._set_administrator()
        except OSError as error:
            raise BackendError(
                f"the voice server's folder {self._premises.folder} cannot be used ({error.strerror}): "
                "give a writable one with --data"
            ) from error
        except subprocess.TimeoutExpired:
            raise BackendError(f"{PACKAGE} took longer than {START_S:.0f} s to make its database") from None
        self._thread.start()
        try:
            if not self._answering.wait(START_S):
                raise BackendError(f"{PACKAGE} does not answer on port {self.port}: {' | '.join(self._said)}")
            self.make(tuple(channels))
        except BackendError:
            self.stop()
            raise

    def stop(self) -> None:
        """SIGTERM, then SIGKILL; waits at most three seconds."""
        self._stopping.set()
        put_down(self._child, self._thread, STOP_S)

    @property
    def pid(self) -> int:
        """Of the child, 0 while there is none."""
        child = self._child
        return child.pid if child is not None and child.poll() is None else 0

    def config(self, user: str = "") -> VoiceConfig:
        """How a console or a simulated team connects."""
        return VoiceConfig(
            url=f"mumble://{HOST}:{self.port}", user=user, password=f"file:{self._premises.password}",
            cert_pin=self.pin,
        )  # fmt: skip

    @contextmanager
    def administrator(self, on_event: Callable[[Event], None] = lambda _: None) -> Iterator[Client]:
        """A session that may do everything but speak. Raises BackendError."""
        login = Login(ADMINISTRATOR, self._administration, is_mute=True)
        client = Client(Server(HOST, self.port, self.pin), login, Place(), on_event)
        client.start()
        try:
            self._wait(lambda: client.is_inside, "let its administrator in")
            yield client
        finally:
            client.stop()

    # ---- starting ----

    def _set_administrator(self) -> None:
        """Its password goes in by standard input: no command line shows it."""
        owner = self._owner
        as_user = {"user": owner.uid, "group": owner.gid, "extra_groups": []} if owner.uid >= 0 else {}
        done = subprocess.run(
            [str(self._program), "-ini", str(self._premises.config), "-readsupw"],
            input=self._administration + "\n", text=True, errors="replace", capture_output=True, timeout=START_S,
            env=inherited(), check=False, cwd="/", **as_user,
        )  # type: ignore[call-overload]  # fmt: skip
        if not self._premises.folder.joinpath("murmur.sqlite").exists():
            raise BackendError(f"{PACKAGE} cannot keep its database: {done.stderr[-200:]}")

    def make(self, channels: tuple[str, ...]) -> None:
        """These channels, by their paths, where there are none yet. Raises BackendError."""
        if not channels:
            return
        with self.administrator() as client:
            for path in channels:
                names = [name for name in path.split("/") if name]
                for depth in range(len(names)):
                    self._make_one(client, "/".join(names[:depth]), "/".join(names[: depth + 1]))

    def make_soon(self, channels: tuple[str, ...]) -> None:
        """The same on a thread of its own: a site was read again. What cannot be made is said in the log."""
        threading.Thread(target=self._make_or_say, args=(channels,), name="voice-channels", daemon=True).start()

    def _make_or_say(self, channels: tuple[str, ...]) -> None:
        try:
            self.make(channels)
        except BackendError as error:
            log.error("the channels of new groups: %s", error)

    def _make_one(self, client: Client, parent: str, path: str) -> None:
        if client.roster.find(path) is not None:
            return
        name = path.rpartition("/")[2]
        client.say(ChannelState(parent=client.roster.find(parent), name=name, temporary=False))
        self._wait(lambda: client.roster.find(path) is not None, f"make the channel {path}")

    def _wait(self, fact: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + START_S
        while not fact():
            if time.monotonic() > end:
                raise BackendError(f"{PACKAGE} does not {what}")
            self._stopping.wait(LOOK_S)

    # ---- the thread ----

    def _supervise(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            started = time.monotonic()
            status = self._run_once()
            if self._stopping.is_set():
                return
            log.error("%s ended with status %s: %s", PACKAGE, status, " | ".join(self._said))
            failures = 0 if time.monotonic() - started > PROVEN_S else failures
            self._stopping.wait(BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)])
            failures += 1

    def _run_once(self) -> int:
        self._said.clear()
        try:
            child = self._spawn()
        except OSError as error:
            self._said.append(str(error))
            return -1
        with child:
            self._child = child
            self._greet(child)
            assert child.stdout is not None
            for line in child.stdout:
                self._said.append(line.rstrip())
                log.debug("%s: %s", PACKAGE, line.rstrip())
        return child.returncode

    def _greet(self, child: subprocess.Popen[str]) -> None:
        """Wait until the port answers or the child ends."""
        while child.poll() is None and not self._stopping.is_set():
            if _answers(self.port):
                precedence.give_program(child.pid)
                self._answering.set()
                return
            self._stopping.wait(LOOK_S)

    def _spawn(self) -> subprocess.Popen[str]:
        server = (str(self._program), "-fg", "-ini", str(self._premises.config))
        return subprocess.Popen(
            leashed(server, self._owner.uid, self._owner.gid),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
            start_new_session=True, env=inherited(),
        )  # fmt: skip


def _free_port() -> int:
    """Free for TCP and UDP alike."""
    with socket.socket() as control, socket.socket(type=socket.SOCK_DGRAM) as voice:
        control.bind((HOST, 0))
        port: int = control.getsockname()[1]
        voice.bind((HOST, port))
    return port


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0
