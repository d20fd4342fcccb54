"""Who is dialled when: the shown camera first, no host overrun, dead cameras slowly."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.videod.dialer import Dialer, Turn, back_off_s


def run(work: Coroutine[object, object, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 5))


async def hold(dialer: Dialer, turn: Turn, done: asyncio.Event) -> None:
    async with dialer.dialling(turn):
        await done.wait()


def ask(dialer: Dialer, host: str = "h", *, first: bool = True, urgent: bool = False) -> Turn:
    return dialer.ask(host, is_first=first, is_urgent=urgent)


def test_a_host_gets_no_more_than_its_share_at_once() -> None:
    async def work() -> None:
        dialer, done = Dialer(10_000, 4, max_per_host=4), asyncio.Event()
        turns = [ask(dialer) for _ in range(5)]
        tasks = [asyncio.create_task(hold(dialer, turn, done)) for turn in turns]
        await asyncio.wait([turn.granted for turn in turns[:3]])
        other = ask(dialer, host="other")
        tasks.append(asyncio.create_task(hold(dialer, other, done)))
        await other.granted  # a full host holds nobody else up
        assert [turn.granted.done() for turn in turns] == [True] * 3 + [False] * 2
        done.set()
        await asyncio.gather(*tasks)
        assert all(turn.granted.done() for turn in turns)

    run(work())


def test_a_shown_camera_goes_before_all_that_wait() -> None:
    async def work() -> None:
        dialer, done = Dialer(20, 4, max_per_host=1), asyncio.Event()
        turns = [ask(dialer, host=f"h{number}") for number in range(4)]
        order: list[int] = []
        for number, turn in enumerate(turns):
            turn.granted.add_done_callback(lambda _, number=number: order.append(number))
        done.set()
        tasks = [asyncio.create_task(hold(dialer, turn, done)) for turn in turns]
        turns[3].is_urgent = True
        await asyncio.gather(*tasks)
        assert order == [3, 0, 1, 2]

    run(work())


def test_a_shown_camera_passes_a_host_that_is_busy_with_dead_ones() -> None:
    async def work() -> None:
        dialer, done = Dialer(10_000, 4, max_per_host=8), asyncio.Event()
        dead = [asyncio.create_task(hold(dialer, ask(dialer), done)) for _ in range(20)]
        shown = ask(dialer)
        waiting = asyncio.create_task(hold(dialer, shown, done))
        shown.is_urgent = True
        dialer.look_again()
        await shown.granted
        done.set()
        await asyncio.gather(*dead, waiting)

    run(work())


@pytest.mark.parametrize("most", [1, 2, 3, 8])
def test_shown_cameras_too_keep_to_what_a_host_may_be_dialled_at_once(most: int) -> None:
    async def work() -> None:
        dialer, done = Dialer(10_000, 4, max_per_host=most), asyncio.Event()
        turns = [ask(dialer, urgent=True) for _ in range(40)]
        tasks = [asyncio.create_task(hold(dialer, turn, done)) for turn in turns]
        await turns[0].granted
        assert sum(turn.granted.done() for turn in turns) == most
        done.set()
        await asyncio.gather(*tasks)

    run(work())


@pytest.mark.parametrize(("first", "per_s"), [(True, 50), (False, 25)])
def test_dials_keep_their_pace(first: bool, per_s: int) -> None:
    async def work() -> None:
        dialer, done = Dialer(50, 25, max_per_host=99), asyncio.Event()
        done.set()
        loop = asyncio.get_running_loop()
        begin = loop.time()
        await asyncio.gather(*(hold(dialer, ask(dialer, first=first), done) for _ in range(6)))
        assert loop.time() - begin >= 5 / per_s - 0.005

    run(work())


def test_a_whole_wall_is_dialled_at_once_and_no_second_sees_more_dials_than_allowed() -> None:
    async def work() -> None:
        dialer, done = Dialer(20, 4, max_per_host=99), asyncio.Event()
        done.set()
        loop = asyncio.get_running_loop()
        begin = loop.time()
        turns = [dialer.ask("nvr", is_first=True, is_urgent=True) for _ in range(22)]
        granted: list[float] = []
        for turn in turns:
            turn.granted.add_done_callback(lambda _: granted.append(loop.time() - begin))
        await asyncio.gather(*(hold(dialer, turn, done) for turn in turns))
        assert granted[15] < 0.5
        assert granted[20] >= 0.99

    run(work())


def test_a_camera_that_leaves_the_queue_takes_no_turn() -> None:
    async def work() -> None:
        dialer, done = Dialer(10_000, 4, max_per_host=1), asyncio.Event()
        first, second, third = (ask(dialer) for _ in range(3))
        tasks = [asyncio.create_task(hold(dialer, turn, done)) for turn in (first, second, third)]
        await first.granted
        tasks[1].cancel()
        done.set()
        await third.granted
        await asyncio.gather(*tasks, return_exceptions=True)

    run(work())


@given(failures=st.integers(1, 40), jitter=st.floats(0, 1))
def test_the_pauses_grow_from_a_second_to_a_minute(failures: int, jitter: float) -> None:
    pause = back_off_s(failures, jitter)
    assert back_off_s(failures, 0) <= pause <= back_off_s(failures + 1, 1) or failures > 5
    assert 0.5 <= pause <= (1 if failures == 1 else 15 if failures <= 5 else 60)
