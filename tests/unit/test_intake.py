"""From a message to the desks: changes of one message travel together, a refused one is counted and handled."""

from __future__ import annotations

from collections.abc import Sequence

from console.inbox import Inbox
from console.intake import Intake, Refused
from console.model import AlarmClass, Condition, ConditionChanged, Heard, Message, Reading, Rejected, Sample, State

TOPIC = "site/d/smoke"


def reading(kind: str, history: bool = False) -> Reading:
    return Reading("site", "d", kind, True, None, State.ALARM, 1000, 1010, history=history)


class Scripted:
    """Decoder and rules that say what the test wants."""

    def __init__(self, result: list[Reading] | Rejected, changing: Sequence[str] = ()) -> None:
        self._result = result
        self._changing = changing

    def decode(self, _message: Message) -> list[Reading] | Rejected:
        return self._result

    def introductions(self, _now_ms: int) -> tuple[()]:
        return ()

    def apply(self, reading: Reading) -> list[ConditionChanged]:
        if reading.kind not in self._changing:
            return []
        return [
            ConditionChanged(reading.point, AlarmClass.FIRE, reading.kind, Condition.ACTIVE, "alarm", 1000, 1010)
        ]  # fmt: skip


def take(script: Scripted, times: int = 1) -> tuple[list[object], list[int]]:
    inbox, handled, posted = Inbox(), list[int](), list[object]()
    intake = Intake(script, script, inbox, handled.extend)
    for n in range(times):
        intake(Message(TOPIC, b"{}", 1010, receipt=7 + n))
    inbox.drain(posted.append, lambda item, error: None, 1000)
    return posted, handled


def test_all_changes_of_one_message_travel_together_with_its_receipt() -> None:
    posted, handled = take(Scripted([reading("smoke"), reading("heat")], ("smoke", "heat")))
    heard = [item for item in posted if isinstance(item, Heard)]
    assert [(len(h.changes), h.receipt) for h in heard] == [(2, 7)]
    assert handled == []


def test_a_message_that_changes_nothing_is_handled_at_once_and_its_values_are_known() -> None:
    posted, handled = take(Scripted([reading("smoke")]))
    assert handled == [7]
    assert [type(item) for item in posted] == [Sample]


def test_history_does_not_move_the_live_value() -> None:
    posted, handled = take(Scripted([reading("smoke", history=True)]))
    assert (posted, handled) == ([], [7])


def test_every_reading_is_captured_those_for_the_history_only_too_and_nothing_that_was_refused() -> None:
    captured: list[Reading] = []
    both = [reading("smoke"), reading("heat", history=True)]
    for script in (Scripted(both), Scripted(both, ("smoke",)), Scripted(Rejected("too_big", TOPIC, "site", 1010))):
        Intake(script, script, Inbox(), list, captured.extend)(Message(TOPIC, b"{}", 1010))  # type: ignore[arg-type]
    assert captured == [*both, *both]


def test_refused_messages_are_counted_by_reason_and_handled() -> None:
    posted, handled = take(Scripted(Rejected("too_big", TOPIC, "site", 1010)), times=3)
    assert [(r.source, r.reason, r.count) for r in posted if isinstance(r, Refused)] == [("site", "too_big", 3)]
    assert handled == [7, 8, 9]
