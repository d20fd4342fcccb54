"""A measurement on a busy machine: who measures waits no longer for a processor than who is measured."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console import precedence


def threads_of(process: int) -> tuple[int, ...]:
    return tuple(int(task.name) for task in Path(f"/proc/{process}/task").iterdir())


@contextmanager
def undisturbed() -> Iterator[None]:
    """The threads there are of the test itself, for as long as this lasts; what they start waits its turn."""
    ours = threads_of(os.getpid())
    for thread in ours:
        precedence.give(thread, children_too=False)
    try:
        yield
    finally:
        for thread in ours:
            precedence.give_up(thread)
