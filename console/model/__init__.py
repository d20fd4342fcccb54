"""The values of the command room: frozen dataclasses and enums, no Qt, no SQL, no sockets.

Times are integer epoch milliseconds UTC (`…_ms`), distances metres in the site's local frame (x east, y north),
angles degrees clockwise from north. Everything here is imported from `console.model` itself.
"""

from console.model.accounts import Account, Role
from console.model.acts import Act, Deed, Reply, Scenario, ScenarioId
from console.model.cameras import Camera, CameraKind, Health, Quality
from console.model.guidance import Case, Guidance, Wording, guidance_for
from console.model.ids import (
    LIVE,
    NO_INCIDENT,
    XY,
    AlarmId,
    BuildingId,
    CameraId,
    Domain,
    GroupId,
    IncidentId,
    PointId,
    UnitId,
    Value,
    ZoneId,
    point_id,
)
from console.model.links import LinkDown, LinkUp
from console.model.newcomers import Introduced, Placement
from console.model.people import By, Seat
from console.model.places import Building, Door, Floor, Place, PlaceKind, Wall, Zone, ZoneUse
from console.model.readings import (
    COUNTED,
    AlarmClass,
    Condition,
    ConditionChanged,
    Heard,
    Message,
    Reading,
    Rejected,
    Sample,
    State,
)
from console.model.rights import Right
from console.model.site import Binding, Point, Site
from console.model.sounds import Tone
from console.model.talk import Group, GroupKind
from console.model.units import (
    Crew,
    Response,
    UnitKind,
    UnitMoved,
    UnitSaid,
    UnitStatus,
    response_for,
)

__all__ = [
    "COUNTED",
    "LIVE",
    "NO_INCIDENT",
    "XY",
    "Account",
    "Act",
    "AlarmClass",
    "AlarmId",
    "Binding",
    "Building",
    "BuildingId",
    "By",
    "Camera",
    "CameraId",
    "CameraKind",
    "Case",
    "Condition",
    "ConditionChanged",
    "Crew",
    "Deed",
    "Domain",
    "Door",
    "Floor",
    "Group",
    "GroupId",
    "GroupKind",
    "Guidance",
    "Health",
    "Heard",
    "IncidentId",
    "Introduced",
    "LinkDown",
    "LinkUp",
    "Message",
    "Place",
    "PlaceKind",
    "Placement",
    "Point",
    "PointId",
    "Quality",
    "Reading",
    "Rejected",
    "Reply",
    "Response",
    "Right",
    "Role",
    "Sample",
    "Scenario",
    "ScenarioId",
    "Seat",
    "Site",
    "State",
    "Tone",
    "UnitId",
    "UnitKind",
    "UnitMoved",
    "UnitSaid",
    "UnitStatus",
    "Value",
    "Wall",
    "Wording",
    "Zone",
    "ZoneId",
    "ZoneUse",
    "guidance_for",
    "point_id",
    "response_for",
]
