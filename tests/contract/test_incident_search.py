"""Incidents of long ago are found by what somebody remembers of them, and told line by line, while a console writes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from console.backends.casebook.work import CaseWork, Told, answer, told_line, told_of
from console.backends.store.database import JOURNAL_FILE
from console.casebook import CasesFailed, CasesFound, Order, Quest, StoryTold
from console.casebook.quest import BadQuest
from console.casebook.telling import word_of
from console.inbox import Inbox
from console.incidents import FACTS, AlarmLinked, Closed, Disposition, Noted, Opened
from console.incidents.facts import Fact
from console.incidents.search import Asked, look
from console.journal import Entry
from console.model import LIVE, AlarmClass, AlarmId, BuildingId, By, IncidentId
from console.units import FACTS as UNIT_FACTS
from console.units.facts import Ordered
from tests.contract.seats import Seat
from tests.waiting import wait_until

LI, WANG = By(person="Li", position="desk-1"), By(person="Wang", position="desk-1")
DAY_MS, NOVEMBER = 86_400_000, 1_795_233_600_000  # 2026-11-21 12:00 in Shanghai
PUMP = AlarmId("z2m/pump#smoke/7")


def told(number: int, *facts: tuple[Fact, By], day: int = 0) -> list[Entry]:
    """An incident's entries, a minute apart."""
    at = NOVEMBER + day * DAY_MS
    return [
        Entry(LIVE, f"incident/E/{number}", n, FACTS.name(fact), at + n * 60_000, by, FACTS.data(fact),
              open=not isinstance(facts[-1][0], Closed))
        for n, (fact, by) in enumerate(facts, 1)
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def stay_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command steps back behind the alarms; the tests that call it do not."""
    monkeypatch.setattr(os, "nice", lambda _: 0)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A console that has had three incidents and still runs."""
    cause = By(machine="rule")
    raised = Entry(LIVE, f"alarm/{PUMP}", 1, "AlarmRaised", NOVEMBER, cause, {"alarm_class": "F"}, open=True)
    ordered = Ordered("M1-1", IncidentId("E-0001"))
    sent = Entry(LIVE, "unit/M1/1", 1, UNIT_FACTS.name(ordered), NOVEMBER + 200_000, LI, UNIT_FACTS.data(ordered))
    folder = tmp_path_factory.mktemp("data")
    with Seat(folder / JOURNAL_FILE) as seat:
        seat.save(
            raised,
            *told(
                1, (Opened("1-3-5", "泵房", "Pump room"), LI),
                (AlarmLinked(PUMP, AlarmClass.FIRE, "smoke", NOVEMBER), LI),
                (Noted("Door was wedged open"), WANG),
                (Closed(Disposition.FALSE_ALARM, "welding without a permit"), WANG),
            ),
            sent,
            *told(
                2, (Opened("1-3-5", "北门", "North gate", building=BuildingId("b3")), WANG),
                (Closed(Disposition.RESOLVED), WANG), day=3,
            ),
            *told(3, (Opened("1-3-5", "泵房", "Pump room"), LI), day=9),
        )  # fmt: skip
        yield folder


def asked(data: Path, *words: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    status = main.main(["incidents", "--data", str(data), "--json", *words])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert status == (0 if found else 1)
    return found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["E-0003", "E-0002", "E-0001"]),
        (("pump",), ["E-0003", "E-0001"]),
        (("泵房", "wang"), ["E-0001"]),
        (("WEDGED",), ["E-0001"]),
        (("permit",), ["E-0001"]),
        (("M1",), ["E-0001"]),
        (("z2m/pump#smoke",), ["E-0001"]),
        (("nobody remembers this",), []),
        (("--ended", "resolved"), ["E-0002"]),
        (("--since", "2026-11-24"), ["E-0003", "E-0002"]),
        (("--since", "2026-11-22", "--until", "2026-11-24"), ["E-0002"]),
        (("--most", "1"), ["E-0003"]),
        (("--class", "F"), ["E-0001"]),
        (("--class", "H"), []),
        (("--unit", "M1"), ["E-0001"]),
        (("--building", "b3"), ["E-0002"]),
    ],
)
def test_what_somebody_remembers_finds_it(
    words: tuple[str, ...], found: list[str], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [one["incident"] for one in asked(data, *words, capsys=capsys)] == found


def test_the_number_of_one_tells_all_of_it_in_order(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, *lines = asked(data, "E-0001", capsys=capsys)
    assert (head["disposition"], head["units"], head["alarms"]) == ("false_alarm", ["M1"], [PUMP])
    kinds = [line["kind"] for line in lines]
    assert kinds[0] == "AlarmRaised", "that of its alarm, too"
    assert kinds[1:] == ["IncidentOpened", "IncidentAlarmLinked", "IncidentNoted", "UnitOrdered", "IncidentClosed"]
    assert "Door was wedged open" in {line["text"] for line in lines}


def test_people_read_places_times_of_the_site_and_how_it_ended(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["incidents", "--data", str(data), "wedged"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "E-0001 · 2026-11-21 12:01:00 · false_alarm 2026-11-21 12:04:00 · Li · 泵房 / Pump room · F smoke"
    )
    assert main.main(["incidents", "--data", str(data), "--most", "1"]) == 0
    assert "… and 2 older ones" in capsys.readouterr().out


def test_a_day_that_is_none_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["incidents", "--data", str(data), "--since", "yesterday"]) == 1
    assert "write it as YYYY-MM-DD" in capsys.readouterr().err


def test_an_incident_whose_beginning_was_let_go_does_no_harm() -> None:
    (_, closed) = told(4, (Opened("1-3-5", "x"), LI), (Closed(Disposition.TEST), LI))
    assert look([closed], LIVE, Asked()) == []


# ---- the page's child ----


def answered(data: Path, quest: Quest, incident: IncidentId | None = None) -> CasesFound | StoryTold | CasesFailed:
    """What a child would say, and what it means."""
    lines = answer(Told(str(data / JOURNAL_FILE), quest, incident), NOVEMBER + 30 * DAY_MS)
    return word_of(lines, Order(1, quest, incident), LIVE)


EVER = 0


def test_the_page_s_child_finds_closed_incidents_with_the_units_that_were_sent(data: Path) -> None:
    found = answered(data, Quest("泵房", EVER))
    assert isinstance(found, CasesFound)
    (case,) = found.cases
    assert (found.total, case.incident.id, case.units) == (1, "E-0001", ("M1",))
    assert (case.closing, case.incident.disposition) == ("welding without a permit", Disposition.FALSE_ALARM)
    assert case.incident.notes[0].text == "Door was wedged open"
    filtered = answered(data, Quest("", EVER, Disposition.RESOLVED, building=BuildingId("b3")))
    assert isinstance(filtered, CasesFound)
    assert [one.incident.id for one in filtered.cases] == ["E-0002"], "the open one is none of them"


def test_the_page_s_child_tells_a_story_with_what_its_alarms_did(data: Path) -> None:
    told = answered(data, Quest(), IncidentId("E-0001"))
    assert isinstance(told, StoryTold)
    assert [line.kind for line in told.lines] == [
        "AlarmRaised", "IncidentOpened", "IncidentAlarmLinked", "IncidentNoted", "UnitOrdered", "IncidentClosed",
    ]  # fmt: skip


def test_a_story_that_is_not_there_is_said_and_so_is_an_answer_that_was_cut_off(data: Path) -> None:
    assert answered(data, Quest(), IncidentId("E-0099")) == CasesFailed(1, "gone")
    lines = list(answer(Told(str(data / JOURNAL_FILE), Quest("", EVER), None), NOVEMBER))
    assert word_of(lines[:-1], Order(1, Quest()), LIVE) == CasesFailed(1, "broken")
    assert word_of(["{nonsense"], Order(1, Quest()), LIVE) == CasesFailed(1, "broken")


def test_a_real_child_answers_and_says_when_there_is_no_journal(data: Path, tmp_path: Path) -> None:
    assert isinstance(by_child(data), CasesFound)
    assert by_child(tmp_path) == CasesFailed(1, "store")


def by_child(data: Path) -> object:
    inbox = Inbox()
    found: list[object] = []
    work = CaseWork(lambda: str(data / JOURNAL_FILE), inbox)
    work.begin(Order(1, Quest()))
    try:
        wait_until(lambda: inbox.drain(found.append, _refuse) or found, 60, "an answer")
    finally:
        work.stop()
    (word,) = found
    return word


def _refuse(item: object, error: Exception) -> None:
    raise AssertionError(f"{item} could not be taken") from error


def test_who_gives_up_hears_nothing_more(data: Path) -> None:
    inbox = Inbox()
    work = CaseWork(lambda: str(data / JOURNAL_FILE), inbox)
    work.begin(Order(1, Quest()))
    work.cancel()
    work.stop()
    assert inbox.waiting == 0


def test_what_is_asked_stands_on_no_command_line_and_nonsense_is_refused() -> None:
    line = told_line(Told("postgresql://u:secret@host/db", Quest("焊接"), None)).decode()
    assert told_of(line) == Told("postgresql://u:secret@host/db", Quest("焊接"), None)
    for wrong in ("", "[]", "{}", '{"journal": 1, "quest": "{}", "incident": null}', "secret"):
        with pytest.raises(BadQuest) as refused:
            told_of(wrong)
        assert "secret" not in str(refused.value)
