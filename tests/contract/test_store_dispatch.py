"""What dispatch asks of the journal's home: numbers of incidents and turns, and what happened since a moment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from console.backends.store import read
from console.model import LIVE, Domain
from tests.contract.seats import Seat, entry


def test_turns_of_units_and_numbers_of_incidents_are_counted_beside_the_episodes(tmp_path: Path) -> None:
    where = str(tmp_path / "journal.sqlite")
    streams = ("unit/M1/1", "unit/M1/2", "incident/E/1", "alarm/z2m/0x01#smoke/3", "talk/E-0001")
    with Seat(where) as seat:
        seat.save(*(entry(stream, 1) for stream in streams))
        seat.save(replace(entry("incident/D/9", 1), domain=Domain("drill:1")))
    with Seat(where) as again:
        assert again.store.episodes(LIVE) == {"unit/M1": 2, "incident/E": 1, "z2m/0x01#smoke": 3}
        assert again.store.episodes(Domain("drill:1")) == {"incident/D": 9}


def test_what_happened_since_a_moment_is_found_without_reading_what_was_before(
    tmp_path: Path, monkeypatch: object
) -> None:
    where = str(tmp_path / "journal.sqlite")
    hour_ms = 3_600_000
    told = [replace(entry("a", n, "Wanted" if n % 2 else "Other"), t_ms=n * hour_ms) for n in range(1, 41)]
    with Seat(where) as seat:
        seat.save(*told)
        seat.save(replace(entry("b", 1, "Wanted"), t_ms=39 * hour_ms, domain=Domain("drill:1")))
    monkeypatch.setattr(read, "BACK", 3)  # type: ignore[attr-defined]
    with Seat(where) as again:
        found = again.store.since(LIVE, 35 * hour_ms, {"Wanted"})
        assert [one.entry.t_ms // hour_ms for one in found] == [35, 37, 39]
        assert again.store.since(LIVE, 0, {"Wanted"})[0].entry.version == 1
        assert again.store.since(LIVE, 41 * hour_ms, {"Wanted"}) == ()
