"""What the console needs of its machine: packages, fonts, a clock that is right, room and right to write."""

from __future__ import annotations

import ctypes
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from console.commands.doctor.finding import Finding, error, ok, warning

PACKAGES = ("PySide6", "av", "paho-mqtt", "SQLAlchemy")
SCALER = "libyuv.so.0"
BROKEN_QT = "6.12."  # drops a reference of None on every void call: the process aborts on Python 3.11
GIB = 1 << 30
SPACE_ERROR, SPACE_WARNING = 1 * GIB, 10 * GIB
COMMAND_S = 5.0


def packages() -> Iterator[Finding]:
    """The Python packages whose version matters, without importing them."""
    for package in PACKAGES:
        try:
            found = version(package)
        except PackageNotFoundError:
            yield error(package, "is not installed", "./watchroom run installs what is missing")
            continue
        if package == "PySide6" and found.startswith(BROKEN_QT):
            yield error(package, f"{found} crashes on Python 3.11", "install PySide6 6.10 or 6.11")
        else:
            yield ok(package, found)


def fonts() -> Finding:
    """Whether Chinese can be shown."""
    listed = _said("fc-list", ":lang=zh", "family")
    if listed is None:
        return warning("fonts", "fc-list is not there to ask", "install the package fontconfig")
    families = sorted({line.split(",")[0] for line in listed.splitlines() if line.strip()})
    if not families:
        return error("fonts", "no font has Chinese characters", "install the package fonts-noto-cjk")
    return ok("fonts", f"Chinese in {len(families)} families, e.g. {families[0]}")


def player() -> Finding:
    """Whether recorded clips can be played: libvlc is asked in a process of its own."""
    asked = _said(sys.executable, "-c", "import vlc; print(vlc.libvlc_get_version().decode(), bool(vlc.Instance()))")
    cure = "install the packages libvlc5 and vlc-plugin-base"
    if asked is None or not asked.strip().endswith("True"):
        return warning("player", "libvlc is not there: recorded clips cannot be played", cure)
    return ok("player", f"libvlc {asked.split()[0]}")


def pictures() -> Finding:
    """Whether cameras' pictures are scaled quickly."""
    try:
        ctypes.CDLL(SCALER)
    except OSError:
        return warning("pictures", "libyuv is not there: a wall costs an eighth more", "install the package libyuv0")
    return ok("pictures", "scaled by libyuv")


def clock() -> Finding:
    """Whether the clock is kept right: every time in the record is its."""
    cure = "switch on time synchronisation: timedatectl set-ntp true, or chrony"
    synchronized = _said("timedatectl", "show", "--property=NTPSynchronized", "--value")
    if synchronized is None:
        return warning("clock", "timedatectl cannot say whether the clock is synchronized", cure)
    if synchronized.strip() != "yes":
        return warning("clock", "is not synchronized: times in the record may be wrong", cure)
    return ok("clock", "synchronized")


def writable(data: Path) -> Finding:
    """Whether files can be made in the data folder: tried."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data) as probe:
            probe.write(b"x" * 4096)
    except OSError as refused:
        return error("data folder", f"{data}: {refused.strerror}", "give a folder you may write to with --data")
    return ok("data folder", str(data))


def space(data: Path) -> Finding:
    """Room on the disk of the data folder."""
    existing = next(folder for folder in (data, *data.parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    what, cure = f"{free / GIB:.1f} GiB free", "make room: when the disk is full no message can be stored"
    if free < SPACE_ERROR:
        return error("disk", what, cure)
    return warning("disk", what, cure) if free < SPACE_WARNING else ok("disk", what)


def spool(path: Path) -> Iterator[Finding]:
    """What the receipt spool holds that nobody has finished."""
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=1)) as db:
            counted = dict(db.execute("SELECT handled, count(*) FROM receipt WHERE error <> 'too_large' GROUP BY 1"))
    except sqlite3.Error as failed:
        yield error("spool", f"cannot be read: {failed}", f"move {path} away for examination; a new one is begun")
        return
    what = f"{counted.get(0, 0)} messages waiting, {counted.get(2, 0)} set aside, {counted.get(1, 0)} kept"
    if counted.get(2, 0):
        yield warning("spool", what, "messages set aside made the program raise: report them with their error")
    else:
        yield ok("spool", what)


def _said(*command: str) -> str | None:
    """What a program prints, None when it is missing or fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=COMMAND_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
