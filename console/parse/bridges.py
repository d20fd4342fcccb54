"""Bridges that are away: what a broker kept of the devices behind one is no word of theirs. Feed's thread.

An alarm is believed from whoever brings it. That all is well is not: a retained "normal", or a device's own "online",
says nothing while the bridge it came through is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from console.model import Reading, State
from console.parse.directory import Directory
from console.parse.register import Register
from console.parse.statement import Speaker, Statement

REASON = "bridge_lost"
MOST = 1_000  # bridges of a source that are away and stand before nothing of the site
WELL = frozenset({State.NORMAL, State.READING})


class Bridges:
    """Knows a bridge by the reach of its availability."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._away: dict[str, Register[str, str]] = {}  # source → bridge → how the devices behind it begin

    def told(self, reading: Reading) -> None:
        """What was read last; only the availability of a bridge matters here."""
        if reading.kind != "availability":
            return
        if reading.state is State.OFFLINE and reading.reach:
            self._of(reading.source).keep(reading.device, reading.reach.removesuffix("*"))
        elif reading.state is State.NORMAL and (away := self._away.get(reading.source)) is not None:
            away.drop(reading.device)

    def _of(self, source: str) -> Register[str, str]:
        """Those of a source; a bridge that stands before a device of the site is the site's."""
        away = self._away.get(source)
        if away is None:
            away = self._away[source] = Register(
                MOST, partial(self._directory.is_before_ours, source),
                lambda _bridge, _start: self._directory.forgot(source),
            )  # fmt: skip
        return away

    def believed(self, source: str, said: list[Statement], *, is_retained: bool) -> list[Statement]:
        """The statements; what must not be taken for a device's word is ignored."""
        away = self._away.get(source)
        if not away:
            return said
        return [self._ignored(each) if self._withholds(away, each, is_retained) else each for each in said]

    def _withholds(self, away: Mapping[str, str], said: Statement, is_retained: bool) -> bool:
        if said.state not in WELL or not (is_retained or said.kind == "availability"):
            return False
        if said.device in away:
            return False
        return any(said.device.startswith(start) for start in away.values())

    def _ignored(self, said: Statement) -> Statement:
        return Speaker(said.device, label=said.label).ignored(REASON)
