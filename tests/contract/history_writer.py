"""Measures without end into a history until it is killed: `python -m tests.contract.history_writer FOLDER`.

After every ten samples that are in the log it prints how many have been measured; time runs a minute each, so that
every fifty of them are put into the tables.
"""

from __future__ import annotations

import sys
from pathlib import Path

from console.histories import Measured
from console.trends.reduction import MINUTE, SECOND
from tests.contract.history_home import PRESSURE, Home


def main(folder: Path, first: int) -> None:
    """Samples are numbered on from `first`: the value of a sample is its number."""
    home = Home(folder, folder)
    for number in range(first, 1_000_000, 10):
        home.clock.step(MINUTE)
        home.take([Measured(PRESSURE, start_ms(n), float(n)) for n in range(number, number + 10)])
        sys.stdout.write(f"{number + 10}\n")
        sys.stdout.flush()


def start_ms(number: int) -> int:
    """When the sample of this number was measured."""
    return 1_795_163_400_000 + number * SECOND


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
