"""Samples become minutes, minutes become hours, and what is too old is dropped. History thread.

Nothing is remembered between two steps but the list of what is due, which is in the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from console.backends.history import blocks, catalogue
from console.backends.history.blocks import Row
from console.backends.history.levels import Level, Volume, kept_ms
from console.backends.history.library import Library, transaction
from console.config.schema import HistoryConfig
from console.trends.reduction import DAY, MINUTE, coarser, steps_of
from console.trends.segments import pack_steps
from console.trends.series import Steps, in_a_row, merged

GRACE_MS = 10 * MINUTE  # a block is gathered so long after its end: the last batch has been settled by then
LONGEST_ABSENCE_MS, PROOF_DAYS = 30 * DAY, 7
SLICE = 8  # blocks gathered between two breaths
TOGETHER = 200  # rows of one transaction


def gather(library: Library, now_ms: int, breathe: Callable[[], None]) -> int:
    """Gather the blocks that are over, minutes before hours; returns how many. Raises DBAPIError or OSError."""
    count = 0
    for level in (Level.MINUTE, Level.HOUR):
        before_ms = now_ms - level.block_ms - GRACE_MS + 1
        while True:
            with transaction(library.catalogue()) as connection:
                due = catalogue.due_now(connection, level, before_ms, TOGETHER)
            if not due:
                break
            _gather_these(library, level, due, breathe)
            count += len(due)
    return count


def _gather_these(library: Library, level: Level, due: list[tuple[int, int]], breathe: Callable[[], None]) -> None:
    rows: list[Row] = []
    for n, (start_ms, point) in enumerate(due, 1):
        steps = gathered(library, level, point, start_ms)
        if len(steps):
            rows.append(Row(point, start_ms, 0, pack_steps(steps, start_ms)))
        if n % SLICE == 0:
            breathe()
    blocks.write(library, level, rows)
    with transaction(library.catalogue()) as connection:
        catalogue.done(connection, level, due)
    breathe()


def gathered(library: Library, level: Level, point: int, start_ms: int) -> Steps:
    """One block, from the level below it."""
    last_ms = start_ms + level.block_ms - 1
    if level.below is Level.RAW:
        return steps_of(merged(blocks.samples_of(library, point, start_ms, last_ms)), level.step_ms)
    below = blocks.steps_of_level(library, level.below, point, start_ms, last_ms)
    return coarser(in_a_row(level.below.step_ms, list(below.values())), level.step_ms)


def believed_ms(days: Sequence[Volume], now_ms: int) -> int:
    """What may be called now where something is dropped for its age. `days`: those with samples, oldest first.

    After a month without any sample the room was empty, or a clock has jumped ahead: until some days have been
    measured since, nobody knows which, and nothing becomes old.
    """
    after_ms, since = now_ms, 0
    for volume in reversed(days):
        if after_ms - volume.end_ms > LONGEST_ABSENCE_MS:
            return now_ms if since >= PROOF_DAYS else min(now_ms, volume.end_ms)
        after_ms, since = volume.start_ms, since + 1
    return now_ms


def drop_old(library: Library, config: HistoryConfig, now_ms: int) -> int:
    """Drop every volume all of which is older than its level is kept; returns how many."""
    count, now_ms = 0, believed_ms(library.volumes(Level.RAW), now_ms)
    for level in Level:
        oldest_ms = now_ms - kept_ms(level, config)
        for volume in library.volumes(level):
            if volume.end_ms <= oldest_ms:
                library.drop(volume)
                count += 1
    with transaction(library.catalogue()) as connection:
        for level in (Level.MINUTE, Level.HOUR):
            catalogue.forget_due(connection, level, now_ms - kept_ms(level.below, config))
    return count
