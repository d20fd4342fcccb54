"""Gives the desks that ask the journal long questions the children that answer them. At the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from console.app import Console
from console.backends.casebook.work import CaseWork
from console.backends.performance.places import addresses_in
from console.backends.performance.work import PerformanceWork
from console.config.schema import Config
from console.inbox import Inbox


def furnish(console: Console, config: Config, data: Path, shared: Path, inbox: Inbox) -> Callable[[], None]:
    """`shared` is the folder of journal and clips. What is returned gives up whatever is asked then."""
    work = PerformanceWork(config.path, config.site, data, lambda: addresses_in(config, shared), inbox)
    cases = CaseWork(lambda: addresses_in(config, shared).journal, inbox)
    console.performance.connect(work)
    console.casebook.connect(cases)

    def stop() -> None:
        work.stop()
        cases.stop()

    return stop
