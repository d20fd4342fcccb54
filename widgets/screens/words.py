"""Roles and screens in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.screens import DESK, NO_ROLE, WALLS, Role, Screen
from widgets.people.words import PeopleWords


class ScreenWords(QObject):
    """Looked up when shown, so a language switch needs no rebuilding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = PeopleWords(self)

    def role(self, role: Role) -> str:
        if role == NO_ROLE:
            return self.tr("no window")
        if role == DESK:
            return self.tr("Desk")
        return self.tr("Wall %1").replace("%1", str(WALLS.index(role) + 1))

    def size(self, screen: Screen) -> str:
        """Logical pixels, and how large it says it is."""
        known, display = screen.setting.screen, screen.display
        if display is None:
            return self.tr("not connected")
        text = f"{known.width} × {known.height}"
        if display.width_mm and display.height_mm:
            return f"{text} · {display.width_mm / 10:.0f} × {display.height_mm / 10:.0f} cm"
        return text

    def lost(self, screen: str, role: Role, main: Role) -> str:
        if role == main:
            text = self.tr("Screen %1 is gone: its window is here until it is back")
            return text.replace("%1", screen)
        text = self.tr("Screen %1 is gone: %2 is parked")
        return text.replace("%1", screen).replace("%2", self.role(role))

    def wayland(self) -> str:
        return self.tr("Windows cannot be placed on several screens in a Wayland session: choose an X11 session")

    def leave(self) -> str:
        return self.tr("Press Ctrl+Shift+Q once more to end Watchroom")

    def refusal(self, code: str) -> str:
        return (
            {
                "main_needs_screen": self.tr("This window always needs a screen: give another one its role first"),
                "screen_absent": self.tr("This screen is not connected"),
                "reader_out_of_range": self.tr("Between 0.3 and 50 metres"),
            }.get(code)
            or self._people.refusal(code)
            or code
        )
