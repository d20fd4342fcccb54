"""The inbox: nothing urgent is lost or overtaken, plain numbers keep only the newest, a bad item stops nobody."""

from __future__ import annotations

import threading

import pytest

from console.inbox import Inbox


def drain(inbox: Inbox, budget_ms: float = 1000) -> list[object]:
    taken: list[object] = []
    inbox.drain(taken.append, lambda item, error: None, budget_ms)
    return taken


def test_urgent_posts_come_first_and_in_order_and_samples_keep_the_newest() -> None:
    inbox = Inbox()
    inbox.post_sample("p", 1)
    inbox.post_sample("p", 2)
    inbox.post("a")
    inbox.post("b")
    assert drain(inbox) == ["a", "b", 2]


def test_an_item_that_raises_is_handed_over_with_its_error_and_the_next_is_handled() -> None:
    inbox, failed, handled = Inbox(), list[tuple[object, str]](), list[object]()
    inbox.post("bad")
    inbox.post("good")

    def handle(item: object) -> None:
        if item == "bad":
            raise ValueError("boom")
        handled.append(item)

    inbox.drain(handle, lambda item, error: failed.append((item, str(error))), 1000)
    assert handled == ["good"] and failed == [("bad", "boom")]


@pytest.mark.parametrize("behind", [(), ("behind",)], ids=["alone", "with others behind it"])
def test_where_even_telling_of_a_bad_item_raises_what_waits_and_what_comes_is_still_handled(
    behind: tuple[str, ...],
) -> None:
    inbox, wakes = Inbox(), list[int]()
    inbox.on_wake(lambda: wakes.append(1))

    def broken(*_: object) -> None:
        raise ValueError("boom")

    for item in ("bad", *behind):
        inbox.post(item)
    with pytest.raises(ValueError, match="boom"):
        inbox.drain(broken, broken, 1000)
    assert len(wakes) == 1 + len(behind)
    inbox.post("later")
    assert len(wakes) == 2
    assert drain(inbox) == [*behind, "later"]


def test_the_budget_ends_a_turn_and_what_waits_is_said() -> None:
    inbox = Inbox()
    for n in range(3):
        inbox.post(n)
    taken: list[object] = []
    assert inbox.drain(taken.append, lambda item, error: None, budget_ms=0)
    assert taken == [0]
    assert not inbox.drain(taken.append, lambda item, error: None, budget_ms=1000)
    assert taken == [0, 1, 2]


def test_one_wake_for_many_posts_and_a_new_one_after_a_drain() -> None:
    inbox, wakes = Inbox(), list[int]()
    inbox.on_wake(lambda: wakes.append(1))
    inbox.post("a")
    inbox.post("b")
    assert len(wakes) == 1
    drain(inbox)
    inbox.post("c")
    assert len(wakes) == 2


def test_posts_of_many_threads_all_arrive_each_thread_in_its_own_order() -> None:
    inbox = Inbox()

    def post(thread: int) -> None:
        for n in range(2000):
            inbox.post((thread, n))

    threads = [threading.Thread(target=post, args=(t,)) for t in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = drain(inbox, 10_000)
    for t in range(4):
        assert [n for thread, n in taken if thread == t] == list(range(2000))  # type: ignore[misc]
