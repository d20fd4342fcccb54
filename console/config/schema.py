"""The shape of `config.toml`: one frozen dataclass per table, every default in one place.

`read.py` fills them from the file; a field here without a reader, or a key in the file without a field, is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ConsoleConfig:
    position: str = "desk-1"
    language: str = "zh_CN"  # zh_CN | zh_TW | en | qps (nobody speaks it: shows texts that have no room)
    reduce_motion: bool = False  # nothing blinks but the heartbeat
    person: str = ""  # who sits here until sign-in exists; "" = the user account's name
    retain_raw: int = 100_000  # handled messages kept in the spool, to be looked at


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
    """How many sessions one recorder or hub allows; 0 = as many as are wanted."""

    host: str
    sessions: int


@dataclass(frozen=True, slots=True)
class VideoConfig:
    memory_mb: int = 1024  # budget of the pictures kept in memory
    ring_s: int = 60  # seconds of each hot camera kept, as far as the budget goes
    workers: int = 0  # decoder threads; 0 = one per core
    dial_per_s: int = 64
    redial_per_s: int = 4
    max_per_host: int = 8  # first dials under way at one host
    stale_ms: int = 1500
    sessions_per_host: int = 0  # 0 = no cap
    hosts: tuple[VideoHost, ...] = ()  # [[video.host]]: those with a cap of their own


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


@dataclass(frozen=True, slots=True)
class DispatchConfig:
    """How long units may take, and which response clocks 1-3-5 are meant."""

    clocks: str = "a"  # a | b, see docs/operating.md
    clock_classes: tuple[str, ...] = ("F", "P")  # of the alarms whose incidents have clocks
    answer_s: int = 60  # without an answer for so long a unit counts as silent
    expiry_s: int = 600  # an order that could not be sent for so long is never sent


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
OPTIONS: dict[str, tuple[str, ...]] = {
    "site": ("empty_payload",),
    "tasmota": ("kind",),
    "esphome": ("unit",),
    "frigate": _SEEN,
    "onvif": _SEEN,
    "axis": _SEEN,
    "hikvision": _SEEN,
    "dahua": _SEEN,
    "thingsboard": ("unit",),
    "sparkplug": ("unit",),
    "chirpstack": ("unit",),
    "thethingsstack": ("unit",),
    "huawei-iotda": ("unit",),
    "ctwing": ("unit",),
    "onenet": ("unit",),
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
    broker: BrokerConfig = field(default_factory=BrokerConfig)
    store: StoreConfig = field(default_factory=StoreConfig)
    history: HistoryConfig = field(default_factory=HistoryConfig)
    video: VideoConfig = field(default_factory=VideoConfig)
    sound: SoundConfig = field(default_factory=SoundConfig)
    voice: VoiceConfig = field(default_factory=VoiceConfig)
    evidence: EvidenceConfig = field(default_factory=EvidenceConfig)
    dispatch: DispatchConfig = field(default_factory=DispatchConfig)
    sources: tuple[SourceConfig, ...] = ()
