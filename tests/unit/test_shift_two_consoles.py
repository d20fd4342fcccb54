"""A shift at two consoles on one journal: both run every clock, the first append wins, a machine's loss is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from console import announce
from console.alarms import Alarm, is_alarm
from console.config.patterns import CountConfig, JoinConfig, RaiseConfig
from console.config.schema import AlarmsConfig
from console.journal import Conflict, Entry, Recorded, Told
from console.model import LIVE
from tests.unit.shift import RULES, Shift


class Pair:
    """desk-1 writes first; desk-2 hears of it when it is told to."""

    def __init__(self, rules: AlarmsConfig = RULES) -> None:
        self.first, self.second = Shift(rules=rules), Shift(rules=rules)
        self.second.seat.position, self.second.seat.person = "desk-2", "wang"
        self._told = 0
        self._numbers = count(1)

    def advance(self, seconds: float) -> None:
        for shift in (self.first, self.second):
            shift.clock.advance(round(seconds * 1000))

    def tell(self) -> None:
        """desk-2 is told what desk-1 has written since."""
        news = self.first.store.entries[self._told :]
        self._told += len(news)
        gaps = self.second.console.live.learn(self._recorded(entry) for entry in news)
        assert gaps == ()

    def overrule(self) -> None:
        """desk-2 lost with everything it wrote about alarms: what desk-1 wrote is true."""
        for stream in dict.fromkeys(e.stream for e in self.second.store.entries if is_alarm(e, LIVE)):
            truth = tuple(self._recorded(e) for e in self.first.store.entries if e.stream == stream)
            mine = [entry for entry in self.second.store.entries if entry.stream == stream]
            for entry in mine:
                self.second.console.handle(Conflict(entry, truth))

    def both(self, name: str) -> tuple[Alarm | None, Alarm | None]:
        return self.first.alarm(name), self.second.alarm(name)

    def _recorded(self, entry: Entry) -> Recorded:
        return Recorded(entry, "desk-1/x", next(self._numbers), "", "")


def test_what_one_console_raises_the_other_shows_sounds_and_watches() -> None:
    pair = Pair()
    pair.first.say("smoke-1", "alarm")
    pair.tell()
    assert pair.second.console.sounding.tone is not None
    ours, theirs = pair.both("smoke-1")
    assert ours is not None and theirs is not None and ours.id == theirs.id
    pair.advance(91)
    ours, theirs = pair.both("smoke-1")
    assert ours is not None and theirs is not None
    assert (ours.verify, ours.escalation) == (theirs.verify, theirs.escalation) and theirs.verify.is_expired


def test_a_machine_that_was_second_loses_without_a_word_and_both_see_the_same() -> None:
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.say("smoke-1", "alarm")
    pair.advance(100)
    pair.overrule()
    ours, theirs = pair.both("smoke-1")
    assert ours is not None and theirs is not None
    assert pair.first.described(ours) == pair.second.described(theirs) and ours.version == theirs.version
    assert '"ActOverruled"' not in pair.second.log.getvalue()


def test_a_person_who_was_second_is_told_who_was_first() -> None:
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.say("leak", "alarm")
    pair.first.happen("li acks leak")
    pair.second.happen("wang acks leak")
    pair.overrule()
    alarm = pair.second.alarm("leak")
    assert alarm is not None and alarm.owner is not None and alarm.owner.person == "li"
    assert '"ActOverruled"' in pair.second.log.getvalue()


def test_the_acts_of_one_console_are_the_state_of_the_other() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  smoke-1 alarm              | smoke-1 unacknowledged
        00:01  leak alarm                 | leak unacknowledged
        00:02  li shelves leak 30 works   | leak shelved
        00:03  li acks smoke-1            | smoke-1 acknowledged
        00:04  li finds smoke-1 false     | smoke-1 verify false
        00:05  li tests smoke-2 30        |
    """)
    pair.tell()
    pair.second.clock.advance(5_000)
    pair.second.play("""
        00:05                             | smoke-1 acknowledged, verify false, owned by li
        00:05                             | leak shelved                                      | silent
        00:06  smoke-2 alarm              | smoke-2 on_test                                   | silent
    """)


def test_the_clock_of_a_shelf_runs_on_the_other_console_too() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  leak alarm                 | leak unacknowledged
        00:00  li shelves leak 30 works   | leak shelved
    """)
    pair.tell()
    pair.second.play("""
        29:59                             | leak shelved
        30:00                             | leak unacknowledged, because shelf_ended          | sounds
    """)


def test_an_entry_that_misses_what_came_before_names_its_stream() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  leak alarm                 | leak unacknowledged
        00:01  li acks leak               | leak acknowledged
    """)
    acknowledged = pair.first.journal("AlarmAcknowledged")[0]
    gaps = pair.second.console.live.learn([Recorded(acknowledged, "desk-1/x", 9, "", "")])
    assert gaps == (acknowledged.stream,) and pair.second.alarm("leak") is None


def test_an_entry_that_is_told_twice_changes_nothing() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  leak alarm                 | leak unacknowledged
        00:01  li tests smoke-1 30        |
    """)
    pair.tell()
    before = pair.second.alarm("leak")
    pair._told = 0
    pair.tell()
    assert pair.second.alarm("leak") == before
    assert len(list(pair.second.console.live.service)) == 1


def test_a_test_another_console_ended_is_over_here_and_what_it_signalled_is_closed() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  li tests smoke-1 30        |
        00:01  smoke-1 alarm              | smoke-1 on_test
        00:02  smoke-1 normal             | smoke-1 on_test
    """)
    pair.tell()
    assert pair.second.alarm("smoke-1") is not None
    pair.first.play("""
        00:03  li ends smoke-1            | smoke-1 closed
    """)
    pair.tell()
    assert pair.second.alarm("smoke-1") is None and pair.second.console.sounding.tone is None


PATTERNS = AlarmsConfig(
    counts=(CountConfig("trips", ("leakage_current",)),),
    joins=(JoinConfig("flooding", ("water_level",), ("rain_warning",)),),
    raises=(RaiseConfig("lane", ("fire_lane_occupied",)),),
)
STORY = """
    00:00  lane alarm                 | lane unacknowledged, priority 3
    00:01  smoke-1 alarm              | lane unacknowledged, priority 2
    00:02  leak alarm                 |
    00:03  leak-2 alarm               |
    00:04  leak normal                |
    00:05  leak alarm                 | trips unacknowledged, x1
    00:06  rain red                   |
    00:07  gauge alarm                | flooding unacknowledged, x1
    00:08  shown flooding             | gauge suppressed
"""
SEEN = """
    00:09                             | lane unacknowledged, priority 2
    00:09                             | trips unacknowledged, x1
    00:09                             | flooding unacknowledged, x1
    00:09                             | gauge suppressed
"""


def test_what_rules_say_at_one_console_is_the_state_of_the_other() -> None:
    pair = Pair(PATTERNS)
    pair.first.play(STORY)
    pair.tell()
    pair.second.clock.advance(8_000)
    pair.second.play(SEEN)


def test_both_run_every_rule_and_whoever_is_second_loses_without_a_word() -> None:
    pair = Pair(PATTERNS)
    pair.first.play(STORY)
    pair.second.play(STORY)
    pair.overrule()
    pair.second.play(SEEN)
    for name in ("lane", "trips", "flooding", "gauge"):
        ours, theirs = pair.both(name)
        assert ours is not None and theirs is not None
        assert (pair.first.described(ours), ours.version) == (pair.second.described(theirs), theirs.version), name
    assert '"ActOverruled"' not in pair.second.log.getvalue()


def test_a_rule_ends_at_the_other_console_too_when_the_first_is_gone() -> None:
    pair = Pair(PATTERNS)
    pair.first.play(STORY)
    pair.tell()
    pair.second.clock.advance(8_000)
    pair.second.play("""
        00:10  smoke-1 normal             | lane unacknowledged, priority 3
        00:11  rain normal                | flooding cleared
        10:05                             | trips cleared
    """)


def test_a_fire_of_today_is_not_lost_with_an_answer_about_the_one_before_it() -> None:
    """Both reset the old alarm in one blink, and its detector is active again before the journal has answered."""
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.play("""
            00:00  smoke-1 alarm            | smoke-1 unacknowledged
            00:05  li acks smoke-1          | smoke-1 acknowledged
            00:10  smoke-1 normal           | smoke-1 latched
            00:20  li resets smoke-1 false  | smoke-1 closed
        """)
    old = [entry for entry in pair.second.store.entries if is_alarm(entry, LIVE)]
    pair.second.say("smoke-1", "alarm")  # and desk-1 does not hear it
    new = pair.second.alarm("smoke-1")
    truth = tuple(pair._recorded(e) for e in pair.first.store.entries if is_alarm(e, LIVE))
    pair.second.console.handle(Conflict(old[-1], truth))
    assert new is not None and pair.second.alarm("smoke-1") == new
    assert new.id in [alarm.id for alarm in pair.second.console.live.rows()]
    assert pair.second.console.sounding.tone is not None


def test_what_is_said_of_an_alarm_that_is_over_here_changes_nothing_of_the_one_after_it() -> None:
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.say("smoke-1", "alarm")
        shift.happen("li acks smoke-1")
    pair.second.play("00:10 smoke-1 normal | smoke-1 latched")
    pair.second.happen("li resets smoke-1 false")
    pair.second.say("smoke-1", "alarm")
    lost = next(e for e in pair.second.store.entries if e.kind == "AlarmCleared")
    pair.first.say("smoke-1", "worse")  # there the old one has never ended
    truth = tuple(pair._recorded(e) for e in pair.first.store.entries if is_alarm(e, LIVE))
    pair.second.console.handle(Conflict(lost, truth))
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.is_active and alarm.id.endswith("/2")
    pair.second.happen("li acks smoke-1")
    assert pair.second.console.sounding.tone is None  # nothing sounds for which there is no row


def test_of_two_open_alarms_of_a_detector_a_start_shows_the_later_one_as_it_is() -> None:
    pair = Pair()
    pair.second.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:05  li acks smoke-1          | smoke-1 acknowledged
        00:10  smoke-1 normal           | smoke-1 latched
        00:20  li resets smoke-1 false  | smoke-1 closed
        00:30  smoke-1 alarm            | smoke-1 unacknowledged
    """)
    entries = pair.second.store.entries
    entries[:] = [replace(e, open=True) for e in entries if e.kind != "AlarmReset"]  # another console kept it open
    pair.second.play("""
        00:32  restart                  | smoke-1 unacknowledged, x1  | sounds
        00:35  li acks smoke-1          | smoke-1 acknowledged        | silent
    """)
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.id.endswith("/2") and alarm.version == 2


def test_a_fire_that_is_read_from_the_journal_as_a_whole_is_seen_and_heard() -> None:
    pair = Pair()
    pair.first.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:01  smoke-1 normal           | smoke-1 cleared
    """)
    truth = tuple(pair._recorded(e) for e in pair.first.store.entries if is_alarm(e, LIVE))
    pair.second.console.handle(Told(LIVE, truth[0].entry.stream, truth))
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.id in pair.second.console.seeing.rankings
    assert pair.second.console.sounding.tone is not None


def test_of_an_alarm_that_the_journal_says_is_over_no_row_no_picture_and_no_sound_is_left() -> None:
    pair = Pair()
    pair.first.say("smoke-1", "alarm")
    pair.tell()
    told: list[str] = []

    class Window:
        def on_changed(self, changed: announce.AlarmChanged) -> None:
            told.append(changed.alarm)

    window = Window()
    pair.second.console.announcer.subscribe(announce.AlarmChanged, window.on_changed)
    pair.first.play("""
        00:05  li acks smoke-1          | smoke-1 acknowledged
        00:10  smoke-1 normal           | smoke-1 latched
        00:20  li resets smoke-1 false  | smoke-1 closed
    """)
    truth = tuple(pair._recorded(e) for e in pair.first.store.entries if is_alarm(e, LIVE))
    id_ = pair.second.id("smoke-1")
    pair.second.console.handle(Told(LIVE, truth[0].entry.stream, truth))
    assert pair.second.alarm("smoke-1") is None and pair.second.console.sounding.tone is None
    assert id_ in told and id_ not in pair.second.console.seeing.rankings


def test_a_later_alarm_that_is_over_takes_no_open_one_away() -> None:
    pair = Pair()
    pair.second.say("smoke-1", "alarm")  # here the first one has never ended
    pair.first.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:01  li acks smoke-1          | smoke-1 acknowledged
        00:02  smoke-1 normal           | smoke-1 latched
        00:03  li resets smoke-1 false  | smoke-1 closed
        00:04  smoke-1 alarm            | smoke-1 unacknowledged
        00:05  li acks smoke-1          | smoke-1 acknowledged
        00:06  smoke-1 normal           | smoke-1 latched
        00:07  li resets smoke-1 false  | smoke-1 closed
    """)
    later = [e for e in pair.first.store.entries if is_alarm(e, LIVE) and e.stream.endswith("/2")]
    pair.second.console.handle(Told(LIVE, later[0].stream, tuple(map(pair._recorded, later))))
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.is_owed and pair.second.console.sounding.tone is not None


def test_where_a_later_alarm_takes_the_place_of_the_one_before_it_nothing_of_that_is_left() -> None:
    pair = Pair()
    pair.second.say("smoke-1", "alarm")  # here the first one has never ended
    before = pair.second.id("smoke-1")
    pair.first.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:01  li acks smoke-1          | smoke-1 acknowledged
        00:02  smoke-1 normal           | smoke-1 latched
        00:03  li resets smoke-1 false  | smoke-1 closed
        00:04  smoke-1 alarm            | smoke-1 unacknowledged
    """)
    later = [e for e in pair.first.store.entries if is_alarm(e, LIVE) and e.stream.endswith("/2")]
    pair.second.console.handle(Told(LIVE, later[0].stream, tuple(map(pair._recorded, later))))
    after = pair.second.id("smoke-1")
    assert after != before and list(pair.second.console.seeing.rankings) == [after]
    pair.second.happen("wang acks smoke-1")
    assert pair.second.console.sounding.tone is None


def test_a_story_read_while_more_is_on_its_way_takes_back_nothing_of_it() -> None:
    pair = Pair()
    pair.second.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:01  smoke-1 normal           | smoke-1 cleared
    """)
    committed = tuple(pair._recorded(e) for e in pair.second.store.entries if is_alarm(e, LIVE))
    pair.second.say("smoke-1", "alarm")  # on its way to the journal
    pair.second.console.handle(Told(LIVE, committed[0].entry.stream, committed))
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.is_active and len(alarm.occurrences) == 2


class Commits:
    """The journal as it answers the second console: the first one's entries are there, what was decided on anything
    else, or before the last answer about that alarm was heard, has lost.
    """

    def __init__(self, pair: Pair) -> None:
        self._pair, self._store = pair, pair.second.store
        self._truth = [e for e in pair.first.store.entries if is_alarm(e, LIVE)]
        self._taken = self._lost = 0  # answers the desk had heard, and the number of the last one
        self._seen: list[int] = []
        append = self._store.append

        def noted(entries: Sequence[Entry], receipts: Sequence[int] = ()) -> None:
            self._seen += [self._taken] * len(entries)
            append(entries, receipts)

        self._store.append = noted  # type: ignore[method-assign]

    def settle(self) -> int:
        """Answer until nothing is asked any more; how many rounds that took, 20 at most."""
        self._seen = [0] * len(self._store.entries)
        for round_ in range(20):
            asked = [(e, n) for e, n in zip(self._store.entries, self._seen, strict=True) if is_alarm(e, LIVE)]
            self._store.entries.clear()
            self._seen.clear()
            if not asked:
                return round_
            has_lost, lost = False, []
            for entry, seen in asked:
                is_next = entry.version == len(self._truth) + 1 and not has_lost and seen >= self._lost
                if is_next:
                    self._truth.append(entry)
                else:
                    has_lost = True
                    lost.append(entry)
            story = tuple(map(self._pair._recorded, self._truth))
            self._lost = self._taken + len(lost)
            for entry in lost:
                self._taken += 1
                self._pair.second.console.handle(Conflict(entry, story))
            self._pair.second.clock.advance(50)
        return 20


def test_two_acts_that_lost_together_are_both_done_again_and_that_is_all() -> None:
    """The journal was away: one console's clocks ran on, at the other a person saw to the alarm."""
    pair = Pair()
    pair.first.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:31                           | smoke-1 level 2
    """)
    pair.second.play("""
        00:00  smoke-1 alarm            | smoke-1 unacknowledged
        00:05  wang acks smoke-1        | smoke-1 acknowledged
        00:09  wang finds smoke-1 false | smoke-1 verify false
    """)
    assert Commits(pair).settle() < 4
    pair.second.play("00:11 | smoke-1 acknowledged, verify false, owned by wang | silent")


@pytest.mark.parametrize("shown", ["first", "second"])
def test_a_fire_that_came_again_is_active_however_its_words_met_those_of_the_other_console(shown: str) -> None:
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.say("smoke-1", "alarm")
    for shift in (pair.first, pair.second)[shown == "second" :][:1]:
        shift.happen("shown smoke-1")  # the stories of the two are not of the same length
    for word in ("normal", "alarm"):
        pair.advance(1)
        for shift in (pair.first, pair.second):
            shift.say("smoke-1", word)
    assert Commits(pair).settle() < 5
    alarm = pair.second.alarm("smoke-1")
    assert alarm is not None and alarm.is_active


def test_an_answer_about_a_detector_on_test_is_told_like_any_other() -> None:
    pair = Pair()
    for shift in (pair.first, pair.second):
        shift.happen("li tests smoke-1 1")
    pair.second.happen("wang tests smoke-1 60")
    mine = [e for e in pair.second.store.entries if e.stream.startswith("point/")]
    pair.first.clock.advance(60_000)  # there it ends by itself
    truth = tuple(pair._recorded(e) for e in pair.first.store.entries if e.stream.startswith("point/"))
    pair.second.console.handle(Conflict(mine[-1], truth))
    assert '"ActOverruled"' in pair.second.log.getvalue()
