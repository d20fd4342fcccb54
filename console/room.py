"""Everything of one position that needs no window: opened in order, closed in reverse, each part named once.

data folder and lock → event log → site → store → (broker and demo site) → console → feed and video → runtime.json
"""

from __future__ import annotations

import fcntl
import getpass
import json
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from console import site
from console.announce import Announcer, Stopped, uncaught
from console.app import Console
from console.backends.feed.broker import EmbeddedBroker
from console.backends.feed.dial import address
from console.backends.feed.mqtt import MqttFeed
from console.backends.feed.receipts import Receipts
from console.backends.feed.topics import Seat as BrokerSeat
from console.backends.history.filling import is_new
from console.backends.history.library import is_led
from console.backends.history.sql import FOLDER as HISTORY_FOLDER
from console.backends.history.sql import SqlHistory
from console.backends.monitors import PowerWatch
from console.backends.people import ACCOUNTS_FILE, FileDoorkeeper
from console.backends.ptz import OnvifPtz
from console.backends.site.work import WorkingReader
from console.backends.store.database import JOURNAL_FILE, Database
from console.backends.store.sql import SqlStore
from console.backends.video.process import VideoProcess
from console.backends.voice.opening import TakeSite, open_voice
from console.backends.voice.process import VoiceProcess
from console.backends.voice.sound import VoiceSound
from console.backends.voice.talk import PORT as VOICE_PORT
from console.backends.voice.talk import VoiceTalk
from console.clock import Clock, iso_ms
from console.config.schema import BrokerConfig, Config, VoiceConfig
from console.config.secrets import beside, fill, resolve
from console.errors import BackendError
from console.event_log import EventLog
from console.excerpts import ExcerptWriter
from console.gatehouse import open_gateway
from console.hosting import RUNTIME, SITE, Host, host_at
from console.housekeeping import look_after, record_screens
from console.inbox import Inbox
from console.intake import Intake
from console.keeping import Keeping
from console.mishaps import Reported
from console.model import Seat, Site
from console.parse.decoder import Decoder
from console.parse.field import Field
from console.rules import Conditions, supervision_s
from console.shifts import ShiftConfig
from console.sight import SightConfig
from console.sim.child import SimChild
from console.sim.past_child import PastChild
from console.topics import site_root
from console.trends import Capture
from console.workroom import furnish


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
    join: Path | None = None  # the data folder of the demo whose servers and files this console shares
    person: str = ""  # who sits here without accounts, and in the demo from the start

    @property
    def shared(self) -> Path:
        """The folder of journal, clips and speech."""
        return self.join or self.data


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
        self.announcer = Announcer(self.clock, _event_log(self.options, self._stack), uncaught)
        self.keeping = Keeping(self.options.data / "kept", self.inbox, self.clock)
        self._stack.callback(self.keeping.close)
        loaded, self.warnings = site.load(self.config.site)
        self._host: Host | None = host_at(self.options.join) if self.options.join is not None else None
        self.broker = self._open_broker()
        self.voice = self._open_voice(loaded)
        self.site = self._open_demo(loaded, self._open_gateway(loaded))
        self.store = self._open_store()
        self.history = self._open_history()
        self.video = VideoProcess(
            self.config.video, self.site.cameras, self.site.video_base, resolve=beside(self.config.path),
            inbox=self.inbox, clock=self.clock, points=self.site.points, data=self.options.shared,
        )  # fmt: skip
        conditions = Conditions(self.config.sources, self.site.points)
        self.console = Console(
            seat=Seat(self.options.position, self.options.person or self.config.console.person or getpass.getuser()),
            site=self.site, clock=self.clock, announcer=self.announcer, store=self.store,
            stale_after_s=lambda point: supervision_s(point, self.config.sources), evidence=self.config.evidence,
            sound=self._open_sound(), silence_s=self.config.sound.silence_s,
            speak=self.config.sound.speak, dispatch=self.config.dispatch,
            sources=self.config.sources, trends=self.config.history, history=self.history,
            alarms=self.config.alarms, shifts=ShiftConfig(self.config.proving, self.config.handover),
            sight=SightConfig(self.config.truth, self.config.video.load_percent, self.config.video.ptz_hold_s),
        )  # fmt: skip
        self._connect_people()
        self._watch_monitors()
        if self.talk is not None:
            self.console.talking.connect(self.talk, self.config.voice.limit_s)
        ca = self.config.video.tls_ca
        self.ptz = OnvifPtz(self.site.cameras, self.site.onvif_base, beside(self.config.path), self.inbox, authority=ca)
        self.console.sight.ptz.connect(self.ptz)
        self.console.evidence.connect(self.video.record)
        self.console.sight.reviewing.connect(self.video.replay)
        self.console.sight.overload.connect(self.video.load, self.video.pace, self.console.painting.counts)
        self.console.sight.truth.connect(self.keeping.read, self.keeping.keep)
        self.console.sight.health.connect(self.video.survey)
        self.console.sight.rewinding.connect(self.video.rewind, self.console.evidence.adopt)
        excerpts = ExcerptWriter(self.inbox, lambda error: self.inbox.post(Reported(error, "")))
        self._stack.callback(excerpts.close)
        self.console.exporting.connect(excerpts.write)
        self._stack.callback(furnish(self.console, self.config, self.options.data, self.options.shared, self.inbox))
        self._stack.callback(look_after(self.console, self.config, self.options.shared, self.inbox, self.keeping).stop)
        self._stack.callback(record_screens(self.console, self.config, self.options.shared, self.inbox).stop)
        self.feed = self._feed(conditions)
        self.console.dispatching.connect(self.feed, site_root(self.config.site.name))
        self._stack.callback(self.feed.stop)  # after the store, whose last commit still marks receipts handled
        self._stack.callback(self._close_store)
        self._stack.callback(self._connect_folder().stop)
        self.console.start(self.feed)
        conditions.restore(self.console.live.conditions())
        for pictures in (self.ptz, self.video):
            self._stack.callback(pictures.stop)
            pictures.start()
        self.feed.start()
        self._stack.callback(self.console.stop)
        self._write_runtime()

    def _open_broker(self) -> BrokerConfig:
        """The site's broker, or a child of our own on loopback."""
        self._embedded: EmbeddedBroker | None = None
        if self._host is not None:
            return self._host.broker
        if not (self.config.broker.embedded or self.options.demo):
            return self.config.broker
        self._embedded = EmbeddedBroker(self.options.data / "broker", self.inbox, self.clock)
        self._embedded.start()
        self._stack.callback(self._embedded.stop)
        return self._embedded.console_config()

    def _open_voice(self, loaded: Site) -> VoiceConfig | None:
        """The site's voice server, or a child of our own on loopback; None: there is nobody to talk to."""
        told = self.config.voice
        self._voices_take_site: TakeSite = lambda _site: None
        if self._host is not None:
            joined = self._host.voice
            return replace(joined, microphone=told.microphone, limit_s=told.limit_s) if joined is not None else None
        options = self.options
        found, self._voices_take_site = open_voice(told, loaded, options.data, self._stack, is_demo=options.demo)
        return found

    def _open_gateway(self, loaded: Site) -> str:
        """A child of ours where it is asked for; where panels connect to it, "" = nowhere."""
        if self._host is not None:
            return ""
        broker = self._embedded.sensors_config() if self._embedded is not None else self.broker
        told = self.config, broker, loaded.time_zone, self.inbox, self.clock, self._stack
        return open_gateway(*told, is_demo=self.options.demo)

    def _open_demo(self, loaded: Site, panels: str) -> Site:
        """The demo's cameras and sensors are a child of their own; a real site has none. `panels` report there."""
        if self._host is not None:
            return replace(loaded, video_base=self._host.video_base, onvif_base=self._host.onvif_base)
        if not self.options.demo or self._embedded is None:
            return loaded
        sensors, field = self._embedded.sensors_config(), self._embedded.field_config()
        child = SimChild(
            self.config.site, sensors, self.options.seed, self.options.quiet, field=field, voice=self.voice,
            language=self.config.console.language, gateway=panels,
        )  # fmt: skip
        self._stack.callback(child.stop)
        served = child.start()
        return replace(loaded, video_base=served.rtsp, onvif_base=served.onvif)

    def _open_store(self) -> SqlStore:
        url = self.config.store.url
        where = fill(url) if url else self.options.shared / JOURNAL_FILE
        position, spool = self.options.position, self.options.data / "spool" / f"journal-{self.options.position}.jsonl"
        store = SqlStore(where, position, self.inbox, self.clock, self._handled, spool=spool)
        store.open()
        return store

    def _open_history(self) -> SqlHistory:
        """Beside the journal: in files of the data folder, or on the journal's server."""
        url = fill(self.config.history.url or self.config.store.url)
        is_elsewhere = self.config.history.url or (url and not Database.at(url).is_sqlite)
        folder, shared = self.options.data / HISTORY_FOLDER, self.options.shared / HISTORY_FOLDER
        past = None if is_elsewhere else self._demo_past(shared)
        history = SqlHistory(
            folder, url if is_elsewhere else shared, self.config.history, self.inbox, self.clock,
            hold=lambda: (past is not None and past.is_running) or (self._host is not None and not is_led(shared)),
        )  # fmt: skip
        self._stack.callback(history.stop)  # after the feed, whose last readings then are in the log
        history.start()
        return history

    def _demo_past(self, folder: Path) -> PastChild | None:
        """A demo on new data has a past all the same: its trends are not empty."""
        if not self.options.demo or self._host is not None or not is_new(folder):
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
        process = VoiceProcess(heard, self.voice or VoiceConfig(), self.options.shared.absolute())
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
        self.console.troubles.arrivals.forgotten = decoder.forgotten
        field = Field(site_root(self.config.site.name), self.site)
        capture = Capture(self.inbox, self.history.take)
        self.intake = Intake(decoder, conditions, self.inbox, self._handled, capture, field, self.console.troubles.saw)
        seat = BrokerSeat(self.config.site.name, self.options.position)
        return MqttFeed(
            self.broker, self.config.sources, seat,
            receipts=receipts, parse=self.intake, inbox=self.inbox, clock=self.clock, errands=decoder.errands,
        )  # fmt: skip

    def _connect_people(self) -> None:
        """Whoever sits here signs in, where there are accounts. Raises BackendError when they cannot be read."""
        told = self.config.people
        path = Path(told.accounts) if told.accounts else self.options.shared / ACCOUNTS_FILE
        if not told.accounts and not path.exists():
            return
        doorkeeper = FileDoorkeeper(path, self.inbox, self.clock)
        self._stack.callback(doorkeeper.stop)
        starts = self.options.person if self.options.demo else ""
        self.console.people.connect(doorkeeper, doorkeeper.accounts, told.lock_after_min, starts)
        doorkeeper.start()

    def _watch_monitors(self) -> None:
        monitors = PowerWatch(self.inbox)
        self._stack.callback(monitors.stop)
        monitors.start()

    def _connect_folder(self) -> WorkingReader:
        """The site folder can be read again; the demo's cameras stay where they are served, its folder as it is."""
        served, shared = (self.site.video_base, self.site.onvif_base), self.options.shared
        folder = WorkingReader(self.config.site, self.inbox, *((*served, shared / SITE) if self.options.demo else ()))
        takers = (
            self.intake.take_site,
            self.console.troubles.arrivals.ledger.take_site,
            self.video.take_site,
            self.ptz.take_site,
            self.console.trends.take_site,
            self.console.dispatching.take_site,
            self.console.drilling.take_site,
            self._voices_take_site,  # first the channels, then who enters them
            self.console.talking.take_site,
            self.console.shifts.take_site,
        )
        self.console.revising.connect(folder, takers)
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
            "rtsp": {"base": self.site.video_base}, "onvif": {"base": self.site.onvif_base},
            "voice": _voice_address(self.voice),
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
    return {"host": parts.hostname or "", "port": parts.port or VOICE_PORT, "pin": voice.cert_pin}


def _lock(options: Options, stack: ExitStack) -> None:
    """One process per position and data folder. Raises BackendError."""
    try:
        options.data.mkdir(parents=True, exist_ok=True)
        handle = stack.enter_context((options.shared / f"{options.position}.lock").open("a"))
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackendError(
            f"position {options.position} is already running on {options.shared}: choose another --position or --data"
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
