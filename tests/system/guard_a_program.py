"""The product's guardian on a program of a test: `python -m tests.system.guard_a_program MODULE ARGUMENT…`."""

from __future__ import annotations

import logging
import sys
from contextlib import closing

from console.guardian.guard import Guardian
from console.guardian.tone import Tone


def main(words: list[str]) -> int:
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="watchroom %(name)s: %(message)s")
    with closing(Tone()) as tone:
        return Guardian([sys.executable, "-m", *words], tone).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
