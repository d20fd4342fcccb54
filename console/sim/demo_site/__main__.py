"""`python -m console.sim.demo_site [FOLDER]` writes the demo site, by default where the repository keeps it."""

from __future__ import annotations

import argparse
from pathlib import Path

from console.sim.demo_site.files import write

HOME = Path(__file__).resolve().parents[3] / "resources" / "demo"

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HOME)
    write(parser.parse_args().folder)
