"""Who sits at a position: signing in, locking, relieving, rights, standing in for the supervisor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from console.errors import CommandRefused
from console.journal import Conflict, Recorded
from console.model import AlarmClass, By, PointId, Right, Role
from console.people import RIGHTS, Seating
from tests.unit.people_room import (
    CHAN,
    LI,
    NG,
    PASSWORDS,
    SMOKE_EAST,
    SMOKE_WEST,
    Position,
)
from tests.unit.test_manuals import OPERATING, codes

FIRE, TROUBLE = AlarmClass.FIRE, AlarmClass.TROUBLE


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CommandRefused) as caught:
        act()
    return caught.value.code


# ---- without accounts ----


def test_without_accounts_whoever_is_named_may_do_everything_and_nothing_can_be_locked() -> None:
    position = Position()
    position.people.start()
    for right in Right:
        position.people.check(right, FIRE, SMOKE_EAST)
    assert position.people.seating is Seating.FREE and position.seat.by == By("whoever", "desk-1")
    assert refused(position.people.lock) == "no_accounts"
    assert position.entries == []


# ---- signing in ----


def test_nobody_acts_at_a_position_before_he_has_signed_in() -> None:
    position = Position().open()
    assert refused(lambda: position.people.check(Right.ACKNOWLEDGE, FIRE)) == "signed_out"
    assert position.seat.by.is_person is False and not position.people.is_attended
    position.sign_in("li")
    position.people.check(Right.ACKNOWLEDGE, FIRE)
    assert position.seat.by == By("li", "desk-1") and position.people.is_attended
    (entry,) = position.entries
    assert (entry.kind, entry.by, entry.open) == ("PersonSignedIn", By("li", "desk-1"), True)


def test_a_wrong_password_is_journalled_without_what_was_typed() -> None:
    position = Position().open()
    position.sign_in("my-secret-in-the-wrong-field", "li")
    (entry,) = position.entries
    assert entry.kind == "SignInRefused" and "secret" not in str(entry)
    assert position.told() == ["SignInRefused"]


def test_a_claim_shows_its_password_to_nobody_who_prints_it() -> None:
    position = Position().open()
    position.people.sign_in("li", "hush hush")
    assert "hush" not in repr(position.claims)


def test_after_three_wrong_passwords_the_position_waits_longer_each_time_and_forgets_it_after_a_right_one() -> None:
    position = Position().open()
    waits = []
    for name in ("li", "chan", "nobody", "li", "li", "li", "li"):
        position.clock.advance(position.people.wait_s * 1000)
        position.sign_in(name, "wrong")
        waits.append(position.people.wait_s)
    assert waits == [0, 0, 2, 4, 8, 16, 16]
    assert refused(lambda: position.people.sign_in("li", PASSWORDS["li"])) == "wait"
    position.clock.advance(16_000)
    position.sign_in("li")
    position.people.lock()
    position.sign_in("li", "wrong")
    assert position.people.wait_s == 0


def test_a_second_password_is_not_taken_while_one_is_compared() -> None:
    position = Position().open()
    position.people.sign_in("li", "one")
    assert refused(lambda: position.people.sign_in("li", "two")) == "asking"
    position.answer()
    position.sign_in("li")
    assert position.seat.person == "li"


@pytest.mark.parametrize("typed", [("", "x"), ("li", ""), ("  ", "x"), ("li", "x" * 257)])
def test_what_can_be_no_name_and_password_is_not_compared(typed: tuple[str, str]) -> None:
    position = Position().open()
    assert refused(lambda: position.people.sign_in(*typed)) == "no_name"
    assert position.claims == []


def test_an_account_that_was_disabled_while_its_password_was_compared_gets_no_seat() -> None:
    position = Position().open()
    position.people.sign_in("li", PASSWORDS["li"])
    position.read(replace(LI, is_disabled=True), NG)
    position.answer()
    assert position.people.seating is Seating.EMPTY


# ---- locking, leaving, relieving ----


def test_a_locked_position_refuses_every_act_until_the_person_shows_who_he_is() -> None:
    position = Position().open()
    position.sign_in("li")
    position.people.lock()
    assert {refused(lambda right=right: position.people.check(right)) for right in Right} == {"seat_locked"}
    assert refused(position.people.sign_out) == "seat_locked"
    position.sign_in("li")
    assert position.people.seating is Seating.TAKEN
    assert position.kinds() == ["PersonSignedIn", "SeatLocked", "SeatUnlocked"]
    assert [entry.version for entry in position.entries] == [1, 2, 3]


def test_an_idle_position_locks_itself_and_a_touched_one_does_not() -> None:
    position = Position(lock_after_min=10).open()
    position.sign_in("li")
    for _ in range(5):
        position.clock.advance(9 * 60_000)
        position.people.touched()
    position.clock.advance(10 * 60_000 - 1)
    assert position.people.seating is Seating.TAKEN
    position.clock.advance(1)
    assert position.people.seating is Seating.LOCKED
    assert (position.entries[-1].kind, position.entries[-1].by.is_person) == ("SeatLocked", False)


def test_a_position_told_never_to_lock_itself_stays_open_for_days() -> None:
    position = Position(lock_after_min=0).open()
    position.sign_in("li")
    position.clock.advance(3 * 24 * 3_600_000)
    assert position.people.seating is Seating.TAKEN


def test_whoever_signs_in_at_a_taken_or_locked_seat_relieves_the_person_there() -> None:
    position = Position().open()
    position.sign_in("li")
    position.sign_in("chan")
    position.people.lock()
    position.sign_in("ng")
    assert position.seat.by == By("ng", "desk-1")
    left = [entry for entry in position.entries if entry.kind == "PersonSignedOut"]
    assert [(entry.data["why"], entry.data["by_whom"], entry.open) for entry in left] == [
        ("relieved", "chan", False), ("relieved", "ng", False),
    ]  # fmt: skip


def test_signing_out_leaves_an_empty_seat() -> None:
    position = Position().open()
    position.sign_in("li")
    position.people.sign_out()
    assert (position.people.seating, position.people.session) == (Seating.EMPTY, None)
    assert position.entries[-1].by == By("li", "desk-1")
    assert refused(position.people.sign_out) == "signed_out"


# ---- over a restart ----


def test_after_a_crash_the_person_is_still_there_behind_a_lock_and_the_old_session_is_over() -> None:
    before = Position().open()
    before.sign_in("li")
    after = Position(run="boot2", journal=before.journal).open()
    assert (after.people.seating, after.seat.person) == (Seating.LOCKED, "li")
    assert after.kinds() == ["PersonSignedOut", "PersonSignedIn"]
    assert {entry.stream for entry in open_streams_of(after)} == {"seat/desk-1/boot2/1"}


def open_streams_of(position: Position) -> list[object]:
    newest = {entry.stream: entry for entry in position.journal}
    return [entry for entry in newest.values() if entry.open]


@pytest.mark.parametrize(("dark_s", "was_locked", "expected"), [
    (5, False, Seating.TAKEN), (5, True, Seating.LOCKED), (61, False, Seating.LOCKED),
])  # fmt: skip
def test_a_guardians_quick_restart_leaves_the_person_at_his_work(
    dark_s: int, was_locked: bool, expected: Seating
) -> None:
    before = Position().open()
    before.sign_in("li")
    if was_locked:
        before.people.lock()
    after = Position(run="boot2", journal=before.journal).open()
    after.people.resume(dark_s * 1000)
    assert after.people.seating is expected


def test_a_program_that_ended_in_order_starts_with_an_empty_seat() -> None:
    before = Position().open()
    before.sign_in("li")
    before.people.stop()
    after = Position(run="boot2", journal=before.journal).open()
    assert after.people.seating is Seating.EMPTY and after.entries == []


def test_a_person_whose_account_is_gone_is_not_taken_up_after_a_crash() -> None:
    before = Position().open()
    before.sign_in("li")
    after = Position(run="boot2", journal=before.journal, accounts=(NG,)).open()
    assert after.people.seating is Seating.EMPTY


def test_the_demo_seats_its_own_person_at_every_start() -> None:
    before = Position(starts="li").open()
    after = Position(run="boot2", journal=before.journal, starts="li").open()
    assert after.people.seating is Seating.TAKEN
    assert after.entries[-1].data["how"] == "demo"


# ---- other positions ----


def test_who_sits_at_the_other_positions_is_known_from_the_journal() -> None:
    desk = Position("desk-1").open()
    desk.sign_in("li")
    other = Position("desk-2", journal=desk.journal).open()
    other.sign_in("chan")
    for entry in other.entries:
        desk.people.take(entry)
    assert [(one.position, one.person) for one in desk.people.present()] == [("desk-1", "li"), ("desk-2", "chan")]
    other.people.sign_out()
    desk.people.take(other.entries[-1])
    assert [one.person for one in desk.people.present()] == ["li"]


# ---- rights ----


def test_what_each_role_may_do() -> None:
    alarm_acts = {Right.ACKNOWLEDGE, Right.VERIFY, Right.RESET, Right.SHELVE}
    assert alarm_acts <= RIGHTS[Role.DISPATCHER] and not alarm_acts & RIGHTS[Role.ENGINEER]
    assert RIGHTS[Role.WALL] == set()
    assert RIGHTS[Role.SUPERVISOR] == set(Right)
    only_above = {Right.UNDETERMINED, Right.SHELVE_LONG, Right.PEOPLE, Right.SITE}
    assert not only_above & RIGHTS[Role.DISPATCHER]
    assert Right.ACKNOWLEDGE not in RIGHTS[Role.ADMIN]


def test_every_role_is_explained_to_the_operator() -> None:
    assert codes(OPERATING, "roles") == [role.value for role in Role]


def test_rights_end_at_the_persons_areas_and_classes() -> None:
    position = Position().open()
    position.sign_in("east")
    position.people.check(Right.ACKNOWLEDGE, FIRE, SMOKE_EAST)
    assert refused(lambda: position.people.check(Right.ACKNOWLEDGE, FIRE, SMOKE_WEST)) == "not_your_area"
    position.people.check(Right.ACKNOWLEDGE, FIRE, PointId("z2m/unheard-of#smoke"))
    position.sign_in("quiet")
    position.people.check(Right.ACKNOWLEDGE, TROUBLE, SMOKE_WEST)
    assert refused(lambda: position.people.check(Right.ACKNOWLEDGE, FIRE, SMOKE_WEST)) == "not_your_class"
    assert position.people.may(Right.ACKNOWLEDGE, TROUBLE) and not position.people.may(Right.UNDETERMINED)


def test_a_role_that_is_taken_away_counts_at_once_and_a_disabled_person_leaves() -> None:
    position = Position().open()
    position.sign_in("ng")
    position.people.check(Right.UNDETERMINED)
    position.read(LI, replace(NG, role=Role.DISPATCHER))
    assert refused(lambda: position.people.check(Right.UNDETERMINED)) == "no_right"
    position.read(LI)
    assert position.people.seating is Seating.EMPTY
    assert position.entries[-1].data["why"] == "disabled"
    assert position.told().count("AccountsChanged") == 2


# ---- a second person, and the acting supervisor ----


def test_a_second_person_consents_at_this_desk_without_taking_the_seat() -> None:
    position, given, codes = Position().open(), list[By](), list[str]()
    position.sign_in("li")
    assert refused(lambda: position.people.vouch("li", "x", Right.SECOND, given.append, codes.append)) == "same_person"
    for person, secret in (("ma", PASSWORDS["ma"]), ("ng", "wrong"), ("ng", PASSWORDS["ng"])):
        position.people.vouch(person, secret, Right.SECOND, given.append, codes.append)
        position.answer()
    assert codes == ["no_right", "wrong"]
    assert given == [By("ng", "desk-1")] and position.seat.person == "li"


def test_an_acting_supervisor_may_what_the_supervisor_may_until_his_time_is_over() -> None:
    position = Position().open()
    position.sign_in("ng")
    position.people.name_stand_in("li", 60)
    position.sign_in("li")
    position.people.check(Right.UNDETERMINED, FIRE)
    position.clock.advance(60 * 60_000)
    assert refused(lambda: position.people.check(Right.UNDETERMINED, FIRE)) == "no_right"
    assert position.entries[-1].kind == "ActingSupervisorEnded"
    assert position.entries[-1].by.is_person is False and position.people.acting() == ()


def test_standing_in_ends_by_hand_and_only_a_supervisor_or_he_himself_ends_it() -> None:
    position = Position().open()
    position.sign_in("ng")
    position.people.name_stand_in("li", 60)
    position.sign_in("chan")
    assert refused(lambda: position.people.end_stand_in("li")) == "no_right"
    position.sign_in("li")
    position.people.end_stand_in("li")
    assert position.people.acting() == () and not position.people.may(Right.UNDETERMINED)


@pytest.mark.parametrize(("person", "minutes", "code"), [
    ("li", 0, "acting_length"), ("li", 721, "acting_length"), ("ma", 60, "acting_role"),
    ("ng", 60, "acting_role"), ("nobody", 60, "no_account"),
])  # fmt: skip
def test_who_cannot_stand_in(person: str, minutes: int, code: str) -> None:
    position = Position().open()
    position.sign_in("ng")
    assert refused(lambda: position.people.name_stand_in(person, minutes)) == code


def test_a_dispatcher_names_nobody_unless_a_supervisor_vouches_for_it() -> None:
    position = Position().open()
    position.sign_in("li")
    assert refused(lambda: position.people.name_stand_in("li", 60)) == "no_right"
    position.people.name_stand_in("li", 60, By("ng", "desk-1"))
    assert position.people.acting()[0].by == By("ng", "desk-1")
    assert refused(lambda: position.people.name_stand_in("li", 60, By("ng", "desk-1"))) == "acting_already"


def test_standing_in_survives_a_restart_and_ends_at_its_time_then_too() -> None:
    before = Position().open()
    before.sign_in("ng")
    before.people.name_stand_in("li", 60)
    before.clock.advance(40 * 60_000)
    after = Position(run="boot2", clock=before.clock, journal=before.journal).open()
    assert [one.person for one in after.people.acting()] == ["li"]
    after.clock.advance(20 * 60_000)
    assert after.people.acting() == ()


def test_of_two_consoles_that_end_it_at_once_the_loser_takes_the_others_word() -> None:
    desk = Position("desk-1").open()
    desk.sign_in("ng")
    desk.people.name_stand_in("li", 60)
    named = desk.entries[-1]
    desk.clock.advance(60 * 60_000)
    ours = desk.entries[-1]
    theirs = replace(ours, by=By("ng", "desk-2"), data={"early": True})
    stream = tuple(Recorded(entry, "desk-2/x", 1, "", "") for entry in (named, theirs))
    assert desk.people.overruled(Conflict(ours, stream)) is True
    assert desk.people.acting() == ()


def test_entries_of_other_desks_are_not_taken_for_ours() -> None:
    position = Position().open()
    position.sign_in("li")
    other = replace(position.entries[0], stream="alarm/x", kind="AlarmRaised")
    assert position.people.overruled(Conflict(other, (Recorded(other, "", 0, "", ""),))) is False
    position.people.take(other)
    assert [one.person for one in position.people.present()] == ["li"]
    assert CHAN.person in [account.person for account in position.people.accounts()]
