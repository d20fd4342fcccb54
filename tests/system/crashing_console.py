"""Something that behaves like a console at its start, says a password as no console should, and crashes."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from console.clock import Clock
from console.guardian.cord import Hello
from console.guardian.lifeline import Lifeline

PASSWORD = "hunter2-and-more"


def say_a_password_and_die() -> None:
    logging.error("cannot connect with password=%s", PASSWORD)
    os.abort()


def main(data: Path) -> None:
    data.mkdir(exist_ok=True)
    lifeline = Lifeline.taken(Hello(data, "desk-1", None))
    logging.basicConfig(stream=sys.stderr)
    clock = Clock()
    with lifeline.held(clock, lambda: None):
        clock.run_due()
        say_a_password_and_die()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
