"""The shape of `config.toml`: one frozen dataclass per table, every default in one place.

`read.py` fills them from the file; a field here without a reader, or a key in the file without a field, is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from console.config.gateway import GatewayConfig
from console.config.patterns import CountConfig, JoinConfig, RaiseConfig


@dataclass(frozen=True, slots=True)
class ConsoleConfig:
    position: str = "desk-1"
    language: str = "zh_CN"  # zh_CN | zh_TW | en | qps (nobody speaks it: shows texts that have no room)
    reduce_motion: bool = False  # nothing blinks but the heartbeat
    person: str = ""  # who sits here where there are no accounts; "" = the user account's name
    retain_raw: int = 100_000  # handled messages kept in the spool, to be looked at


@dataclass(frozen=True, slots=True)
class PeopleConfig:
    """Who may sign in. Without accounts nobody has to."""

    accounts: str = ""  # the file of the accounts; "" = accounts.json in the data folder
    lock_after_min: int = 15  # a position nobody touches for so long locks itself; 0 = never


@dataclass(frozen=True, slots=True)
class BrokerConfig:
    """The MQTT broker. `embedded` starts our own mosquitto child on loopback and ignores `url`."""

    url: str = "mqtt://127.0.0.1:1883"  # mqtt:// or mqtts://
    embedded: bool = False
    user: str = ""
    password: str = ""  # env:NAME, file:PATH or keyring:NAME
    ca_file: str = ""
    client_cert: str = ""
    client_key: str = ""
    session_days: int = 7


@dataclass(frozen=True, slots=True)
class StoreConfig:
    url: str = ""  # SQLAlchemy URL; "" = SQLite files in the data folder


@dataclass(frozen=True, slots=True)
class JournalConfig:
    """How the record is sealed, and what of it may go when it has grown old; 0 days = nothing goes."""

    seal_key: str = ""  # env:NAME, file:PATH or keyring:NAME; "" = one of our own in the data folder
    keep_days: int = 0  # entries
    evidence_days: int = 0  # clips and snapshots; those of alarms that were real stay as long as their entries
    voice_days: int = 0  # what was spoken
    backup_days: int = 0  # a trouble when the newest backup is older; 0 = nobody watches


@dataclass(frozen=True, slots=True)
class DiskConfig:
    """Room for the data folder: how much of the disk it may take, and when somebody has to hear of it."""

    budget_gb: float = 0.0  # 0 = all that is free
    warn_days: int = 14  # a trouble when it will last no longer


@dataclass(frozen=True, slots=True)
class ClockConfig:
    """When a wall clock that is not right becomes a trouble."""

    ntp: bool = True  # watch whether the system keeps it synchronised
    unsynchronised_min: int = 15  # so long it may be without
    apart_ms: int = 2_000  # so far it may be from the database's and the other consoles'


@dataclass(frozen=True, slots=True)
class HistoryConfig:
    """What was measured: how much of it is in memory and how long it is kept on disk."""

    url: str = ""  # SQLAlchemy URL; "" = where the journal is: files in the data folder, or its database server
    memory_mb: int = 64  # budget of the samples in memory
    memory_h: int = 24  # and at most so old
    raw_days: int = 7  # every sample
    minute_days: int = 90  # lowest, highest and mean of each minute
    hour_days: int = 1_825  # and of each hour


@dataclass(frozen=True, slots=True)
class VideoHost:
    """What is different at one recorder, hub or camera."""

    host: str
    sessions: int = -1  # how many it allows; 0 = as many as are wanted, -1 = as everywhere
    transport: str = ""  # auto | tcp | udp; "" = as everywhere
    tls_unverified: bool = False  # its certificate is not looked at: encrypted, and nobody knows with whom


@dataclass(frozen=True, slots=True)
class VideoConfig:
    memory_mb: int = 1024  # budget of the pictures kept in memory
    ring_s: int = 60  # seconds of each hot camera kept, as far as the budget goes
    workers: int = 0  # decoder threads; 0 = one per core
    dial_per_s: int = 64
    redial_per_s: int = 4
    max_per_host: int = 8  # first dials under way at one host
    stale_ms: int = 1500
    renderer: str = "auto"  # auto = a graphics card where there is a real one; raster, opengl
    hardware: str = "auto"  # decoders: auto = those of the machine that work; off = the processor
    load_percent: int = 85  # of all cores that pictures may take before some give way; 0 = never
    ptz_hold_s: int = 60  # a camera that nobody has turned for so long is free for others
    sessions_per_host: int = 0  # 0 = no cap
    transport: str = "auto"  # auto | tcp | udp; auto: TCP, and UDP where a camera refuses it
    tls_ca: str = ""  # PEM file of an authority of one's own for rtsps://, beside the system's
    hosts: tuple[VideoHost, ...] = ()  # [[video.host]]: those that are different


@dataclass(frozen=True, slots=True)
class TruthConfig:
    """How a live picture is watched for what it shows: moved, covered, dark, out of focus, frozen."""

    every_s: float = 60.0  # each camera's view is looked at so often; 0 = never
    patience_s: int = 120  # what is wrong for less is nobody's trouble
    learn_h: int = 24  # darkness that comes at once is learnt so long after a camera's first look, then it is a trouble
    clock_s: int = 5  # a camera's clock may be so far from ours; 0 = it may be anything


@dataclass(frozen=True, slots=True)
class EyeConfig:
    """The record of what stood on the screens of this position in each second."""

    keep_days: int = 90  # 0 = nothing is recorded


@dataclass(frozen=True, slots=True)
class EvidenceConfig:
    """Which clips a fire alarm orders by itself."""

    cameras: int = 3  # the best ones; 0 = none
    before_s: int = 30
    after_s: int = 60


@dataclass(frozen=True, slots=True)
class SoundConfig:
    enabled: bool = True  # false: this position makes no sound
    device: str = ""  # name or id of the output device; "" = the system's default
    volume: int = 100  # percent of full amplitude; an alarm cannot be turned off by it
    silence_s: int = 120  # silenced alarms sound again after this long while nobody acknowledges them
    speak: tuple[str, ...] = ()  # classes that are also said aloud, in the operator's language


@dataclass(frozen=True, slots=True)
class VoiceConfig:
    """The voice server (Mumble) of the talk groups. `embedded` starts one of our own on loopback and ignores `url`."""

    url: str = ""  # mumble://host:port; "" = nobody to talk to
    embedded: bool = False
    user: str = ""  # our name there, before a point and the group's id; "" = the position
    password: str = ""  # of the server or the user: env:NAME, file:PATH or keyring:NAME
    cert_pin: str = ""  # SHA-256 of the server's certificate; "" = it must be signed by an authority
    ca_file: str = ""  # that authority's certificate; "" = the system's
    client_cert: str = ""
    client_key: str = ""
    microphone: str = ""  # name or id of the input device; "" = the system's default
    limit_s: int = 60  # nobody talks longer without letting go


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one signal in its canonical unit; None = not set. Crossing `lolo`/`hihi` is the same class, worse."""

    lolo: float | None = None
    lo: float | None = None
    hi: float | None = None
    hihi: float | None = None
    hysteresis: float = 0.0
    on_delay_s: float = 0.0
    off_delay_s: float = 0.0
    count: int = 0  # raised as well when it comes so often within `count_s`, however short; alone: only then
    count_s: float = 60.0
    rise_per_min: float | None = None  # faster than that within `rate_s` is an alarm of its own: <kind>.rising
    fall_per_min: float | None = None  # and <kind>.falling
    rate_s: float = 600.0
    rate_samples: int = 5  # so many at least in that time, over at least half of it
    rate_class: str = ""  # of both; "" = the point's, and of a fire's a pre-alarm


@dataclass(frozen=True, slots=True)
class DispatchConfig:
    """How long units may take, and which response clocks 1-3-5 are meant."""

    clocks: str = "a"  # a | b, see docs/operating.md
    clock_classes: tuple[str, ...] = ("F", "P")  # of the alarms whose incidents have clocks
    answer_s: int = 60  # without an answer for so long a unit counts as silent
    expiry_s: int = 600  # an order that could not be sent for so long is never sent


@dataclass(frozen=True, slots=True)
class ProvingConfig:
    """How often the alarm path of each detector is proven from end to end, by class; 0 = never."""

    fire_days: int = 365
    pre_alarm_days: int = 365
    supervisory_days: int = 365
    hazard_days: int = 365
    remind_days: int = 14  # the list says so long before that it will be due


@dataclass(frozen=True, slots=True)
class HandoverConfig:
    """What becomes of the alarms of somebody who has left."""

    unowned_min: int = 5  # what he had acknowledged and nobody took over is nobody's after so long


@dataclass(frozen=True, slots=True)
class ConsequenceConfig:
    """What need not be told while its cause stands and everybody sees it. Patterns as of file names."""

    name: str
    cause: str  # points
    kinds: tuple[str, ...]  # of the alarms that follow from it
    points: tuple[str, ...] = ("*",)


@dataclass(frozen=True, slots=True)
class AlarmsConfig:
    """How long somebody has to say what an alarm is, and to do something about what he acknowledged."""

    verify_s: int = 90  # F and P: the check on site
    decay_f_s: int = 180
    decay_p_s: int = 300
    decay_st_s: int = 1_800  # S and T
    consequences: tuple[ConsequenceConfig, ...] = ()
    counts: tuple[CountConfig, ...] = ()
    joins: tuple[JoinConfig, ...] = ()
    raises: tuple[RaiseConfig, ...] = ()


Scalar = str | int | float | bool
Option = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignalConfig:
    """One signal: where it is in the payload of a site rule and what it means; other sources use its limits and class.

    `kind` "" in a site rule stands for every {kind} of the topic pattern that has no signal of its own and is known.
    """

    kind: str = ""
    value: str = "v"  # jmespath; "" = the payload itself as text
    unit: str = ""  # unit in the payload; converted to the canonical unit of the kind
    scale: tuple[float, float] = (1.0, 0.0)  # factor, offset; applied before the unit is converted
    on: tuple[Scalar, ...] = ()  # what means yes and what means no; () = the usual words
    off: tuple[Scalar, ...] = ()
    range: tuple[float, float] | None = None  # plausible values; outside = trouble
    alarm_class: str = ""  # overrides the class of the kind
    limits: Limits = field(default_factory=Limits)


# Every decoder and the topic of a source that names none: a pattern for `site`, the first levels for the others.
ECOSYSTEMS: dict[str, str] = {
    "site": "site/{device}/{kind}",
    "zigbee2mqtt": "zigbee2mqtt",
    "homeassistant": "homeassistant",
    "tasmota": "tele",
    "esphome": "",
    "shelly": "shellies",
    "frigate": "frigate",
    "onvif": "",
    "axis": "axis",
    "hikvision": "cctv",
    "dahua": "amcrest2mqtt",
    "thingsboard": "v1",
    "sparkplug": "spBv1.0",
    "chirpstack": "application",
    "thethingsstack": "v3",
    "huawei-iotda": "nb/iotda",
    "ctwing": "nb/ctwing",
    "onenet": "nb/onenet",
    "gbt26875.3": "gb26875",
    "cap": "cap",
}
_SEEN = ("kind", "zone", "labels", "dwell_s", "empty_payload")  # what a camera's event means
_SAID_ONCE = (*_SEEN, "ends_after_s")  # and how long it stands when its end is not told
OPTIONS: dict[str, tuple[str, ...]] = {
    "site": ("empty_payload",),
    "tasmota": ("kind", "ends_after_s"),
    "esphome": ("unit",),
    "frigate": _SEEN,
    "onvif": _SAID_ONCE,
    "axis": _SEEN,
    "hikvision": _SAID_ONCE,
    "dahua": _SAID_ONCE,
    "thingsboard": ("unit",),
    "sparkplug": ("unit",),
    "chirpstack": ("unit",),
    "thethingsstack": ("unit",),
    "huawei-iotda": ("unit",),
    "ctwing": ("unit",),
    "onenet": ("unit", "aes_key"),
}


@dataclass(frozen=True, slots=True)
class SourceConfig:
    """One place messages come from: a decoder's name and what to subscribe, or a site rule."""

    name: str
    ecosystem: str  # one of ECOSYSTEMS
    topic: str = ""  # site: a pattern such as "site/{device}/{kind}"; else the base topic, "" = the ecosystem's own
    device: str = ""  # jmespath into the payload that overrides {device}
    time: str = "t"  # jmespath of the device time; "" = none
    time_format: str = "epoch_ms"  # epoch_ms | epoch_s | iso
    charset: str = "utf-8"
    max_bytes: int = 65_536
    max_depth: int = 32
    stale_after_s: int = 0  # 0 = the default of the ecosystem
    signals: tuple[SignalConfig, ...] = ()
    options: Mapping[str, Option] = field(default_factory=dict)  # what only this ecosystem asks for: OPTIONS


@dataclass(frozen=True, slots=True)
class Config:
    """All of `config.toml`. Paths are absolute; secrets stay references until they are used."""

    path: Path
    site: Path
    console: ConsoleConfig = field(default_factory=ConsoleConfig)
    people: PeopleConfig = field(default_factory=PeopleConfig)
    broker: BrokerConfig = field(default_factory=BrokerConfig)
    store: StoreConfig = field(default_factory=StoreConfig)
    journal: JournalConfig = field(default_factory=JournalConfig)
    disk: DiskConfig = field(default_factory=DiskConfig)
    clock: ClockConfig = field(default_factory=ClockConfig)
    history: HistoryConfig = field(default_factory=HistoryConfig)
    video: VideoConfig = field(default_factory=VideoConfig)
    sound: SoundConfig = field(default_factory=SoundConfig)
    voice: VoiceConfig = field(default_factory=VoiceConfig)
    truth: TruthConfig = field(default_factory=TruthConfig)
    eye: EyeConfig = field(default_factory=EyeConfig)
    evidence: EvidenceConfig = field(default_factory=EvidenceConfig)
    dispatch: DispatchConfig = field(default_factory=DispatchConfig)
    alarms: AlarmsConfig = field(default_factory=AlarmsConfig)
    proving: ProvingConfig = field(default_factory=ProvingConfig)
    handover: HandoverConfig = field(default_factory=HandoverConfig)
    gateway: GatewayConfig = field(default_factory=GatewayConfig)
    sources: tuple[SourceConfig, ...] = ()
