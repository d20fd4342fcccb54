"""The layout file: which screen has which role, how far away it is read, where its window stands. Pure.

Boxes are relative to their screen, in logical pixels: a screen that moves on the desktop takes its window along.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from console.errors import WatchroomError
from console.journal import Json
from console.screens.display import NO_ROLE, ROLES, Box, Display, Identity, Role, identity

SCHEMA = 1
READER_M = (0.3, 50.0)  # nearest and farthest reader, metres
MOST_SCREENS, MOST_PIXELS = 64, 100_000


class LayoutError(WatchroomError):
    """What was kept cannot be a layout; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is remembered of one screen, present or not. `window` None: the window fills the screen."""

    screen: Identity
    role: Role
    reader_m: float
    window: Box | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Every screen this position has seen. No two settings have one role, but NO_ROLE."""

    settings: tuple[Setting, ...] = ()

    def of(self, role: Role) -> Setting | None:
        return next((setting for setting in self.settings if setting.role == role), None)

    def replaced(self, old: Setting, new: Setting) -> Layout:
        return Layout(tuple(new if setting == old else setting for setting in self.settings))


Test = Callable[[Identity, Identity], bool]


def _same_serial(kept: Identity, seen: Identity) -> bool:
    return bool(kept.serial) and kept.serial == seen.serial


def _not_another(kept: Identity, seen: Identity) -> bool:
    """Two serials that differ are two screens."""
    return not (kept.serial and seen.serial)


# The surest sign first; each kept setting and each display is used once. The last one: the broken screen on this
# connector was replaced by another, which inherits its role.
SIGNS: tuple[Test, ...] = (
    _same_serial,
    lambda kept, seen: _not_another(kept, seen) and kept.name == seen.name and kept.order == seen.order,
    lambda kept, seen: _not_another(kept, seen) and (kept.name, kept.size) == (seen.name, seen.size),
    lambda kept, seen: _not_another(kept, seen) and kept.name == seen.name,
    lambda kept, seen: kept.name == seen.name,
    lambda kept, seen: _not_another(kept, seen) and (kept.size, kept.order) == (seen.size, seen.order),
)


@dataclass(frozen=True, slots=True)
class Matched:
    """Display name → what is remembered of it, with the identity it has now; and what is remembered of the others."""

    present: Mapping[str, Setting]
    absent: tuple[Setting, ...]


def match(layout: Layout, displays: Sequence[Display]) -> Matched:
    """Who is who; a screen never seen is in neither. `displays` as `display.in_order` gives them."""
    seen = {display.name: identity(display, order) for order, display in enumerate(displays)}
    free = list(layout.settings)
    found: dict[str, Setting] = {}
    for is_it in SIGNS:
        for name, now in seen.items():
            known = next((s for s in free if name not in found and is_it(s.screen, now)), None)
            if known is not None:
                free.remove(known)
                found[name] = replace(known, screen=now)
    return Matched(found, tuple(free))


# ---- the file ----


def write(layout: Layout) -> dict[str, Json]:
    """As it is kept in `screens-<position>.json`."""
    return {"schema": SCHEMA, "screens": [_write(setting) for setting in layout.settings]}


def _write(setting: Setting) -> dict[str, Json]:
    screen, window = setting.screen, setting.window
    return {
        "serial": screen.serial, "name": screen.name, "width": screen.width, "height": screen.height,
        "order": screen.order, "role": setting.role, "reader_m": setting.reader_m,
        "window": [window.x, window.y, window.width, window.height] if window is not None else None,
    }  # fmt: skip


def read(kept: Mapping[str, Json]) -> Layout:
    """The layout that was kept. Raises LayoutError."""
    screens = kept.get("screens")
    if kept.get("schema") != SCHEMA:
        raise LayoutError(f"schema {kept.get('schema')!r} is not {SCHEMA}")
    if not isinstance(screens, list) or len(screens) > MOST_SCREENS:
        raise LayoutError(f"screens is not a list of at most {MOST_SCREENS}")
    settings = tuple(_read(screen) for screen in screens)
    roles = [setting.role for setting in settings if setting.role != NO_ROLE]
    if len(set(roles)) < len(roles):
        raise LayoutError("two screens have one role")
    if len({setting.screen for setting in settings}) < len(settings):
        raise LayoutError("one screen is listed twice")
    return Layout(settings)


def _read(screen: Json) -> Setting:
    if not isinstance(screen, dict):
        raise LayoutError("a screen is not an object")
    role, reader_m = screen.get("role"), screen.get("reader_m")
    if not isinstance(role, str) or role not in ROLES:
        raise LayoutError(f"role {role!r} is unknown")
    if isinstance(reader_m, bool) or not isinstance(reader_m, int | float) or not is_reader_m(reader_m):
        raise LayoutError(f"reader_m {reader_m!r} is not {READER_M[0]:g} to {READER_M[1]:g}")
    width, height = (_number(screen.get(key), key) for key in ("width", "height"))
    order = _number(screen.get("order"), "order", least=0)
    seen = Identity(_text(screen, "serial"), _text(screen, "name"), width, height, order)
    return Setting(seen, Role(role), float(reader_m), _box(screen.get("window")))


def is_reader_m(metres: float) -> bool:
    return READER_M[0] <= metres <= READER_M[1]


def _text(screen: Mapping[str, Json], key: str) -> str:
    value = screen.get(key)
    if not isinstance(value, str) or len(value) > 200:
        raise LayoutError(f"{key} {value!r} is no text")
    return value


def _number(value: Json, key: str, least: int = 1) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= MOST_PIXELS:
        raise LayoutError(f"{key} {value!r} is not a whole number from {least} to {MOST_PIXELS}")
    return value


def _box(window: Json) -> Box | None:
    if window is None:
        return None
    if not isinstance(window, list) or len(window) != 4:
        raise LayoutError("window is not [left, top, width, height]")
    left, top = (_number(value, "window", least=-MOST_PIXELS) for value in window[:2])
    width, height = (_number(value, "window") for value in window[2:])
    return Box(left, top, width, height)
