"""Exceptions nobody caught: each place that raises one is reported once, in a file; the program goes on.

The hooks may run on any thread and write nothing themselves; a thread of their own does. One of the program's three
catch-alls.
"""

from __future__ import annotations

import logging
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType

from console.clock import Clock
from console.guardian import report, stacks
from console.guardian.cord import Hello
from console.guardian.redaction import of_environment, redacted
from console.guardian.vitals import vitals
from console.mishaps import Reported

log = logging.getLogger(__name__)

MOST = 20  # reports of one run
STOP_S = 2.0
SAID = 200  # characters of an exception in a window


@dataclass(frozen=True, slots=True)
class _Raised:
    error: str
    thread: str
    trace: str
    stacks: str
    at_ms: int


class Hooks:
    """Use as a context manager around the program's work. `tell` is called from the hooks' thread."""

    def __init__(self, who: Hello, clock: Clock, pid: int, tell: Callable[[Reported], object]) -> None:
        self._who = who
        self._clock = clock
        self._pid = pid
        self._tell = tell
        self._known: set[tuple[str, str, int]] = set()
        self._raised: queue.SimpleQueue[_Raised | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="crash-reports", daemon=True)

    def __enter__(self) -> Hooks:
        self._before, self._before_threads = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self.on_exception, self.on_thread_exception
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        sys.excepthook, threading.excepthook = self._before, self._before_threads
        self._raised.put(None)
        self._thread.join(STOP_S)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """`sys.excepthook`: Qt's slots and events end here too."""
        self._before(kind, error, trace)
        self._note(error, trace, threading.current_thread().name)

    def on_thread_exception(self, raised: threading.ExceptHookArgs) -> None:
        """`threading.excepthook`: that thread is gone."""
        self._before_threads(raised)
        if raised.exc_value is not None:
            self._note(raised.exc_value, raised.exc_traceback, raised.thread.name if raised.thread else "")

    def _note(self, error: BaseException, trace: TracebackType | None, thread: str) -> None:
        """A place that raises at every repaint must not fill the disk."""
        if not isinstance(error, Exception):
            return  # KeyboardInterrupt, SystemExit: somebody wants it to end
        where = traceback.extract_tb(trace)
        last = (where[-1].filename, where[-1].lineno or 0) if where else ("", 0)
        if (place := (type(error).__name__, *last)) in self._known or len(self._known) >= MOST:
            return
        self._known.add(place)
        text = "".join(traceback.format_exception(type(error), error, trace))
        self._raised.put(_Raised(repr(error)[:SAID], thread, text, stacks.by_name(), self._clock.now_ms()))

    # ---- on our own thread ----

    def _run(self) -> None:
        while (raised := self._raised.get()) is not None:
            self._report(raised)

    def _report(self, raised: _Raised) -> None:
        written = report.write(
            self._who.data,
            report.Crash(
                f"an exception nobody caught: {raised.error}; the console goes on", raised.at_ms, self._who.position,
                {"thread": raised.thread},
                {
                    "traceback": raised.trace, "threads": raised.stacks, "process": vitals(self._pid),
                    "last events": report.last_events(self._who.log_file),
                },
            ),
        )  # fmt: skip
        with suppress(RuntimeError):  # a window that is just being closed takes no news any more
            self._tell(Reported(redacted(raised.error, of_environment()), written))
