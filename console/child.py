"""A supervised child process that talks in lines: started, listened to, killed when silent, started again.

One thread owns the child and its pipes; `say` and `tell` may be called from any thread and never block.
"""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from console.config.environment import inherited
from console.lines import BadLine, Command, Lines, Quit, Report

log = logging.getLogger(__name__)

START_S = 10.0  # from the start to the first line
SILENCE_S = 0.7  # between lines of a child that has no work: it hangs
BUSY_EXTRA_S = 2.5  # granted beyond it to one that works …
STARVED_EXTRA_S = 10.0  # … and what it has waited for its turn on a loaded machine, so much at most
PROVEN_S = 1.0  # running for so long it has worked: what kills it now is not its start, so a new one starts at once
BACK_OFF_S = (0.0, 0.1, 0.25, 0.5, 1.0)  # waits before the starts of children that die as soon as they are started
GOODBYE_S = 1.0  # a child that was told to end may take so long
LOOK_S = 0.1  # between two looks at a silent child
IDLE_LOOKS = 4  # so often in a row it must be idle: a machine that stood still has stopped us and the child alike
OVERSLEPT_S = 0.2  # we were woken so late that the child may have been too
ROOT = Path(__file__).parents[1]
BUSY, STOPPED = {"R", "D"}, {"T"}
_CHUNK = 65_536

Words = Callable[[], Iterable[Command | Quit]]  # commands that take their time (passwords): made on the child's thread


@dataclass(frozen=True, slots=True)
class Conduct(Generic[Command, Report]):
    """What the owner of a child says about it. All calls come from the child's thread."""

    lines: Lines[Command, Report]  # what the two say to each other
    arguments: Callable[[], Sequence[str]]
    environment: Callable[[], dict[str, str]]
    on_report: Callable[[Report], None]
    on_down: Callable[[str, str], None]  # reason (died, silent, cannot_start), detail
    fds: Callable[[], Sequence[int]] = tuple  # descriptors the child inherits
    greeting: Words[Command] = tuple  # what every new child is told first
    silence_s: float = SILENCE_S  # what may lie between two lines
    spare_after_s: float | None = None  # a child that talks so long gets a spare: started, not yet told anything


def program(module: str, arguments: Iterable[str]) -> list[str]:
    """The command line of a program of ours."""
    return [sys.executable, "-m", module, *arguments]


def surroundings(*passed: str) -> dict[str, str]:
    """The environment of such a program: what every child may know, and these variables where they are set."""
    own = {name: os.environ[name] for name in passed if name in os.environ}
    return inherited() | own | {"PYTHONPATH": str(ROOT)}


class Child(Generic[Command, Report]):
    """Keeps one process alive from `start` to `stop`."""

    def __init__(self, name: str, conduct: Conduct[Command, Report]) -> None:
        self._name = name
        self._conduct = conduct
        self._outbox: deque[Words[Command]] = deque()
        self._lock = threading.Lock()
        self._wake_fd = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"{name}-child", daemon=True)
        self._spare: subprocess.Popen[bytes] | None = None  # takes over when the child ends, its start behind it
        self.pid = 0  # of the running child, 0 while there is none

    def start(self) -> None:
        self._thread.start()

    def say(self, command: Command | Quit) -> None:
        """Queue it; a child that is being started is told by its greeting instead."""
        self.tell(lambda: (command,))

    def tell(self, words: Words[Command]) -> None:
        """The same for commands that are made when it is their turn."""
        with self._lock:
            self._outbox.append(words)
        self._wake()

    def stop(self) -> None:
        """Say goodbye, wait a second, kill. Returns when the child is gone; a second call does nothing."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self.say(Quit())
        if self._thread.ident is not None:
            self._thread.join()
        with self._lock:
            os.close(self._wake_fd)
            self._wake_fd = -1

    def _wake(self) -> None:
        with self._lock:
            if self._wake_fd >= 0:
                os.eventfd_write(self._wake_fd, 1)

    # ---- the child's thread --------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._keep_alive()
        finally:
            if self._spare is not None:
                _end(self._spare, patience_s=0.0)

    def _keep_alive(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            started = time.monotonic()
            reason, detail = self._live()
            if self._stopping.is_set():
                return
            log.error("%s %s: %s", self._name, reason, detail)
            self._conduct.on_down(reason, detail)
            failures = 0 if time.monotonic() - started > PROVEN_S else failures
            self._stopping.wait(BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)])
            failures += 1

    def _live(self) -> tuple[str, str]:
        """One life of the child; returns why it ended, with the process gone."""
        try:
            process = self._spawn()
        except OSError as error:
            return "cannot_start", str(error)
        self.pid = process.pid
        try:
            with _Talk(process, self._wake_fd, self._outbox, self._conduct, self._get_spare) as talk:
                reason = talk.until_over(self._stopping)
        finally:
            self.pid = 0
            _end(process, patience_s=GOODBYE_S if self._stopping.is_set() else 0.0)
        return reason, f"exit status {process.returncode}"

    def _spawn(self) -> subprocess.Popen[bytes]:
        with self._lock:
            self._outbox.clear()
        process = self._take_spare() or self._start()
        greeting = list(self._conduct.greeting())  # takes its time (passwords): while the child starts, no lock held
        with self._lock:
            self._outbox.appendleft(lambda: greeting)  # what was said meanwhile is newer
        return process

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            list(self._conduct.arguments()),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=tuple(self._conduct.fds()),
            env=self._conduct.environment(),
            process_group=0,  # Ctrl-C in a terminal is ours to judge, also while the child still starts
        )

    def _get_spare(self) -> None:
        """The child works: have another one ready."""
        if self._spare is None:
            try:
                self._spare = self._start()
            except OSError as error:
                log.warning("%s has no spare: %s", self._name, error)

    def _take_spare(self) -> subprocess.Popen[bytes] | None:
        spare, self._spare = self._spare, None
        if spare is not None and spare.poll() is not None:
            _end(spare, patience_s=0.0)
            return None
        return spare


class _Talk(Generic[Command, Report]):
    """The two pipes of one life: writes what waits, hands over what is reported, notices silence."""

    def __init__(
        self, process: subprocess.Popen[bytes], wake_fd: int, outbox: deque[Words[Command]],
        conduct: Conduct[Command, Report], on_settled: Callable[[], None],
    ) -> None:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out, self._wake_fd = process.stdin.fileno(), process.stdout.fileno(), wake_fd
        self._pid = process.pid
        self._outbox = outbox
        self._conduct = conduct
        self._on_settled = on_settled
        after = conduct.spare_after_s
        self._settled_at = time.monotonic() + after if after is not None else float("inf")
        self._unsent = self._unread = b""
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> _Talk[Command, Report]:
        for fd in (self._in, self._out):
            os.set_blocking(fd, False)
        self._selector.register(self._out, selectors.EVENT_READ)
        self._selector.register(self._wake_fd, selectors.EVENT_READ)
        return self

    def __exit__(self, *_: object) -> None:
        self._selector.close()

    def until_over(self, stopping: threading.Event) -> str:
        """Talk until the child ends ("died"), is silent for too long ("silent"), or we stop it ("stopped")."""
        deadline = longest = time.monotonic() + START_S
        idle, waited_s = 0, 0.0
        while True:
            self._send()
            if stopping.is_set() and not self._unsent:
                return "stopped"
            ready = {key.fd for key, _ in self._selector.select(max(0.0, deadline - time.monotonic()))}
            if self._wake_fd in ready:
                os.eventfd_read(self._wake_fd)
            if self._out in ready:
                if not self._receive():
                    return "died"
                deadline = time.monotonic() + self._conduct.silence_s
                longest = deadline + BUSY_EXTRA_S
                waited_s = 0.0
                self._look_settled()
                idle = 0
            elif time.monotonic() >= deadline:  # judged only when nothing was there to read: we may have been asleep
                states = _states(self._pid)
                waited_s = waited_s or _waited_s(self._pid)
                starved_s = min(STARVED_EXTRA_S, _waited_s(self._pid) - waited_s)
                overslept = time.monotonic() - deadline > OVERSLEPT_S
                idle = 0 if overslept or states & BUSY else idle + 1
                if time.monotonic() >= longest + starved_s or states == STOPPED or idle >= IDLE_LOOKS:
                    return "silent"
                deadline = time.monotonic() + LOOK_S

    def _look_settled(self) -> None:
        if time.monotonic() >= self._settled_at:
            self._settled_at = float("inf")
            self._on_settled()

    def _send(self) -> None:
        """Write as much as the pipe takes; ask to be woken when it takes more."""
        is_waiting = bool(self._unsent)
        try:
            while self._unsent or self._outbox:
                self._unsent = self._unsent or b"".join(map(self._conduct.lines.encode, self._outbox.popleft()()))
                self._unsent = self._unsent[os.write(self._in, self._unsent) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self._unsent = b""  # its end is about to be read from the other pipe
        if self._unsent and not is_waiting:
            self._selector.register(self._in, selectors.EVENT_WRITE)
        elif is_waiting and not self._unsent:
            self._selector.unregister(self._in)

    def _receive(self) -> bool:
        """Read what is there and hand over whole lines; False at the end of the pipe or when a line has no end."""
        with contextlib.suppress(BlockingIOError):
            data = os.read(self._out, _CHUNK)
            *lines, self._unread = (self._unread + data).split(b"\n")
            for line in lines:
                self._hear(line)
            return bool(data) and len(self._unread) <= self._conduct.lines.limit
        return True

    def _hear(self, line: bytes) -> None:
        try:
            report = self._conduct.lines.decode_report(line)
        except BadLine as error:
            log.error("the %s says: %s", self._conduct.lines.who, error)
        else:
            self._conduct.on_report(report)


def _states(pid: int) -> set[str]:
    """What its threads do: R works or waits for its turn, D waits for the disk, S is idle, T was stopped."""
    found = set()
    with contextlib.suppress(OSError):  # threads end while we look
        for thread in Path(f"/proc/{pid}/task").iterdir():
            found.add((thread / "stat").read_text().rpartition(")")[2].split()[0])
    return found


def _waited_s(pid: int) -> float:
    """How long its first thread has been ready to work and was given no processor, since it was started."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    return 0.0


def _end(process: subprocess.Popen[bytes], patience_s: float) -> None:
    """Close its standard input, wait, kill."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    try:
        process.wait(patience_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
