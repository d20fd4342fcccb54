"""The columns of the list of cameras: how wide they are, which give way first, how each of them sorts. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from console.health import CameraHealth
from widgets import columns

Key = Callable[[CameraHealth], tuple[object, ...]]


class Column(IntEnum):
    """In the order in which they stand."""

    NUMBER = 0
    NAME = 1
    STATE = 2
    SINCE = 3
    AGE = 4
    FPS = 5
    RATE = 6
    KEY = 7
    CODED = 8
    WAY = 9
    LOST = 10
    AGAIN = 11
    CLOCK = 12
    CARE = 13


COLUMNS = (
    columns.Column(44, is_right=True), columns.Column(120, share=1), columns.Column(104),
    columns.Column(76, gives_way=9), columns.Column(60, is_right=True, gives_way=1),
    columns.Column(52, is_right=True, gives_way=2), columns.Column(56, is_right=True, gives_way=5),
    columns.Column(68, is_right=True, gives_way=3), columns.Column(120, gives_way=6),
    columns.Column(40, gives_way=10), columns.Column(44, is_right=True, gives_way=7),
    columns.Column(52, is_right=True, gives_way=8), columns.Column(72, is_right=True, gives_way=4),
    columns.Column(136, share=2),
)  # fmt: skip


def arranged(rows: Sequence[CameraHealth], column: Column, *, is_turned: bool) -> list[CameraHealth]:
    """In order; what is not known stands last whichever way round."""
    key = KEYS[column]
    known = [row for row in rows if None not in key(row)]
    unknown = [row for row in rows if None in key(row)]
    known.sort(key=lambda row: row.camera.number)
    known.sort(key=key, reverse=is_turned)
    return [*known, *sorted(unknown, key=lambda row: row.camera.number)]


def _stream(of: Callable[[CameraHealth], object]) -> Key:
    return lambda row: (of(row) if row.stream is not None else None,)


KEYS: dict[Column, Key] = {
    Column.NUMBER: lambda row: (row.camera.number,),
    Column.NAME: lambda row: (row.camera.name,),
    Column.STATE: lambda row: (row.picture.state.value,),
    Column.SINCE: lambda row: (row.picture.since_ms,),
    Column.AGE: lambda row: (row.age_ms(row.measured_ms),),
    Column.FPS: _stream(lambda row: row.stream and row.stream.fps),
    Column.RATE: _stream(lambda row: row.stream and row.stream.kbit_s),
    Column.KEY: _stream(lambda row: row.stream and row.stream.key_s),
    Column.CODED: _stream(lambda row: row.stream and (row.stream.codec, row.stream.width)),
    Column.WAY: _stream(lambda row: row.stream and row.stream.transport),
    Column.LOST: _stream(lambda row: row.stream and row.stream.lost),
    Column.AGAIN: lambda row: (row.reconnects,),
    Column.CLOCK: lambda row: (abs(row.clock.ms) if row.clock is not None else None,),
    Column.CARE: lambda row: (row.worry,),
}
