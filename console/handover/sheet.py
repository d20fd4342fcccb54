"""The sheet of a change of shift: one line for each thing the comer has to know. Values, made anew whenever asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from console.alarms import Alarm, Aside, Duty
from console.drill import Drill
from console.handover.notes import Note
from console.incidents import Incident
from console.model import AlarmClass, By, UnitStatus
from console.proving import Proving
from console.units import Unit

OWED = "owed"  # the line of detectors that owe a proof
TRIAL = "trial"  # the line of a test that is on


class Section(StrEnum):
    """The parts of the sheet, in their order."""

    ALARMS = "alarms"
    UNOWNED = "unowned"  # acknowledged by somebody who has left
    INCIDENTS = "incidents"
    UNITS = "units"
    SHELVED = "shelved"
    SUPPRESSED = "suppressed"
    OUT_OF_SERVICE = "out_of_service"
    ON_TEST = "on_test"
    TROUBLES = "troubles"
    DRILL = "drill"
    PROOFS = "proofs"
    NOTES = "notes"


ORDER = {section: rank for rank, section in enumerate(Section)}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing. `key` names it on this sheet; `mark` changes when it is no longer what was accepted.

    `subject` is the id of the alarm, incident, unit, point, drill, test or note; `code` its state; `text` what a person
    wrote. Times are epoch ms, 0 = none. `count`: of detectors in lines that stand for several.
    """

    section: Section
    key: str
    mark: str
    subject: str
    code: str = ""
    who: str = ""
    since_ms: int = 0
    until_ms: int = 0
    text: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the sheet comes from: the live desks, whatever the room sees now."""

    alarms: Callable[[], Iterable[Alarm]]
    duties: Callable[[], Iterable[Duty]]
    incidents: Callable[[], Iterable[Incident]]
    units: Callable[[], Iterable[Unit]]
    drill: Callable[[], Drill | None]
    proving: Proving
    notes: Callable[[], Iterable[Note]]


def compose(sources: Sources) -> tuple[Line, ...]:
    """Every line as things stand now, by section; within one in the order of its desk."""
    lines = (
        *_alarms(sources.alarms()), *_duties(sources.duties()), *_incidents(sources.incidents()),
        *_units(sources.units()), *_drill(sources.drill()), *_proofs(sources.proving), *_notes(sources.notes()),
    )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: ORDER[line.section]))


def who(by: By | None) -> str:
    """Person and position as they stand on the sheet."""
    return ", ".join(part for part in (by.person, by.position) if part) if by is not None else ""


def _alarms(alarms: Iterable[Alarm]) -> Iterator[Line]:
    for alarm in alarms:
        if alarm.aside in (Aside.OUT_OF_SERVICE, Aside.ON_TEST):
            continue  # the line of its point says it
        shelf, reopened = alarm.shelved, alarm.reopened
        yield Line(
            _section(alarm), f"alarm:{alarm.id}", f"{len(alarm.occurrences)}/{reopened.at_ms if reopened else 0}",
            alarm.id, alarm.shown.value, who(shelf.by if shelf is not None else alarm.owner), alarm.last.raised_ms,
            shelf.until_ms if shelf is not None else 0, shelf.reason if shelf is not None else "",
        )  # fmt: skip


def _section(alarm: Alarm) -> Section:
    match alarm.aside:
        case Aside.SHELVED:
            return Section.SHELVED
        case Aside.SUPPRESSED:
            return Section.SUPPRESSED
    if alarm.unowned_ms:
        return Section.UNOWNED
    return Section.TROUBLES if alarm.alarm_class is AlarmClass.TROUBLE else Section.ALARMS


def _duties(duties: Iterable[Duty]) -> Iterator[Line]:
    for duty in duties:
        if (out := duty.out_of_service) is not None:
            names = " + ".join(filter(None, (who(out.by), who(out.second))))
            yield Line(
                Section.OUT_OF_SERVICE, f"out:{duty.point}", str(out.until_ms), duty.point, "", names, out.since_ms,
                out.until_ms, " · ".join(filter(None, (out.permit, out.measure))),
            )  # fmt: skip
        if (test := duty.on_test) is not None:
            yield Line(
                Section.ON_TEST, f"test:{duty.point}", str(test.until_ms), duty.point, "", who(test.by), test.since_ms,
                test.until_ms,
            )  # fmt: skip


def _incidents(incidents: Iterable[Incident]) -> Iterator[Line]:
    for incident in incidents:
        newest = incident.notes[-1].text if incident.notes else ""
        yield Line(
            Section.INCIDENTS, f"incident:{incident.id}", f"{len(incident.links)}/{len(incident.notes)}", incident.id,
            " ".join(incident.breaches), who(incident.owner), incident.opened_ms, text=newest,
        )  # fmt: skip


def _units(units: Iterable[Unit]) -> Iterator[Line]:
    for unit in units:
        if unit.is_busy or unit.status is UnitStatus.OUT_OF_SERVICE:
            yield Line(
                Section.UNITS, f"unit:{unit.id}", unit.status.value, unit.id, unit.status.value,
                unit.incident or "", unit.since_ms, text=unit.reason,
            )  # fmt: skip


def _drill(drill: Drill | None) -> Iterator[Line]:
    if drill is not None:
        yield Line(
            Section.DRILL, f"drill:{drill.id}", drill.phase.value, drill.scenario, drill.phase.value, drill.controller,
            drill.started_ms, drill.ends_ms,
        )  # fmt: skip


def _proofs(proving: Proving) -> Iterator[Line]:
    trial = proving.trial
    if trial is not None and not trial.is_over:
        yield Line(
            Section.PROOFS, f"trial:{trial.id}", trial.id, TRIAL, TRIAL, who(trial.by), trial.begun_ms, trial.until_ms,
            count=len(trial.open()),
        )  # fmt: skip
    owed = len(proving.owed())
    if owed:
        yield Line(Section.PROOFS, OWED, str(owed), OWED, OWED, count=owed)


def _notes(notes: Iterable[Note]) -> Iterator[Line]:
    for note in notes:
        yield Line(Section.NOTES, f"note:{note.id}", "", note.id, "", who(note.by), note.at_ms, text=note.text)
