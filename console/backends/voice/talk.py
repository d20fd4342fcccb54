"""Groups and microphone from the voice process (Talk port): groups, presses, wishes out; states and bursts in.

The port's calls are for the desk thread and never block; what happened is posted from the child's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import urlsplit

from console.backends.voice.process import VoiceProcess
from console.clock import Clock
from console.config.schema import VoiceConfig
from console.errors import BackendError
from console.inbox import Inbox
from console.lines import Hello
from console.model import GroupId, LinkDown, LinkUp
from console.talk_words import (
    TALK_WORDS,
    GroupState,
    MicLevel,
    Microphones,
    PressEnd,
    PressEnded,
    SaidAgain,
    SayTrouble,
    TalkDetail,
    TalkGroup,
    TalkState,
    TalkTone,
)
from console.talkd.control import (
    Choose,
    Command,
    Connect,
    Forget,
    Held,
    Know,
    Press,
    Release,
    Report,
    SayAgain,
    Signal,
)

LINK = "voice"
PORT = 64_738
AWAY = {TalkState.NOT_CONNECTED, TalkState.OPENING}


class VoiceTalk:
    """Shares its process with `VoiceSound`; whichever is stopped first ends it."""

    def __init__(
        self,
        process: VoiceProcess,
        config: VoiceConfig,
        position: str,
        *,
        resolve: Callable[[str], str],
        inbox: Inbox,
        clock: Clock,
    ) -> None:
        """`resolve` turns the reference to the password into it; asked whenever a child begins to live."""
        parts = urlsplit(config.url)
        self._host, self._port = parts.hostname or "", parts.port or PORT
        self._config = config
        self._user = config.user or position
        self._resolve = resolve
        self._process = process
        self._inbox = inbox
        self._clock = clock
        self._lock = threading.Lock()
        self._groups: dict[GroupId, TalkGroup] = {}
        self._states: dict[GroupId, GroupState] = {}
        self._microphone: str | None = None
        self._press: int | None = None
        self._again = ""  # the burst that is played
        self._link: str | None = None  # the loss that was said, "" when it is up
        self._devices: tuple[str, ...] = ()
        process.join(self)

    @property
    def name(self) -> str:
        """Of the server, for people and for its link."""
        return f"{self._host}:{self._port}"

    @property
    def pid(self) -> int:
        """Process id of the running child, 0 while there is none."""
        return self._process.pid

    @property
    def devices(self) -> tuple[str, ...]:
        return self._devices

    def start(self) -> None:
        self._process.start()

    def stop(self) -> None:
        self._process.stop()

    def take_groups(self, groups: Sequence[TalkGroup]) -> None:
        with self._lock:
            gone = self._groups.keys() - {group.id for group in groups}
            self._groups = {group.id: group for group in groups}
            for group in gone:
                self._states.pop(group, None)
        for group in gone:
            self._process.say(Forget(group))
        for each in groups:
            self._process.say(_known(each))

    def press(self, press: int, groups: tuple[GroupId, ...]) -> None:
        with self._lock:
            self._press = press
        self._process.say(Press(press, groups))
        if not self._process.pid:
            self._end_press(PressEnd.REFUSED)

    def held(self, press: int) -> None:
        self._process.say(Held(press))

    def release(self, press: int) -> None:
        self._process.say(Release(press))

    def say_again(self, path: str) -> None:
        self._again = path
        self._process.say(SayAgain(path))

    def tone(self, tone: TalkTone) -> None:
        self._process.say(Signal(tone))

    def choose_microphone(self, name: str) -> None:
        self._microphone = name
        self._process.say(Choose(name))

    # ---- on the child's thread -----------------------------------------------------------------------------------

    def hear(self, report: Report) -> None:
        match report:
            case Hello():
                self._end_press(PressEnd.LOST)  # it has started itself anew
                self._process.tell(self._greeting)
            case GroupState():
                self._changed(report)
            case MicLevel():
                self._inbox.post_sample(MicLevel, report)
            case PressEnded(press, cause):
                if press == self._press:
                    self._end_press(cause)
                else:
                    self._inbox.post(report)
            case SaidAgain():
                self._again = ""
                self._inbox.post(report)
            case Microphones(names):
                self._devices = names
                self._inbox.post(report)
            case _ if isinstance(report, TALK_WORDS):
                self._inbox.post(report)
            case _:
                pass

    def _greeting(self) -> Iterable[Command]:
        """What a new process has to know. Reading the password may take its time."""
        yield self._connect()
        with self._lock:
            groups = tuple(self._groups.values())
        yield from map(_known, groups)
        if self._microphone is not None:
            yield Choose(self._microphone)

    def _connect(self) -> Connect:
        config, password, trouble = self._config, "", TalkDetail.NONE
        try:
            password = self._resolve(config.password)
        except BackendError:
            trouble = TalkDetail.PASSWORD_UNREADABLE
        if not self._host:
            trouble = TalkDetail.NOT_STARTED
        return Connect(
            self._host, self._port, self._user, password, config.cert_pin, config.ca_file, config.client_cert,
            config.client_key, trouble,
        )  # fmt: skip

    def ended(self, reason: str, detail: str) -> None:
        """Nobody can be reached while there is no voice process, and nobody hears us."""
        now = self._clock.now_ms()
        with self._lock:
            groups = tuple(self._groups)
        for group in groups:
            self._changed(
                GroupState(group, TalkState.NOT_CONNECTED, "", now, (), TalkDetail.PROCESS, f"{reason} {detail}")
            )
        self._end_press(PressEnd.LOST)
        if self._again:
            self._inbox.post(SaidAgain(self._again, SayTrouble.NO_DEVICE))
            self._again = ""

    def _end_press(self, cause: PressEnd) -> None:
        """Each press has one end, whoever tells it."""
        with self._lock:
            press, self._press = self._press, None
        if press is not None:
            self._inbox.post(PressEnded(press, cause))

    def _changed(self, state: GroupState) -> None:
        with self._lock:
            if state.group not in self._groups:
                return
            self._states[state.group] = state
            away = [each for each in self._states.values() if each.state in AWAY]
            is_lost = len(away) == len(self._states)
        self._inbox.post(state)
        if not is_lost:
            self._say_link("")
        elif tried := [each.detail for each in away if each.state is TalkState.NOT_CONNECTED and self._was_tried(each)]:
            self._say_link(tried[0], state.about)

    def _was_tried(self, state: GroupState) -> bool:
        """What is only about to be tried at the start is no loss; without an address nothing ever will be."""
        return state.detail is not TalkDetail.NOT_STARTED or not self._host

    def _say_link(self, reason: str, about: str = "") -> None:
        """The link to the server: up while any group of it can be reached. Each loss once."""
        if reason == self._link or (reason and self._link):
            return
        self._link = reason
        now = self._clock.now_ms()
        self._inbox.post(LinkDown(LINK, self.name, reason, now, about) if reason else LinkUp(LINK, self.name, now))


def _known(group: TalkGroup) -> Know:
    return Know(group.id, group.channel, group.with_below)
