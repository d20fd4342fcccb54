"""When a clock is doubted and believed again: nobody synchronises it, or database and other consoles have another."""

from __future__ import annotations

from console.attendance import ClockTold, Present
from console.clock import FakeClock
from console.config.schema import ClockConfig
from console.custody.timekeeping import Timekeeping
from console.model import LinkDown, LinkUp
from console.safekeeping import ClockLooked

MINUTE_MS = 60_000


class Watched:
    def __init__(self, config: ClockConfig = ClockConfig()) -> None:  # noqa: B008  # frozen
        self.clock = FakeClock()
        self.said: list[LinkDown | LinkUp] = []
        self.beat = 0
        self.desk = Timekeeping(self.clock, "desk-1", self.said.append)
        self.desk.configure(config)

    def look(self, minutes: int, is_synchronised: bool | None, ahead_ms: int | None = None) -> None:
        for _ in range(2 * minutes):
            self.desk.looked(ClockLooked(is_synchronised, ahead_ms))
            self.clock.advance(MINUTE_MS // 2)

    def hear(self, ahead_ms: int, delays: tuple[int, ...] = (900, 400, 80, 700), *, has_left: bool = False) -> None:
        """Beats of desk-2, whose clock is behind ours by so much; each was so long on its way."""
        for delay in delays:
            self.beat += 1
            at_ms = self.clock.now_ms() - ahead_ms - delay
            self.desk.others([Present("desk-1", "desk-1/a", self.beat, self.clock.now_ms()),
                              Present("desk-2", "desk-2/b", self.beat, at_ms, has_left=has_left)])  # fmt: skip
            self.clock.advance(1_000)

    def told(self, ahead_ms: int, position: str = "desk-2", times: int = 5) -> None:
        """desk-2, whose clock is behind ours by so much, says at the broker what time it is."""
        for delay in (900, 10, 400, 80, 700)[:times]:
            now = self.clock.now_ms()
            self.desk.told(ClockTold(position, now - ahead_ms - delay, now))
            self.clock.advance(1_000)

    def doubts(self) -> list[tuple[str, str, str]]:
        return [(one.name, one.reason, one.detail) for one in self.said if isinstance(one, LinkDown)]


def test_a_clock_nobody_synchronises_is_a_trouble_after_a_quarter_of_an_hour() -> None:
    watched = Watched()
    watched.look(15, False)
    assert watched.doubts() == []
    watched.look(1, False)
    assert watched.doubts() == [("ntp", "unsynchronised", "")]
    watched.look(1, True)
    assert isinstance(watched.said[-1], LinkUp)


def test_a_short_time_without_synchronisation_is_none() -> None:
    watched = Watched()
    for _ in range(5):
        watched.look(14, False)
        watched.look(1, True)
    assert watched.doubts() == []


def test_a_system_that_does_not_say_and_a_site_that_does_not_ask_are_left_alone() -> None:
    silent, unasked = Watched(), Watched(ClockConfig(ntp=False))
    silent.look(60, None)
    unasked.look(60, False)
    assert silent.said == unasked.said == []


def test_a_clock_that_differs_from_the_databases_is_a_trouble_until_it_hardly_does() -> None:
    watched = Watched()
    for ahead, doubts in ((1_900, 0), (-2_100, 1), (-1_500, 1), (-900, 1), (3_000, 2)):
        watched.look(1, True, ahead)
        assert len(watched.doubts()) == doubts, ahead
    assert watched.doubts() == [("database", "database_apart", "-2.1 s"), ("database", "database_apart", "+3.0 s")]


def test_another_consoles_clock_is_judged_by_its_least_delayed_word() -> None:
    watched = Watched()
    watched.hear(1_500)
    watched.hear(1_500)
    assert watched.doubts() == []
    watched = Watched()
    watched.hear(-5_000, (10, 900, 400, 80, 700))
    assert [(name, reason) for name, reason, _ in watched.doubts()] == [("desk-2", "console_apart")]
    assert watched.doubts()[0][2].startswith("-4.9")


def test_one_beat_read_again_and_again_says_nothing_new() -> None:
    watched = Watched()
    watched.hear(0)
    for _ in range(20):
        watched.desk.others([Present("desk-2", "desk-2/b", watched.beat, watched.clock.now_ms() - 60_000)])
    assert watched.doubts() == []


def test_a_position_that_has_left_has_no_clock_to_doubt() -> None:
    watched = Watched()
    watched.hear(9_000, (10, 900, 400, 80, 700))
    assert len(watched.doubts()) == 1
    watched.hear(9_000, (10,), has_left=True)
    assert watched.said[-1] == LinkUp("clock", "desk-2", watched.clock.now_ms() - 1_000)


def test_another_consoles_clock_is_judged_by_what_it_says_at_the_broker_too_while_the_journal_is_away() -> None:
    watched = Watched()
    watched.told(5_000)
    assert [(name, reason, detail) for name, reason, detail in watched.doubts()] == [
        ("desk-2", "console_apart", "+5.0 s")
    ]
    watched.told(0)
    watched.told(0)
    assert watched.said[-1] == LinkUp("clock", "desk-2", watched.said[-1].at_ms)


def test_our_own_word_and_a_crowd_of_invented_positions_are_no_clocks() -> None:
    watched = Watched()
    watched.told(60_000, "desk-1")
    for n in range(500):
        watched.told(0, f"invented-{n}", 1)
    watched.told(60_000, "desk-9")
    assert watched.doubts() == []
