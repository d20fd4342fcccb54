"""The keys of the desk window and what each of them asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from widgets.held_keys import HeldKeys

CTRL = Qt.Modifier.CTRL
REPEATED = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
Act = Callable[[], None]


class Acts(Protocol):
    """What the desk can do for a key."""

    def acknowledge_chosen(self) -> None: ...

    def look_at(self, act: str) -> None: ...

    def show_site(self) -> None: ...

    def show_trends(self) -> None: ...

    def show_floor(self) -> None: ...

    def show_wall(self) -> None: ...

    def show_clips(self) -> None: ...

    def silence(self) -> None: ...

    def begin_command(self) -> None: ...

    def toggle_full(self) -> None: ...

    def turn_page(self, by: int) -> None: ...

    def reload_site(self) -> None: ...

    def dismiss_notice(self) -> None: ...

    def dispatch(self) -> None: ...

    def show_incidents(self) -> None: ...

    def new_incident(self) -> None: ...

    def show_drill(self) -> None: ...

    def show_proofs(self) -> None: ...

    def show_handover(self) -> None: ...

    def show_performance(self) -> None: ...

    def show_screens(self) -> None: ...

    def show_newcomers(self) -> None: ...

    def show_health(self) -> None: ...

    def show_memory(self) -> None: ...

    def show_arrivals(self) -> None: ...

    def show_cases(self) -> None: ...

    def go_back(self) -> None: ...


def bind(window: QWidget, acts: Acts) -> None:
    """Give the window its keys."""
    keys: dict[Qt.Key | QKeyCombination, Act] = {
        Qt.Key.Key_F2: acts.acknowledge_chosen,
        Qt.Key.Key_F3: lambda: acts.look_at("best"),
        Qt.Key.Key_F4: lambda: acts.look_at("next"),
        Qt.Key.Key_F5: acts.dispatch,
        Qt.Key.Key_F6: acts.show_site,
        Qt.Key.Key_F7: acts.show_trends,
        Qt.Key.Key_F8: acts.show_floor,
        Qt.Key.Key_F9: acts.show_incidents,
        Qt.Key.Key_F10: acts.silence,
        Qt.Key.Key_F11: acts.toggle_full,
        Qt.Key.Key_Escape: acts.go_back,
        Qt.Key.Key_PageDown: lambda: acts.turn_page(1),
        Qt.Key.Key_PageUp: lambda: acts.turn_page(-1),
        CTRL | Qt.Key.Key_B: acts.show_drill,
        CTRL | Qt.Key.Key_D: acts.dismiss_notice,
        CTRL | Qt.Key.Key_E: acts.show_clips,
        CTRL | Qt.Key.Key_F: acts.show_cases,
        CTRL | Qt.Key.Key_G: acts.show_health,
        CTRL | Qt.Key.Key_M: acts.show_memory,
        CTRL | Qt.Key.Key_H: acts.show_handover,
        CTRL | Qt.Key.Key_Q: acts.show_newcomers,
        CTRL | Qt.Key.Key_K: acts.begin_command,
        CTRL | Qt.Key.Key_N: acts.new_incident,
        CTRL | Qt.Key.Key_O: acts.show_arrivals,
        CTRL | Qt.Key.Key_P: acts.show_performance,
        CTRL | Qt.Key.Key_R: acts.reload_site,
        CTRL | Qt.Key.Key_T: acts.show_proofs,
        CTRL | Qt.Key.Key_W: acts.show_wall,
        CTRL | Qt.Key.Key_Y: acts.show_screens,
    }
    HeldKeys(window, [key for key in keys if key not in REPEATED])
    for key, act in keys.items():
        QShortcut(QKeySequence(key), window, act).setAutoRepeat(key in REPEATED)
