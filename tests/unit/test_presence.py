"""Who shares the journal: who fell silent, who is back, who does what alone. One clock moves, others are not asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from console import announce
from console.announce import Announcement
from console.attendance import Attendance, Beat, Present
from console.clock import FakeClock
from console.journal import Entry, Recorded
from console.model import LIVE, AlarmClass, By, Condition, ConditionChanged, Seat
from console.presence import BEAT_MS, DARK_MS, EVIDENCE, FORGOTTEN_MS, Presence, dark_point

OURS, THEIRS = "desk-1/a", "desk-2/b"


class Room:
    """desk-1 with what it says and hears."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.beats: list[Beat] = []
        self.reported: list[ConditionChanged] = []
        self.told: list[Announcement] = []
        self.changes = 0
        self.hears = True
        self.presence = Presence(
            self.clock, Seat("desk-1", "Li"), OURS, self.beats.append, lambda: self.hears, self.reported.append,
            self.told.append, self._changed,
        )  # fmt: skip
        self.presence.start()
        self.other = Present("desk-2", THEIRS, 1, self.clock.now_ms(), "Wang", hears=True)
        self.leases = {EVIDENCE: OURS}

    def _changed(self) -> None:
        self.changes += 1

    def answer(self, *present: Present) -> None:
        """The journal's home answers a beat of ours."""
        ours = Present("desk-1", OURS, len(self.beats), self.clock.now_ms(), "Li", hears=self.hears)
        self.presence.take(Attendance((ours, *present), self.leases))

    def live(self, seconds: int, *, beating: bool = True) -> None:
        """Time passes; the journal answers each second, and the other console beats or does not."""
        for _ in range(seconds):
            self.clock.advance(BEAT_MS)
            if beating:
                self.other = replace(self.other, beat=self.other.beat + 1)
            self.answer(self.other)

    def conditions(self) -> list[tuple[str, Condition]]:
        return [(change.point, change.condition) for change in self.reported]


@pytest.fixture
def room() -> Room:
    return Room()


DARK = (dark_point("desk-2"), Condition.ACTIVE)
BACK = (dark_point("desk-2"), Condition.NORMAL)


def test_a_position_that_falls_silent_is_dark_after_five_seconds_and_back_with_its_first_word(room: Room) -> None:
    room.live(3)
    assert [other.person for other in room.presence.others()] == ["Wang"]
    room.live(DARK_MS // 1000, beating=False)
    assert DARK not in room.conditions()
    room.live(1, beating=False)
    assert room.conditions()[-1] == DARK and room.presence.dark() == ("desk-2",)
    assert room.reported[-1].alarm_class is AlarmClass.TROUBLE
    assert isinstance(room.told[-1], announce.PositionDark)
    room.live(1)
    assert room.conditions()[-1] == BACK and room.presence.dark() == ()


def test_who_starts_clears_the_word_that_it_is_dark(room: Room) -> None:
    assert room.conditions() == [(dark_point("desk-1"), Condition.NORMAL)]


def test_who_leaves_in_order_is_never_called_dark(room: Room) -> None:
    room.live(2)
    room.other = replace(room.other, has_left=True)
    room.live(60, beating=False)
    assert DARK not in room.conditions()
    assert room.presence.is_away("desk-2")
    assert [type(each) for each in room.told] == [announce.PositionSeen, announce.PositionLeft]


def test_while_the_journal_does_not_answer_nobody_is_called_dark(room: Room) -> None:
    room.live(2)
    room.clock.advance(60_000)
    room.answer(room.other)
    assert DARK not in room.conditions(), "we could not hear, so it may have spoken"
    room.live(DARK_MS // 1000 + 1, beating=False)
    assert room.conditions()[-1] == DARK


def test_a_stepped_wall_clock_makes_nobody_dark(room: Room) -> None:
    room.live(2)
    room.clock.step(-3_600_000)
    room.live(3)
    room.clock.step(7_200_000)
    room.live(3)
    assert DARK not in room.conditions()


def test_a_position_out_of_use_since_yesterday_is_no_trouble(room: Room) -> None:
    old = replace(room.other, at_ms=room.clock.now_ms() - FORGOTTEN_MS - 1)
    for _ in range(20):
        room.clock.advance(BEAT_MS)
        room.answer(old)
    assert DARK not in room.conditions() and room.presence.others() == ()


def test_a_new_run_of_a_dark_position_is_that_position_back(room: Room) -> None:
    room.live(2)
    room.live(10, beating=False)
    room.other = replace(room.other, writer="desk-2/c", beat=1)
    room.answer(room.other)
    assert room.conditions()[-1] == BACK


def test_a_beat_says_who_sits_here_whether_he_hears_and_who_is_gone(room: Room) -> None:
    room.live(2)
    room.hears = False
    room.live(8, beating=False)
    assert room.beats[-1] == Beat(hears=False, person="Li", wants=(EVIDENCE,), gone=frozenset({THEIRS}))


def test_clips_are_ours_to_order_until_another_console_says_otherwise(room: Room) -> None:
    assert room.presence.leads(EVIDENCE)
    room.leases = {EVIDENCE: THEIRS}
    room.live(1)
    assert not room.presence.leads(EVIDENCE)
    before = room.changes
    room.leases = {EVIDENCE: OURS}
    room.live(1)
    assert room.presence.leads(EVIDENCE) and room.changes == before + 1


def test_what_a_gone_console_began_is_ours_to_finish_and_what_a_living_one_began_is_not(room: Room) -> None:
    assert room.presence.does("desk-1") and not room.presence.does("desk-2"), "nothing is known yet"
    room.live(2)
    assert not room.presence.does("desk-2")
    assert room.presence.does("desk-9"), "nobody has heard of it"
    room.live(10, beating=False)
    assert room.presence.does("desk-2")


def test_a_detector_is_heard_elsewhere_only_by_a_living_console_with_a_broker(room: Room) -> None:
    assert not room.presence.is_heard_elsewhere
    room.live(2)
    assert room.presence.is_heard_elsewhere
    room.other = replace(room.other, hears=False)
    room.live(1)
    assert not room.presence.is_heard_elsewhere
    room.other = replace(room.other, hears=True)
    room.live(8, beating=False)
    assert not room.presence.is_heard_elsewhere


def started(writer: str) -> Recorded:
    entry = Entry(LIVE, f"position/{writer}", 1, "Started", 0, By(machine="console"))
    return Recorded(entry, writer, 1, "", "")


def test_a_console_that_wrote_before_its_first_beat_is_not_away_until_it_keeps_silent(room: Room) -> None:
    room.clock.advance(BEAT_MS)
    room.answer()
    was = room.presence.does("desk-2")
    room.presence.wrote([started(THEIRS)])
    assert (was, room.presence.does("desk-2")) == (True, False), "nobody had heard of it"
    changes = room.changes
    for _ in range(DARK_MS // BEAT_MS + 1):
        room.clock.advance(BEAT_MS)
        room.answer()
    assert room.presence.does("desk-2") and room.changes > changes, "what it began is ours now, and somebody is told"


def test_a_new_run_of_a_position_that_left_is_there_with_what_it_writes(room: Room) -> None:
    room.live(1)
    room.answer(replace(room.other, has_left=True))
    room.presence.wrote([started(THEIRS)])
    late = room.presence.is_away("desk-2")
    room.presence.wrote([started("desk-2/c")])
    assert (late, room.presence.is_away("desk-2")) == (True, False), "its last words, read late, are no new run"
