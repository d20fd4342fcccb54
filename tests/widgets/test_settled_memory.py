"""A room that is built is not gone through again and again by the collector of garbage."""

from __future__ import annotations

import gc

from widgets.application import settle_memory


class Thing:
    """Anything the collector keeps an eye on."""

    def __init__(self) -> None:
        self.itself = self


def test_a_collection_passes_over_what_was_there_when_the_windows_opened() -> None:
    room = [Thing() for _ in range(1000)]
    try:
        settle_memory()
        looked_at = gc.get_objects()
        assert gc.get_freeze_count() > len(room) and not any(isinstance(thing, Thing) for thing in looked_at)
        later = Thing()
        assert any(thing is later for thing in gc.get_objects())
    finally:
        gc.unfreeze()
