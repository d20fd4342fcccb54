"""What happened, in words: one for every kind of signal the room knows, and for its own links."""

from __future__ import annotations

from PySide6.QtCore import QObject


class KindWords(QObject):
    """A kind the site invented has no word of ours and is shown as the site spells it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = ""  # one word of it
        self._words: dict[str, str] = {}

    def word(self, kind: str) -> str:
        """`.trouble`, `.supervisory`, `.silent`, `.rising` and `.falling` are companions of the kind before the dot."""
        base, _, companion = kind.partition(".")
        word = self._all().get(base, base)
        match companion:
            case "trouble":
                return self.tr("%1: fault").replace("%1", word)
            case "supervisory":
                return self.tr("%1: test or removed").replace("%1", word)
            case "silent":
                return self.tr("%1: not heard").replace("%1", word)
            case "rising":
                return self.tr("%1: rising fast").replace("%1", word)
            case "falling":
                return self.tr("%1: falling fast").replace("%1", word)
            case _:
                return word

    def _all(self) -> dict[str, str]:
        """Looked up once in each language: a table paints some words of a hundred many times a second."""
        if (language := self.tr("Smoke")) != self._language:
            self._language = language
            self._words = {
                **self._fires(), **self._devices(), **self._hazards(), **self._warnings(), **self._values(),
                **self._links(),
            }  # fmt: skip
        return self._words

    def _fires(self) -> dict[str, str]:
        return {
            "smoke": self.tr("Smoke"),
            "heat": self.tr("Heat"),
            "flame": self.tr("Flame"),
            "fire": self.tr("Fire"),
            "manual_call_point": self.tr("Manual call point"),
            "water_flow": self.tr("Water flow"),
            "panic": self.tr("Panic button"),
            "gas": self.tr("Gas"),
            "co": self.tr("Carbon monoxide"),
            "pre_alarm": self.tr("Pre-alarm"),
            "video_smoke": self.tr("Smoke in the picture"),
            "video_fire": self.tr("Fire in the picture"),
        }

    def _devices(self) -> dict[str, str]:
        return {
            "test": self.tr("On test"),
            "silence": self.tr("Silenced"),
            "removed": self.tr("Removed"),
            "shield": self.tr("Disabled"),
            "valve_shut": self.tr("Valve shut"),
            "fire_door_open": self.tr("Fire door open"),
            "feedback": self.tr("Feedback"),
            "deleted": self.tr("Device deleted at its bridge"),
            "tamper": self.tr("Tamper"),
            "fault": self.tr("Device fault"),
            "availability": self.tr("Device offline"),
            "clock": self.tr("Clock wrong"),
            "power_fault": self.tr("Power fault"),
            "wire_break": self.tr("Wire break"),
            "video_loss": self.tr("Video loss"),
            "battery": self.tr("Battery low"),
            "picture": self.tr("No picture"),
            "camera_moved": self.tr("Camera moved"),
            "camera_covered": self.tr("Camera covered, or smoke"),
            "camera_dark": self.tr("Camera in the dark"),
            "camera_defocused": self.tr("Camera out of focus"),
            "camera_frozen": self.tr("Camera sends a frozen picture"),
        }

    def _hazards(self) -> dict[str, str]:
        return {
            "ebike_in_elevator": self.tr("E-bike in lift"),
            "fire_lane_occupied": self.tr("Fire lane blocked"),
            "piling": self.tr("Piled goods"),
            "charging_overheat": self.tr("Charging post too hot"),
            "charging_temperature": self.tr("Charging post temperature"),
            "water_leak": self.tr("Water leak"),
            "intrusion": self.tr("Intrusion"),
            "leakage_current": self.tr("Leakage current"),
            "repeated": self.tr("Again and again"),
        }

    def _warnings(self) -> dict[str, str]:
        return {
            "rain_warning": self.tr("Rain warning"),
            "wind_warning": self.tr("Wind warning"),
            "heat_warning": self.tr("Heat warning"),
            "flood_warning": self.tr("Flood warning"),
            "weather_warning": self.tr("Weather warning"),
            "waterlogging": self.tr("Waterlogging threatens"),
        }

    def _values(self) -> dict[str, str]:
        return {
            "water_pressure": self.tr("Hydrant pressure"),
            "water_level": self.tr("Water level"),
            "temperature": self.tr("Temperature"),
            "humidity": self.tr("Humidity"),
            "gas_value": self.tr("Gas level"),
            "co_value": self.tr("CO level"),
            "smoke_value": self.tr("Smoke level"),
            "power": self.tr("Power"),
            "rain": self.tr("Rain"),
            "voltage": self.tr("Voltage"),
            "current": self.tr("Current"),
            "linkquality": self.tr("Radio quality"),
        }

    def _links(self) -> dict[str, str]:
        return {
            "broker": self.tr("Broker lost"),
            "intake": self.tr("Messages delayed"),
            "store": self.tr("Journal failing"),
            "history": self.tr("Trends not kept"),
            "spool": self.tr("Receipts failing"),
            "video": self.tr("Video lost"),
            "audio": self.tr("Sound lost"),
            "voice": self.tr("Voice server lost"),
            "guardian": self.tr("Guardian lost"),
            "gateway": self.tr("Gateway lost"),
            "evidence": self.tr("No clip kept"),
            "message": self.tr("Message set aside"),
            "program": self.tr("Program error"),
            "proof_missing": self.tr("Detectors not proven"),
            "screen": self.tr("Screen gone"),
            "kept": self.tr("Settings file failing"),
            "archive": self.tr("Record not looked after"),
            "disk": self.tr("Disk filling up"),
            "backup": self.tr("No recent backup"),
            "eye": self.tr("Screens not recorded"),
            "position": self.tr("Console is dark"),
            "accounts": self.tr("Accounts file failing"),
            "refused": self.tr("Most messages refused"),
        }
