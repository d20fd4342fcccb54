"""The translations as they are in the tree, built anew: nothing an earlier build left behind is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from widgets import application

SOURCES = application.TRANSLATIONS


def compile_into(folder: Path) -> None:
    """Every .ts file. Raises CalledProcessError."""
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for source in SOURCES.glob("*.ts"):
        subprocess.run([release, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
