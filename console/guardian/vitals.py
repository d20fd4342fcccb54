"""Facts about a process from /proc: memory, threads and what each thread does. Pure reading, any thread."""

from __future__ import annotations

from pathlib import Path

WANTED = ("State", "VmRSS", "VmHWM", "VmSwap", "Threads")
MOST_THREADS = 64


def vitals(pid: int, proc: Path = Path("/proc")) -> str:
    """Some lines for a report; says so when the process is gone."""
    status = _fields(proc / str(pid) / "status")
    if not status:
        return "(the process is gone)\n"
    lines = [f"{name}: {status[name]}" for name in WANTED if name in status]
    return "\n".join([*lines, *_threads(proc / str(pid) / "task")]) + "\n"


def _threads(folder: Path) -> list[str]:
    try:
        tasks = sorted(folder.iterdir(), key=lambda task: int(task.name))[:MOST_THREADS]
    except OSError:
        return []
    lines = []
    for task in tasks:
        status = _fields(task / "status")
        if status:
            lines.append(f"thread {task.name} {status.get('Name', '')}: {status.get('State', '')}")
    return lines


def _fields(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
