"""A console of the product that also writes down, five times a second, what its windows say to whoever cannot see them.

`told.json` in the data folder: each picture in words by place, and why an act was refused.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

import main
from console.room import Room

EVERY_MS = 200


def told() -> dict[str, object]:
    """What every window says now."""
    from PySide6.QtWidgets import QApplication

    from widgets.canvas import Canvas
    from widgets.details import Details

    app = QApplication.instance()
    widgets = app.allWidgets() if isinstance(app, QApplication) else []
    pictures = [line for one in widgets if isinstance(one, Canvas) and one.is_seen() for line in one.described()]
    refusals = [one.accessibleDescription() for one in widgets if isinstance(one, Details)]
    return {"pictures": dict(line.split(": ", 1) for line in pictures), "refusal": "".join(refusals)}


def tell(room: Room) -> None:
    """Write it down, and again a little later."""
    file = room.options.data / "told.json"
    new = file.with_suffix(".new")
    new.write_text(json.dumps(told(), ensure_ascii=False), encoding="utf-8")
    new.replace(file)
    room.clock.after(EVERY_MS, lambda: tell(room))


def telling(show: Callable[[Room], int]) -> Callable[[Room], int]:
    """The same windows, and what they say is written down."""

    def windows(room: Room) -> int:
        room.clock.after(EVERY_MS, lambda: tell(room))
        return show(room)

    return windows


if __name__ == "__main__":
    args = main.build_parser(sys.argv[1:]).parse_args(sys.argv[1:])
    args.windows = telling(args.windows)
    sys.exit(args.run(args))
