"""How long ago is kept how finely: every sample, then minutes, then hours. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from console.config.schema import HistoryConfig
from console.trends.reduction import DAY, HOUR, MINUTE


class Level(StrEnum):
    """`block`: what one row of the table covers; `volume`: what is dropped as a whole when it is too old."""

    RAW = "raw"
    MINUTE = "minute"
    HOUR = "hour"

    @property
    def step_ms(self) -> int:
        return {Level.RAW: 0, Level.MINUTE: MINUTE, Level.HOUR: HOUR}[self]

    @property
    def block_ms(self) -> int:
        return {Level.RAW: 5 * MINUTE, Level.MINUTE: 6 * HOUR, Level.HOUR: 10 * DAY}[self]

    @property
    def below(self) -> Level:
        """What it is gathered from."""
        return Level.MINUTE if self is Level.HOUR else Level.RAW


@dataclass(frozen=True, slots=True, order=True)
class Volume:
    """One file, or one partition: a day of samples (20261121), a month of minutes (202611), a year of hours (2026)."""

    level: Level
    name: str

    @property
    def start_ms(self) -> int:
        year, month, day = int(self.name[:4]), int(self.name[4:6] or 1), int(self.name[6:8] or 1)
        return int(datetime(year, month, day, tzinfo=UTC).timestamp() * 1000)

    @property
    def end_ms(self) -> int:
        year, month = int(self.name[:4]), int(self.name[4:6] or 12)
        if self.level is Level.RAW:
            return self.start_ms + DAY
        after = (year, month + 1) if month < 12 else (year + 1, 1)
        return int(datetime(*after, 1, tzinfo=UTC).timestamp() * 1000)


DIGITS = {Level.RAW: "%Y%m%d", Level.MINUTE: "%Y%m", Level.HOUR: "%Y"}


def volume_of(level: Level, start_ms: int) -> Volume:
    """Where the block that begins then lies."""
    return Volume(level, datetime.fromtimestamp(start_ms / 1000, UTC).strftime(DIGITS[level]))


def volumes_of(level: Level, start_ms: int, end_ms: int) -> list[Volume]:
    """Where blocks that begin from `start_ms` to `end_ms` lie, oldest first."""
    found = [volume_of(level, start_ms)]
    while found[-1].end_ms <= end_ms:
        found.append(volume_of(level, found[-1].end_ms))
    return found


def block_of(level: Level, t_ms: int) -> int:
    """Beginning of the block that holds this moment."""
    return t_ms - t_ms % level.block_ms


def kept_ms(level: Level, config: HistoryConfig) -> int:
    """How long this level is kept."""
    return {Level.RAW: config.raw_days, Level.MINUTE: config.minute_days, Level.HOUR: config.hour_days}[level] * DAY
