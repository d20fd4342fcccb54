"""The values of the command room: frozen dataclasses and enums, no Qt, no SQL, no sockets.

Times are integer epoch milliseconds UTC (`…_ms`), distances metres in the site's local frame (x east, y north),
angles degrees clockwise from north.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

CameraId = NewType("CameraId", str)
PointId = NewType("PointId", str)  # <source>/<device>#<kind>
AlarmId = NewType("AlarmId", str)  # <point>/<n>, n counts the episodes of the point
BuildingId = NewType("BuildingId", str)
ZoneId = NewType("ZoneId", str)
Domain = NewType("Domain", str)  # "live" or "drill:<id>"

LIVE = Domain("live")

Value = bool | float | str | None
XY = tuple[float, float]


def point_id(source: str, device: str, kind: str) -> PointId:
    """The one way a point is named (contracts: Identities)."""
    return PointId(f"{source}/{device}#{kind}")


class AlarmClass(StrEnum):
    """What kind of trouble it is; decides order, sound and what may be done with it."""

    FIRE = "F"  # life and fire: smoke, heat, manual call point, water flow, gas leak, panic
    PRE = "P"  # pre-alarm: first detector of a pair, rising trend
    SUPERVISORY = "S"  # hydrant pressure low, valve shut, detector on test or removed
    TROUBLE = "T"  # device, path, camera or broker lost; battery low; tamper; clock wrong
    HAZARD = "H"  # 隐患: e-bike in a lift, fire lane blocked, leakage current, charging overheat
    WARNING = "W"  # external warning: weather, CAP
    EVENT = "E"  # trend threshold


class State(StrEnum):
    """What one reading says, before any alarm logic."""

    ALARM = "alarm"
    NORMAL = "normal"
    TROUBLE = "trouble"
    SUPERVISORY = "supervisory"
    OFFLINE = "offline"
    READING = "reading"  # a plain number without a limit crossed
    IGNORE = "ignore"  # known and deliberately without effect on live state


class Condition(StrEnum):
    """What the source says now about one point; `UNKNOWN` is never read as normal."""

    NORMAL = "normal"
    ACTIVE = "active"
    UNKNOWN = "unknown"


class Health(StrEnum):
    """Whether a camera can show a picture; the order of `cameras.rank` follows it."""

    OK = "ok"
    UNKNOWN = "unknown"
    DEGRADED = "degraded"
    OFFLINE = "offline"


class CameraKind(StrEnum):
    FIXED = "fixed"
    PTZ = "ptz"
    FISHEYE = "fisheye"


class Quality(StrEnum):
    """Which of a camera's streams is meant."""

    SUB = "sub"
    MAIN = "main"


# ---- what comes in ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Message:
    """One message as the broker delivered it, before parsing."""

    topic: str
    payload: bytes
    received_ms: int
    retained: bool = False
    dup: bool = False
    receipt: int = 0  # row of the receipt spool; 0 when the message was not spooled (explain, tests)


@dataclass(frozen=True, slots=True)
class Reading:
    """One signal out of one message: condition, quality and time are three facts.

    `value` is in the canonical unit of its kind (MPa, mA, °C, %LEL, ppm, %, kW, mm/h, m) and None when the quality
    is bad. `ts_ms` is the device's time when it can be trusted, else the arrival time (`clock_fault` says which).
    """

    source: str
    device: str
    kind: str
    value: Value
    unit: str | None
    state: State
    ts_ms: int
    received_ms: int
    history: bool = False  # belongs to history only: older than the live sample, or marked historical
    clock_fault: bool = False
    retained: bool = False
    label: str = ""  # the device's friendly name, when the message gives one
    reason: str = ""  # code: why it is trouble, supervisory or ignored; "" when plain
    receipt: int = 0
    reach: str = ""  # availability only: who is lost with it: "" itself, "*" all of the source, "x/" all that begin so

    @property
    def point(self) -> PointId:
        return point_id(self.source, self.device, self.kind)

    @property
    def late_ms(self) -> int:
        return max(0, self.received_ms - self.ts_ms)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A message the console refuses: counted and shown, never silently dropped. `reason` is a code."""

    reason: str
    topic: str
    source: str
    received_ms: int
    detail: str = ""
    receipt: int = 0


@dataclass(frozen=True, slots=True)
class ConditionChanged:
    """A point changed its condition: the only thing that moves an alarm. Never coalesced.

    `cause` is a code: alarm, trouble, supervisory, offline, limit_low, limit_high, limit_worse (active already, and
    now beyond the next limit), stale, link_down, clock_step.
    """

    point: PointId
    alarm_class: AlarmClass
    kind: str
    condition: Condition
    cause: str
    source_ms: int
    received_ms: int
    value: Value = None
    unit: str | None = None
    limit: float | None = None
    retained: bool = False
    label: str = ""
    receipt: int = 0
    delay_ms: int = 0  # the desk waits so long, from `received_ms`; taken back meanwhile, it never happened

    @property
    def late_ms(self) -> int:
        return max(0, self.received_ms - self.source_ms)


@dataclass(frozen=True, slots=True)
class Sample:
    """The newest reading of a point: what was said and when; plain numbers go on to the trends."""

    point: PointId
    value: Value
    unit: str | None
    state: State
    ts_ms: int
    received_ms: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything one message changed, in order. Its receipt is handled when all of it is in the journal.

    Without changes: the message was heard before it had a receipt, and what it changed was posted then.
    """

    changes: tuple[ConditionChanged, ...]
    receipt: int = 0


# ---- the site --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Building:
    id: BuildingId
    name: str
    name_en: str
    ring: tuple[XY, ...]  # footprint, local metres, closed


@dataclass(frozen=True, slots=True)
class Floor:
    building: BuildingId
    ordinal: int  # sortable; 0 is the ground floor. Never compute with the label
    label: str


class ZoneUse(StrEnum):
    """What an area is, for the map and for rules; indoors nearly always a fire zone."""

    FIRE_ZONE = "fire_zone"
    STAIR = "stair"
    LIFT = "lift"
    ROAD = "road"
    FIRE_LANE = "fire_lane"
    YARD = "yard"
    GREEN = "green"
    WATER = "water"


@dataclass(frozen=True, slots=True)
class Zone:
    """A fire zone 防火分区; lifts, stairs and atria span several `floors`. Outdoor areas have no building."""

    id: ZoneId
    name: str
    name_en: str
    building: BuildingId | None
    floors: tuple[int, ...]
    ring: tuple[XY, ...]
    use: ZoneUse = ZoneUse.FIRE_ZONE


@dataclass(frozen=True, slots=True)
class Wall:
    building: BuildingId
    floor: int
    line: tuple[XY, ...]


@dataclass(frozen=True, slots=True)
class Door:
    """A door or opening that joins two zones of one floor."""

    building: BuildingId
    floor: int
    zones: tuple[ZoneId, ZoneId]
    at: XY


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera as the site describes it; its health is not here but with whoever watches the stream."""

    id: CameraId
    number: int
    name: str
    name_en: str
    kind: CameraKind
    at: XY | None  # None: not placed on the plan
    building: BuildingId | None = None  # None: outdoors
    floor: int | None = None
    zone: ZoneId | None = None
    azimuth: float = 0.0
    fov: float = 90.0  # horizontal field of view, degrees; 360 for a fisheye that sees all round
    range_m: float = 25.0
    width_px: int = 1920  # horizontal pixels of the main stream
    pan: tuple[float, float] | None = None  # PTZ pan limits as absolute azimuths (from, to clockwise); None: all round
    sees: tuple[BuildingId, ...] = ()
    sub_url: str = ""  # may hold env:/file:/keyring: secrets by reference, never a password
    main_url: str = ""
    user: str = ""
    secret: str = ""  # reference to the password (env:NAME, file:PATH, keyring:NAME)
    hot: str = "yes"  # yes | keyframes | no
    presets: tuple[str, ...] = ()  # names of the stored positions of a PTZ


@dataclass(frozen=True, slots=True)
class Point:
    """A place where something is measured or detected, as the site describes it."""

    id: PointId
    name: str
    name_en: str
    kind: str
    at: XY | None = None
    building: BuildingId | None = None
    floor: int | None = None
    zone: ZoneId | None = None
    alias: str = ""  # the name its messages may carry before discovery tells the id
    alarm_class: AlarmClass | None = None  # overrides the class of its kind
    stale_after_s: int | None = None  # overrides the supervision time of its ecosystem


@dataclass(frozen=True, slots=True)
class Binding:
    """A person's word on which camera belongs to a point or a zone; `order` is 1-based."""

    target: str  # point id or zone id
    camera: CameraId
    order: int
    preset: str = ""


class PlaceKind(StrEnum):
    SHELTER = "shelter"  # 避灾安置场所
    MICRO_FIRE_STATION = "micro_fire_station"  # 微型消防站


@dataclass(frozen=True, slots=True)
class Place:
    """A place people are sent to or come from; `capacity` is persons sheltered, or firefighters on duty."""

    id: str
    kind: PlaceKind
    name: str
    name_en: str
    at: XY
    capacity: int = 0
    phone: str = ""
    building: BuildingId | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the site folder says, in the local metric frame around `origin` (longitude, latitude, WGS-84)."""

    name: str
    name_en: str
    time_zone: str  # IANA name
    origin: tuple[float, float]
    video_base: str = ""  # what {base} in camera URLs stands for: a hub, an NVR, the demo's simulator
    buildings: tuple[Building, ...] = ()
    floors: tuple[Floor, ...] = ()
    zones: tuple[Zone, ...] = ()
    walls: tuple[Wall, ...] = ()
    doors: tuple[Door, ...] = ()
    cameras: tuple[Camera, ...] = ()
    points: tuple[Point, ...] = ()
    bindings: tuple[Binding, ...] = ()
    places: tuple[Place, ...] = ()
    floors_with_walls: frozenset[tuple[BuildingId, int]] = field(default=frozenset())


# ---- people ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class By:
    """Who did it: a person at a position, or a machine (rule, timer, backend)."""

    person: str = ""
    position: str = ""
    machine: str = ""

    @property
    def is_person(self) -> bool:
        return bool(self.person)


# ---- links -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkDown:
    """A peer is lost: broker, store, video process, camera. `reason` is a code, `detail` may be shown as is."""

    kind: str
    name: str
    reason: str
    at_ms: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LinkUp:
    kind: str
    name: str
    at_ms: int
