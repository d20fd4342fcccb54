"""Every code the core emits, as words in the operator's language. An unknown code is shown as it is, never hidden."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import Outcome, Shown
from console.model import AlarmClass
from console.ports import CameraState


class Words(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def alarm_class(self, code: AlarmClass) -> str:
        return {
            AlarmClass.FIRE: self.tr("FIRE"),
            AlarmClass.PRE: self.tr("PRE-ALARM"),
            AlarmClass.SUPERVISORY: self.tr("SUPERVISORY"),
            AlarmClass.TROUBLE: self.tr("TROUBLE"),
            AlarmClass.HAZARD: self.tr("HAZARD"),
            AlarmClass.WARNING: self.tr("WARNING"),
            AlarmClass.EVENT: self.tr("EVENT"),
        }[code]

    def priority(self, priority: int) -> str:
        return [
            self.tr("FAULT"),
            self.tr("URGENT 1"),
            self.tr("HIGH 2"),
            self.tr("MED 3"),
            self.tr("LOW 4"),
        ][priority]

    def shown(self, state: Shown) -> str:
        return {
            Shown.UNACKNOWLEDGED: self.tr("unacknowledged"),
            Shown.ACKNOWLEDGED: self.tr("acknowledged"),
            Shown.CLEARED: self.tr("cleared, not seen"),
            Shown.LATCHED: self.tr("verify and reset"),
            Shown.UNKNOWN: self.tr("source lost"),
            Shown.CLOSED: self.tr("closed"),
        }[state]

    def kind(self, kind: str) -> str:
        """What happened, by the kind of the point; `.trouble`, `.supervisory` and `.silent` are companions of it."""
        base, _, companion = kind.partition(".")
        word = self._kinds().get(base, base)
        match companion:
            case "trouble":
                return self.tr("%1: fault").replace("%1", word)
            case "supervisory":
                return self.tr("%1: test or removed").replace("%1", word)
            case "silent":
                return self.tr("%1: not heard").replace("%1", word)
            case _:
                return word

    def _kinds(self) -> dict[str, str]:
        return {
            "smoke": self.tr("Smoke"),
            "heat": self.tr("Heat"),
            "gas": self.tr("Gas"),
            "co": self.tr("Carbon monoxide"),
            "manual_call_point": self.tr("Manual call point"),
            "water_flow": self.tr("Water flow"),
            "water_leak": self.tr("Water leak"),
            "panic": self.tr("Panic button"),
            "water_pressure": self.tr("Hydrant pressure"),
            "leakage_current": self.tr("Leakage current"),
            "temperature": self.tr("Temperature"),
            "humidity": self.tr("Humidity"),
            "charging_temperature": self.tr("Charging post temperature"),
            "ebike_in_elevator": self.tr("E-bike in lift"),
            "fire_lane_occupied": self.tr("Fire lane blocked"),
            "rain_warning": self.tr("Rain warning"),
            "battery": self.tr("Battery low"),
            "tamper": self.tr("Tamper"),
            "fault": self.tr("Device fault"),
            "availability": self.tr("Device offline"),
            "picture": self.tr("Camera without picture"),
            **self._links(),
        }

    def _links(self) -> dict[str, str]:
        return {
            "broker": self.tr("Message broker lost"),
            "store": self.tr("Journal cannot be written"),
            "spool": self.tr("Receipts cannot be written"),
            "video": self.tr("Video process lost"),
            "clock": self.tr("Clock was stepped"),
            "message": self.tr("A message could not be handled"),
            "program": self.tr("Program error"),
        }

    def link(self, kind: str) -> str:
        """The short name on a lamp."""
        return {
            "broker": self.tr("Broker"),
            "store": self.tr("Store"),
            "spool": self.tr("Spool"),
            "video": self.tr("Video"),
            "cameras": self.tr("Cameras"),
        }.get(kind, kind)

    def reason(self, code: str) -> str:
        """Why a link is down or a picture missing."""
        return {
            "no_heartbeat": self.tr("no answer"),
            "refused": self.tr("connection refused"),
            "wrong_password": self.tr("wrong password"),
            "not_authorised": self.tr("not authorised"),
            "tls": self.tr("TLS failed"),
            "dns": self.tr("name not found"),
            "taken_over": self.tr("another console uses this position"),
            "lost": self.tr("connection lost"),
            "locked": self.tr("database locked"),
            "disk_full": self.tr("disk full"),
            "read_only": self.tr("folder is read-only"),
            "io": self.tr("read or write error"),
            "died": self.tr("process died"),
            "hung": self.tr("process hung"),
        }.get(code, code)

    def camera_state(self, state: CameraState) -> str:
        return {
            CameraState.QUEUED: self.tr("queued"),
            CameraState.CONNECTING: self.tr("connecting"),
            CameraState.WAITING_KEY: self.tr("waiting for key frame"),
            CameraState.LIVE: self.tr("live"),
            CameraState.STALE: self.tr("no new picture"),
            CameraState.NO_SIGNAL: self.tr("no signal"),
            CameraState.WRONG_PASSWORD: self.tr("wrong password"),
            CameraState.NOT_FOUND: self.tr("not found"),
            CameraState.REFUSED: self.tr("connection refused"),
            CameraState.UNSUPPORTED: self.tr("unsupported codec"),
        }[state]

    def live(self) -> str:
        return self.tr("LIVE")

    def not_live(self) -> str:
        return self.tr("NOT LIVE")

    def tier(self, tier: int) -> str:
        """The reason a camera was chosen, as it stands on the tile."""
        words = (
            self.tr("bound by site"),
            self.tr("sees it"),
            self.tr("PTZ can turn"),
            self.tr("same fire zone"),
            self.tr("access door"),
            self.tr("same floor"),
            self.tr("adjacent floor"),
            self.tr("outside view"),
            self.tr("same site"),
        )
        return words[tier] if 0 <= tier < len(words) else self.tr("by hand")

    def outcome(self, outcome: Outcome) -> str:
        return {
            Outcome.REAL: self.tr("Real"),
            Outcome.FALSE: self.tr("False"),
            Outcome.TEST: self.tr("Test"),
            Outcome.UNDETERMINED: self.tr("Cannot tell"),
        }[outcome]

    def refusal(self, code: str) -> str:
        """Why an act was refused."""
        return {
            "already_acknowledged": self.tr("Already acknowledged"),
            "not_acknowledged": self.tr("Acknowledge it first"),
            "still_active": self.tr("The detector still reports it"),
            "source_lost": self.tr("The source is lost: its state is not known"),
            "not_latched": self.tr("Nothing to reset"),
            "no_alarm": self.tr("This alarm is closed"),
        }.get(code, code)
