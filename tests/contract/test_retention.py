"""What grows old enough goes, signed for, and what is left still verifies: on files and on a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.backends.store import aged, retention
from console.backends.store.database import Database
from console.backends.store.read import JournalReader
from console.backends.store.upkeep import answer
from console.clock import Clock
from console.journal import Entry
from console.model import LIVE, By
from console.sealing import PRUNED, Cut, SealKey, Signed
from console.sealing.keys import kept
from console.verify import Verdict
from tests.contract.seats import Seat, entry
from tests.unit.test_verify import stand_alone

DAY_MS = 86_400_000
NOW = 1_795_000_000_000
OLD, YOUNG = NOW - 400 * DAY_MS, NOW - 10 * DAY_MS
CUT_MS = NOW - 365 * DAY_MS


@pytest.fixture(params=["file", "server"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "journal.sqlite") if request.param == "file" else request.getfixturevalue("postgresql")


@pytest.fixture
def key(tmp_path: Path) -> SealKey:
    return SealKey(kept(tmp_path / "seal.pem"))


def at(t_ms: int, stream: str, version: int, kind: str = "Noted", *, is_open: bool = False) -> Entry:
    return replace(entry(stream, version, kind, open=is_open), t_ms=t_ms)


@contextmanager
def run(where: str, position: str = "desk-1") -> Iterator[Seat]:
    """One run of a position, which begins as every run does."""
    with Seat(where, position) as seat:
        head = seat.store.previous_head()
        previous = dict(zip(("writer", "seq", "hash"), head, strict=True)) if head else None
        seat.save(replace(entry(log_of(seat), 1, "Started", data={"previous": previous}), t_ms=OLD))
        yield seat


def log_of(seat: Seat) -> str:
    return f"position/{seat.store.writer}"


def plan(where: str) -> retention.Plan:
    with Database.at(where).reader().connect() as connection:
        return retention.plan(connection, CUT_MS)


def cut(where: str, key: SealKey, day: str = "2026-11-17") -> int:
    """Plan, sign, write down, delete; how many entries went."""
    planned = plan(where)
    signed = key.sign(Cut("site", day, NOW, CUT_MS, planned.entries, planned.cuts, planned.gone))
    with Seat(where, "keeper") as seat:
        seat.save(Entry(LIVE, f"retention/{day}", 1, PRUNED, NOW, By(machine="custody"), signed.data()))
    return retention.carry_out(Database.at(where).writer(5.0), Cut("", "", 0, 0, 0, planned.cuts, planned.gone))


def verdict(where: str) -> Verdict:
    """The program's own and, on a file, the page of standard library: they must agree."""
    found = JournalReader(where).verify()
    if "://" not in where:
        ends, broken = stand_alone(Path(where))
        assert broken == {fault.writer: (fault.seq, str(fault.what)) for fault in found.faults}
        assert ends == {head.writer: (head.seq, head.hash) for head in found.heads}
    return found


def left(where: str) -> list[tuple[str, int]]:
    chunks = JournalReader(where).chunks()
    entries = [one.entry for chunk in chunks for one in chunk]
    return [(each.stream, each.version) for each in entries if not each.stream.startswith(("position/", "retention/"))]


def test_what_is_old_and_closed_goes_and_the_rest_still_verifies(where: str, key: SealKey) -> None:
    with run(where) as seat:
        seat.save(at(OLD, "alarm/a#x/1", 1, is_open=True), at(OLD, "alarm/a#x/1", 2), at(YOUNG, "alarm/a#x/2", 1))
        writer = seat.store.writer
    assert cut(where, key) == 3
    assert left(where) == [("alarm/a#x/2", 1)]
    assert verdict(where).is_whole
    assert (writer, 4) in [(head.writer, head.seq) for head in verdict(where).heads]
    with Seat(where) as again:
        assert again.store.episodes(LIVE) == {"a#x": 2}, "no number of an alarm is ever given twice"


def test_an_open_alarm_holds_back_its_chain_from_there_on(where: str, key: SealKey) -> None:
    with run(where) as seat:
        seat.save(at(OLD, "alarm/a#x/1", 1), at(OLD, "alarm/b#x/1", 1, is_open=True), at(OLD, "alarm/c#x/1", 1))
    assert cut(where, key) == 2
    assert left(where) == [("alarm/b#x/1", 1), ("alarm/c#x/1", 1)]
    assert verdict(where).is_whole


def test_a_story_that_was_written_to_lately_stays_whole(where: str, key: SealKey) -> None:
    with run(where) as seat:
        seat.save(at(OLD, "incident/E/1", 1, is_open=True), at(YOUNG, "incident/E/1", 2))
    assert plan(where).entries == 1
    assert cut(where, key) == 1
    assert left(where) == [("incident/E/1", 1), ("incident/E/1", 2)]


def test_a_story_of_two_consoles_goes_with_neither_as_long_as_one_holds_it(where: str, key: SealKey) -> None:
    with run(where) as one, run(where, "desk-2") as two:
        one.save(at(OLD, "alarm/shared#x/1", 1, is_open=True))
        two.save(at(OLD, "alarm/open#x/1", 1, is_open=True), at(OLD, "alarm/shared#x/1", 2))
    assert cut(where, key) == 2  # the two entries of their starts
    assert set(left(where)) == {("alarm/shared#x/1", 1), ("alarm/shared#x/1", 2), ("alarm/open#x/1", 1)}
    assert verdict(where).is_whole


def test_runs_of_which_nothing_is_left_are_forgotten_but_for_the_one_the_next_start_names(
    where: str, key: SealKey
) -> None:
    writers = []
    for _ in range(3):
        with run(where) as seat:
            seat.save(at(OLD, "alarm/" + seat.store.writer + "#x/1", 1))
            writers.append(seat.store.writer)
    with run(where) as seat:
        seat.save(at(YOUNG, "alarm/young#x/1", 1))
        writers.append(seat.store.writer)
        seat.save(*(at(YOUNG, log_of(seat), version) for version in (2, 3)))
    planned = plan(where)
    assert [mark.writer for mark in planned.gone] == writers[:2]
    assert [mark.writer for mark in planned.cuts] == writers[2:]
    cut(where, key)
    assert verdict(where).is_whole
    assert {head.writer for head in verdict(where).heads} >= set(writers[2:])


def test_cutting_twice_changes_nothing_and_later_cuts_go_on_from_there(where: str, key: SealKey) -> None:
    with run(where) as seat:
        seat.save(at(OLD, "alarm/a#x/1", 1), at(YOUNG, "alarm/b#x/1", 1))
    assert cut(where, key) == 2
    assert plan(where).entries == 0
    assert cut(where, key, "2026-11-18") == 0
    assert verdict(where).is_whole


def test_a_cut_that_was_killed_half_way_verifies_and_is_finished_later(
    where: str, key: SealKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "STEP", 3)
    with run(where) as seat:
        seat.save(*(at(OLD, f"alarm/a#x/{number}", 1) for number in range(1, 12)), at(YOUNG, "alarm/b#x/1", 1))

    class KilledError(Exception):
        pass

    def kill(_count: int) -> None:
        raise KilledError

    planned = plan(where)
    signed = key.sign(Cut("site", "2026-11-17", NOW, CUT_MS, planned.entries, planned.cuts, planned.gone))
    with Seat(where, "keeper") as seat:
        seat.save(Entry(LIVE, "retention/2026-11-17", 1, PRUNED, NOW, By(machine="custody"), signed.data()))
    half = Cut("", "", 0, 0, 0, planned.cuts, planned.gone)
    with pytest.raises(KilledError):
        retention.carry_out(Database.at(where).writer(5.0), half, kill)
    assert len(left(where)) == 10
    assert verdict(where).is_whole
    assert retention.carry_out(Database.at(where).writer(5.0), half) == 9
    assert verdict(where).is_whole


def test_entries_taken_away_beyond_what_was_signed_are_missed(tmp_path: Path, key: SealKey) -> None:
    where = str(tmp_path / "journal.sqlite")
    with run(where) as seat:
        seat.save(at(OLD, "alarm/a#x/1", 1), *(at(YOUNG, f"alarm/b#x/{number}", 1) for number in range(1, 5)))
        writer = seat.store.writer
    cut(where, key)
    with Database.at(where).writer(5.0).begin() as connection:
        connection.exec_driver_sql("DELETE FROM entry WHERE seq <= 4 AND writer = ?", (writer,))
    assert [(fault.seq, str(fault.what)) for fault in verdict(where).faults] == [(3, "gap")]


def test_a_cut_nobody_signed_is_no_excuse(tmp_path: Path, key: SealKey) -> None:
    where = str(tmp_path / "journal.sqlite")
    with run(where) as seat:
        seat.save(at(OLD, "alarm/a#x/1", 1), at(YOUNG, "alarm/b#x/1", 1))
    planned = plan(where)
    text = key.sign(Cut("site", "d", NOW, CUT_MS, 2, planned.cuts)).text
    with Seat(where, "forger") as forger:
        forged = Signed(text, "00" * 64, key.public)
        forger.save(Entry(LIVE, "retention/d", 1, PRUNED, NOW, By(machine="custody"), forged.data()))
    retention.carry_out(Database.at(where).writer(5.0), Cut("", "", 0, 0, 0, planned.cuts))
    assert [str(fault.what) for fault in JournalReader(where).verify().faults] == ["gap"]


def test_a_story_with_an_old_entry_behind_a_young_one_of_another_stays_whole(tmp_path: Path, key: SealKey) -> None:
    where = str(tmp_path / "journal.sqlite")
    with run(where) as seat:
        seat.save(at(OLD, "incident/b/1", 1), at(YOUNG, "incident/a/1", 1), at(OLD, "incident/b/1", 2))
    before = left(where)
    cut(where, key)
    assert verdict(where).is_whole
    assert [row for row in left(where) if row[0].startswith("incident/")] == [
        row for row in before if row[0].startswith("incident/")
    ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.booleans(), st.booleans(), st.booleans()),
        max_size=16,
    )
)
def test_whatever_was_written_what_is_left_verifies_and_no_story_is_torn(
    tmp_path_factory: pytest.TempPathFactory, written: list[tuple[str, bool, bool, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    where, key = str(folder / "journal.sqlite"), SealKey(kept(folder / "seal.pem"))
    versions: dict[str, int] = {}
    with run(where) as one, run(where, "desk-2") as two:
        for name, is_second, is_old, is_open in written:
            versions[name] = versions.get(name, 0) + 1
            seat, other = (two, one) if is_second else (one, two)
            other.settle()
            seat.append(at(OLD if is_old else YOUNG, f"incident/{name}/1", versions[name], is_open=is_open))
    before = left(where)
    cut(where, key)
    assert verdict(where).is_whole
    after = left(where)
    kept_stories = {stream for stream, _ in after}
    assert after == [row for row in before if row[0] in kept_stories]


# ---- recordings -------------------------------------------------------------------------------------------------


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Clips and bursts of an old day and of a young one, and a journal that names them."""
    folder = tmp_path / "data"
    for day in ("2025/10/14", "2026/11/08"):
        for path in (f"evidence/{day}/false/c.mp4", f"evidence/{day}/real/c.mp4", f"voice/{day}/b.mka"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(b"x" * 10)
    (folder / "evidence/2025/10/14/real/c.json").write_text("{}")
    (folder / "evidence/2025/10/14/real/c_at_20251014T000000000Z.png").write_text("")
    with Seat(folder / "journal.sqlite") as seat:
        for name in ("false", "real"):
            path = f"evidence/2025/10/14/{name}/c.mp4"
            seat.save(
                entry(f"alarm/z/{name}#smoke/1", 1, "AlarmReset", data={"outcome": name}),
                entry(f"evidence/desk-1/z/{name}#smoke/1", 1, "EvidenceSaved", data={"path": path, "sha256": ""}),
            )
    return folder


def test_recordings_of_old_days_go_but_not_those_of_an_alarm_that_was_real(data: Path) -> None:
    found = aged.aged(data, JournalReader(data / "journal.sqlite"), CUT_MS, CUT_MS, NOW)
    assert found == ["evidence/2025/10/14/false/c.mp4", "voice/2025/10/14/b.mka"]
    assert aged.drop(data, found) == 2
    files = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    assert {"evidence/2025/10/14/real/c.mp4", "evidence/2026/11/08/false/c.mp4", "voice/2026/11/08/b.mka"} <= files
    assert not (data / "voice/2025").exists()
    assert aged.drop(data, found) == 0


def test_nothing_younger_than_half_a_year_goes_whatever_is_asked_for(data: Path) -> None:
    journal = JournalReader(data / "journal.sqlite")
    assert aged.aged(data, journal, NOW, 0, NOW) == ["evidence/2025/10/14/false/c.mp4"]
    assert aged.aged(data, journal, 0, NOW, NOW - 250 * DAY_MS) == []


def test_nothing_outside_the_folders_of_recordings_is_ever_deleted(data: Path) -> None:
    (data / "evidence" / "link").symlink_to(data.parent)
    aged.drop(data, ["journal.sqlite", "../seal.pem", "evidence/../journal.sqlite", "evidence/link/seal.pem"])
    assert (data / "journal.sqlite").exists()


# ---- the orders a child carries out -----------------------------------------------------------------------------


def asked(**order: object) -> dict[str, object]:
    return json.loads(answer(json.dumps(order)))  # type: ignore[no-any-return]


def test_the_child_seals_a_day_once_and_never_cuts_below_the_floor(where: str, key: SealKey, tmp_path: Path) -> None:
    pem = (tmp_path / "seal.pem").read_text()
    with run(where) as seat:
        now = Clock().now_ms()
        seat.save(replace(entry("alarm/a#x/1", 1), t_ms=now - 100 * DAY_MS))
        order = {"where": where, "site": "s", "day": "2026-11-20", "key": pem}
        sealed = asked(job="seal", **order)
        signed = sealed["signed"]
        assert isinstance(signed, dict)
        assert sealed["chains"] == 1
        seat.save(Entry(LIVE, "seal/2026-11-20", 1, "JournalSealed", now, By(machine="custody"), signed))
        assert asked(job="seal", **order) == {"signed": None, "chains": 0}
    planned = asked(job="plan", before_ms=now, **order)
    assert planned["entries"] == (1 if now - OLD > 365 * DAY_MS else 0), "only the start is older than a year"


def test_the_child_measures_each_part_and_names_what_went_wrong(data: Path) -> None:
    measured = asked(job="measure", data=str(data))["parts"]
    assert isinstance(measured, dict)
    assert (measured["voice"], measured["journal"] > 0) == (20, True)
    assert asked(job="unheard of") == {"error": "'unheard of' is no order"}
    assert "error" in json.loads(answer("{"))
    missing = asked(job="seal", where=str(data / "none.sqlite"), site="s", day="2026-11-20", key="")
    assert "error" in missing
