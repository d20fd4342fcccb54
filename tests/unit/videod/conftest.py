"""What several tests of the video process stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.videod.slots import Arena, SlotReader, SlotWriter


@pytest.fixture
def slot() -> Iterator[tuple[SlotWriter, SlotReader]]:
    """Both sides of one slot."""
    arena = Arena()
    arena.grow(0)
    writer, reader = SlotWriter(arena.fd, 0), SlotReader(arena.fd, 0)
    yield writer, reader
    writer.close()
    reader.close()
    arena.close()
