"""Every code the core emits, as words in the operator's language. An unknown code is shown as it is, never hidden."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.alarms import Outcome, Shown
from console.model import AlarmClass
from console.ports import CameraState
from widgets.alarms.cause_words import CauseWords
from widgets.dispatch.incident_words import IncidentWords
from widgets.kind_words import KindWords
from widgets.link_words import LinkWords
from widgets.people.words import PeopleWords


class Words(QObject):
    """Looked up at paint time, so a language switch needs no rebuilding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds = KindWords(self)
        self._links = LinkWords(self)
        self._incidents = IncidentWords(self)
        self._causes = CauseWords(self)
        self._people = PeopleWords(self)

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

    def heading(self, code: AlarmClass, priority: int) -> str:
        """Class word, letter and priority, as banner and details say them."""
        return f"{self.alarm_class(code)} {code.value} · {self.priority(priority)}"

    def shown(self, state: Shown) -> str:
        return {
            Shown.UNACKNOWLEDGED: self.tr("unacknowledged"),
            Shown.ACKNOWLEDGED: self.tr("acknowledged"),
            Shown.CLEARED: self.tr("cleared, not seen"),
            Shown.LATCHED: self.tr("verify and reset"),
            Shown.UNKNOWN: self.tr("source lost"),
            Shown.OUT_OF_SERVICE: self.tr("out of service"),
            Shown.ON_TEST: self.tr("on test"),
            Shown.SHELVED: self.tr("shelved"),
            Shown.SUPPRESSED: self.tr("suppressed"),
            Shown.CLOSED: self.tr("closed"),
        }[state]

    def row_state(self, state: Shown) -> str:
        """The same in a narrow column: what the operator owes, in one short word."""
        return {
            Shown.UNACKNOWLEDGED: self.tr("unack"),
            Shown.ACKNOWLEDGED: self.tr("acked"),
            Shown.CLEARED: self.tr("not seen"),
            Shown.LATCHED: self.tr("to reset"),
            Shown.UNKNOWN: self.tr("lost"),
            Shown.OUT_OF_SERVICE: self.tr("out"),
            Shown.ON_TEST: self.tr("test"),
            Shown.SHELVED: self.tr("shelved"),
            Shown.SUPPRESSED: self.tr("suppressed"),
            Shown.CLOSED: self.tr("closed"),
        }[state]

    def not_rationalised(self) -> str:
        """Nobody has written down what to do at such an alarm."""
        return self.tr("not rationalised")

    def kind(self, kind: str) -> str:
        """What happened, by the kind of the point."""
        return self._kinds.word(kind)

    def link(self, kind: str) -> str:
        """The short name on a lamp."""
        return self._links.name(kind)

    def reason(self, code: str) -> str:
        """Why a link is down or a picture missing."""
        if code in set(CameraState):
            return self.camera_state(CameraState(code))
        return self._links.reason(code)

    def rejection(self, code: str) -> str:
        """Why a message was refused."""
        return self._links.rejection(code)

    def without_picture(self, state: CameraState) -> str:
        """The state of a camera on a tile that has no picture: live is only what can be seen."""
        return self.tr("picture follows") if state is CameraState.LIVE else self.camera_state(state)

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

    def replay(self) -> str:
        """The picture is not of now."""
        return self.tr("REPLAY")

    def delayed(self) -> str:
        """It moves, and is seconds old: libvlc plays it."""
        return self.tr("DELAYED")

    def late(self) -> str:
        """The receiver leaves pictures out to keep up."""
        return self.tr("LATE")

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

    def tone_outcome(self, code: str) -> str:
        """How the test of the loudspeaker went."""
        return {
            "played": self.tr("Test tone played: did you hear it?"),
            "cut": self.tr("Test cut short: an alarm came"),
            "alarm_sounds": self.tr("No test while an alarm sounds"),
            "no_device": self.tr("No sound: no loudspeaker"),
            "no_answer": self.tr("No sound: no answer"),
            "off": self.tr("This position makes no sound"),
        }.get(code, code)

    def refusal(self, code: str) -> str:
        """Why an act was refused."""
        return (
            {
                "already_acknowledged": self.tr("Already acknowledged"),
                "not_acknowledged": self.tr("Acknowledge it first"),
                "still_active": self.tr("The detector still reports it"),
                "source_lost": self.tr("The source is lost: its state is not known"),
                "not_latched": self.tr("Nothing to reset"),
                "no_alarm": self.tr("This alarm is closed"),
                "machine_acknowledge": self.tr("Only a person can acknowledge"),
                "no_site_change": self.tr("No change of the site is waiting"),
                "change_unseen": self.tr("A change of the site waits unseen: fires have its room"),
                "no_site_folder": self.tr("This console has no site folder"),
                "machine_reset": self.tr("Only a person can reset"),
                "screen_absent": self.tr("This screen is not there"),
                "unknown_role": self.tr("There is no such screen role"),
                "main_needs_screen": self.tr("The desk needs a screen"),
                "reader_out_of_range": self.tr("The distance is out of range"),
            }.get(code)
            or self._causes.refusal(code)
            or self._people.refusal(code)
            or self._incidents.refusal(code)
            or self._steering_refusal(code)
        )

    def _steering_refusal(self, code: str) -> str:
        """Why a tile does not show what was asked for."""
        return {
            "bad_entry": self.tr("Type a camera number, or number*tile"),
            "no_tile": self.tr("Choose a tile first"),
            "unknown_camera": self.tr("No camera has this number"),
            "unknown_tile": self.tr("There is no such tile"),
            "unknown_surface": self.tr("There is no such wall"),
            "fixed_tile": self.tr("The alarms fill this tile"),
            "empty_tile": self.tr("This tile is empty"),
            "unknown_layout": self.tr("There is no such layout"),
            "layout_heavy": self.tr("Too much for this machine: once more shows it all the same"),
            "unknown_salvo": self.tr("There is no such arrangement"),
            "unknown_tour": self.tr("There is no such tour"),
            "no_video": self.tr("There are no pictures to take"),
            "no_ptz": self.tr("This camera cannot be turned"),
            "in_use": self.tr("Somebody else turns this camera"),
            "no_preset": self.tr("It has no such preset"),
            "bad_name": self.tr("Give it a name of 1 to 40 characters"),
            "name_taken": self.tr("This name is already used"),
            "bad_dwell": self.tr("A step may stand for 3 to 600 seconds"),
            "empty_tour": self.tr("Nothing of this tour can be shown"),
            "tour_needs_surface": self.tr("This tour needs a whole wall"),
            "no_view": self.tr("It shows nothing that could be taken"),
            "no_such_wall": self.tr("No such wall is open there"),
            "own_wall": self.tr("This is a wall of your own"),
            "tile_in_use": self.tr("Somebody is using that tile"),
            "alarm_region": self.tr("An alarm is shown there"),
            "too_late": self.tr("It came too late"),
        }.get(code, code)
