"""What units are and do, in the operator's language."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.model import Crew, UnitKind, UnitStatus
from console.units import Sending, Unit
from widgets import theme
from widgets.dispatch.unit_mark import Face

OLD_MS = 600_000  # a position older than this is drawn as not known


class UnitWords(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def name(self, crew: Crew) -> str:
        return crew.name if theme.is_chinese() or not crew.name_en else crew.name_en

    def kind(self, kind: UnitKind) -> str:
        return {
            UnitKind.MICRO_STATION: self.tr("micro fire station"),
            UnitKind.SQUAD: self.tr("response squad"),
            UnitKind.GRID: self.tr("grid officer"),
            UnitKind.PROPERTY: self.tr("property staff"),
            UnitKind.EXPERT: self.tr("expert"),
        }[kind]

    def status(self, status: UnitStatus) -> str:
        """One short word or two: it stands at the end of a row."""
        return {
            UnitStatus.AVAILABLE: self.tr("ready"),
            UnitStatus.ORDERED: self.tr("ordered"),
            UnitStatus.NO_ANSWER: self.tr("no answer"),
            UnitStatus.DECLINED: self.tr("declined"),
            UnitStatus.ACCEPTED: self.tr("accepted"),
            UnitStatus.EN_ROUTE: self.tr("en route"),
            UnitStatus.ON_SCENE: self.tr("on scene"),
            UnitStatus.RETURNING: self.tr("returning"),
            UnitStatus.OUT_OF_SERVICE: self.tr("out of service"),
        }[status]

    def sending(self, sending: Sending) -> str:
        """Whether the order has left the room, "" when there is nothing to say."""
        return {
            Sending.NONE: "",
            Sending.WAITING: self.tr("order waits to be sent"),
            Sending.UNHEARD: self.tr("nobody received the order; trying again"),
            Sending.SENT: self.tr("order sent"),
            Sending.LAPSED: self.tr("order never sent"),
        }[sending]

    def skill(self, code: str) -> str:
        """A skill of the site's own words stays as it is written there."""
        return {
            "fire": self.tr("fire"),
            "scba": self.tr("breathing apparatus"),
            "first_aid": self.tr("first aid"),
            "evacuation": self.tr("evacuation"),
            "hazmat": self.tr("hazardous goods"),
            "battery": self.tr("battery fires"),
            "electrical": self.tr("electrical"),
            "water": self.tr("water supply"),
            "flood": self.tr("flood"),
            "traffic": self.tr("traffic"),
            "keys": self.tr("keys"),
            "body_camera": self.tr("body camera"),
        }.get(code, code)


def face_of(unit: Unit, now_ms: int) -> Face:
    """How its square looks."""
    match unit.status:
        case UnitStatus.NO_ANSWER:
            return Face.NO_ANSWER
        case UnitStatus.ON_SCENE:
            return Face.ON_SCENE
        case UnitStatus.EN_ROUTE:
            return Face.MOVING
        case UnitStatus.OUT_OF_SERVICE | UnitStatus.DECLINED:
            return Face.AWAY
        case _:
            is_old = unit.fix is not None and now_ms - unit.fix.at_ms > OLD_MS
            return Face.UNKNOWN if is_old else Face.READY
