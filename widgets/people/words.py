"""Roles, refusals and seats in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.model import Role
from console.people import Why


class PeopleWords(QObject):
    """Looked up when shown, so a language switch needs no rebuilding."""

    def role(self, role: Role) -> str:
        return {
            Role.DISPATCHER: self.tr("Dispatcher"),
            Role.WALL: self.tr("Wall"),
            Role.SUPERVISOR: self.tr("Supervisor"),
            Role.ENGINEER: self.tr("Engineer"),
            Role.ADMIN: self.tr("Administrator"),
        }[role]

    def locked(self, why: Why) -> str:
        """Why nobody can act here now."""
        return {
            Why.HAND: self.tr("Locked"),
            Why.IDLE: self.tr("Locked: nobody was at this position"),
            Why.RESTART: self.tr("Locked after a restart"),
        }.get(why, self.tr("Locked"))

    def refusal(self, code: str, about: str = "") -> str:
        """Why somebody may not do it, or was not let in; "" for codes that are nobody's."""
        text = {
            "signed_out": self.tr("Nobody is signed in here"),
            "seat_locked": self.tr("This position is locked"),
            "no_right": self.tr("Your role does not allow this"),
            "not_your_class": self.tr("Alarms of this class are not yours"),
            "not_your_area": self.tr("This is not in your area"),
            "no_accounts": self.tr("There are no accounts here"),
            "wrong": self.tr("Name or password wrong"),
            "wait": self.tr("Wait %1 s"),
            "asking": self.tr("One moment …"),
            "no_name": self.tr("Type name and password"),
            "same_person": self.tr("It takes a second person"),
            "no_account": self.tr("Nobody is called so"),
            "acting_role": self.tr("Only a dispatcher can stand in"),
            "acting_length": self.tr("At most %1 hours"),
            "acting_already": self.tr("Stands in already"),
            "not_acting": self.tr("Does not stand in"),
        }.get(code, "")
        return text.replace("%1", about)
