"""What a person asks of one alarm, and the answer: facts, or a refusal with its code. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from console.alarms.alarm import Alarm
from console.alarms.classes import MINUTE_MS, Rule
from console.alarms.facts import (
    Acknowledged,
    Displayed,
    Fact,
    Promoted,
    Reset,
    Shelved,
    Taken,
    Unowned,
    Unshelved,
    UnshelvedBy,
    Verified,
)
from console.alarms.marks import CauseCode, Outcome
from console.errors import CommandRefused
from console.model import AlarmClass, By

NOTE_MOST = 2_000  # characters of a note, a reason, a measure
BY_PERSON = "person"  # what made a fire of a pre-alarm


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A person wants to say "I have seen it"."""

    by: By


@dataclass(frozen=True, slots=True)
class VerifyAsked:
    """A person says what it is."""

    by: By
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class ResetAsked:
    """A person wants to release the latch, with what was found out."""

    by: By
    outcome: Outcome
    cause_code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShelveAsked:
    """A person wants it out of the list for a while. `has_pair`: another detector of its zone is active, too."""

    by: By
    minutes: int
    reason: str
    has_pair: bool = False


@dataclass(frozen=True, slots=True)
class UnshelveAsked:
    """A person wants it back in the list."""

    by: By


@dataclass(frozen=True, slots=True)
class TakeAsked:
    """A person wants to own it."""

    by: By


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Whoever acknowledged it has left."""


@dataclass(frozen=True, slots=True)
class Painted:
    """It was painted where somebody could see it, at this position."""

    position: str


Asked = Acknowledge | VerifyAsked | ResetAsked | ShelveAsked | UnshelveAsked | TakeAsked | LeftBehind | Painted


def answer(alarm: Alarm, asked: Asked, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    """What follows from a person's act. Raises CommandRefused."""
    match asked:
        case Acknowledge():
            return _acknowledge(alarm, asked)
        case VerifyAsked():
            return _verify(alarm, asked, rule)
        case ResetAsked():
            return _reset(alarm, asked)
        case ShelveAsked():
            return _shelve(alarm, asked, rule, now_ms)
        case UnshelveAsked(by):
            return _unshelve(alarm, by)
        case TakeAsked() | LeftBehind() | Painted():
            return _rest(alarm, asked)


def _rest(alarm: Alarm, asked: TakeAsked | LeftBehind | Painted) -> tuple[Fact, ...]:
    match asked:
        case TakeAsked(by):
            return _take(alarm, by)
        case LeftBehind():
            return (Unowned(),) if alarm.acknowledged is not None and not alarm.unowned_ms else ()
        case Painted(position):
            return (Displayed(position),) if not alarm.displayed_ms else ()


def _refuse(alarm: Alarm, *refusals: tuple[bool, str]) -> None:
    """Raise the first refusal that holds."""
    for refused, code in refusals:
        if refused:
            raise CommandRefused(code, alarm.id)


def _acknowledge(alarm: Alarm, asked: Acknowledge) -> tuple[Fact, ...]:
    """Codes: machine_acknowledge, already_acknowledged."""
    _refuse(alarm, (not asked.by.is_person, "machine_acknowledge"))
    if alarm.acknowledged is not None:
        raise CommandRefused("already_acknowledged", alarm.acknowledged.by.person)
    return (Acknowledged(),)


def _verify(alarm: Alarm, asked: VerifyAsked, rule: Rule) -> tuple[Fact, ...]:
    """Codes: machine_verify, not_verified_on_site (its class asks for no check), already_verified.

    A pre-alarm that is real is a fire alarm, to be seen as one.
    """
    _refuse(
        alarm,
        (not asked.by.is_person, "machine_verify"),
        (not rule.verify_ms, "not_verified_on_site"),
        (alarm.verify.outcome is asked.outcome, "already_verified"),
    )
    verified = Verified(asked.outcome)
    if alarm.alarm_class is AlarmClass.PRE and asked.outcome is Outcome.REAL:
        return (verified, Promoted(BY_PERSON))
    return (verified,)


def _reset(alarm: Alarm, asked: ResetAsked) -> tuple[Fact, ...]:
    """Codes: machine_reset, source_lost, still_active, not_acknowledged, not_latched, unknown_cause, long_note."""
    _refuse(
        alarm,
        (not asked.by.is_person, "machine_reset"),
        (alarm.lost, "source_lost"),
        (alarm.is_active, "still_active"),
        (alarm.acknowledged is None, "not_acknowledged"),
        (not alarm.latched, "not_latched"),
        (asked.cause_code not in ("", *CauseCode), "unknown_cause"),
        (len(asked.note) > NOTE_MOST, "long_note"),
    )
    return (Reset(asked.outcome, asked.cause_code, asked.note.strip()),)


def _shelve(alarm: Alarm, asked: ShelveAsked, rule: Rule, now_ms: int) -> tuple[Fact, ...]:
    """Codes: machine_act, never_shelved, pair_active, verify_expired, already_shelved, no_reason, long_note, no_end,
    too_long.
    """
    until_ms = now_ms + asked.minutes * MINUTE_MS
    _refuse(
        alarm,
        (not asked.by.is_person, "machine_act"),
        (not rule.shelf_ms or is_vital(alarm), "never_shelved"),
        (asked.has_pair, "pair_active"),
        (alarm.verify.is_expired, "verify_expired"),
        (alarm.shelved is not None, "already_shelved"),
        (not asked.reason.strip(), "no_reason"),
        (len(asked.reason) > NOTE_MOST, "long_note"),
        (asked.minutes <= 0, "no_end"),
        (until_ms - now_ms > rule.shelf_ms, "too_long"),
    )
    return (Shelved(until_ms, asked.reason.strip()),)


def _unshelve(alarm: Alarm, by: By) -> tuple[Fact, ...]:
    """Codes: machine_act, not_shelved."""
    _refuse(alarm, (not by.is_person, "machine_act"), (alarm.shelved is None, "not_shelved"))
    return (Unshelved(UnshelvedBy.PERSON),)


def _take(alarm: Alarm, by: By) -> tuple[Fact, ...]:
    """Codes: machine_act, not_acknowledged, already_owner."""
    _refuse(
        alarm,
        (not by.is_person, "machine_act"),
        (alarm.acknowledged is None, "not_acknowledged"),
        (alarm.owner == by, "already_owner"),
    )
    return (Taken(),)


VITAL_LINKS = ("broker", "store", "audio", "program")  # without one of these nothing is heard, seen or kept
VITAL_KINDS = ("panic", "distress", "accountability")


def is_vital(alarm: Alarm) -> bool:
    """Whether it must never leave the list by anybody's wish: the room itself is blind or deaf, or somebody calls."""
    own = alarm.point.startswith("link/") and alarm.kind in VITAL_LINKS
    return own or alarm.kind in VITAL_KINDS or alarm.red or alarm.heightened is not None
