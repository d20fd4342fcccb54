"""Everything of one position that needs no window: opened in order, closed in reverse, each part named once.

data folder and lock → event log → site → store → (broker and demo site) → console → feed and video → runtime.json
"""

from __future__ import annotations

import fcntl
import getpass
import json
import logging
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from console import site
from console.announce import Announcer, Stopped
from console.app import Console
from console.backends.feed.broker import EmbeddedBroker
from console.backends.feed.dial import address
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat as BrokerSeat
from console.backends.history.filling import is_new
from console.backends.history.sql import FOLDER as HISTORY_FOLDER
from console.backends.history.sql import SqlHistory
from console.backends.site.work import WorkingReader
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.sql import SqlStore
from console.backends.video.process import VideoProcess
from console.backends.voice.process import VoiceProcess
from console.backends.voice.server import VoiceServer
from console.backends.voice.sound import VoiceSound
from console.backends.voice.talk import PORT as VOICE_PORT
from console.backends.voice.talk import VoiceTalk
from console.clock import Clock, iso_ms
from console.config.schema import BrokerConfig, Config, VoiceConfig
from console.config.secrets import fill, resolve
from console.errors import BackendError
from console.event_log import EventLog
from console.excerpts import ExcerptWriter
from console.inbox import Inbox
from console.intake import Intake
from console.keeping import Keeping
from console.model import GroupKind, Seat, Site
from console.parse.decoder import Decoder
from console.parse.field import Field
from console.rules import Conditions, supervision_s
from console.sim.child import SimChild
from console.sim.past_child import PastChild
from console.topics import site_root
from console.trends import Capture

log = logging.getLogger(__name__)

RUNTIME = "runtime.json"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about this run."""

    data: Path
    position: str
    log_file: Path | None = None
    seconds: float | None = None
    demo: bool = False
    seed: int = 1
    sound: bool = True  # False: this run makes none, whatever the configuration says
    late_s: float = 60.0  # how often the windows say how late they were
    quiet: bool = False  # the demo's sensors tell no story
    kiosk: bool = False  # windows fill their screens and cannot be closed


class Room:
    """Use as a context manager: entering opens everything, leaving stops it in reverse order."""

    def __init__(self, config: Config, options: Options) -> None:
        self.config = config
        self.options = options
        self.clock = Clock()
        self.inbox = Inbox()
        self._stack = ExitStack()
        self._started_ms = self.clock.now_ms()
        self.is_asked_to_end = False  # while it was opened; whoever runs it looks before it begins

    def __enter__(self) -> Room:
        with ExitStack() as stack:
            self._stack = stack
            self._open()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def ask_to_end(self) -> None:
        """A signal came before there was a loop that could stop."""
        self.is_asked_to_end = True

    # ---- opening, in order ----

    def _open(self) -> None:
        _lock(self.options, self._stack)
        self.announcer = Announcer(self.clock, _event_log(self.options, self._stack))
        self.keeping = Keeping(self.options.data / "kept", self.inbox, self.clock)
        self._stack.callback(self.keeping.close)
        loaded, self.warnings = site.load(self.config.site)
        self.broker = self._open_broker()
        self.voice = self._open_voice(loaded)
        self.site = self._open_demo(loaded)
        self.store = self._open_store()
        self.history = self._open_history()
        self.video = VideoProcess(
            self.config.video, self.site.cameras, self.site.video_base,
            resolve=resolve, inbox=self.inbox, clock=self.clock, points=self.site.points, data=self.options.data,
        )  # fmt: skip
        conditions = Conditions(self.config.sources, self.site.points)
        self.console = Console(
            seat=Seat(self.options.position, self.config.console.person or getpass.getuser()),
            site=self.site, clock=self.clock, announcer=self.announcer, store=self.store,
            stale_after_s=lambda point: supervision_s(point, self.config.sources), evidence=self.config.evidence,
            sound=self._open_sound(), silence_s=self.config.sound.silence_s, dispatch=self.config.dispatch,
            sources=self.config.sources, trends=self.config.history, history=self.history,
        )  # fmt: skip
        if self.talk is not None:
            self.console.talking.connect(self.talk, self.config.voice.limit_s)
        self.console.evidence.connect(self.video.record)
        self.console.reviewing.connect(self.video.replay)
        excerpts = ExcerptWriter(self.inbox)
        self._stack.callback(excerpts.close)
        self.console.exporting.connect(excerpts.write)
        self.feed = self._feed(conditions)
        self.console.dispatching.connect(self.feed, site_root(self.config.site.name))
        self._stack.callback(self.feed.stop)  # after the store, whose last commit still marks receipts handled
        self._stack.callback(self._close_store)
        self._stack.callback(self._connect_folder().stop)
        self.console.start(self.feed)
        conditions.restore(self.console.alarms.conditions())
        self._stack.callback(self.video.stop)
        self.video.start()
        self.feed.start()
        self._stack.callback(self.console.stop)
        self._write_runtime()

    def _open_broker(self) -> BrokerConfig:
        """The site's broker, or a child of our own on loopback."""
        self._embedded: EmbeddedBroker | None = None
        if not (self.config.broker.embedded or self.options.demo):
            return self.config.broker
        self._embedded = EmbeddedBroker(self.options.data / "broker", self.inbox, self.clock)
        self._embedded.start()
        self._stack.callback(self._embedded.stop)
        return self._embedded.console_config()

    def _open_voice(self, loaded: Site) -> VoiceConfig | None:
        """The site's voice server, or a child of our own on loopback; None: there is nobody to talk to."""
        teams = [group.channel for group in loaded.groups if group.kind is GroupKind.TEAM]
        told = self.config.voice
        if not teams or not (told.embedded or told.url or self.options.demo):
            return None
        if not (told.embedded or self.options.demo):
            return told
        server = VoiceServer(self.options.data / "voice-server")
        try:
            server.start(teams)
        except BackendError as error:
            if told.embedded:
                raise
            log.warning("the demo has no talk groups: %s", error)
            return None
        self._stack.callback(server.stop)
        return replace(server.config(told.user), microphone=told.microphone, limit_s=told.limit_s)

    def _open_demo(self, loaded: Site) -> Site:
        """The demo's cameras and sensors are a child of their own; a real site has none."""
        if not self.options.demo or self._embedded is None:
            return loaded
        sensors, field = self._embedded.sensors_config(), self._embedded.field_config()
        child = SimChild(
            self.config.site, sensors, self.options.seed, self.options.quiet, field=field, voice=self.voice,
            language=self.config.console.language,
        )  # fmt: skip
        self._stack.callback(child.stop)
        return replace(loaded, video_base=child.start())

    def _open_store(self) -> SqlStore:
        url = self.config.store.url
        where = fill(url) if url else self.options.data / JOURNAL_FILE
        store = SqlStore(where, self.options.position, self.inbox, self.clock, self._handled)
        store.open()
        return store

    def _open_history(self) -> SqlHistory:
        """Beside the journal: in files of the data folder, or on the journal's server."""
        url = fill(self.config.history.url or self.config.store.url)
        is_elsewhere = self.config.history.url or (url and not Database.at(url).is_sqlite)
        folder = self.options.data / HISTORY_FOLDER
        past = None if is_elsewhere else self._demo_past(folder)
        history = SqlHistory(
            folder, url if is_elsewhere else folder, self.config.history, self.inbox, self.clock,
            hold=lambda: past is not None and past.is_running,
        )  # fmt: skip
        self._stack.callback(history.stop)  # after the feed, whose last readings then are in the log
        history.start()
        return history

    def _demo_past(self, folder: Path) -> PastChild | None:
        """A demo on new data has a past all the same: its trends are not empty."""
        if not self.options.demo or not is_new(folder):
            return None
        past = PastChild(self.config.site, folder, self.options.seed)
        self._stack.callback(past.stop)
        past.start()
        return past

    def _open_sound(self) -> VoiceSound | None:
        """Loudspeaker and microphone share a process; None: this position is to make no sound."""
        self.talk: VoiceTalk | None = None
        is_loud = self.config.sound.enabled and self.options.sound
        if not is_loud and self.voice is None:
            return None
        heard = replace(self.config.sound, enabled=is_loud)
        process = VoiceProcess(heard, self.voice or VoiceConfig(), self.options.data.absolute())
        if self.voice is not None:
            self.talk = VoiceTalk(
                process, self.voice, self.options.position, resolve=resolve, inbox=self.inbox, clock=self.clock
            )
        sound = VoiceSound(process, self.inbox, self.clock) if is_loud else None
        self._stack.callback(process.stop)
        process.start()
        return sound

    def _feed(self, conditions: Conditions) -> MqttFeed:
        receipts = Receipts(self.options.data / "spool" / "receipts.sqlite", self.config.console.retain_raw)
        decoder = Decoder(self.config.sources, self.site.points, self.site.time_zone)
        field = Field(site_root(self.config.site.name), self.site)
        capture = Capture(self.inbox, self.history.take)
        self.intake = Intake(decoder, conditions, self.inbox, self._handled, capture, field)
        seat = BrokerSeat(self.config.site.name, self.options.position)
        return MqttFeed(
            self.broker, self.config.sources, seat,
            receipts=receipts, parse=self.intake, inbox=self.inbox, clock=self.clock,
        )  # fmt: skip

    def _connect_folder(self) -> WorkingReader:
        """The site folder can be read again; the demo's cameras stay where its simulator serves them."""
        base = self.site.video_base if self.options.demo else ""
        folder = WorkingReader(self.config.site, self.inbox, base)
        self.console.revising.connect(
            folder,
            (
                self.intake.take_site,
                self.video.take_site,
                self.console.trends.take_site,
                self.console.dispatching.take_site,
                self.console.drilling.take_site,
                self.console.talking.take_site,
            ),
        )
        return folder

    def _handled(self, receipts: Sequence[int]) -> None:
        self.feed.handled(receipts)

    def sensors_config(self) -> BrokerConfig:
        """How a sensor reaches the embedded broker. Raises BackendError where the broker is the site's."""
        if self._embedded is None:
            raise BackendError("the broker is the site's own")
        return self._embedded.sensors_config()

    # ---- closing ----

    def _close_store(self) -> None:
        saved = self.store.stop()
        unsaved = 0 if saved else self.store.unsaved
        self.announcer.publish(Stopped(position=self.options.position, unsaved=unsaved))

    # ---- what others may read ----

    def _write_runtime(self) -> None:
        """Tell tests and tools where everything is; written in one piece, when all is ready."""
        host, port, tls = _address(self.broker)
        facts = {
            "schema": 1, "pid": os.getpid(), "position": self.options.position,
            "started": iso_ms(self._started_ms), "broker": {"host": host, "port": port, "tls": tls},
            "rtsp": {"base": self.site.video_base}, "voice": _voice_address(self.voice),
        }  # fmt: skip
        path = self.options.data / RUNTIME
        draft = path.with_suffix(".new")
        try:
            draft.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
            draft.replace(path)
        except OSError as error:
            raise BackendError(f"{path} cannot be written ({error.strerror}): is the disk full?") from error
        self._stack.callback(path.unlink, missing_ok=True)


def _address(broker: BrokerConfig) -> tuple[str, int, bool]:
    scheme, host, port = address(broker.url)
    return host, port, scheme == "mqtts"


def _voice_address(voice: VoiceConfig | None) -> dict[str, str | int] | None:
    """None where there is nobody to talk to."""
    if voice is None:
        return None
    parts = urlsplit(voice.url)
    return {"host": parts.hostname or "", "port": parts.port or VOICE_PORT}


def _lock(options: Options, stack: ExitStack) -> None:
    """One process per position and data folder. Raises BackendError."""
    try:
        options.data.mkdir(parents=True, exist_ok=True)
        handle = stack.enter_context((options.data / f"{options.position}.lock").open("a"))
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackendError(
            f"position {options.position} is already running on {options.data}: choose another --position or --data"
        ) from None
    except OSError as error:
        raise BackendError(
            f"the data folder {options.data} cannot be used ({error.strerror}): give a writable one with --data"
        ) from error


def _event_log(options: Options, stack: ExitStack) -> EventLog | None:
    if options.log_file is None:
        return None
    try:
        options.log_file.parent.mkdir(parents=True, exist_ok=True)
        written = EventLog(stack.enter_context(options.log_file.open("a", encoding="utf-8")))
    except OSError as error:
        raise BackendError(
            f"the event log {options.log_file} cannot be written ({error.strerror}): give another --log-file"
        ) from error
    stack.callback(written.close)
    return written
