"""The thread that answers: it reads the tables while the history thread writes them, and waits for nobody."""

from __future__ import annotations

import logging
import threading
from queue import SimpleQueue

from sqlalchemy.exc import DBAPIError

from console.backends.history.batches import Unsettled
from console.backends.history.library import Library
from console.backends.history.reading import Reading
from console.backends.store.faults import Reason, detail_of, reason_of
from console.clock import Clock
from console.config.schema import HistoryConfig
from console.errors import StoreError
from console.histories import HistoryRequest, HistoryTrouble, SeriesRead
from console.inbox import Inbox

log = logging.getLogger(__name__)

PREPARED_WITHIN_S = 10.0  # a first start makes the tables first


class Reader:
    """`ask`, `start` and `stop` from outside."""

    def __init__(
        self,
        library: Library,
        unsettled: Unsettled,
        prepared: threading.Event,
        config: HistoryConfig,
        inbox: Inbox,
        clock: Clock,
    ) -> None:
        self._library = library
        self._unsettled = unsettled
        self._prepared = prepared
        self._config = config
        self._inbox = inbox
        self._clock = clock
        self._queue: SimpleQueue[HistoryRequest | None] = SimpleQueue()  # None: nothing follows
        self._thread = threading.Thread(target=self._run, name="history-read", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask(self, request: HistoryRequest) -> None:
        self._queue.put(request)

    def stop(self, within_s: float) -> None:
        self._queue.put(None)
        if self._thread.ident is not None:
            self._thread.join(within_s)

    def _run(self) -> None:
        while (request := self._queue.get()) is not None:
            self._inbox.post(self._answer(request))
        self._library.close()

    def _answer(self, request: HistoryRequest) -> SeriesRead | HistoryTrouble:
        """One of the three catch-alls of the program: the loop of a worker."""
        if not self._prepared.wait(PREPARED_WITHIN_S):
            return HistoryTrouble(request.ask, Reason.AWAY)
        reading = Reading(self._library, self._config, self._unsettled.batches, self._clock.now_ms())
        try:
            return SeriesRead(request.ask, reading.answer(request))
        except (DBAPIError, OSError, StoreError) as error:
            log.error("history cannot be read: %s", detail_of(error))
            reason = reason_of(error)
        except Exception:
            log.exception("history cannot be read")
            reason = Reason.ERROR
        self._library.close()
        return HistoryTrouble(request.ask, reason)
