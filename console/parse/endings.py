"""What ends by itself when it is not said again: many devices say that something began and never that it ended.

Feed's thread. There is no timer here: what is over is told with the next message of the same source, which is the
heartbeat of its recorder or bridge. A source that says nothing at all is a loss, and no end. Only what told its own
end beforehand, as a warning does, is over with the next message of any source.
"""

from __future__ import annotations

from console.model import State
from console.parse.directory import Directory
from console.parse.register import Register
from console.parse.statement import Statement

MOST = 10_000  # strangers that wait; one that is forgotten stands until a person ends it

Key = tuple[str, str, str]  # source, device, kind
NEVER = 1 << 62
ANY = ""  # the bucket of what ends without its source


class Endings:
    """What stands for a while only, by source."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._due: dict[str, Register[Key, tuple[int, Statement]]] = {}
        self._next_ms: dict[str, int] = {}

    def note(self, source: str, said: Statement, now_ms: int) -> None:
        """A statement of now: it starts its time anew, or ends the wait when it lasts by itself."""
        key = source, said.device, said.kind
        for bucket in (source, ANY):
            if waiting := self._due.get(bucket):
                waiting.drop(key)
        if said.lasts_ms <= 0:
            return
        bucket = ANY if said.ends_alone else source
        waiting = self._due.get(bucket)
        if waiting is None:
            waiting = self._due[bucket] = self._directory.register(MOST, lambda each: each[:2])
        at_ms = now_ms + said.lasts_ms
        waiting.keep(key, (at_ms, said))
        self._next_ms[bucket] = min(self._next_ms.get(bucket, NEVER), at_ms)

    def take(self, source: str, now_ms: int) -> list[tuple[str, Statement]]:
        """What is over by now: source, and the statement that it is normal."""
        if not self._due:
            return []
        return [each for bucket in (source, ANY) if self._next_ms.get(bucket, NEVER) <= now_ms
                for each in self._over(bucket, now_ms)]  # fmt: skip

    def _over(self, bucket: str, now_ms: int) -> list[tuple[str, Statement]]:
        waiting = self._due[bucket]
        over = {key: said for key, (at_ms, said) in waiting.items() if at_ms <= now_ms}
        for key in over:
            waiting.drop(key)
        self._next_ms[bucket] = min((at_ms for at_ms, _ in waiting.values()), default=NEVER)
        return [
            (key[0], Statement(said.device, said.kind, False, said.unit, State.NORMAL, label=said.label,
                               reason="timed_out"))
            for key, said in over.items()
        ]  # fmt: skip
