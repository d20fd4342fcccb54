"""Recordings that have grown old enough to go, and their going. A `work` child's, never the window's.

They lie in a folder for each day (UTC), so nobody searches the journal for them. The clips of an alarm that somebody
found to be real stay as long as its entries do.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from console.backends.store.read import JournalReader
from console.backends.store.recordings import KINDS
from console.model import LIVE

CLIPS, VOICE = "evidence", "voice"  # folders of the data folder
MOST = 5_000  # files in one go: the rest goes on the next day
REAL = "real"  # the outcome somebody gave the alarm
DAY_MS = 86_400_000
FLOOR_DAYS = 183  # nothing younger goes, whatever is asked for


def aged(data: Path, reader: JournalReader, clips_before_ms: int, voice_before_ms: int, now_ms: int) -> list[str]:
    """Files that may go, relative to the data folder; 0 = none of that kind. Raises StoreError, JournalError."""
    floor = now_ms - FLOOR_DAYS * DAY_MS
    clips = _files(data, CLIPS, min(clips_before_ms, floor)) if clips_before_ms else []
    voice = _files(data, VOICE, min(voice_before_ms, floor)) if voice_before_ms else []
    held = _of_real_alarms(reader, clips) if clips else set()
    return [path for path in (*clips, *voice) if _stem(path) not in held][:MOST]


def drop(data: Path, paths: Iterable[str]) -> int:
    """Delete these; returns how many were there. Raises OSError."""
    count, roots = 0, [(data / folder).resolve() for folder in (CLIPS, VOICE)]
    for path in paths:
        file = data / path
        if not any(file.resolve().is_relative_to(root) for root in roots):
            continue
        if file.exists():
            file.unlink()
            count += 1
        _leave_no_empty_folder(file.parent, roots)
    return count


def _files(data: Path, folder: str, before_ms: int) -> list[str]:
    """Every file of the days that were over then, oldest first."""
    found: list[str] = []
    for day in sorted((data / folder).glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]")):
        if _end_ms(day) <= before_ms:
            found += [path.relative_to(data).as_posix() for path in sorted(day.rglob("*")) if path.is_file()]
    return found


def _end_ms(day: Path) -> int:
    """When the day of a folder was over, epoch ms; never for what is no date."""
    year, month, date = (int(part) for part in day.parts[-3:])
    try:
        return int(datetime(year, month, date, tzinfo=UTC).timestamp() * 1000) + DAY_MS
    except ValueError:
        return 1 << 62


def _of_real_alarms(reader: JournalReader, clips: Iterable[str]) -> set[str]:
    """The clips among these, without what follows their camera and time, whose alarm was real."""
    wanted = {_stem(path) for path in clips}
    alarms: dict[str, set[str]] = {}
    for recorded in reader.of_kind(*KINDS):
        path, alarm = recorded.entry.data.get("path"), _alarm_of(recorded.entry.stream)
        if isinstance(path, str) and alarm and _stem(path) in wanted:
            alarms.setdefault(alarm, set()).add(_stem(path))
    return {stem for alarm, stems in alarms.items() if _was_real(reader, alarm) for stem in stems}


def _alarm_of(stream: str) -> str:
    """The alarm of a stream `evidence/<position>/<alarm>`."""
    kind, _, rest = stream.partition("/")
    return rest.partition("/")[2] if kind == CLIPS else ""


def _was_real(reader: JournalReader, alarm: str) -> bool:
    return any(recorded.entry.data.get("outcome") == REAL for recorded in reader.stream(LIVE, f"alarm/{alarm}"))


def _stem(path: str) -> str:
    """A clip, its facts and the snapshots of it belong together."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{name.partition('.')[0].partition('_at_')[0]}"


def _leave_no_empty_folder(folder: Path, roots: list[Path]) -> None:
    while folder.resolve() not in roots and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
