"""The open alarms in the order they are shown, kept sorted: one more or less never sorts all of them again. Pure."""

from __future__ import annotations

from bisect import bisect_left

from console.alarms.alarm import Alarm, SortKey


class Order:
    """Rows by their sort key, which is total. Finding a place costs the logarithm of their number."""

    def __init__(self) -> None:
        self._keys: list[SortKey] = []
        self._rows: list[Alarm] = []

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self) -> list[Alarm]:
        return list(self._rows)

    def insert(self, alarm: Alarm) -> int:
        """Returns the row it has now."""
        key = alarm.sort_key
        row = bisect_left(self._keys, key)
        self._keys.insert(row, key)
        self._rows.insert(row, alarm)
        return row

    def remove(self, alarm: Alarm) -> int:
        """The alarm as it was inserted; returns the row it had."""
        row = bisect_left(self._keys, alarm.sort_key)
        del self._keys[row], self._rows[row]
        return row
