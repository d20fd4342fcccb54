"""Time: deadlines keep their order and their length, whatever the wall clock does."""

from __future__ import annotations

from console.clock import FEW, Clock, FakeClock, iso_ms


def test_deadlines_run_in_order_of_their_due_time_and_equal_ones_as_they_were_set() -> None:
    clock, ran = FakeClock(), list[str]()
    clock.after(200, lambda: ran.append("late"))
    clock.after(100, lambda: ran.append("first"))
    clock.after(100, lambda: ran.append("second"))
    clock.advance(99)
    assert ran == []
    clock.advance(101)
    assert ran == ["first", "second", "late"]


def test_a_cancelled_deadline_never_runs() -> None:
    clock, ran = FakeClock(), list[str]()
    clock.after(10, lambda: ran.append("no")).cancel()
    clock.advance(1000)
    assert ran == [] and clock.next_in_ms() is None


def test_a_wall_clock_stepped_back_an_hour_delays_no_deadline_and_is_noticed_once() -> None:
    clock, ran = FakeClock(), list[str]()
    clock.after(500, lambda: ran.append("due"))
    clock.step(-3_600_000)
    clock.advance(500)
    assert ran == ["due"]
    assert clock.stepped_ms() == -3_600_000
    assert clock.stepped_ms() == 0


def test_a_deadline_set_by_a_deadline_waits_for_its_own_time() -> None:
    clock, ran = FakeClock(), list[int]()

    def again() -> None:
        ran.append(clock.monotonic_ns() // 1_000_000)
        clock.after(100, again)

    clock.after(100, again)
    clock.advance(350)
    assert ran == [100, 200, 300]


def test_the_real_clock_says_when_the_next_deadline_is_due() -> None:
    clock = Clock()
    clock.after(60_000, lambda: None)
    next_ms = clock.next_in_ms()
    assert next_ms is not None and 59_000 < next_ms <= 60_000


def test_times_are_written_in_utc_with_milliseconds() -> None:
    assert iso_ms(1_795_163_398_250) == "2026-11-20T08:29:58.250Z"


def test_deadlines_that_are_set_and_cancelled_again_and_again_do_not_pile_up() -> None:
    clock, called = FakeClock(), list[str]()
    kept = clock.after(3_600_000, lambda: called.append("kept"))
    for _ in range(10_000):
        clock.after(86_400_000, lambda: called.append("never")).cancel()
    assert len(clock._queue.heap) <= 2 * FEW
    clock.advance(90_000_000)
    assert called == ["kept"] and not kept.cancelled
