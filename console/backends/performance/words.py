"""What a `work performance` child says, line by line, and what it is told: the addresses of the databases. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from console.performance.desk import Order, PerformanceFailed, PerformanceProgress, PerformanceRead
from console.performance.report import Answer, BadReport, from_json, to_json

BROKEN = "broken"  # the child ended without an answer
Word = PerformanceProgress | PerformanceRead | PerformanceFailed


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where journal and history are: a file, a folder, or an address with its password; never on a command line."""

    journal: str
    history: str
    is_folder: bool  # the history is a folder, not an address

    @property
    def history_place(self) -> str | Path:
        return Path(self.history) if self.is_folder else self.history

    @property
    def journal_place(self) -> str | Path:
        return self.journal if "://" in self.journal else Path(self.journal)


def addresses_line(addresses: Addresses) -> bytes:
    told = {"journal": addresses.journal, "history": addresses.history, "is_folder": addresses.is_folder}
    return json.dumps(told).encode() + b"\n"


def addresses_of(line: str) -> Addresses:
    """Raises ValueError or KeyError; neither shows what was in the line."""
    told = json.loads(line)
    return Addresses(str(told["journal"]), str(told["history"]), bool(told["is_folder"]))


def progress_line(done: float, what: str) -> str:
    return json.dumps({"done": round(done, 3), "what": what}, ensure_ascii=False)


def answer_line(answer: Answer) -> str:
    return to_json(answer)


def failed_line(reason: str) -> str:
    return json.dumps({"failed": reason})


def word_of(line: str, order: Order) -> Word:
    """What a line of the child means for the order it works on."""
    try:
        told = json.loads(line)
        if "done" in told:
            return PerformanceProgress(order.number, float(told["done"]), str(told["what"]))
        if "failed" in told:
            return PerformanceFailed(order.number, str(told["failed"]))
        return PerformanceRead(order.number, from_json(line))
    except (ValueError, KeyError, TypeError, BadReport):
        return PerformanceFailed(order.number, BROKEN)
