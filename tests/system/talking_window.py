"""A window that talks until it is killed: `python -m tests.system.talking_window DATA HOST PORT PIN SECRET CHANNEL`."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from console.backends.voice.process import VoiceProcess
from console.backends.voice.talk import VoiceTalk
from console.clock import Clock
from console.config.schema import SoundConfig, VoiceConfig
from console.config.secrets import resolve
from console.inbox import Inbox
from console.model import GroupId
from console.talk_words import GroupState, TalkGroup, TalkState

GROUP = GroupId("fire")


def main(data: str, host: str, port: str, pin: str, secret: str, channel: str) -> None:
    """Press as soon as the group is ready and say every 100 ms that the key is held."""
    inbox, ready = Inbox(), threading.Event()
    config = VoiceConfig(url=f"mumble://{host}:{port}", cert_pin=pin, password=f"file:{secret}")
    process = VoiceProcess(SoundConfig(), config, Path(data))
    talk = VoiceTalk(process, config, "doomed", resolve=resolve, inbox=inbox, clock=Clock())

    def take(item: object) -> None:
        if isinstance(item, GroupState) and item.state is TalkState.READY:
            ready.set()

    inbox.on_wake(lambda: None)
    talk.take_groups([TalkGroup(GROUP, channel)])
    talk.start()
    while not ready.wait(0.01):
        inbox.drain(take, lambda _item, _error: None)
    talk.press(1, (GROUP,))
    sys.stdout.write(f"{talk.pid}\n")
    sys.stdout.flush()
    while not threading.Event().wait(0.1):
        talk.held(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
