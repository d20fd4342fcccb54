"""The talk bar in words: states, reasons, endings. Looked up when painted, so a language switch rewords everything."""

from __future__ import annotations

from PySide6.QtCore import QObject

from console.talk_words import SayTrouble, TalkDetail, TalkState
from console.talking import Button, ButtonState, Refusal
from widgets.placing import span


class TalkWords(QObject):
    """A code without a word is shown as it is."""

    def button(self, state: ButtonState) -> str:
        """The large word."""
        return {
            ButtonState.NO_TARGET: self.tr("NO TARGET"),
            ButtonState.NOT_CONNECTED: self.tr("NOT CONNECTED"),
            ButtonState.OPENING: self.tr("OPENING"),
            ButtonState.READY: self.tr("TALK"),
            ButtonState.ON_AIR: self.tr("ON AIR"),
            ButtonState.BUSY: self.tr("BUSY"),
            ButtonState.REFUSED: self.tr("REFUSED"),
            ButtonState.DEVICE_LOST: self.tr("MIC LOST"),
            ButtonState.NO_MICROPHONE: self.tr("NO MICROPHONE"),
        }[state]

    def below_button(self, button: Button, detail: TalkDetail, now_ms: int) -> str:
        """The sentence below the large word."""
        match button.state:
            case ButtonState.NO_TARGET:
                return self.tr("choose a group")
            case ButtonState.NOT_CONNECTED | ButtonState.REFUSED:
                return self.detail(detail)
            case ButtonState.OPENING:
                return self.tr("nobody hears you yet")
            case ButtonState.BUSY:
                return f"{button.who or '?'} · {span(now_ms - button.since_ms)}"
            case ButtonState.DEVICE_LOST | ButtonState.NO_MICROPHONE:
                return self.tr("you can only listen")
            case _:
                return self._of_targets(button)

    def _of_targets(self, button: Button) -> str:
        if button.state is ButtonState.ON_AIR:
            if button.is_partial:
                return self._counted(self.tr("%1 of %2 hear you"), button)
            return self.tr("press again to end") if button.is_latched else self.tr("speak now")
        if button.is_partial:
            return self._counted(self.tr("%1 of %2 ready"), button)
        return self.tr("%n target(s) ready", "", button.chosen)

    def _counted(self, text: str, button: Button) -> str:
        return text.replace("%1", str(button.reached)).replace("%2", str(button.chosen))

    def refusal(self, refusal: Refusal) -> str:
        """Why a press did nothing."""
        return {
            Refusal.NO_TARGET: self.tr("Choose a target first"),
            Refusal.NOT_SHOWN: self.tr("Not every target is in view"),
            Refusal.NO_MICROPHONE: self.tr("No microphone"),
            Refusal.NOT_CONNECTED: self.tr("Not connected"),
            Refusal.NO_RIGHT: self.tr("Not your role"),
            Refusal.GROUP_REFUSED: self.tr("The voice server refuses"),
        }[refusal]

    def state(self, state: TalkState) -> str:
        """What a target is, in a word."""
        return {
            TalkState.NOT_CONNECTED: self.tr("not connected"),
            TalkState.OPENING: self.tr("opening"),
            TalkState.READY: self.tr("ready"),
            TalkState.ON_AIR: self.tr("on air"),
            TalkState.BUSY: self.tr("busy"),
            TalkState.REFUSED: self.tr("refused"),
            TalkState.DEVICE_LOST: self.tr("listen only"),
            TalkState.NO_MICROPHONE: self.tr("listen only"),
        }[state]

    def hearing(self, members: int, *, is_on_air: bool) -> str:
        """How many hear the group."""
        if is_on_air:
            return self.tr("%n hear(s) you", "", members)
        return self.tr("%n member(s)", "", members) if members else self.tr("nobody there")

    def detail(self, detail: TalkDetail) -> str:
        """Why a group is not connected, or refuses."""
        return {**self._connection(), **self._login(), **self._channel()}.get(detail, detail.value)

    def _connection(self) -> dict[TalkDetail, str]:
        return {
            TalkDetail.NONE: "",
            TalkDetail.NOT_STARTED: self.tr("not tried yet"),
            TalkDetail.UNREACHABLE: self.tr("nobody answers"),
            TalkDetail.LOST: self.tr("connection lost"),
            TalkDetail.SILENT: self.tr("the server is silent"),
            TalkDetail.NONSENSE: self.tr("not a voice server"),
            TalkDetail.NO_TLS: self.tr("no encrypted connection"),
            TalkDetail.CERTIFICATE: self.tr("certificate not trusted"),
            TalkDetail.PROCESS: self.tr("the voice process ended"),
        }

    def _login(self) -> dict[TalkDetail, str]:
        return {
            TalkDetail.WRONG_PASSWORD: self.tr("wrong password"),
            TalkDetail.NAME_IN_USE: self.tr("name in use"),
            TalkDetail.NAME_REFUSED: self.tr("name refused"),
            TalkDetail.SERVER_FULL: self.tr("server full"),
            TalkDetail.NEEDS_CERTIFICATE: self.tr("needs our certificate"),
            TalkDetail.NOT_ADMITTED: self.tr("not admitted"),
            TalkDetail.KICKED: self.tr("sent away"),
            TalkDetail.PASSWORD_UNREADABLE: self.tr("password unreadable"),
            TalkDetail.OWN_CERTIFICATE: self.tr("own certificate unreadable"),
        }

    def _channel(self) -> dict[TalkDetail, str]:
        return {
            TalkDetail.UNKNOWN_CHANNEL: self.tr("channel unknown"),
            TalkDetail.MAY_NOT_ENTER: self.tr("may not enter"),
            TalkDetail.MAY_NOT_SPEAK: self.tr("may not speak"),
            TalkDetail.MUTED: self.tr("muted by the server"),
            TalkDetail.NO_CODEC: self.tr("libopus is missing"),
        }

    def say_trouble(self, trouble: SayTrouble) -> str:
        """Why a burst was not played again."""
        return {
            SayTrouble.NONE: "",
            SayTrouble.MISSING: self.tr("the file is missing"),
            SayTrouble.UNPLAYABLE: self.tr("cannot be played"),
            SayTrouble.NO_DEVICE: self.tr("no loudspeaker"),
            SayTrouble.CUT: "",
        }.get(trouble, trouble.value)


def minutes(ms: int) -> str:
    """A running time: 0:07."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def seconds(ms: int) -> str:
    """A length: 4.1 s."""
    return f"{ms / 1000:.1f} s"
