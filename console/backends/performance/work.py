"""The children that work out the alarm performance: what they are told, and what their words mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from console.backends.performance.words import BROKEN, Addresses, Word, addresses_line, word_of
from console.errands import Errands, Manner
from console.inbox import Inbox
from console.performance.desk import Order, PerformanceFailed, PerformanceProgress


class PerformanceWork(Errands[Order]):
    """The Worker of `performance.desk`. `addresses` is asked for each order, on its thread: passwords are not kept."""

    def __init__(self, config: Path, site: Path, data: Path, addresses: Callable[[], Addresses], inbox: Inbox) -> None:
        fixed = ("--config", str(config), "--site", str(site), "--data", str(data), "--child")
        manner: Manner[Order] = Manner(
            "performance",
            lambda order: ("performance", *fixed, *_arguments(order)),
            lambda _order: addresses_line(addresses()),
            _words,
            lambda order: PerformanceFailed(order.number, BROKEN),
        )  # fmt: skip
        super().__init__(manner, inbox)


def _words(lines: Iterable[str], order: Order) -> Iterator[Word]:
    """How far it is, as often as it says so, and the answer."""
    for line in lines:
        word = word_of(line, order)
        yield word
        if not isinstance(word, PerformanceProgress):
            return
    yield PerformanceFailed(order.number, BROKEN)


def _arguments(order: Order) -> list[str]:
    hours = ["--hours", f"{order.span_ms / 3_600_000:g}"]
    if order.signal is None:
        return hours
    setting = order.setting
    return [
        *hours, "--rule", str(order.signal), "--hysteresis", f"{setting.hysteresis:g}",
        "--on-delay", f"{setting.on_delay_s:g}", "--off-delay", f"{setting.off_delay_s:g}",
    ]  # fmt: skip
